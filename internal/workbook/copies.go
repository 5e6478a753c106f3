package workbook

import (
	"slices"

	"werkboek/internal/kind"
	"werkboek/internal/margin"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/sheet"
)

// Scanned is what lies beside the notes, as it was found.
type Scanned struct {
	Copies []notes.Copy // newest first
	Err    error        // of what could not be looked into
}

// Scanner gives the look at what lies beside the notes; it may run anywhere.
func (b *Book) Scanner() func() Scanned {
	look := b.desk.Copies
	return func() Scanned {
		all, err := look()
		return Scanned{all, err}
	}
}

// Scan takes what was found.
func (b *Book) Scan(s Scanned) {
	b.copies = slices.DeleteFunc(s.Copies, func(c notes.Copy) bool { return c.Origin == notes.Leftover })
}

// Copies lists the copies of a note, newest first.
func (b *Book) Copies(ref notes.Ref) []notes.Copy { return notes.CopiesOf(b.copies, ref) }

// Apart lists those of which somebody has yet to choose: neither they nor the note are
// the older ones.
func (b *Book) Apart(ref notes.Ref) []notes.Copy {
	return slices.DeleteFunc(b.Copies(ref), func(c notes.Copy) bool { return !c.Apart() })
}

// AnyApart tells whether there is a copy of any note of which somebody has yet to choose.
func (b *Book) AnyApart() bool { return slices.ContainsFunc(b.copies, notes.Copy.Apart) }

// Readable gives a note as a person reads it, tables of instruments and all, under its
// questions.
func (b *Book) Readable(ref notes.Ref, s sheet.Sheet) sheet.Sheet {
	if ref.Name == notes.Margin {
		return margin.Read(s).Readable()
	}
	ex := b.course.Exercise(ref.Name)
	if ex == nil {
		return s
	}
	read := s
	for _, f := range s.Fields() {
		read = read.Without(f.ID)
	}
	for _, p := range ex.Read(s).Passages() {
		read = read.With(p.Field, p.Ask, p.Text)
	}
	return read
}

// Words counts the words that somebody wrote in a note: not what the exercise says in
// the tables of its instrument.
func (b *Book) Words(ref notes.Ref, s sheet.Sheet) int {
	ex := b.course.Exercise(ref.Name)
	if ex == nil {
		return notes.Words(s)
	}
	n := 0
	for _, w := range ex.Read(s).Words() {
		n += plain.Words(w.Text)
	}
	return n
}

// Summary says what was done in the instrument of an exercise, "" where it has none or
// nothing was.
func (b *Book) Summary(ref notes.Ref) string {
	a := b.Answer(ref)
	if a == nil {
		return ""
	}
	for _, p := range a.Parts(b.Env(ref.Chapter)) {
		if in, ok := p.(kind.Instrument); ok {
			return in.Summary
		}
	}
	return ""
}

// Texter gives the reading of a copy; it may run anywhere.
func (b *Book) Texter(c notes.Copy) func() (sheet.Sheet, error) {
	read := b.desk.Text
	return func() (sheet.Sheet, error) { return read(c) }
}

// Settler gives the work that ends a choice between a note and a copy: the copy is an
// earlier version from then on. It may run anywhere.
func (b *Book) Settler(c notes.Copy) func() error {
	settle := b.desk.Settle
	return func() error { return settle(c) }
}

// Sheet gives a note as it would be saved now, without what is for now only.
func (b *Book) Sheet(ref notes.Ref) sheet.Sheet {
	e := b.entries[ref]
	switch {
	case e == nil:
		return sheet.Sheet{}
	case ref.Name == notes.Margin:
		return e.margin.Sheet()
	case e.answer == nil:
		return sheet.Sheet{}
	}
	return b.kept(ref, e)
}
