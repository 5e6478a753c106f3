package past

import (
	"strings"

	"werkboek/internal/compare"
	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
)

// The measures of the screen of earlier versions.
const (
	headLines  = 3  // the title, what is in the note now, a blank row
	perCopy    = 2  // rows of a copy in the list
	listCells  = 44 // width of the list beside the text
	between    = 4  // cells between them; the sign stands in the middle
	askLines   = 3  // the question and a blank row, over the last rows
	edge       = 2  // right of the text
	mostCells  = 64
	leastAbove = 2 // copies that are in sight above the text
)

// wide tells whether the text stands beside the list.
func (p *Past) wide() bool { return p.env.Layout().Margin > 0 }

// body gives the rows for the list and the text.
func (p *Past) body() int { return max(1, p.env.Body()-headLines) }

// listHeight gives the rows of the list: a third of the window where the text stands
// below it.
func (p *Past) listHeight() int {
	if p.wide() {
		return p.body() / perCopy * perCopy
	}
	return min(len(p.copies), max(leastAbove, p.body()/3/perCopy)) * perCopy
}

// detailHeight gives the rows of the text.
func (p *Past) detailHeight() int {
	if p.wide() || len(p.copies) == 0 {
		return p.body()
	}
	return max(1, p.body()-p.listHeight()-1)
}

// measure gives the width of the text.
func (p *Past) measure() int {
	lay := p.env.Layout()
	if p.wide() {
		return max(1, min(mostCells, lay.Width-lay.Axis-listCells-between-edge))
	}
	return lay.Measure
}

// fit scrolls so that the chosen copy is in sight.
func (p *Past) fit() {
	p.list.Fit(len(p.copies), max(1, p.listHeight()/perCopy))
	p.scroll(0)
}

// at gives the copy on a row of the window, -1 for none.
func (p *Past) at(row int) int {
	if row -= headLines; row < 0 || row >= p.listHeight() {
		return -1
	}
	return p.list.Top + row/perCopy
}

func (p *Past) scroll(by int) {
	p.from = max(0, min(p.from+by, len(p.lines)-p.detailHeight()))
}

// paint sets the text of the chosen copy.
func (p *Past) paint() {
	w := &paper{width: p.measure(), styles: p.env.Styles, ruler: p.env.Ruler}
	if len(p.copies) == 0 {
		p.lines = nil
		if p.looked {
			p.alone(w)
		}
		return
	}
	t, known := p.told[p.copy().Name]
	switch {
	case !known || t.err == nil && !t.whole:
		w.text(w.styles.Soft, textReading)
		p.lines = w.lines
		return
	case t.err != nil:
		w.text(w.styles.Ink, unread(t.err))
	case t.other == 0:
		w.text(w.styles.Soft, textSame)
	default:
		w.text(w.styles.Soft, textLegend)
	}
	w.lines = append(w.lines, line{})
	for _, q := range t.difference.Questions {
		w.merged(q)
	}
	w.lines = append(w.lines, styled(w.styles.Soft, p.env.Ruler.ShortPath(lies(safe(p.copy().Name)), w.width)))
	p.lines = w.lines
	if p.copy().Origin == notes.Earlier {
		p.lines = p.withRule(w)
	}
	p.scroll(0)
}

// alone sets what is in a note that has no other versions.
func (p *Past) alone(w *paper) {
	for _, q := range p.told[""].difference.Questions {
		w.one(q, compare.Now)
	}
	w.text(w.styles.Soft, textNone)
	p.lines = p.withRule(w)
	p.scroll(0)
}

// withRule adds which versions stay.
func (p *Past) withRule(w *paper) []line {
	w.lines = append(w.lines, line{})
	w.text(w.styles.Soft, notes.ThinningRule)
	return w.lines
}

