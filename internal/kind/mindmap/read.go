package mindmap

import (
	"cmp"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
)

// item is a node as it stands in a list.
type item struct {
	column int
	raw    string
	remark []string
	items  []*item
}

// scanner reads the lines of a list.
type scanner struct {
	root  *item   // the core; its raw text is that of the heading
	open  []*item // from the root to the item above
	cored bool    // there is a heading
	gap   int     // empty lines above
	goes  bool    // the line above goes on
}

// scan reads a list. It never fails: a line that is no item is a remark of the item
// above it.
func scan(text string) scanner {
	root := &item{column: -1}
	s := scanner{root: root, open: []*item{root}}
	first := true
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		bare := strings.Trim(line, blanks)
		start := itemStart.FindString(bare)
		head := coreStart.FindString(bare)
		switch {
		case bare == "":
			s.gap++
			s.goes = false
			continue
		case first && head != "":
			s.cored = true
			s.begin(root, bare[len(head):])
		case start != "":
			s.item(columnOf(line), bare[len(start):])
		case s.goes:
			above := s.above()
			s.begin(above, above.raw[:len(above.raw)-1]+"\n"+bare)
		default:
			s.remark(bare)
		}
		first, s.gap = false, 0
	}
	return s
}

func (s *scanner) above() *item { return s.open[len(s.open)-1] }

// begin sets the text of an item, which goes on below where it ends in a backslash.
func (s *scanner) begin(i *item, raw string) {
	i.raw = raw
	s.goes = continues(raw)
}

func (s *scanner) item(column int, raw string) {
	for s.above().column >= column {
		s.open = s.open[:len(s.open)-1]
	}
	i := &item{column: column}
	s.above().items = append(s.above().items, i)
	s.open = append(s.open, i)
	s.begin(i, raw)
}

func (s *scanner) remark(bare string) {
	above := s.above()
	if len(above.remark) > 0 {
		above.remark = append(above.remark, make([]string, s.gap)...)
	}
	above.remark = append(above.remark, bare)
	s.goes = false
}

// columnOf gives the column at which a line begins; tabs go to the next fourth.
func columnOf(line string) int {
	column := 0
	for _, c := range line {
		switch c {
		case ' ':
			column++
		case '\t':
			column += 4 - column%4
		default:
			return column
		}
	}
	return column
}

// reader makes nodes of items. It gives the sensitive branches their words.
type reader struct {
	def Definition
	own []*item
}

// parse reads the two sections as a map. Typed tells whether the list names a core.
func (d Definition) parse(list, own string) (m tree.Map, typed bool) {
	s, r := scan(list), reader{def: d}
	if d.Identity.ID != "" {
		r.own = d.ownItems(own)
	}
	root, typed := s.root, s.cored
	if !s.cored && len(root.items) == 1 && len(root.items[0].items) > 0 {
		only := root.items[0]
		only.remark = append(root.remark, only.remark...)
		root, typed = only, true
	}
	core, _ := r.node(root)
	core.Folded = false
	marks := false
	for _, i := range root.items {
		n, m := r.main(i)
		n.Side = m.side
		marks = marks || m.side != tree.NoSide
		if !r.def.off(n, m) {
			core.Nodes = append(core.Nodes, tree.Of(n))
		}
	}
	for len(r.own) > 0 { // somebody took their place out of the list
		if n := r.away(tree.Node{}); !d.bare(&n) {
			core.Nodes = append(core.Nodes, tree.Of(n))
		}
	}
	if marks {
		core.Nodes = rightUnlessMarked(core.Nodes)
	}
	return tree.Map{Core: tree.Of(core)}.Balanced(), typed
}

func rightUnlessMarked(nodes []*tree.Node) []*tree.Node {
	for i, n := range nodes {
		if n.Side == tree.NoSide {
			c := *n
			c.Side = tree.Right
			nodes[i] = &c
		}
	}
	return nodes
}

// ownItems reads the section of the sensitive branches. What stands there without an
// item is a remark of the first.
func (d Definition) ownItems(text string) []*item {
	root := scan(text).root
	if root.raw != "" {
		root.remark = append([]string{root.raw}, root.remark...)
	}
	if len(root.remark) > 0 {
		if len(root.items) == 0 {
			root.items = []*item{{raw: d.label(d.Identity.Word)}}
		}
		root.items[0].remark = append(root.remark, root.items[0].remark...)
	}
	return root.items
}

// node reads an item without what is below it.
func (r *reader) node(i *item) (tree.Node, marked) {
	text, m := r.def.cutMarks(i.raw)
	lines := make([]string, len(i.remark))
	for k, line := range i.remark {
		lines[k] = unescape(line)
	}
	return tree.Node{
		Label: unescape(text), Remark: strings.Join(lines, "\n"), Gives: m.gives, Way: m.way, Folded: m.folded,
	}, m
}

// main reads an item of the map's list with all that is below it.
func (r *reader) main(i *item) (tree.Node, marked) {
	n, m := r.node(i)
	if m.away {
		n = r.away(n)
	}
	for _, c := range i.items {
		if below, m := r.main(c); !r.def.off(below, m) {
			n.Nodes = append(n.Nodes, tree.Of(below))
		}
	}
	return n, m
}

// off tells whether an item is but the place of words that are not here, such as those
// that were for an earlier session only: the branch is off then, until it is asked for.
// The note keeps the place as long as nobody changes the map, so that words that are
// given back to it find it.
func (d Definition) off(n tree.Node, m marked) bool { return m.away && d.bare(&n) }

// bare tells whether a sensitive branch says nothing beyond the word of the exercise.
func (d Definition) bare(n *tree.Node) bool {
	return n.Label == d.Identity.Word && n.Remark+n.Gives+n.Way == "" && len(n.Nodes) == 0
}

// away gives the next sensitive branch its words. What was written by hand at its place
// in the map's list is kept in its remark.
func (r *reader) away(here tree.Node) tree.Node {
	if len(r.own) == 0 {
		here.ID, here.Label = r.def.Identity.ID, cmp.Or(here.Label, r.def.Identity.Word)
		return here
	}
	i := r.own[0]
	r.own = r.own[1:]
	n, _ := r.main(i)
	n.ID = r.def.Identity.ID
	n.Folded = n.Folded || here.Folded
	for _, text := range []string{here.Label, here.Remark} {
		switch {
		case text == "" || text == r.def.Identity.Word || text == n.Label:
		case n.Remark == "":
			n.Remark = text
		default:
			n.Remark += "\n" + text
		}
	}
	return n
}
