package page

import (
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
)

// View draws the page.
func (p *Page) View() screen.Frame {
	d := drawing{Page: p, lines: p.flow().page(p.top, p.height())}
	d.margin = d.beside()
	frame := screen.Frame{Title: p.chapter.Title}
	frame.Lines = append(frame.Lines, p.head(), "")
	for i := range p.height() {
		frame.Lines = append(frame.Lines, d.row(i))
	}
	if f := p.writing(); f != nil && p.list == nil {
		frame.Cursor = d.cursor(f)
		frame.Corner = words(f.Words())
	}
	if p.list != nil && p.layout.Margin == 0 {
		frame.Lines = append(frame.Lines[:headLines], p.list.over(p)...)
	}
	return frame
}

// head is the top line: number, title, and how far one is.
func (p *Page) head() string {
	st, r := p.env.Styles, p.env.Ruler
	title := st.Title.Render(r.Cut(p.chapter.Title, p.layout.Measure))
	if !p.layout.Gutter {
		title = st.Title.Render(r.Cut(number(p.chapter.Number)+"  "+p.chapter.Title, p.layout.Measure))
	}
	text := title
	for _, far := range p.progress() {
		if joined := p.layout.Ends(title, st.Soft.Render(far), r); far != "" && joined != title {
			text = joined
			break
		}
	}
	return p.layout.Compose(screen.Row{Label: st.Soft.Render(number(p.chapter.Number)), Text: text}, r)
}

// wordsPerMinute is a calm pace for reading a textbook.
const wordsPerMinute = 200

// progress gives how far the reader is, in several lengths.
func (p *Page) progress() []string {
	sections := p.chapter.Sections()
	if len(sections) == 0 {
		return nil
	}
	if p.wordsFrom == nil {
		p.wordsFrom = make([]int, len(sections)+1)
		for i := len(sections) - 1; i >= 0; i-- {
			p.wordsFrom[i] = p.wordsFrom[i+1] + sections[i].Words()
		}
	}
	at := min(p.cur.section, len(sections)-1)
	minutes := (p.wordsFrom[at] + wordsPerMinute - 1) / wordsPerMinute
	return progressTexts(max(1, sections[at].Number), sections[len(sections)-1].Number, max(1, minutes))
}

// drawing is one frame of a page.
type drawing struct {
	*Page
	lines  []spot
	margin []string // by row of the window
}

// row draws one row of the window.
func (d drawing) row(i int) string {
	var row screen.Row
	if i < len(d.lines) {
		row = d.text(d.lines[i])
	}
	if i < len(d.margin) {
		row.Margin = d.margin[i]
	}
	return d.layout.Compose(row, d.env.Ruler)
}

// text draws one line of the column.
func (d drawing) text(s spot) screen.Row {
	f := d.flow()
	if f.blank(s) {
		return screen.Row{}
	}
	u := f.at(s)
	line := s.line - u.above
	row := u.body.Row(line)
	if d.here(s, u) {
		if line == d.signLine(u) {
			row.Sign = d.env.Styles.Accent.Render(signHere)
		}
		if d.cur.link >= 0 {
			row.Text = d.markLink(u, line, row.Text)
		}
	}
	if line == offset(u.body) && d.main(u) && len(d.notes()[u.block]) > 0 {
		row.Mark = d.env.Styles.Warm.Render(signNote)
	}
	return row
}

// The signs of the gutter and the margin.
const (
	signHere = "›"
	signNote = "•"
)

// here tells whether a line belongs to the unit where the reader is.
func (d drawing) here(s spot, u unit) bool {
	return d.writing() == nil && s.section == d.cur.section && u.id == d.cur.id
}

// signLine is the line of a unit beside which the sign of the reader stands:
// the first that has no label.
func (d drawing) signLine(u unit) int {
	if d.layout.Gutter && u.body.Rows() > 1 && u.body.Row(0).Label != "" {
		return 1
	}
	return 0
}

// main tells whether a unit is its block itself, and no part under it.
func (d drawing) main(u unit) bool { return u.block != nil && u.id == u.block.Key.String() }

func (d drawing) markLink(u unit, line int, text string) string {
	for _, l := range u.links {
		if l.Ordinal == d.cur.link && l.Line == line-offset(u.body) {
			text = chosen(text, l.From, l.To, d.env.Styles)
		}
	}
	return text
}

