package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/tui/screen"
)

// secret is a word that somebody wrote.
const secret = "Zwaluwstaart"

// everywhere opens every screen, at 80 by 24, with the secret on it where something of
// a note can stand.
func everywhere() map[string]func(t *testing.T) *play {
	day := func(keys ...string) func(t *testing.T) *play {
		return func(t *testing.T) *play { return begin(t, t.TempDir(), Open{}, 80, 24).keys(keys...) }
	}
	all := map[string]func(t *testing.T) *play{
		"the day":         day(),
		"a chapter":       day("5", " "),
		"the contents":    day("5", "i"),
		"help":            day("?"),
		"Meer":            day("."),
		"about the notes": day(".", "down", "enter"),
		"the module":      day(".", "down", "down", "down", "down", "enter"),
		"the slides":      day(".", "enter", "right"),
		"a note in the margin": func(t *testing.T) *play {
			return begin(t, t.TempDir(), Open{Chapter: five()}, 120, 30).keys("down", "m", secret)
		},
		"a field":              func(t *testing.T) *play { return recalling(t, 80, 24).keys(secret) },
		"a field that is read": func(t *testing.T) *play { return recalling(t, 80, 24).keys(secret, "esc") },
		"the placard":          func(t *testing.T) *play { return recalling(t, 80, 24).keys(secret, "esc", "g") },
		"the scale":            func(t *testing.T) *play { return instrument(t, "hall-profiel", 7) },
		"the cards":            func(t *testing.T) *play { return instrument(t, "barrieres", 4).keys("+", secret, "esc") },
		"the circle":           func(t *testing.T) *play { return instrument(t, "kring", 3).keys("+", secret, "enter") },
		"the map":              func(t *testing.T) *play { return instrument(t, "mindmap", 8).keys("tab", secret, "esc") },
		"what must be told": func(t *testing.T) *play {
			p := recalling(t, 80, 24).keys(secret)
			p.send(screen.Say{Text: secret})
			return p
		},
	}
	for name, open := range writingIn {
		all[name] = func(t *testing.T) *play { return open(t).keys(secret) }
	}
	return all
}

// above gives the screen without the line of the keys: how far saving is changes by
// itself.
func (p *play) above() string {
	p.t.Helper()
	s := strings.TrimSuffix(p.screen(), "\n")
	return s[:strings.LastIndexByte(s, '\n')]
}

// titleOf gives the title of the window.
func titleOf(p *play) string { return p.root.View().WindowTitle }

func TestF9CoversEveryScreenAtOnceAndWhileOneTypes(t *testing.T) {
	t.Parallel()
	withSecret := 0
	for name, open := range everywhere() {
		p := open(t)
		size := tea.WindowSizeMsg{Width: p.root.env.Width, Height: p.root.env.Height}
		p.send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height + 1})
		p.send(size) // what is in sight may move once
		before := p.above()
		if strings.Contains(before, secret) {
			withSecret++
		}
		p.keys("f9")
		covered := p.screen()
		if strings.TrimSpace(covered) != textCovered {
			t.Errorf("%s, covered, shows\n%s", name, covered)
		}
		if v := p.root.View(); v.Cursor != nil || v.WindowTitle != programName {
			t.Errorf("%s, covered, has cursor %v and title %q", name, v.Cursor, v.WindowTitle)
		}
		p.keys("xyz", "enter", "tab", "f1", "backspace", "ctrl+s", "ctrl+z")
		p.send(tea.PasteMsg{Content: "geplakt"})
		p.send(tea.MouseClickMsg{X: 20, Y: 5, Button: tea.MouseLeft})
		p.send(tea.MouseWheelMsg{X: 20, Y: 5, Button: tea.MouseWheelDown})
		if s := p.screen(); s != covered {
			t.Errorf("%s, covered, shows after keys\n%s", name, s)
		}
		for _, s := range sizes {
			p.send(tea.WindowSizeMsg{Width: s.width, Height: s.height})
			if strings.TrimSpace(p.screen()) != textCovered {
				t.Errorf("%s, covered, shows at %s\n%s", name, s.name, p.screen())
			}
		}
		p.send(size)
		p.keys("f9")
		if after := p.above(); after != before && name != "what must be told" {
			t.Errorf("%s is after the cover\n%s\nand was\n%s", name, after, before)
		}
	}
	if withSecret < 13 {
		t.Errorf("only %d screens held the secret before", withSecret)
	}
}

func TestTheWindowTitleTellsNothingOfANote(t *testing.T) {
	t.Parallel()
	for name, open := range everywhere() {
		p := open(t)
		if title := titleOf(p); strings.Contains(title, secret) || !strings.HasSuffix(title, programName) {
			t.Errorf("%s has the title %q", name, title)
		}
		p.keys("esc")
		if title := titleOf(p); strings.Contains(title, secret) {
			t.Errorf("%s, left, has the title %q", name, title)
		}
	}
}
