// Package leaflet is a screen of text that is only read: the help, and what is
// said about the module. It imports screen, keys, typeset and course.
package leaflet

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
)

// Maker gives the rows of a leaflet for a window.
type Maker func(env screen.Env) []screen.Row

// Leaflet is a screen of rows that scrolls.
type Leaflet struct {
	env   screen.Env
	title string
	make  Maker
	rows  []screen.Row
	top   int
	page  keys.Page
	back  keys.Everywhere
}

// New makes a leaflet.
func New(env screen.Env, title string, make Maker) *Leaflet {
	l := &Leaflet{title: title, make: make, page: keys.NewPage(), back: keys.NewEverywhere()}
	l.Adopt(env)
	return l
}

// Init needs nothing.
func (l *Leaflet) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (l *Leaflet) Adopt(env screen.Env) {
	l.env = env
	l.rows = l.make(env)
	l.scroll(0)
}

// headLines is the title and the blank line below it.
const headLines = 2

func (l *Leaflet) height() int { return max(1, l.env.Body()-headLines) }

func (l *Leaflet) scroll(by int) {
	l.top = max(0, min(l.top+by, len(l.rows)-l.height()))
}

// Update takes a message.
func (l *Leaflet) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return l.pressed(msg)
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			l.scroll(-3)
		case tea.MouseWheelDown:
			l.scroll(3)
		}
	}
	return nil
}

func (l *Leaflet) pressed(msg tea.KeyPressMsg) tea.Cmd {
	const kept = 2
	switch {
	case key.Matches(msg, l.page.Turn):
		l.scroll(l.height() - kept)
	case key.Matches(msg, l.page.TurnBack):
		l.scroll(kept - l.height())
	case key.Matches(msg, l.page.Down):
		l.scroll(1)
	case key.Matches(msg, l.page.Up):
		l.scroll(-1)
	case key.Matches(msg, l.page.First):
		l.scroll(-len(l.rows))
	case key.Matches(msg, l.page.Last):
		l.scroll(len(l.rows))
	case key.Matches(msg, l.back.Save):
	case key.Matches(msg, l.back.Back), key.Matches(msg, l.page.Open):
		return screen.Ask(screen.Back{})
	default:
		return screen.Tell(textDeadKey)
	}
	return nil
}

// View draws the leaflet.
func (l *Leaflet) View() screen.Frame {
	lay := l.env.Layout()
	lines := []string{lay.Compose(screen.Row{Text: l.env.Styles.Title.Render(l.title)}, l.env.Ruler), ""}
	for _, row := range l.rows[l.top:min(len(l.rows), l.top+l.height())] {
		lines = append(lines, lay.Compose(row, l.env.Ruler))
	}
	return screen.Frame{Lines: lines, Title: l.title}
}

// Line gives the keys of the bottom line.
func (l *Leaflet) Line() []key.Binding {
	back := screen.Named(l.back.Back, textBack)
	if len(l.rows) <= l.height() {
		return []key.Binding{back}
	}
	return []key.Binding{l.page.Turn, l.page.TurnBack, back}
}

// Places says which keys count here.
func (l *Leaflet) Places() []keys.Place {
	return []keys.Place{keys.Unwritten, keys.InAllPlaces}
}

// Typing is false: nothing is written here.
func (l *Leaflet) Typing() bool { return false }
