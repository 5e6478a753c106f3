package past

import (
	"fmt"
	"strconv"

	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
)

const (
	textTitle   = "eerdere versies"
	textBeside  = "twee versies"
	textBack    = "terug"
	textLater   = "later kiezen"
	textRestore = "terugzetten"
	textYes     = "ja, zet terug"
	textNo      = "nee"

	textDeadKey  = "Kies met ↑ en ↓ een versie; enter zet die terug, esc gaat terug."
	textDeadSide = "1 houdt wat er nu staat, 2 neemt de andere; esc kiest later."
	textDeadAsk  = "enter zet deze versie terug; esc laat alles zoals het is."

	textReading   = "Even lezen …"
	textNone      = "Van deze notitie is er nog geen eerdere versie."
	textOnlyOne   = "Er ligt geen andere versie meer. esc gaat terug."
	textNowNone   = "Nu staat er niets in deze notitie."
	textLegend    = "+ alleen in deze versie   - [alleen nu in je notitie]"
	textSame      = "Dezelfde woorden als nu in je notitie."
	textSameBoth  = "In beide staan dezelfde woorden."
	textDiffer    = "≠ hier staat iets anders dan in de andere versie"
	textAsk       = "Deze versie terugzetten?"
	textAskHelp   = "Wat er nu staat, blijft bewaard als eerdere versie."
	textNothing   = "Deze versie is niet te lezen, dus ook niet terug te zetten."
	textNowSide   = "1  nu in je notitie"
	textOtherSide = "2  de andere versie"
	textKeepMine  = "deze houden"
	textTakeThat  = "de andere nemen"
	textNothingIs = "Er gaat niets weg: wat je niet kiest, wordt een eerdere versie."
)

func nowHolds(words int) string { return "Nu in je notitie: " + screen.Words(words) + "." }

// differs says how much is in a version, and how far it is from the present one.
func differs(words, other int) string {
	switch other {
	case 0:
		return screen.Words(words) + ", dezelfde als nu"
	case 1:
		return screen.Words(words) + ", 1 anders dan nu"
	}
	return fmt.Sprintf("%s, %d anders dan nu", screen.Words(words), other)
}

func unread(err error) string { return "Niet te lezen: " + notes.Reason(err) + "." }

func lies(name string) string { return "Bestand: " + name }

func whichOf(at, all int) string { return fmt.Sprintf("%d van %d", at, all) }

func joined(a, b string) string { return a + " · " + b }

func number(n int) string { return strconv.Itoa(n) }
