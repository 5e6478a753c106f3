package circle

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/table"
)

// Sign is what is kept of one person and one trait.
type Sign string

// The signs, as they stand on the screen and in the note.
const (
	Blank     Sign = ""
	Alike     Sign = "="
	Different Sign = "≠"
	Unknown   Sign = "?"
	Skipped   Sign = "-" // does not count
)

// Row is a trait that is looked at, with a sign per person.
type Row struct {
	Trait Trait
	Signs []Sign

	said string // what the note calls the trait; "" for its usual name
}

// called is what the note calls a trait.
func (r Row) called() string {
	if r.Trait.ID == "" {
		return table.Title(table.Name{ID: table.Own + r.Trait.Name}, r.said)
	}
	return table.Title(table.Name{ID: r.Trait.ID, Name: r.Trait.Name}, r.said)
}

// Answer is the circle of one person, an immutable value.
type Answer struct {
	kind.Form
	def     Definition
	persons int
	rows    []Row
	left    table.Left // what of the section was not understood
}

// Definition gives the circle that was asked for.
func (a Answer) Definition() Definition { return a.def }

// Persons gives the number of persons.
func (a Answer) Persons() int { return a.persons }

// Letter gives the letter of a person, counted from 0.
func Letter(person int) string { return string(rune('A' + person)) }

// Rows lists the traits that are looked at.
func (a Answer) Rows() []Row { return a.rows }

// LeftOut lists the traits of the definition that are not looked at.
func (a Answer) LeftOut() []Trait {
	var list []Trait
	for _, t := range a.def.Traits {
		if !slices.ContainsFunc(a.rows, func(r Row) bool { return r.Trait.ID == t.ID }) {
			list = append(list, t)
		}
	}
	return list
}

// kept gives the answer with its section written.
func (a Answer) kept() Answer {
	a.Form = a.WithSection(Section, textSection, a.table(Row.called))
	return a
}

// Words lists the fields, and of the circle the traits of one's own and what is no sign.
func (a Answer) Words() []kind.Words {
	var texts []string
	for _, r := range a.rows {
		if r.Trait.ID == "" {
			texts = append(texts, r.Trait.Name)
		}
	}
	return a.WordsWith(Section, append(texts, a.left.String())...)
}

// Passages gives the circle without the ids of its traits.
func (a Answer) Passages() []kind.Passage {
	return a.PassagesWith(Section, a.table(func(r Row) string { return cmp.Or(r.said, r.Trait.Name) }))
}

// table writes the signs, each trait by what it is called.
func (a Answer) table(called func(Row) string) string {
	head, rows := []string{""}, [][]string{}
	for i := range a.persons {
		head = append(head, Letter(i))
	}
	for _, r := range a.rows {
		cells := []string{called(r)}
		for _, s := range r.Signs {
			cells = append(cells, string(s))
		}
		rows = append(rows, cells)
	}
	return table.Write(head, rows, a.left)
}

// Mark gives the answer with one sign set.
func (a Answer) Mark(row, person int, s Sign) Answer {
	a.rows = slices.Clone(a.rows)
	a.rows[row].Signs = slices.Clone(a.rows[row].Signs)
	a.rows[row].Signs[person] = s
	return a.kept()
}

// WithPersons gives the answer for another number of persons.
func (a Answer) WithPersons(n int) Answer {
	a.persons = min(max(n, LeastPersons), MostPersons)
	a.rows = slices.Clone(a.rows)
	for i, r := range a.rows {
		signs := make([]Sign, a.persons)
		copy(signs, r.Signs)
		a.rows[i].Signs = signs
	}
	return a.kept()
}

// WithTrait gives the answer with a trait looked at; one without an id is one's own.
// One that is looked at already stays as it is.
func (a Answer) WithTrait(t Trait) Answer {
	t.Name = strings.Join(strings.Fields(t.Name), " ")
	if t.Name == "" || a.row(t) >= 0 {
		return a
	}
	a.rows = append(slices.Clone(a.rows), Row{Trait: t, Signs: make([]Sign, a.persons)})
	return a.kept()
}

