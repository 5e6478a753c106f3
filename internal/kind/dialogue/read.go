package dialogue

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/sheet"
	"werkboek/internal/table"
)

func (d Definition) read(s sheet.Sheet) Answer {
	r := reader{Answer: Answer{
		Form: kind.NewForm(d.head, d.Fields(), s, Section), def: d, counts: map[count]int{}, said: map[string]string{},
	}}
	r.clock = parseClock(s.Head(headClock))
	text, _ := s.Value(Section)
	r.unread = table.Read(text, &r)
	return r.Answer
}

// reader makes an answer of the table of a note.
type reader struct {
	Answer
	rounds []int // of the columns of the table, counted from 0, -1 for none
}

// Head finds the rounds: by the number in a head, or by where an empty one stands.
func (r *reader) Head(cells []string) bool {
	ours := table.Cell(cells, 0) == ""
	r.rounds = make([]int, len(cells))
	for i, cell := range cells {
		r.rounds[i] = round(cell)
		if cell == "" && i <= mostGroup {
			r.rounds[i] = i - 1
		}
		ours = ours && (i == 0 || cell == "" || cell == roundText(r.rounds[i]+1))
	}
	return ours
}

var number = regexp.MustCompile(`^\D*(\d{1,2})\D*$`)

// round reads the number of a round, as people write it; -1 is none.
func round(head string) int {
	text := head
	if m := number.FindStringSubmatch(head); m != nil {
		text = m[1]
	} else if words := strings.Fields(head); len(words) > 0 {
		text = words[len(words)-1]
	}
	roman := slices.Index([]string{"", "I", "II", "III", "IV", "V", "VI"}, strings.ToUpper(text))
	n, err := strconv.Atoi(text)
	switch {
	case roman > 0:
		return roman - 1
	case err == nil && n >= 1 && n <= mostGroup:
		return n - 1
	}
	return -1
}

// Row takes the tallies of one behaviour; of two rows of one the first counts.
func (r *reader) Row(cells []string) []string {
	id := table.Lead(cells[0])
	at := slices.IndexFunc(r.def.Tallies, func(t Tally) bool { return t.ID == id })
	if at < 0 {
		return cells
	}
	left, some := make([]string, len(cells)), false
	for i, text := range cells {
		if i > 0 && text != "" && !r.count(id, i, text) {
			left[i], some = text, true
		}
	}
	if r.called(r.def.Tallies[at], cells[0]) && !some {
		return nil
	}
	left[0] = cells[0]
	return left
}

// count takes a number of tallies; it tells whether it was understood, and nothing
// else stands there.
func (r *reader) count(id string, column int, text string) bool {
	n, ok := tallies(text)
	if !ok || column >= len(r.rounds) || r.rounds[column] < 0 {
		return false
	}
	at := count{id, r.rounds[column]}
	if before, twice := r.counts[at]; twice {
		return before == n
	}
	if n > 0 {
		r.counts[at] = n
	}
	return true
}

// tallies reads a number, or strokes: III.
func tallies(text string) (int, bool) {
	if strokes := strings.ReplaceAll(text, " ", ""); strings.Trim(strokes, "IiLl|") == "" {
		return len(strokes), true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 0
}

// called keeps what the note calls a behaviour; it tells whether that will be written.
func (r *reader) called(t Tally, text string) bool {
	said, before := r.said[t.ID]
	switch {
	case text == t.ID || text == table.Title(t.named(), "") || text == said:
		return true
	case before:
		return false
	}
	r.said[t.ID] = text
	return true
}
