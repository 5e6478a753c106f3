package edit

import (
	"slices"
	"strings"

	"werkboek/internal/plain"
)

// layout is the text in displayed rows. The rows of a line are made when they are
// asked for; until then a line counts by its length.
type layout struct {
	width  int
	ruler  plain.Ruler
	breaks [][]int // per line: the bytes at which its rows begin; nil: not made yet
	rows   int     // of all lines; 0: not counted yet
	near   place   // where the last question was about: the next is mostly near it
}

// place is a line, and the displayed row at which it begins.
type place struct{ line, row int }

// tabCells is the distance between tab stops, cells.
const tabCells = 4

// unsafeRune is shown for what must not reach a terminal.
const unsafeRune = "·"

func (l *layout) reset() { l.breaks, l.rows, l.near = nil, 0, place{} }

// replaced says that lines from one up to another became n lines.
func (l *layout) replaced(from, to, n int) {
	if l.breaks == nil {
		return
	}
	l.breaks = slices.Replace(l.breaks, from, to, make([][]int, n)...)
}

// changed says that a line became text: what stands between two bytes is new, and
// what stands behind them moved by some bytes. Rows far from the change are kept.
func (l *layout) changed(line int, text string, from, to, by int) {
	if l.breaks == nil || l.breaks[line] == nil {
		return
	}
	old := l.breaks[line]
	first := max(0, rowAt(old, from)-2) // a word that became shorter may move up a row
	l.breaks[line] = l.wrap(text, slices.Clone(old[:first+1]), func(start int) ([]int, bool) {
		i, known := slices.BinarySearch(old, start-by)
		if !known || start < to {
			return nil, false
		}
		rest := slices.Clone(old[i+1:])
		for n := range rest {
			rest[n] += by
		}
		return rest, true
	})
}

// rowAt gives the row that a byte stands in, of rows that begin at starts.
func rowAt(starts []int, at int) int {
	i, begins := slices.BinarySearch(starts, at)
	if begins {
		return i
	}
	return i - 1
}

// SetWidth sets the width of the rows, in cells by a ruler.
func (b *Buffer) SetWidth(cells int, r plain.Ruler) {
	if cells != b.layout.width || r != b.layout.ruler {
		b.layout = layout{width: max(2, cells), ruler: r}
	}
}

// rowsOf gives the bytes at which the rows of a line begin.
func (b *Buffer) rowsOf(line int) []int {
	l := &b.layout
	if l.width == 0 {
		l.width = 64
	}
	if l.breaks == nil {
		l.breaks = make([][]int, len(b.lines))
	}
	if l.breaks[line] == nil {
		l.breaks[line] = l.wrap(b.lines[line], []int{0}, func(int) ([]int, bool) { return nil, false })
	}
	return l.breaks[line]
}

// wrap finds where the rows of a line begin, from the last of those that are
// known on, up to a start behind which known gives the others. Blanks at the end
// of a row hang in the margin and make no new row.
func (l *layout) wrap(line string, starts []int, known func(start int) (rest []int, ok bool)) []int {
	at := starts[len(starts)-1]
	used, word, wordCells := 0, at, 0
	for c, w := range l.ruler.Clusters(line[at:]) {
		w = l.shown(c, w, used)
		isBlank := blank(c)
		for last := starts[len(starts)-1]; !isBlank && used+w > l.width && at > last; last = word {
			if word > last { // the word begins a new row
				used -= wordCells
			} else { // it is longer than a row
				used, word, wordCells = 0, at, 0
			}
			starts = append(starts, word)
			if rest, ok := known(word); ok {
				return append(starts, rest...)
			}
		}
		used += w
		at += len(c)
		if isBlank || c == "-" {
			word, wordCells = at, used
		}
	}
	return starts
}

// shown gives the cells of a character as it is displayed.
func (l *layout) shown(c string, w, used int) int {
	switch {
	case c == "\t":
		return tabCells - used%tabCells
	case hidden(c):
		return 1
	}
	return w
}

func hidden(c string) bool {
	if len(c) == 1 && c[0] >= ' ' && c[0] <= '~' {
		return false // the common case
	}
	return strings.ContainsFunc(c, plain.Hostile)
}

// Rows gives the number of displayed rows, at least 1.
func (b *Buffer) Rows() int {
	if b.layout.rows == 0 {
		b.layout.rows = b.rowsIn(0, len(b.lines))
	}
	return b.layout.rows
}

// rowsIn counts the displayed rows of the lines from one up to another.
func (b *Buffer) rowsIn(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		n += len(b.rowsOf(i))
	}
	return n
}

// seek moves the place that is near to a line; it costs the lines in between.
func (b *Buffer) seek(line int) place {
	near := &b.layout.near
	for near.line < line {
		near.row += len(b.rowsOf(near.line))
		near.line++
	}
	for near.line > line {
		near.line--
		near.row -= len(b.rowsOf(near.line))
	}
	return *near
}

