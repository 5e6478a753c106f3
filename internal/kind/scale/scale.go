// Package scale is the kind `schaal`: a place between two poles, in several
// columns: for oneself, an organisation, somebody else, or for two moments. Not
// knowing is a full answer; about somebody else it is asked how one knows. No
// place is better than another, and nothing is added up. It imports kind, table
// and what lies below them.
//
//	punten: 7
//	momenten: nee
//	kolommen:
//	  - {id: ik, naam: ik}
//	  - {id: ander, naam: de ander zoals ik die ken, kort: de ander, hoe_weet_ik: ja, bewaren: nee}
//	uitspraken:
//	  - {id: HP-4, links: Eén ding tegelijk, rechts: Meer dingen door elkaar, omkeren: ja}
//
// In the note the places are one table in the section `plaatsen`: a row per
// sentence with its poles, a column per column by its id (`ander · de ander`), and
// `3`, `weet ik niet`, or `5, gezien`. What is not understood stays below the table.
// Places are counted from the first pole, from 1; `omkeren` changes the screen only.
package scale

import (
	"maps"
	"slices"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
	"werkboek/internal/table"
)

// Name is the word for this kind in a definition.
const Name = "schaal"

// Section is the part of the note that holds the places.
const Section = "plaatsen"

// Column is one person, organisation or moment that is placed.
type Column struct {
	ID     string            `yaml:"id"`
	Name   string            `yaml:"naam"`
	Short  string            `yaml:"kort"`        // for a narrow screen, at most 11 cells
	How    frontmatter.YesNo `yaml:"hoe_weet_ik"` // it is asked how one knows
	Unkept frontmatter.NoYes `yaml:"bewaren"`     // it lives in memory only
	Later  frontmatter.YesNo `yaml:"later"`       // one comes to it when the others are placed

	Lines frontmatter.Lines `yaml:"-"`
}

// Poles are the words at the two ends.
type Poles struct {
	Left  string `yaml:"links"`
	Right string `yaml:"rechts"`
}

// Item is one line to find a place on.
type Item struct {
	ID       string            `yaml:"id"`
	Sentence string            `yaml:"zin"`  // "" where the poles say it
	Brief    string            `yaml:"kort"` // what the questions call it; "" for the sentence
	Left     string            `yaml:"links"`
	Right    string            `yaml:"rechts"`
	Flip     frontmatter.YesNo `yaml:"omkeren"` // the screen shows it the other way round
	Theme    string            `yaml:"thema"`
	Words    map[string]Poles  `yaml:"woorden"` // other words for a column, by its id

	Lines frontmatter.Lines `yaml:"-"`
}

// Kind is the kind itself.
type Kind struct{}

// Name gives "schaal".
func (Kind) Name() string { return Name }

// Definition is the scales of one exercise.
type Definition struct {
	head    kind.Head
	Points  int // places on a line
	Moments bool
	Columns []Column
	Items   []Item
}

// parser gathers a definition and what is wrong with it.
type parser struct {
	Definition
	doc      *frontmatter.Doc
	problems []problem.Problem
	declared map[string]bool // ids of columns, also of those that were left out
}

func (p *parser) say(line int, what, remedy string) {
	p.problems = append(p.problems, problem.Problem{File: p.doc.File, Line: line, What: what, Remedy: remedy})
}

