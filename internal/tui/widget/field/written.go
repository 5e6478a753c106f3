package field

import (
	"errors"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/edit"
	"werkboek/internal/tui/keys"
)

// written is an answer that one types. What sets its sorts apart is given by who
// makes it (sorts.go).
type written struct {
	*frame
	buf    *edit.Buffer
	single bool
	mark   string                    // before each line
	lead   int                       // cells before each row
	shown  func(value string) string // the text that is edited, of a value
	kept   func(text string) string  // and back
	empty  func() string             // stands there while nothing is written; nil for nothing
	behind func(text string) string  // follows the text; nil for nothing
	below  func() string             // a row below, while one writes; nil for nothing
	watch  *watch                    // nil where what is asked for may lead to somebody

	given, begun string // the value as it was set, and the text of it
}

func (w *written) set(value string) {
	w.given, w.begun = value, w.shown(value)
	opt := edit.Options{Single: w.single}
	if w.watch != nil {
		w.watch = &watch{}
		opt.Replaced = w.watch.replaced
	}
	w.buf = edit.New(w.begun, opt)
	w.adapt()
}

// value gives back what was set for as long as the text is what it was: a list or
// a day that somebody wrote in a way of their own stays as it is.
func (w *written) value() string {
	text := w.buf.Text()
	if text == w.begun {
		return w.given
	}
	return w.kept(text)
}

func (w *written) words() int { return w.buf.Words() }

func (w *written) adapt() { w.buf.SetWidth(w.room(), w.ruler) }

func (w *written) room() int { return max(2, w.width-w.lead) }

func (w *written) focus(atEnd bool) {
	if atEnd {
		w.buf.Move(edit.End, false)
	}
}

func (w *written) cursor() (row, cell int, ok bool) {
	row, cell = w.buf.Cursor()
	return row, cell + w.lead, w.focused
}

func (w *written) click(row, cell int) { w.buf.Click(row, cell-w.lead, false) }

func (w *written) prose() (*written, int) { return w, 0 }

func (w *written) line() []key.Binding { return nil }

func (w *written) place() keys.Place { return keys.InField }

func (w *written) rows() int {
	if w.remark() != "" {
		return w.textRows() + 1
	}
	return w.textRows()
}

func (w *written) textRows() int {
	if w.buf.Empty() {
		return max(1, len(w.invitation()))
	}
	return w.buf.Rows()
}

// remark gives what stands below the text.
func (w *written) remark() string {
	if w.below == nil || !w.focused {
		return ""
	}
	return w.below()
}

// invitation gives the rows that stand there while nothing is written.
func (w *written) invitation() []string {
	if w.empty == nil || w.empty() == "" {
		return nil
	}
	return w.ruler.Wrap(w.empty(), w.room())
}

func (w *written) row(i int) string {
	switch {
	case i == w.textRows():
		return strings.Repeat(" ", w.lead) + w.st.Soft.Render(w.ruler.Cut(w.remark(), w.room()))
	case w.buf.Empty():
		return w.marked(i == 0) + w.emptyRow(i)
	}
	row := w.buf.Row(i)
	text := w.st.Warm.Render(row.Text)
	if row.SelTo > row.SelFrom {
		text = w.st.Warm.Render(w.ruler.Slice(row.Text, 0, row.SelFrom)) +
			w.st.Selected.Render(w.ruler.Slice(row.Text, row.SelFrom, row.SelTo)) +
			w.st.Warm.Render(w.ruler.Slice(row.Text, row.SelTo, w.ruler.Width(row.Text)))
	}
	text = w.marked(row.First) + text
	if w.behind != nil && i == w.buf.Rows()-1 {
		text += w.st.Soft.Render(w.ruler.Cut(w.behind(w.buf.Text()), w.room()-w.ruler.Width(row.Text)))
	}
	return text
}

// marked gives the mark of a line, or the room for it.
func (w *written) marked(first bool) string {
	if w.mark == "" || !first {
		return strings.Repeat(" ", len(w.mark))
	}
	return w.st.Soft.Render(w.mark)
}

func (w *written) emptyRow(i int) string {
	if rows := w.invitation(); i < len(rows) {
		return w.st.Soft.Render(rows[i])
	}
	return ""
}

