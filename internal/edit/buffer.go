// Package edit is the text under the cursor: what is typed, selected, undone and
// wrapped. It knows no screen and no key. It imports plain.
package edit

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"werkboek/internal/plain"
)

// ErrFull is the answer to text that would make the buffer larger than its limit.
var ErrFull = errors.New("the text is full")

// DefaultLimit is the most that a buffer holds, bytes.
const DefaultLimit = 4 << 20

// Options say what a buffer is for.
type Options struct {
	Single bool // one line: line ends become blanks
	Limit  int  // bytes; 0 is DefaultLimit

	// Replaced is told of every change: that lines from one up to another became n.
	Replaced func(from, to, n int)
}

// Pos is a place in the text: a line, and a byte in it that begins a character.
type Pos struct{ Line, Byte int }

func (p Pos) before(o Pos) bool { return p.Line < o.Line || p.Line == o.Line && p.Byte < o.Byte }

// Buffer is a text that is being edited. The zero value is not usable; see New.
type Buffer struct {
	opt    Options
	lines  []string
	size   int // bytes, line ends included
	words  int
	runes  int
	filled int // lines with more than blanks in them
	cursor Pos
	mark   *Pos // the other end of the selection, nil when there is none
	goal   int  // cell that ↑ and ↓ aim for, -1 for the cursor's own

	undo, redo []change
	kept       int // bytes in undo
	run        run // what the last change was, so that the next may join it

	layout layout
}

// New makes a buffer with a text, the cursor at its end.
func New(text string, opt Options) *Buffer {
	if opt.Limit == 0 {
		opt.Limit = DefaultLimit
	}
	if opt.Replaced == nil {
		opt.Replaced = func(int, int, int) {}
	}
	b := &Buffer{opt: opt, goal: -1}
	b.SetText(text)
	return b
}

// SetText replaces the text; undo does not go back beyond it.
func (b *Buffer) SetText(text string) {
	old := len(b.lines)
	b.lines = strings.Split(text, "\n")
	b.opt.Replaced(0, old, len(b.lines))
	b.size, b.words, b.runes = len(text), plain.Words(text), utf8.RuneCountInString(text)
	b.filled = filled(b.lines)
	b.undo, b.redo, b.kept, b.run = nil, nil, 0, apart
	b.mark, b.goal = nil, -1
	b.cursor = b.end()
	b.layout.reset()
}

// Text gives the text.
func (b *Buffer) Text() string { return strings.Join(b.lines, "\n") }

// Empty tells whether there is no text.
func (b *Buffer) Empty() bool { return b.size == 0 }

// Words gives the number of words.
func (b *Buffer) Words() int { return b.words }

// Runes gives the number of runes, line ends included.
func (b *Buffer) Runes() int { return b.runes }

// Line gives a line, counted from 0, without its end.
func (b *Buffer) Line(i int) string { return b.lines[i] }

// Filled gives the number of lines that hold more than blanks.
func (b *Buffer) Filled() int { return b.filled }

func (b *Buffer) end() Pos {
	last := len(b.lines) - 1
	return Pos{last, len(b.lines[last])}
}

// Insert types or pastes text at the cursor, in place of the selection. Dropped
// counts the control characters that were left out. The only error is ErrFull;
// then nothing changed.
func (b *Buffer) Insert(text string) (dropped int, err error) {
	text, dropped = plain.Typed(text)
	if b.opt.Single {
		text = strings.ReplaceAll(text, "\n", " ")
	}
	if text == "" {
		return dropped, nil
	}
	from, to := b.selection()
	if b.size+len(text) > b.opt.Limit {
		return dropped, ErrFull
	}
	sort := apart
	if len(text) <= 2*utf8.UTFMax && utf8.RuneCountInString(text) <= 2 && b.mark == nil {
		sort = typing
	}
	b.change(from, to, text, sort)
	return dropped, nil
}

// NewLine begins a new line; in a buffer of one line it does nothing.
func (b *Buffer) NewLine() error {
	if b.opt.Single {
		return nil
	}
	_, err := b.Insert("\n")
	return err
}

// Backspace takes away the selection, or the character before the cursor; Delete
// the one after it. The others take a word.
func (b *Buffer) Backspace() bool { return b.remove(b.leftOf, erasing) }

// Delete takes away the selection, or the character after the cursor.
func (b *Buffer) Delete() bool { return b.remove(b.rightOf, deleting) }

