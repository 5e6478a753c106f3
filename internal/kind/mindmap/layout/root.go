package layout

import (
	"slices"

	"werkboek/internal/kind/mindmap/tree"
)

// side is a side of the core.
type side int

const (
	right side = iota
	left
)

// root is a whole map as it shows.
type root struct {
	path  tree.Path // of the node in the core's place
	on    side      // of all that hangs below it, where it is not the core
	core  *branch   // without what hangs below it
	sides [2]stack
}

// rooted measures what shows of a map, and tells whether Auto folded anything.
func (l *Layout) rooted(m tree.Map, chosen tree.Path, o Options) (*root, bool) {
	if o.Auto {
		if levels := l.levels(m, o); levels != all {
			open := tree.Path{}
			if len(chosen) > len(o.Focus) && slices.Equal(chosen[:len(o.Focus)], o.Focus) {
				open = chosen[len(o.Focus):]
			}
			return l.rootAt(m, o.Focus, levels, open), true
		}
	}
	if r := l.root; r == nil || r.core.node != m.At(o.Focus) || !slices.Equal(r.path, o.Focus) || r.on != sideAt(m, o.Focus) {
		l.root = l.rootAt(m, o.Focus, all, nil)
	}
	return l.root, false
}

// rootAt measures the map around a node, so many levels of it.
func (l *Layout) rootAt(m tree.Map, at tree.Path, levels int, open tree.Path) *root {
	n := m.At(at)
	r := &root{path: slices.Clone(at), on: sideAt(m, at), core: l.labelled(n, ofCore)}
	var kids [2][]*branch
	var index [2][]int
	on := place{true, room(l.width, (l.width-core)/2-gutter)}
	if len(at) > 0 {
		on.room = room(l.width, l.width-core-gutter) // all hang on one side
	}
	for i, c := range n.Nodes {
		s := sideOf(c)
		if len(at) > 0 {
			s = r.on
		}
		kids[s] = append(kids[s], l.branch(c, on, deeper(levels), along(open, i)))
		index[s] = append(index[s], i)
	}
	for s := range r.sides {
		r.sides[s] = pile(kids[s], index[s], 1)
	}
	r.core.inner = true
	l.measured(r.core)
	return r
}

// sideAt gives the side where a node below the core stands.
func sideAt(m tree.Map, p tree.Path) side {
	if len(p) == 0 {
		return right
	}
	return sideOf(m.At(p[:1]))
}

func sideOf(n *tree.Node) side {
	if n.Side == tree.Left {
		return left
	}
	return right
}

// levels gives the most levels that fit the window, all where no level has to go. The
// chosen node does not count: what is folded stays while one walks.
func (l *Layout) levels(m tree.Map, o Options) int {
	n := m.At(o.Focus)
	for levels := 1; ; levels++ {
		shut := false
		if leaves(n, levels, 2*o.Height, true, &shut) > 2*o.Height || !l.rootAt(m, o.Focus, levels, nil).fits(o) {
			return max(1, levels-1)
		}
		if !shut {
			return all
		}
	}
}

// leaves counts the nodes that show with nothing below them, up to a bound, and tells
// whether a node is shut that could show more.
func leaves(n *tree.Node, levels, most int, top bool, shut *bool) int {
	switch {
	case len(n.Nodes) == 0 || n.Folded && !top:
		return 1
	case levels == 0:
		*shut = true
		return 1
	}
	count := 0
	for _, c := range n.Nodes {
		if count += leaves(c, levels-1, most-count, false, shut); count > most {
			break
		}
	}
	return count
}

// fits tells whether all of it fits a window.
func (r *root) fits(o Options) bool {
	v := r.view(o)
	return v.bottom-v.top <= o.Height && v.to-v.from <= o.Width
}
