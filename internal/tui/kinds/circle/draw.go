package circle

import (
	"strings"

	"werkboek/internal/kind/circle"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
)

// The widths of the table, cells.
const (
	cellCells = 3 // of a person
	leastName = 10
	gapCells  = 1
)

// View draws the circle.
func (c *Circle) View() screen.Frame {
	a := c.table()
	frame := screen.Frame{Title: c.Title, Lines: c.Head(c.env, personsText(a.Persons()))}
	lay := c.env.Layout()
	frame.Lines = append(frame.Lines, lay.Compose(screen.Row{Text: c.head(a)}, c.env.Ruler))
	rows := c.rows(a)
	foot := c.foot(a)
	height := max(1, c.env.Body()-bench.HeadLines-1-len(foot))
	c.top = bench.Fit(c.top, c.row, c.row+c.below(), len(rows), height)
	frame.Lines = append(frame.Lines, bench.Window(rows, c.top, height, c.env)...)
	for len(frame.Lines) < c.env.Body()-len(foot) {
		frame.Lines = append(frame.Lines, "")
	}
	frame.Lines = append(frame.Lines, foot...)
	frame.Remark = c.own.Remark()
	if c.own != nil {
		_, cell, _ := c.own.Cursor()
		frame.Cursor = &screen.Spot{Row: bench.HeadLines + 1 + c.row - c.top, Cell: lay.Axis + cell}
	}
	return frame
}

// foot says what the chosen trait means, and what the signs do.
func (c *Circle) foot(a circle.Answer) []string {
	help := ""
	switch {
	case c.own != nil || c.row >= c.last():
	case c.inTable():
		help = a.Rows()[c.row].Trait.Help
	default:
		help = a.LeftOut()[c.row-len(a.Rows())].Help
	}
	foot := []string{""}
	for _, text := range []string{help, textLegend} {
		text = c.env.Styles.Soft.Render(c.env.Ruler.Cut(text, c.env.Layout().Measure))
		foot = append(foot, c.env.Layout().Compose(screen.Row{Text: text}, c.env.Ruler))
	}
	return foot
}

// below is how many rows under the chosen one are to be in sight.
func (c *Circle) below() int {
	if c.row == c.last() {
		return 0
	}
	return 1
}

// nameCells gives the room for the name of a trait.
func (c *Circle) nameCells(a circle.Answer) int {
	room := c.env.Layout().Measure - a.Persons()*cellCells - gapCells - c.countCells()
	return max(leastName, room)
}

// short gives as much of a name as fits, with a sign where that is not all.
func short(name string, wide int, r plain.Ruler) string {
	if r.Width(name) <= wide {
		return name
	}
	return r.Cut(name, wide-1) + "…"
}

// counted tells whether there is room for the counts beside the signs.
func (c *Circle) counted(a circle.Answer) bool {
	return c.nameCells(a)+a.Persons()*cellCells+gapCells+c.countCells() <= c.env.Layout().Measure
}

// countCells is the room for a count.
func (c *Circle) countCells() int {
	return c.env.Ruler.Width(countText(circle.Count{Alike: 8, Of: 8, Unknown: 8}))
}

// head draws the letters above the table.
func (c *Circle) head(a circle.Answer) string {
	st := c.env.Styles
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", c.nameCells(a)))
	for p := range a.Persons() {
		letter := st.Soft.Render(circle.Letter(p))
		if p == c.person && c.inTable() && c.own == nil {
			letter = st.Chosen.Render(circle.Letter(p))
		}
		b.WriteString(" " + letter + strings.Repeat(" ", cellCells-2))
	}
	if c.counted(a) {
		b.WriteString(strings.Repeat(" ", gapCells) + st.Soft.Render(textAlikeHead))
	}
	return b.String()
}

func (c *Circle) rows(a circle.Answer) []screen.Row {
	var rows []screen.Row
	for i, r := range a.Rows() {
		rows = append(rows, c.sign(i, c.traitRow(a, i, r)))
	}
	for i, t := range a.LeftOut() {
		at := len(a.Rows()) + i
		text := c.name(plain.Line(t.Name), at) + c.env.Styles.Soft.Render(textOut)
		rows = append(rows, c.sign(at, text))
	}
	own := c.name(textOwn, c.last())
	if c.own != nil {
		own = c.own.Row(0)
	}
	return append(rows, c.sign(c.last(), own))
}

func (c *Circle) sign(row int, text string) screen.Row {
	r := screen.Row{Text: text}
	if row == c.row {
		r.Sign = c.env.Styles.Accent.Render("›")
	}
	return r
}

// name draws the name of a trait, chosen or not.
func (c *Circle) name(name string, row int) string {
	if row == c.row {
		return c.env.Styles.Chosen.Render(name)
	}
	return name
}

func (c *Circle) traitRow(a circle.Answer, i int, r circle.Row) string {
	st, ru := c.env.Styles, c.env.Ruler
	wide := c.nameCells(a)
	name := short(plain.Line(r.Trait.Name), wide, ru)
	var b strings.Builder
	b.WriteString(c.name(name, i) + strings.Repeat(" ", wide-ru.Width(name)))
	for p, s := range r.Signs {
		shown := st.Warm.Render(string(s))
		if s == circle.Blank {
			shown = st.Soft.Render("·")
		}
		before, after := " ", " "
		if i == c.row && p == c.person && c.own == nil {
			before, after = st.Accent.Render("›"), st.Accent.Render("‹")
		}
		b.WriteString(before + shown + after)
	}
	if n := r.Count(); n.Of > 0 && c.counted(a) {
		b.WriteString(strings.Repeat(" ", gapCells) + st.Soft.Render(countText(n)))
	}
	return b.String()
}
