// Package margin is the notes beside the text of a chapter: each hangs on the key
// of a block, and is found again by it. It imports course and sheet.
//
// In the file each is a field whose id is the key; its heading carries the day and
// the quoted words:
//
//	## drie-stappen/1a2b3c4d/1 · 22-11-2026 20.14 · De methode begint niet bij
package margin

import (
	"strings"
	"time"

	"werkboek/internal/course"
	"werkboek/internal/sheet"
)

// moment is how a day and a time stand in a heading.
const moment = "02-01-2006 15.04"

// separator stands between the day and the quote.
const separator = " · "

// Note is one note beside the text.
type Note struct {
	Key  course.Key
	Text string // as it was typed
	When time.Time
}

// Margin is the notes beside one chapter, an immutable value.
type Margin struct{ sheet sheet.Sheet }

// Read makes the margin of its note file.
func Read(s sheet.Sheet) Margin { return Margin{s} }

// Sheet gives the note file.
func (m Margin) Sheet() sheet.Sheet { return m.sheet }

// Notes lists the notes in the order of the file. What is no key stays in the
// file, and is not listed.
func (m Margin) Notes() []Note {
	var list []Note
	for _, f := range m.sheet.Fields() {
		key, err := course.ParseKey(f.ID)
		if err != nil || strings.TrimSpace(f.Value) == "" {
			continue
		}
		day, quote, _ := strings.Cut(f.Question, separator)
		when, _ := time.ParseInLocation(moment, day, time.Local) // unread, it has no day
		key.Quote = quote
		list = append(list, Note{key, f.Value, when})
	}
	return list
}

// Readable gives the note file with its quotes as people read them. It is not for saving.
func (m Margin) Readable() sheet.Sheet {
	read := m.sheet
	for _, f := range m.sheet.Fields() {
		day, quote, ok := strings.Cut(f.Question, separator)
		if ok {
			read = read.Without(f.ID).With(f.ID, day+separator+course.Key{Quote: quote}.Said(), f.Value)
		}
	}
	return read
}

// With gives the margin with the note at a block written; an empty text takes it
// away.
func (m Margin) With(key course.Key, text string, now time.Time) Margin {
	if strings.TrimSpace(text) == "" {
		return Margin{m.sheet.Without(key.String())}
	}
	return Margin{m.sheet.With(key.String(), now.Format(moment)+separator+key.Quote, text)}
}

// At gives the notes by the block that they stand at: each is found by its key,
// and stands at the end of its section when its block is gone.
func (m Margin) At(ch *course.Chapter) map[*course.Block][]Note {
	placed := map[*course.Block][]Note{}
	for _, n := range m.Notes() {
		if section, block, ok := ch.Find(n.Key); ok {
			b := ch.Sections()[section].Blocks()[block]
			placed[b] = append(placed[b], n)
		}
	}
	return placed
}
