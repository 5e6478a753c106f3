package layout

import (
	"slices"
	"sort"
	"strconv"

	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

// indent is how many cells a level of the list stands to the right of the one above it.
const indent = 2

// bullet stands before a node that is not the core.
const bullet = "-"

// entry is what a node takes in the list with all that shows below it.
type entry struct {
	node   *tree.Node
	depth  int
	own    int // the rows of the node itself
	rows   int
	kids   []*entry
	starts []int // the first row of each, counted from the node's first
}

// lister measures lists for a window.
type lister struct {
	marks Marks
	ruler plain.Ruler
	width int
	kept  map[*tree.Node]*entry
}

// List draws a map as rows, a node under its parent, such that all of the chosen node
// shows and the drawing before moves as little as can be. Auto does nothing here.
func (l *Layout) List(m tree.Map, chosen tree.Path, o Options) Drawing {
	o.Width, o.Height = max(1, o.Width), max(1, o.Height)
	if m.Core == nil {
		return Drawing{Rows: make([][]Run, o.Height)}
	}
	if l.list.ruler != o.Ruler || l.list.width != o.Width {
		l.list.ruler, l.list.width = o.Ruler, o.Width
		clear(l.list.kept)
	}
	o.Focus = m.Fit(o.Focus)
	chosen = shown(m, m.Fit(chosen), len(o.Focus))
	p := &page{lister: &l.list, path: o.Focus, core: l.list.entry(m.At(o.Focus), 0), window: Box{Width: o.Width, Height: o.Height}}
	if len(l.list.kept) > spare+2*m.Core.Size() {
		clear(l.list.kept)
		l.list.keep(p.core)
	}
	p.scroll(chosen, o.Offset.Rows)
	d := Drawing{Rows: make([][]Run, o.Height), Offset: Offset{Rows: p.top}, plan: p}
	p.draw(&d, p.core, slices.Clone(o.Focus), -p.top)
	return d
}

// entry measures a node at a depth. The core shows what is below it though it be folded,
// for it may stand in the focus.
func (l *lister) entry(n *tree.Node, depth int) *entry {
	if e := l.kept[n]; e != nil && e.depth == depth {
		return e
	}
	e := &entry{node: n, depth: depth}
	e.own = l.height(n, depth)
	e.rows = e.own
	if !n.Folded || depth == 0 {
		e.kids, e.starts = make([]*entry, len(n.Nodes)), make([]int, len(n.Nodes))
		for i, c := range n.Nodes {
			e.kids[i], e.starts[i] = l.entry(c, depth+1), e.rows
			e.rows += e.kids[i].rows
		}
	}
	l.kept[n] = e
	return e
}

func (l *lister) keep(e *entry) {
	l.kept[e.node] = e
	for _, k := range e.kids {
		l.keep(k)
	}
}

// at gives where the words of a depth start: no further than the middle.
func (l *lister) at(depth int) int { return min(indent*depth, l.width/2) }

// height counts the rows of a node.
func (l *lister) height(n *tree.Node, depth int) int {
	room := l.width - l.at(depth)
	if tail := l.tail(n, depth); len(tail) == 0 && len(n.Label) < room {
		return 1 // no text has more cells than bytes
	}
	return len(l.lines(n, depth, nil, -1))
}

// lines gives the rows of a node: its words, and at their end how many are hidden and
// its marks, in the same row where there is room.
func (l *lister) lines(n *tree.Node, depth int, path tree.Path, branch int) [][]Run {
	from := l.at(depth)
	room := max(1, l.width-from)
	var rows [][]Run
	kind, end := Label, 0
	if depth == 0 {
		kind = Core
	}
	add := func(k Kind, text string, cell int) {
		w := l.ruler.Width(text)
		rows[len(rows)-1] = append(rows[len(rows)-1], Run{k, text, from + cell, w, branch, path})
		end = cell + w
	}
	for i, line := range l.wrap(n.Label, room) {
		rows = append(rows, nil)
		if i == 0 && depth > 0 && from >= indent {
			add(Line, bullet, -indent)
		}
		add(kind, line, 0)
	}
	for _, t := range l.tail(n, depth) {
		for i, line := range l.wrap(t.text, room) {
			if gap := end + margin; i == 0 && gap+l.ruler.Width(t.text) <= room {
				add(t.kind, line, gap)
				continue
			}
			rows = append(rows, nil)
			add(t.kind, line, 0)
		}
	}
	return rows
}

func (l *lister) wrap(text string, room int) []string {
	text = plain.Line(text)
	if l.ruler.Width(text) == 0 {
		text = empty
	}
	return l.ruler.Wrap(text, room)
}

func (l *lister) tail(n *tree.Node, depth int) []piece {
	var list []piece
	if n.Folded && depth > 0 && len(n.Nodes) > 0 {
		list = append(list, piece{Fold, "► " + strconv.Itoa(n.Size()-1)})
	}
	if words, _ := l.marks(n); words != "" {
		list = append(list, piece{Mark, words})
	}
	return list
}

// page is a list in a window.
type page struct {
	*lister
	path   tree.Path // of the first node
	core   *entry
	top    int // the row of the list in the first row of the window
	window Box
}

// scroll chooses the first row.
func (p *page) scroll(chosen tree.Path, top int) {
	row, e, ok := p.find(chosen)
	if !ok {
		row, e = 0, p.core
	}
	p.top = max(0, min(top, p.core.rows-p.window.Height))
	p.top -= nudge(row-p.top, e.own, p.window.Height)
}

// find gives the first row of a node.
func (p *page) find(at tree.Path) (row int, e *entry, ok bool) {
	if len(at) < len(p.path) || !slices.Equal(at[:len(p.path)], p.path) {
		return 0, nil, false
	}
	e = p.core
	for _, i := range at[len(p.path):] {
		if i < 0 || i >= len(e.kids) {
			return 0, nil, false
		}
		row += e.starts[i]
		e = e.kids[i]
	}
	return row, e, true
}

// draw adds what of a node and those below it stands in the window.
func (p *page) draw(d *Drawing, e *entry, path tree.Path, row int) {
	if row+e.own > 0 {
		p.node(d, e, slices.Clone(path), row)
	}
	first := sort.Search(len(e.kids), func(i int) bool { return row+e.starts[i]+e.kids[i].rows > 0 })
	for i := first; i < len(e.kids) && row+e.starts[i] < p.window.Height; i++ {
		p.draw(d, e.kids[i], append(path, i), row+e.starts[i])
	}
}

func (p *page) node(d *Drawing, e *entry, path tree.Path, row int) {
	branch := -1
	if e.depth > 0 {
		branch = path[len(p.path)]
	}
	for i, runs := range p.lines(e.node, e.depth, path, branch) {
		if at := row + i; at >= 0 && at < p.window.Height {
			d.Rows[at] = runs
		}
	}
	box := p.box(e, row)
	box.Cell, box.Width = 0, p.window.Width
	d.areas = append(d.areas, area{box, path})
}

func (p *page) box(e *entry, row int) Box {
	from := p.at(e.depth)
	return Box{row, from, p.window.Width - from, e.own}
}

func (p *page) where(at tree.Path) (Box, bool) {
	row, e, ok := p.find(at)
	if row -= p.top; !ok || row < 0 || row >= p.window.Height {
		return Box{}, false
	}
	return p.box(e, row), true
}

// neighbour walks over the list: up and down to the row before and after, left to the
// parent, right to the first below.
func (p *page) neighbour(at tree.Path, d Direction) (tree.Path, bool) {
	row, e, ok := p.find(at)
	if !ok {
		return nil, false
	}
	switch d {
	case Up:
		return p.on(row - 1)
	case Down:
		return p.on(row + e.own)
	case Left:
		if e.depth > 0 {
			return slices.Clone(at[:len(at)-1]), true
		}
	case Right:
		if len(e.kids) > 0 {
			return append(slices.Clone(at), 0), true
		}
	}
	return nil, false
}

// on gives the node that stands in a row of the list.
func (p *page) on(row int) (tree.Path, bool) {
	if row < 0 || row >= p.core.rows {
		return nil, false
	}
	at, e := slices.Clone(p.path), p.core
	for row >= e.own {
		i := sort.Search(len(e.starts), func(i int) bool { return e.starts[i] > row }) - 1
		row -= e.starts[i]
		at, e = append(at, i), e.kids[i]
	}
	return at, true
}
