package scale

import (
	"fmt"
	"strings"
)

const (
	textPoints          = "`punten` is geen getal van 2 tot en met 9"
	textPointsRemedy    = "zet er bijvoorbeeld `punten: 7`"
	textNoColumns       = "de schaal heeft geen kolommen"
	textNoColumnsRemedy = "zet onder `kolommen:` minstens één kolom met id en naam"
	textColumnRemedy    = "geef elke kolom een eigen id zonder spaties en een naam"
	textMomentsRemedy   = "zet er precies twee kolommen bij, of laat `momenten` weg"
	textNoItems         = "de schaal heeft geen uitspraken"
	textNoItemsRemedy   = "zet onder `uitspraken:` minstens één uitspraak met id, links en rechts"
	textItemRemedy      = "geef elke uitspraak een eigen id zonder spaties, `links` en `rechts`"
	textWordsRemedy     = "noem onder `woorden:` de id van een kolom die onder `kolommen:` staat"

	textUnknown      = "weet ik niet"
	textUnknownBrief = "weet niet"
	textInstrument   = "De schalen"
)

func badItem(id string) string {
	return fmt.Sprintf("de uitspraak %q kan zo niet, of komt twee keer voor", id)
}

func badColumn(id string) string {
	return fmt.Sprintf("de kolom %q kan zo niet, of komt twee keer voor", id)
}

func noColumn(id string) string { return fmt.Sprintf("de kolom %q is er niet", id) }

func badMoments(n int) string {
	return fmt.Sprintf("bij `momenten: ja` horen twee kolommen, er staan er %d", n)
}

func filled(name string, n, of int) string { return fmt.Sprintf("%s: %d van %d", name, n, of) }

// sectionTitle says what the numbers in the note mean.
func sectionTitle(points int) string {
	return fmt.Sprintf("Plaatsen, van 1 (de eerste kant) tot %d (de tweede kant)", points)
}

func quoted(titles []string) string {
	if n := len(titles); n > 1 {
		return "'" + strings.Join(titles[:n-1], "', '") + "' en '" + titles[n-1] + "'"
	}
	return "'" + strings.Join(titles, "") + "'"
}

func changed(one, other string, titles []string) string {
	return fmt.Sprintf("Tussen *%s* en *%s* veranderde het meest bij %s. Waardoor kwam dat?", one, other, quoted(titles))
}

func widest(one, other string, titles []string) string {
	return fmt.Sprintf("Het verst uit elkaar liggen *%s* en *%s* bij %s. Wat merkt een ander daarvan?", one, other, quoted(titles))
}

func alike(titles []string) string {
	return fmt.Sprintf("Dicht bij elkaar liggen ze bij %s. Wat heb je daaraan?", quoted(titles))
}

func unsure(name string, n int) string {
	return fmt.Sprintf("Bij *%s* weet je %d keer iets niet, of vermoed je het. Welke twee ga je vragen?", name, n)
}

func onPaper(points int) string {
	return fmt.Sprintf("Zet in elk vakje een cijfer van 1 (de eerste kant) tot %d (de tweede kant). Het antwoord *%s* telt net zo goed.", points, textUnknown)
}

func unkeptOnPaper(name string) string {
	return fmt.Sprintf("De kolom *%s* is alleen voor nu: streep hem door of gooi hem weg als je klaar bent.", name)
}
