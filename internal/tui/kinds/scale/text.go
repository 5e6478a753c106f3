package scale

import (
	"fmt"
	"strconv"
)

const (
	textAtEnd      = "Verder gaat het niet. esc gaat terug naar het hoofdstuk."
	textNoHow      = "Hier hoeft dat niet: dit gaat over jezelf of je organisatie."
	textPlaceFirst = "Zet eerst een plek, met ← en →, of kies w."
	textMoveKeys   = "→ verschuiven"
	textNextRow    = "volgende"
	textBack       = "terug"
	textUnknown    = "weet ik niet"

	textBeginSecond = "Vooraf is ingevuld. Aan het einde van de dag: enter begint achteraf."
	textFirstClosed = "Vooraf is dicht tot achteraf helemaal is ingevuld. Dan zie je ze naast elkaar."
)

func number(n int) string { return strconv.Itoa(n) }

func far(n, of int) string { return fmt.Sprintf("%d van %d", n, of) }

func deadKey(points int) string {
	return fmt.Sprintf("Kies een plek met ← en →, of met 1 tot %d. ↓ is de volgende regel.", points)
}

func outside(points int) string { return fmt.Sprintf("De plekken lopen van 1 tot %d.", points) }

func unkept(name string) string {
	return fmt.Sprintf("De kolom '%s' wordt niet bewaard: die verdwijnt als je het werkboek sluit.", name)
}
