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
	gap := func() {
		if r.env.Height >= spacious {
			put(screen.Row{})
		}
	}
	put(screen.Row{Text: st.Title.Render(textTitle)})
	put(screen.Row{})
	for _, line := range r.trouble() {
		put(screen.Row{Text: line})
	}
	put(screen.Row{})
	for i, c := range r.choices() {
		title, sign := st.Ink, ""
		if i == r.chosen {
			title, sign = st.Chosen, st.Accent.Render("›")
		}
		put(screen.Row{Sign: sign, Text: title.Render(c.title)})
		if i == r.chosen && r.place != nil {
			frame.Cursor = r.cursor(len(frame.Lines), lay)
			for row := range r.place.Rows() {
				put(screen.Row{Text: r.place.Row(row)})
			}
			put(screen.Row{Text: st.Soft.Render(strings.Repeat("─", lay.Measure))})
		} else {
			put(screen.Row{Text: st.Soft.Render(rl.ShortPath(c.text, lay.Measure))})
		}
		gap()
	}
	frame.Lines = frame.Lines[:min(len(frame.Lines), r.env.Body())]
	return frame
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
