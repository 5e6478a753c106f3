package field

import (
	"strconv"
	"strings"

	"werkboek/internal/plain"
)

// gap is the room between two numbers, cells, where there is enough of it.
const gap = 3

// A range of more rows than mostRows is shown shownRows at a time.
const (
	mostRows  = 6
	shownRows = 3
)

// grid says how a range stands in rows.
type grid struct {
	columns, gap, cell int // cell is the width to which a number is filled, 0 for its own
	first, rows        int // the rows that are shown
}

// grid gives one row where that fits, and otherwise rows of equal columns.
func (n *number) grid() grid {
	from, to := n.ask.Field.From, n.ask.Field.To
	room := n.width
	count := to - from + 1
	cell := n.ruler.Width(one{}.mark(false)) + max(len(strconv.Itoa(from)), len(strconv.Itoa(to)))
	for between := gap; between > 1 && count <= room; between-- {
		if total := between * (count - 1); total+n.cells(from, to) <= room {
			return grid{columns: count, gap: between, rows: 1}
		}
	}
	g := grid{columns: max(1, (room+gap)/(cell+gap)), gap: gap, cell: cell}
	g.rows = (count + g.columns - 1) / g.columns
	if g.rows > mostRows {
		if at, ok := n.at(); ok {
			g.first = min((at-from)/g.columns/shownRows*shownRows, g.rows-shownRows)
		}
		g.rows = shownRows
	}
	return g
}

// cells gives the width of the numbers of a range, without what stands between.
func (n *number) cells(from, to int) int {
	total := 0
	for v := from; v <= to; v++ {
		total += n.ruler.Width(one{}.mark(false)) + len(strconv.Itoa(v))
	}
	return total
}

// looked gives the row, of those that are shown, on which one looks.
func (n *number) looked(g grid) int {
	if at, ok := n.at(); ok {
		return (at-n.ask.Field.From)/g.columns - g.first
	}
	return 0
}

func (n *number) cursor() (row, cell int, ok bool) { return n.looked(n.grid()), 0, false }

func (n *number) rows() int { return n.grid().rows + len(n.notes()) }

func (n *number) row(i int) string {
	g := n.grid()
	if i >= g.rows {
		return n.notes()[i-g.rows]
	}
	from := n.ask.Field.From + (g.first+i)*g.columns
	at, chosen := n.at()
	var b strings.Builder
	for v := from; v < from+g.columns && v <= n.ask.Field.To; v++ {
		on := chosen && v == at
		text := one{}.mark(on) + strconv.Itoa(v)
		if v > from {
			b.WriteString(strings.Repeat(" ", g.gap))
		}
		b.WriteString(n.styled(text, on) + strings.Repeat(" ", max(0, g.cell-n.ruler.Width(text))))
	}
	return strings.TrimRight(b.String(), " ")
}

func (n *number) styled(text string, on bool) string {
	switch {
	case on && n.focused:
		return n.st.Chosen.Render(text)
	case on:
		return n.st.Warm.Render(text)
	}
	return n.st.Ink.Render(text)
}

// notes gives the rows below the numbers: what was kept and is none of them, the
// words at the ends, and how far a range goes that is not shown whole.
func (n *number) notes() []string {
	f := n.ask.Field
	var notes []string
	add := func(text string) {
		for _, row := range n.ruler.Wrap(text, n.width) {
			notes = append(notes, n.st.Soft.Render(row))
		}
	}
	if _, ok := n.at(); n.held != "" && !ok {
		notes = append(notes, n.st.Warm.Render(n.ruler.Cut(one{}.mark(true)+plain.Line(n.held), n.width)))
	}
	switch g := n.grid(); {
	case len(f.Ends) == 2:
		add(endsText(f.From, plain.Line(f.Ends[0]), f.To, plain.Line(f.Ends[1])))
	case g.first > 0 || (g.first+g.rows)*g.columns <= f.To-f.From:
		add(rangeText(f.From, f.To))
	}
	return notes
}
