package mindmap

import (
	"cmp"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/kind/mindmap/tree"
)

// Passages gives the map as nested lists with its signs as words, and the sensitive
// branches as one of their own.
func (a Answer) Passages() []kind.Passage {
	var list []kind.Passage
	told := false
	for _, p := range a.written().Passages() {
		if p.Field != Section && p.Field != a.def.Identity.ID {
			list = append(list, p)
		} else if !told {
			told = true
			list = append(list, a.told()...)
		}
	}
	return list
}

// told gives the map, and apart from it what is sensitive.
func (a Answer) told() []kind.Passage {
	var list []kind.Passage
	w := teller{def: a.def}
	w.node(a.m.Core, "", false)
	if !a.def.isStart(tree.Map{Core: a.def.open(a.m.Core)}) {
		list = append(list, kind.Passage{Words: kind.Words{Field: Section, Ask: textMap, Text: w.open.String()}, Private: bool(a.def.head.Private)})
	}
	if i := a.def.Identity; w.own.Len() > 0 {
		list = append(list, kind.Passage{Words: kind.Words{Field: i.ID, Ask: i.Ask, Text: w.own.String()}, Private: true})
	}
	return list
}

// open gives a branch without what is sensitive in it.
func (d Definition) open(n *tree.Node) *tree.Node {
	c := *n
	c.Nodes = nil
	for _, child := range n.Nodes {
		if !d.sensitive(child) {
			c.Nodes = append(c.Nodes, d.open(child))
		}
	}
	return tree.Of(c)
}

// teller writes a map for people: open is what anybody may read, own the sensitive
// branches.
type teller struct {
	def       Definition
	open, own strings.Builder
}

func (w *teller) node(n *tree.Node, before string, own bool) {
	if w.def.sensitive(n) && !own {
		if !w.def.bare(n) {
			w.node(n, "", true)
		}
		return
	}
	b := &w.open
	if own {
		b = &w.own
	}
	inside := before + indent
	lines := strings.Split(cmp.Or(n.Label, noLabel)+w.marks(n), "\n")
	if n.Remark != "" {
		lines = append(lines, strings.Split(n.Remark, "\n")...)
	}
	b.WriteString(before + "- " + strings.Join(lines, hardBreak+inside) + "\n")
	for _, c := range n.Nodes {
		w.node(c, inside, own)
	}
}

// noLabel stands for a label that is empty.
const noLabel = "…"

// hardBreak ends a line that goes on below.
const hardBreak = "  \n"

// marks gives the signs of a node as words.
func (w *teller) marks(n *tree.Node) string {
	var said []string
	for _, sign := range n.Gives {
		said = append(said, word(w.def.Gives, string(sign)))
	}
	if n.Way != "" {
		said = append(said, word(w.def.Ways, n.Way))
	}
	if len(said) == 0 {
		return ""
	}
	return " (" + strings.Join(said, ", ") + ")"
}

func word(marks []Mark, sign string) string {
	for _, m := range marks {
		if m.Sign == sign {
			return m.Word
		}
	}
	return sign
}