// Parse takes `punten`, `momenten`, `kolommen` and `uitspraken`. A column or an item
// that it complains about is left out.
func (Kind) Parse(head kind.Head, doc *frontmatter.Doc) (kind.Definition, []problem.Problem) {
	var own struct {
		Points  int               `yaml:"punten"`
		Moments frontmatter.YesNo `yaml:"momenten"`
		Columns []Column          `yaml:"kolommen"`
		Items   []Item            `yaml:"uitspraken"`
	}
	p := &parser{Definition: Definition{head: head}, doc: doc, declared: map[string]bool{}}
	p.problems = doc.Take(&own)
	if p.Points = min(max(own.Points, leastPoints), mostPoints); p.Points != own.Points {
		p.say(doc.Line("punten"), textPoints, textPointsRemedy)
	}
	if len(own.Columns) == 0 {
		p.say(doc.Line("kolommen"), textNoColumns, textNoColumnsRemedy)
	}
	if len(own.Items) == 0 {
		p.say(doc.Line("uitspraken"), textNoItems, textNoItemsRemedy)
	}
	for _, c := range own.Columns {
		p.column(c)
	}
	if p.Moments = bool(own.Moments) && len(p.Columns) == moments; bool(own.Moments) && len(own.Columns) != moments {
		p.say(doc.Line("momenten"), badMoments(len(own.Columns)), textMomentsRemedy)
	}
	for _, it := range own.Items {
		p.item(it)
	}
	return p.Definition, p.problems
}

// moments is how many columns there are with `momenten: ja`.
const moments = 2

func (p *parser) column(c Column) {
	twice := p.declared[c.ID]
	p.declared[c.ID] = true
	if twice || !kind.ValidID(c.ID) || c.Name == "" {
		p.say(c.Lines.Of("id"), badColumn(c.ID), textColumnRemedy)
		return
	}
	if c.Short == "" {
		c.Short = c.Name
	}
	p.Columns = append(p.Columns, c)
}

func (p *parser) item(it Item) {
	twice := slices.ContainsFunc(p.Items, func(o Item) bool { return o.ID == it.ID })
	if twice || !kind.ValidID(it.ID) || it.Left == "" || it.Right == "" {
		p.say(it.Lines.Of("id"), badItem(it.ID), textItemRemedy)
		return
	}
	for _, id := range slices.Sorted(maps.Keys(it.Words)) {
		if !p.declared[id] && len(p.declared) > 0 {
			p.say(it.Lines.Of("woorden"), noColumn(id), textWordsRemedy)
		}
	}
	p.Items = append(p.Items, it)
}

// playable tells whether there is something to place.
func (d Definition) playable() bool { return len(d.Columns) > 0 && len(d.Items) > 0 }

// names gives the columns as a note names them.
func (d Definition) names() []table.Name {
	list := make([]table.Name, len(d.Columns))
	for i, c := range d.Columns {
		list[i] = table.Name{ID: c.ID, Name: c.Name}
	}
	return list
}

// The numbers of places that fit a screen.
const leastPoints, mostPoints = 2, 9

// Head gives what every exercise has.
func (d Definition) Head() kind.Head { return d.head }

// Fields lists the fields before and after the scales.
func (d Definition) Fields() []kind.Field {
	return append(append(append([]kind.Field{}, d.head.Before...), d.head.After...), kind.Paper())
}

// PolesOf gives the words of an item for a column, as the screen shows them.
func (d Definition) PolesOf(item, column int) Poles {
	it := d.Items[item]
	p := Poles{it.Left, it.Right}
	if w, ok := it.Words[d.Columns[column].ID]; ok {
		p = w
	}
	if it.Flip {
		p.Left, p.Right = p.Right, p.Left
	}
	return p
}

// Shown turns a place into the one on the screen, and back.
func (d Definition) Shown(item, place int) int {
	if bool(d.Items[item].Flip) && place > 0 {
		return d.Points + 1 - place
	}
	return place
}

// Blank gives the lines as a table.
func (d Definition) Blank() []kind.Part {
	g := kind.Grid{Columns: []string{""}}
	middle := []kind.Part{kind.Text{ID: Section, Markdown: onPaper(d.Points)}}
	for _, c := range d.Columns {
		g.Columns = append(g.Columns, c.Name)
		if c.Unkept {
			middle = append(middle, kind.Text{ID: c.ID, Markdown: unkeptOnPaper(c.Name)})
		}
	}
	for _, it := range d.Items {
		g.Rows = append(g.Rows, it.title())
	}
	return kind.BlankAround(d.head, append(middle, g)...)
}

// Read makes an answer of a note.
func (d Definition) Read(s sheet.Sheet) kind.Answer { return d.read(s) }
