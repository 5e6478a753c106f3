// Package layout says where the nodes of a mind map stand in a window: around a core,
// or as a list. It knows no styles and no keys: a Drawing is text with its cells and
// what each piece of it is, and answers where a node stands, what stands under the
// mouse, and which node is next to another for the eye.
//
// Rows come from the tree and the width of the window alone. A node's line stands at the
// middle of what hangs below it, so that a branch that grows moves all others by its own
// growth at most. What a branch takes is kept per *tree.Node, and only what touches the
// window is drawn: a drawing costs the screen and the depth, not the tree. It imports the
// tree and plain.
package layout

import (
	"slices"

	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

// Marks gives the marks of a node, in words and in letters; empty where it has none. A
// Layout asks once per node and keeps the answer.
type Marks func(n *tree.Node) (words, letters string)

// Options says for which window a map is laid out.
type Options struct {
	Width, Height int
	Ruler         plain.Ruler
	Focus         tree.Path // show only this branch, its node in the core's place; the core for all
	Auto          bool      // fold from the outside in until it fits; the way to the chosen node stays open
	Offset        Offset    // that of the drawing before; the zero value for the first
}

// Offset is how far a drawing is scrolled. For a map it is how far the core stands from
// the middle of the window, so that it holds for another window too; for a list, Rows is
// the first row that shows. Those of a map and of its list are two.
type Offset struct{ Rows, Cells int }

// Kind is what a run of text is.
type Kind int

// The kinds of run.
const (
	Label Kind = iota // words of a node
	Core              // words of the core, or of the node that stands in its place
	Line              // what joins nodes
	Mark              // marks of a node
	Fold              // the sign of what is hidden below a node, with its number
	Edge              // the sign of a label for which the window has no room on that side
)

// Run is text in one row that is all of one kind.
type Run struct {
	Kind   Kind
	Text   string
	Cell   int // where it starts
	Width  int // in cells
	Branch int // which branch of the core it belongs to, as an index below it; -1 the core's own
	Path   tree.Path
}

// Box is a place in the window.
type Box struct{ Row, Cell, Width, Height int }

func (b Box) holds(row, cell int) bool {
	return row >= b.Row && row < b.Row+b.Height && cell >= b.Cell && cell < b.Cell+b.Width
}

// Direction is where one walks to.
type Direction int

// The directions, as the eye sees them.
const (
	Up Direction = iota
	Down
	Left
	Right
)

// Drawing is what stands in a window. It is a value of its own: what is laid out later
// does not change it.
type Drawing struct {
	Rows   [][]Run // one per row of the window, runs from left to right, blanks left out
	Offset Offset  // for the next drawing
	Folds  bool    // whether Auto folded anything

	areas []area
	plan  plan
}

// area is a part of the window that belongs to a node.
type area struct {
	box  Box
	path tree.Path
}

// plan knows where nodes stand, also outside the window.
type plan interface {
	where(p tree.Path) (Box, bool)
	neighbour(p tree.Path, d Direction) (tree.Path, bool)
}

// Where tells where the words of a node stand, with the signs beside them. It is false
// where its first row does not show.
func (d Drawing) Where(p tree.Path) (Box, bool) {
	if d.plan == nil {
		return Box{}, false
	}
	return d.plan.where(p)
}

// Hit gives the node of which something stands in a cell.
func (d Drawing) Hit(row, cell int) (tree.Path, bool) {
	for _, a := range d.areas {
		if a.box.holds(row, cell) {
			return slices.Clone(a.path), true
		}
	}
	return nil, false
}

// Neighbour gives the node next to another for the eye; false where there is none. It
// goes into what Auto folded, not into what a person did.
func (d Drawing) Neighbour(p tree.Path, to Direction) (tree.Path, bool) {
	if d.plan == nil {
		return nil, false
	}
	return d.plan.neighbour(p, to)
}

// Layout lays out maps. It keeps what it measured, so that the next drawing of nearly
// the same map costs little. It is not for use by two goroutines at once.
type Layout struct {
	marks Marks
	ruler plain.Ruler
	width int // of the window

	kept   map[*tree.Node]*branch
	root   *root
	canvas canvas

	list lister
}

// New gives a layout for maps whose nodes have these marks.
func New(marks Marks) *Layout {
	if marks == nil {
		marks = func(*tree.Node) (string, string) { return "", "" }
	}
	return &Layout{
		marks: marks,
		kept:  map[*tree.Node]*branch{},
		list:  lister{marks: marks, kept: map[*tree.Node]*entry{}},
	}
}

// spare is how many nodes of earlier maps are kept beyond as many as a map has.
const spare = 4096

// Arrange draws a map around its core, such that all of the chosen node shows and the
// drawing before moves as little as can be. A chosen node that a fold hides stands for
// the one that is folded.
func (l *Layout) Arrange(m tree.Map, chosen tree.Path, o Options) Drawing {
	o.Width, o.Height = max(1, o.Width), max(1, o.Height)
	if m.Core == nil {
		return Drawing{Rows: make([][]Run, o.Height)}
	}
	l.fit(o)
	o.Focus = m.Fit(o.Focus)
	chosen = shown(m, m.Fit(chosen), len(o.Focus))
	r, folds := l.rooted(m, chosen, o)
	if l.root != nil && len(l.kept) > spare+2*m.Core.Size() {
		l.forget()
	}
	v := r.view(o)
	v.scroll(chosen, o.Offset)
	l.canvas.reset(o, v)
	l.canvas.draw()
	return Drawing{Rows: l.canvas.rows(), Offset: v.offset(), Folds: folds, areas: l.canvas.areas, plan: v}
}

// fit makes what is kept hold for a window: wider ones have longer lines.
func (l *Layout) fit(o Options) {
	if l.width != o.Width || l.ruler != o.Ruler {
		l.width, l.ruler, l.root = o.Width, o.Ruler, nil
		clear(l.kept)
	}
}

// shown gives the path up to the first node on it that is folded. Above and at the focus
// nothing is.
func shown(m tree.Map, p tree.Path, focus int) tree.Path {
	n := m.Core
	for i, at := range p {
		if i > focus && n.Folded {
			return p[:i]
		}
		n = n.Nodes[at]
	}
	return p
}
