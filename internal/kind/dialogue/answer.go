package dialogue

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/table"
)

var errNoTime = errors.New("not a time like 14.02")

// count is one tally of one round.
type count struct {
	id    string
	round int // counted from 0
}

// Answer is the dialogue of one person, an immutable value.
type Answer struct {
	kind.Form
	def    Definition
	clock  Clock
	counts map[count]int
	said   map[string]string // what the note calls a behaviour, where that is not its usual name
	last   []count           // tallies of this session, to take back
	unread table.Left        // what of the section was not understood
}

// Definition gives the dialogue that is played.
func (a Answer) Definition() Definition { return a.def }

// Scheme gives the scheme of the group's size; ok is false while that is not said.
func (a Answer) Scheme() (Scheme, bool) {
	value, _ := a.Value(a.def.own.Group)
	n, _ := strconv.Atoi(strings.TrimSpace(value))
	for _, s := range a.def.own.Schemes {
		if s.Group == n {
			return s, true
		}
	}
	return Scheme{}, false
}

// Letter gives one's letter, counted from 0; ok is false while it is not said, or
// where the group has no such letter.
func (a Answer) Letter() (int, bool) {
	value, _ := a.Value(a.def.own.Letter)
	value = strings.ToUpper(strings.TrimSpace(value))
	s, ok := a.Scheme()
	if len(value) != 1 || !ok {
		return 0, false
	}
	n := int(value[0]) - 'A'
	return n, n >= 0 && n < s.Group
}

// OutOfGroup tells whether one's letter is one that the group does not have.
func (a Answer) OutOfGroup() bool {
	value, _ := a.Value(a.def.own.Letter)
	_, known := a.Letter()
	_, sized := a.Scheme()
	return sized && !known && strings.TrimSpace(value) != ""
}

// Question gives one's opening question.
func (a Answer) Question() string {
	value, _ := a.Value(a.def.own.Ask)
	return value
}

// Clock gives the clock.
func (a Answer) Clock() Clock { return a.clock }

// WithClock gives the answer with another clock.
func (a Answer) WithClock(c Clock) Answer {
	a.clock = c
	a.Form = a.WithHead(headClock, c.text())
	return a
}

// Count gives how often a behaviour was tallied in a round, counted from 0.
func (a Answer) Count(id string, round int) int { return a.counts[count{id, round}] }

// Tally gives the answer with one more of a behaviour.
func (a Answer) Tally(id string, round int) Answer {
	c := count{id, round}
	a.last = append(slices.Clone(a.last), c)
	return a.counted(c, 1)
}

// Untally takes back the last tally of this session in a round, counted from 0; ok
// is false where there is none.
func (a Answer) Untally(round int) (back Answer, ok bool) {
	for i := len(a.last) - 1; i >= 0; i-- {
		if c := a.last[i]; c.round == round {
			a.last = slices.Delete(slices.Clone(a.last), i, i+1)
			return a.counted(c, -1), true
		}
	}
	return a, false
}

// TakeBack gives the answer with one less of a behaviour in a round, of whatever
// session; none is less than none.
func (a Answer) TakeBack(id string, round int) Answer {
	c := count{id, round}
	if a.counts[c] == 0 {
		return a
	}
	for i := len(a.last) - 1; i >= 0; i-- {
		if a.last[i] == c {
			a.last = slices.Delete(slices.Clone(a.last), i, i+1)
			break
		}
	}
	return a.counted(c, -1)
}

func (a Answer) counted(c count, by int) Answer {
	a.counts = maps.Clone(a.counts)
	a.counts[c] = max(0, a.counts[c]+by)
	a.Form = a.WithSection(Section, textSection, a.table(table.Title))
	return a
}

