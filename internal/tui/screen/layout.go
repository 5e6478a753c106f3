package screen

import (
	"strings"

	"werkboek/internal/plain"
	"werkboek/internal/theme"
)

// The grid, in cells: the same on every screen.
const (
	measure     = 64  // width of the text
	axis        = 10  // where everything that one reads starts
	labelEnd    = 8   // where what stands in the gutter ends
	fullWidth   = 80  // from here on there is a gutter
	marginFrom  = 112 // from here on there is a margin
	marginStart = 82  // where the margin starts
	marginMost  = 40  // its greatest width
	narrowEdge  = 2   // left and right of the text in a narrow window

	// MinWidth and MinHeight are the smallest window that shows a page.
	MinWidth, MinHeight = 50, 14
)

// Layout is where things stand in a window of some width. In all windows of
// fullWidth and more the text has one measure and one axis.
type Layout struct {
	Axis    int  // cell where the text starts
	Measure int  // width of the text, cells
	Gutter  bool // labels hang left of the text; else they stand above it
	Margin  int  // cell where the margin starts, 0 when there is none
	Beside  int  // width of the margin, cells
	Width   int  // of the window
}

// LayoutFor gives the layout of a window.
func LayoutFor(width int) Layout {
	if width < fullWidth {
		return Layout{Axis: narrowEdge, Measure: max(1, width-2*narrowEdge), Width: width}
	}
	l := Layout{Axis: axis, Measure: measure, Gutter: true, Width: width}
	if width >= marginFrom {
		l.Margin = marginStart
		l.Beside = min(marginMost, width-marginStart-1)
	}
	return l
}

// Row is one line of a page before it is put together. Its parts are styled;
// Label is at most eight cells.
type Row struct {
	Label  string // in the gutter, right-aligned
	Sign   string // one cell in the gutter, where one is
	Text   string
	Mark   string // one cell, right of the text and a blank
	Margin string
}

// Compose puts a row together.
func (l Layout) Compose(row Row, r plain.Ruler) string {
	var b line
	b.ruler = r
	if l.Gutter {
		label := row.Label
		if label == "" {
			label = row.Sign
		}
		b.put(labelEnd-r.Width(label), label)
	} else if row.Sign != "" {
		b.put(0, row.Sign)
	}
	b.put(l.Axis, row.Text)
	b.put(l.Axis+l.Measure+1, row.Mark)
	if l.Margin > 0 && row.Margin != "" {
		b.put(l.Margin, row.Margin)
	}
	return b.String()
}

// Ends puts one text at the left and one at the right of the measure, on one
// line. The right one is left out where both do not fit.
func (l Layout) Ends(left, right string, r plain.Ruler) string {
	gap := l.Measure - r.Width(left) - r.Width(right)
	if right == "" || gap < 2 {
		return left
	}
	return left + strings.Repeat(" ", gap) + right
}

// line is a row of cells that is filled from left to right.
type line struct {
	strings.Builder
	at    int
	ruler plain.Ruler
}

func (b *line) put(cell int, text string) {
	if text == "" {
		return
	}
	if cell > b.at {
		b.WriteString(strings.Repeat(" ", cell-b.at))
		b.at = cell
	}
	b.WriteString(text)
	b.at += b.ruler.Width(text)
}

// KeyLine writes keys and what they do as far as width cells go.
func KeyLine(keys []KeyHelp, width int, st *theme.Styles, r plain.Ruler) string {
	const between = "   "
	var b strings.Builder
	used := 0
	for i, k := range keys {
		need := r.Width(k.Key) + 1 + r.Width(k.Help)
		if i > 0 {
			need += len(between)
		}
		if used+need > width {
			break
		}
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(st.Key.Render(k.Key) + " " + st.Soft.Render(k.Help))
		used += need
	}
	return b.String()
}

// KeyHelp is a key and what it does, as words.
type KeyHelp struct{ Key, Help string }
