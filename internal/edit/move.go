package edit

import "werkboek/internal/plain"

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
	b.grouping = false
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
	b.grouping = false
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
	last, at := 0, 0
	var r plain.Ruler
	for c := range r.Clusters(b.lines[p.Line]) {
		if at >= p.Byte {
			break
		}
		last = at
		at += len(c)
	}
	return Pos{p.Line, last}
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
	var r plain.Ruler
	at, word, inWord := 0, 0, false
	for c := range r.Clusters(b.lines[p.Line]) {
		if at >= p.Byte {
			break
		}
		if !blank(c) && !inWord {
			word = at
		}
		inWord = !blank(c)
		at += len(c)
	}
	return Pos{p.Line, word}
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
