package field

import (
	"strconv"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/plain"
)

// itemMark stands before each item of a list.
const itemMark = "- "

// indent is the room for what stands before a row, cells.
func (m *Model) indent() int {
	switch {
	case m.ask.Field.Sort == kind.List:
		return len(itemMark)
	case m.hasOwn():
		return m.ownIndent()
	}
	return 0
}

// Rows gives the number of rows.
func (m *Model) Rows() int {
	switch {
	case m.ask.Field.Sort == kind.Number:
		return len(m.numberRows())
	case m.hasOwn():
		return len(m.ask.Options) + m.buf.Rows()
	case !m.writes():
		return max(1, len(m.ask.Options)+len(m.former()))
	case m.buf.Empty():
		return max(1, len(m.example()))
	}
	return m.buf.Rows()
}

// Row gives a row, counted from 0, styled.
func (m *Model) Row(i int) string {
	switch {
	case m.ask.Field.Sort == kind.Number:
		return m.numberRows()[i]
	case m.hasOwn() && i >= len(m.ask.Options):
		return m.ownRow(i - len(m.ask.Options))
	case !m.writes():
		return m.optionRow(i)
	case m.buf.Empty():
		return m.emptyRow(i)
	}
	row := m.buf.Row(i)
	text := m.st.Warm.Render(row.Text)
	if row.SelTo > row.SelFrom {
		text = m.st.Warm.Render(m.ruler.Slice(row.Text, 0, row.SelFrom)) +
			m.st.Selected.Render(m.ruler.Slice(row.Text, row.SelFrom, row.SelTo)) +
			m.st.Warm.Render(m.ruler.Slice(row.Text, row.SelTo, m.ruler.Width(row.Text)))
	}
	if m.ask.Field.Sort == kind.List {
		mark := strings.Repeat(" ", len(itemMark))
		if row.First {
			mark = m.st.Soft.Render(itemMark)
		}
		return mark + text
	}
	return text + m.understood()
}

// example gives the rows of the example, shown while nothing is written.
func (m *Model) example() []string {
	if m.ask.Field.Example == "" {
		return nil
	}
	return m.ruler.Wrap(exampleText(plain.Line(m.ask.Field.Example)), m.width-m.indent())
}

// emptyRow shows the example.
func (m *Model) emptyRow(i int) string {
	mark := ""
	if m.ask.Field.Sort == kind.List {
		mark = m.st.Soft.Render(itemMark)
	}
	if rows := m.example(); i < len(rows) {
		return mark + m.st.Soft.Render(rows[i])
	}
	return mark
}

// understood says which day was meant, behind a date.
func (m *Model) understood() string {
	if m.ask.Field.Sort != kind.Date {
		return ""
	}
	if d, ok := parseDate(m.buf.Text(), m.today); ok {
		return m.st.Soft.Render("   " + longDate(d))
	}
	return m.st.Soft.Render("   " + textDateHint)
}

// chosenOption gives the index of the chosen option, -1 for none.
func (m *Model) chosenOption() int {
	for i, o := range m.ask.Options {
		if o == m.value {
			return i
		}
	}
	return -1
}

// ticked tells whether an option is chosen.
func (m *Model) ticked(option string) bool {
	if m.ask.Field.Sort == kind.Choice {
		return m.value == option
	}
	for _, item := range kind.Items(m.value) {
		if item == option {
			return true
		}
	}
	return false
}

// former lists what was chosen and is no longer offered: shown, and kept.
func (m *Model) former() []string {
	var list []string
	chosen := kind.Items(m.value)
	if m.ask.Field.Sort == kind.Choice {
		chosen = nil
		if m.value != "" {
			chosen = []string{m.value}
		}
	}
	for _, c := range chosen {
		if !contains(m.ask.Options, c) {
			list = append(list, c)
		}
	}
	return list
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// optionRow shows an option, with its mark.
func (m *Model) optionRow(i int) string {
	if len(m.ask.Options) == 0 && len(m.former()) == 0 {
		return m.st.Soft.Render(textNoOptions)
	}
	if i >= len(m.ask.Options) {
		return m.st.Warm.Render(m.mark(true) + plain.Line(m.former()[i-len(m.ask.Options)]))
	}
	option := m.ask.Options[i]
	text := m.ruler.Cut(m.mark(m.ticked(option))+plain.Line(option), m.width)
	switch {
	case m.focused && i == m.option:
		return m.st.Chosen.Render(text)
	case m.ticked(option):
		return m.st.Warm.Render(text)
	}
	return m.st.Ink.Render(text)
}

func (m *Model) mark(on bool) string {
	if m.ask.Field.Sort == kind.Ticks {
		if on {
			return "[x] "
		}
		return "[ ] "
	}
	if on {
		return "● "
	}
	return "○ "
}

// numberRows shows the places of a range between the words at its ends.
func (m *Model) numberRows() []string {
	var b strings.Builder
	for n := m.ask.Field.From; n <= m.ask.Field.To; n++ {
		word := strconv.Itoa(n)
		mark := m.mark(m.value == word) + word
		switch {
		case m.value == word && m.focused:
			mark = m.st.Chosen.Render(mark)
		case m.value == word:
			mark = m.st.Warm.Render(mark)
		}
		b.WriteString(mark + "   ")
	}
	rows := []string{strings.TrimRight(b.String(), " ")}
	if ends := m.ask.Field.Ends; len(ends) == 2 {
		rows = append(rows, m.st.Soft.Render(m.ruler.Cut(endsText(m.ask.Field.From, ends[0], m.ask.Field.To, ends[1]), m.width)))
	}
	return rows
}
