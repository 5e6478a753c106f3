package mindmap

import (
	"slices"
	"strings"
	"sync"

	"werkboek/internal/kind/mindmap/tree"
)

// The map in a note is a heading for the core, and below it a nested list:
//
//	### ik
//
//	- werk [links]
//	  - collega (P G) = over en weer
//	    sinds de opleiding
//	- wie ik ben [zie MM-6]
//
// Behind a label stand what it gives and which way; then [dicht] where the node is
// folded, and [links] where the sides are not those that balancing gives: of the main
// branches, those without a mark then stand on the right. A line break in a label is a
// backslash at the end of the line. The indented line below an item is its remark; so
// is any other line that is no item, of the node above it. Items may begin with "-",
// "*", "+" or a number, and be indented by blanks or tabs; the core may be the one
// first item instead of a heading. The place of the sensitive branch, "[zie …]", is no
// branch where its words are not in the note and nothing was added to it.

// indent is what a level of the list is indented by.
const indent = "  "

// writer writes a map as a list, and the sensitive branches as one of their own.
type writer struct {
	def       Definition
	kept      map[spot]string
	list, own strings.Builder
	said      bool // a sensitive branch holds more than its first word
	inOwn     bool // what is written is a sensitive branch
	apart     int  // how many sensitive branches came by
}

// texts keeps what a branch was written as, for it is written at every key. Answers that
// come of one another share it.
type texts struct {
	mu   sync.Mutex
	kept map[spot]string
}

// spot is a branch and where its text stands.
type spot struct {
	node   *tree.Node
	indent int
	side   tree.Side
}

// deepest is down to which level texts are kept, and spare how many of earlier maps are
// kept beyond as many as a map has.
const (
	deepest = 8
	spare   = 4096
)

// write is Definition.write for a map that is nearly what was written before.
func (t *texts) write(d Definition, m tree.Map) (list, own string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.kept == nil || len(t.kept) > spare+2*m.Core.Size() {
		t.kept = map[spot]string{}
	}
	return d.written(m, t.kept)
}

// write gives the texts of the two sections; own is "" where nothing sensitive was
// said.
func (d Definition) write(m tree.Map) (list, own string) { return d.written(m, map[spot]string{}) }

func (d Definition) written(m tree.Map, kept map[spot]string) (list, own string) {
	w := &writer{def: d, kept: kept}
	core := m.Core
	w.list.WriteString(strings.TrimRight("### "+strings.ReplaceAll(d.item(core.Label, marked{gives: core.Gives, way: core.Way}), "\n", number('\n')), " ") + "\n")
	w.remark(&w.list, core.Remark, "")
	w.list.WriteString("\n")
	needed := sidesNeeded(core)
	left := slices.ContainsFunc(core.Nodes, func(n *tree.Node) bool { return n.Side == tree.Left })
	for i, n := range core.Nodes {
		side := tree.NoSide
		if needed && (n.Side == tree.Left || i == 0 && !left) {
			side = n.Side
		}
		w.node(&w.list, n, "", side)
	}
	if w.said {
		own = strings.TrimRight(w.own.String(), "\n")
	}
	return strings.TrimRight(w.list.String(), "\n"), own
}

// sidesNeeded tells whether balancing would give other sides than the branches have.
func sidesNeeded(core *tree.Node) bool {
	bare := tree.Map{Core: core}.With(nil, func(c *tree.Node) {
		for i, n := range c.Nodes {
			side := *n
			side.Side = tree.NoSide
			c.Nodes[i] = tree.Of(side)
		}
	})
	for i, n := range bare.Balanced().Core.Nodes {
		if n.Side != core.Nodes[i].Side {
			return true
		}
	}
	return false
}

func (w *writer) node(b *strings.Builder, n *tree.Node, before string, side tree.Side) {
	if w.def.sensitive(n) {
		w.apart++
		if !w.inOwn {
			w.line(b, w.def.item(w.def.Identity.Word, marked{away: true, side: side}), before)
			w.said = w.said || !w.def.bare(n)
			w.inOwn = true
			w.node(&w.own, n, "", tree.NoSide)
			w.inOwn = false
			return
		}
	}
	if len(before) > deepest*len(indent) {
		w.branch(b, n, before, side)
		return
	}
	at, apart := spot{n, len(before), side}, w.apart
	text, ok := w.kept[at]
	if !ok {
		var here strings.Builder
		w.branch(&here, n, before, side)
		if text = here.String(); w.apart == apart {
			w.kept[at] = text // what is sensitive is written otherwise elsewhere
		}
	}
	b.WriteString(text)
}

// branch writes a node and what hangs below it.
func (w *writer) branch(b *strings.Builder, n *tree.Node, before string, side tree.Side) {
	w.line(b, w.def.item(n.Label, marked{gives: n.Gives, way: n.Way, folded: n.Folded, side: side}), before)
	w.remark(b, n.Remark, before+indent)
	for _, c := range n.Nodes {
		w.node(b, c, before+indent, tree.NoSide)
	}
}

// sensitive tells whether a node begins a branch of the identity.
func (d Definition) sensitive(n *tree.Node) bool { return n.ID != "" && n.ID == d.Identity.ID }

func (w *writer) line(b *strings.Builder, text, before string) {
	b.WriteString(before + "-")
	if text != "" {
		b.WriteString(" " + strings.ReplaceAll(text, "\n", "\\\n"+before+indent))
	}
	b.WriteString("\n")
}

func (w *writer) remark(b *strings.Builder, text, before string) {
	if text == "" {
		return
	}
	for line := range strings.SplitSeq(escape(text), "\n") {
		if line != "" {
			b.WriteString(before + line)
		}
		b.WriteString("\n")
	}
}
