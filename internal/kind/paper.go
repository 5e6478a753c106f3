package kind

import (
	"maps"
	"slices"
	"strings"
)

// PaperID is the field of every exercise with an instrument that says that it was
// done on paper.
const PaperID = "papier"

// Paper gives that field: one thing to tick.
func Paper() Field {
	return Field{ID: PaperID, Ask: textPaper, Sort: Ticks, Options: []string{textOnPaper}, MayEmpty: true}
}

// Passage is what stands under one question of a note, for who reads it on paper.
type Passage struct {
	Words
	// Sort is that of the field, by which the text is read; "" where the kind wrote the
	// text, as Markdown.
	Sort    Sort
	Private bool // it goes along only when that is asked for
}

// Passages gives what the note holds, in its order. What has no question any more is
// private where anything in the exercise is: nobody can tell what it was.
func (f Form) Passages() []Passage {
	anything := slices.ContainsFunc(f.fields, func(field Field) bool { return bool(field.Private) })
	var list []Passage
	for _, s := range f.sheet.Fields() {
		if !f.holds(s.ID, s.Value) {
			continue
		}
		p := Passage{Words: Words{s.ID, s.Question, s.Value}, Sort: Prose, Private: anything}
		switch i := f.index(s.ID); {
		case i >= 0:
			p.Ask, p.Sort, p.Private = f.fields[i].Ask, f.fields[i].Sort, bool(f.fields[i].Private)
		case slices.Contains(f.owned, s.ID):
			p.Sort, p.Private = "", false
		}
		p.Private = p.Private || bool(f.head.Private)
		list = append(list, p)
	}
	return list
}

// PassagesWith is Passages with another text for a section of the kind's own, where the
// note has it.
func (f Form) PassagesWith(section, text string) []Passage {
	list := f.Passages()
	for i, p := range list {
		if p.Field == section {
			list[i].Text = text
		}
	}
	return list
}

// Grid is a table to fill in by hand: what stands above its columns, the first of which
// holds the rows, and the rows. An empty row is for one's own.
type Grid struct{ Columns, Rows []string }

// Blanks gives fields as parts for pen and paper.
func Blanks(fields []Field) []Part {
	parts := make([]Part, len(fields))
	for i, f := range fields {
		parts[i] = Ask{Field: f, Options: f.Options}
	}
	return parts
}

// BlankAround gives the parts for pen and paper of an exercise with an instrument.
func BlankAround(head Head, middle ...Part) []Part {
	return slices.Concat(Blanks(head.Before), middle, Blanks(head.After))
}

// Where says where a question is answered, "" where it does not matter.
func Where(when string) string {
	switch when {
	case InRoom:
		return textForRoom
	case AtHome:
		return textForHome
	}
	return ""
}

// OnlyIf says of what hangs on earlier choices for whom it is, "" where it is for all.
func OnlyIf(choices map[string][]string) string {
	var list []string
	for _, id := range slices.Sorted(maps.Keys(choices)) {
		list = append(list, strings.Join(choices[id], textOr))
	}
	if len(list) == 0 {
		return ""
	}
	return onlyIf(strings.Join(list, textAnd))
}
