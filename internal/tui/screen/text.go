package screen

import (
	"fmt"
	"strconv"
	"time"
)

var months = [...]string{"jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec"}

// Moment gives a day and a time as people say them.
func Moment(t, now time.Time) string {
	clock := t.Format("15.04")
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	switch day(t) {
	case day(now):
		return "vandaag, " + clock
	case day(now.AddDate(0, 0, -1)):
		return "gisteren, " + clock
	}
	date := fmt.Sprintf("%d %s", t.Day(), months[t.Month()-1])
	if t.Year() != now.Year() {
		date += " " + strconv.Itoa(t.Year())
	}
	return date + ", " + clock
}

// Words says a number of words.
func Words(n int) string {
	if n == 1 {
		return "1 woord"
	}
	return strconv.Itoa(n) + " woorden"
}

// textStillHere is how a failed save is told first, at the place of the words.
const textStillHere = "! Je tekst staat hier nog; ik probeer het opnieuw. ctrl+s: nu."

// Lines tells it in two lines: what could not be saved, and that the words are still
// here and what to press. Nil when all is well.
func (t Trouble) Lines() []string {
	if t.Reason == "" {
		return nil
	}
	return []string{fmt.Sprintf("%s (%s)", t.Word(), t.File), textStillHere}
}

// Word tells it in a few words.
func (t Trouble) Word() string { return "! Nog niet bewaard: " + t.Reason }