// BackspaceWord takes away the selection, or the word before the cursor.
func (b *Buffer) BackspaceWord() bool { return b.remove(b.wordLeftOf, apart) }

// DeleteWord takes away the selection, or the word after the cursor.
func (b *Buffer) DeleteWord() bool { return b.remove(b.wordRightOf, apart) }

func (b *Buffer) remove(to func(Pos) Pos, sort run) bool {
	from, until := b.selection()
	if b.mark != nil {
		sort = apart
	} else {
		from, until = b.cursor, to(b.cursor)
		if until.before(from) {
			from, until = until, from
		}
	}
	if from == until {
		b.mark = nil
		return false
	}
	b.change(from, until, "", sort)
	return true
}

// selection gives the selection in order; empty at the cursor when there is none.
func (b *Buffer) selection() (from, to Pos) {
	if b.mark == nil {
		return b.cursor, b.cursor
	}
	if b.mark.before(b.cursor) {
		return *b.mark, b.cursor
	}
	return b.cursor, *b.mark
}

// Selection gives the selected text, "" when nothing is selected.
func (b *Buffer) Selection() string {
	from, to := b.selection()
	return b.slice(from, to)
}

// Cut takes the selected text away and gives it.
func (b *Buffer) Cut() string {
	text := b.Selection()
	if text != "" {
		b.Delete()
	}
	return text
}

func (b *Buffer) slice(from, to Pos) string {
	if from.Line == to.Line {
		return b.lines[from.Line][from.Byte:to.Byte]
	}
	parts := append([]string{b.lines[from.Line][from.Byte:]}, b.lines[from.Line+1:to.Line]...)
	return strings.Join(append(parts, b.lines[to.Line][:to.Byte]), "\n")
}

// replace puts text in place of a range, and gives where it ends. What it costs
// hangs on the text that is replaced, and not on what stands around it.
func (b *Buffer) replace(from, to Pos, text string) Pos {
	removed := b.slice(from, to)
	b.seek(from.Line) // what stands before it keeps its rows
	rows := b.Rows() - b.rowsIn(from.Line, to.Line+1)
	head, tail := b.lines[from.Line][:from.Byte], b.lines[to.Line][to.Byte:]
	b.count(removed, text, head, tail)
	b.filled -= filled(b.lines[from.Line : to.Line+1])
	fresh := strings.Split(text, "\n")
	end := Pos{from.Line + len(fresh) - 1, len(fresh[len(fresh)-1])}
	if len(fresh) == 1 {
		end.Byte += from.Byte
	}
	fresh[0] = head + fresh[0]
	fresh[len(fresh)-1] += tail
	b.filled += filled(fresh)
	if len(fresh) == 1 && from.Line == to.Line {
		b.lines[from.Line] = fresh[0]
		b.layout.changed(from.Line, fresh[0], from.Byte, end.Byte, len(text)-len(removed))
	} else {
		b.lines = slices.Replace(b.lines, from.Line, to.Line+1, fresh...)
		b.layout.replaced(from.Line, to.Line+1, len(fresh))
	}
	b.opt.Replaced(from.Line, to.Line+1, len(fresh))
	b.layout.rows = rows + b.rowsIn(from.Line, from.Line+len(fresh))
	return end
}

// count keeps the numbers of what there is, when text comes in place of what is
// removed between a head and a tail. A word ends at a blank, so no more than the
// words at both ends of the change are looked at.
func (b *Buffer) count(removed, text, head, tail string) {
	b.size += len(text) - len(removed)
	b.runes += utf8.RuneCountInString(text) - utf8.RuneCountInString(removed)
	head = head[strings.LastIndexFunc(head, unicode.IsSpace)+1:]
	if i := strings.IndexFunc(tail, unicode.IsSpace); i >= 0 {
		tail = tail[:i]
	}
	b.words += plain.Words(head+text+tail) - plain.Words(head+removed+tail)
}

// filled counts the lines that hold more than blanks.
func filled(lines []string) int {
	n := 0
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			n++
		}
	}
	return n
}

// blank tells whether a character is white space.
func blank(cluster string) bool {
	if len(cluster) == 1 && cluster[0] > ' ' {
		return false // the common case
	}
	return strings.TrimFunc(cluster, unicode.IsSpace) == ""
}
