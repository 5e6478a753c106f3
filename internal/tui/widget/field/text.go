package field

import (
	"fmt"
	"time"
)

const (
	textFull            = "Dit veld is vol; wat je plakte is er niet bij gekomen."
	textNothingSelected = "Er is niets geselecteerd. ctrl+q stopt het werkboek."
	textCopied          = "Gekopieerd."
	textChooseFirst     = "Kies met ↑ en ↓ en druk op spatie, of typ het cijfer."
	textOwn             = "anders: "
	textNoOptions       = "Hier valt nog niets te kiezen: vul eerst de vraag hierboven in."
	textDateHint        = "bijvoorbeeld 21-12 of over 4 weken"
)

var (
	months   = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
	weekdays = [...]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}
)

func longDate(d time.Time) string {
	return fmt.Sprintf("%s %d %s %d", weekdays[d.Weekday()], d.Day(), months[d.Month()-1], d.Year())
}

func exampleText(s string) string { return "bijvoorbeeld: " + s }

func droppedText(n int) string {
	if n == 1 {
		return "1 onzichtbaar teken is weggelaten."
	}
	return fmt.Sprintf("%d onzichtbare tekens zijn weggelaten.", n)
}

func longLineText(most int) string {
	return fmt.Sprintf("Eén korte regel is genoeg (ongeveer %d tekens); langer mag.", most)
}

func rangeText(from, to int) string { return fmt.Sprintf("Kies een getal van %d tot %d.", from, to) }

func endsText(from int, low string, to int, high string) string {
	return fmt.Sprintf("%d %s, %d %s", from, low, to, high)
}
