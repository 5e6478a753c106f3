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
