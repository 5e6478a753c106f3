// Package more is the list behind `Meer`: what else the workbook can do, each one
// enter away, so that nobody has to type a command. It imports screen, keys and
// widget/list.
package more

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/list"
)

// Item is one line of the list: what it is called, what it is for, and the
// request that enter makes.
type Item struct {
	Title, Text string
	Request     tea.Msg
}

// More is the screen.
type More struct {
	env   screen.Env
	make  func() []Item
	items []Item
	list  list.List
	back  keys.Everywhere
}

// New makes the list. Its items are made anew whenever what all screens share changes,
// since they say how that is now.
func New(env screen.Env, items func() []Item) *More {
	m := &More{make: items, list: list.New(), back: keys.NewEverywhere()}
	m.Adopt(env)
	return m
}

// Init needs nothing.
func (m *More) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (m *More) Adopt(env screen.Env) {
	m.env, m.items = env, m.make()
	m.fit()
}

func (m *More) fit() {
	_, shown, _ := m.window()
	m.list.Fit(len(m.items), shown)
}

// Update takes a message.
func (m *More) Update(msg tea.Msg) tea.Cmd {
	switch m.list.Update(msg, len(m.items), m.at) {
	case list.Opened:
		return screen.Ask(m.items[m.list.Chosen].Request)
	case list.Walked:
		m.fit()
		return nil
	}
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return nil
	case key.Matches(press, m.back.Back):
		return screen.Ask(screen.Back{})
	case key.Matches(press, m.back.Save):
	default:
		return screen.Tell(textDeadKey)
	}
	return nil
}

// View draws the list: in a window that is too low for it the rows around the chosen
// one, without blank ones.
func (m *More) View() screen.Frame {
	lay, st, r := m.env.Layout(), m.env.Styles, m.env.Ruler
	lines := []string{lay.Compose(screen.Row{Text: st.Title.Render(textTitle)}, r), ""}
	first, shown, spaced := m.window()
	for i, item := range m.items[first : first+shown] {
		style, sign := st.Ink, ""
		if first+i == m.list.Chosen {
			style, sign = st.Chosen, st.Accent.Render("›")
		}
		lines = append(lines,
			lay.Compose(screen.Row{Sign: sign, Text: style.Render(item.Title)}, r),
			lay.Compose(screen.Row{Text: st.Soft.Render(r.Cut(item.Text, lay.Measure))}, r))
		if spaced {
			lines = append(lines, "")
		}
	}
	return screen.Frame{Lines: lines[:min(len(lines), m.env.Body())], Title: textTitle}
}

// headLines is the title and the blank line below it.
const headLines = 2

// window tells which items are shown, and whether blank lines stand between them.
func (m *More) window() (first, shown int, spaced bool) {
	room := m.env.Body() - headLines
	if 3*len(m.items)-1 <= room {
		return 0, len(m.items), true
	}
	shown = min(len(m.items), max(1, room/2))
	return m.list.Top, shown, false
}

// at gives the item on a row of the window, -1 for none.
func (m *More) at(row int) int {
	first, shown, spaced := m.window()
	rows := 2
	if spaced {
		rows++
	}
	if i := (row - headLines) / rows; row >= headLines && i < shown {
		return first + i
	}
	return -1
}

// Line gives the keys of the bottom line.
func (m *More) Line() []key.Binding {
	return []key.Binding{m.list.Keys.Open, m.list.Keys.Down, m.list.Keys.Up, screen.Named(m.back.Back, textBack)}
}

// Places says which keys count here.
func (m *More) Places() []keys.Place {
	return []keys.Place{keys.InList, keys.Unwritten, keys.InAllPlaces}
}

// Typing is false: nothing is written here.
func (m *More) Typing() bool { return false }
