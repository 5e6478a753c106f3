package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"werkboek/internal/course"
	"werkboek/internal/privacy"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
)

// View draws the page.
func (p *Page) View() screen.Frame {
	d := drawing{Page: p, lines: p.flow().page(p.top, p.height())}
	d.margin, d.written = d.beside()
	frame := screen.Frame{Title: p.chapter.Title}
	frame.Lines = append(frame.Lines, p.head()...)
	for i := range p.height() {
		frame.Lines = append(frame.Lines, d.row(i))
	}
	if f := p.writing(); f != nil && p.list == nil {
		frame.Cursor = d.cursor(f)
		frame.Fleeting, frame.Remark = p.fleeting(), f.Remark()
		frame.Told = d.tells(f)
		if p.writesText() {
			frame.Corner = screen.Words(f.Words())
		}
	}
	if p.list != nil && p.layout.Margin == 0 {
		frame.Lines = append(frame.Lines[:p.headLines()], p.list.over(p)...)
	}
	return frame
}

// trouble gives the lines that tell, under the words, why they are not saved.
func (p *Page) trouble() []string {
	var lines []string
	for _, line := range p.env.Trouble.Lines() {
		lines = append(lines, p.env.Styles.Alarm.Render(p.env.Ruler.ShortPath(line, p.layout.Measure)))
	}
	return lines
}

// tells tells whether those lines are in sight under a field.
func (d drawing) tells(f *field.Model) bool {
	for _, s := range d.lines {
		u := d.flow().at(s)
		w, ok := bodyOf(u).(written)
		if ok && w.field == f && len(w.below()) > 0 && s.line == u.height()-1 {
			return true
		}
	}
	return false
}

// head is the top lines: number, title, and how far one is.
func (p *Page) head() []string {
	st, r := p.env.Styles, p.env.Ruler
	var lines []string
	for i, title := range p.title() {
		row := screen.Row{Text: st.Title.Render(title)}
		if i == 0 {
			row.Label = st.Soft.Render(number(p.chapter.Number))
			row.Text = p.withProgress(row.Text)
		}
		lines = append(lines, p.layout.Compose(row, r))
	}
	return append(lines, "")
}

// title gives the lines of the chapter's title; without a gutter its number stands
// before it.
func (p *Page) title() []string {
	title := p.chapter.Title
	if !p.layout.Gutter {
		title = number(p.chapter.Number) + "  " + title
	}
	return p.env.Ruler.Wrap(title, p.layout.Measure)
}

