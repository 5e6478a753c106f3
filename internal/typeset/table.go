package typeset

import (
	"slices"
	"strings"

	"werkboek/internal/course"
)

// table sets a table without lines: columns as wide as they need, wrapped where
// that is too wide. One with more columns than fit becomes a list of rows.
func (s *Setter) table(b *course.Block, width int) Set {
	columns := s.columns(b, width)
	if columns == nil {
		return s.tableRows(b, width)
	}
	var set Set
	for i, row := range b.Rows {
		if i == 0 {
			row = slices.Clone(row)
			for c := range row {
				row[c] = strong(row[c])
			}
		}
		s.row(&set, row, columns, b.Align)
	}
	return set
}

// leastColumn is the narrowest that a column may become, cells.
const leastColumn = 8

// columns gives the width of each column, nil when they cannot stand beside each
// other. What is wider than its share shrinks first.
func (s *Setter) columns(b *course.Block, width int) []int {
	if len(b.Rows) == 0 {
		return nil
	}
	wide := make([]int, len(b.Rows[0]))
	total := columnGap * (len(wide) - 1)
	for _, row := range b.Rows {
		for c, cell := range row {
			if c < len(wide) {
				wide[c] = max(wide[c], s.ruler.Width(cell.Plain()), 1)
			}
		}
	}
	for _, w := range wide {
		total += w
	}
	for total > width {
		widest := 0
		for c := range wide {
			if wide[c] > wide[widest] {
				widest = c
			}
		}
		if wide[widest] <= leastColumn {
			return nil
		}
		wide[widest]--
		total--
	}
	return wide
}

// row sets the cells of a row beside each other.
func (s *Setter) row(set *Set, row []course.Inline, columns []int, align []course.Align) {
	cells := make([]Set, len(columns))
	height := 1
	for c := range columns {
		if c < len(row) {
			cells[c] = s.leaf.set(row[c], columns[c])
			height = max(height, len(cells[c].Lines))
		}
	}
	first := len(set.Lines)
	at, ordinals := 0, linkCount(*set)
	lines := make([]string, height)
	for c, cell := range cells {
		for i := range height {
			text := ""
			if i < len(cell.Lines) {
				text = cell.Lines[i]
			}
			shift := 0
			if c < len(align) {
				shift = shifted(columns[c]-s.ruler.Width(text), align[c])
			}
			lines[i] += blanks(at+shift-s.ruler.Width(lines[i])) + text
		}
		for _, l := range cell.Links {
			l.Line, l.From, l.To, l.Ordinal = l.Line+first, l.From+at, l.To+at, l.Ordinal+ordinals
			set.Links = append(set.Links, l)
		}
		ordinals = linkCount(*set)
		at += columns[c] + columnGap
	}
	set.Lines = append(set.Lines, lines...)
}

func linkCount(s Set) int {
	n := 0
	for _, l := range s.Links {
		n = max(n, l.Ordinal+1)
	}
	return n
}

func shifted(free int, a course.Align) int {
	switch a {
	case course.Right:
		return max(0, free)
	case course.Center:
		return max(0, free/2)
	}
	return 0
}

// tableRows sets each row as a small block: the head of a column before each cell.
func (s *Setter) tableRows(b *course.Block, width int) Set {
	var set Set
	for i, row := range b.Rows {
		if i == 0 {
			continue
		}
		if i > 1 {
			set.Lines = append(set.Lines, "")
		}
		for c, cell := range row {
			in := cell
			if c < len(b.Rows[0]) && strings.TrimSpace(b.Rows[0][c].Plain()) != "" {
				in = append(course.Inline{{Text: b.Rows[0][c].Plain() + ": ", Strong: true}}, cell...)
			}
			set.add(s.leaf.set(in, width), 0, "")
		}
	}
	return set
}