// beside draws the margin, a line per row of the window.
func (d drawing) beside() []string {
	if d.layout.Margin == 0 {
		return nil
	}
	if d.list != nil {
		return d.list.lines(d.Page, d.layout.Beside, d.height())
	}
	column := make([]string, d.height())
	free := 0
	for _, s := range d.lines {
		u := d.flow().at(s)
		if s.line != u.above && s != d.top || !d.main(u) || d.flow().blank(s) {
			continue
		}
		start, _ := d.flow().row(d.top, d.height(), s)
		for _, text := range [][]string{d.noteLines(u.block), d.cardLines(u.block)} {
			free = putIn(column, text, max(start, free))
		}
	}
	return column
}

// putIn writes lines into a column from a row on, higher where they would not
// fit; it gives the first row after them that is free.
func putIn(column, text []string, row int) int {
	if len(text) == 0 {
		return 0
	}
	row = max(0, min(row, len(column)-len(text)))
	return row + copy(column[row:], text) + 1
}

// noteLines draws the margin notes at a block.
func (d drawing) noteLines(b *course.Block) []string {
	if n := d.Page.beside; n != nil && n.block == b {
		return d.noteField(n.field)
	}
	var text []string
	for _, n := range d.notes()[b] {
		for line := range strings.SplitSeq(n.Text, "\n") {
			for _, set := range d.setter.Text(line, d.layout.Beside-marginIndent) {
				text = append(text, indent(len(text), d.env.Styles.Warm.Render(signNote))+d.env.Styles.Warm.Render(set))
			}
		}
		text = append(text, indent(1, "")+d.env.Styles.Soft.Render(when(n.When, d.now())))
	}
	return text
}

// noteField draws the margin note that is being written, with its line.
func (d drawing) noteField(f *field.Model) []string {
	var text []string
	for i := range min(f.Rows(), d.height()-1) {
		text = append(text, indent(i, d.env.Styles.Warm.Render(signNote))+f.Row(i+d.noteTop(f)))
	}
	return append(text, indent(1, "")+d.env.Styles.Soft.Render(strings.Repeat("─", d.layout.Beside-marginIndent)))
}

// noteTop is the first row of a margin note that is shown while it is written:
// more than 0 only when it is taller than the window.
func (d drawing) noteTop(f *field.Model) int {
	row, _, _ := f.Cursor()
	return max(0, min(row-(d.height()-2), f.Rows()-(d.height()-1)))
}

func indent(line int, sign string) string {
	if line == 0 {
		return sign + strings.Repeat(" ", marginIndent-1)
	}
	return strings.Repeat(" ", marginIndent)
}

// cardLines draws the term or source that is shown at a block.
func (d drawing) cardLines(b *course.Block) []string {
	c := d.card
	if c == nil || c.block != b {
		return nil
	}
	text := []string{d.env.Styles.Soft.Render(c.label)}
	return append(text, c.lines(d.setter, d.env.Styles, d.layout.Beside)...)
}

// cursor gives the cell of the cursor in the window.
func (d drawing) cursor(f *field.Model) *screen.Spot {
	row, cell, ok := f.Cursor()
	if !ok {
		return nil
	}
	if d.Page.beside != nil && d.layout.Margin > 0 {
		return d.marginCursor(f, row, cell)
	}
	for i, s := range d.lines {
		u := d.flow().at(s)
		w, ok := bodyOf(u).(written)
		if ok && w.field == f && s.line-u.above-offset(u.body) == row {
			return &screen.Spot{Row: headLines + i, Cell: d.layout.Axis + cell}
		}
	}
	return nil
}

// marginCursor finds the row on which the margin note stands by its mark.
func (d drawing) marginCursor(f *field.Model, row, cell int) *screen.Spot {
	first := d.noteField(f)[0]
	for i, line := range d.margin {
		if line == first {
			return &screen.Spot{Row: headLines + i + row - d.noteTop(f), Cell: d.layout.Margin + marginIndent + cell}
		}
	}
	return nil
}

func bodyOf(u unit) body {
	if b, ok := u.body.(under); ok {
		return b.body
	}
	return u.body
}
