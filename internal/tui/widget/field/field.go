// Package field draws and edits the answer to one question: a line to write on,
// a list, a choice, a number or a date. The page owns it and calls it by method.
// It imports theme, edit, plain, kind and the table of keys.
package field

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/edit"
	"werkboek/internal/kind"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/tui/keys"
)

// Result is what became of a key or a paste.
type Result struct {
	Changed bool    // the value is another
	Handled bool    // the field had a use for it
	Say     string  // a word for the key line, "" for none
	Copied  string  // text for the program's own clipboard, "" for none
	Paste   bool    // the clipboard is to be pasted
	Cmd     tea.Cmd // for the terminal's clipboard
}

// Model is a field. It belongs to one page.
type Model struct {
	ask     kind.Ask
	st      *theme.Styles
	ruler   plain.Ruler
	keys    keys.Field
	choice  keys.Choice
	width   int
	focused bool
	today   time.Time

	buf    *edit.Buffer // of the sorts that are written, and of one's own words at a choice
	value  string       // of the sorts that are chosen
	past   []string     // what was chosen before, to take back
	option int          // the row that is pointed at
}

// defaultWidth is the width until one is set, cells.
const defaultWidth = 64

// New makes a field with a value.
func New(ask kind.Ask, value string, st *theme.Styles, r plain.Ruler, k keys.Field) *Model {
	m := &Model{ask: ask, st: st, ruler: r, keys: k, choice: keys.NewChoice(), width: defaultWidth}
	m.SetValue(value)
	return m
}

// SetAsk takes the question anew: options and recalled words may have changed.
func (m *Model) SetAsk(ask kind.Ask) { m.ask = ask }

// SetStyles takes the styles of another theme.
func (m *Model) SetStyles(st *theme.Styles) { m.st = st }

// SetToday says which day it is, for dates without a year.
func (m *Model) SetToday(t time.Time) { m.today = t }

// SetRuler takes another way of measuring.
func (m *Model) SetRuler(r plain.Ruler) {
	m.ruler = r
	m.SetWidth(m.width)
}

// SetWidth sets the width of the rows, cells.
func (m *Model) SetWidth(cells int) {
	m.width = max(2, cells)
	if m.buf != nil {
		m.buf.SetWidth(m.width-m.indent(), m.ruler)
	}
}

// writes tells whether one types into the field.
func (m *Model) writes() bool {
	s := m.ask.Field.Sort
	return s != kind.Choice && s != kind.Ticks && s != kind.Number
}

// SetValue replaces the value from outside; undo does not go back beyond it.
func (m *Model) SetValue(v string) {
	if !m.writes() {
		m.value = v
		m.option = max(0, m.chosenOption())
		if m.hasOwn() {
			m.setOwn()
		}
		return
	}
	m.buf = edit.New(m.shownAs(Normal(v)), edit.Options{Single: m.single()})
	m.SetWidth(m.width)
}

// Normal gives a value as a field holds it: line ends as they are typed. A file
// may have those of Windows; they stay there until somebody types.
func Normal(v string) string { return strings.ReplaceAll(v, "\r\n", "\n") }

func (m *Model) single() bool {
	return m.ask.Field.Sort == kind.Line || m.ask.Field.Sort == kind.Date || m.hasOwn()
}

// shownAs gives the text that is edited for a value.
func (m *Model) shownAs(v string) string {
	switch m.ask.Field.Sort {
	case kind.List:
		return joinLines(kind.Items(v))
	case kind.Date:
		if d, err := time.Parse(time.DateOnly, v); err == nil {
			return d.Format("2-1-2006")
		}
	}
	return v
}

// Value gives the value as it is kept.
func (m *Model) Value() string {
	if !m.writes() {
		return m.value
	}
	text := m.buf.Text()
	switch m.ask.Field.Sort {
	case kind.List:
		return kind.ListOf(kind.Items(text))
	case kind.Date:
		if d, ok := parseDate(text, m.today); ok {
			return d.Format(time.DateOnly)
		}
	}
	return text
}

// Words counts the words that were written.
func (m *Model) Words() int {
	if m.writes() {
		return m.buf.Words()
	}
	return plain.Words(m.value)
}

// Focus gives the field the cursor, at the end of the text or where it was.
func (m *Model) Focus(atEnd bool) {
	m.focused = true
	if atEnd && m.writes() {
		m.buf.Move(edit.End, false)
	}
}

// Blur takes the cursor away.
func (m *Model) Blur() { m.focused = false }

// Focused tells whether the field has the cursor.
func (m *Model) Focused() bool { return m.focused }

// Click puts the cursor at a row and cell, or chooses what stands there.
func (m *Model) Click(row, cell int) {
	if m.writes() {
		m.buf.Click(row, cell-m.indent(), false)
	} else if row < len(m.ask.Options) || m.hasOwn() {
		m.option = min(row, len(m.ask.Options))
	}
}

// Cursor gives the row and cell of the cursor; ok is false where there is none to
// show.
func (m *Model) Cursor() (row, cell int, ok bool) {
	if !m.writes() && !m.onOwn() {
		return m.option, 0, false
	}
	row, cell = m.buf.Cursor()
	if m.onOwn() {
		row += len(m.ask.Options)
	}
	return row, cell + m.indent(), m.focused
}
