package page

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"werkboek/internal/course"
	"werkboek/internal/kind"
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

	textHidden   = "Deze vraag blijft dicht tot je hem opent: enter."
	textFormer   = "Eerder geschreven (deze vraag is er niet meer)"
	textLocked   = "Dit staat open in een ander venster. Sluit dat, dan schrijf je hier."
	textOpening  = "Even je notitie openen …"
	textContents = "Inhoud"

	textNoVariant  = "Hier is geen voorbeeld uit een ander werkveld."
	textNothing    = "Hier valt niets te openen. tab gaat naar wat open kan."
	textAtEnd      = "Einde van het hoofdstuk. esc gaat terug naar de dag."
	textNoMargin   = "Kies eerst met ↑ en ↓ een alinea."
	textDeadLetter = "Je leest nu. Schrijven gaat met tab en enter, of met m."
	textDeadDigit  = "Dat hoofdstuk is er niet."
	textNoTerm     = "Dit begrip staat niet in de lijst."
)

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

// fieldWhen says where a question is answered, "" where it does not matter.
func fieldWhen(when string) string {
	switch when {
	case "zaal":
		return "Voor in de zaal."
	case "thuis":
		return "Voor thuis, na de dag."
	}
	return ""
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

// keepingField is the question before sensitive ones.
func keepingField() kind.Field {
	return kind.Field{
		ID: "bewaren", Sort: kind.Choice,
		Ask:     "Wat je hier schrijft is persoonlijk. Wil je het bewaren?",
		Help:    "Je kiest dit één keer, voor deze oefening.",
		Options: []string{textKeep, textForNow},
	}
}

const (
	textKeep   = "bewaren op deze computer"
	textForNow = "alleen voor nu: het verdwijnt als je stopt"
)

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

func words(n int) string {
	if n == 1 {
		return "1 woord"
	}
	return strconv.Itoa(n) + " woorden"
}

// when gives the moment of a margin note as people say it.
func when(t, now time.Time) string {
	clock := t.Format("15.04")
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	switch day(t) {
	case day(now):
		return "vandaag, " + clock
	case day(now.AddDate(0, 0, -1)):
		return "gisteren, " + clock
	}
	return fmt.Sprintf("%d %s, %s", t.Day(), months[t.Month()-1], clock)
}

var months = [...]string{"jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec"}

func notOpened(reason string) string { return "De notitie kan niet open: " + reason }

// Words of the key line that differ from the key's usual one.
const (
	textBackToReading = "lezen"
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
