package statements

import "fmt"

const (
	textNoStatements       = "de oefening heeft geen stellingen"
	textNoStatementsRemedy = "zet onder `stellingen:` minstens één stelling"
	textBadStatementRemedy = "geef elke stelling een eigen id zonder spaties, een zin, twee of meer opties en een uitleg"
	textFirst              = "Eerste keuze"
	textAfterwards         = "Lees dit pas als je gekozen hebt"
)

func badStatement(id string) string {
	return fmt.Sprintf("de stelling %q is niet compleet, of komt twee keer voor", id)
}

func numbered(n int, sentence string) string { return fmt.Sprintf("%d. %s", n, sentence) }

func firstJudged(first string) string { return fmt.Sprintf("*Eerst koos je: %s.*", first) }

func explained(sentence, text string) string { return "**" + sentence + "**\n\n" + text }
