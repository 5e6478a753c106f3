package layout

import (
	"sort"
	"strconv"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

// empty stands for a label without anything to see.
const empty = "·"

// gutter is how many cells are between a node and what hangs below it: " ─┼─ ".
const gutter = 5

// The cells of a line of a label. Words up to the most are not broken, however little
// room there is.
const (
	least   = 12
	most    = 24
	few     = 3 // lines; for more of them a label rather gets wider, up to the most
	ofCore  = 18
	core    = 12  // a core as it mostly is
	roomy   = 112 // a window so wide has room for marks in words
	inWords = 17  // what those take
	inSigns = 4   // and letters
)

// room gives the cells that the labels of a side have, in a part of a window: half of it
// less half of a core, whatever the core is.
func room(window, part int) int {
	if window >= roomy {
		return max(least, part-inWords)
	}
	return max(least, part-inSigns)
}

// place is where a branch begins: only that, and never what stands beside it, decides
// how its labels wrap.
type place struct {
	main bool
	room int // for it and what hangs below it; no less than least, where it makes no difference
}

// measure gives how wide a line is there. A main branch leaves room for others.
func (p place) measure() int {
	if p.main {
		return min(max((p.room-gutter)/3, least), most)
	}
	return min(p.room, most)
}

// below gives the place of what hangs below a label.
func (p place) below(width int) place { return place{room: max(least, p.room-width-gutter)} }

// all shows every level.
const all = -1

// style is where the marks of a node without others below it stand. The others have
// theirs beside their label, for their row is not theirs alone.
type style int

const (
	words   style = iota // in a column on the outer edge
	letters              // the same, shorter
	tight                // the same, nearer to the labels
	beside               // beside the label
)

// width is a number of cells with the marks in a column, and beside the label.
type width [2]int

func (w width) in(s style) int {
	if s == beside {
		return w[1]
	}
	return w[0]
}

// branch is what a node takes with all that shows below it. Rows count from the first of
// them, cells from its inner edge.
type branch struct {
	node           *tree.Node
	place          place
	lines          []string
	words, letters string
	inner          bool // whether lines leave it outwards
	sign           int  // how many are hidden below it
	own            width
	rows, anchor   int // anchor is the row in which lines lead to it
	out            width
	columns        [2]int // the widest marks in its columns, in words and in letters
	below          stack
}

// stack is branches under each other.
type stack struct {
	kids         []*branch
	index        []int // where each stands among the nodes of its parent; nil for all of them
	starts       []int // the first row of each
	rows, anchor int   // anchor is the row of the parent's line
	out          width
	columns      [2]int
}

// row gives the row in which a line leads to a kid.
func (s *stack) row(pos int) int { return s.starts[pos] + s.kids[pos].anchor }

// node gives the index of a kid among the nodes of its parent.
func (s *stack) node(pos int) int {
	if s.index == nil {
		return pos
	}
	return s.index[pos]
}

func pile(kids []*branch, index []int, gap int) stack {
	s := stack{kids: kids, index: index, starts: make([]int, len(kids))}
	for i, k := range kids {
		if i > 0 {
			s.rows += gap
		}
		s.starts[i] = s.rows
		s.rows += k.rows
		for j := range s.out {
			s.out[j] = max(s.out[j], gutter+k.out[j])
			s.columns[j] = max(s.columns[j], k.columns[j])
		}
	}
	s.anchor = s.middle()
	return s
}

// middle gives the row of the parent's line: in the middle of the stack, there rather in
// the row of a kid, and never beyond those of the first and the last one.
//
// Together with lead this holds for all that grows: if a branch gets some rows more, this
// row moves down by no less than none and no more than those. So what stands beside it
// moves by no more either. It needs that a branch has its own row in its upper half, and
// no more than one above the middle; see the test about adding.
func (s *stack) middle() int {
	last := len(s.kids) - 1
	if last < 0 {
		return 0
	}
	row := (s.rows - 1) / 2
	if !s.leads(row) && s.leads(s.rows/2) {
		row = s.rows / 2
	}
	return min(max(row, s.row(0)), s.row(last))
}

// leads tells whether a kid has its line in a row.
func (s *stack) leads(row int) bool {
	i := sort.Search(len(s.kids), func(i int) bool { return s.row(i) >= row })
	return i < len(s.kids) && s.row(i) == row
}

// lead gives how many lines of a label stand above the one from which lines leave: none,
// as one reads, but of a very long one.
func (b *branch) lead() int { return max(0, len(b.lines)/2-1) }

// branch measures a node at a place, with so many levels below it. The levels do not
// count on the way to an open node; nil is none.
func (l *Layout) branch(n *tree.Node, at place, levels int, open tree.Path) *branch {
	if levels == all {
		if b := l.kept[n]; b != nil && b.place == at {
			return b
		}
	}
	b := l.labelled(n, at.measure())
	b.place = at
	switch {
	case len(n.Nodes) == 0:
	case n.Folded || levels == 0 && len(open) == 0:
		b.sign = n.Size() - 1
	default:
		b.inner = true
		at := at.below(l.cells(b)[0])
		kids := make([]*branch, len(n.Nodes))
		for i, c := range n.Nodes {
			kids[i] = l.branch(c, at, deeper(levels), along(open, i))
		}
		b.below = pile(kids, nil, 0)
	}
	l.measured(b)
	if levels == all {
		l.kept[n] = b
	}
	return b
}

func deeper(levels int) int {
	if levels == all {
		return all
	}
	return max(0, levels-1)
}

// along gives the rest of a path where it goes on at an index.
func along(open tree.Path, i int) tree.Path {
	if len(open) > 0 && open[0] == i {
		return open[1:]
	}
	return nil
}

// labelled gives a branch with the words of its node.
func (l *Layout) labelled(n *tree.Node, measure int) *branch {
	w, s := l.marks(n)
	return &branch{node: n, lines: wrapped(n.Label, l.ruler, measure), words: plain.Line(w), letters: plain.Line(s)}
}

// wrapped gives a label as it shows, in lines of at most a measure where that can be.
func wrapped(label string, r plain.Ruler, measure int) []string {
	text := plain.Line(label)
	switch w := r.Width(text); {
	case w == 0:
		return []string{empty}
	case w <= measure:
		return []string{text}
	}
	var list [32]int
	widths, widest := list[:0], measure
	for word := range strings.FieldsSeq(text) {
		w := r.Width(word)
		widths = append(widths, w)
		if w <= most {
			widest = max(widest, w)
		}
	}
	for widest < most && filled(widths, widest) > few {
		widest++
	}
	return r.Wrap(text, widest)
}

// filled counts the lines that words of these widths fill.
func filled(words []int, measure int) int {
	count, used := 1, 0
	for _, w := range words {
		if used > 0 && used+1+w > measure {
			count, used = count+1, 0
		}
		if used > 0 {
			used++
		}
		used += w
		for used > measure {
			count, used = count+1, used-measure
		}
	}
	return count
}

// cells measures a label with the signs beside it.
func (l *Layout) cells(b *branch) width {
	widest, last := 0, 0
	for _, line := range b.lines {
		last = l.ruler.Width(line)
		widest = max(widest, last)
	}
	var w width
	for i, s := range []style{letters, beside} {
		end := last
		for _, t := range b.tail(s) {
			end += 1 + l.ruler.Width(t.text)
		}
		w[i] = max(widest, end)
	}
	return w
}

// measured fills in the size of a branch.
func (l *Layout) measured(b *branch) {
	b.own = l.cells(b)
	for i := range b.out {
		b.out[i] = b.own[i] + b.below.out[i]
	}
	b.columns = b.below.columns
	if !b.inner {
		b.columns = [2]int{l.ruler.Width(b.words), l.ruler.Width(b.letters)}
	}
	b.anchor = max(b.below.anchor, b.lead())
	b.rows = b.anchor + max(b.below.rows-b.below.anchor, len(b.lines)-b.lead())
}

// piece is a sign beside a label.
type piece struct {
	kind Kind
	text string
}

// tail gives what stands beside the last line of a label, from the label outwards.
func (b *branch) tail(s style) []piece {
	if b.sign == 0 && b.letters == "" {
		return nil
	}
	var list []piece
	if b.letters != "" && (s == beside || b.inner) {
		list = append(list, piece{Mark, b.letters})
	}
	if b.sign > 0 {
		list = append(list, piece{Fold, "► " + strconv.Itoa(b.sign)})
	}
	return list
}

// forget lets go of what was measured for nodes that are no longer in the map.
func (l *Layout) forget() {
	clear(l.kept)
	for _, s := range l.root.sides {
		l.keep(s.kids)
	}
}

func (l *Layout) keep(kids []*branch) {
	for _, b := range kids {
		l.kept[b.node] = b
		l.keep(b.below.kids)
	}
}
