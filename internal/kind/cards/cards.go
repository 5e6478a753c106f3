// Package cards is the kind `kaarten`: one lays cards at places, more than one
// place if need be; takes a second look, card by card, that asks whether a part
// lies elsewhere too; and sees what one can do. What was laid first stays: at the
// second look a place is added, none is taken away, and one may disagree. It
// imports kind, table and what lies below them.
//
//	plekken: [{id: b, naam: bij de burger}, {id: s, naam: in het systeem}]
//	kaarten:
//	  - id: BA-1
//	    titel: De brief is te moeilijk
//	    situatie: Ik kreeg een brief van vier kanten.
//	    ook: {s: Wie schreef de brief?}
//	    hulp: [een korte brief, terugvragen]
//	    zaal: ja
//
// In the note the section `kaarten` is one table: a row per card that was laid,
// with the places of the first look and those that the second added, each by its
// id: `b · bij de burger`. A row that begins with `eigen ·`, or that the definition
// does not know, is a card of one's own. What is not understood stays below the
// table. Remarks are fields with the card's id.
package cards

import (
	"maps"
	"slices"
	"strings"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
	"werkboek/internal/table"
)

// Name is the word for this kind in a definition.
const Name = "kaarten"

// Section is the part of the note that holds the places; a field takes the titles
// of the laid cards as its options by that name.
const Section = "kaarten"

// SecondLook is the name by which a field takes the titles of the cards to which the
// second look added a place.
const SecondLook = "tweede-blik"

// Place is where a card can lie. Its id is the letter that lays it there.
type Place struct {
	ID   string `yaml:"id"`
	Name string `yaml:"naam"`

	Lines frontmatter.Lines `yaml:"-"`
}

// Card is one card.
type Card struct {
	ID        string            `yaml:"id"` // "" for one's own
	Title     string            `yaml:"titel"`
	Situation string            `yaml:"situatie"`
	Also      map[string]string `yaml:"ook"` // place → what the second look asks
	Help      []string          `yaml:"hulp"`
	Room      frontmatter.YesNo `yaml:"zaal"` // one of those for the room

	Lines frontmatter.Lines `yaml:"-"`
}

// Kind is the kind itself.
type Kind struct{}

// Name gives "kaarten".
func (Kind) Name() string { return Name }

// Definition is the cards of one exercise.
type Definition struct {
	head   kind.Head
	Places []Place
	Cards  []Card
}

// Parse takes `plekken` and `kaarten`. A place or a card that it complains about is
// left out.
func (Kind) Parse(head kind.Head, doc *frontmatter.Doc) (kind.Definition, []problem.Problem) {
	var own struct {
		Places []Place `yaml:"plekken"`
		Cards  []Card  `yaml:"kaarten"`
	}
	problems := doc.Take(&own)
	broken := len(problems) > 0
	say := func(line int, what, remedy string) {
		problems = append(problems, problem.Problem{File: doc.File, Line: line, What: what, Remedy: remedy})
	}
	d := Definition{head: head}
	declared := map[string]bool{}
	for _, p := range own.Places {
		if declared[p.ID] || !p.fits() {
			say(p.Lines.Of("id"), badPlace(p.ID), textPlaceRemedy)
		} else {
			d.Places = append(d.Places, p)
		}
		declared[p.ID] = true
	}
	if len(own.Places) < 2 && !broken {
		say(doc.Line("plekken"), textNoPlaces, textNoPlacesRemedy)
	}
	if len(own.Cards) == 0 && !broken {
		say(doc.Line("kaarten"), textNoCards, textNoCardsRemedy)
	}
	for _, c := range own.Cards {
		if !kind.ValidID(c.ID) || c.ID == ownWord || c.Title == "" || slices.ContainsFunc(d.Cards, func(o Card) bool { return o.ID == c.ID }) {
			say(c.Lines.Of("id"), badCard(c.ID), textCardRemedy)
			continue
		}
		for _, id := range slices.Sorted(maps.Keys(c.Also)) {
			if !declared[id] && len(own.Places) > 0 {
				say(c.Lines.Of("ook"), noPlace(id), textAlsoRemedy)
			}
		}
		d.Cards = append(d.Cards, c)
	}
	return d, problems
}

// reserved are the letters that mean something else on the table of cards.
const reserved = "aoqt"

// fits tells whether a place has an id that is a key of its own, and a name that can
// stand in a list.
func (p Place) fits() bool {
	return len(p.ID) == 1 && p.ID[0] >= 'a' && p.ID[0] <= 'z' && !strings.Contains(reserved, p.ID) &&
		strings.TrimSpace(p.Name) != "" && !strings.Contains(p.Name, ",")
}

// names gives the places as a note names them.
func (d Definition) names() []table.Name {
	list := make([]table.Name, len(d.Places))
	for i, p := range d.Places {
		list[i] = table.Name{ID: p.ID, Name: p.Name}
	}
	return list
}

// playable tells whether there is something to lay, and where.
func (d Definition) playable() bool { return len(d.Places) > 0 && len(d.Cards) > 0 }

// Head gives what every exercise has.
func (d Definition) Head() kind.Head { return d.head }

// Lists names the laid cards, and those to which the second look added a place, as
// options for a field.
func (d Definition) Lists() []string { return []string{Section, SecondLook} }

// Fields lists the fields before and after the cards, and a remark per card.
func (d Definition) Fields() []kind.Field {
	fields := slices.Concat(d.head.Before, d.head.After, []kind.Field{kind.Paper()})
	for _, c := range d.Cards {
		fields = append(fields, kind.Field{ID: c.ID, Ask: disagree(c.Title), Sort: kind.Prose, MayEmpty: true, Lines: c.Lines})
	}
	return fields
}

// ownRows is how many rows on paper are for cards of one's own.
const ownRows = 3

// Blank gives the cards to read, tables to lay them in, and what the second look asks.
// Those for the room come first, and apart.
func (d Definition) Blank() []kind.Part {
	room, home := d.dealt()
	parts := []kind.Part{kind.Text{ID: Section, Markdown: d.rules()}}
	for _, cards := range [][]Card{room, home} {
		if len(cards) == 0 {
			continue
		}
		title := ""
		if len(home) > 0 {
			title = onlyWhere(bool(cards[0].Room))
		}
		parts = append(parts, kind.Text{ID: Section, Markdown: title + deal(cards)}, grid(cards))
	}
	parts = append(parts, kind.Text{ID: SecondLook, Markdown: d.lookAgain(slices.Concat(room, home))})
	return kind.BlankAround(d.head, parts...)
}

// dealt gives the cards for the room and those that are for home only; all are for the
// room where none says so.
func (d Definition) dealt() (room, home []Card) {
	for _, c := range d.Cards {
		if c.Room {
			room = append(room, c)
		} else {
			home = append(home, c)
		}
	}
	if len(room) == 0 {
		return home, nil
	}
	return room, home
}

// grid is the table in which one lays cards, with rows for one's own.
func grid(cards []Card) kind.Grid {
	g := kind.Grid{Columns: []string{textCard, textFirstLook, textSecondLook}}
	for _, c := range cards {
		g.Rows = append(g.Rows, c.Title)
	}
	g.Rows = append(g.Rows, make([]string, ownRows)...)
	return g
}

// Read makes an answer of a note.
func (d Definition) Read(s sheet.Sheet) kind.Answer { return d.read(s) }
