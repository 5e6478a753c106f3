// Package tree is a mind map as a value: nodes around a core, and every way to change
// them. A change gives a new map and leaves the old one as it was, so that undo is
// keeping the old one; what did not change is shared, so that a change costs the depth
// of the tree and the breadth of its branches, never the whole. It imports nothing of
// ours.
package tree

import "slices"

// Side is where a main branch stands.
type Side int

// The sides of the core. A main branch without one has not been placed yet.
const (
	NoSide Side = iota
	Right
	Left
)

// Node is one node. It is never changed once Of has made it: a pointer to it stands for
// its whole branch, and two equal pointers for two equal branches.
type Node struct {
	ID     string // what the exercise calls it; "" for what somebody made
	Label  string // as typed; may be empty
	Remark string // as typed
	Gives  string // the letters of what it gives, "PG"
	Way    string // the sign of which way it goes, ">", "" for none
	Folded bool   // never of a node with nothing below it
	Side   Side   // of a main branch; what hangs below it stands there too
	Nodes  []*Node

	size int
}

// Of makes a node that can be used in a map.
func Of(n Node) *Node {
	n.Nodes = slices.Clone(n.Nodes)
	return of(n)
}

// of is Of for nodes that nobody else holds.
func of(n Node) *Node {
	n.size = 1
	n.Folded = n.Folded && len(n.Nodes) > 0
	for _, c := range n.Nodes {
		n.size += c.size
	}
	return &n
}

// Size counts the node and all that hangs below it.
func (n *Node) Size() int { return n.size }

// Path is the way from the core to a node: the index of a node at each level. The
// empty path is the core.
type Path []int

// Map is a mind map, an immutable value. The zero value has no core: use New.
type Map struct{ Core *Node }

// New gives a map with nothing but a core.
func New(label string) Map { return Map{Of(Node{Label: label})} }

// At gives the node at a path, nil where there is none.
func (m Map) At(p Path) *Node {
	n := m.Core
	for _, i := range p {
		if n == nil || i < 0 || i >= len(n.Nodes) {
			return nil
		}
		n = n.Nodes[i]
	}
	return n
}

// Fit gives the nearest path that exists: the path itself, or the deepest node on it.
func (m Map) Fit(p Path) Path {
	for len(p) > 0 && m.At(p) == nil {
		p = p[:len(p)-1]
	}
	return slices.Clone(p)
}

// With gives the map with the node at a path changed by a function, which gets a copy.
// A path that does not exist changes nothing.
func (m Map) With(p Path, change func(n *Node)) Map {
	if m.At(p) == nil {
		return m
	}
	return Map{with(m.Core, p, change)}
}

func with(n *Node, p Path, change func(n *Node)) *Node {
	c := *n
	c.Nodes = slices.Clone(n.Nodes)
	if len(p) == 0 {
		change(&c)
	} else {
		c.Nodes[p[0]] = with(n.Nodes[p[0]], p[1:], change)
	}
	return of(c)
}

// insert puts nodes at an index among those below a path.
func (m Map) insert(p Path, at int, nodes ...*Node) Map {
	return m.With(p, func(n *Node) { n.Nodes = slices.Insert(n.Nodes, at, nodes...) })
}

// Below adds nodes as the last ones below a path, and unfolds it; it gives the path of
// the last. Without nodes nothing changes.
func (m Map) Below(p Path, nodes ...*Node) (Map, Path) {
	parent := m.At(p)
	if parent == nil || len(nodes) == 0 {
		return m, p
	}
	placed := m.placed(p, NoSide, nodes...)
	return m.With(p, func(n *Node) {
		n.Folded, n.Nodes = false, append(n.Nodes, placed...)
	}), child(p, len(parent.Nodes)+len(nodes)-1)
}

// Beside adds a node after the one at a path, below it where that is the core.
func (m Map) Beside(p Path, n *Node) (Map, Path) { return m.beside(p, n, 1) }

// Before adds a node before the one at a path, below it where that is the core.
func (m Map) Before(p Path, n *Node) (Map, Path) { return m.beside(p, n, 0) }

