package layout

import (
	"fmt"
	"testing"

	"werkboek/internal/kind/mindmap/tree"
)

var counts = []int{100, 1000, 10000}

func each(b *testing.B, run func(b *testing.B, m tree.Map, o Options)) {
	for _, count := range counts {
		m := grown(count, 5)
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			b.ReportAllocs()
			run(b, m, Options{Width: 120, Height: 36})
		})
	}
}

// BenchmarkOpen draws a map for the first time.
func BenchmarkOpen(b *testing.B) {
	each(b, func(b *testing.B, m tree.Map, o Options) {
		for b.Loop() {
			New(marks).Arrange(m, nil, o)
		}
	})
}

// BenchmarkWalk chooses the next node.
func BenchmarkWalk(b *testing.B) {
	each(b, func(b *testing.B, m tree.Map, o Options) {
		l := New(marks)
		at, to := tree.Path{0, 0, 0}, Down
		d := l.Arrange(m, at, o)
		for b.Loop() {
			next, ok := d.Neighbour(at, to)
			if !ok {
				to = Up + Down - to
				continue
			}
			at, o.Offset = next, d.Offset
			d = l.Arrange(m, at, o)
		}
	})
}

// BenchmarkEdit types a letter in a node and draws.
func BenchmarkEdit(b *testing.B) {
	each(b, func(b *testing.B, m tree.Map, o Options) {
		l := New(marks)
		at, i := tree.Path{2, 1}, 0
		o.Offset = l.Arrange(m, at, o).Offset
		for b.Loop() {
			i++
			m = m.With(at, func(n *tree.Node) { n.Label = fmt.Sprint("woord ", i%1000) })
			o.Offset = l.Arrange(m, at, o).Offset
		}
	})
}

// BenchmarkMain types a letter in a main branch, which moves all that hangs below it.
func BenchmarkMain(b *testing.B) {
	each(b, func(b *testing.B, m tree.Map, o Options) {
		l := New(marks)
		at, i := tree.Path{2}, 0
		o.Offset = l.Arrange(m, at, o).Offset
		for b.Loop() {
			i++
			m = m.With(at, func(n *tree.Node) { n.Label = "woordenboek"[:1+i%11] })
			o.Offset = l.Arrange(m, at, o).Offset
		}
	})
}

// BenchmarkFold folds a node, unfolds it, and draws each.
func BenchmarkFold(b *testing.B) {
	each(b, func(b *testing.B, m tree.Map, o Options) {
		l := New(marks)
		at, folded := tree.Path{1, 1}, false
		o.Offset = l.Arrange(m, at, o).Offset
		for b.Loop() {
			folded = !folded
			m = m.Fold(at, folded)
			o.Offset = l.Arrange(m, at, o).Offset
		}
	})
}

// BenchmarkAuto walks where Auto folds.
func BenchmarkAuto(b *testing.B) {
	each(b, func(b *testing.B, m tree.Map, o Options) {
		l := New(marks)
		o.Auto = true
		at, i := []tree.Path{{1, 1, 0}, {1, 1, 1}}, 0
		for b.Loop() {
			i++
			o.Offset = l.Arrange(m, at[i%2], o).Offset
		}
	})
}

// BenchmarkList walks and edits in the list.
func BenchmarkList(b *testing.B) {
	each(b, func(b *testing.B, m tree.Map, o Options) {
		l := New(marks)
		at, i := tree.Path{2, 1}, 0
		o.Offset = l.List(m, at, o).Offset
		for b.Loop() {
			i++
			m = m.With(at, func(n *tree.Node) { n.Label = fmt.Sprint("woord ", i%1000) })
			o.Offset = l.List(m, at, o).Offset
		}
	})
}
