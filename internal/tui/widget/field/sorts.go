package field

import (
	"strings"
	"time"

	"werkboek/internal/kind"
	"werkboek/internal/plain"
)

// This file is what sets the sorts apart that one types into.

// listMark stands before each item of a list.
const listMark = "- "

func asTyped(s string) string { return s }

func newProse(f *frame) *written {
	return &written{frame: f, shown: asTyped, kept: asTyped, empty: f.example, watch: &watch{}}
}

// newLine makes a field of one line, which says softly when it is longer than was
// asked.
func newLine(f *frame) *written {
	w := newProse(f)
	w.single = true
	w.below = func() string {
		if most := f.ask.Field.Length; most > 0 && w.buf.Runes() > most {
			return longerText(w.buf.Runes() - most)
		}
		return ""
	}
	return w
}

// newList makes a field of items, which says softly how many there may be.
func newList(f *frame) *written {
	w := newProse(f)
	w.mark, w.lead = listMark, len(listMark)
	w.shown = func(value string) string { return strings.Join(kind.Entries(value), "\n") }
	w.kept = func(text string) string {
		if text == "" {
			return ""
		}
		return kind.ListOf(strings.Split(text, "\n"))
	}
	w.below = func() string {
		least, most, n := f.ask.Field.Min, f.ask.Field.Max, w.buf.Filled()
		switch {
		case n < least:
			return moreText(least - n)
		case most > 0 && n > most:
			return fullerText(n, most)
		}
		return ""
	}
	return w
}

// newDate makes a field for a day, which says which one was understood.
func newDate(f *frame) *written {
	w := newProse(f)
	w.single = true
	w.watch = nil
	w.shown = func(value string) string {
		if d, err := time.Parse(time.DateOnly, value); err == nil {
			return d.Format("2-1-2006")
		}
		return value
	}
	w.kept = func(text string) string {
		if d, ok := parseDate(text, f.today); ok {
			return d.Format(time.DateOnly)
		}
		return text
	}
	w.behind = func(text string) string {
		if d, ok := parseDate(text, f.today); ok {
			return understoodText(longDate(d))
		}
		return understoodText(textDateHint)
	}
	return w
}

// example gives what stands softly in a field in which nothing is written.
func (f *frame) example() string {
	switch {
	case f.ask.Field.Example != "":
		return exampleText(plain.Line(f.ask.Field.Example))
	case f.ask.Field.Proposal != "":
		return f.proposal()
	}
	return ""
}
