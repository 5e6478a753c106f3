package cards

import (
	"fmt"
	"strings"
)

const (
	textNoPlaces       = "de kaarten hebben geen plekken"
	textNoPlacesRemedy = "zet onder `plekken:` minstens twee plekken met id en naam"
	textPlaceRemedy    = "geef elke plek een eigen kleine letter als id (niet a, o, q of t) en een naam zonder komma"
	textNoCards        = "er zijn geen kaarten"
	textNoCardsRemedy  = "zet onder `kaarten:` minstens één kaart met id en titel"
	textCardRemedy     = "geef elke kaart een eigen id zonder spaties en een titel"
	textAlsoRemedy     = "noem onder `ook:` de id van een plek die onder `plekken:` staat"

	textSection      = "Kaarten"
	textCard         = "kaart"
	textFirstLook    = "eerste blik"
	textSecondLook   = "tweede blik erbij"
	textNothingAdded = "niets erbij"
	textInstrument   = "De kaarten"
)

func badPlace(id string) string {
	return fmt.Sprintf("de plek %q kan zo niet, of komt twee keer voor", id)
}

func noPlace(id string) string { return fmt.Sprintf("de plek %q is er niet", id) }

func badCard(id string) string {
	return fmt.Sprintf("de kaart %q kan zo niet, of komt twee keer voor", id)
}

func disagree(title string) string { return title + ": oneens met een plek, want …" }

func summaryText(laid, of, looked int) string {
	return fmt.Sprintf("%d van %d kaarten gelegd, %d keer voor de tweede blik", laid, of, looked)
}

// rules says on paper which places there are.
func (d Definition) rules() string {
	var places []string
	for _, p := range d.Places {
		places = append(places, p.Name)
	}
	return "Waar ligt het? Kies per kaart uit: " + strings.Join(places, ", ") + ". Meer dan één plek mag. De onderste rijen zijn voor eigen kaarten."
}

// onlyWhere says above cards where they are laid.
func onlyWhere(room bool) string {
	if room {
		return "**In de zaal**\n\n"
	}
	return "**Thuis erbij**\n\n"
}

// deal says on paper what is on cards.
func deal(cards []Card) string {
	var list []string
	for _, c := range cards {
		list = append(list, "- **"+c.Title+".** "+c.Situation)
	}
	return strings.Join(list, "\n")
}

// lookAgain says on paper what the second look asks of cards, and what helps.
func (d Definition) lookAgain(dealt []Card) string {
	var cards []string
	for _, c := range dealt {
		text := "- **" + c.Title + ".**"
		for _, p := range d.Places {
			if c.Also[p.ID] != "" {
				text += " *" + p.Name + "*: " + c.Also[p.ID]
			}
		}
		if len(c.Help) > 0 {
			text += " Wat helpt: " + strings.Join(c.Help, "; ") + "."
		}
		cards = append(cards, text)
	}
	return "Tweede blik: kijk per kaart of een deel ook ergens anders ligt.\n\n" + strings.Join(cards, "\n")
}
