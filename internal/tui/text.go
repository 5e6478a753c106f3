package tui

import (
	"fmt"
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/notes"
	"werkboek/internal/theme"
)

const (
	programName = "werkboek"

	textHelp    = "Hulp"
	textSaved   = "opgeslagen"
	textSaving  = "opslaan…"
	textCovered = "Afgedekt. F9 of esc laat alles weer zien."

	textPresent     = "Presenteren"
	textPresentHelp = "Dit hoofdstuk als dia's, voor op een groot scherm."
	textNotes       = "Mijn notities"
	textNotesHelp   = "Waar ze staan, en hoe je ze buiten het werkboek leest."
	textWiping      = "Wissen"
	textWipingHelp  = "Wat je schreef voorgoed van deze computer halen."
	textTheme       = "Thema"
	textAbout       = "Over deze module"
	textAboutHelp   = "Doel, werkwijze, contact."
	textQuit        = "Stoppen"
	textQuitHelp    = "Alles wordt bewaard."

	textReallyQuit  = "! Nog niet bewaard. ctrl+q: stoppen, met een noodkopie elders."
	textStayHere    = "! esc: hier blijven. Je tekst staat hier nog."
	textStillHere   = "! Je tekst staat hier nog; ik probeer het opnieuw. ctrl+s: nu."
	textStillWiping = "Even wachten: het wissen is bijna klaar. Daarna stopt het werkboek."
	textNoAction    = "Dat kan dit werkboek niet."
	textFleeting    = "alleen voor nu"
)

// notSaved tells what could not be saved, and why.
func notSaved(reason, file string) string {
	return "! Nog niet bewaard: " + reason + " (" + file + ")"
}

// eventText tells what another program did to a note, on one line or on two; nil when
// it needs no words.
func eventText(ev notes.Event) []string {
	file := ev.Ref.File()
	switch {
	case ev.What == notes.Conflict:
		return []string{
			"! Twee versies van " + file + "; de andere is:",
			"! " + ev.Copy + "   esc",
		}
	case ev.What == notes.Changed && ev.Copy != "":
		return []string{
			"! Buiten veranderd: " + file + ". Jouw versie is:",
			"! " + ev.Copy + "   esc",
		}
	case ev.What == notes.Changed && !ev.Shown: // else the new words say it
		return []string{"! " + file + " is buiten het werkboek veranderd; je ziet het nu. (esc)"}
	}
	return nil
}

func tooSmall(width, height int) []string {
	return []string{
		"Maak dit venster iets groter:",
		"minstens 50 bij 14 tekens.",
		fmt.Sprintf("Nu is het %d bij %d.", width, height),
	}
}

func themeSaid(name string) string { return "Thema: " + name + "." }

func themeHelp(now string) string {
	if now == "" {
		now = string(theme.Auto)
	}
	return "Nu " + now + ". enter kiest de volgende."
}

func aboutNotes(folder string) string {
	return "Je notities zijn gewone tekstbestanden, één per oefening en één per kantlijn. Ze staan in deze map:\n\n" +
		"    " + folder + "\n\n" +
		"Je kunt ze lezen en veranderen met elk programma voor tekst. Verander je ze buiten het werkboek, dan zie je dat hier terug.\n\n" +
		"Ze blijven op deze computer. Je werkgever of beheerder kan er technisch bij. Gebruik geen namen van cliënten."
}

func aboutModule(m course.Module) string {
	var b strings.Builder
	paragraph := func(text string) {
		if text != "" {
			b.WriteString(text + "\n\n")
		}
	}
	titled := func(title, text string) {
		if text != "" {
			paragraph("**" + title + ".** " + text)
		}
	}
	paragraph(m.Subtitle)
	paragraph(m.Introduction)
	titled("Doel", m.Goal)
	titled("Voor wie", m.Audience)
	titled("Werkwijze", strings.Join(m.Method, ", "))
	titled("Studiebelasting", m.StudyLoad)
	titled("Accreditatie", m.Accreditation)
	titled("Aanbieder", m.Provider)
	paragraph(m.Registration)
	for _, c := range m.Contact {
		paragraph(c.Name + ", " + c.Email)
	}
	return b.String()
}