// table writes the tallies; title gives what a behaviour is called.
func (a Answer) table(title func(n table.Name, said string) string) string {
	head, rows := []string{""}, [][]string{}
	rounds := 0
	for c := range a.counts {
		rounds = max(rounds, c.round+1)
	}
	for i := range rounds {
		head = append(head, roundText(i+1))
	}
	for _, b := range a.def.Tallies {
		row := []string{title(b.named(), a.said[b.ID])}
		any := a.said[b.ID] != ""
		for i := range rounds {
			cell := ""
			if n := a.Count(b.ID, i); n > 0 {
				cell, any = strconv.Itoa(n), true
			}
			row = append(row, cell)
		}
		if any {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		head = nil
	}
	return table.Write(head, rows, a.unread)
}

func (t Tally) named() table.Name { return table.Name{ID: t.ID, Name: t.Name} }

// CarryOver takes over, from an answer in hand, which tallies can be taken back.
func (a Answer) CarryOver(was kind.Answer) kind.Answer {
	if before, ok := was.(Answer); ok {
		a.last = before.last
	}
	return a
}

// Set gives the answer with one field's text changed.
func (a Answer) Set(field, value string) kind.Answer {
	a.Form = a.With(field, value)
	return a
}

// RoundAsks gives what one's role writes in a round, counted from 0.
func (a Answer) RoundAsks(round int, env kind.Env) []kind.Ask {
	s, ok := a.Scheme()
	letter, known := a.Letter()
	if !ok || !known {
		return nil
	}
	role := s.Roles[s.Role(letter, round)]
	var fields []kind.Field
	for _, f := range a.def.own.Fields {
		if plays(role, f.Role) {
			fields = append(fields, f.in(round+1))
		}
	}
	return a.Asks(fields, env)
}

// Own says how far the rounds are: done when each left something.
func (a Answer) Own() kind.State {
	s, ok := a.Scheme()
	if a.clock.Start.IsZero() && len(a.counts) == 0 {
		return kind.Untouched
	}
	if !ok {
		return kind.Begun
	}
	for round := range s.Group {
		if !a.left(round) {
			return kind.Begun
		}
	}
	return kind.Done
}

// left tells whether something was kept of a round.
func (a Answer) left(round int) bool {
	for c, n := range a.counts {
		if c.round == round && n > 0 {
			return true
		}
	}
	return slices.ContainsFunc(a.def.own.Fields, func(f RoundField) bool { return a.Filled(f.in(round + 1).ID) })
}

// State says how far the exercise is.
func (a Answer) State(env kind.Env) kind.State { return a.StateWith(a.Own(), env) }

// Parts gives the rounds among the fields, and what was kept of each.
func (a Answer) Parts(env kind.Env) []kind.Part {
	var middle []kind.Part
	if len(a.def.own.Schemes) > 0 {
		middle = append(middle, kind.Instrument{Title: textInstrument, Summary: a.summary(), State: a.Own()})
	}
	if s, ok := a.Scheme(); ok {
		for round := range s.Group {
			if a.left(round) {
				middle = append(middle, a.round(s, round, env))
			}
		}
	}
	return a.Around(env, kind.Words{Field: Section, Ask: textSection, Text: a.unread.String()}, middle...)
}

// Passages gives what comes back every round with its round, and the tallies without
// ids.
func (a Answer) Passages() []kind.Passage {
	list := a.PassagesWith(Section, a.table(func(n table.Name, said string) string { return cmp.Or(said, n.Name) }))
	for i, p := range list {
		base, round, repeats := strings.Cut(p.Field, "@")
		if repeats && slices.ContainsFunc(a.def.own.Fields, func(f RoundField) bool { return f.ID == base }) {
			list[i].Ask = ofRound(round, p.Ask)
		}
	}
	return list
}

// round gives what stands of a round on the page.
func (a Answer) round(s Scheme, round int, env kind.Env) kind.Step {
	title := roundText(round + 1)
	if letter, ok := a.Letter(); ok {
		title += " · " + s.Roles[s.Role(letter, round)]
	}
	step := kind.Step{ID: fmt.Sprint("ronde", round+1), Title: title}
	var said []string
	for _, t := range a.def.Tallies {
		if n := a.Count(t.ID, round); n > 0 {
			said = append(said, tallied(t.Name, n))
		}
	}
	if len(said) > 0 {
		step.Parts = append(step.Parts, kind.Text{ID: step.ID, Markdown: textTallied + strings.Join(said, ", ") + "."})
	}
	asks := a.RoundAsks(round, env)
	for _, f := range a.def.own.Fields { // what was written in another role stays in sight
		if field := f.in(round + 1); a.Filled(field.ID) && !slices.ContainsFunc(asks, func(x kind.Ask) bool { return x.Field.ID == field.ID }) {
			asks = append(asks, a.Asks([]kind.Field{field}, env)...)
		}
	}
	for _, x := range asks {
		step.Parts = append(step.Parts, x)
	}
	return step
}

func (a Answer) summary() string {
	if a.clock.Start.IsZero() {
		return ""
	}
	return startedText(a.clock.Said())
}
