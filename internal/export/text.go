package export

import (
	"fmt"
	"strings"

	"werkboek/internal/kind"
)

// dayForm is how a day is written.
const dayForm = "2-1-2006"

// BlankFile is the name of the empty workbook.
const BlankFile = "leeg-werkboek.md"

const (
	textNotesFolder = "in die map staan je notities"
	textNoFolder    = "dat is een bestand, geen map"
	textNoName      = "daar staan al te veel bestanden met die naam"

	textFile   = "mijn-werkboek-%s.md"
	textMargin = "Kantlijn"
	textWhat   = "Dit is wat jij schreef in het werkboek, onder de vragen waar het bij hoort. Het is een eigen verslag: geen bewijs van aanwezigheid en geen reflectieverklaring."
	textShare  = "Kijk het na voordat je het deelt, ook op namen van anderen. Wie dit bestand heeft, kan alles erin lezen. Het staat los van je werkboek: wat je daar wist, staat hier nog."
)

func opening(title, day string) string {
	return fmt.Sprintf("# Mijn werkboek: %s\n\nGemaakt op %s.\n\n%s\n\n%s\n", title, day, textWhat, textShare)
}

const (
	textBlank  = "Dit is het lege werkboek, om met de pen in te vullen. Schrijf over jezelf, en gebruik geen namen. Wat je opschrijft is van jou; bewaar het waar niemand anders erbij kan."
	textGoals  = "Na dit hoofdstuk:"
	textOther  = "anders:"
	textDate   = "Datum: ____ - ____ - ________"
	textCircle = "Omcirkel:"
)

func blankOpening(title string) string {
	return fmt.Sprintf("# Werkboek: %s\n\n%s\n", title, textBlank)
}

// manner says how long an exercise takes, with whom and where.
func manner(minutes int, form, when string) string {
	var said []string
	if minutes > 0 {
		said = append(said, lasts(minutes))
	}
	if form != "" {
		said = append(said, form)
	}
	if when == kind.AtHome {
		said = append(said, when)
	}
	if len(said) == 0 {
		return ""
	}
	return "*" + strings.Join(said, ", ") + "*"
}

func lasts(minutes int) string {
	if minutes == 1 {
		return "1 minuut"
	}
	return fmt.Sprintf("%d minuten", minutes)
}

func stepTitle(s kind.Step) string {
	title := s.Title
	if s.Minutes > 0 {
		title += " (" + lasts(s.Minutes) + ")"
	}
	if s.Others {
		title += ": één van jullie schrijft"
	}
	return title
}

func example(text string) string {
	if text == "" {
		return ""
	}
	return "Bijvoorbeeld: " + text
}

func readAgain(question string) string {
	return "Lees eerst terug wat je schreef bij '" + question + "'"
}

func chooseFrom(question string) string {
	return "Kies uit wat je schreef bij '" + question + "'"
}

func ends(from, to int, words []string) string {
	return fmt.Sprintf("%d is %s, %d is %s.", from, words[0], to, words[1])
}

func numbered(n int, title string) string { return fmt.Sprintf("%d · %s", n, title) }

func ofChapter(title string, chapter int) string {
	return fmt.Sprintf("%s (hoofdstuk %d)", title, chapter)
}

func marginOf(chapter int) string { return fmt.Sprintf("Kantlijn bij hoofdstuk %d", chapter) }

func privateHeading(title string) string { return title + ": alleen voor mezelf" }

// privateTitle names what is private in an exercise by its one question, or by the ids
// of its fields.
func privateTitle(title string, fields []kind.Field) string {
	if len(fields) == 1 {
		return fmt.Sprintf("%s: %s (%s)", title, fields[0].Ask, fields[0].ID)
	}
	var ids []string
	for _, f := range fields {
		ids = append(ids, f.ID)
	}
	said := strings.Join(ids, ", ")
	if n := len(ids); n > 2 {
		said = ids[0] + " t/m " + ids[n-1]
	}
	return fmt.Sprintf("%s, voor jezelf (%s)", title, said)
}

// quoted names a note in the margin by the words it stands at, and its day.
func quoted(quote, day string) string {
	said := "Bij '" + quote + "'"
	if day != "" {
		said += ", " + day
	}
	return said
}

func between(from, to int, ends []string) string {
	return fmt.Sprintf(" (van %d, %s, tot %d, %s)", from, ends[0], to, ends[1])
}
