package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// pressable is what a byte of the fuzzer's input presses.
var pressable = []string{
	"enter", "enter", "esc", "tab", "tab", "shift+tab", "up", "down", "left", "right", "pgdown", "pgup", "home", "end",
	"backspace", "ctrl+z", "ctrl+y", "ctrl+a", "ctrl+c", "ctrl+v", "ctrl+s", "?", "m", "i", "g", "v", "w", "o", "b", "p", "s",
	"h", "+", "<", ">", "1", "2", "3", "7", "9", "0", " ", "een woord", "ş ij é", "👩‍👩‍👧 kort", "f9", "f9",
}

// FuzzKeys presses any keys in every exercise, in windows of changing size: nothing
// breaks, no frame is larger than its window, and what was kept reads back exactly.
func FuzzKeys(f *testing.F) {
	for exercise := range byte(18) {
		f.Add(exercise, []byte("\x00\x02\x04\x30\x06\x11\x2b\x07\x2c\x00\xf0\x03\x07\x1c\x1d\x1e\x00\x2a\x02\x0f\xf7\x10\x04\x23\x0e\x0b\xfe\x0c"))
		f.Add(exercise, []byte("\x04\x04\x2b\x03\x00\x19\x1a\x0b\x0b\x16\x2a\xf3\x02\x05\x00\x2d\x08\x09\x1f\x21\x20\xf9\x02\x17\x07\x00\x18\x02\x02"))
	}
	f.Fuzz(func(t *testing.T, exercise byte, keys []byte) {
		p := begin(t, t.TempDir(), Open{}, 80, 24)
		list := p.root.deps.Course.Exercises()
		e := list[int(exercise)%len(list)]
		chapter := e.Head().Chapters[0]
		p = begin(t, t.TempDir(), Open{Chapter: &chapter, Exercise: e.Head().ID}, 80, 24)
		for _, b := range keys[:min(len(keys), 200)] {
			p.byte(b)
			p.fitsWindow()
		}
		p.readsBack()
	})
}

// byte presses the key that a byte stands for, or gives the window another size.
func (p *play) byte(b byte) {
	switch {
	case b == 0xff: // too small for anything
		p.send(tea.WindowSizeMsg{Width: 20, Height: 5})
		return
	case b >= 0xf0:
		p.send(tea.WindowSizeMsg{Width: 50 + int(b%16)*7, Height: 14 + int(b%8)*4})
		return
	}
	p.keys(pressable[int(b)%len(pressable)])
}

// fitsWindow holds that a frame is no larger than its window.
func (p *play) fitsWindow() {
	p.t.Helper()
	lines := strings.Split(p.root.View().Content, "\n")
	if len(lines) > p.root.env.Height {
		p.t.Fatalf("%d lines in a window of %d:\n%s", len(lines), p.root.env.Height, p.screen())
	}
	for _, line := range lines {
		if n := p.root.env.Ruler.Width(line); n > p.root.env.Width {
			p.t.Fatalf("%d cells in a window of %d: %q", n, p.root.env.Width, line)
		}
	}
}

// readsBack holds that every note in hand is the same when it is read again.
func (p *play) readsBack() {
	p.t.Helper()
	for _, e := range p.root.deps.Course.Exercises() {
		for _, n := range e.Head().Chapters {
			a := p.root.book.Answer(p.root.book.Ref(e, n))
			wrote := a.Sheet()
			if got := string(e.Read(wrote).Sheet().Bytes()); got != string(wrote.Bytes()) {
				p.t.Fatalf("wrote\n%s\nread\n%s", wrote.Bytes(), got)
			}
		}
	}
}
