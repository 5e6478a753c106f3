package field

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/edit"
	"werkboek/internal/kind"
)

// Update takes a key press or a paste.
func (m *Model) Update(msg tea.Msg) Result {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if m.writes() {
			return m.write(msg)
		}
		return m.choosing(msg)
	case tea.PasteMsg:
		return m.pasted(msg.Content)
	case tea.ClipboardMsg:
		return m.pasted(msg.Content)
	}
	return Result{}
}

func (m *Model) pasted(text string) Result {
	switch {
	case m.writes():
		return m.insert(text)
	case m.onOwn():
		was := m.value
		res := m.insert(text)
		m.value = m.buf.Text()
		m.remember(was)
		return res
	}
	return Result{Handled: true, Say: textChooseFirst}
}

func (m *Model) insert(text string) Result {
	was := ""
	if m.ask.Field.Sort == kind.Line {
		was = m.buf.Text()
	}
	dropped, err := m.buf.Insert(text)
	switch {
	case errors.Is(err, edit.ErrFull):
		return Result{Handled: true, Say: textFull}
	case dropped > 0:
		return Result{Handled: true, Changed: true, Say: droppedText(dropped)}
	}
	return Result{Handled: true, Changed: true, Say: m.tooLong(was)}
}

// tooLong says once, softly, that a line has become longer than was meant.
func (m *Model) tooLong(before string) string {
	most := m.ask.Field.Length
	if most == 0 || m.ask.Field.Sort != kind.Line {
		return ""
	}
	if len([]rune(before)) <= most && len([]rune(m.buf.Text())) > most {
		return longLineText(most)
	}
	return ""
}

// write takes a key in a field that is written.
func (m *Model) write(msg tea.KeyPressMsg) Result {
	if res, ok := m.command(msg); ok {
		return res
	}
	if mv, extend, ok := m.move(msg); ok {
		if !m.buf.Move(mv, extend) && !extend && (mv == edit.Up || mv == edit.Down) {
			return Result{}
		}
		return Result{Handled: true}
	}
	if text := msg.Key().Text; text != "" {
		return m.insert(text)
	}
	return Result{}
}

// command takes the keys that change the text or the clipboard.
func (m *Model) command(msg tea.KeyPressMsg) (Result, bool) {
	k := m.keys
	changed := func(did bool) (Result, bool) { return Result{Handled: true, Changed: did}, true }
	switch {
	case key.Matches(msg, k.NewLine):
		if m.single() {
			return Result{}, true
		}
		return m.insert("\n"), true
	case key.Matches(msg, k.BackspaceWord):
		return changed(m.buf.BackspaceWord())
	case key.Matches(msg, k.DeleteWord):
		return changed(m.buf.DeleteWord())
	case key.Matches(msg, k.Backspace):
		return changed(m.buf.Backspace())
	case key.Matches(msg, k.Delete):
		return changed(m.buf.Delete())
	case key.Matches(msg, k.Undo):
		return changed(m.buf.Undo())
	case key.Matches(msg, k.Redo):
		return changed(m.buf.Redo())
	case key.Matches(msg, k.SelectAll):
		m.buf.SelectAll()
		return Result{Handled: true}, true
	}
	return m.clipboard(msg)
}

func (m *Model) clipboard(msg tea.KeyPressMsg) (Result, bool) {
	switch {
	case key.Matches(msg, m.keys.Copy):
		text := m.buf.Selection()
		if text == "" {
			return Result{Handled: true, Say: textNothingSelected}, true
		}
		return Result{Handled: true, Say: textCopied, Copied: text, Cmd: tea.SetClipboard(text)}, true
	case key.Matches(msg, m.keys.Cut):
		text := m.buf.Cut()
		if text == "" {
			return Result{Handled: true, Say: textNothingSelected}, true
		}
		return Result{Handled: true, Changed: true, Copied: text, Cmd: tea.SetClipboard(text)}, true
	case key.Matches(msg, m.keys.Paste):
		return Result{Handled: true, Paste: true}, true
	}
	return Result{}, false
}

