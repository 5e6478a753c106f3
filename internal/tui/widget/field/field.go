// Package field draws and edits the answer to one question: a line to write on,
// a list, a choice, a number or a date. The page owns it and calls it by method.
// It imports theme, edit, plain, privacy, kind and the table of keys.
//
// Model is the front; behind it stands one answer per sort of field: written for
// what one types (written.go, and sorts.go for what sets its sorts apart), options
// for what one chooses among words (options.go, own.go), number (number.go).
package field

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

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
	Paste   bool    // the clipboard is to be pasted; Say is then for when there is nothing in it
	Cmd     tea.Cmd // for the terminal's clipboard
}

// Model is a field. It belongs to one page.
type Model struct {
	frame  *frame
	answer answer
}

// defaultWidth is the width until one is set, cells.
const defaultWidth = 64

// New makes a field with a value.
func New(ask kind.Ask, value string, st *theme.Styles, r plain.Ruler, k keys.Field) *Model {
	f := &frame{ask: ask, st: st, ruler: r, keys: k, width: defaultWidth}
	m := &Model{frame: f, answer: newAnswer(f)}
	m.SetValue(value)
	return m
}

// Normal gives a value as a field holds it: line ends as they are typed. A file
// may have those of Windows; they stay there until somebody types.
func Normal(v string) string { return strings.ReplaceAll(v, "\r\n", "\n") }

// SetAsk takes the question anew: options and recalled words may have changed.
func (m *Model) SetAsk(ask kind.Ask) {
	m.frame.ask = ask
	m.answer.adapt()
}

// SetToday says which day it is, for dates without a year.
func (m *Model) SetToday(t time.Time) { m.frame.today = t }

// Dress takes the styles of another theme, and another way of measuring.
func (m *Model) Dress(st *theme.Styles, r plain.Ruler) {
	m.frame.st, m.frame.ruler = st, r
	m.answer.adapt()
}

// SetWidth sets the width of the rows, cells.
func (m *Model) SetWidth(cells int) {
	m.frame.width = max(2, cells)
	m.answer.adapt()
}

// SetValue replaces the value from outside; undo does not go back beyond it.
func (m *Model) SetValue(v string) { m.answer.set(Normal(v)) }

// Value gives the value as it is kept: what was set, to the byte, until somebody
// changes it.
func (m *Model) Value() string { return m.answer.value() }

// Words counts the words that were written.
func (m *Model) Words() int { return m.answer.words() }

// Focus gives the field the cursor, at the end of the text or where it was.
func (m *Model) Focus(atEnd bool) {
	m.frame.focused = true
	m.answer.focus(atEnd)
}

// Blur takes the cursor away.
func (m *Model) Blur() { m.frame.focused = false }

// Focused tells whether the field has the cursor.
func (m *Model) Focused() bool { return m.frame.focused }

// Rows gives the number of rows.
func (m *Model) Rows() int { return m.answer.rows() }

// Row gives a row, counted from 0, styled.
func (m *Model) Row(i int) string { return m.answer.row(i) }

// Cursor gives the row and cell of the cursor; ok is false where there is none to
// show. The row is then the one that is looked at.
func (m *Model) Cursor() (row, cell int, ok bool) { return m.answer.cursor() }

// Pointed gives the row that one looks at in what one chooses from; ok is false where
// one types, and without the cursor.
func (m *Model) Pointed() (row int, ok bool) {
	if !m.frame.focused || m.frame.ask.Field.Sort.Writes() {
		return 0, false
	}
	row, _, _ = m.answer.cursor()
	return row, true
}

// Click puts the cursor at a row and cell, or points at the option that stands
// there.
func (m *Model) Click(row, cell int) { m.answer.click(row, cell) }

// Line gives the keys of the bottom line that are the field's own, none where one
// types.
func (m *Model) Line() []key.Binding { return m.answer.line() }

// Place says which keys count in the field now.
func (m *Model) Place() keys.Place { return m.answer.place() }

// Update takes a key press or a paste.
func (m *Model) Update(msg tea.Msg) Result {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.answer.press(msg)
	case tea.PasteMsg:
		return m.pasted(msg.Content)
	}
	return Result{}
}

// UpdateWith takes a key or a paste, with the program's own clipboard: what is copied is
// put there, and what is in it is pasted. Result.Paste stays for when nothing is.
func (m *Model) UpdateWith(clip *string, msg tea.Msg) Result {
	res := m.Update(msg)
	if res.Copied != "" {
		*clip = res.Copied
	}
	if res.Paste && *clip != "" {
		return m.Update(tea.PasteMsg{Content: *clip})
	}
	return res
}

func (m *Model) pasted(text string) Result {
	if text == "" {
		return Result{Handled: true, Say: textNothingToPaste}
	}
	return m.answer.paste(text)
}
