package edit

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// change is one step of undo: text that stood at a place was replaced.
type change struct {
	from            Pos
	removed, placed string
	before, after   state
}

// state is where the cursor was, and what was selected.
type state struct {
	cursor Pos
	mark   *Pos
}

// undoLimit is how much replaced and placed text undo keeps, bytes.
const undoLimit = 32 << 20

// run is a sort of change of which several make one step.
type run int

const (
	apart    run = iota // a step of its own
	typing              // characters that are typed one after another
	erasing             // backspace, again and again
	deleting            // delete, again and again
)

// change replaces a range and remembers how it was. A character that is typed or
// taken away joins the step before it, up to the end of a word.
func (b *Buffer) change(from, to Pos, text string, sort run) {
	c := change{from: from, removed: b.slice(from, to), placed: text, before: state{b.cursor, b.mark}}
	if c.removed == "\n" || text == "\n" {
		sort = apart
	}
	b.mark, b.goal = nil, -1
	b.cursor = b.replace(from, to, text)
	c.after = state{b.cursor, nil}
	b.redo = nil
	b.kept += c.bytes()
	if !b.joins(c, sort) {
		b.undo = append(b.undo, c)
		b.prune()
	}
	b.run = sort
}

// joins adds a change to the last step where it goes on in the same word, or is
// the blank that ends it.
func (b *Buffer) joins(c change, sort run) bool {
	if sort == apart || sort != b.run || len(b.undo) == 0 {
		return false
	}
	last := &b.undo[len(b.undo)-1]
	switch {
	case sort == typing && !startsWord(last.placed, c.placed):
		last.placed += c.placed
	case sort == deleting && !startsWord(last.removed, c.removed):
		last.removed += c.removed
	case sort == erasing && !startsWord(c.removed, last.removed):
		last.from, last.removed = c.from, c.removed+last.removed
	default:
		return false
	}
	last.after = c.after
	return true
}

// startsWord tells whether text begins a new word after a blank.
func startsWord(so, next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	return strings.HasSuffix(so, " ") && !unicode.IsSpace(r)
}

func (c change) bytes() int { return len(c.removed) + len(c.placed) }

// prune forgets the oldest steps when undo keeps more than it may; the last one
// stays, whatever it holds.
func (b *Buffer) prune() {
	n := 0
	for ; b.kept > undoLimit && n < len(b.undo)-1; n++ {
		b.kept -= b.undo[n].bytes()
	}
	if n > 0 {
		b.undo = append([]change(nil), b.undo[n:]...)
	}
}

// Steps gives the number of steps that undo can take back.
func (b *Buffer) Steps() int { return len(b.undo) }

// Undo takes the last step back; it tells whether there was one.
func (b *Buffer) Undo() bool {
	if len(b.undo) == 0 {
		return false
	}
	c := b.undo[len(b.undo)-1]
	b.undo = b.undo[:len(b.undo)-1]
	b.replace(c.from, endOf(c.from, c.placed), c.removed)
	b.restore(c.before)
	b.kept -= c.bytes()
	b.redo = append(b.redo, c)
	return true
}

// Redo does the step again that was taken back last.
func (b *Buffer) Redo() bool {
	if len(b.redo) == 0 {
		return false
	}
	c := b.redo[len(b.redo)-1]
	b.redo = b.redo[:len(b.redo)-1]
	b.replace(c.from, endOf(c.from, c.removed), c.placed)
	b.restore(c.after)
	b.kept += c.bytes()
	b.undo = append(b.undo, c)
	return true
}

func (b *Buffer) restore(s state) {
	b.cursor, b.mark, b.goal, b.run = s.cursor, s.mark, -1, apart
}

// endOf gives where a text ends that begins at a place.
func endOf(from Pos, text string) Pos {
	n := strings.Count(text, "\n")
	if n == 0 {
		return Pos{from.Line, from.Byte + len(text)}
	}
	return Pos{from.Line + n, len(text) - strings.LastIndexByte(text, '\n') - 1}
}
