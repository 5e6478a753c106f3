package edit

import (
	"strings"
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

// change replaces a range and remembers how it was. A character that is typed
// joins the step before it up to the end of a word.
func (b *Buffer) change(from, to Pos, text string, typed bool) {
	c := change{from: from, removed: b.slice(from, to), placed: text, before: state{b.cursor, b.mark}}
	b.mark, b.goal = nil, -1
	b.cursor = b.replace(from, to, text)
	c.after = state{b.cursor, nil}
	b.redo = nil
	if !b.joins(c, typed) {
		b.undo = append(b.undo, c)
		b.prune()
	}
	b.grouping = typed && text != "\n"
}

// joins adds a typed character to the last step where it goes on in the same
// word, or is the blank that ends it.
func (b *Buffer) joins(c change, typed bool) bool {
	if !typed || !b.grouping || len(b.undo) == 0 || c.removed != "" || c.placed == "\n" {
		return false
	}
	last := &b.undo[len(b.undo)-1]
	if last.after.cursor != c.from || last.removed != "" || startsWord(last.placed, c.placed) {
		return false
	}
	last.placed += c.placed
	last.after = c.after
	return true
}

// startsWord tells whether a character begins a new word after a blank.
func startsWord(so, next string) bool {
	return strings.HasSuffix(so, " ") && !blank(next)
}

func (b *Buffer) prune() {
	total := 0
	for i := len(b.undo) - 1; i >= 0; i-- {
		total += len(b.undo[i].removed) + len(b.undo[i].placed)
		if total > undoLimit {
			b.undo = append([]change(nil), b.undo[i+1:]...)
			return
		}
	}
}

// Undo takes the last step back; it tells whether there was one.
func (b *Buffer) Undo() bool {
	if len(b.undo) == 0 {
		return false
	}
	c := b.undo[len(b.undo)-1]
	b.undo = b.undo[:len(b.undo)-1]
	b.replace(c.from, endOf(c.from, c.placed), c.removed)
	b.restore(c.before)
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
	b.undo = append(b.undo, c)
	return true
}

func (b *Buffer) restore(s state) {
	b.cursor, b.mark, b.goal, b.grouping = s.cursor, s.mark, -1, false
}

// endOf gives where a text ends that begins at a place.
func endOf(from Pos, text string) Pos {
	n := strings.Count(text, "\n")
	if n == 0 {
		return Pos{from.Line, from.Byte + len(text)}
	}
	return Pos{from.Line + n, len(text) - strings.LastIndexByte(text, '\n') - 1}
}
