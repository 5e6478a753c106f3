package notebook

import (
	"strconv"

	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
)

const (
	textTitle    = "Mijn notities"
	textBack     = "terug"
	textVersions = "bekijken"

	textDeadKey      = "Kies met ↑ en ↓ een notitie; enter laat haar zien, esc gaat terug."
	textReading      = "Even kijken wat er is …"
	textNothingYet   = "Je schreef nog niets. Wat je schrijft, komt hier te staan."
	textDiscarded    = "in de prullenbak"
	textNoLonger     = "hier staat nu niets"
	textLocked       = "open in een ander venster"
	textGone         = "deze oefening is er niet meer"
	textNoPlace      = "Deze oefening staat niet in dit boek."
	textNotHere      = "Dit bestand blijft zoals het is. Open het met een ander programma."
	textNotInTrash   = "Deze notitie staat niet in de prullenbak."
	textEmptyAlready = "In deze notitie staat nu niets."
)

func liesIn(folder string) string { return "Ze staan in " + folder }

func notAll(err error) string { return "Niet alles was te bekijken: " + notes.Reason(err) + "." }

func notListed(err error) string { return "De map was niet te lezen: " + notes.Reason(err) + "." }

// beside says that there are several versions, and what shows them.
func beside(n int) string { return "! " + strconv.Itoa(n) + " versies naast elkaar: F6" }

func earlier(n int) string {
	if n == 1 {
		return "1 eerdere versie"
	}
	return strconv.Itoa(n) + " eerdere versies"
}

// leftOut says why a file is not among the notes.
func leftOut(l notes.Listed) string {
	if l.Foreign {
		return "van een andere module (" + plain.Line(l.Module) + "); blijft zoals het is"
	}
	return "niet te lezen: " + notes.Reason(l.Err)
}

func number(n int) string { return strconv.Itoa(n) }

func words(n int) string { return screen.Words(n) }
