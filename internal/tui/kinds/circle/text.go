package circle

import (
	"fmt"

	"werkboek/internal/kind/circle"
)

const (
	textDeadKey   = "Kies g gelijk, v verschil, w weet ik niet of o overslaan. + is een eigen kenmerk."
	textNoCell    = "Dit kenmerk doet nog niet mee. enter neemt het mee."
	textNoOwn     = "enter: schrijf een eigen kenmerk."
	textWrite     = "schrijven"
	textAllSet    = "Alles is ingevuld. esc: terug, en bekijk het patroon."
	textLegend    = "= gelijk   ≠ verschil   ? weet ik niet   - overgeslagen"
	textLeftOut   = "Weggelaten. ctrl+z haalt het terug."
	textExample   = "houdt van buiten zijn"
	textReady     = "klaar"
	textTakeIn    = "meenemen"
	textBack      = "terug"
	textAlikeHead = "lijkt op mij"
	textOut       = "   doet niet mee"
	textOwn       = "+ een eigen kenmerk"
)

func personsText(n int) string { return fmt.Sprintf("%d personen", n) }

func countText(c circle.Count) string {
	s := fmt.Sprintf("%d van %d", c.Alike, c.Of)
	if c.Unknown > 0 {
		s += fmt.Sprintf(", %d ?", c.Unknown)
	}
	return s
}
