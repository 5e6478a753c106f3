package circle

import (
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/sheet"
	"werkboek/internal/table"
)

// signOf reads a sign, as people type it too.
var signOf = map[string]Sign{
	"=": Alike, "g": Alike, "≠": Different, "!=": Different, "v": Different, "x": Different,
	"?": Unknown, "w": Unknown, "-": Skipped, "–": Skipped, "o": Skipped,
}

func (d Definition) read(s sheet.Sheet) Answer {
	r := reader{Answer: Answer{Form: kind.NewForm(d.head, d.Fields(), s, Section), def: d}}
	text, _ := s.Value(Section)
	r.left = table.Read(text, &r)
	a := r.Answer
	if r.heads == 0 {
		a.persons = usualPersons
		for _, trait := range d.Traits {
			if !trait.Sensitive {
				a.rows = append(a.rows, Row{Trait: trait})
			}
		}
	}
	a.persons = min(max(a.persons, LeastPersons), MostPersons)
	for i, row := range a.rows {
		a.rows[i].Signs = append(row.Signs, make([]Sign, MostPersons)...)[:a.persons:a.persons]
	}
	return a
}

// reader makes an answer of the table of a note.
type reader struct {
	Answer
	heads   int   // that were read
	columns []int // the person of each column, -1 for none
}

// Head finds the persons: by their letters, or by where they stand. The first head
// says how many there are.
func (r *reader) Head(cells []string) bool {
	letters := map[int]bool{}
	for i, cell := range cells {
		if p := person(cell); i > 0 && p >= 0 {
			letters[p] = true
		}
	}
	ours := table.Cell(cells, 0) == ""
	r.columns = make([]int, max(len(cells), 1))
	for i := range r.columns {
		p := person(table.Cell(cells, i))
		ours = ours && (i == 0 || p >= 0 || table.Cell(cells, i) == "")
		if p < 0 && i-1 < MostPersons && !letters[i-1] {
			p = i - 1
		}
		r.columns[i] = p
	}
	r.columns[0] = -1
	if r.heads++; r.heads == 1 {
		r.persons = LeastPersons
		for i, p := range r.columns {
			if len(letters) == 0 || person(table.Cell(cells, i)) >= 0 {
				r.persons = max(r.persons, p+1)
			}
		}
	}
	return ours
}

// person gives the person that a letter stands for, -1 for none.
func person(letter string) int {
	if len(letter) != 1 {
		return -1
	}
	return strings.Index("ABCDEFGH", strings.ToUpper(letter))
}

// Row takes the signs of a trait; of two rows of one trait the first counts.
func (r *reader) Row(cells []string) []string {
	trait := r.trait(cells[0])
	if trait.Name == "" {
		return cells
	}
	at := r.row(trait)
	row := Row{Trait: trait, Signs: make([]Sign, MostPersons)}
	if at >= 0 {
		copy(row.Signs, r.rows[at].Signs)
		row.said = r.rows[at].said
	}
	took, some, left := false, false, make([]string, len(cells))
	for i, cell := range cells {
		if i == 0 || cell == "" {
			continue
		}
		sign, known := signOf[strings.ToLower(cell)]
		if !known || !r.set(row.Signs, i, sign) {
			left[i], some = cell, true
			continue
		}
		took = true
	}
	if some && !took {
		return cells
	}
	all := r.called(&row, at >= 0, cells[0])
	if at >= 0 {
		r.rows[at] = row
	} else {
		r.rows = append(r.rows, row)
	}
	if all && !some {
		return nil
	}
	left[0] = cells[0]
	return left
}

// set sets the sign of a column; it tells whether the column is that of a person of
// the circle, and nothing else stands there.
func (r *reader) set(signs []Sign, column int, s Sign) bool {
	if column >= len(r.columns) || r.columns[column] < 0 {
		return false
	}
	p := r.columns[column]
	if signs[p] != Blank && signs[p] != s || p >= r.persons && r.heads > 1 {
		return false
	}
	signs[p] = s
	r.persons = max(r.persons, p+1)
	return true
}

// called keeps what the note calls a trait; it tells whether that will be written.
func (r *reader) called(row *Row, before bool, cell string) bool {
	if cell == row.Trait.ID || cell == row.called() {
		return true
	}
	if before {
		return false
	}
	row.said = cell
	return true
}

// trait finds the trait of a row's first cell, or makes one of one's own.
func (r *reader) trait(cell string) Trait {
	if name, own := strings.CutPrefix(cell, table.Own); own {
		return Trait{Name: name}
	}
	id := table.Lead(cell)
	for _, t := range r.def.Traits {
		if t.ID == id {
			return t
		}
	}
	return Trait{Name: cell}
}
