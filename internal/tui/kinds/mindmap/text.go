package mindmap

import "fmt"

const (
	labelName   = "naam"
	labelRemark = "erbij"
	labelSearch = "zoek"

	textCoreStays      = "Het midden blijft staan. F2 wijzigt de naam."
	textDeleted        = "Weg, met alles eronder. ctrl+z haalt het terug."
	textStaysHere      = "Deze tak gaat niet naar het klembord. Schuiven kan wel: ctrl met een pijl."
	textStaysForNow    = "Alleen voor nu: het blijft in deze tak. Elders wordt het bewaard."
	textStaysKept      = "Die tak is alleen voor nu. Dit is bewaard, en blijft hier."
	textNoRoom         = "Voor de kaart is een breder venster nodig."
	textNothingToFold  = "Hier hangt niets onder om dicht te vouwen."
	textNoFocus        = "Kies eerst een tak; f laat dan alleen die zien."
	textFocused        = "Alleen deze tak. esc of f laat alles weer zien."
	textNoMarkOnCore   = "Kies eerst iemand of iets op de kaart."
	textNothingSought  = "Zoek eerst met /."
	textCopied         = "Onthouden. ctrl+v hangt het onder wat je kiest."
	textNothingToPaste = "Er is nog niets geknipt of gekopieerd."

	textList       = "lijst"
	textMap        = "kaart"
	textBack       = "terug"
	textReady      = "klaar"
	textSearch     = "zoeken"
	textNextBeside = "volgende"
	textNextBelow  = "eronder"
	textNextBranch = "volgende tak"

	deadKey = "tab: iets eronder, enter: ernaast, F2: naam wijzigen. ? noemt alle toetsen."
)

func far(n int) string {
	if n == 1 {
		return "1 op de kaart"
	}
	return fmt.Sprintf("%d op de kaart", n)
}

func autoText(on bool) string {
	if on {
		return "De kaart vouwt dicht tot hij past. 0: weer alles."
	}
	return "Alles staat weer open, zover jij het openliet."
}

func manyBranches(n int) string {
	return fmt.Sprintf("Meer dan %d takken mag. Met minder zie je vaak meer.", n)
}

func manyNodes(n int) string {
	return fmt.Sprintf("Meer dan %d aan één tak mag. Met minder zie je vaak meer.", n)
}

func notFound(words string) string { return "Niet gevonden: " + words }

func notPasted(reason string) string { return "Dit kan niet op de kaart: " + reason }

func pasted(n int) string {
	if n == 1 {
		return "1 tak erbij. ctrl+z haalt hem weg."
	}
	return fmt.Sprintf("%d takken erbij. ctrl+z haalt ze weg.", n)
}
