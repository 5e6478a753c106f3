package cards

import (
	"slices"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/sheet"
	"werkboek/internal/table"
)

func (d Definition) read(s sheet.Sheet) Answer {
	r := reader{Answer: Answer{
		Form: kind.NewForm(d.head, d.Fields(), s, Section), def: d, laid: map[string]Laid{}, said: map[string]string{}, spot: map[spot]string{},
	}}
	text, _ := s.Value(Section)
	r.left = table.Read(text, &r)
	return r.Answer
}

// reader makes an answer of the table of a note.
type reader struct {
	Answer
	looks []int // of the columns: 1 for the first look, 2 for the second, 0 for none
}

// Head finds the looks: by name, or by where they stand.
func (r *reader) Head(cells []string) bool {
	names := []string{textCard, textFirstLook, textSecondLook}
	r.looks = make([]int, max(len(cells), len(names)))
	ours := true
	for i := range r.looks {
		cell := table.Cell(cells, i)
		look := slices.Index(names, cell)
		ours = ours && (cell == "" || look >= 0 && (look == 0) == (i == 0))
		if look < 0 && i < len(names) && !slices.Contains(cells, names[i]) {
			look = i
		}
		r.looks[i] = max(0, look)
	}
	return ours
}

// Row takes what it understands of a card: two rows of one card lie together.
func (r *reader) Row(cells []string) []string {
	card := r.card(cells[0])
	if card.Title == "" {
		return cells
	}
	l, took, left := r.laid[card.Key()], false, make([]string, len(cells))
	for i := 1; i < len(cells); i++ {
		look := 0
		if i < len(r.looks) {
			look = r.looks[i]
		}
		rest := r.places(card.Key(), &l, look, cells[i])
		took = took || rest != cells[i]
		left[i] = rest
	}
	some := slices.ContainsFunc(left, func(c string) bool { return c != "" })
	if some && !took {
		return cells
	}
	if l.any() {
		r.laid[card.Key()] = l
	}
	if r.called(card, cells[0]) && !some {
		return nil
	}
	left[0] = cells[0]
	return left
}

// places takes the places of one look, and gives the words that name none.
func (r *reader) places(card string, l *Laid, look int, cell string) (rest string) {
	if look == 0 {
		return cell
	}
	var left []string
	for name := range strings.SplitSeq(cell, ",") {
		name = strings.TrimSpace(name)
		if look == 2 && name == textNothingAdded {
			l.Looked = true
			continue
		}
		found := table.Find(name, r.def.names())
		if found.More != "" {
			left = append(left, found.More)
		}
		if found.At < 0 {
			continue
		}
		id := r.def.Places[found.At].ID
		into := &l.First
		if look == 2 {
			into = &l.Added
		}
		switch at := (spot{card, id, look}); {
		case !slices.Contains(*into, id):
			*into = r.toggled(*into, id)
			r.spot[at] = found.Label
		case found.Label != r.spot[at] && found.Label != r.def.names()[found.At].Label():
			left = append(left, name)
		}
		l.Looked = l.Looked || look == 2
	}
	return strings.Join(left, ", ")
}

// called keeps what the note calls a card; it tells whether that will be written.
func (r *reader) called(c Card, cell string) bool {
	known := c.ID != "" || r.owns(c)
	if c.ID == "" && !known {
		r.own = append(r.own, c)
	}
	title := r.title(c)
	if _, before := r.said[c.Key()]; cell == c.ID || cell == title || before {
		return cell == c.ID || cell == title
	}
	if c.ID == "" && known {
		return false
	}
	r.said[c.Key()] = cell
	return true
}

// card finds the card of a row's first cell, or makes one of one's own.
func (r *reader) card(cell string) Card {
	if title, own := strings.CutPrefix(cell, table.Own); own {
		return Card{Title: title}
	}
	id := table.Lead(cell)
	for _, c := range r.def.Cards {
		if c.ID == id {
			return c
		}
	}
	return Card{Title: cell}
}
