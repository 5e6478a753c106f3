package field

import (
	"fmt"
	"time"

	"werkboek/internal/privacy"
)

const (
	textFull            = "Dit veld is vol; wat je plakte is er niet bij gekomen."
	textNothingSelected = "Er is niets geselecteerd. ctrl+q stopt het werkboek."
	textNothingToPaste  = "Er is niets om te plakken. Uit een ander programma: ctrl+shift+v."
	textCopied          = "Gekopieerd."
	textChooseFirst     = "Kies met ↑ en ↓ en druk op spatie."
	textNoKey           = "Die toets doet hier niets. Met esc ga je terug."
	textOwn             = "anders: "
	textNoOptions       = "Nog niets te kiezen: de keuzes komen uit wat je elders invult."
	textDateHint        = "bijvoorbeeld 21-12 of over 4 weken"
)

var (
	months   = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
	weekdays = [...]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}
)

func longDate(d time.Time) string {
	return fmt.Sprintf("%s %d %s %d", weekdays[d.Weekday()], d.Day(), months[d.Month()-1], d.Year())
}

func proposalText(day string) string { return "enter: " + day }

func exampleText(s string) string { return "bijvoorbeeld: " + s }

func droppedText(n int) string {
	if n == 1 {
		return "1 onzichtbaar teken is weggelaten."
	}
	return fmt.Sprintf("%d onzichtbare tekens zijn weggelaten.", n)
}

func longerText(n int) string {
	if n == 1 {
		return "1 teken langer dan gevraagd"
	}
	return fmt.Sprintf("%d tekens langer dan gevraagd", n)
}

func moreText(n int) string { return fmt.Sprintf("nog %d, als je wilt", n) }

func fullerText(n, most int) string { return fmt.Sprintf("%d, er passen er %d", n, most) }

func understoodText(s string) string { return "   " + s }

func rangeText(from, to int) string {
	return fmt.Sprintf("Typ een getal van %d tot en met %d, of ga met ← en →.", from, to)
}

func endsText(from int, low string, to int, high string) string {
	return fmt.Sprintf("%d %s, %d %s", from, low, to, high)
}

// leading names what leads to somebody.
var leading = map[privacy.Sort]string{
	privacy.Email:    "een e-mailadres",
	privacy.IBAN:     "een rekeningnummer",
	privacy.Birth:    "een geboortedatum",
	privacy.Phone:    "een telefoonnummer",
	privacy.BSN:      "een BSN",
	privacy.Postcode: "een adres",
}

// leadsText says what stands there and why that matters; the last sentence can be left
// out where there is no room.
func leadsText(s privacy.Sort) string {
	return "Dit lijkt op " + leading[s] + ": zo vind je iemand. Kan het zonder?"
}
