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

func summaryText(nodes, branches int) string {
	one := func(n int, single, many string) string {
		if n == 1 {
			return "1 " + single
		}
		return fmt.Sprintf("%d %s", n, many)
	}
	return one(nodes, "woord", "woorden") + " op " + one(branches, "tak", "takken")
}
