package mindmap

import (
	"slices"
	"strings"
	"unicode"

	"werkboek/internal/kind/mindmap/tree"
)

// marked is what stands behind a label in the list of a note.
type marked struct {
	gives, way   string
	folded, away bool // away: the words stand in a section of their own
	side         tree.Side
}

// cutMarks takes the marks off the end of an item, each once and in any order; what is
// left is its label.
func (d Definition) cutMarks(text string) (string, marked) {
	var m marked
	for {
		at, set := d.lastMark(text)
		if at < 0 || !set(&m) {
			return text, m
		}
		text = strings.TrimRight(text[:at], blanks)
	}
}

// setMark writes a mark down; false where one of its sort is there already.
type setMark func(*marked) bool

// lastMark finds the mark that a text ends in; at is -1 where it ends in none.
func (d Definition) lastMark(text string) (at int, set setMark) {
	if text == "" {
		return -1, nil
	}
	if at, set := d.lastGives(text); at >= 0 {
		return at, set
	}
	for _, w := range d.Ways {
		set := func(m *marked) bool { return put(&m.way, w.Sign) }
		if at := endsIn(text, w.String()); at >= 0 {
			return at, set
		}
		if at := endsIn(text, w.Sign); at >= 0 && !unicode.IsLetter([]rune(w.Sign)[0]) {
			return at, set
		}
	}
	for _, m := range fixedMarks {
		if at := endsIn(text, m.word); at >= 0 {
			return at, m.set
		}
	}
	if d.Identity.ID != "" {
		return endsIn(text, elsewhere(d.Identity.ID)), func(m *marked) bool { return put(&m.away, true) }
	}
	return -1, nil
}

// fixedMarks are the marks of every map.
var fixedMarks = []struct {
	word string
	set  setMark
}{
	{textFolded, func(m *marked) bool { return put(&m.folded, true) }},
	{textLeft, func(m *marked) bool { return put(&m.side, tree.Left) }},
	{textRight, func(m *marked) bool { return put(&m.side, tree.Right) }},
}

// put sets a value that is not set yet.
func put[T comparable](into *T, value T) bool {
	var zero T
	if *into != zero {
		return false
	}
	*into = value
	return true
}

// endsIn tells where a mark at the end of a text begins; -1 where it does not end in it,
// or where the mark is the end of a word.
func endsIn(text, mark string) int {
	at := len(text) - len(mark)
	if mark == "" || !strings.HasSuffix(text, mark) || !strings.ContainsRune(" \t\n", rune(byteAt(text, at-1))) {
		return -1
	}
	return at
}

// lastGives finds "(P A)", "(PA)" or "(P, A)": letters of the definition, each once.
func (d Definition) lastGives(text string) (int, setMark) {
	open := strings.LastIndexByte(text, '(')
	if open < 0 || text[len(text)-1] != ')' || endsIn(text, text[open:]) < 0 {
		return -1, nil
	}
	gives := ""
	for _, r := range text[open+1 : len(text)-1] {
		switch {
		case r == ' ' || r == ',':
		case !d.givesLetter(string(r)) || strings.ContainsRune(gives, r):
			return -1, nil
		default:
			gives += string(r)
		}
	}
	if gives == "" {
		return -1, nil
	}
	return open, func(m *marked) bool { return put(&m.gives, gives) }
}

func (d Definition) givesLetter(letter string) bool {
	return slices.ContainsFunc(d.Gives, func(m Mark) bool { return m.Sign == letter })
}

// worded gives a branch with the marks of this exercise only; others become words of
// the label they stand at, "bedrijf [BV]". Was is a branch that is known to have no
// others, nil where there is none: what the two share is not looked at again, for this
// happens at every key.
func (d Definition) worded(n, was *tree.Node) *tree.Node {
	if n == was {
		return n
	}
	var old []*tree.Node
	if was != nil {
		old = was.Nodes
	}
	gives, way, label := d.ownMarks(n)
	same, nodes := label == n.Label, n.Nodes
	first, end := changed(nodes, old)
	for i := first; i < end; i++ {
		var before *tree.Node
		if i < len(old) {
			before = old[i]
		}
		if c := d.worded(n.Nodes[i], before); c != n.Nodes[i] {
			if &nodes[0] == &n.Nodes[0] {
				nodes, same = slices.Clone(nodes), false
			}
			nodes[i] = c
		}
	}
	if same {
		return n
	}
	made := *n
	made.Gives, made.Way, made.Label, made.Nodes = gives, way, label, nodes
	return tree.Of(made)
}

// changed gives the part of a list that another one has not at its begin or end.
func changed(list, old []*tree.Node) (first, end int) {
	end = len(list)
	for first < min(end, len(old)) && list[first] == old[first] {
		first++
	}
	more := len(old) - len(list)
	for end > max(first, first-more) && list[end-1] == old[end-1+more] {
		end--
	}
	return first, end
}

// ownMarks gives the marks of a node that the exercise has, and its label with the
// others. Letters of which one is unknown, or there twice, are all words: together they
// were one, perhaps.
func (d Definition) ownMarks(n *tree.Node) (gives, way, label string) {
	gives, way = n.Gives, n.Way
	others := ""
	for i, r := range gives {
		if !d.givesLetter(string(r)) || strings.ContainsRune(gives[:i], r) {
			gives, others = "", n.Gives
			break
		}
	}
	if way != "" && !slices.ContainsFunc(d.Ways, func(m Mark) bool { return m.Sign == n.Way }) {
		way, others = "", strings.TrimLeft(others+" "+way, " ")
	}
	if others == "" {
		return gives, way, n.Label
	}
	return gives, way, strings.TrimLeft(n.Label+" ["+others+"]", " ")
}

// String gives a mark as it stands in the list of a note.
func (m Mark) String() string { return strings.TrimSpace(m.Sign + " " + m.Word) }

// item writes the label of a node and its marks. Marks that the definition does not
// have are left out.
func (d Definition) item(label string, m marked) string {
	parts := []string{d.label(label)}
	var letters []string
	for _, r := range m.gives {
		if d.givesLetter(string(r)) && !slices.Contains(letters, string(r)) {
			letters = append(letters, string(r))
		}
	}
	if len(letters) > 0 {
		parts = append(parts, "("+strings.Join(letters, " ")+")")
	}
	for _, w := range d.Ways {
		if w.Sign == m.way {
			parts = append(parts, w.String())
		}
	}
	if m.away {
		parts = append(parts, elsewhere(d.Identity.ID))
	}
	if m.folded {
		parts = append(parts, textFolded)
	}
	parts = append(parts, [...]string{"", textRight, textLeft}[m.side])
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// label escapes a label, also where it ends in what reads as a mark.
func (d Definition) label(label string) string {
	text := escape(label)
	for {
		at, _ := d.lastMark(text)
		if at < 0 {
			return text
		}
		if isPunct(text[at]) {
			text = text[:at] + `\` + text[at:]
			continue
		}
		first := []rune(text[at:])[0]
		text = text[:at] + number(first) + text[at+len(string(first)):]
	}
}
