package scale

import (
	"slices"
	"strconv"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/sheet"
	"werkboek/internal/table"
)

func (d Definition) read(s sheet.Sheet) Answer {
	r := reader{Answer: Answer{
		Form: kind.NewForm(d.head, d.Fields(), s, Section), def: d, marks: map[cell]Mark{}, said: map[int]string{}, labels: map[int]string{},
	}}
	text, _ := s.Value(Section)
	r.left = table.Read(text, &r)
	return r.Answer
}

// reader makes an answer of the table of a note.
type reader struct {
	Answer
	columns []int // what each column of the table is in the definition, -1 for none
}

// Head finds the columns that are kept.
func (r *reader) Head(cells []string) bool {
	names, ours := r.def.names(), table.Cell(cells, 0) == ""
	r.columns = make([]int, len(cells))
	for i, cell := range cells {
		r.columns[i] = -1
		found := table.Find(cell, names)
		if i == 0 || cell == "" {
			continue
		}
		if found.At < 0 || bool(r.def.Columns[found.At].Unkept) {
			ours = false
			continue
		}
		r.columns[i] = found.At
		if r.labels[found.At] == "" {
			r.labels[found.At] = found.Label
		}
		ours = ours && found.More == "" && (found.Label == r.labels[found.At] || found.Label == names[found.At].Label())
	}
	return ours
}

// Row takes the places of one item; of two rows of one item the first counts.
func (r *reader) Row(cells []string) []string {
	id := table.Lead(cells[0])
	item := slices.IndexFunc(r.def.Items, func(it Item) bool { return it.ID == id })
	if item < 0 {
		return cells
	}
	left, some := make([]string, len(cells)), false
	for i, text := range cells {
		if i > 0 && text != "" && !r.place(item, i, text) {
			left[i], some = text, true
		}
	}
	if r.called(item, cells[0]) && !some {
		return nil
	}
	left[0] = cells[0]
	return left
}

// place takes a place; it tells whether it was understood, and nothing else stands
// there.
func (r *reader) place(item, column int, text string) bool {
	m, ok := parseMark(text, r.def.Points)
	if !ok || column >= len(r.columns) || r.columns[column] < 0 {
		return false
	}
	at := cell{item, r.columns[column]}
	if before, twice := r.marks[at]; twice {
		return before == m
	}
	r.marks[at] = m
	return true
}

// called keeps what the note calls an item; it tells whether that will be written.
func (r *reader) called(item int, text string) bool {
	it := r.def.Items[item]
	said, before := r.said[item]
	switch usual := table.Title(table.Name{ID: it.ID, Name: it.title()}, ""); {
	case text == it.ID || text == usual || text == said:
		return true
	case before:
		return false
	}
	r.said[item] = text
	return true
}

func parseMark(text string, points int) (Mark, bool) {
	value, how, _ := strings.Cut(strings.ToLower(text), ",")
	value, how = strings.TrimSpace(value), strings.TrimSpace(how)
	m := Mark{How: How(how)}
	if !slices.Contains(Ways(), m.How) {
		return Mark{}, false
	}
	if value == textUnknown || value == textUnknownBrief || value == "?" {
		m.Unknown = true
		return m, true
	}
	n, err := strconv.Atoi(value)
	m.Place = n
	return m, err == nil && n >= 1 && n <= points
}
