// Package more is the list behind `Meer`: what else the workbook can do, each one
// enter away, so that nobody has to type a command. It imports screen, keys and
// bench.
package more

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
)

// Item is one line of the list: what it is called, what it is for, and the
// request that enter makes.
type Item struct {
	Title, Text string
	Request     tea.Msg
}

// More is the screen.
type More struct {
	env    screen.Env
	items  []Item
	chosen int
	top    int // the first row that is shown
	list   keys.List
	back   keys.Everywhere
}

// New makes the list.
func New(env screen.Env, items []Item) *More {
	return &More{env: env, items: items, list: keys.NewList(), back: keys.NewEverywhere()}
}

// Init needs nothing.
func (m *More) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (m *More) Adopt(env screen.Env) { m.env = env }

// Update takes a message.
func (m *More) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case key.Matches(press, m.list.Up):
		m.chosen = max(0, m.chosen-1)
	case key.Matches(press, m.list.Down):
		m.chosen = min(len(m.items)-1, m.chosen+1)
	case key.Matches(press, m.list.First):
		m.chosen = 0
	case key.Matches(press, m.list.Last):
		m.chosen = len(m.items) - 1
	case key.Matches(press, m.list.Open):
		return screen.Ask(m.items[m.chosen].Request)
	case key.Matches(press, m.back.Back):
		return screen.Ask(screen.Back{})
	case key.Matches(press, m.back.Save):
	default:
		return screen.Tell(textDeadKey)
	}
	return nil
}

// headLines is the title and the blank line below it.
const headLines = 2

// View draws the list, with the chosen line in sight.
func (m *More) View() screen.Frame {
	lay, st, r := m.env.Layout(), m.env.Styles, m.env.Ruler
	var rows []screen.Row
	for i, item := range m.items {
		style, sign := st.Ink, ""
		if i == m.chosen {
			style, sign = st.Chosen, st.Accent.Render("›")
		}
		rows = append(rows,
			screen.Row{Sign: sign, Text: style.Render(item.Title)},
			screen.Row{Text: st.Soft.Render(r.Cut(item.Text, lay.Measure))}, screen.Row{})
	}
	height, first := max(1, m.env.Body()-headLines), m.chosen*rowsEach
	m.top = bench.Fit(m.top, first, first+1, len(rows), height)
	lines := []string{lay.Compose(screen.Row{Text: st.Title.Render(textTitle)}, r), ""}
	return screen.Frame{Lines: append(lines, bench.Window(rows, m.top, height, m.env)...), Title: textTitle}
}

// rowsEach is how many rows an item takes.
const rowsEach = 3

// Line gives the keys of the bottom line.
func (m *More) Line() []key.Binding {
	return []key.Binding{m.list.Open, m.list.Down, m.list.Up, screen.Named(m.back.Back, textBack)}
}

// Places says which keys count here.
func (m *More) Places() []keys.Place {
	return []keys.Place{keys.InList, keys.Unwritten, keys.InAllPlaces}
}

// Typing is false: nothing is written here.
func (m *More) Typing() bool { return false }
