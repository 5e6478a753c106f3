package taking

import (
	"fmt"

	"werkboek/internal/tui/screen"
)

const (
	textTitle       = "Meenemen"
	textIntro       = "Eén bestand met wat jij schreef. Kies wat erin komt."
	textReading     = "Ik lees je notities…"
	textNothingYet  = "Er is nog niets om mee te nemen: je schreef nog niets. Een leeg werkboek voor pen en papier kan wel: druk op l."
	textPrivate     = " · persoonlijk"
	textFolder      = "Map (w: andere): "
	textToggleKey   = "aan/uit"
	textWhichFolder = "In welke map?"
	textFolderDone  = "klaar"
	textBlankKey    = "leeg werkboek"
	textBack        = "terug"
	textDeadKey     = "spatie zet een deel aan of uit, enter maakt het bestand; esc gaat terug."
	textNothingOn   = "Er staat niets aan. spatie zet een deel aan."

	textThere        = "Klaar. Je bestand staat hier:"
	textPrivateThere = "Let op: persoonlijke delen gaan mee. Kijk het na."
	textBlankThere   = "Klaar. Het lege werkboek staat hier:"
	textOpens        = "Je opent het met Kladblok, Word of een ander tekstprogramma."
	textTryElsewhere = "Druk op w voor een andere map, of probeer het nog eens."
)

func unread(name, reason string) string {
	return "Niet te lezen, en dus niet mee: " + name + " (" + reason + ")."
}

func notWritten(reason string) string { return "! Niet gelukt: " + reason + "." }

// going says how many of the parts go along, and how many words they hold.
func going(count, of, n int) string {
	switch {
	case count == 0:
		return "Er gaat nog niets mee."
	case of == 1:
		return "Dit gaat mee: " + screen.Words(n) + "."
	case count == 1:
		return fmt.Sprintf("1 van de %d delen gaat mee, met %s.", of, screen.Words(n))
	}
	return fmt.Sprintf("%d van de %d delen gaan mee, samen %s.", count, of, screen.Words(n))
}
