package tui

import (
	"fmt"
	"strings"
	"unicode"

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
	textTaking      = "Meenemen"
	textTakingHelp  = "Wat je schreef als bestand, of een leeg werkboek."
	textNotes       = "Mijn notities"
	textNotesHelp   = "Wat je schreef, met eerdere versies en de prullenbak."
	textWiping      = "Wissen"
	textWipingHelp  = "Wat je schreef voorgoed van deze computer halen."
	textTheme       = "Thema"
	textHeeding     = "Privacytekens"
	textAbout       = "Over deze module"
	textAboutHelp   = "Doel, werkwijze, contact."
	textQuit        = "Stoppen"

	textStillWiping  = "Even wachten: het wissen is bijna klaar. Daarna stopt het werkboek."
	textStillOpening = "Even wachten: je notitie gaat open. Daarna stopt het werkboek."
	textNoAction     = "Dat kan dit werkboek niet."
	textFleeting     = "alleen voor nu"

	textNoneApart  = "Hier liggen nu geen twee versies naast elkaar."
	textLocked     = "Deze notitie staat open in een ander venster. Sluit hem daar eerst."
	textOverForNow = "Hier staan woorden die alleen voor nu zijn. Haal die eerst weg."
	textNotNow     = "Dat kan nu even niet: deze notitie is bezet. Probeer het zo nog eens."
	textNoExercise = "Deze oefening staat niet meer in het boek; terugzetten kan hier niet."

	textBroughtBack = "Teruggezet. Wat er stond, is nu een eerdere versie."
	textBack        = "Teruggezet."
	textKept        = "Je notitie blijft zoals hij is. De andere is nu een eerdere versie."
	textTaken       = "De andere staat nu in je notitie. Wat er stond, is een eerdere versie."

	textDiscarded        = "In de prullenbak. ctrl+z haalt het terug."
	textNothingDiscarded = "In deze notitie staat niets om weg te leggen."
)

// textBothKept is what to do about two versions.
const textBothKept = "! Beide bewaard. F6: naast elkaar. esc: later."

// waiting says, at the start, that there are notes of which one has yet to choose; ""
// where there are none.
func waiting(notes int) string {
	switch notes {
	case 0:
		return ""
	case 1:
		return "Van 1 notitie liggen er twee versies naast elkaar. n laat het zien."
	}
	return fmt.Sprintf("Van %d notities liggen er twee versies naast elkaar. n laat het zien.", notes)
}

func notOpened(file, reason string) string { return file + " gaat niet open: " + reason + "." }

func notRead(name, reason string) string {
	return "Deze versie is niet te lezen: " + reason + " (" + name + ")."
}

func notSettled(name, reason string) string {
	return "Het andere bestand kon niet weg: " + reason + " (" + name + "). Er is niets verloren."
}

// eventText tells what another program did to a note, on one line or on two; nil when
// it needs no words.
func eventText(ev notes.Event) []string {
	file := ev.Ref.File()
	switch {
	case ev.What == notes.Conflict:
		return []string{"! " + file + " is ook buiten veranderd.", textBothKept}
	case ev.What == notes.Changed && ev.Copy != "":
		return []string{"! Een ander programma wijzigde " + file + ".", textBothKept}
	case ev.What == notes.Gone:
		return []string{"! " + file + " is weg, of geen tekst meer.", "Je woorden staan hier nog, en bij de eerdere versies. (esc)"}
	case ev.What == notes.Beside:
		return []string{"! Bij " + file + " ligt nog een versie.", textBothKept}
	case ev.What == notes.Changed && !ev.Shown: // else the new words say it
		return []string{"! Een ander programma wijzigde " + file + "; je ziet het nu. (esc)"}
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

// quitHelp says what becomes of what somebody wrote.
func quitHelp(fleeting bool) string {
	if fleeting {
		return "Alles wordt bewaard, behalve wat alleen voor nu was."
	}
	return "Alles wordt bewaard."
}

func themeSaid(name string) string { return "Thema: " + name + "." }

func themeHelp(now string) string {
	if now == "" {
		now = string(theme.Auto)
	}
	return "Nu " + now + ". enter kiest de volgende."
}

func heedingHelp(on bool) string {
	if on {
		return "Nu aan. enter zet ze uit."
	}
	return "Nu uit. enter zet ze aan."
}

func heedingSaid(on bool) string {
	if on {
		return "Privacytekens aan. Namen herkent het werkboek niet."
	}
	return "Privacytekens uit."
}

func aboutNotes(folder string) string {
	return "Je notities zijn gewone tekstbestanden, één per oefening en één per kantlijn. Ze staan in deze map:\n\n" +
		"    " + folder + "\n\n" +
		"Je kunt ze lezen en veranderen met elk programma voor tekst. Verander je ze buiten het werkboek, dan zie je dat hier terug.\n\n" +
		"Ze blijven op deze computer. Je werkgever of beheerder kan er technisch bij. Gebruik geen namen van cliënten.\n\n" +
		"Lijkt iets in je tekst op een telefoonnummer, e-mailadres, postadres, geboortedatum, BSN of rekeningnummer, dan staat er een ○ naast. " +
		"Je mag het laten staan. Namen herkent het werkboek niet: daar let je zelf op. In `Meer` zet je deze tekens uit."
}

// sentence puts words behind each other as a sentence.
func sentence(words []string) string {
	joined := []rune(strings.Join(words, ", "))
	if len(joined) == 0 {
		return ""
	}
	joined[0] = unicode.ToUpper(joined[0])
	return string(joined) + "."
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
	titled("Werkwijze", sentence(m.Method))
	titled("Studiebelasting", m.StudyLoad)
	titled("Accreditatie", m.Accreditation)
	titled("Aanbieder", m.Provider)
	paragraph(m.Registration)
	for _, c := range m.Contact {
		paragraph(c.Name + ", " + c.Email)
	}
	return b.String()
}
