package scale

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/table"
)

// How is how one knows something about somebody else.
type How string

// The ways of knowing, as the screen and the note call them.
const (
	NotSaid  How = ""
	Said     How = "gezegd"
	Seen     How = "gezien"
	Presumed How = "vermoed"
)

// Ways lists the ways of knowing, in the order in which a key goes through them.
func Ways() []How { return []How{NotSaid, Said, Seen, Presumed} }

// Mark is one place: from 1 to the number of points, counted from the left pole.
type Mark struct {
	Place   int
	Unknown bool // "weet ik niet", which is a full answer
	How     How
}

// Set tells whether something was answered.
func (m Mark) Set() bool { return m.Place > 0 || m.Unknown }

type cell struct{ item, column int }

// Answer is the places of one person, an immutable value.
type Answer struct {
	kind.Form
	def    Definition
	marks  map[cell]Mark
	said   map[int]string // what the note calls an item, where that is not its usual name
	labels map[int]string // what the note calls a column
	left   table.Left     // what of the section was not understood
}

func (m Mark) text() string {
	value := ""
	switch {
	case m.Unknown:
		value = textUnknown
	case m.Place > 0:
		value = strconv.Itoa(m.Place)
	default:
		return ""
	}
	if m.How != NotSaid {
		value += ", " + string(m.How)
	}
	return value
}

// Definition gives the scales that were answered.
func (a Answer) Definition() Definition { return a.def }

// Mark gives the place of an item in a column.
func (a Answer) Mark(item, column int) Mark { return a.marks[cell{item, column}] }

// Place gives the answer with one place set.
func (a Answer) Place(item, column int, m Mark) Answer {
	a.marks = maps.Clone(a.marks)
	if m.Set() {
		a.marks[cell{item, column}] = m
	} else {
		delete(a.marks, cell{item, column})
	}
	a.Form = a.WithSection(Section, sectionTitle(a.def.Points), a.table(table.Title, table.Name.Label))
	return a
}

// Words lists the fields, and what in the place of the scale is no mark.
func (a Answer) Words() []kind.Words { return a.WordsWith(Section, a.left.String()) }

// Passages gives the places without the ids of items and columns.
func (a Answer) Passages() []kind.Passage {
	name := func(n table.Name) string { return n.Name }
	return a.PassagesWith(Section, a.table(func(n table.Name, said string) string { return cmp.Or(said, n.Name) }, name))
}

