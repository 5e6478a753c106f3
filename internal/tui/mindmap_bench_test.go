package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/notes"
)

// bigMap puts a map of so many nodes in the place of the one in hand: branches of ten,
// each with ten below it, as deep as it takes.
func bigMap(m tree.Map, nodes int) tree.Map {
	var grow func(room int) []*tree.Node
	grow = func(room int) []*tree.Node {
		var list []*tree.Node
		for i := 0; i < 10 && room > 0; i++ {
			share := (room + 9 - i) / (10 - i)
			list = append(list, tree.Of(tree.Node{Label: fmt.Sprintf("buur %d", i), Nodes: grow(share - 1)}))
			room -= share
		}
		return list
	}
	return m.With(nil, func(core *tree.Node) { core.Nodes = grow(nodes - 1) })
}

// withMap opens the map of an exercise, so many nodes large.
func withMap(t testing.TB, nodes int) *play {
	t.Helper()
	p := openMap(t, t.TempDir(), 120, 36)
	a := p.mindmap()
	p.root.book.Replace(p.mapRef(), a.WithMap(bigMap(a.Map(), nodes)))
	p.root.View()
	return p
}

// BenchmarkMindmap presses a key in the whole program, and draws the screen.
func BenchmarkMindmap(b *testing.B) {
	press := func(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code} }
	letter := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }
	for _, act := range []struct {
		name   string
		before []string
		keys   []tea.KeyPressMsg // in turn
	}{
		{"walk", nil, []tea.KeyPressMsg{press(tea.KeyDown)}},
		{"fold", nil, []tea.KeyPressMsg{press(tea.KeySpace)}},
		{"letter", []string{"r"}, []tea.KeyPressMsg{letter('x'), press(tea.KeyBackspace)}},
		{"move", nil, []tea.KeyPressMsg{letter('n'), letter('b')}},
	} {
		for _, nodes := range []int{100, 200, 1000, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", act.name, nodes), func(b *testing.B) {
				p := withMap(b, nodes)
				p.keys("right").keys(act.before...)
				b.ReportAllocs()
				i := 0
				for b.Loop() {
					p.send(act.keys[i%len(act.keys)])
					p.root.View()
					i++
				}
			})
		}
	}
}

// mapRef is the note of the map.
func (p *play) mapRef() notes.Ref { return p.root.book.Ref(p.root.deps.Course.Exercise("mindmap"), 8) }

// mindmap gives the map in hand.
func (p *play) mindmap() mindmap.Answer {
	a, _ := p.root.book.Answer(p.mapRef()).(mindmap.Answer)
	return a
}

// openMap opens the map of chapter 8.
func openMap(t testing.TB, dir string, width, height int) *play {
	t.Helper()
	chapter := 8
	return begin(t, dir, Open{Chapter: &chapter, Exercise: "mindmap"}, width, height).toInstrument("mindmap")
}
