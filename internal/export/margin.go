package export

import (
	"cmp"
	"math"
	"slices"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/workbook"
)

// beside gives the margin of a chapter, in the order of its text. What hangs on nothing
// comes last, under its old heading.
func beside(b *workbook.Book, ch *course.Chapter) Part {
	p := Part{Name: notes.MarginOf(ch.Number).String(), Title: marginOf(ch.Number), heading: textMargin}
	m := b.Margin(ch.Number)
	for _, n := range m.Notes() {
		day := ""
		if !n.When.IsZero() {
			day = n.When.Format(dayForm)
		}
		p.add(n.Key.String(), quoted(quoteOf(b, n.Key), day), n.Text)
	}
	for _, f := range m.Sheet().Fields() {
		if _, err := course.ParseKey(f.ID); err != nil && plain.Line(f.Value) != "" {
			p.add(f.ID, f.Question, f.Value)
		}
	}
	slices.SortStableFunc(p.passages, func(x, y kind.Passage) int {
		a, b := placeOf(ch, x), placeOf(ch, y)
		return cmp.Or(cmp.Compare(a.section, b.section), cmp.Compare(a.block, b.block))
	})
	return p
}

// quoteOf gives the words that a note stands at: of an exercise its title.
func quoteOf(b *workbook.Book, key course.Key) string {
	if e := b.Course().Exercise(key.Quote); e != nil {
		return e.Head().Title
	}
	return key.Said()
}

func (p *Part) add(id, ask, text string) {
	words := kind.Words{Field: id, Ask: ask, Text: nested(withBreaks(text))}
	p.passages = append(p.passages, kind.Passage{Words: words, Sort: kind.Prose})
}

type place struct{ section, block int }

// placeOf gives where in a chapter a note stands.
func placeOf(ch *course.Chapter, x kind.Passage) place {
	key, err := course.ParseKey(x.Field)
	if err == nil {
		if section, block, ok := ch.Find(key); ok {
			return place{section, block}
		}
	}
	return place{math.MaxInt, 0}
}
