package tui

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
)

// View draws the screen on top and the bottom line.
func (r *root) View() tea.View {
	frame := r.frame()
	v := tea.NewView(strings.Join(frame.Lines, "\n"))
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = programName
	if frame.Title != "" {
		v.WindowTitle = frame.Title + " · " + programName
	}
	if c := frame.Cursor; c != nil && !r.covered {
		v.Cursor = tea.NewCursor(c.Cell, c.Row)
		v.Cursor.Blink = false
	}
	return v
}

// frame puts all lines of the window together.
func (r *root) frame() screen.Frame {
	switch {
	case r.env.Width == 0 || len(r.stack) == 0:
		return screen.Frame{}
	case r.covered:
		return r.message(textCovered)
	case r.small():
		return r.message(tooSmall(r.env.Width, r.env.Height)...)
	}
	frame := r.top().View()
	if frame.Whole {
		return frame
	}
	for len(frame.Lines) < r.env.Body() {
		frame.Lines = append(frame.Lines, "")
	}
	frame.Lines = append(frame.Lines[:r.env.Body()], r.bottom(frame)...)
	return frame
}

// message is a window with nothing but a few words at the place of the keys.
func (r *root) message(text ...string) screen.Frame {
	text = text[:min(len(text), r.env.Height)]
	lines := make([]string, r.env.Height-len(text))
	lay := r.env.Layout()
	room := r.env.Width - lay.Axis
	for _, t := range text {
		line := r.env.Styles.Soft.Render(r.env.Ruler.Cut(t, max(1, room)))
		if room > 0 {
			line = lay.Compose(screen.Row{Text: line}, r.env.Ruler)
		}
		lines = append(lines, line)
	}
	return screen.Frame{Lines: lines}
}

// bottom gives the two last lines: keys and the state of saving, or what must be
// told first.
func (r *root) bottom(frame screen.Frame) []string {
	st := r.env.Styles
	trouble := r.trouble().Lines()
	switch {
	case trouble != nil && !frame.Told:
		return r.told(st.Alarm, trouble...)
	case r.alarm != nil && r.said == "" && !r.showing():
		return r.told(st.Alarm, r.alarm...)
	case r.said != "":
		return r.told(st.Ink, r.said)
	}
	return []string{r.remark(frame.Remark), r.keyLine(frame)}
}

// signRemark stands before a remark; it is the mark that the page puts beside a line.
const signRemark = "○ "

// remark gives the line above the keys: a remark, without its last sentence, and then
// without its last clause, where that does not fit.
func (r *root) remark(text string) string {
	if text == "" || !r.env.Heeding {
		return ""
	}
	text = signRemark + plain.Line(text)
	room := max(1, r.env.Width-r.env.Layout().Axis)
	for _, part := range []string{". ", ": "} {
		if last := strings.LastIndex(text, part); last >= 0 && r.env.Ruler.Width(text) > room {
			text = text[:last] + "."
		}
	}
	return r.line(r.env.Styles.Soft.Render(r.env.Ruler.Cut(text, room)))
}

// told gives the two last lines with what must be told: each text on a line of its
// own, or one that is longer on both.
func (r *root) told(style lipgloss.Style, texts ...string) []string {
	room := max(1, r.env.Width-r.env.Layout().Axis)
	if len(texts) == 1 {
		texts = r.env.Ruler.Wrap(plain.Line(texts[0]), room)
		if len(texts) == 1 {
			return []string{"", r.line(style.Render(texts[0]))}
		}
	}
	lines := make([]string, 2)
	for i := range lines {
		lines[i] = r.line(style.Render(r.env.Ruler.ShortPath(plain.Line(texts[i]), room)))
	}
	return lines
}

func (r *root) line(text string) string {
	return r.env.Layout().Compose(screen.Row{Text: text}, r.env.Ruler)
}

// keyLine gives the keys that matter here, and the corner at the right end of
// the measure.
func (r *root) keyLine(frame screen.Frame) string {
	l := r.env.Layout()
	corner, style := r.corner(frame), r.env.Styles.Soft
	if trouble := r.trouble(); trouble.Reason != "" {
		corner, style = r.env.Ruler.Cut(trouble.Word(), l.Measure), r.env.Styles.Alarm
	}
	room := l.Width - l.Axis
	if corner != "" {
		room = max(0, l.Measure-r.env.Ruler.Width(corner)-2)
	}
	line := screen.KeyLine(helps(r.top().Line()), room, r.env.Styles, r.env.Ruler)
	if corner == "" {
		return r.line(line)
	}
	gap := l.Measure - r.env.Ruler.Width(line) - r.env.Ruler.Width(corner)
	return r.line(line + strings.Repeat(" ", max(1, gap)) + style.Render(corner))
}

func helps(bindings []key.Binding) []screen.KeyHelp {
	list := make([]screen.KeyHelp, len(bindings))
	for i, b := range bindings {
		list[i] = screen.KeyHelp{Key: b.Help().Key, Help: b.Help().Desc}
	}
	return list
}

// slow is how long saving may take before the corner says so.
const slow = 400 * time.Millisecond

// corner says how saving stands; while somebody types, the number of words.
func (r *root) corner(frame screen.Frame) string {
	s := r.state()
	switch {
	case r.typist.busy && frame.Corner != "":
		return frame.Corner
	case s.Unsaved && s.Since > slow:
		return textSaving
	case s.Unsaved:
		return frame.Corner
	case r.typist.saved && frame.Fleeting:
		return textFleeting
	case r.typist.saved:
		return textSaved
	}
	return frame.Corner
}

func (r *root) state() notes.State {
	if r.deps.Desk == nil {
		return notes.State{}
	}
	return r.deps.Desk.State()
}
