package workbook

import (
	"errors"
	"fmt"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
)

// This file is what is said of wiping, the same in a window and on the command line.

// The answers to a question of whether to do something with what somebody wrote.
const (
	LeaveAll   = "nee, laat alles staan"
	ReallyWipe = "ja, wis het voorgoed"
)

// What one has to know of wiping, whatever is wiped.
const (
	TextForGood = "Dit kan niet ongedaan worden gemaakt."
	TextApart   = "Wat je meenam of zelf kopieerde, en wat anderen bewaren (je werkgever, de geschiedenis van OneDrive, Time Machine), staat hier los van."

	textMargin = "Kantlijn"
	textWhole  = "Het hele werkboek"

	// AllName is what one types for the whole workbook.
	AllName = "alles"
)

func chapterTitle(number int, title string) string {
	return fmt.Sprintf("Hoofdstuk %d · %s", number, title)
}

func ofChapter(title string, number int) string {
	return fmt.Sprintf("%s, hoofdstuk %d", title, number)
}

// Uncounted says that there may be more than was counted.
func Uncounted(err error) string {
	return "Niet alles kon worden geteld: " + notes.Reason(err) + ". Er kan meer zijn dan hier staat."
}

// AskWiping is the question before something is wiped.
func AskWiping(ask string) kind.Field {
	return kind.Field{ID: "wissen", Sort: kind.Choice, Ask: ask, Options: []string{LeaveAll, ReallyWipe}}
}

// Told says in numbers what there is, a line for each sort.
func (r Remains) Told() []string {
	var lines []string
	add := func(n int, one, many string) {
		if n > 0 {
			lines = append(lines, counted(n, one, many))
		}
	}
	if r.Notes > 0 {
		lines = append(lines, counted(r.Notes, "notitie", "notities")+", met "+counted(r.Words, "woord", "woorden"))
	}
	add(r.Copies[notes.Earlier], "eerdere versie", "eerdere versies")
	add(r.Copies[notes.Discarded], "notitie in de prullenbak", "notities in de prullenbak")
	add(r.Copies[notes.Other]+r.Copies[notes.Synced], "andere versie, van een ander programma of apparaat", "andere versies, van een ander programma of apparaat")
	add(r.Copies[notes.Leftover], "rest, van een ander programma of van bewaren dat werd afgebroken", "resten, van een ander programma of van bewaren dat werd afgebroken")
	if n := r.Copies[notes.Rescued]; n > 0 {
		lines = append(lines, counted(n, "noodkopie", "noodkopieën")+", in "+plain.Line(strings.Join(r.Rescued, " en ")))
	}
	return lines
}

// Short says in a few words what there is.
func (r Remains) Short() string {
	var parts []string
	if r.Notes > 0 {
		parts = append(parts, counted(r.Words, "woord", "woorden"))
	}
	if n := r.Count(); n > 0 {
		parts = append(parts, counted(n, "kopie", "kopieën"))
	}
	return strings.Join(parts, ", ")
}

// ToldLeft says of the notes that could not be wiped which they are, why, and what to
// do.
func (w Wiped) ToldLeft() []string {
	var lines []string
	for _, left := range w.Left {
		file := left.Ref.File()
		if left.Ref.Name == "" {
			file = textNotes
		}
		lines = append(lines, fmt.Sprintf("Niet gewist: %s (%s). %s", file, notes.Reason(left.Err), remedy(left.Err)))
	}
	switch {
	case w.Nothing:
		lines = append(lines, "Er is niets gewist.")
	case w.Place != nil:
		lines = append(lines, "Je notities zijn gewist. Alleen tot waar je las staat er nog: "+notes.Reason(w.Place)+".")
	}
	return lines
}

const textNotes = "je notities"

func remedy(err error) string {
	switch {
	case errors.Is(err, notes.ErrLocked):
		return "Sluit dat venster en probeer het opnieuw."
	case errors.Is(err, notes.ErrForeign):
		return "Zet dat bestand eerst ergens anders."
	}
	return "Kijk of je in die map mag schrijven, en probeer het opnieuw."
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