// table writes what is kept: a row per item that has a place in a kept column. Title and
// label give what items and columns are called.
func (a Answer) table(title func(n table.Name, said string) string, label func(table.Name) string) string {
	head := []string{""}
	var kept []int
	for i, n := range a.def.names() {
		if !a.def.Columns[i].Unkept {
			kept = append(kept, i)
			head = append(head, cmp.Or(a.labels[i], label(n)))
		}
	}
	var rows [][]string
	for i, it := range a.def.Items {
		row := []string{title(table.Name{ID: it.ID, Name: it.title()}, a.said[i])}
		any := a.said[i] != ""
		for _, c := range kept {
			m := a.Mark(i, c)
			any = any || m.Set()
			row = append(row, m.text())
		}
		if any {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		head = nil
	}
	return table.Write(head, rows, a.left)
}

// title is what the note calls an item: with its poles, so that a place says something
// there too.
func (it Item) title() string {
	poles := it.Left + " – " + it.Right
	if it.Sentence == "" {
		return poles
	}
	return it.Sentence + ": " + poles
}

// brief is what a question calls an item.
func (it Item) brief() string {
	switch {
	case it.Brief != "":
		return it.Brief
	case it.Sentence != "":
		return it.Sentence
	}
	return it.title()
}

// Set gives the answer with one field's text changed.
func (a Answer) Set(field, value string) kind.Answer {
	a.Form = a.With(field, value)
	return a
}

// CarryOver takes over, from an answer in hand, what is in no file.
func (a Answer) CarryOver(was kind.Answer) kind.Answer {
	before, ok := was.(Answer)
	if !ok {
		return a
	}
	a.marks = maps.Clone(a.marks)
	for c, m := range before.marks {
		if c.column < len(a.def.Columns) && c.item < len(a.def.Items) && bool(a.def.Columns[c.column].Unkept) {
			a.marks[c] = m
		}
	}
	return a
}

// Closed tells whether a column is not shown now: of moments, the first while
// the second is being filled in.
func (a Answer) Closed(column int) bool {
	return a.def.Moments && column == 0 && len(a.def.Columns) > 1 && a.Filled(1) > 0 && a.Filled(1) < len(a.def.Items)
}

// Filled counts the items that have a place in a column.
func (a Answer) Filled(column int) int {
	n := 0
	for i := range a.def.Items {
		if a.Mark(i, column).Set() {
			n++
		}
	}
	return n
}

// Widest gives the items where two columns lie furthest apart, the widest first,
// at most n of them; none where they nowhere differ.
func (a Answer) Widest(one, other, n int) []int {
	return a.byDistance(one, other, n, func(d int) bool { return d > 0 }, func(x, y int) int { return y - x })
}

// Alike gives the items where two columns lie at most one place apart, the
// closest first, at most n of them.
func (a Answer) Alike(one, other, n int) []int {
	return a.byDistance(one, other, n, func(d int) bool { return d <= 1 }, func(x, y int) int { return x - y })
}

func (a Answer) byDistance(one, other, n int, fits func(int) bool, order func(x, y int) int) []int {
	far := map[int]int{}
	var items []int
	for i := range a.def.Items {
		x, y := a.Mark(i, one).Place, a.Mark(i, other).Place
		if d := max(x-y, y-x); x > 0 && y > 0 && fits(d) {
			far[i] = d
			items = append(items, i)
		}
	}
	slices.SortStableFunc(items, func(x, y int) int { return order(far[x], far[y]) })
	return items[:min(n, len(items))]
}

// Unsure counts the places of a column that are presumed or not known.
func (a Answer) Unsure(column int) int {
	n := 0
	for i := range a.def.Items {
		if m := a.Mark(i, column); m.Unknown || m.How == Presumed {
			n++
		}
	}
	return n
}

// Own says how far the scales are.
func (a Answer) Own() kind.State {
	any, all := false, true
	for c, col := range a.def.Columns {
		n := a.Filled(c)
		any = any || n > 0
		all = all && (n == len(a.def.Items) || bool(col.Unkept))
	}
	switch {
	case !any:
		return kind.Untouched
	case all:
		return kind.Done
	}
	return kind.Begun
}

// State says how far the exercise is.
func (a Answer) State(env kind.Env) kind.State { return a.StateWith(a.Own(), env) }

// Parts gives the scales among the fields, and what the places ask.
func (a Answer) Parts(env kind.Env) []kind.Part {
	var middle []kind.Part
	if a.def.playable() {
		middle = append(middle, kind.Instrument{Title: textInstrument, Summary: a.summary(), State: a.Own()})
	}
	for i, q := range a.Questions() {
		middle = append(middle, kind.Text{ID: "vraag" + strconv.Itoa(i), Markdown: q})
	}
	return a.Around(env, kind.Words{Field: Section, Ask: sectionTitle(a.def.Points), Text: a.left.String()}, middle...)
}

// Questions gives what the places ask, as sentences: the largest difference, and
// what is not known. They count and judge nothing.
func (a Answer) Questions() []string {
	if len(a.def.Columns) < 2 || a.Closed(0) {
		return nil
	}
	var list []string
	if far := a.Widest(0, 1, 2); len(far) > 0 {
		ask := widest
		if a.def.Moments {
			ask = changed
		}
		list = append(list, ask(a.def.Columns[0].Name, a.def.Columns[1].Name, a.titles(far)))
	}
	if near := a.Alike(0, 1, 3); len(near) > 0 && !a.def.Moments {
		list = append(list, alike(a.titles(near)))
	}
	for i, c := range a.def.Columns {
		if bool(c.How) && a.Unsure(i) > 0 {
			list = append(list, unsure(c.Name, a.Unsure(i)))
		}
	}
	return list
}

func (a Answer) titles(items []int) []string {
	var list []string
	for _, i := range items {
		list = append(list, a.def.Items[i].brief())
	}
	return list
}

func (a Answer) summary() string {
	var said []string
	for c, col := range a.def.Columns {
		if n := a.Filled(c); n > 0 {
			said = append(said, filled(col.Name, n, len(a.def.Items)))
		}
	}
	return strings.Join(said, " · ")
}
