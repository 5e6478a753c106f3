package tui

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
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
	lines := make([]string, max(0, r.env.Height-len(text)))
	for _, t := range text {
		t = r.env.Ruler.Cut(t, max(1, r.env.Width))
		lines = append(lines, r.env.Layout().Compose(screen.Row{Text: r.env.Styles.Soft.Render(t)}, r.env.Ruler))
	}
	return screen.Frame{Lines: lines}
}

// bottom gives the two last lines: keys and the state of saving, or what must be
// told first.
func (r *root) bottom(frame screen.Frame) []string {
	st := r.env.Styles
	if s := r.state(); s.Err != nil {
		what, next := notSaved(notes.Reason(s.Err), s.File)
		if r.asked {
			next = textReallyQuit
		}
		return []string{r.line(st.Alarm.Render(r.fits(next))), r.line(st.Alarm.Render(r.fits(what)))}
	}
	above := ""
	if told := r.alarmLines(); len(told) > 0 {
		above = r.line(st.Alarm.Render(told[0]))
		if len(told) > 1 {
			return []string{above, r.line(st.Alarm.Render(r.fits(told[1])))}
		}
	}
	if r.said != "" {
		return []string{above, r.line(st.Ink.Render(r.fits(r.said)))}
	}
	return []string{above, r.keyLine(frame)}
}

// alarmLines gives what must be told, on one line or on two.
func (r *root) alarmLines() []string {
	if r.alarm == "" {
		return nil
	}
	return r.env.Ruler.Wrap("! "+r.alarm, max(1, r.env.Width-r.env.Layout().Axis))
}

func (r *root) line(text string) string {
	return r.env.Layout().Compose(screen.Row{Text: text}, r.env.Ruler)
}

// fits cuts a message to the room that the window has right of the axis.
func (r *root) fits(text string) string {
	return r.env.Ruler.Cut(text, max(1, r.env.Width-r.env.Layout().Axis))
}

// keyLine gives the keys that matter here, and the corner at the right end of
// the measure.
func (r *root) keyLine(frame screen.Frame) string {
	l := r.env.Layout()
	corner := r.corner(frame)
	room := l.Width - l.Axis
	if corner != "" {
		room = l.Measure - r.env.Ruler.Width(corner) - 2
	}
	line := screen.KeyLine(helps(r.top().Line()), room, r.env.Styles, r.env.Ruler)
	if corner == "" {
		return r.line(line)
	}
	gap := l.Measure - r.env.Ruler.Width(line) - r.env.Ruler.Width(corner)
	return r.line(line + strings.Repeat(" ", max(1, gap)) + r.env.Styles.Soft.Render(corner))
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
