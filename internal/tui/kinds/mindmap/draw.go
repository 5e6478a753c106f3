package mindmap

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"werkboek/internal/kind/mindmap/layout"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
)

// listBelow is the width of a window, in cells, below which the list is shown.
const listBelow = 76

// listed tells whether the list is shown.
func (s *Mindmap) listed() bool { return s.list || s.env.Width < listBelow }

// arrange lays the map out for the window as it is now, above so many rows at the foot.
func (s *Mindmap) arrange(foot int) {
	height := max(1, s.env.Body()-bench.HeadLines-foot)
	o := layout.Options{
		Width: s.env.Width - 2*edge, Height: height, Ruler: s.env.Ruler, Focus: s.focus, Auto: s.auto,
	}
	at := &s.offsets[0]
	if s.listed() {
		at = &s.offsets[1]
		o.Width = s.env.Layout().Measure
	}
	o.Offset = *at
	if s.listed() {
		s.drawing = s.layout.List(s.tree(), s.chosen, o)
	} else {
		s.drawing = s.layout.Arrange(s.tree(), s.chosen, o)
	}
	*at = s.drawing.Offset
}

// edge is the room at both sides of the map, cells.
const edge = 1

// left is the cell where the drawing begins.
func (s *Mindmap) left() int {
	if s.listed() {
		return s.env.Layout().Axis
	}
	return edge
}

// View draws the map.
func (s *Mindmap) View() screen.Frame {
	foot := s.foot()
	s.arrange(len(foot))
	frame := screen.Frame{Title: s.Title, Lines: s.Head(s.env, far(s.tree().Core.Size()-1)), Fleeting: s.fleeting()}
	for _, runs := range s.drawing.Rows {
		frame.Lines = append(frame.Lines, s.row(runs))
	}
	if t := s.typing; t != nil {
		frame.Remark = t.model.Remark()
		if row, cell, ok := t.model.Cursor(); ok {
			frame.Cursor = &screen.Spot{Row: len(frame.Lines) + 1 + row - t.top(), Cell: s.env.Layout().Axis + cell}
		}
	}
	frame.Lines = append(frame.Lines, foot...)
	return frame
}

// row draws one row: the branch of the chosen node in its colours, the others soft.
func (s *Mindmap) row(runs []layout.Run) string {
	var b strings.Builder
	at := 0
	b.WriteString(strings.Repeat(" ", s.left()))
	for _, r := range runs {
		b.WriteString(strings.Repeat(" ", max(0, r.Cell-at)))
		b.WriteString(s.style(r).Render(r.Text))
		at = r.Cell + r.Width
	}
	return strings.TrimRight(b.String(), " ")
}

func (s *Mindmap) style(r layout.Run) lipgloss.Style {
	st := s.env.Styles
	here := len(s.chosen) > len(s.focus) && r.Branch == s.chosen[len(s.focus)]
	switch {
	case r.Kind == layout.Label && slices.Equal(r.Path, s.chosen):
		return st.Own
	case r.Kind == layout.Core && slices.Equal(r.Path, s.chosen):
		return st.Chosen
	case r.Kind == layout.Core:
		return st.Title
	case !here:
		return st.Soft
	case r.Kind == layout.Line:
		return st.Twig
	case r.Kind == layout.Mark:
		return st.Ink
	}
	return st.Branch
}

// quick is within what time two clicks are one double click.
const quick = 500 * time.Millisecond

// clicked chooses a node; a second click at once types its name. A click beside the nodes
// ends nothing, and in the line that one writes on it puts the cursor.
func (s *Mindmap) clicked(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft {
		return nil
	}
	s.arrange(len(s.foot()))
	row, cell := msg.Y-bench.HeadLines, msg.X-s.left()
	p, ok := s.drawing.Hit(row, cell)
	if !ok {
		s.pressed = press{}
		if t := s.typing; t != nil && row > len(s.drawing.Rows) {
			t.model.Click(row-len(s.drawing.Rows)-1+t.top(), max(0, msg.X-s.env.Layout().Axis))
		}
		return nil
	}
	n := s.tree().At(p)
	s.finish() // after the look at what stands there: a node without a name goes
	was := s.pressed
	s.pressed = press{append(tree.Path{}, s.found(n, p)...), s.env.Now(), msg.X, msg.Y}
	again := was.path != nil && msg.X == was.x && msg.Y == was.y && s.pressed.at.Sub(was.at) < quick
	if again {
		s.pressed.path = was.path // the remark at the foot moved the map in between
	}
	s.choose(slices.Clone(s.pressed.path))
	if again {
		s.name(false)
	}
	return nil
}

// found gives where a node is now; its path was another one where a node without a name
// went. One that is not there any more stood above that, and stays where it was.
func (s *Mindmap) found(n *tree.Node, p tree.Path) tree.Path {
	if s.tree().At(p) == n {
		return p
	}
	at := s.tree().Fit(p)
	s.tree().Walk(func(q tree.Path, m *tree.Node) bool {
		if m == n {
			at = slices.Clone(q)
		}
		return m != n
	})
	return at
}

// dropped hangs the branch on which the mouse was pressed below the node where it is
// let go.
func (s *Mindmap) dropped(msg tea.MouseReleaseMsg) tea.Cmd {
	if s.pressed.path == nil || s.typing != nil || msg.X == s.pressed.x && msg.Y == s.pressed.y {
		return nil // a click; what is chosen by it may stand elsewhere meanwhile
	}
	s.arrange(len(s.foot()))
	if p, ok := s.drawing.Hit(msg.Y-bench.HeadLines, msg.X-s.left()); ok && !slices.Equal(p, s.pressed.path) {
		from := s.pressed.path
		m, to := s.tree().MoveTo(from, p)
		s.pressed = press{}
		return s.moved(from, m, to)
	}
	return nil
}