// move gives the move that a key stands for, and whether it selects.
func (m *Model) move(msg tea.KeyPressMsg) (mv edit.Move, extend, ok bool) {
	k := m.keys
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

// choosing takes a key in a field in which one chooses, and remembers what was
// chosen before it.
func (m *Model) choosing(msg tea.KeyPressMsg) Result {
	if n := len(m.past); key.Matches(msg, m.choice.Undo) && n > 0 && !m.onOwn() {
		m.value, m.past = m.past[n-1], m.past[:n-1]
		m.option = max(0, m.chosenOption())
		return Result{Handled: true, Changed: true}
	}
	was := m.value
	res := m.choose(msg)
	m.remember(was)
	return res
}

func (m *Model) remember(was string) {
	if m.value != was && !m.onOwn() {
		m.past = append(m.past, was)
	}
}

// choose takes a key in a field in which one chooses.
func (m *Model) choose(msg tea.KeyPressMsg) Result {
	if m.ask.Field.Sort == kind.Number {
		return m.chooseNumber(msg)
	}
	if m.hasOwn() {
		if res, ok := m.writeOwn(msg); ok {
			return res
		}
	}
	k := m.choice
	switch {
	case key.Matches(msg, k.Up, k.Left):
		if m.option == 0 {
			return Result{}
		}
		m.option--
		return Result{Handled: true}
	case key.Matches(msg, k.Down, k.Right):
		last := len(m.ask.Options) - 1
		if m.hasOwn() {
			last++
		}
		if m.option >= last {
			return Result{}
		}
		m.option++
		return Result{Handled: true}
	case key.Matches(msg, k.Toggle):
		return m.toggle(m.option)
	case key.Matches(msg, k.Digit):
		return m.toggle(int(msg.Key().Text[0] - '1'))
	case key.Matches(msg, k.Clear):
		changed := m.value != ""
		m.value = ""
		return Result{Handled: true, Changed: changed}
	case msg.Key().Text != "":
		return Result{Handled: true, Say: textChooseFirst}
	}
	return Result{}
}

// toggle chooses an option, or takes the choice away.
func (m *Model) toggle(i int) Result {
	if i < 0 || i >= len(m.ask.Options) {
		return Result{Handled: true, Say: textChooseFirst}
	}
	m.option = i
	option := m.ask.Options[i]
	switch {
	case m.ask.Field.Sort == kind.Choice && m.value == option:
		m.value = ""
	case m.ask.Field.Sort == kind.Choice:
		m.value = option
	case m.ticked(option):
		items := slices.DeleteFunc(kind.Items(m.value), func(s string) bool { return s == option })
		m.value = kind.ListOf(items)
	default:
		m.value = kind.ListOf(append(kind.Items(m.value), option))
	}
	return Result{Handled: true, Changed: true}
}

func (m *Model) chooseNumber(msg tea.KeyPressMsg) Result {
	from, to := m.ask.Field.From, m.ask.Field.To
	n, err := strconv.Atoi(m.value)
	set := func(n int) Result {
		m.value = strconv.Itoa(min(max(n, from), to))
		return Result{Handled: true, Changed: true}
	}
	k := m.choice
	switch {
	case key.Matches(msg, k.Left) && err == nil:
		return set(n - 1)
	case key.Matches(msg, k.Right) && err == nil:
		return set(n + 1)
	case key.Matches(msg, k.Left, k.Right, k.Toggle) && err != nil:
		return set(from)
	case key.Matches(msg, k.Digit):
		if d := int(msg.Key().Text[0] - '0'); d >= from && d <= to {
			return set(d)
		}
		return Result{Handled: true, Say: rangeText(from, to)}
	case key.Matches(msg, k.Clear):
		m.value = ""
		return Result{Handled: true, Changed: true}
	case msg.Key().Text != "" && strings.TrimSpace(msg.Key().Text) != "":
		return Result{Handled: true, Say: rangeText(from, to)}
	}
	return Result{}
}

func joinLines(items []string) string { return strings.Join(items, "\n") }
