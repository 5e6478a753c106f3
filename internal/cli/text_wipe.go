package cli

import (
	"fmt"
	"strings"

	"werkboek/internal/tui"
	"werkboek/internal/workbook"
)

const (
	textWipeUse   = "wis [NAAM|HOOFDSTUK|alles]"
	textWipeShort = "Wist voorgoed wat je schreef: een notitie, een hoofdstuk of alles"
	textWipeLong  = `Wist voorgoed wat je schreef, met alle kopieën: eerdere versies, wat in de
prullenbak ligt, andere versies en noodkopieën. Het vraagt eerst of je dat wilt.

  werkboek notities wis              laat zien wat er te wissen is
  werkboek notities wis leervraag    één oefening
  werkboek notities wis 5/kantlijn   de kantlijn van hoofdstuk 5
  werkboek notities wis 5            alles van hoofdstuk 5
  werkboek notities wis alles        het hele werkboek`
	textFlagYes = "wist zonder te vragen"

	wipeYes = "ja" // what is typed to say so

	textWipeNothing = "Er is niets bewaard van wat je schreef."
	textWipeAsk     = "Typ ja om dit te wissen, of iets anders om alles te laten staan: "
	textWipeLeft    = "Er is niets gewist."
	textWipeUnasked = "Er is niets gewist: hier kan ik het je niet vragen.\nDoe het in een terminal, of zet er --ja bij."
	textErased      = "Je werkboek is gewist. Bestanden die je er zelf uit meenam, staan er nog."

	textGoodbye         = "Alles is opgeslagen. Tot straks."
	textGoodbyeFleeting = "Wat alleen voor nu was, is weg; de rest is opgeslagen. Tot straks."
)

// goodbye is what stays on the terminal at the end.
func goodbye(end tui.Ending) string {
	switch end {
	case tui.Fleeting:
		return textGoodbyeFleeting
	case tui.Erased:
		return textErased
	}
	return textGoodbye
}

// wipeChoice is one thing that can be wiped, and what to type for it.
func wipeChoice(name string, width int, title string, has workbook.Remains) string {
	return fmt.Sprintf("  werkboek notities wis %-*s  %s", width, name, strings.TrimSuffix(title+": "+has.Short(), ": "))
}

func wipeChoices(list string) string { return "Dit kun je wissen:\n" + list }

func wipeNone(name string) string {
	return fmt.Sprintf("Van %s is niets bewaard; er is niets te wissen.", name)
}

func noWipe(name, list string) string {
	return fmt.Sprintf("%q kan ik niet wissen: dat is geen notitie en geen hoofdstuk.\n%s", name, list)
}

// wipeGoes says what goes.
func wipeGoes(title string, has workbook.Remains, whole bool) string {
	lines := []string{title + ". Dit gaat voorgoed weg:"}
	told := has.Told()
	if len(told) == 0 && whole {
		told = []string{"tot waar je las; je schreef nog niets"}
	}
	for _, line := range told {
		lines = append(lines, "  "+line)
	}
	return strings.Join(append(lines, workbook.TextForGood, workbook.TextApart), "\n")
}

func wipeDone(title string) string {
	return "Gewist: " + title + ". Op deze computer heeft het werkboek er niets meer van."
}

// actionLine is what a chapter offers, in print.
func actionLine(words string) string { return "[in het werkboek] " + words }
