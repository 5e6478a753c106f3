package page

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/workbook"
)

const (
	labelExercise = "oefening"
	labelYou      = "jij"
	labelMargin   = "kantlijn"
	labelFormer   = "eerder"
	labelTerm     = "begrip"
	labelSource   = "bron"
	labelLink     = "adres"
	labelStep     = "stap"

	labelDo        = "doen"
	textInstrument = "enter opent het in het hele venster."

	textHidden       = "Deze vraag blijft dicht tot je hem opent: enter."
	textHiddenFilled = "Hier staat iets dat dicht blijft: enter opent het."
	textLastField    = "Dit is nu de laatste vraag. esc: verder lezen."
	textNoFurther    = "Hierna komt er niets meer. enter opent wat hier staat."
	textFormer       = "Eerder geschreven (deze vraag is er niet meer)"
	textLocked       = "Dit staat open in een ander venster. Sluit dat, dan schrijf je hier."
	textContents     = "Inhoud"

	textNoVariant  = "Hier is geen voorbeeld uit een ander werkveld."
	textNothing    = "Hier valt niets te openen. tab gaat naar wat open kan."
	textNoMargin   = "Kies eerst met ↑ en ↓ een alinea."
	textDeadLetter = "Je leest nu. Schrijven gaat met tab en enter, of met m."
	textDeadInList = "Kies met ↑ en ↓ en druk op enter; esc sluit de inhoud."
	textNoPaste    = "Plakken gaat hier met ctrl+shift+v, of met de rechtermuisknop."
	textHowToQuit  = "ctrl+q stopt. Alles wat je schreef, is bewaard."
	textDeadDigit  = "Dat hoofdstuk is er niet."
	textNoTerm     = "Dit begrip staat niet in de lijst."
)

const textAtEnd = "Einde van het boek. esc gaat naar de dag."

func endText(next int) string {
	return fmt.Sprintf("Einde van het hoofdstuk. %d opent het volgende, esc gaat naar de dag.", next)
}

func number(n int) string { return strconv.Itoa(n) }

func calloutLabel(l course.Label) string { return strings.ToLower(string(l)) }

// otherField is what stands at the end of a case that has other versions.
func otherField(name string) string {
	if name == "" {
		return "v ander veld"
	}
	return name + " · v ander veld"
}

func exerciseFacts(minutes int, form string) string {
	if minutes == 0 {
		return form
	}
	return strings.TrimSuffix(fmt.Sprintf("%d min · %s", minutes, form), " · ")
}

// exerciseTexts gives what stands behind the title of an exercise, longest first.
func exerciseTexts(minutes int, form, state, left string) []string {
	var texts []string
	for _, parts := range [][]string{
		{exerciseFacts(minutes, form), state, left},
		{exerciseFacts(minutes, ""), state, left},
		{exerciseFacts(minutes, form), state},
		{state, left}, {state},
	} {
		text := ""
		for _, p := range parts {
			if p != "" {
				text += " · " + p
			}
		}
		texts = append(texts, text)
	}
	return texts
}

// missing says how many questions keep an exercise from being done.
func missing(n int) string {
	if n == 1 {
		return "nog 1 vraag"
	}
	return fmt.Sprintf("nog %d vragen", n)
}

// stepFacts is what stands behind the title of a step.
func stepFacts(s kind.Step, folded bool) string {
	text := ""
	if s.Minutes > 0 {
		text += fmt.Sprintf(" · %d min", s.Minutes)
	}
	if s.Others {
		text += " · één van jullie typt"
	}
	if state := s.State.String(); state != "" {
		text += " · " + state
	}
	if folded {
		text += " · enter opent"
	}
	return text
}

// progress gives what stands at the right of the top line, longest first.
func progressTexts(part, of, minutes int) []string {
	return []string{
		fmt.Sprintf("deel %d van %d, nog %d min", part, of, minutes),
		fmt.Sprintf("deel %d van %d", part, of),
		fmt.Sprintf("%d van %d", part, of),
		"",
	}
}

// keepingSaid gives the remark for a choice that was made.
func keepingSaid(k workbook.Keeping) (string, bool) {
	switch k {
	case workbook.Keep:
		return "Wat je hier schrijft, wordt bewaard op deze computer.", true
	case workbook.ForNow:
		return "Alleen voor nu: wat je hier schrijft, verdwijnt als je stopt.", true
	}
	return "", false
}

// wipingField is the question before an exercise is wiped.
func wipingField() kind.Field {
	return workbook.AskWiping("Alles wissen wat je in deze oefening schreef? Ook eerdere en andere versies, wat in de prullenbak ligt en noodkopieën gaan weg. " + workbook.TextForGood)
}

// restartField is the question before an exercise is begun anew.
func restartField() kind.Field {
	return kind.Field{
		ID: "opnieuw", Sort: kind.Choice,
		Ask:     "Deze oefening opnieuw beginnen? Wat je schreef, gaat van de bladzijde af.",
		Help:    "Het gaat naar de prullenbak. ctrl+z brengt het meteen terug; later kan dat bij Eerdere versies.",
		Options: []string{workbook.LeaveAll, textReallyRestart},
	}
}

// asksItself tells whether a field is a question of the page's own.
func asksItself(id string) bool {
	return id == workbook.AskKeeping().Field.ID || id == wipingField().ID || id == restartField().ID
}

const (
	textRestart  = "Opnieuw beginnen"
	textVersions = "Eerdere versies"
	textWipe     = "Definitief wissen"

	textReallyRestart = "ja, begin opnieuw"

	textRestarted     = "Opnieuw begonnen. Wat er stond, ligt in de prullenbak; ctrl+z haalt het terug."
	textRestored      = "Wat er stond, staat er weer."
	textLongUndone    = "Dat kan niet met ctrl+z. Onder de oefening staat het bij Eerdere versies."
	textNothingUndone = "Hier is nu niets om ongedaan te maken."
	textWiped         = "Gewist uit het werkboek. Wat je zelf meenam of kopieerde, staat er nog."
	textApart         = "Er ligt nog een andere versie van deze notitie. F6 zet ze naast elkaar."
	textNothingAlone  = "Ga naar een antwoord dat je schreef, en druk op esc. Met g staat het alleen in beeld."
)

// notOpened says which note cannot be opened, why, and what to do.
func notOpened(file string, err error) string {
	next := "Herstel dat"
	if errors.Is(err, notes.ErrForeign) {
		next = "Verplaats het"
	}
	return fmt.Sprintf("%s gaat niet open: %s. %s, of start met --notities MAP.", file, notes.Reason(err), next)
}

// Words of the key line that differ from the key's usual one.
const (
	textBackToReading = "lezen"
	textFieldBefore   = "vorige vraag"
	textAlone         = "groot tonen"
	textLook          = "bekijken"
	textCloseList     = "sluiten"
	textToExercise    = "oefening"
	textFold          = "inklappen"
	textWrite         = "schrijven"
	textOpen          = "openen"
)

// sourceTexts gives what is known of a source, a paragraph each.
func sourceTexts(s course.Source) []string {
	var text []string
	for _, t := range []string{joined(", ", s.Author, s.Year), s.Publisher, s.URL, s.Remark} {
		if t != "" {
			text = append(text, t)
		}
	}
	return text
}

// sourceLine gives a source in one line, under a term.
func sourceLine(s course.Source) string {
	return "bron: " + joined(", ", s.Author, s.Year, s.Title)
}

func joined(between string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, between)
}
