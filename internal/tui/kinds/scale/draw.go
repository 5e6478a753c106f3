package scale

import (
	"strings"

	"werkboek/internal/kind/scale"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
)

// signs tells the columns apart without colour.
var signs = [...]string{"●", "■", "▲", "○"}

// View draws the scales.
func (s *Scale) View() screen.Frame {
	a := s.Now()
	d := a.Definition()
	frame := screen.Frame{Title: s.Title, Lines: s.Head(s.env, far(s.item+1, len(d.Items)))}
	rows, first, last := s.rows(a)
	height := s.env.Body() - bench.HeadLines
	s.top = bench.Fit(s.top, first, last, len(rows), height)
	frame.Lines = append(frame.Lines, bench.Window(rows, s.top, height, s.env)...)
	return frame
}

// rows draws all rows; it tells which of them belong to the chosen item.
func (s *Scale) rows(a scale.Answer) (rows []screen.Row, first, last int) {
	for i := range a.Definition().Items {
		from := len(rows)
		rows = append(rows, s.poles(a, i)...)
		for _, c := range s.columns() {
			rows = append(rows, s.line(a, i, c))
		}
		if i == s.item {
			first, last = from, len(rows)-1
			if i == 0 {
				first = 0
			}
		}
		rows = append(rows, screen.Row{})
	}
	for _, q := range s.told(a) {
		for _, line := range s.env.Ruler.Wrap(q, s.env.Layout().Measure) {
			rows = append(rows, screen.Row{Text: s.env.Styles.Soft.Render(line)})
		}
	}
	if s.item == len(a.Definition().Items)-1 {
		last = min(len(rows)-1, first+s.env.Body()-bench.HeadLines-1)
	}
	return rows, first, last
}

// told is what stands below the scales: what is kept, and what comes next.
func (s *Scale) told(a scale.Answer) []string {
	var list []string
	for _, c := range a.Definition().Columns {
		if c.Unkept {
			list = append(list, unkept(c.Name))
		}
	}
	switch {
	case s.canBegin():
		list = append(list, textBeginSecond)
	case a.Closed(0):
		list = append(list, textFirstClosed)
	}
	return list
}

// poles draws the words at the two ends, above the line.
func (s *Scale) poles(a scale.Answer, item int) []screen.Row {
	lay, r := s.env.Layout(), s.env.Ruler
	d := a.Definition()
	label := s.env.Styles.Soft.Render(number(item + 1))
	var texts []string
	if d.Items[item].Sentence != "" {
		texts = r.Wrap(d.Items[item].Sentence, lay.Measure)
		for i := range texts {
			texts[i] = s.env.Styles.Strong.Render(texts[i])
		}
		texts[0] = lay.Ends(texts[0], s.env.Styles.Soft.Render(d.Items[item].Theme), r)
	}
	p := d.PolesOf(item, s.wordsOf(item))
	if both := lay.Ends(p.Left, p.Right, r); both != p.Left || r.Width(p.Right) == 0 {
		texts = append(texts, both)
	} else {
		texts = append(texts, r.Wrap(p.Left, lay.Measure)...)
		for _, line := range r.Wrap(p.Right, lay.Measure) {
			texts = append(texts, strings.Repeat(" ", max(0, lay.Measure-r.Width(line)))+line)
		}
	}
	rows := make([]screen.Row, len(texts))
	for i, t := range texts {
		rows[i] = screen.Row{Text: t}
	}
	rows[0].Label = label
	return rows
}

// wordsOf gives the column whose words the poles take: the chosen one's.
func (s *Scale) wordsOf(item int) int {
	if item == s.item {
		return s.column
	}
	return s.columns()[0]
}

// nameCells is the room before the line: the name of a column, and how one knows.
const nameCells = 21

// line draws the mark of one column on its line.
func (s *Scale) line(a scale.Answer, item, column int) screen.Row {
	st, r := s.env.Styles, s.env.Ruler
	d, m := a.Definition(), a.Mark(item, column)
	how := ""
	if m.How != scale.NotSaid {
		how = " · " + string(m.How)
	}
	name := r.Cut(d.Columns[column].Short, nameCells-1-r.Width(how))
	row := screen.Row{Text: st.Soft.Render(name)}
	if item == s.item && column == s.column {
		row = screen.Row{Text: st.Chosen.Render(name), Sign: st.Accent.Render("›")}
	}
	row.Text += st.Warm.Render(how) + strings.Repeat(" ", nameCells-r.Width(name+how))
	if m.Unknown {
		row.Text += st.Warm.Render(textUnknown)
	} else {
		row.Text += s.track(d, item, column, m)
	}
	return row
}

// track draws a line with the mark on its place; the last place is under the right pole.
func (s *Scale) track(d scale.Definition, item, column int, m scale.Mark) string {
	st := s.env.Styles
	room := s.env.Layout().Measure - nameCells
	at := d.Shown(item, m.Place)
	if at == 0 {
		return st.Soft.Render(strings.Repeat("·", room))
	}
	cell := (room - 1) * (at - 1) / max(1, d.Points-1)
	return st.Soft.Render(strings.Repeat("·", cell)) + st.Warm.Render(signs[column%len(signs)]) + st.Soft.Render(strings.Repeat("·", room-1-cell))
}
