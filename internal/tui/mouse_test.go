package tui

import (
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// signRow gives the row of the window with the sign of what is chosen.
func (p *play) signRow() int {
	p.t.Helper()
	for i, line := range strings.Split(p.screen(), "\n") {
		if strings.Contains(line, "›") {
			return i
		}
	}
	p.t.Fatalf("nothing is chosen on\n%s", p.screen())
	return -1
}

func (p *play) clickRow(row int) *play {
	p.send(tea.MouseClickMsg{X: p.root.env.Layout().Axis + 2, Y: row, Button: tea.MouseLeft})
	return p
}

// unplaced gives the screen without the folders of this run.
func (p *play) unplaced() string { return folders.ReplaceAllString(p.screen(), "MAP") }

var folders = regexp.MustCompile(`/\S+`)

func TestTheMouseDoesInAListWhatTheKeysDo(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(t *testing.T) *play{
		"Meer":      func(t *testing.T) *play { return begin(t, t.TempDir(), Open{}, 80, 40).keys(".") },
		"Meer, low": func(t *testing.T) *play { return begin(t, t.TempDir(), Open{}, 80, 24).keys(".") },
		"the notes": func(t *testing.T) *play { return begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).keys("n") },
		"wiping": func(t *testing.T) *play {
			return begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).toWiping("Het hele werkboek")
		},
		"earlier versions": func(t *testing.T) *play {
			return begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).keys("n", "enter")
		},
		"beside the text": func(t *testing.T) *play {
			return begin(t, lay(t, t.TempDir(), history()), Open{}, 140, 36).keys("n", "enter")
		},
		"stopping unsaved": func(t *testing.T) *play {
			p, _, _ := onFullDisk(t, 80, 24)
			p.quits("ctrl+q")
			return p
		},
	} {
		keyed := open(t)
		first := keyed.signRow()
		keyed.keys("down")
		second, want := keyed.signRow(), keyed.unplaced()
		if got := open(t).clickRow(second).unplaced(); got != want {
			t.Errorf("%s: a click on the second shows\n%s\ndown shows\n%s", name, got, want)
		}
		back := open(t).clickRow(second)
		if got, want := back.clickRow(back.signRow()).unplaced(), open(t).keys("down", "enter").unplaced(); got != want {
			t.Errorf("%s: a second click shows\n%s\nenter shows\n%s", name, got, want)
		}
		if got, want := open(t).clickRow(0).unplaced(), open(t).unplaced(); got != want {
			t.Errorf("%s: a click on the title shows\n%s", name, got)
		}
		if strings.Contains(name, "version") || strings.Contains(name, "beside") {
			continue // the wheel turns their text
		}
		turned := open(t)
		if turned.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown}); turned.unplaced() != want {
			t.Errorf("%s: the wheel shows\n%s", name, turned.unplaced())
		}
		if turned.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp}); turned.signRow() != first {
			t.Errorf("%s: the wheel back shows\n%s", name, turned.unplaced())
		}
	}
}

func TestAClickOnTheTextOfAVersionChoosesNoOther(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 140, 36).keys("n", "enter")
	before := p.screen()
	for row := range 30 {
		p.send(tea.MouseClickMsg{X: 120, Y: row, Button: tea.MouseLeft})
	}
	if p.screen() != before {
		t.Errorf("clicks beside the list show\n%s", p.screen())
	}
}
