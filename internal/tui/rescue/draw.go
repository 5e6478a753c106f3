package rescue

import (
	"strings"

	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
)

// spacious is the height of a window from which on the choices stand apart, lines.
const spacious = 22

// View draws the screen.
func (r *Rescue) View() screen.Frame {
	lay, st, rl := r.env.Layout(), r.env.Styles, r.env.Ruler
	frame := screen.Frame{Title: textTitle, Told: true}
	put := func(row screen.Row) { frame.Lines = append(frame.Lines, lay.Compose(row, rl)) }
	for _, row := range r.head() {
		put(row)
	}
	for i, c := range r.choices() {
		title, sign := st.Ink, ""
		if i == r.list.Chosen {
			title, sign = st.Chosen, st.Accent.Render("›")
		}
		put(screen.Row{Sign: sign, Text: title.Render(c.title)})
		if i == r.list.Chosen && r.place != nil {
			frame.Cursor = r.cursor(len(frame.Lines), lay)
			for row := range r.place.Rows() {
				put(screen.Row{Text: r.place.Row(row)})
			}
			put(screen.Row{Text: st.Soft.Render(strings.Repeat("─", lay.Measure))})
		} else {
			put(screen.Row{Text: st.Soft.Render(rl.ShortPath(c.text, lay.Measure))})
		}
		for range r.gap() {
			put(screen.Row{})
		}
	}
	frame.Lines = frame.Lines[:min(len(frame.Lines), r.env.Body())]
	return frame
}

// head gives the rows above the choices: the title, and what cannot be saved.
func (r *Rescue) head() []screen.Row {
	rows := []screen.Row{{Text: r.env.Styles.Title.Render(textTitle)}, {}}
	for _, line := range r.trouble() {
		rows = append(rows, screen.Row{Text: line})
	}
	return append(rows, screen.Row{})
}

// gap is how many blank rows stand after each choice.
func (r *Rescue) gap() int {
	if r.env.Height >= spacious {
		return 1
	}
	return 0
}

// at gives the choice on a row of the window, -1 for none; no folder is typed.
func (r *Rescue) at(row int) int {
	if row -= len(r.head()); row < 0 {
		return -1
	}
	return row / (2 + r.gap())
}

// trouble says what cannot be saved.
func (r *Rescue) trouble() []string {
	s := r.deps.State()
	if s.Err == nil {
		return []string{textNothingLeft}
	}
	st, rl, measure := r.env.Styles, r.env.Ruler, r.env.Layout().Measure
	lines := []string{st.Alarm.Render(rl.Cut(because(notes.Reason(s.Err)), measure))}
	lines = append(lines, st.Soft.Render(rl.ShortPath(plain.Line(s.File), measure)))
	return append(lines, rl.Cut(textStillThere, measure))
}

func (r *Rescue) cursor(row int, lay screen.Layout) *screen.Spot {
	down, cell, ok := r.place.Cursor()
	if !ok {
		return nil
	}
	return &screen.Spot{Row: row + down, Cell: lay.Axis + cell}
}
