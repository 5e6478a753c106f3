package circle

import (
	"fmt"
	"strings"
)

const (
	textNoTraits       = "de kring heeft geen kenmerken"
	textNoTraitsRemedy = "zet onder `kenmerken:` minstens één kenmerk met id en naam"
	textTraitRemedy    = "geef elk kenmerk een eigen id zonder spaties en een naam"

	textOnPaper    = "Zet per mens en per kenmerk een teken: `=` gelijk, `≠` verschil, `?` weet ik niet, `-` overgeslagen. Schrijf geen namen op. Onderaan is plaats voor eigen kenmerken."
	textSection    = "Mijn kring: = gelijk, ≠ verschil, ? weet ik niet, - overgeslagen"
	textInstrument = "Je kring"
	textHonest     = "Van de kring worden alleen de tekens bewaard: geen namen, en niet wat iemand is. Samen kunnen ze toch iets verraden: wie jou goed kent, raadt misschien wie B is. Wat je bij de vragen schrijft, wordt ook bewaard."
)

// choose asks to choose the persons by questions.
func choose(questions []string) string {
	return "Kies mensen met vragen als deze, en geef ze in gedachten een letter:\n\n- " + strings.Join(questions, "\n- ")
}

func badTrait(id string) string {
	return fmt.Sprintf("het kenmerk %q kan zo niet, of komt twee keer voor", id)
}

func summaryText(persons, traits, signs int) string {
	return fmt.Sprintf("%d personen, %d kenmerken, %d tekens gezet", persons, traits, signs)
}

func alikeText(trait string, n, of int) string {
	return fmt.Sprintf("Bij *%s* lijken %d van de %d mensen op jou. Wist je dat al? Koos je dat, of liep het zo?", trait, n, of)
}

func unknownText(trait string, n int) string {
	if n == 1 {
		return fmt.Sprintf("Bij *%s* weet je het van één persoon niet. Hoe komt het dat jullie daar niet over praten?", trait)
	}
	return fmt.Sprintf("Bij *%s* weet je het van %d mensen niet. Hoe komt het dat jullie daar niet over praten?", trait, n)
}