func (w *written) paste(text string) Result { return w.insert(text) }

func (w *written) insert(text string) Result {
	dropped, err := w.buf.Insert(text)
	switch {
	case errors.Is(err, edit.ErrFull):
		return Result{Handled: true, Say: textFull}
	case dropped > 0:
		return Result{Handled: true, Changed: true, Say: droppedText(dropped)}
	}
	return Result{Handled: true, Changed: true}
}

func (w *written) press(msg tea.KeyPressMsg) Result {
	if res, ok := w.command(msg); ok {
		return res
	}
	if res, ok := w.clipboard(msg); ok {
		return res
	}
	if mv, extend, ok := w.move(msg); ok {
		if !w.buf.Move(mv, extend) && !extend && (mv == edit.Up || mv == edit.Down) {
			return Result{}
		}
		return Result{Handled: true}
	}
	if text := msg.Key().Text; text != "" {
		return w.insert(text)
	}
	return w.unknown(msg, textNoKey)
}

// command takes the keys that change the text.
func (w *written) command(msg tea.KeyPressMsg) (Result, bool) {
	k := w.keys
	changed := func(did bool) (Result, bool) { return Result{Handled: true, Changed: did}, true }
	switch {
	case key.Matches(msg, k.NewLine):
		if w.ask.Field.Proposal != "" && w.buf.Empty() {
			return w.insert(w.ask.Field.Proposal), true
		}
		if w.single {
			return Result{}, true
		}
		return w.insert("\n"), true
	case key.Matches(msg, k.BackspaceWord):
		return changed(w.buf.BackspaceWord())
	case key.Matches(msg, k.DeleteWord):
		return changed(w.buf.DeleteWord())
	case key.Matches(msg, k.Backspace):
		return changed(w.buf.Backspace())
	case key.Matches(msg, k.Delete):
		return changed(w.buf.Delete())
	case key.Matches(msg, k.Undo):
		return changed(w.buf.Undo())
	case key.Matches(msg, k.Redo):
		return changed(w.buf.Redo())
	case key.Matches(msg, k.SelectAll):
		w.buf.SelectAll()
		return Result{Handled: true}, true
	}
	return Result{}, false
}

func (w *written) clipboard(msg tea.KeyPressMsg) (Result, bool) {
	switch {
	case key.Matches(msg, w.keys.Copy):
		text := w.buf.Selection()
		if text == "" {
			return Result{Handled: true, Say: textNothingSelected}, true
		}
		return Result{Handled: true, Say: textCopied, Copied: text, Cmd: tea.SetClipboard(text)}, true
	case key.Matches(msg, w.keys.Cut):
		text := w.buf.Cut()
		if text == "" {
			return Result{Handled: true, Say: textNothingSelected}, true
		}
		return Result{Handled: true, Changed: true, Copied: text, Cmd: tea.SetClipboard(text)}, true
	case key.Matches(msg, w.keys.Paste):
		return Result{Handled: true, Paste: true, Say: textNothingToPaste}, true
	}
	return Result{}, false
}

// move gives the move that a key stands for, and whether it selects.
func (w *written) move(msg tea.KeyPressMsg) (mv edit.Move, extend, ok bool) {
	k := w.keys
	for _, way := range []struct {
		plain, selecting key.Binding
		move             edit.Move
	}{
		{k.Left, k.SelectLeft, edit.Left}, {k.Right, k.SelectRight, edit.Right},
		{k.WordLeft, k.SelectWordLeft, edit.WordLeft}, {k.WordRight, k.SelectWordRight, edit.WordRight},
		{k.Up, k.SelectUp, edit.Up}, {k.Down, k.SelectDown, edit.Down},
		{k.LineStart, k.SelectLineStart, edit.LineStart}, {k.LineEnd, k.SelectLineEnd, edit.LineEnd},
		{k.First, k.SelectFirst, edit.Start}, {k.Last, k.SelectLast, edit.End},
		{k.PageUp, k.SelectPageUp, edit.PageUp}, {k.PageDown, k.SelectPageDown, edit.PageDown},
	} {
		if key.Matches(msg, way.plain) {
			return way.move, false, true
		}
		if key.Matches(msg, way.selecting) {
			return way.move, true, true
		}
	}
	return 0, false, false
}
