package mindmap

import (
	"fmt"
	"strings"
)

const (
	textNoBranches       = "de mindmap heeft geen takken om mee te beginnen"
	textNoBranchesRemedy = "zet onder `takken:` minstens één tak"
	textCoreRemedy       = "noem onder `kern:` bij `veld:` een keuze uit `vooraf:`, en geef bij `woorden:` elke optie een woord"
	textMarkRemedy       = "geef elk teken een woord; bij `geeft:` is een teken een letter, en elk teken komt één keer voor"
	textBadIdentity      = "de tak `identiteit` is niet compleet"
	textIdentityRemedy   = "geef `identiteit:` een eigen id, een vraag en een tak"

	textInstrument = "Je mindmap"
	textMap        = "Mindmap"
	textPlaceJoint = " › "

	// The marks in the list of a note.
	textFolded = "[dicht]"
	textLeft   = "[links]"
	textRight  = "[rechts]"
)

func noCore(field string) string {
	return fmt.Sprintf("er is geen keuze %q die zegt wie in het midden staat", field)
}

func noWord(option string) string {
	return fmt.Sprintf("de optie %q heeft geen woord voor in het midden", option)
}

func badMark(sign string) string {
	return fmt.Sprintf("het teken %q is niet compleet, kan niet, of komt twee keer voor", sign)
}

// elsewhere is the mark of a branch whose words stand in a section of their own.
func elsewhere(id string) string { return "[zie " + id + "]" }

// sectionTitle explains the signs to who reads the note.
func sectionTitle(gives, ways []Mark) string {
	var lists []string
	for _, marks := range [][]Mark{gives, ways} {
		var list []string
		for _, m := range marks {
			list = append(list, m.Sign+" "+m.Word)
		}
		if len(list) > 0 {
			lists = append(lists, strings.Join(list, ", "))
		}
	}
	if len(lists) == 0 {
		return textMap
	}
	return textMap + ": " + strings.Join(lists, "; ")
}

// onPaper asks to draw, and gives the branches with lines to write on.
func (d Definition) onPaper() string {
	text := "Teken de kaart op een leeg vel, of schrijf hem hier op. Zet er een teken bij: " +
		strings.TrimPrefix(sectionTitle(d.Gives, d.Ways), textMap+": ") + ".\n"
	line := "\n  - " + strings.Repeat("_", 40)
	for _, label := range append(d.Branches, strings.Repeat("_", 20)) {
		text += "\n- " + label + strings.Repeat(line, max(2, min(d.Most.Nodes, 4)))
	}
	return text
}

func summaryText(nodes, branches int) string {
	one := func(n int, single, many string) string {
		if n == 1 {
			return "1 " + single
		}
		return fmt.Sprintf("%d %s", n, many)
	}
	return one(nodes, "woord", "woorden") + " op " + one(branches, "tak", "takken")
}
