package layout

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

// arm is a way in which a line leaves a cell.
type arm uint8

const (
	up arm = 1 << iota
	down
	west
	east
)

// signs are the characters of lines, by their arms.
var signs = [16]string{
	up: "│", down: "│", up | down: "│", west: "─", east: "─", west | east: "─",
	down | east: "┌", down | west: "┐", up | east: "└", up | west: "┘",
	up | down | east: "├", up | down | west: "┤", down | west | east: "┬", up | west | east: "┴",
	up | down | west | east: "┼",
}

// cell is a part of a line.
type cell struct {
	arms  arm
	owner int32 // a branch of the core, -1 for none
}

// canvas is a window while it is drawn.
type canvas struct {
	view   *view
	ruler  plain.Ruler
	cells  []cell // the window, row by row
	text   [][]Run
	areas  []area
	path   tree.Path // of what is drawn now
	branch int       // of the core, the same
}

// reset makes the canvas ready for a view. What it gave before is not its own any more.
func (c *canvas) reset(o Options, v *view) {
	c.view, c.ruler = v, o.Ruler
	c.cells = slices.Grow(c.cells[:0], o.Width*o.Height)[:o.Width*o.Height]
	clear(c.cells)
	c.text, c.areas = make([][]Run, o.Height), nil
	c.path = append(tree.Path{}, v.path...)
}

// draw draws the whole view.
func (c *canvas) draw() {
	v := c.view
	c.branch = -1
	c.label(v.core, Core, right, v.row, v.cell)
	for s := range v.sides {
		on := side(s)
		if len(v.sides[s].kids) > 0 {
			c.stem(on, v.row, v.edge(on), 0)
			c.stack(&v.sides[s], on, v.row, v.edge(on))
		}
	}
}

// stack draws what of a stack touches the window, from the row of its parent's lines.
func (c *canvas) stack(s *stack, on side, row, edge int) {
	top := row - s.anchor
	last := len(s.kids) - 1
	c.spine(on.outward(edge, 2), on, top+s.row(0), top+s.row(last), row)
	depth := len(c.path)
	main := c.branch < 0
	first := sort.Search(len(s.kids), func(i int) bool { return top+s.starts[i]+s.kids[i].rows > 0 })
	for i := first; i <= last && top+s.starts[i] < c.view.window.Height; i++ {
		c.path = append(c.path[:depth], s.node(i))
		if main {
			c.branch = s.node(i)
		}
		c.twig(on, top+s.row(i), on.outward(edge, 2))
		c.node(s.kids[i], on, top+s.row(i), on.outward(edge, gutter))
	}
	c.path = c.path[:depth]
	if main {
		c.branch = -1
	}
}

// node draws a branch around the row of its lines. Nothing of it shows where it begins
// beyond the window.
func (c *canvas) node(b *branch, on side, row, edge int) {
	if on == right && edge >= c.view.window.Width || on == left && edge <= 0 {
		return
	}
	v := c.view
	whole := c.label(b, Label, on, row, edge)
	if !b.inner {
		c.marks(b, on, row)
		return
	}
	outer, short := on.outward(edge, b.own.in(v.style)), 0
	if whole {
		short = c.short(b, b.lead())
	}
	c.stem(on, row, outer, short)
	c.stack(&b.below, on, row, outer)
}

// short gives how many cells a line of a label ends before its widest.
func (c *canvas) short(b *branch, line int) int {
	w := c.ruler.Width(b.lines[line])
	if line == len(b.lines)-1 {
		for _, t := range b.tail(c.view.style) {
			w += 1 + c.ruler.Width(t.text)
		}
	}
	return b.own.in(c.view.style) - w
}

// stem draws the line from a label to where others hang on it; short is how many cells
// before its edge the label ends in that row.
func (c *canvas) stem(on side, row, edge, short int) {
	from, to := on.span(on.outward(edge, 1-short), short+1)
	for x := from; x < to; x++ {
		c.put(row, x, west|east)
	}
}

// spine draws the line that joins those of a stack, from its first to its last.
func (c *canvas) spine(x int, on side, first, last, parent int) {
	x, _ = on.span(x, 1)
	for row := max(first, 0); row <= min(last, c.view.window.Height-1); row++ {
		var arms arm
		if row > first {
			arms |= up
		}
		if row < last {
			arms |= down
		}
		if row == parent {
			arms |= on.inward()
		}
		c.put(row, x, arms)
	}
}