func (m Map) beside(p Path, n *Node, by int) (Map, Path) {
	if len(p) == 0 {
		return m.Below(p, n)
	}
	if m.At(p) == nil {
		return m, p
	}
	parent, at := up(p), p[len(p)-1]+by
	return m.insert(parent, at, m.placed(parent, m.At(p).Side, n)...), child(parent, at)
}

// Between puts a node between the one at a path, which hangs below it as the last, and
// its parent; the core has none.
func (m Map) Between(p Path, n *Node) (Map, Path) {
	if len(p) == 0 || m.At(p) == nil {
		return m, p
	}
	moved, c := m.At(p), *n
	c.Side, c.Folded, c.Nodes = moved.Side, false, append(slices.Clone(n.Nodes), sideless(moved))
	return m.With(up(p), func(parent *Node) { parent.Nodes[p[len(p)-1]] = of(c) }), slices.Clone(p)
}

// Delete takes a branch away. It gives the path of what is chosen then: the next node
// on its side, else the one before, else the parent. The core cannot be taken away.
func (m Map) Delete(p Path) (Map, Path) {
	if len(p) == 0 || m.At(p) == nil {
		return m, p
	}
	at, parent := p[len(p)-1], up(p)
	after, before := m.sibling(p, 1), m.sibling(p, -1)
	m = m.With(parent, func(n *Node) { n.Nodes = slices.Delete(n.Nodes, at, at+1) })
	switch {
	case after >= 0:
		return m, child(parent, after-1)
	case before >= 0:
		return m, child(parent, before)
	}
	return m, parent
}

// Up swaps a node with the one before it; a main branch with the one before it on its
// side.
func (m Map) Up(p Path) (Map, Path) { return m.swap(p, -1) }

// Down is Up the other way.
func (m Map) Down(p Path) (Map, Path) { return m.swap(p, 1) }

func (m Map) swap(p Path, by int) (Map, Path) {
	if len(p) == 0 || m.At(p) == nil {
		return m, p
	}
	at := p[len(p)-1]
	to := m.sibling(p, by)
	if to < 0 {
		return m, p
	}
	return m.With(up(p), func(n *Node) { n.Nodes[at], n.Nodes[to] = n.Nodes[to], n.Nodes[at] }), child(up(p), to)
}

// sibling gives the index of the node before or after one, on the same side; -1 where
// there is none.
func (m Map) sibling(p Path, by int) int {
	nodes, at := m.At(up(p)).Nodes, p[len(p)-1]
	for to := at + by; to >= 0 && to < len(nodes); to += by {
		if nodes[to].Side == nodes[at].Side {
			return to
		}
	}
	return -1
}

// Deeper hangs a node below the one before it, on its side.
func (m Map) Deeper(p Path) (Map, Path) {
	if len(p) == 0 || m.At(p) == nil {
		return m, p
	}
	to := m.sibling(p, -1)
	if to < 0 {
		return m, p
	}
	return m.MoveTo(p, child(up(p), to))
}

// Higher hangs a node beside its parent, after it.
func (m Map) Higher(p Path) (Map, Path) {
	if len(p) < 2 || m.At(p) == nil {
		return m, p
	}
	parent := up(p)
	c := *m.At(p)
	c.Side = m.At(parent).Side
	m, _ = m.Delete(p)
	at := parent[len(parent)-1] + 1
	return m.insert(up(parent), at, of(c)), child(up(parent), at)
}

// OtherSide moves the main branch in which a node stands to the other side.
func (m Map) OtherSide(p Path) Map {
	if len(p) == 0 || m.At(p) == nil {
		return m
	}
	return m.With(p[:1], func(n *Node) {
		if n.Side == Left {
			n.Side = Right
		} else {
			n.Side = Left
		}
	})
}

