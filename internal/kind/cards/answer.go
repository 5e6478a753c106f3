package cards

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/table"
)

// Laid is where a card lies: the places of the first look, those that the second
// look added, and whether that was taken.
type Laid struct {
	First, Added []string // ids of places, in the order of the definition
	Looked       bool
}

// Answer is the cards of one person, an immutable value.
type Answer struct {
	kind.Form
	def  Definition
	own  []Card            // cards of one's own
	laid map[string]Laid   // by the key of a card; none that lies nowhere
	said map[string]string // by the key of a card: how the note calls it
	spot map[spot]string   // how the note calls the place of a card
	left table.Left        // what of the section was not understood
}

// spot is a place of a card at a look.
type spot struct {
	card, place string
	look        int
}

// ownWord is what a note calls a card of one's own.
var ownWord = table.Lead(table.Own)

// Key tells cards apart: its id, or the title of one's own with what no id holds.
func (c Card) Key() string {
	if c.ID != "" {
		return c.ID
	}
	return table.Own + c.Title
}

// title is what the note calls a card.
func (a Answer) title(c Card) string {
	if c.ID == "" {
		return table.Title(table.Name{ID: c.Key()}, a.said[c.Key()])
	}
	return table.Title(table.Name{ID: c.ID, Name: c.Title}, a.said[c.Key()])
}

// Definition gives the cards that were dealt.
func (a Answer) Definition() Definition { return a.def }

// Cards lists the cards: those for the room or all of them, laid ones in any case,
// and those of one's own.
func (a Answer) Cards(all bool) []Card {
	var list []Card
	for _, c := range a.def.Cards {
		if _, laid := a.laid[c.ID]; all || bool(c.Room) || laid {
			list = append(list, c)
		}
	}
	return append(list, a.own...)
}

// Laid gives where a card lies.
func (a Answer) Laid(c Card) Laid { return a.laid[c.Key()] }

// At tells whether a card lies at a place, at either look.
func (a Answer) At(c Card, place string) bool {
	l := a.Laid(c)
	return slices.Contains(l.First, place) || slices.Contains(l.Added, place)
}

// Lay lays a card at a place, or takes it away from there.
func (a Answer) Lay(c Card, place string) Answer {
	l := a.Laid(c)
	l.First = a.toggled(l.First, place)
	return a.with(c, l)
}

// Look takes the second look at a card: it adds a place, or takes an added one
// away; with no place it says that nothing is to be added. What was laid at the
// first look stays.
func (a Answer) Look(c Card, place string) Answer {
	l := a.Laid(c)
	l.Looked = true
	if place != "" && !slices.Contains(l.First, place) {
		l.Added = a.toggled(l.Added, place)
	}
	return a.with(c, l)
}

// toggled gives places with one put in, or taken out, in the definition's order.
func (a Answer) toggled(places []string, id string) []string {
	var list []string
	for _, p := range a.def.Places {
		if slices.Contains(places, p.ID) != (p.ID == id) {
			list = append(list, p.ID)
		}
	}
	return list
}

func (a Answer) with(c Card, l Laid) Answer {
	a.laid = maps.Clone(a.laid)
	a.laid[c.Key()] = l
	if !l.any() {
		delete(a.laid, c.Key())
	}
	return a.kept()
}

// any tells whether something was done with a card.
func (l Laid) any() bool { return len(l.First) > 0 || len(l.Added) > 0 || l.Looked }

// Add gives the answer with a card of one's own; one with that title stays as it is.
func (a Answer) Add(title string) Answer {
	c := Card{Title: strings.Join(strings.Fields(title), " ")}
	if c.Title == "" || a.owns(c) {
		return a
	}
	a.own = append(slices.Clone(a.own), c)
	return a.kept()
}

// Remove gives the answer without a card of one's own, wherever it lies; other cards
// stay.
func (a Answer) Remove(c Card) Answer {
	if c.ID != "" || !a.owns(c) {
		return a
	}
	a.own = slices.DeleteFunc(slices.Clone(a.own), func(o Card) bool { return o.Title == c.Title })
	a.said = maps.Clone(a.said)
	delete(a.said, c.Key())
	return a.with(c, Laid{})
}

func (a Answer) owns(c Card) bool {
	return slices.ContainsFunc(a.own, func(o Card) bool { return o.Title == c.Title })
}

// kept gives the answer with its section written.
func (a Answer) kept() Answer {
	a.Form = a.WithSection(Section, textSection, a.table(a.title, table.Name.Label))
	return a
}

// Words lists the fields, and of the cards the titles of one's own and what is no place.
func (a Answer) Words() []kind.Words {
	var texts []string
	for _, c := range a.own {
		texts = append(texts, c.Title)
	}
	return a.WordsWith(Section, append(texts, a.left.String())...)
}

