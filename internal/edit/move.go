package edit

import (
	"strings"
	"unicode"

	"werkboek/internal/plain"
)

// Move is where the cursor can go.
type Move int

// The moves. LineStart, LineEnd, Up, Down and the pages go by displayed lines.
const (
	Left Move = iota
	Right
	WordLeft
	WordRight
	LineStart
	LineEnd
	Start
	End
	Up
	Down
	PageUp
	PageDown
)

// pageRows is how far PageUp and PageDown go, displayed lines.
const pageRows = 10

// Move moves the cursor; extend takes the selection along. It tells whether the
// cursor moved or a selection ended.
func (b *Buffer) Move(m Move, extend bool) bool {
	b.run = apart
	was, selected := b.cursor, b.mark != nil
	if !extend && selected && (m == Left || m == Right) {
		from, to := b.selection()
		b.cursor, b.mark, b.goal = from, nil, -1
		if m == Right {
			b.cursor = to
		}
		return true
	}
	if extend && b.mark == nil {
		at := b.cursor
		b.mark = &at
	}
	if !extend {
		b.mark = nil
	}
	b.cursor = b.moved(m)
	if m != Up && m != Down && m != PageUp && m != PageDown {
		b.goal = -1
	}
	if b.mark != nil && *b.mark == b.cursor {
		b.mark = nil
	}
	return b.cursor != was || selected && b.mark == nil
}

func (b *Buffer) moved(m Move) Pos {
	switch m {
	case Left:
		return b.leftOf(b.cursor)
	case Right:
		return b.rightOf(b.cursor)
	case WordLeft:
		return b.wordLeftOf(b.cursor)
	case WordRight:
		return b.wordRightOf(b.cursor)
	case Start:
		return Pos{}
	case End:
		return b.end()
	case Up:
		return b.vertical(-1)
	case Down:
		return b.vertical(1)
	case PageUp:
		return b.vertical(-pageRows)
	case PageDown:
		return b.vertical(pageRows)
	case LineStart:
		return b.rowEdge(false)
	}
	return b.rowEdge(true)
}

// SelectAll selects the whole text.
func (b *Buffer) SelectAll() {
	b.run = apart
	b.cursor, b.goal = b.end(), -1
	b.mark = &Pos{}
	if b.cursor == (Pos{}) {
		b.mark = nil
	}
}

func (b *Buffer) leftOf(p Pos) Pos {
	if p.Byte == 0 {
		if p.Line == 0 {
			return p
		}
		return Pos{p.Line - 1, len(b.lines[p.Line-1])}
	}
	return Pos{p.Line, b.clusterAt(p.Line, p.Byte-1)}
}

// clusterAt gives the byte at which the character begins that a byte is of. A row
// begins with a character, so the search begins there.
func (b *Buffer) clusterAt(line, at int) int {
	starts := b.rowsOf(line)
	begin := starts[rowAt(starts, at)]
	var r plain.Ruler
	for c := range r.Clusters(b.lines[line][begin:]) {
		if begin+len(c) > at {
			break
		}
		begin += len(c)
	}
	return begin
}

func (b *Buffer) rightOf(p Pos) Pos {
	line := b.lines[p.Line]
	if p.Byte >= len(line) {
		if p.Line+1 == len(b.lines) {
			return p
		}
		return Pos{p.Line + 1, 0}
	}
	var r plain.Ruler
	c, _ := r.First(line[p.Byte:])
	return Pos{p.Line, p.Byte + len(c)}
}

func (b *Buffer) wordLeftOf(p Pos) Pos {
	if p.Byte == 0 {
		return b.leftOf(p)
	}
	before := strings.TrimRightFunc(b.lines[p.Line][:p.Byte], unicode.IsSpace)
	if before == "" {
		return Pos{p.Line, 0}
	}
	word := strings.LastIndexFunc(before, unicode.IsSpace) + 1
	return Pos{p.Line, b.clusterAt(p.Line, word)}
}

func (b *Buffer) wordRightOf(p Pos) Pos {
	line := b.lines[p.Line]
	if p.Byte >= len(line) {
		return b.rightOf(p)
	}
	var r plain.Ruler
	at, seenBlank := p.Byte, false
	for c := range r.Clusters(line[p.Byte:]) {
		if seenBlank && !blank(c) {
			break
		}
		seenBlank = seenBlank || blank(c)
		at += len(c)
	}
	return Pos{p.Line, at}
}
