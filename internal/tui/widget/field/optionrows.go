package field

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"werkboek/internal/plain"
)

// optionRow is a row of an option, laid out.
type optionRow struct {
	option int // -1 for what was chosen and is no longer offered
	first  bool
	on     bool
	text   string
}

// layout gives the rows of the options: each wrapped, under its own beginning.
func (o *options) layout() []optionRow {
	if o.laid != nil {
		return o.laid
	}
	chosen := o.how.chosen(o.held)
	for i, option := range o.ask.Options {
		o.lay(optionRow{option: i, on: slices.Contains(chosen, option)}, option)
	}
	for _, c := range chosen {
		if o.own == nil && !slices.Contains(o.ask.Options, c) {
			o.lay(optionRow{option: -1, on: true}, c)
		}
	}
	if o.laid == nil {
		o.laid = []optionRow{}
	}
	return o.laid
}

func (o *options) lay(row optionRow, text string) {
	room := o.width - o.ruler.Width(o.how.mark(row.on))
	for i, part := range o.ruler.Wrap(plain.Line(text), room) {
		row.first, row.text = i == 0, part
		o.laid = append(o.laid, row)
	}
}

// nothing gives the rows that say that there is nothing to choose; none where
// there is.
func (o *options) nothing() []string {
	if len(o.layout()) > 0 || o.own != nil {
		return nil
	}
	return o.ruler.Wrap(textNoOptions, o.width)
}

func (o *options) rows() int {
	n := len(o.layout()) + len(o.nothing())
	if o.own != nil {
		n += o.own.rows()
	}
	return n
}

func (o *options) row(i int) string {
	rows := o.layout()
	if none := o.nothing(); len(none) > 0 {
		return o.st.Soft.Render(none[i])
	}
	if i >= len(rows) {
		return o.ownRow(i - len(rows))
	}
	row := rows[i]
	here := row.option == o.at && !o.inOwn
	mark := o.how.mark(row.on)
	if !row.first {
		return strings.Repeat(" ", o.ruler.Width(mark)) + o.style(here, row.on).Render(row.text)
	}
	return o.style(here, row.on).Render(mark + row.text)
}

func (o *options) style(here, on bool) lipgloss.Style {
	switch {
	case here && o.focused:
		return o.st.Chosen
	case on:
		return o.st.Warm
	}
	return o.st.Ink
}

func (o *options) cursor() (row, cell int, ok bool) {
	rows := o.layout()
	if o.inOwn {
		row, cell, ok = o.own.cursor()
		return row + len(rows), cell, ok
	}
	return max(0, slices.IndexFunc(rows, func(r optionRow) bool { return r.option == o.at })), 0, false
}

func (o *options) click(row, cell int) {
	rows := o.layout()
	switch {
	case row >= 0 && row < len(rows) && rows[row].option >= 0:
		o.at, o.inOwn = rows[row].option, false
	case row >= len(rows) && o.own != nil:
		o.inOwn = true
		o.own.click(row-len(rows), cell)
	}
}
