// Package list is a column of things of which one is chosen: walked with the arrows and
// the wheel, chosen with the mouse, opened with enter or a click on what is chosen. It
// draws nothing. It imports keys.
package list

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/tui/keys"
)

// List is what is chosen of a column, and what of it is the first in sight, from 0.
type List struct {
	Chosen, Top int
	Keys        keys.List
}

// New makes a list of which the first is chosen.
func New() List { return List{Keys: keys.NewList()} }

// Act is what a message does to a list.
type Act int

// What a message does.
const (
	None   Act = iota // it is not for a list
	Walked            // it chose, be it the same again
	Opened            // it asks for what is chosen
)

// Update takes a message for a column of n things. At tells which of them stands on a
// row of the window, -1 for none.
func (l *List) Update(msg tea.Msg, n int, at func(row int) int) Act {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return l.pressed(msg, n)
	case tea.MouseWheelMsg:
		if by := Wheel(msg); by != 0 {
			l.Choose(l.Chosen+by, n)
			return Walked
		}
	case tea.MouseClickMsg:
		if i := at(msg.Y); msg.Button == tea.MouseLeft && i >= 0 && i < n {
			if i == l.Chosen {
				return Opened
			}
			l.Chosen = i
			return Walked
		}
	}
	return None
}

func (l *List) pressed(msg tea.KeyPressMsg, n int) Act {
	switch {
	case key.Matches(msg, l.Keys.Up):
		l.Choose(l.Chosen-1, n)
	case key.Matches(msg, l.Keys.Down):
		l.Choose(l.Chosen+1, n)
	case key.Matches(msg, l.Keys.First):
		l.Choose(0, n)
	case key.Matches(msg, l.Keys.Last):
		l.Choose(n-1, n)
	case key.Matches(msg, l.Keys.Open):
		return Opened
	default:
		return None
	}
	return Walked
}

// Wheel gives the step that a turn of the mouse wheel asks for, 0 for one sideways.
func Wheel(msg tea.MouseWheelMsg) int {
	switch msg.Button {
	case tea.MouseWheelUp:
		return -1
	case tea.MouseWheelDown:
		return 1
	}
	return 0
}

// Fit scrolls as little as it can so that what is chosen of n things is among those that
// are seen.
func (l *List) Fit(n, seen int) {
	l.Choose(l.Chosen, n)
	l.Top = max(0, min(l.Top, n-seen))
	l.Top = min(max(l.Top, l.Chosen-seen+1), l.Chosen)
}

// Choose chooses the i-th of n things, or the one nearest to it.
func (l *List) Choose(i, n int) { l.Chosen = max(0, min(i, n-1)) }
