package layout

import (
	"slices"
	"sort"

	"werkboek/internal/kind/mindmap/tree"
)

// margin is how many cells are between the outermost label and the column of marks,
// where there is room.
const margin = 3

func (s style) margin() int {
	if s == tight {
		return 1
	}
	return margin
}

// column tells which of the two widths of marks counts.
func (s style) column() int { return min(int(s), 1) }

// view is a map in a window. The core's line is row 0, its first cell is cell 0; row and
// cell say where those stand in the window.
type view struct {
	*root
	style                 style
	columns               [2]int // how wide the marks of each side are
	width                 int    // of the core
	top, bottom, from, to int    // what the map takes
	row, cell             int
	window                Box
}

// view chooses where the marks stand: in words if there is room.
func (r *root) view(o Options) *view {
	v := &view{root: r, window: Box{Width: o.Width, Height: o.Height}}
	v.top = -r.core.lead()
	v.bottom = v.top + len(r.core.lines)
	for s := range r.sides {
		if pile := &r.sides[s]; len(pile.kids) > 0 {
			v.top = min(v.top, -pile.anchor)
			v.bottom = max(v.bottom, pile.rows-pile.anchor)
		}
	}
	for v.style = words; ; v.style++ {
		v.spread()
		if v.style == beside || v.to-v.from <= o.Width {
			return v
		}
	}
}

// spread measures how wide the map is with its marks in a style.
func (v *view) spread() {
	v.width = v.core.own.in(v.style)
	var reach [2]int
	for s := range v.sides {
		v.columns[s] = 0
		if v.style != beside {
			v.columns[s] = v.sides[s].columns[v.style.column()]
		}
		reach[s] = v.sides[s].out.in(v.style)
		if v.columns[s] > 0 {
			reach[s] += v.style.margin() + v.columns[s]
		}
	}
	v.from, v.to = -reach[left], v.width+reach[right]
}

// scroll puts the map in the window: the core in the middle but for the offset, then
// moved as little as shows all of the map, or no more blank than must be, and the chosen
// node.
func (v *view) scroll(chosen tree.Path, o Offset) {
	v.row = held((v.window.Height-1)/2+o.Rows, v.top, v.bottom, v.window.Height)
	v.cell = held((v.window.Width-v.width)/2+o.Cells, v.from, v.to, v.window.Width)
	b, ok := v.place(chosen)
	if !ok {
		b, _ = v.place(v.path)
	}
	v.row += nudge(b.Row, b.Height, v.window.Height)
	v.cell += nudge(b.Cell, b.Width, v.window.Width)
}

// held moves a beginning such that from up to to stand in a window, or fill it.
func held(at, from, to, window int) int {
	least, most := -from, window-to
	return min(max(at, min(least, most)), max(least, most))
}

// nudge gives how far something must move to stand in a window.
func nudge(at, size, window int) int {
	if at < 0 || size > window {
		return -at
	}
	return min(0, window-at-size)
}

func (v *view) offset() Offset {
	return Offset{v.row - (v.window.Height-1)/2, v.cell - (v.window.Width-v.width)/2}
}

// edge gives the outer edge of the core on a side, as a cell of the window.
func (v *view) edge(s side) int {
	if s == left {
		return v.cell
	}
	return v.cell + v.width
}

// span gives the cells that so many take from an edge outwards.
func (s side) span(edge, width int) (from, to int) {
	if s == left {
		return edge - width, edge
	}
	return edge, edge + width
}

// outward gives the edge so many cells further out.
func (s side) outward(edge, by int) int {
	if s == left {
		return edge - by
	}
	return edge + by
}

// step is a node on the way to another: where it stands in its stack.
type step struct {
	in  *stack
	pos int
}

func (s step) branch() *branch { return s.in.kids[s.pos] }

