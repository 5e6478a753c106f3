// Package circle is the kind `kring`: the people around somebody, as letters, and
// per trait a sign: like me, different, I do not know, left out. Only the signs are
// kept: no names, and never what somebody is. It shows a pattern and asks about
// it; it judges nothing. It imports kind, table and what lies below them.
//
//	vragen: [Wie bel je als er 's nachts iets gebeurt?]
//	kenmerken:
//	  - {id: KR-3, naam: opleiding}
//	  - {id: KR-8, naam: geloof of levensbeschouwing, gevoelig: ja}
//
// In the note the signs are one table in the section `kring`: a row per trait, a
// column per person. A row that begins with `eigen ·`, or that the definition does
// not know, is a trait of one's own. What is not understood stays below the table.
package circle

import (
	"slices"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
	"werkboek/internal/table"
)

// Name is the word for this kind in a definition.
const Name = "kring"

// Section is the part of the note that holds the signs.
const Section = "kring"

// The numbers of persons: letters A to H.
const (
	LeastPersons = 3
	MostPersons  = 8
	usualPersons = 6
)

// Trait is something in which people may be alike.
type Trait struct {
	ID        string            `yaml:"id"` // "" for one's own
	Name      string            `yaml:"naam"`
	Help      string            `yaml:"hulp"`
	Sensitive frontmatter.YesNo `yaml:"gevoelig"` // off until it is asked for

	Lines frontmatter.Lines `yaml:"-"`
}

// Kind is the kind itself.
type Kind struct{}

// Name gives "kring".
func (Kind) Name() string { return Name }

// Definition is the circle of one exercise.
type Definition struct {
	head      kind.Head
	Questions []string // by which one chooses the persons
	Traits    []Trait
}

// Parse takes `vragen` and `kenmerken`. A trait that it complains about is left out.
func (Kind) Parse(head kind.Head, doc *frontmatter.Doc) (kind.Definition, []problem.Problem) {
	var own struct {
		Questions []string `yaml:"vragen"`
		Traits    []Trait  `yaml:"kenmerken"`
	}
	problems := doc.Take(&own)
	say := func(line int, what, remedy string) {
		problems = append(problems, problem.Problem{File: doc.File, Line: line, What: what, Remedy: remedy})
	}
	if len(own.Traits) == 0 && len(problems) == 0 {
		say(doc.Line("kenmerken"), textNoTraits, textNoTraitsRemedy)
	}
	d := Definition{head: head, Questions: own.Questions}
	for _, t := range own.Traits {
		twice := slices.ContainsFunc(d.Traits, func(o Trait) bool { return o.ID == t.ID })
		if twice || !kind.ValidID(t.ID) || t.ID == ownWord || t.Name == "" {
			say(t.Lines.Of("id"), badTrait(t.ID), textTraitRemedy)
			continue
		}
		d.Traits = append(d.Traits, t)
	}
	return d, problems
}

// ownWord is what a note calls a trait of one's own.
var ownWord = table.Lead(table.Own)

// Head gives what every exercise has.
func (d Definition) Head() kind.Head { return d.head }

// Fields lists the fields before and after the circle.
func (d Definition) Fields() []kind.Field {
	return slices.Concat(d.head.Before, d.head.After, []kind.Field{kind.Paper()})
}

// ownRows is how many rows on paper are for traits of one's own.
const ownRows = 2

// Blank gives the circle as a table, without the traits that are off at first.
func (d Definition) Blank() []kind.Part {
	g := kind.Grid{Columns: []string{""}}
	for i := range usualPersons {
		g.Columns = append(g.Columns, Letter(i))
	}
	for _, t := range d.Traits {
		if !t.Sensitive {
			g.Rows = append(g.Rows, t.Name)
		}
	}
	g.Rows = append(g.Rows, make([]string, ownRows)...)
	var middle []kind.Part
	if len(d.Questions) > 0 {
		middle = append(middle, kind.Text{ID: "personen", Markdown: choose(d.Questions)})
	}
	return kind.BlankAround(d.head, append(middle, kind.Text{ID: Section, Markdown: textOnPaper}, g)...)
}

// Read makes an answer of a note.
func (d Definition) Read(s sheet.Sheet) kind.Answer { return d.read(s) }
