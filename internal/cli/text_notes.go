package cli

import (
	"fmt"

	"werkboek/internal/compare"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
)

const (
	textNotesUse   = "notities"
	textNotesShort = "Laat zien wat je schreef, zonder het werkboek te openen"
	textListUse    = "lijst"
	textListShort  = "Noemt je notities, één per regel"
	textShowUse    = "toon NAAM"
	textShowShort  = "Laat een notitie zien, bijvoorbeeld leervraag of 5/kantlijn"
	textPathUse    = "pad"
	textPathShort  = "Noemt de map waar je notities staan"

	textRestoreUse   = "herstel NAAM [NUMMER]"
	textRestoreShort = "Noemt de eerdere versies van een notitie, of zet er een terug"
	textRestoreLong  = `Noemt de eerdere versies van een notitie, de nieuwste eerst, elk met een nummer.
Ook wat in de prullenbak ligt en kopieën van andere programma's staan erbij.

Met een nummer erachter zet het die versie terug. Wat er nu staat, blijft bewaard
als eerdere versie.

` + notes.ThinningRule

	textNowSame      = "dezelfde woorden als nu"
	textNothingExtra = "staat nu ook in je notitie, met meer erbij"
	textNoteLocked   = "De notitie staat open in een ander venster; er is niets veranderd.\nSluit hem daar en probeer het opnieuw."
	textNoteGone     = "Deze oefening staat niet meer in de cursus; er is niets veranderd.\nOpen het bestand met een ander programma: werkboek notities pad"
)

func noCopies(name string) string {
	return "Van " + name + " is er geen eerdere versie, en er ligt niets in de prullenbak."
}

// headWords is how many of the words that differ a line names.
const headWords = 6

// copyLine is one copy in the list.
func copyLine(number int, c notes.Copy, words int, d compare.Difference) string {
	line := fmt.Sprintf("%3d  %s  %s, %s: ", number, c.When.Local().Format(moment), c.Called(), count(words, "woord", "woorden"))
	switch head := d.Head(compare.Then, headWords); {
	case head != "":
		return line + head
	case d.Words() == 0:
		return line + textNowSame
	}
	return line + textNothingExtra
}

// brokenCopy is a copy in the list that cannot be read.
func brokenCopy(number int, c notes.Copy, err error) string {
	return fmt.Sprintf("%3d  %s  %s, niet te lezen: %s (%s)", number, c.When.Local().Format(moment), c.Called(), notes.Reason(err), plain.Line(c.Name))
}

func howToRestore(name string) string {
	return "Een versie terugzetten: werkboek notities herstel " + name + " NUMMER"
}

func noNumber(given, name string, most int) string {
	return fmt.Sprintf("Versie %q is er niet; er zijn er %d.\nWelke het zijn: werkboek notities herstel %s", given, most, name)
}

func copyUnread(c notes.Copy, err error) string {
	return "Deze versie is niet te lezen: " + notes.Reason(err) + ".\nHet bestand blijft zoals het is: " + c.Name
}

// restored says what was brought back, and what became of what was there.
func restored(c notes.Copy, existed bool) string {
	said := fmt.Sprintf("Teruggezet: %s, %s.", c.Called(), c.When.Local().Format(moment))
	if existed {
		said += " Wat er stond, is nu een eerdere versie."
	}
	return said
}

func notRestored(name, reason string) string {
	return "De versie van " + name + " is niet teruggezet: " + reason + ".\nWat je had, staat er nog. Probeer het opnieuw, of kies een andere map met --notities MAP."
}

func notSettled(c notes.Copy, reason string) string {
	return "Het bestand " + c.Name + " kon niet weg: " + reason + ". Er is niets verloren."
}

func notAllSeen(reason string) string { return "Niet alles was te bekijken: " + reason + "." }

func noNotes(dir string) string {
	return "Er zijn nog geen notities in " + dir + ".\nWat je in het werkboek schrijft, komt daar te staan."
}

// moment is how a day and a time are written.
const moment = "02-01-2006 15.04"

// noteLine is one note in the list; its name and title take as many cells as the
// longest of all. Apart counts the versions of which somebody has yet to choose.
func noteLine(n notes.Listed, name, title, apart int) string {
	if n.Foreign {
		return fmt.Sprintf("%-26s van een andere module (%s); blijft zoals het is", plain.Line(n.File), plain.Line(n.Module))
	}
	line := fmt.Sprintf("%-*s  %-*s  %s, %s", name, plain.Line(n.Ref.String()), title, plain.Line(n.Title), n.Changed.Format(moment), count(n.Words, "woord", "woorden"))
	if apart > 0 {
		line += fmt.Sprintf("  ! %d versies naast elkaar", 1+apart)
	}
	return line
}

// leftOut tells of a file among the notes that cannot be shown.
func leftOut(file, reason, dir string) string {
	return fmt.Sprintf("Niet te lezen: %s (%s). Het blijft zoals het is; kijk ernaar in %s.", file, reason, dir)
}

func noNote(name, dir string) string {
	return fmt.Sprintf("De notitie %q is er niet in %s.\nWelke er wel zijn: werkboek notities lijst", name, dir)
}