// way gives the steps to a node, none for the core; false where it does not show.
func (v *view) way(p tree.Path) (steps []step, on side, ok bool) {
	if len(p) < len(v.path) || !slices.Equal(p[:len(v.path)], v.path) {
		return nil, right, false
	}
	p = p[len(v.path):]
	if len(p) == 0 {
		return nil, right, true
	}
	at, found := slices.BinarySearch(v.sides[right].index, p[0])
	if !found {
		on = left
		if at, found = slices.BinarySearch(v.sides[left].index, p[0]); !found {
			return nil, right, false
		}
	}
	steps = append(steps, step{&v.sides[on], at})
	for _, i := range p[1:] {
		in := &steps[len(steps)-1].branch().below
		if i < 0 || i >= len(in.kids) {
			return nil, on, false
		}
		steps = append(steps, step{in, i})
	}
	return steps, on, true
}

// place tells where a node stands, in the window or outside it.
func (v *view) place(p tree.Path) (Box, bool) {
	steps, on, ok := v.way(p)
	if !ok {
		return Box{}, false
	}
	if len(steps) == 0 {
		return Box{v.row - v.core.lead(), v.cell, v.width, len(v.core.lines)}, true
	}
	row, edge := v.row, v.edge(on)
	for i, s := range steps {
		row += s.in.row(s.pos) - s.in.anchor
		edge = on.outward(edge, gutter)
		if i < len(steps)-1 {
			edge = on.outward(edge, s.branch().own.in(v.style))
		}
	}
	b := steps[len(steps)-1].branch()
	from, to := on.span(edge, b.own.in(v.style))
	return Box{row - b.lead(), from, to - from, len(b.lines)}, true
}

func (v *view) where(p tree.Path) (Box, bool) {
	b, ok := v.place(p)
	return b, ok && b.Row >= 0 && b.Row < v.window.Height && b.Cell >= 0 && b.Cell+b.Width <= v.window.Width
}

// neighbour walks over the map: inwards to the parent, outwards to the nearest below, and
// up and down to the next one as far from the core, in another branch too, or as far as
// that branch goes.
func (v *view) neighbour(p tree.Path, d Direction) (tree.Path, bool) {
	steps, on, ok := v.way(p)
	if !ok {
		return nil, false
	}
	inward := d == Left && on == right || d == Right && on == left
	switch {
	case d == Up || d == Down:
		return v.aside(p, steps, d)
	case len(steps) == 0 && d == Left:
		return nearest(p, &v.sides[left], v.sides[left].anchor)
	case len(steps) == 0:
		return nearest(p, &v.sides[right], v.sides[right].anchor)
	case inward:
		return slices.Clone(p[:len(p)-1]), true
	}
	b := steps[len(steps)-1].branch()
	if b.sign > 0 && !b.node.Folded {
		return append(slices.Clone(p), (len(b.node.Nodes)-1)/2), true
	}
	return nearest(p, &b.below, b.anchor)
}

// nearest gives the one of a stack whose line is nearest to a row.
func nearest(p tree.Path, s *stack, row int) (tree.Path, bool) {
	if len(s.kids) == 0 {
		return nil, false
	}
	at := sort.Search(len(s.kids)-1, func(i int) bool { return s.row(i) >= row })
	if at > 0 && row-s.row(at-1) <= s.row(at)-row {
		at--
	}
	return append(slices.Clone(p), s.node(at)), true
}

func (v *view) aside(p tree.Path, steps []step, d Direction) (tree.Path, bool) {
	by := 1
	if d == Up {
		by = -1
	}
	level := len(steps) - 1
	for ; level >= 0; level-- {
		if to := steps[level].pos + by; to >= 0 && to < len(steps[level].in.kids) {
			break
		}
	}
	if level < 0 {
		return nil, false
	}
	at := step{steps[level].in, steps[level].pos + by}
	to := append(slices.Clone(p[:len(v.path)+level]), at.in.node(at.pos))
	for range len(steps) - 1 - level {
		below := &at.branch().below
		if len(below.kids) == 0 {
			break
		}
		at = step{below, 0}
		if d == Up {
			at.pos = len(below.kids) - 1
		}
		to = append(to, at.pos)
	}
	return to, true
}