// MoveTo hangs a branch as the last one below another node. Below itself it cannot
// hang: then nothing changes. A main branch that comes last keeps its side.
func (m Map) MoveTo(p, to Path) (Map, Path) {
	n := m.At(p)
	if len(p) == 0 || n == nil || m.At(to) == nil || len(to) >= len(p) && slices.Equal(to[:len(p)], p) {
		return m, p
	}
	m, _ = m.Delete(p)
	to = slices.Clone(to)
	if d := len(p) - 1; len(to) > d && slices.Equal(to[:d], p[:d]) && to[d] > p[d] {
		to[d]-- // the branch stood before it
	}
	return m.Below(to, n)
}

// Fold folds or unfolds a node. The core and a node without others below it cannot be
// folded.
func (m Map) Fold(p Path, folded bool) Map {
	n := m.At(p)
	if n == nil || n.Folded == folded || len(n.Nodes) == 0 || len(p) == 0 {
		return m
	}
	return m.With(p, func(n *Node) { n.Folded = folded })
}

// FoldFrom shows so many levels below the core and folds what is deeper; 0 unfolds all.
// A branch in which nothing changes stays the same.
func (m Map) FoldFrom(level int) Map {
	if m.Core == nil {
		return m
	}
	return Map{foldFrom(m.Core, 0, level)}
}

func foldFrom(n *Node, depth, level int) *Node {
	c := *n
	c.Folded = level > 0 && depth >= level && len(n.Nodes) > 0
	same := c.Folded == n.Folded
	for i, child := range n.Nodes {
		folded := foldFrom(child, depth+1, level)
		if folded == child {
			continue
		}
		if &c.Nodes[0] == &n.Nodes[0] {
			c.Nodes = slices.Clone(n.Nodes)
		}
		c.Nodes[i], same = folded, false
	}
	if same {
		return n
	}
	return of(c)
}

// Walk visits every node, a parent before what hangs below it, until visit gives
// false. The path is the visitor's only until it returns.
func (m Map) Walk(visit func(p Path, n *Node) bool) {
	if m.Core != nil {
		walk(m.Core, nil, visit)
	}
}

func walk(n *Node, p Path, visit func(Path, *Node) bool) bool {
	if !visit(p, n) {
		return false
	}
	for i, c := range n.Nodes {
		if !walk(c, append(p, i), visit) {
			return false
		}
	}
	return true
}

// Balanced gives the map with a side for every main branch that has none: the side
// with the fewest nodes, the right one first.
func (m Map) Balanced() Map {
	if m.Core == nil || !slices.ContainsFunc(m.Core.Nodes, func(n *Node) bool { return n.Side == NoSide }) {
		return m
	}
	weight := m.weight()
	return m.With(nil, func(core *Node) {
		for i, n := range core.Nodes {
			if n.Side == NoSide {
				c := *n
				c.Side = weight.lighter()
				weight[c.Side] += c.size
				core.Nodes[i] = &c
			}
		}
	})
}

// weights counts the nodes on each side.
type weights [3]int

func (m Map) weight() weights {
	var w weights
	for _, n := range m.Core.Nodes {
		w[n.Side] += n.size
	}
	return w
}

// lighter gives the side that has the fewest nodes.
func (w weights) lighter() Side {
	if w[Left] < w[Right] {
		return Left
	}
	return Right
}

// placed gives nodes as they hang below a path: with a side below the core, without one
// elsewhere. Each counts in what the next one is balanced against.
func (m Map) placed(parent Path, side Side, nodes ...*Node) []*Node {
	var weight weights
	if len(parent) == 0 {
		weight = m.weight()
	}
	made := make([]*Node, len(nodes))
	for i, n := range nodes {
		c := *n
		switch {
		case len(parent) > 0:
			c.Side = NoSide
		case side != NoSide:
			c.Side = side
		case c.Side == NoSide:
			c.Side = weight.lighter()
		}
		weight[c.Side] += c.size
		made[i] = of(c)
	}
	return made
}

func sideless(n *Node) *Node {
	c := *n
	c.Side = NoSide
	return of(c)
}

func up(p Path) Path { return slices.Clone(p[:len(p)-1]) }

func child(p Path, i int) Path { return append(slices.Clone(p), i) }