// Passages gives the table without the ids of cards and places.
func (a Answer) Passages() []kind.Passage {
	title := func(c Card) string { return cmp.Or(a.said[c.Key()], c.Title) }
	return a.PassagesWith(Section, a.table(title, func(n table.Name) string { return n.Name }))
}

// table writes where the cards lie; title and label give what cards and places are called.
func (a Answer) table(title func(Card) string, label func(table.Name) string) string {
	var head []string
	var rows [][]string
	for _, c := range append(slices.Clone(a.def.Cards), a.own...) {
		l, said := a.laid[c.Key()], a.said[c.Key()]
		if c.ID != "" && !l.any() && said == "" {
			continue
		}
		added := a.names(c, 2, l.Added, label)
		if l.Looked && added == "" {
			added = textNothingAdded
		}
		rows = append(rows, []string{title(c), a.names(c, 1, l.First, label), added})
	}
	if len(rows) > 0 {
		head = []string{textCard, textFirstLook, textSecondLook}
	}
	return table.Write(head, rows, a.left)
}

func (a Answer) names(c Card, look int, places []string, label func(table.Name) string) string {
	var list []string
	for _, n := range a.def.names() {
		if slices.Contains(places, n.ID) {
			said := a.spot[spot{c.Key(), n.ID, look}]
			if said == "" || said == n.Label() {
				said = label(n)
			}
			list = append(list, said)
		}
	}
	return strings.Join(list, ", ")
}

// Ask gives what the second look asks about a card: the places where it does not
// lie yet, with a question each. Nobody has to answer all.
func (a Answer) Ask(c Card) []Question {
	var list []Question
	for _, p := range a.def.Places {
		if q, ok := c.Also[p.ID]; ok && !slices.Contains(a.Laid(c).First, p.ID) {
			list = append(list, Question{p, q})
		}
	}
	return list
}

// Question is what the second look asks: whether a part lies at a place too.
type Question struct {
	Place Place
	Text  string
}

// Set gives the answer with one field's text changed.
func (a Answer) Set(field, value string) kind.Answer {
	a.Form = a.With(field, value)
	return a
}

// Value gives a field, or the titles of the laid cards as a list.
func (a Answer) Value(id string) (string, bool) {
	if list, ok := a.titles(id); ok {
		return kind.ListOf(list), true
	}
	return a.Form.Value(id)
}

// titles gives the titles of the cards in one of the lists; ok is false where it is
// none of them.
func (a Answer) titles(list string) (titles []string, ok bool) {
	if list != Section && list != SecondLook {
		return nil, false
	}
	for _, c := range a.Cards(false) {
		if l := a.Laid(c); list == Section && len(l.First) > 0 || list == SecondLook && len(l.Added) > 0 {
			titles = append(titles, c.Title)
		}
	}
	return titles, true
}

// Counts gives how many of the cards were laid, and how many of those were looked at
// twice. A card of one's own counts once it lies somewhere.
func (a Answer) Counts(all bool) (laid, looked, of int) {
	for _, c := range a.Cards(all) {
		l := a.Laid(c)
		if len(l.First) > 0 {
			laid++
			if l.Looked {
				looked++
			}
		}
		if c.ID != "" || len(l.First) > 0 {
			of++
		}
	}
	return laid, looked, of
}

// Own says how far the cards are: done when those for the room were looked at twice.
func (a Answer) Own() kind.State {
	laid, looked, of := a.Counts(false)
	switch {
	case len(a.laid) == 0 && len(a.own) == 0:
		return kind.Untouched
	case of > 0 && laid == of && looked == of:
		return kind.Done
	}
	return kind.Begun
}

// State says how far the exercise is.
func (a Answer) State(env kind.Env) kind.State { return a.StateWith(a.Own(), env) }

// Parts gives the cards among the fields, and under them what was written about a card;
// fields that choose among the cards have the laid ones as their options.
func (a Answer) Parts(env kind.Env) []kind.Part {
	var middle []kind.Part
	if a.def.playable() {
		middle = append(middle, kind.Instrument{Title: textInstrument, Summary: a.summary(), State: a.Own()})
	}
	for _, c := range a.def.Cards {
		if a.Filled(c.ID) {
			middle = append(middle, kind.Ask{Field: kind.Field{ID: c.ID, Ask: disagree(c.Title), Sort: kind.Prose, MayEmpty: true}})
		}
	}
	parts := a.Around(env, kind.Words{Field: Section, Ask: textSection, Text: a.left.String()}, middle...)
	for i, part := range parts {
		ask, ok := part.(kind.Ask)
		p := ask.Field.OptionsOf
		if titles, ours := a.titles(p.Field); ok && ours && (p.Exercise == "" || p.Exercise == a.def.head.ID) {
			ask.Options = titles
			parts[i] = ask
		}
	}
	return parts
}

func (a Answer) summary() string {
	laid, looked, of := a.Counts(false)
	if len(a.laid) == 0 {
		return ""
	}
	return summaryText(laid, of, looked)
}
