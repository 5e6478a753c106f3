// Package bench is what all instruments share: an answer that is worked on in
// steps that can be undone, and a column of rows that scrolls under the chosen
// one. It imports kind, notes, workbook and what a screen knows.
package bench

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/workbook"
)

// Deps is what an instrument needs of the world.
type Deps struct {
	Book    *workbook.Book
	Ref     notes.Ref
	Chapter int    // where the exercise stands
	Title   string // of the exercise
	Shelf   Shelf
}

// Note gives the note of the exercise.
func (d Deps) Note() (notes.Ref, bool) { return d.Ref, true }

// Shelf keeps, until the program stops, what an instrument wants back when it is opened
// again. Who takes something from it looks whether the answer is still the one that it
// belongs to: what was wiped or read anew does not come back.
type Shelf map[notes.Ref]any

// Bench holds the answer of one exercise while an instrument works on it.
type Bench[A kind.Answer] struct {
	Deps
	keys  keys.Instrument
	every keys.Everywhere

	past, next []A
	writing    bool // the last step goes on with each letter
}

// New makes a bench.
func New[A kind.Answer](deps Deps) Bench[A] {
	return Bench[A]{Deps: deps, keys: keys.NewInstrument(), every: keys.NewEverywhere()}
}

// Now gives the answer in hand.
func (b *Bench[A]) Now() A {
	a, _ := b.Book.Answer(b.Ref).(A)
	return a
}

// Do puts another answer in its place, as a step that can be undone.
func (b *Bench[A]) Do(a A) {
	b.past, b.next = append(b.past, b.Now()), nil
	b.Book.Replace(b.Ref, a)
}

// Write puts another answer in its place letter by letter: one step, however many letters.
func (b *Bench[A]) Write(a A) {
	if b.writing {
		b.Book.Replace(b.Ref, a)
		return
	}
	b.Do(a)
	b.writing = true
}

// Written ends that. Where it came to nothing there is no step.
func (b *Bench[A]) Written(something bool) {
	if b.writing && !something {
		b.past = b.past[:max(0, len(b.past)-1)]
	}
	b.writing = false
}

// Common takes the keys that all instruments share but the arrows: undo, redo,
// save and back. Ok is false where it is none of those.
func (b *Bench[A]) Common(msg tea.KeyPressMsg) (cmd tea.Cmd, ok bool) {
	switch {
	case key.Matches(msg, b.keys.Undo):
		return b.step(&b.past, &b.next, NothingUndone), true
	case key.Matches(msg, b.keys.Redo):
		return b.step(&b.next, &b.past, NothingRedone), true
	case key.Matches(msg, b.every.Save):
		b.Book.Hurry(b.Ref)
		return nil, true
	case key.Matches(msg, b.every.Back):
		return screen.Ask(screen.Back{}), true
	}
	return nil, false
}

// step goes one step from one pile to the other.
func (b *Bench[A]) step(from, to *[]A, none string) tea.Cmd {
	n := len(*from)
	if n == 0 {
		return screen.Tell(none)
	}
	*to = append(*to, b.Now())
	b.Book.Replace(b.Ref, b.withWords((*from)[n-1]))
	*from = (*from)[:n-1]
	return nil
}

// withWords gives an earlier answer with what stands in the fields now: a step goes
// back over what was done in the instrument, and never over words.
func (b *Bench[A]) withWords(was A) kind.Answer {
	now, then := b.Now(), kind.Answer(was)
	for _, f := range b.Book.Course().Exercise(b.Ref.Name).Fields() {
		value, has := now.Value(f.ID)
		old, had := then.Value(f.ID)
		if has && (value != old || !had) {
			then = then.Set(f.ID, value)
		} else if had && !has {
			then = then.Set(f.ID, "")
		}
	}
	return then
}

// Changed takes news of the notes: steps do not go back beyond what another
// program wrote.
func (b *Bench[A]) Changed(ev notes.Event) {
	if ev.Ref == b.Ref && ev.What == notes.Changed {
		b.past, b.next = nil, nil
	}
}

// Leave saves what was done.
func (b *Bench[A]) Leave() tea.Cmd {
	b.Book.Hurry(b.Ref)
	return nil
}

// Head gives the top line of an instrument: the number of the chapter, the title
// and how far one is, and the blank line below it.
func (b *Bench[A]) Head(env screen.Env, far string) []string {
	lay, st, r := env.Layout(), env.Styles, env.Ruler
	title, number := b.Title, chapterNumber(b.Chapter)
	if !lay.Gutter {
		title = number + "  " + title
	}
	text := lay.Ends(st.Title.Render(r.Cut(title, lay.Measure)), st.Soft.Render(far), r)
	return []string{lay.Compose(screen.Row{Label: st.Soft.Render(number), Text: text}, r), ""}
}

// HeadLines is how many lines Head takes.
const HeadLines = 2

// Fit gives the first row that is shown of a column, so that the rows from first
// to last are in a window of some height; it scrolls as little as it can.
func Fit(top, first, last, rows, height int) int {
	if last >= top+height {
		top = last - height + 1
	}
	if first < top {
		top = first
	}
	return max(0, min(top, rows-height))
}

// Window cuts the rows that are shown, and puts them together.
func Window(rows []screen.Row, top, height int, env screen.Env) []string {
	lay := env.Layout()
	var lines []string
	for _, row := range rows[min(top, len(rows)):min(len(rows), top+height)] {
		lines = append(lines, lay.Compose(row, env.Ruler))
	}
	return lines
}