// Row is one displayed row.
type Row struct {
	Text           string // safe, tabs expanded
	SelFrom, SelTo int    // selected cells; equal when none are
	First          bool   // it begins a line
}

// Row gives a displayed row, counted from 0.
func (b *Buffer) Row(i int) Row {
	line, from, to := b.Span(i)
	out := Row{First: from == 0}
	selFrom, selTo := b.selection()
	var text strings.Builder
	cell, at := 0, from
	out.SelFrom, out.SelTo = -1, -1
	for c, w := range b.layout.ruler.Clusters(b.lines[line][from:to]) {
		here := Pos{line, at}
		if b.mark != nil && !here.before(selFrom) && here.before(selTo) {
			if out.SelFrom < 0 {
				out.SelFrom = cell
			}
			out.SelTo = cell + b.layout.shown(c, w, cell)
		}
		text.WriteString(b.layout.display(c, cell))
		cell += b.layout.shown(c, w, cell)
		at += len(c)
	}
	out.Text = text.String()
	return out
}

// Span gives where a displayed row stands: its line, and the bytes of it.
func (b *Buffer) Span(i int) (line, from, to int) {
	line, row := b.locate(i)
	starts := b.rowsOf(line)
	from, to = starts[row], len(b.lines[line])
	if row+1 < len(starts) {
		to = starts[row+1]
	}
	return line, from, to
}

func (l *layout) display(c string, cell int) string {
	switch {
	case c == "\t":
		return strings.Repeat(" ", tabCells-cell%tabCells)
	case hidden(c):
		return unsafeRune
	}
	return c
}

// locate gives the line of a displayed row, and which row of it that is.
func (b *Buffer) locate(row int) (line, rowOfLine int) {
	at := b.layout.near
	for row < at.row {
		at = b.seek(at.line - 1)
	}
	for row >= at.row+len(b.rowsOf(at.line)) {
		if at.line+1 == len(b.lines) {
			return at.line, len(b.rowsOf(at.line)) - 1
		}
		at = b.seek(at.line + 1)
	}
	return at.line, row - at.row
}

// Cursor gives the displayed row and cell of the cursor.
func (b *Buffer) Cursor() (row, cell int) {
	row = b.seek(b.cursor.Line).row
	starts := b.rowsOf(b.cursor.Line)
	k := rowAt(starts, b.cursor.Byte)
	cell = b.cells(b.cursor.Line, starts[k], b.cursor.Byte)
	return row + k, min(cell, b.layout.width)
}

// cells gives the width of a part of a line, as displayed from the row's start.
func (b *Buffer) cells(line, from, to int) int {
	used := 0
	for c, w := range b.layout.ruler.Clusters(b.lines[line][from:to]) {
		used += b.layout.shown(c, w, used)
	}
	return used
}

// at gives the place in a displayed row that is nearest to a cell.
func (b *Buffer) at(row, cell int) Pos {
	line, from, to := b.Span(row)
	lastRow := to == len(b.lines[line])
	used, at := 0, from
	for c, w := range b.layout.ruler.Clusters(b.lines[line][from:to]) {
		wide := b.layout.shown(c, w, used)
		if used+wide > cell || !lastRow && at+len(c) >= to {
			break
		}
		used += wide
		at += len(c)
	}
	return Pos{line, at}
}

// Click puts the cursor at a displayed row and cell.
func (b *Buffer) Click(row, cell int, extend bool) {
	b.run, b.goal = apart, -1
	if extend && b.mark == nil {
		at := b.cursor
		b.mark = &at
	}
	if !extend {
		b.mark = nil
	}
	b.cursor = b.at(min(max(row, 0), b.Rows()-1), max(cell, 0))
}

// vertical gives the place some rows up or down, in the column that the cursor
// set out from.
func (b *Buffer) vertical(by int) Pos {
	row, cell := b.Cursor()
	if b.goal < 0 {
		b.goal = cell
	}
	target := row + by
	switch {
	case target < 0 && row == 0:
		return b.cursor
	case target >= b.Rows() && row == b.Rows()-1:
		return b.cursor
	}
	return b.at(min(max(target, 0), b.Rows()-1), b.goal)
}

// rowEdge gives the start or end of the displayed row of the cursor.
func (b *Buffer) rowEdge(end bool) Pos {
	starts := b.rowsOf(b.cursor.Line)
	k := rowAt(starts, b.cursor.Byte)
	switch {
	case !end:
		return Pos{b.cursor.Line, starts[k]}
	case k+1 < len(starts):
		return b.leftOf(Pos{b.cursor.Line, starts[k+1]})
	}
	return Pos{b.cursor.Line, len(b.lines[b.cursor.Line])}
}
