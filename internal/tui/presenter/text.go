package presenter

import (
	"fmt"
	"strconv"
	"time"

	"werkboek/internal/course"
)

const (
	textDeadKey = "→ volgende   ← terug   . zwart   nummer en enter   q stoppen"
	textEnd     = "Dit is de laatste dia."
	textLarger  = "ctrl en + maakt de letters groter"
)

// headline is the soft line above a slide: the chapter, its verb, and what the
// slide holds.
func headline(ch *course.Chapter, label string) string {
	text := strconv.Itoa(ch.Number)
	if ch.Verb != "" {
		text += " · " + ch.Verb
	}
	if label != "" {
		text += " · " + label
	}
	return text
}

func slideOf(at, of int) string { return fmt.Sprintf("%d van %d", at, of) }

func toSlide(n int) string { return fmt.Sprintf("naar %d: enter", n) }

func noSuchSlide(n, of int) string { return fmt.Sprintf("Dia %d is er niet; er zijn er %d.", n, of) }

// clock is the time, and how long the chapter still runs by the programme.
func clock(now time.Time, slot course.Slot, planned bool) string {
	text := now.Format("15.04")
	at := course.Clock(now.Hour()*60 + now.Minute())
	end := slot.Begin + course.Clock(slot.Minutes)
	if !planned || at < slot.Begin || at >= end {
		return text
	}
	return fmt.Sprintf("%s · tot %s, nog %d min", text, end, int(end-at))
}
