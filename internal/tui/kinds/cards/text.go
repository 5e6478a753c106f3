package cards

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"

	"werkboek/internal/kind/cards"
)

const (
	labelNow  = "nu"
	labelAlso = "ook?"
	labelHelp = "jij kunt"
	labelYou  = "jij"

	textAllLaid       = "Alle kaarten liggen. tab: neem de tweede blik, kaart voor kaart."
	textAllLooked     = "Elke kaart kreeg een tweede blik. esc: terug, en kies er twee."
	textSameCard      = "Zo'n kaart is er al."
	textLiesThere     = "Daar legde je hem al bij de eerste blik. Die plek blijft staan."
	textOwnCard       = "Een eigen kaart heeft geen tweede blik: leg hem waar je wilt."
	textExample       = "niemand neemt de telefoon op"
	textRemarkExample = "oneens, want …"
	textNoCards       = "Er zijn geen kaarten."
	textReady         = "klaar"
	textBack          = "terug"
)

func lookName(second bool) string {
	if second {
		return "tweede blik"
	}
	return "eerste blik"
}

func farText(second bool, laid, looked, of int) string {
	if second {
		return fmt.Sprintf("tweede blik · %d van %d bekeken", looked, of)
	}
	return fmt.Sprintf("eerste blik · %d van %d gelegd", laid, of)
}

func headText(p cards.Place, n int) string {
	text := p.ID + "  " + p.Name
	if n > 0 {
		text += fmt.Sprintf("  %d", n)
	}
	return text
}

func alsoText(others []string) string {
	if len(others) == 0 {
		return ""
	}
	return " · ook " + strings.Join(others, " ")
}

func questionText(q cards.Question) string { return fmt.Sprintf("%s  %s", q.Place.ID, q.Text) }

func helpText(help []string) string { return strings.Join(help, " · ") }

func liesAt(n int, letter string) string {
	return fmt.Sprintf("Ligt nu op %d plekken. %s nog een keer haalt hem daar weg.", n, letter)
}

func howMany(n int) string { return fmt.Sprintf("Je ziet nu %d kaarten.", n) }

func letterList(places []cards.Place) string {
	var ids []string
	for _, p := range places {
		ids = append(ids, p.ID)
	}
	return strings.Join(ids, " ")
}

// letters makes the binding of the letters of the places.
func letters(places []cards.Place) key.Binding {
	ids := strings.Fields(letterList(places))
	return key.NewBinding(key.WithKeys(ids...), key.WithHelp(letterList(places), "leggen"))
}

func deadKey(places []cards.Place) string {
	return fmt.Sprintf("Leg de kaart met %s, ook op meer plekken. enter is de volgende.", letterList(places))
}
