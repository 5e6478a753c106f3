package taking

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/export"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/list"
)

// Where things stand, in rows.
const (
	listFrom    = 4 // below the title and what it is for
	leastList   = 4 // rows of the list that stay in the smallest window
	mostPreview = 8 // rows of the preview below the list

	previewBytes = 32 << 10 // of a part that can be read here
)

// drawing is the rows of one frame.
type drawing struct {
	*Taking
	layout screen.Layout
	rows   []screen.Row
	cursor *screen.Spot
}

// View draws the list.
func (k *Taking) View() screen.Frame {
	d := &drawing{Taking: k, layout: k.env.Layout()}
	st := k.env.Styles
	d.add(st.Title.Render(textTitle))
	d.add("")
	d.add(st.Soft.Render(k.env.Ruler.Cut(textIntro, d.layout.Measure)))
	d.add("")
	foot := d.foot()
	if len(k.parts) == 0 {
		d.empty()
	} else {
		d.column()
	}
	if foot.cursor != nil {
		d.cursor = &screen.Spot{Row: foot.cursor.Row + len(d.rows), Cell: foot.cursor.Cell}
	}
	d.rows = append(d.rows, foot.rows...)
	d.beside()
	lines := make([]string, 0, len(d.rows))
	for _, row := range d.rows {
		lines = append(lines, d.layout.Compose(row, k.env.Ruler))
	}
	return screen.Frame{Lines: lines[:min(len(lines), k.env.Body())], Cursor: d.cursor, Title: textTitle}
}

func (d *drawing) add(text string) { d.rows = append(d.rows, screen.Row{Text: text}) }

// empty says that there is nothing to take along, or not yet.
func (d *drawing) empty() {
	said := textNothingYet
	if !d.ready {
		said = textReading
	}
	for _, line := range d.env.Ruler.Wrap(said, d.layout.Measure) {
		d.add(line)
	}
}

// split gives how many rows the list has, and how many the preview: that stands in the
// margin, or below the list.
func (k *Taking) split() (list, preview int) {
	body := k.env.Body() - listFrom
	room := max(1, body-len(k.foot().rows))
	if k.env.Layout().Margin > 0 {
		return min(room, len(k.parts)), body
	}
	below := min(mostPreview, room-min(len(k.parts), max(leastList, room/2)))
	return min(max(1, room-below), len(k.parts)), max(0, below-1)
}

// column shows the parts around the chosen one, and, where there is no margin, what the
// chosen one holds below them.
func (d *drawing) column() {
	first, shown, preview := d.window()
	for i := first; i < first+shown; i++ {
		d.part(i)
	}
	if d.layout.Margin > 0 || preview == 0 {
		return
	}
	d.add("")
	for _, line := range d.preview(d.layout.Measure, preview) {
		d.add(line)
	}
}

// window gives the first part that is shown, how many are, and the rows of the preview.
func (k *Taking) window() (first, shown, preview int) {
	shown, preview = k.split()
	k.list.Fit(len(k.parts), shown)
	return k.list.Top, shown, preview
}

// part draws one line of the list.
func (d *drawing) part(i int) {
	p, st := d.parts[i], d.env.Styles
	row, style := screen.Row{}, st.Ink
	if i == d.list.Chosen {
		row.Sign, style = st.Accent.Render("›"), st.Chosen
	}
	sign := "○ "
	if p.On {
		sign = "● "
	}
	count := screen.Words(p.Words)
	title, room := sign+plain.Line(p.Title), d.layout.Measure-d.env.Ruler.Width(count)-2
	if p.Private && d.env.Ruler.Width(title+textPrivate) <= room {
		title += textPrivate
	}
	title = d.env.Ruler.Cut(title, room)
	row.Text = d.layout.Ends(style.Render(title), st.Soft.Render(count), d.env.Ruler)
	d.rows = append(d.rows, row)
}

// preview gives rows of what the chosen part holds, from where one reads.
func (k *Taking) preview(width, room int) []string {
	if k.list.Chosen >= len(k.parts) {
		return nil
	}
	rows := k.previewRows(k.parts[k.list.Chosen], width)
	from := max(0, min(k.read, len(rows)-room))
	return rows[from:min(len(rows), from+room)]
}

