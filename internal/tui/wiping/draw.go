package wiping

import (
	"slices"

	"charm.land/lipgloss/v2"

	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
	"werkboek/internal/workbook"
)

// headLines is the title and the blank line below it.
const headLines = 2

func (w *Wiping) height() int { return max(1, w.env.Body()-headLines) }

// View draws the screen.
func (w *Wiping) View() screen.Frame {
	title := textTitle
	if w.deps.Leaving {
		title = textLeaving
	}
	frame := screen.Frame{Title: title, Lines: []string{
		w.env.Layout().Compose(screen.Row{Text: w.env.Styles.Title.Render(title)}, w.env.Ruler), "",
	}}
	frame.Lines = append(frame.Lines, bench.Window(w.body(), 0, w.height(), w.env)...)
	return frame
}

func (w *Wiping) body() []screen.Row {
	switch w.stage {
	case counting:
		return w.text(w.env.Styles.Soft, textCounting)
	case working:
		return w.text(w.env.Styles.Soft, textWorking)
	case sure:
		return w.question()
	}
	return w.overview()
}

// text wraps a text to rows.
func (w *Wiping) text(style lipgloss.Style, text string) []screen.Row {
	return w.indented(style, text, "")
}

func (w *Wiping) indented(style lipgloss.Style, text, before string) []screen.Row {
	var rows []screen.Row
	for _, line := range w.env.Ruler.Wrap(plain.Line(text), w.env.Layout().Measure-w.env.Ruler.Width(before)) {
		rows = append(rows, screen.Row{Text: before + style.Render(line)})
	}
	return rows
}

// overview is how the last wiping ended, and under it the list, with the chosen row in
// sight.
func (w *Wiping) overview() []screen.Row {
	head, places := w.head(), w.places()
	room := max(1, w.height()-len(head))
	at := slices.Index(places, w.list.Chosen)
	w.top = bench.Fit(w.top, at, at, len(places), room)
	rows := head
	for _, i := range places[w.top:min(len(places), w.top+room)] {
		if i == none {
			rows = append(rows, screen.Row{})
			continue
		}
		rows = append(rows, w.row(w.rows[i], i == w.list.Chosen))
	}
	return rows
}

// none stands for no row of the list.
const none = -1

// places gives the rows of the list as they stand below each other: all that can be
// wiped, and none for a blank one before a chapter.
func (w *Wiping) places() []int {
	var places []int
	for i, t := range w.rows {
		if i > 0 && !t.Inner {
			places = append(places, none)
		}
		places = append(places, i)
	}
	return places
}

// at gives the row of the list on a row of the window, none where there is none.
func (w *Wiping) at(row int) int {
	places := w.places()
	if row -= headLines + len(w.head()); row < 0 || w.top+row >= len(places) {
		return none
	}
	return places[w.top+row]
}

// leastRows is what the list has at least, whatever there is to tell above it.
const leastRows = 3

func (w *Wiping) head() []screen.Row {
	st := w.env.Styles
	var rows []screen.Row
	style := st.Ink
	if w.failed {
		style = st.Alarm
	}
	for _, told := range w.told {
		rows = append(rows, w.text(style, told)...)
	}
	if w.told == nil {
		rows = w.text(st.Soft, textLead)
	}
	if w.found.Err != nil {
		rows = append(rows, w.text(st.Alarm, "! "+workbook.Uncounted(w.found.Err))...)
	}
	return append(rows[:min(len(rows), max(1, w.height()-leastRows-1))], screen.Row{})
}

// row is one thing that can be wiped, and what there is of it.
func (w *Wiping) row(t workbook.Target, chosen bool) screen.Row {
	lay, st, r := w.env.Layout(), w.env.Styles, w.env.Ruler
	style, sign, indent := st.Ink, "", ""
	if chosen {
		style, sign = st.Chosen, st.Accent.Render("›")
	}
	if t.Inner {
		indent = "  "
	}
	short := t.Has.Short()
	if short == "" {
		short = textNone
	}
	title := indent + style.Render(r.Cut(plain.Line(t.Title), max(1, lay.Measure-len(indent)-r.Width(short)-2)))
	return screen.Row{Sign: sign, Text: lay.Ends(title, st.Soft.Render(short), r)}
}

// question says what goes, and asks. Where it is higher than the window the answers
// stay in sight, and the rest scrolls.
func (w *Wiping) question() []screen.Row {
	told, answers := w.asked()
	room := max(1, w.height()-len(answers))
	w.top = max(0, min(w.top, len(told)-room))
	return append(told[w.top:min(len(told), w.top+room)], answers...)
}

// asked gives the rows of the question, what it tells first, without blank ones where
// they do not all fit.
func (w *Wiping) asked() (told, answers []screen.Row) {
	answers = append(answers, screen.Row{})
	answers = append(answers, w.text(w.env.Styles.Strong, textSure)...)
	at, pointed := w.asking.Pointed()
	for i := range w.asking.Rows() {
		row := screen.Row{Text: w.asking.Row(i)}
		if pointed && i == at {
			row.Sign = w.env.Styles.Accent.Render("›")
		}
		answers = append(answers, row)
	}
	told = w.goes("  ", screen.Row{})
	if len(told)+len(answers) > w.height() {
		told = w.goes("  ")
	}
	return told, answers
}

// goes says what goes.
func (w *Wiping) goes(indent string, between ...screen.Row) []screen.Row {
	t, st := w.target(), w.env.Styles
	rows := w.text(st.Strong, t.Full)
	rows = append(rows, between...)
	if lines := t.Has.Told(); len(lines) > 0 {
		rows = append(rows, w.text(st.Ink, textGoes)...)
		for _, line := range lines {
			rows = append(rows, w.indented(st.Ink, line, indent)...)
		}
	} else {
		rows = append(rows, w.text(st.Ink, textNoNotes)...)
	}
	if w.found.Err != nil {
		rows = append(rows, w.text(st.Alarm, "! "+workbook.Uncounted(w.found.Err))...)
	}
	rows = append(rows, between...)
	last := workbook.TextForGood
	if w.deps.Leaving {
		last += " " + textStops
	}
	rows = append(rows, w.text(st.Warm, last)...)
	return append(rows, w.text(st.Soft, workbook.TextApart)...)
}

// scrolls tells whether the question is higher than the window.
func (w *Wiping) scrolls() bool {
	told, answers := w.asked()
	return len(told)+len(answers) > w.height()
}

func (w *Wiping) scroll(by int) { w.top = max(0, w.top+by*max(1, w.height()/3)) }
