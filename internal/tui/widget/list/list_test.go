package list_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/tui/widget/list"
)

func TestAListIsWalkedToItsEndsAndOpened(t *testing.T) {
	t.Parallel()
	press := func(code rune) tea.Msg { return tea.KeyPressMsg{Code: code} }
	wheel := func(b tea.MouseButton) tea.Msg { return tea.MouseWheelMsg{Button: b} }
	click := func(row int) tea.Msg { return tea.MouseClickMsg{Y: row, Button: tea.MouseLeft} }
	at := func(row int) int { return (row - 2) / 2 } // two rows each, under two rows of a head
	for name, c := range map[string]struct {
		msg     tea.Msg
		from, n int
		chosen  int
		act     list.Act
	}{
		"down":                  {press(tea.KeyDown), 0, 3, 1, list.Walked},
		"down at the end":       {press(tea.KeyDown), 2, 3, 2, list.Walked},
		"up":                    {press(tea.KeyUp), 2, 3, 1, list.Walked},
		"up at the top":         {press(tea.KeyUp), 0, 3, 0, list.Walked},
		"home":                  {press(tea.KeyHome), 2, 3, 0, list.Walked},
		"end":                   {press(tea.KeyEnd), 0, 3, 2, list.Walked},
		"end of nothing":        {press(tea.KeyEnd), 0, 0, 0, list.Walked},
		"enter":                 {press(tea.KeyEnter), 1, 3, 1, list.Opened},
		"a letter":              {tea.KeyPressMsg{Code: 'x', Text: "x"}, 1, 3, 1, list.None},
		"the wheel":             {wheel(tea.MouseWheelDown), 1, 3, 2, list.Walked},
		"the wheel back":        {wheel(tea.MouseWheelUp), 1, 3, 0, list.Walked},
		"the wheel sideways":    {wheel(tea.MouseWheelLeft), 1, 3, 1, list.None},
		"a click":               {click(7), 0, 3, 2, list.Walked},
		"a click on the chosen": {click(7), 2, 3, 2, list.Opened},
		"a click below it all":  {click(8), 0, 3, 0, list.None},
		"another button":        {tea.MouseClickMsg{Y: 7, Button: tea.MouseRight}, 0, 3, 0, list.None},
		"something else":        {tea.PasteMsg{Content: "x"}, 1, 3, 1, list.None},
	} {
		l := list.New()
		l.Chosen = c.from
		if act := l.Update(c.msg, c.n, at); act != c.act || l.Chosen != c.chosen {
			t.Errorf("%s: act %d, chosen %d; want %d, %d", name, act, l.Chosen, c.act, c.chosen)
		}
	}
}

func TestAClickBesideAListDoesNothing(t *testing.T) {
	t.Parallel()
	l := list.New()
	if act := l.Update(tea.MouseClickMsg{Y: 3, Button: tea.MouseLeft}, 3, func(int) int { return -1 }); act != list.None {
		t.Errorf("it did %d", act)
	}
}

func TestAColumnScrollsAsLittleAsItCan(t *testing.T) {
	t.Parallel()
	l := list.New()
	for _, c := range []struct{ chosen, n, seen, top int }{
		{0, 10, 4, 0}, {3, 10, 4, 0}, {4, 10, 4, 1}, {2, 10, 4, 1}, {0, 10, 4, 0}, {9, 10, 4, 6}, {8, 3, 4, 0}, {0, 0, 4, 0}, {5, 10, 1, 5},
	} {
		l.Chosen = c.chosen
		if l.Fit(c.n, c.seen); l.Top != c.top || l.Chosen < 0 || c.n > 0 && l.Chosen >= c.n {
			t.Errorf("%+v: the first in sight is %d, chosen %d", c, l.Top, l.Chosen)
		}
	}
}
