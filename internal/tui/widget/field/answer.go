package field

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/tui/keys"
)

// answer is one sort of field, as Model needs it.
type answer interface {
	set(value string)
	value() string
	words() int
	adapt() // the question, the width or the ruler is another
	focus(atEnd bool)
	rows() int
	row(i int) string
	cursor() (row, cell int, ok bool)
	click(row, cell int)
	prose() (w *written, from int) // what one types, and the row where it begins; nil for nothing
	press(msg tea.KeyPressMsg) Result
	paste(text string) Result
	line() []key.Binding
	place() keys.Place
}

// newAnswer makes the answer of the sort that is asked for.
func newAnswer(f *frame) answer {
	switch f.ask.Field.Sort {
	case kind.Line:
		return newLine(f)
	case kind.List:
		return newList(f)
	case kind.Date:
		return newDate(f)
	case kind.Choice:
		return newOptions(f, one{}, bool(f.ask.Field.Own))
	case kind.Ticks:
		return newOptions(f, some{}, false)
	case kind.Number:
		return newNumber(f)
	}
	return newProse(f)
}

// frame is what an answer of any sort knows: the question, and how it is shown.
type frame struct {
	ask     kind.Ask
	st      *theme.Styles
	ruler   plain.Ruler
	keys    keys.Field
	width   int
	focused bool
	today   time.Time
}

// unknown answers a key that no sort of field has a use for: it says what works,
// unless the key is one of the place around the field.
func (f *frame) unknown(msg tea.KeyPressMsg, say string) Result {
	every := keys.NewEverywhere()
	around := []key.Binding{f.keys.Next, f.keys.Previous, f.keys.Alone, every.Back, every.Save, every.Help, every.Cover, every.Redraw, every.Quit}
	if key.Matches(msg, around...) {
		return Result{}
	}
	return Result{Handled: true, Say: say}
}

// chosenKey answers a key in a field in which one chooses and that it has no use
// for: leaving up or down, copying, or anything else.
func (f *frame) chosenKey(msg tea.KeyPressMsg, say string) Result {
	switch {
	case key.Matches(msg, f.keys.Up, f.keys.Down, f.keys.NewLine):
		return Result{}
	case key.Matches(msg, f.keys.Copy, f.keys.Cut):
		return Result{Handled: true, Say: textNothingSelected}
	}
	return f.unknown(msg, say)
}

// history is what was chosen before, to take back and to do again.
type history[T any] struct{ past, future []T }

// did remembers what was there before a change.
func (h *history[T]) did(was T) { h.past, h.future = append(h.past, was), nil }

// back gives what was there before, in exchange for what is there now.
func (h *history[T]) back(now T) (T, bool) { return exchange(&h.past, &h.future, now) }

// again gives what was taken back last.
func (h *history[T]) again(now T) (T, bool) { return exchange(&h.future, &h.past, now) }

func exchange[T any](from, to *[]T, now T) (T, bool) {
	n := len(*from)
	if n == 0 {
		return now, false
	}
	then := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, now)
	return then, true
}