// View draws the screen.
func (p *Past) View() screen.Frame {
	lay, r := p.env.Layout(), p.env.Ruler
	lines := head(p.Deps, p.env, textTitle, p.nowIs())
	if p.wide() {
		lines = append(lines, p.sideBySide()...)
	} else {
		list := p.listRows(lay.Measure)
		for _, row := range list {
			lines = append(lines, lay.Compose(row, r))
		}
		if len(list) > 0 {
			lines = append(lines, "")
		}
		for _, l := range p.detail() {
			lines = append(lines, lay.Compose(screen.Row{Sign: p.env.Styles.Accent.Render(l.sign), Text: l.shown()}, r))
		}
	}
	if p.asking {
		lines = append(lines, make([]string, max(0, p.env.Body()-askLines-len(lines)))...)
		lines = lines[:max(0, p.env.Body()-askLines)]
		st := p.env.Styles
		lines = append(lines, "",
			lay.Compose(screen.Row{Text: st.Strong.Render(textAsk)}, r),
			lay.Compose(screen.Row{Text: st.Ink.Render(r.Cut(textAskHelp, lay.Measure))}, r))
	}
	return screen.Frame{Lines: lines[:min(len(lines), p.env.Body())], Title: p.title()}
}

func (p *Past) nowIs() string {
	if p.now > 0 {
		return nowHolds(p.now)
	}
	return textNowNone
}

// head gives the top lines of the screens of this package.
func head(d Deps, env screen.Env, what, below string) []string {
	lay, st, r := env.Layout(), env.Styles, env.Ruler
	title := d.title()
	if !lay.Gutter {
		title = number(d.Ref.Chapter) + "  " + title
	}
	text := lay.Ends(st.Title.Render(r.Cut(title, lay.Measure)), st.Soft.Render(what), r)
	return []string{
		lay.Compose(screen.Row{Label: st.Soft.Render(number(d.Ref.Chapter)), Text: text}, r),
		lay.Compose(screen.Row{Text: st.Soft.Render(r.Cut(below, lay.Measure))}, r),
		"",
	}
}

// listRows gives the rows of the list that are in sight.
func (p *Past) listRows(width int) []screen.Row {
	st, r := p.env.Styles, p.env.Ruler
	var rows []screen.Row
	for i := p.list.Top; i < min(len(p.copies), p.list.Top+p.listHeight()/perCopy); i++ {
		c := p.copies[i]
		style, sign := st.Ink, ""
		if i == p.list.Chosen {
			style, sign = st.Chosen, st.Accent.Render("›")
		}
		what := joined(screen.Moment(c.When.In(p.env.Now().Location()), p.env.Now()), c.Called())
		rows = append(rows,
			screen.Row{Sign: sign, Text: style.Render(r.Cut(what, width))},
			screen.Row{Text: st.Soft.Render(r.Cut(p.facts(c), width))})
	}
	return rows
}

func (p *Past) facts(c notes.Copy) string {
	t, known := p.told[c.Name]
	switch {
	case !known:
		return textReading
	case t.err != nil:
		return unread(t.err)
	}
	return differs(t.words, t.other)
}

func (p *Past) detail() []line {
	return p.lines[min(p.from, len(p.lines)):min(len(p.lines), p.from+p.detailHeight())]
}

// sideBySide puts the list and the text beside each other.
func (p *Past) sideBySide() []string {
	lay, r := p.env.Layout(), p.env.Ruler
	list, detail := p.listRows(listCells), p.detail()
	var lines []string
	for i := range max(len(list), len(detail)) {
		var row screen.Row
		if i < len(list) {
			row = list[i]
		}
		if i < len(detail) {
			row.Text = padded(row.Text, listCells+between-2, p.env) + padded(p.env.Styles.Accent.Render(detail[i].sign), 2, p.env) + detail[i].shown()
		}
		lines = append(lines, lay.Compose(row, r))
	}
	return lines
}

// padded gives a text at least so many cells.
func padded(text string, cells int, env screen.Env) string {
	return text + strings.Repeat(" ", max(0, cells-env.Ruler.Width(text)))
}
