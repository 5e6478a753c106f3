package format

import (
	"slices"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
)

// draft is a node while its file is being read.
type draft struct {
	tree.Node
	below []*draft
}

// outline gathers nodes by how far they are indented.
type outline struct {
	tops []*draft
	open []level // from the highest to the newest
	size int
}

// level is a node that may still get others below it, and its column.
type level struct {
	at   int
	node *draft
}

// add hangs a node at a column below the last one that stands more than slack columns
// to the left of it.
func (o *outline) add(at, slack int, n tree.Node) (*draft, error) {
	for len(o.open) > 0 && o.open[len(o.open)-1].at+slack >= at {
		o.open = o.open[:len(o.open)-1]
	}
	if len(o.open) > MaxDepth {
		return nil, ErrTooDeep
	}
	if o.size++; o.size > MaxNodes {
		return nil, ErrTooMany
	}
	d := &draft{Node: n}
	if len(o.open) == 0 {
		o.tops = append(o.tops, d)
	} else {
		parent := o.open[len(o.open)-1].node
		parent.below = append(parent.below, d)
	}
	o.open = append(o.open, level{at, d})
	return d, nil
}

// branches gives what stands at the highest level, as main branches.
func (o *outline) branches() []*tree.Node { return nodesOf(o.tops, 1) }

// result gives the map: the one node at the highest level is its core.
func (o *outline) result() (tree.Map, error) {
	switch len(o.tops) {
	case 0:
		return tree.Map{}, ErrNoMap
	case 1:
		return tree.Map{Core: nodesOf(o.tops, 0)[0]}, nil
	}
	return tree.Map{Core: tree.Of(tree.Node{Nodes: o.branches()})}, nil
}

func nodesOf(drafts []*draft, depth int) []*tree.Node {
	var list []*tree.Node
	for _, d := range drafts {
		n := d.Node
		n.Nodes = nodesOf(d.below, depth+1)
		n.Folded = n.Folded && depth > 0 && len(n.Nodes) > 0
		if depth != 1 {
			n.Side = tree.NoSide
		}
		list = append(list, tree.Of(n))
	}
	return list
}

// marksOf gives the marks of a node as one word, "GE=", "" where it has none or none
// that can be told from text.
func marksOf(n *tree.Node) string {
	capitals := strings.IndexFunc(n.Gives, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
	known := n.Way == "" || slices.ContainsFunc(ways(), func(w [2]string) bool { return w[0] == n.Way })
	if !capitals || !known {
		return ""
	}
	return n.Gives + n.Way
}

// wayWord gives the word of a way, wayOf the way of a word; both give what they do not
// know as it is.
func wayWord(sign string) string { return swapped(sign, 0, 1) }

func wayOf(word string) string { return swapped(word, 1, 0) }

func swapped(s string, from, to int) string {
	for _, w := range ways() {
		if w[from] == s {
			return w[to]
		}
	}
	return s
}

func sideWord(s tree.Side, left, right string) string {
	return [...]string{tree.NoSide: "", tree.Left: left, tree.Right: right}[s]
}

func sideOf(word, left, right string) tree.Side {
	switch word {
	case left:
		return tree.Left
	case right:
		return tree.Right
	}
	return tree.NoSide
}