// withProgress puts how far one is at the end of a line, as long as there is room.
func (p *Page) withProgress(title string) string {
	for _, far := range p.progress() {
		if joined := p.layout.Ends(title, p.env.Styles.Soft.Render(far), p.env.Ruler); far != "" && joined != title {
			return joined
		}
	}
	return title
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
	lines   []spot
	margin  []string // by row of the window
	written int      // row of the margin note that is being written, -1 for none
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
		if line == 0 {
			row.Sign = d.env.Styles.Accent.Render(signHere)
			row.Label = d.labelHere(row.Label)
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
	signHere  = "›"
	signNote  = "•"
	signMore  = "…"
	signLeads = "○"
)

// here tells whether a line belongs to the unit where the reader is.
func (d drawing) here(s spot, u unit) bool {
	return d.writing() == nil && s.section == d.cur.section && u.id == d.cur.id
}

// labelHere gives the label of the unit where the reader is: in the colour of that
// place, since the sign has no room beside it.
func (d drawing) labelHere(label string) string {
	if label == "" || !d.layout.Gutter {
		return label
	}
	return d.env.Styles.Chosen.Render(ansi.Strip(label))
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

// beside draws the margin, a line per row of the window, and tells on which row the
// note stands that is being written, -1 for none.
func (d drawing) beside() (column []string, written int) {
	if d.layout.Margin == 0 {
		return nil, -1
	}
	if d.list != nil {
		return d.list.lines(d.Page, d.layout.Beside, d.height()), -1
	}
	m := marginColumn{rows: make([]string, d.height())}
	written = -1
	for _, s := range d.lines {
		u := d.flow().at(s)
		if s.line != u.above && s != d.top || d.flow().blank(s) {
			continue
		}
		start, _ := d.flow().row(d.top, d.height(), s)
		if d.main(u) {
			row := m.put(d.noteLines(u.block), start)
			if d.Page.beside != nil && d.Page.beside.block == u.block {
				written = row
			}
		}
		m.put(d.cardLines(u.id), start)
	}
	return m.rows, written
}

// marginColumn is the rows of the margin, filled from above.
type marginColumn struct {
	rows []string
	free int // first row that nothing stands on
}

// put writes lines from a row on: lower where others stand, higher where they would
// not fit, and cut, with a sign, where there is no room at all. It gives the row of
// the first.
func (m *marginColumn) put(text []string, row int) int {
	if len(text) == 0 {
		return -1
	}
	row = max(m.free, min(row, len(m.rows)-len(text)))
	if row >= len(m.rows) {
		return -1
	}
	n := copy(m.rows[row:], text)
	if n < len(text) {
		m.rows[row+n-1] = indent(1, "") + signMore
	}
	m.free = row + n + 1
	return row
}

// noteLines draws the margin notes at a block.
func (d drawing) noteLines(b *course.Block) []string {
	if n := d.Page.beside; n != nil && n.block == b {
		return d.noteField(n.field)
	}
	var text []string
	for _, n := range d.notes()[b] {
		for line := range strings.SplitSeq(n.Text, "\n") {
			leads := len(privacy.Find(line)) > 0
			for i, set := range d.setter.Text(line, d.layout.Beside-marginIndent) {
				text = append(text, d.noteIndent(len(text), leads && i == 0)+d.env.Styles.Warm.Render(set))
			}
		}
		text = append(text, indent(1, "")+d.env.Styles.Soft.Render(screen.Moment(n.When, d.now())))
	}
	return text
}

// noteField draws the margin note that is being written, with its line.
func (d drawing) noteField(f *field.Model) []string {
	var text []string
	for i := range min(f.Rows(), d.height()-1) {
		row := i + d.noteTop(f)
		text = append(text, d.noteIndent(i, f.Leads(row))+f.Row(row))
	}
	return append(text, indent(1, "")+d.env.Styles.Soft.Render(strings.Repeat("─", d.layout.Beside-marginIndent)))
}

// noteTop is the first row of a margin note that is shown while it is written:
// more than 0 only when it is taller than the window.
func (d drawing) noteTop(f *field.Model) int {
	row, _, _ := f.Cursor()
	return max(0, min(row-(d.height()-2), f.Rows()-(d.height()-1)))
}

// noteIndent gives what stands before a line of a margin note: its mark before the
// first, and one beside what leads to somebody.
func (d drawing) noteIndent(line int, leads bool) string {
	note, mark := " ", " "
	if line == 0 {
		note = d.env.Styles.Warm.Render(signNote)
	}
	if leads && d.env.Heeding {
		mark = d.env.Styles.Soft.Render(signLeads)
	}
	return note + mark + strings.Repeat(" ", marginIndent-2)
}

func indent(line int, sign string) string {
	if line == 0 {
		return sign + strings.Repeat(" ", marginIndent-1)
	}
	return strings.Repeat(" ", marginIndent)
}

// cardLines draws the term or source that is shown at a unit.
func (d drawing) cardLines(id string) []string {
	c := d.card
	if c == nil || c.at != id {
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
			return &screen.Spot{Row: d.headLines() + i, Cell: d.layout.Axis + cell}
		}
	}
	return nil
}

// marginCursor gives the cell of the cursor in the margin.
func (d drawing) marginCursor(f *field.Model, row, cell int) *screen.Spot {
	if d.written < 0 {
		return nil
	}
	return &screen.Spot{Row: d.headLines() + d.written + row - d.noteTop(f), Cell: d.layout.Margin + marginIndent + cell}
}

func bodyOf(u unit) body {
	if b, ok := u.body.(under); ok {
		return b.body
	}
	return u.body
}