// row gives where a trait is looked at, -1 where it is not.
func (a Answer) row(t Trait) int {
	return slices.IndexFunc(a.rows, func(r Row) bool {
		return r.Trait.ID == t.ID && (t.ID != "" || r.Trait.Name == t.Name)
	})
}

// Without gives the answer with a trait left out.
func (a Answer) Without(row int) Answer {
	a.rows = slices.Delete(slices.Clone(a.rows), row, row+1)
	return a.kept()
}

// WithoutOwn gives the answer without a trait of one's own; others stay.
func (a Answer) WithoutOwn(name string) Answer {
	if row := a.row(Trait{Name: name}); row >= 0 {
		return a.Without(row)
	}
	return a
}

// Set gives the answer with one field's text changed.
func (a Answer) Set(field, value string) kind.Answer {
	a.Form = a.With(field, value)
	return a
}

// Count is the pattern of one trait: how many persons are alike, of how many that
// count, and of how many of those it is not known. Left-out ones do not count.
type Count struct{ Alike, Of, Unknown int }

// Count counts a trait.
func (r Row) Count() Count {
	var c Count
	for _, s := range r.Signs {
		switch s {
		case Alike:
			c.Alike++
			c.Of++
		case Different:
			c.Of++
		case Unknown:
			c.Unknown++
			c.Of++
		}
	}
	return c
}

// Own says how far the circle is: done when every sign is set.
func (a Answer) Own() kind.State {
	set := a.signs()
	switch {
	case set == 0:
		return kind.Untouched
	case set < len(a.rows)*a.persons:
		return kind.Begun
	}
	return kind.Done
}

// signs counts the signs that are set.
func (a Answer) signs() int {
	n := 0
	for _, r := range a.rows {
		for _, s := range r.Signs {
			if s != Blank {
				n++
			}
		}
	}
	return n
}

// State says how far the exercise is.
func (a Answer) State(env kind.Env) kind.State { return a.StateWith(a.Own(), env) }

// Parts gives the circle among the fields, how one chooses the persons, and what the
// pattern asks.
func (a Answer) Parts(env kind.Env) []kind.Part {
	var middle []kind.Part
	if len(a.def.Questions) > 0 {
		middle = append(middle, kind.Text{ID: "personen", Markdown: choose(a.def.Questions)})
	}
	if len(a.def.Traits) > 0 {
		middle = append(middle, kind.Instrument{Title: textInstrument, Summary: a.summary(), State: a.Own()}, kind.Text{ID: "eerlijk", Markdown: textHonest})
	}
	for i, q := range a.Asked() {
		middle = append(middle, kind.Text{ID: "vraag" + strconv.Itoa(i), Markdown: q})
	}
	return a.Around(env, kind.Words{Field: Section, Ask: textSection, Text: a.left.String()}, middle...)
}

// Asked gives what the pattern asks, as sentences without a verdict: where most are
// alike, and where most is not known.
func (a Answer) Asked() []string {
	alike, unknown := -1, -1
	for i, r := range a.rows {
		c := r.Count()
		if c.Alike > 1 && (alike < 0 || c.Alike > a.rows[alike].Count().Alike) {
			alike = i
		}
		if c.Unknown > 0 && (unknown < 0 || c.Unknown > a.rows[unknown].Count().Unknown) {
			unknown = i
		}
	}
	var list []string
	if alike >= 0 {
		c := a.rows[alike].Count()
		list = append(list, alikeText(a.rows[alike].Trait.Name, c.Alike, c.Of))
	}
	if unknown >= 0 {
		list = append(list, unknownText(a.rows[unknown].Trait.Name, a.rows[unknown].Count().Unknown))
	}
	return list
}

func (a Answer) summary() string {
	if a.signs() == 0 {
		return ""
	}
	return summaryText(a.persons, len(a.rows), a.signs())
}