// readOn turns the preview by pages, as far as it goes.
func (k *Taking) readOn(by int) {
	if k.list.Chosen >= len(k.parts) {
		return
	}
	width, lay := k.env.Layout().Measure, k.env.Layout()
	if lay.Margin > 0 {
		width = lay.Beside
	}
	_, page := k.split()
	most := len(k.previewRows(k.parts[k.list.Chosen], width)) - page
	k.read = max(0, min(k.read+by*max(1, page-1), most))
}

// previewRows gives a part as rows: questions soft, one's own words warm.
func (k *Taking) previewRows(p export.Part, width int) []string {
	var rows []string
	text := strings.TrimSpace(p.Markdown())
	if len(text) > previewBytes {
		text = strings.ToValidUTF8(text[:previewBytes], "") + "…"
	}
	for line := range strings.SplitSeq(text, "\n") {
		style := k.env.Styles.Warm
		if strings.HasPrefix(line, "#") {
			line, style = strings.TrimLeft(line, "# "), k.env.Styles.Soft
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		for _, row := range k.env.Ruler.Wrap(strings.ReplaceAll(line, "\t", "    "), width) {
			rows = append(rows, style.Render(strings.TrimRight(row, " ")))
		}
	}
	return rows
}

// beside shows what the chosen part holds in the margin.
func (d *drawing) beside() {
	if d.layout.Margin == 0 {
		return
	}
	room := d.env.Body() - listFrom
	for i, line := range d.preview(d.layout.Beside, room) {
		for listFrom+i >= len(d.rows) {
			d.add("")
		}
		d.rows[listFrom+i].Margin = line
	}
}

// foot is what stands below the list: what goes along, where to, and what became of it.
func (k *Taking) foot() *drawing {
	f := &drawing{Taking: k, layout: k.env.Layout()}
	st := k.env.Styles
	f.add("")
	count, all, _ := k.going()
	if len(k.parts) > 0 {
		f.add(going(count, len(k.parts), all))
	}
	f.where()
	style := st.Strong
	if k.told.failed {
		style = st.Alarm
	}
	for i, line := range k.told.lines {
		for _, row := range k.env.Ruler.Wrap(line, f.layout.Measure) {
			f.add(style.Render(row))
		}
		if i == 0 && k.told.path != "" {
			f.add(k.env.Ruler.ShortPath(k.told.path, f.layout.Measure))
		}
	}
	if k.told.hint != "" {
		f.add(st.Soft.Render(k.env.Ruler.Cut(k.told.hint, f.layout.Measure)))
	}
	return f
}

// where shows the folder, or the field in which one types another.
func (f *drawing) where() {
	st, r := f.env.Styles, f.env.Ruler
	if f.typed == nil {
		f.add(st.Soft.Render(textFolder) + r.ShortPath(plain.Line(f.folder), f.layout.Measure-r.Width(textFolder)))
		return
	}
	f.add(st.Soft.Render(textWhichFolder))
	if row, cell, ok := f.typed.Cursor(); ok {
		f.cursor = &screen.Spot{Row: len(f.rows) + row, Cell: f.layout.Axis + cell}
	}
	for i := range f.typed.Rows() {
		f.add(f.typed.Row(i))
	}
	f.add(st.Soft.Render(strings.Repeat("─", f.layout.Measure)))
}

func (k *Taking) wheeled(msg tea.MouseWheelMsg) {
	if k.typed == nil {
		k.choose(k.list.Chosen + list.Wheel(msg))
	}
}

// clicked chooses a part, or turns the chosen one on or off.
func (k *Taking) clicked(msg tea.MouseClickMsg) {
	if k.typed != nil || msg.Button != tea.MouseLeft || len(k.parts) == 0 {
		return
	}
	first, shown, _ := k.window()
	at := first + msg.Y - listFrom
	switch {
	case msg.Y < listFrom || at >= first+shown:
	case at == k.list.Chosen:
		k.toggle()
	default:
		k.choose(at)
	}
}
