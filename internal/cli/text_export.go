package cli

import (
	"fmt"
	"strings"

	"werkboek/internal/export"
	"werkboek/internal/plain"
)

const (
	textTakeUse   = "exporteer"
	textTakeShort = "Neemt mee wat je schreef, of het lege werkboek, als één bestand"
	textTakeLong  = `Neemt mee wat je schreef: één bestand in Markdown, met je woorden onder hun vragen.

Zonder --naar zie je eerst wat er meegaat: per onderdeel aan of uit, de naam voor
--met en --zonder, en hoeveel woorden. Wat persoonlijk is, staat eerst uit. Met
--naar MAP wordt het bestand geschreven; een bestand dat er al is, blijft staan.

Met --leeg krijg je het lege werkboek van de hele cursus, om met de pen in te
vullen. Daarbij gaat geen notitie open.`

	textFlagFolder  = "`MAP` om het bestand in te schrijven"
	textFlagBlank   = "het lege werkboek, voor pen en papier"
	textFlagAll     = "alles gaat mee, ook wat persoonlijk is"
	textFlagWith    = "`DEEL` dat ook meegaat; meer met komma's ertussen"
	textFlagWithout = "`DEEL` dat niet meegaat; meer met komma's ertussen"

	textBlankAlone = "In het lege werkboek staat niets van jou; --met, --zonder en --alles horen daar niet bij.\nZie: werkboek exporteer --help"
	textNothingOn  = "Er staat niets aan, dus er is niets geschreven.\nZet iets aan met --met DEEL of --alles; zonder --naar zie je de namen."
	textNoNoteText = "het bestand is geen leesbare tekst"
	textGoOn       = `Zo schrijf je het op: werkboek exporteer --naar MAP
Anders kiezen: --met DEEL, --zonder DEEL of --alles.`
)

func nothingWritten(dir string) string {
	return "Er is nog niets om mee te nemen: in " + dir + " staat geen notitie met iets erin.\nHet lege werkboek kan wel: werkboek exporteer --leeg --naar MAP"
}

func notTaken(name, reason string) string {
	return fmt.Sprintf("Niet mee: %s (%s). De rest gaat gewoon door.", name, reason)
}

func noPart(name string, parts []export.Part) string {
	text := fmt.Sprintf("Het deel %q is er niet, of er staat niets in. Kies uit:", plain.Line(name))
	for _, p := range parts {
		text += "\n  " + p.Name
	}
	return text
}

func bothWays(name string) string {
	return fmt.Sprintf("%q staat bij --met en bij --zonder. Kies er één.", plain.Line(name))
}

// partLine is one part in the preview; its name and words take as many cells as the
// longest of all.
func partLine(p export.Part, name, words int) string {
	on := "uit"
	if p.On {
		on = "aan"
	}
	unit := "woorden"
	if p.Words == 1 {
		unit = "woord"
	}
	return fmt.Sprintf("%s  %-*s  %*d %-7s  %s", on, name, p.Name, words, p.Words, unit, plain.Line(p.Title))
}

func taken(path string, parts []string, words int) string {
	return fmt.Sprintf("Wat je schreef staat in %s: %s, %s.", path, count(len(parts), "onderdeel", "onderdelen"), count(words, "woord", "woorden"))
}

func leftBehind(names []string) string { return "Niet meegenomen: " + strings.Join(names, ", ") + "." }

func privateGoes(titles []string) string {
	return "Let op: wat persoonlijk is, gaat nu ook mee: " + strings.Join(titles, "; ") + ".\nKijk het na voordat je het bestand laat zien."
}

func notWrittenTo(dir, reason string) string {
	return "Het bestand is niet geschreven in " + dir + ": " + reason + ".\nKies met --naar een andere map en probeer het opnieuw."
}

func blankTaken(path string) string {
	return fmt.Sprintf("Het lege werkboek staat in %s. Er staat niets in van wat je schreef.", path)
}
