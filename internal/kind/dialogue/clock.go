package dialogue

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Clock is the start that the group agreed on, and whether the clock stands still.
// The zero value has no start.
type Clock struct {
	Start  time.Time
	Paused bool
	After  time.Duration // of a clock that stands still: how long after the start, or before it
}

// layout is how a start stands in the note's head.
const layout = "2006-01-02 15.04.05"

const pauseWord = " pauze "

// parseClock reads the line of the note's head; what is no clock is no start.
func parseClock(s string) Clock {
	text, paused, stands := strings.Cut(s, pauseWord)
	start, err := time.ParseInLocation(layout, strings.TrimSpace(text), time.Local)
	if err != nil {
		return Clock{}
	}
	c := Clock{Start: start}
	if n, err := strconv.Atoi(strings.TrimSpace(paused)); stands && err == nil {
		c.Paused, c.After = true, time.Duration(n)*time.Second
	}
	return c
}

func (c Clock) text() string {
	if c.Start.IsZero() {
		return ""
	}
	s := c.Start.Format(layout)
	if c.Paused {
		s += pauseWord + strconv.Itoa(int(c.After/time.Second))
	}
	return s
}

// Said gives the start as people say and type it: 14.02, with seconds where they
// matter.
func (c Clock) Said() string {
	if c.Start.Second() == 0 {
		return c.Start.Format("15.04")
	}
	return c.Start.Format("15.04.05")
}

// At gives the moment of a scheme by this clock.
func (c Clock) At(s Scheme, now time.Time) Moment {
	if c.Paused {
		return s.after(c.After)
	}
	return s.At(c.Start, now)
}

// Pause stops the clock, or lets it go on. Going on moves the start, so that it
// falls on a whole ten seconds that others can type; the clock waits for that.
func (c Clock) Pause(now time.Time) Clock {
	if !c.Paused {
		return Clock{Start: c.Start, Paused: true, After: now.Round(0).Sub(c.Start).Truncate(time.Second)}
	}
	const whole = 10 * time.Second
	start := now.Round(0).Add(-c.After)
	if rest := time.Duration(start.Second())*time.Second%whole + time.Duration(start.Nanosecond()); rest > 0 {
		start = start.Add(whole - rest)
	}
	return Clock{Start: start}
}

// Longer gives the group a minute more.
func (c Clock) Longer() Clock {
	c.Start = c.Start.Add(time.Minute)
	if c.Paused {
		c.After -= time.Minute
	}
	return c
}

// ParseStart reads a time of today as people type it: 14.02, 14:02, 1402, 14.02.30.
func ParseStart(s string, now time.Time) (time.Time, error) {
	digits := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r
		case strings.ContainsRune(".:, h", r):
			return ' '
		}
		return 'x'
	}, strings.TrimSpace(s))
	parts := strings.Fields(digits)
	if len(parts) == 1 && (len(parts[0]) == 3 || len(parts[0]) == 4) {
		at := len(parts[0]) - 2
		parts = []string{parts[0][:at], parts[0][at:]}
	}
	var n [3]int
	if len(parts) < 2 || len(parts) > 3 {
		return time.Time{}, fmt.Errorf("read the start %q: %w", s, errNoTime)
	}
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v > [3]int{23, 59, 59}[i] || len(p) > 2 {
			return time.Time{}, fmt.Errorf("read the start %q: %w", s, errNoTime)
		}
		n[i] = v
	}
	return time.Date(now.Year(), now.Month(), now.Day(), n[0], n[1], n[2], 0, now.Location()), nil
}

// Propose gives a start that leaves a group the time to type it: the second whole
// minute from now.
func Propose(now time.Time) time.Time {
	return now.Truncate(time.Minute).Add(2 * time.Minute)
}
