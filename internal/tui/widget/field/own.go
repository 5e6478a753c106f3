package field

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/edit"
	"werkboek/internal/kind"
)

// This file is the last row of a choice with `eigen: ja`: one's own words in place
// of an option.

// hasOwn tells whether one may write an option of one's own.
func (m *Model) hasOwn() bool {
	return m.ask.Field.Sort == kind.Choice && bool(m.ask.Field.Own)
}

// onOwn tells whether the cursor stands in one's own words.
func (m *Model) onOwn() bool { return m.hasOwn() && m.option == len(m.ask.Options) }

// setOwn puts a value that is no option in the row of one's own words.
func (m *Model) setOwn() {
	words := m.value
	if contains(m.ask.Options, m.value) {
		words = ""
	}
	m.buf = edit.New(words, edit.Options{Single: true})
	m.SetWidth(m.width)
	if words != "" {
		m.option = len(m.ask.Options)
	}
}

// ownIndent is the room for what stands before one's own words, cells.
func (m *Model) ownIndent() int { return m.ruler.Width(m.mark(false) + textOwn) }

// ownRow shows a row of one's own words.
func (m *Model) ownRow(i int) string {
	lead := m.mark(!m.buf.Empty() && m.value == m.buf.Text()) + textOwn
	if i > 0 {
		lead = strings.Repeat(" ", m.ownIndent())
	}
	style := m.st.Ink
	if m.focused && m.onOwn() {
		style = m.st.Chosen
	}
	return style.Render(lead) + m.st.Warm.Render(m.buf.Row(i).Text)
}

// writeOwn takes a key for one's own words; ok is false where it is none of theirs.
func (m *Model) writeOwn(msg tea.KeyPressMsg) (res Result, ok bool) {
	text := msg.Key().Text
	if !m.onOwn() {
		if text == "" || text == " " || key.Matches(msg, m.choice.Digit) {
			return Result{}, false
		}
		m.option = len(m.ask.Options)
	}
	switch {
	case key.Matches(msg, m.keys.Up):
		m.option = max(0, m.option-1)
		return Result{Handled: true}, true
	case key.Matches(msg, m.keys.NewLine) && m.value != m.buf.Text():
		m.value = m.buf.Text() // chosen again
		return Result{Handled: true, Changed: true}, true
	case key.Matches(msg, m.keys.Down), key.Matches(msg, m.keys.NewLine):
		return Result{}, true
	}
	res = m.write(msg)
	if res.Changed {
		m.value = m.buf.Text()
	}
	return res, true
}
