package mindmap

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind/mindmap/layout"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/tui/screen"
	"werkboek/internal/workbook"
)

// look takes the keys that change what is seen, and the marks.
func (s *Mindmap) look(msg tea.KeyPressMsg) tea.Cmd {
	k := s.keys
	switch {
	case key.Matches(msg, s.walk.Up):
		s.walkTo(layout.Up)
	case key.Matches(msg, s.walk.Down):
		s.walkTo(layout.Down)
	case key.Matches(msg, s.walk.Left):
		s.walkTo(layout.Left)
	case key.Matches(msg, s.walk.Right):
		s.walkTo(layout.Right)
	case key.Matches(msg, s.walk.First):
		s.choose(s.focus)
	case key.Matches(msg, s.walk.Last):
		s.choose(s.last())
	case key.Matches(msg, k.Fold):
		return s.fold()
	case key.Matches(msg, k.Levels):
		return s.levels(int(msg.String()[0] - '0')) // a key of the keypad may bring no text
	case key.Matches(msg, k.List):
		return s.asList()
	case key.Matches(msg, k.Focus):
		return s.toFocus()
	case key.Matches(msg, k.Find):
		s.find()
	case key.Matches(msg, k.FindNext):
		return s.findNext()
	case key.Matches(msg, k.Identity):
		return s.identity()
	default:
		return s.mark(msg.Key().Text)
	}
	return nil
}

// asList goes from the map to the list, and back where there is room for a map.
func (s *Mindmap) asList() tea.Cmd {
	if s.env.Width < listBelow {
		return screen.Tell(textNoRoom)
	}
	s.list = !s.list
	return nil
}

// walkTo goes to the node that the eye sees there.
func (s *Mindmap) walkTo(d layout.Direction) {
	s.arrange(len(s.foot()))
	if p, ok := s.drawing.Neighbour(s.chosen, d); ok {
		s.chosen = p
	}
}

// last gives the last node that shows, as a list has it.
func (s *Mindmap) last() tree.Path {
	p := slices.Clone(s.focus)
	for n := s.tree().At(p); len(n.Nodes) > 0 && (!n.Folded || len(p) == len(s.focus)); n = s.tree().At(p) {
		p = append(p, len(n.Nodes)-1)
	}
	return p
}

// wheel walks along with the wheel: what is chosen stays in sight.
func (s *Mindmap) wheel(by int) {
	switch {
	case s.typing != nil:
	case by < 0:
		s.walkTo(layout.Up)
	case by > 0:
		s.walkTo(layout.Down)
	}
}

func (s *Mindmap) fold() tea.Cmd {
	n := s.node()
	if len(s.chosen) == len(s.focus) || len(n.Nodes) == 0 {
		return screen.Tell(textNothingToFold)
	}
	s.put(s.tree().Fold(s.chosen, !n.Folded), s.chosen)
	return nil
}

// levels shows so many levels from what stands in the middle; 0 lets the map fold by
// itself until it fits, or not.
func (s *Mindmap) levels(n int) tea.Cmd {
	if n == 0 {
		s.auto = !s.auto
		return screen.Tell(autoText(s.auto))
	}
	m, top := s.tree(), s.tree().At(s.focus)
	if folded := (tree.Map{Core: top}).FoldFrom(n).Core; folded != top {
		m = m.With(s.focus, func(n *tree.Node) { *n = *folded })
	}
	s.put(m, seen(m, s.chosen))
	return nil
}

// toFocus shows only the branch that is chosen, or all again.
func (s *Mindmap) toFocus() tea.Cmd {
	if len(s.focus) > 0 {
		s.focus = nil
		return nil
	}
	if len(s.chosen) == 0 {
		return screen.Tell(textNoFocus)
	}
	s.put(open(s.tree(), s.chosen), s.chosen)
	s.focus = slices.Clone(s.chosen)
	return screen.Tell(textFocused)
}

// identity goes to the branch that is off until it is asked for, and first asks whether
// its words are kept.
func (s *Mindmap) identity() tea.Cmd {
	if p, ok := s.Now().Identity(); ok {
		s.show(p)
		return nil
	}
	a, p := s.Now().WithIdentity()
	switch {
	case len(p) == 0:
		return screen.Tell(deadKey)
	case s.Book.Keeping(s.Ref) == workbook.NotAsked:
		s.write(aKeeping, workbook.AskKeeping(), "", false)
		return nil
	}
	s.put(a.Map(), p)
	return nil
}

// seen gives a path, or that of the first node on it that is folded.
func seen(m tree.Map, p tree.Path) tree.Path {
	for i := 1; i < len(p); i++ {
		if n := m.At(p[:i]); n == nil || n.Folded {
			return p[:i]
		}
	}
	return p
}

// open unfolds a node and the way to it.
func open(m tree.Map, p tree.Path) tree.Map {
	for i := range p {
		m = m.Fold(p[:i+1], false)
	}
	return m
}