// twig draws the line from there to one of them.
func (c *canvas) twig(on side, row, edge int) {
	from, _ := on.span(edge, 1)
	c.put(row, from, (west|east)&^on.inward())
	from, _ = on.span(on.outward(edge, 1), 1)
	c.put(row, from, west|east)
}

// inward is the arm towards the core.
func (s side) inward() arm {
	if s == left {
		return east
	}
	return west
}

func (c *canvas) put(row, x int, arms arm) {
	if w := c.view.window; row >= 0 && row < w.Height && x >= 0 && x < w.Width {
		at := &c.cells[row*w.Width+x]
		at.arms |= arms
		at.owner = int32(c.branch)
	}
}

// label draws the words of a node with the signs beside them: whole, or a sign that
// there is one. It tells whether it was whole.
func (c *canvas) label(b *branch, kind Kind, on side, row, edge int) bool {
	from, to := on.span(edge, b.own.in(c.view.style))
	w := c.view.window
	middle := row
	row -= b.lead()
	if row+len(b.lines) <= 0 || row >= w.Height || to <= 0 || from >= w.Width {
		return false
	}
	path := slices.Clone(c.path)
	if from < 0 || to > w.Width {
		c.edge(path, middle, from < 0)
		return false
	}
	c.areas = append(c.areas, area{Box{row, from, to - from, len(b.lines)}, path})
	for i, line := range b.lines {
		x := edge
		if kind == Core {
			x += c.short(b, i) / 2 // in the middle
		}
		x = c.say(kind, on, row+i, x, line, path)
		if i == len(b.lines)-1 {
			for _, t := range b.tail(c.view.style) {
				x = c.say(t.kind, on, row+i, on.outward(x, 1), t.mirrored(on), path)
			}
		}
	}
	return true
}

// mirrored gives a sign as it stands on a side: its arrow points outwards.
func (p piece) mirrored(on side) string {
	if number, ok := strings.CutPrefix(p.text, "► "); ok && on == left && p.kind == Fold {
		return number + " ◄"
	}
	return p.text
}

// edge draws the sign of a label that stands half outside the window.
func (c *canvas) edge(path tree.Path, row int, before bool) {
	x, sign := c.view.window.Width-1, "»"
	if before {
		x, sign = 0, "«"
	}
	c.say(Edge, right, row, x, sign, path)
	c.areas = append(c.areas, area{Box{row, x, 1, 1}, path})
}

// marks draws the marks of a node in the column of its side.
func (c *canvas) marks(b *branch, on side, row int) {
	v := c.view
	text := b.letters
	if v.style == words {
		text = b.words
	}
	if v.style == beside || text == "" || row < 0 || row >= v.window.Height {
		return
	}
	x := v.cell + v.from
	if on == right {
		x = v.cell + v.to - v.columns[right]
	}
	path := slices.Clone(c.path)
	c.say(Mark, right, row, x, text, path)
	c.areas = append(c.areas, area{Box{row, x, c.ruler.Width(text), 1}, path})
}

// say adds a run that begins at an edge, and gives where it ends.
func (c *canvas) say(kind Kind, on side, row, edge int, text string, path tree.Path) int {
	width := c.ruler.Width(text)
	if row >= 0 && row < len(c.text) {
		from, _ := on.span(edge, width)
		c.text[row] = append(c.text[row], Run{kind, text, from, width, c.branch, path})
	}
	return on.outward(edge, width)
}

// rows gives what was drawn.
func (c *canvas) rows() [][]Run {
	w := c.view.window.Width
	for row := range c.text {
		c.text[row] = lines(c.text[row], c.cells[row*w:(row+1)*w])
		slices.SortFunc(c.text[row], func(a, b Run) int { return cmp.Compare(a.Cell, b.Cell) })
	}
	return c.text
}

// lines adds the lines of a row to its runs.
func lines(runs []Run, cells []cell) []Run {
	var text strings.Builder
	for x := 0; x < len(cells); {
		from, owner := x, cells[x].owner
		for ; x < len(cells) && cells[x].arms != 0 && cells[x].owner == owner; x++ {
			text.WriteString(signs[cells[x].arms])
		}
		if x == from {
			x++
			continue
		}
		runs = append(runs, Run{Kind: Line, Text: text.String(), Cell: from, Width: x - from, Branch: int(owner)})
		text = strings.Builder{}
	}
	return runs
}
