// Package table reads and writes the tables in notes: what an instrument keeps,
// as a Markdown table that a person would make. It imports nothing of ours.
//
//	|           | A | B |
//	|-----------|---|---|
//	| opleiding | = | ≠ |
//
// Reading is forgiving, and writing loses nothing: cells may be missing or too
// many, and what the reader does not take is left, under the head that it stood
// under, as a table below the first. So it is read again when it fits again. A bar
// in a cell is written as \|, a line end as a blank.
package table

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// block is a head and the rows below it.
type block struct {
	head []string
	rows [][]string
}

// Left is what a reader did not take: rows and heads, and lines that are no row.
type Left struct {
	blocks []block
	lines  []string
}

// Reader takes what it understands of a table.
type Reader interface {
	// Head begins a table; it tells whether writing gives all words of it back.
	Head(cells []string) bool
	// Row takes a row below the last head. It gives the row with what it does not
	// take: "" for each cell that it took; nil where nothing is left.
	Row(cells []string) []string
}

// Read gives the tables of a text to a reader, and what that leaves. The first row
// is a head, and each row with a line of dashes below it. It never fails.
func Read(text string, r Reader) Left {
	blocks, lines := parse(text)
	left := Left{lines: lines}
	for _, b := range blocks {
		ours := r.Head(slices.Clone(b.head))
		for _, row := range b.rows {
			if rest := r.Row(slices.Clone(row)); says(rest) {
				left.keep(b.head, rest)
			}
		}
		if !ours {
			left.keep(b.head, nil)
		}
	}
	return left
}

// keep leaves a row below its head; without one it leaves the head.
func (l *Left) keep(head, row []string) {
	head = trimmed(head)
	i := slices.IndexFunc(l.blocks, func(b block) bool { return slices.Equal(b.head, head) })
	if i < 0 {
		i = len(l.blocks)
		l.blocks = append(l.blocks, block{head: head})
	}
	if row != nil {
		l.blocks[i].rows = append(l.blocks[i].rows, trimmed(row))
	}
}

// String gives what was left as it is written.
func (l Left) String() string { return Write(nil, nil, l) }

// Write writes a table, its columns as wide as their longest cell, and below it
// what was left. Without a head there is no table.
func Write(head []string, rows [][]string, left Left) string {
	var parts []string
	if head != nil {
		parts = append(parts, block{head, rows}.text())
	}
	for _, b := range left.blocks {
		parts = append(parts, b.text())
	}
	if len(left.lines) > 0 {
		parts = append(parts, strings.Join(left.lines, "\n"))
	}
	return strings.Join(parts, "\n\n")
}

// parse cuts a text into tables and other lines.
func parse(text string) (blocks []block, lines []string) {
	fresh := false // the line above is a row, and no head
	for line := range strings.SplitSeq(text, "\n") {
		bare := strings.TrimSpace(line)
		cells, isRow := row(bare)
		last := len(blocks) - 1
		switch {
		case isRow && ruled(trimmed(cells)):
			if fresh {
				rows := blocks[last].rows
				blocks[last].rows = rows[:len(rows)-1]
				blocks = append(blocks, block{head: rows[len(rows)-1]})
			}
			fresh = false
		case isRow && last < 0:
			blocks = append(blocks, block{head: cells})
		case isRow && says(cells):
			blocks[last].rows = append(blocks[last].rows, cells)
			fresh = true
		default:
			fresh = false
			if bare != "" && !isRow {
				lines = append(lines, strings.TrimRight(line, "\r"))
			}
		}
	}
	return blocks, lines
}

// row cuts a line into cells.
func row(line string) ([]string, bool) {
	line, ok := strings.CutPrefix(line, "|")
	if !ok {
		return nil, false
	}
	var cells []string
	var cell strings.Builder
	end := func() {
		cells = append(cells, blanks(cell.String()))
		cell.Reset()
	}
	escaped := false
	for _, r := range line {
		switch {
		case escaped && r != '|' && r != '\\':
			cell.WriteRune('\\')
			cell.WriteRune(r)
			escaped = false
		case escaped:
			cell.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == '|':
			end()
		default:
			cell.WriteRune(r)
		}
	}
	if escaped {
		cell.WriteRune('\\')
	}
	if strings.TrimSpace(cell.String()) != "" {
		end()
	}
	return cells, true
}

// blanks makes one blank of each run of them.
func blanks(cell string) string { return strings.Join(strings.Fields(cell), " ") }

// ruled tells whether cells are the line below a head.
func ruled(cells []string) bool {
	for _, c := range cells {
		if strings.Trim(c, "-:") != "" || c == "" {
			return false
		}
	}
	return len(cells) > 0
}

// says tells whether any cell holds something.
func says(cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool { return c != "" })
}

// trimmed gives cells without the empty ones at the end.
func trimmed(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

func (b block) text() string {
	wide := make([]int, max(1, len(b.head)))
	for _, r := range append([][]string{b.head}, b.rows...) {
		for i, c := range r {
			if i == len(wide) {
				wide = append(wide, 0)
			}
			wide[i] = max(wide[i], utf8.RuneCountInString(escape(c)))
		}
	}
	lines := []string{line(b.head, wide, " "), line(nil, wide, "-")}
	for _, r := range b.rows {
		lines = append(lines, line(r, wide, " "))
	}
	return strings.Join(lines, "\n")
}

func line(cells []string, wide []int, fill string) string {
	var b strings.Builder
	b.WriteByte('|')
	for i, w := range wide {
		cell := escape(Cell(cells, i))
		b.WriteString(fill + cell + strings.Repeat(fill, w-utf8.RuneCountInString(cell)+1) + "|")
	}
	return b.String()
}

func escape(cell string) string {
	return strings.NewReplacer(`\`, `\\`, "|", `\|`).Replace(blanks(cell))
}

// Cell gives a cell of a row, "" where the row is too short.
func Cell(row []string, i int) string {
	if i < 0 || i >= len(row) {
		return ""
	}
	return row[i]
}
