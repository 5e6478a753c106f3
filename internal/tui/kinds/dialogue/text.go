package dialogue

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"werkboek/internal/kind/dialogue"
)

const (
	labelStart = "start"
	labelAsk   = "vraag"
	labelYou   = "jij"
	labelTally = "geturfd"

	textStartAsk = "Hoe laat beginnen jullie? Spreek één tijd af en typ die allemaal."
	textNoTime   = "Typ de tijd als 14.02, of met seconden als 14.02.30."
	textNoGroup  = "Vul eerst in het hoofdstuk je letter in, en met hoeveel jullie zijn."
	textNoStart  = "Er is nog geen starttijd. s: typ hem."
	textNoLetter = "Vul in het hoofdstuk je letter in, dan zie je je rol."
	textEarly    = "zo begint het"
	textOver     = "De rondes zijn klaar."
	textOverHelp = "esc gaat terug naar het hoofdstuk. Daar staat wat je schreef, en de laatste vragen."
	textPaused   = "pauze"
	textStop     = "Stoppen of pauze mag altijd."

	textQuiet      = "Stil: schrijf voor jezelf."
	textQuietHelp  = "Niemand in de groep leest mee."
	textBackTitle  = "Terug: vertel wat je opviel."
	textBackOrder  = "Eerst de spreker, dan de luisteraar, dan de waarnemer. Geen gesprek over de inhoud."
	textPauseHelp  = "De klok staat stil. p: verder."
	textGoOn       = "verder"
	textTooEarly   = "Een minuut erbij kan als deze fase een minuut loopt. p: pauze."
	textDeadTally  = "1 tot 9 en 0 turven gedrag; backspace haalt er één terug. p: pauze."
	textLastMinute = "de laatste minuut"
	textHelps      = "helpt het gesprek"
	textStops      = "stopt het gesprek"

	textDeadKey   = "Je hoeft nu niets te doen. p is pauze, + een minuut erbij, s een andere starttijd."
	textNoTally   = "Turven doet de waarnemer, tijdens het gesprek."
	textNoUntally = "Er is niets geturfd dat terug kan."
	textWhichBack = "Welke haal je terug? Druk het cijfer."
	textNoWriting = "Schrijven kan in de stille minuut, en daarna in het hoofdstuk."
	textBegin     = "beginnen"
	textReady     = "klaar"
	textBack      = "terug"
)

// startHelp says what time it is, and what enter takes.
func startHelp(now time.Time, proposed string) string {
	return fmt.Sprintf("Het is nu %s. Dan lopen jullie klokken gelijk, zonder netwerk. enter kiest %s.", now.Format(hourLayout), proposed)
}

func newStart(said string) string {
	return fmt.Sprintf("De starttijd is nu %s. Laat de anderen die ook typen: s.", said)
}

func farText(round, of int, phase string) string {
	return fmt.Sprintf("ronde %d van %d · %s", round, of, phase)
}

// leftText gives a time as digits of a clock: 4.37.
func leftText(left time.Duration) string {
	seconds := int((left + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d.%02d", seconds/60, seconds%60)
}

func letterName(n int) string { return string(rune('A' + n)) }

// roleText says one's role, and whom it is about.
func roleText(role, speaker, listener string) string {
	switch role {
	case "spreker":
		return fmt.Sprintf("Jij vertelt. %s luistert.", listener)
	case "luisteraar":
		return fmt.Sprintf("Je luistert naar %s.", speaker)
	}
	if dialogue.Observes(role) {
		return fmt.Sprintf("Je kijkt. %s vertelt, %s luistert.", speaker, listener)
	}
	return "Jouw rol: " + role + "."
}

func firstRole(role string) string { return fmt.Sprintf("Jij begint als %s.", role) }

func startsAt(said string) string { return fmt.Sprintf("Jullie beginnen om %s.", said) }

func nextRole(role string) string { return fmt.Sprintf("Hierna ben jij %s.", role) }

// strokes writes a number as people tally: in fives.
func strokes(n int) string {
	text := strings.TrimSpace(strings.Repeat("IIIII ", n/5) + strings.Repeat("I", n%5))
	const most = 24
	if len(text) > most {
		return fmt.Sprint(n)
	}
	return text
}

// hourLayout is how an hour stands in the scheme.
const (
	hourLayout    = "15.04"
	secondsLayout = "15.04.05"
)

// beginCells is the room for the hour in the scheme, cells.
const beginCells = 9

// schemeHead names the roles, each once: a group of four has two observers.
func schemeHead(s dialogue.Scheme) string {
	text := fmt.Sprintf("%-*s", beginCells, "begin")
	for _, role := range distinct(s.Roles) {
		text += fmt.Sprintf("%-*s", columnCells(role), role)
	}
	return strings.TrimRight(text, " ")
}

// schemeLine says who has which role in a round.
func schemeLine(s dialogue.Scheme, round int, begins time.Time) string {
	layout := hourLayout
	if begins.Second() != 0 {
		layout = secondsLayout
	}
	text := fmt.Sprintf("%-*s", beginCells, begins.Format(layout))
	for _, role := range distinct(s.Roles) {
		var who []string
		for i, r := range s.Roles {
			if r == role {
				who = append(who, letterName(s.Who(i, round)))
			}
		}
		text += fmt.Sprintf("%-*s", columnCells(role), strings.Join(who, " "))
	}
	return strings.TrimRight(text, " ")
}

func distinct(roles []string) []string {
	var list []string
	for _, r := range roles {
		if !slices.Contains(list, r) {
			list = append(list, r)
		}
	}
	return list
}

func columnCells(role string) int { return len([]rune(role)) + 1 }

// outOfGroup says which letters a group has.
func outOfGroup(group int) string {
	return fmt.Sprintf("Met %s zijn jullie A tot en met %s. Kies je letter in het hoofdstuk.", groupWord(group), letterName(group-1))
}

func groupWord(n int) string {
	words := map[int]string{2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes"}
	if w, ok := words[n]; ok {
		return w
	}
	return fmt.Sprint(n)
}
