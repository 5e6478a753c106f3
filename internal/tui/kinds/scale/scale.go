// Package scale is the instrument of the kind `schaal`: lines with two poles, and
// a mark per column that one moves along them. It imports the kind, the widgets
// bench and list, and what a screen knows.
package scale

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind/scale"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
	"werkboek/internal/tui/widget/list"
)

// Scale is the screen.
type Scale struct {
	bench.Bench[scale.Answer]
	env    screen.Env
	walk   keys.Instrument
	keys   keys.Scale
	every  keys.Everywhere
	item   int
	column int
	second bool // of moments: the second is being filled in
	top    int
}

// New makes the instrument, at the first place that is still open.
func New(deps bench.Deps, env screen.Env) screen.Screen {
	s := &Scale{Bench: bench.New[scale.Answer](deps), env: env, walk: keys.NewInstrument(), keys: keys.NewScale(), every: keys.NewEverywhere()}
	a := s.Now()
	s.second = a.Definition().Moments && a.Filled(1) > 0
	walk := s.walkOrder()
	if len(walk) == 0 {
		return s
	}
	s.item, s.column = walk[0].item, walk[0].column
	for _, l := range walk {
		if !a.Mark(l.item, l.column).Set() {
			s.item, s.column = l.item, l.column
			break
		}
	}
	return s
}

// Init needs nothing.
func (s *Scale) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (s *Scale) Adopt(env screen.Env) { s.env = env }

// columns lists the columns that are shown now: of moments one at a time, and both
// when both are there.
func (s *Scale) columns() []int {
	a := s.Now()
	var list []int
	for c := range a.Definition().Columns {
		switch {
		case a.Closed(c):
		case a.Definition().Moments && c == 0 && s.second && a.Filled(1) == 0:
		case a.Definition().Moments && c > 0 && !s.second:
		default:
			list = append(list, c)
		}
	}
	return list
}

// Update takes a message.
func (s *Scale) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case notes.Event:
		s.Changed(msg)
	case tea.KeyPressMsg:
		return s.pressed(msg)
	case tea.MouseWheelMsg:
		return s.move(list.Wheel(msg))
	}
	return nil
}

func (s *Scale) pressed(msg tea.KeyPressMsg) tea.Cmd {
	before := s.Now()
	if cmd, ok := s.Common(msg); ok {
		s.toChange(before)
		return cmd
	}
	d := s.Now().Definition()
	switch {
	case key.Matches(msg, s.walk.Up):
		return s.move(-1)
	case key.Matches(msg, s.walk.Down):
		return s.move(1)
	case key.Matches(msg, s.walk.First):
		s.item, s.column = s.walkOrder()[0].item, s.walkOrder()[0].column
	case key.Matches(msg, s.walk.Last):
		walk := s.walkOrder()
		s.item, s.column = walk[len(walk)-1].item, walk[len(walk)-1].column
	case key.Matches(msg, s.walk.Left):
		return s.shift(-1)
	case key.Matches(msg, s.walk.Right):
		return s.shift(1)
	case key.Matches(msg, s.keys.Place):
		return s.placeAt(keys.Digit(msg))
	case key.Matches(msg, s.keys.Unknown):
		m := s.mark()
		s.set(scale.Mark{Unknown: true, How: m.How})
	case key.Matches(msg, s.keys.How):
		return s.how()
	case key.Matches(msg, s.keys.Clear):
		s.set(scale.Mark{})
	case key.Matches(msg, s.keys.Second) && s.canBegin():
		s.second, s.item, s.column, s.top = true, 0, 1, 0
	case key.Matches(msg, s.keys.Second):
		return s.move(1)
	default:
		return screen.Tell(deadKey(d.Points))
	}
	return nil
}

// toChange goes to the first place that is another than before, at its moment.
func (s *Scale) toChange(before scale.Answer) {
	now := s.Now()
	for i := range now.Definition().Items {
		for c := range now.Definition().Columns {
			if now.Mark(i, c) != before.Mark(i, c) {
				s.item, s.column = i, c
				s.second = now.Definition().Moments && (c > 0 || now.Filled(1) > 0)
				return
			}
		}
	}
}

// canBegin tells whether the second moment can be begun now.
func (s *Scale) canBegin() bool {
	a := s.Now()
	return a.Definition().Moments && !s.second && a.Filled(0) == len(a.Definition().Items)
}

func (s *Scale) mark() scale.Mark { return s.Now().Mark(s.item, s.column) }

func (s *Scale) set(m scale.Mark) { s.Do(s.Now().Place(s.item, s.column, m)) }

// move goes to the line before or after this one.
func (s *Scale) move(by int) tea.Cmd {
	walk := s.walkOrder()
	at := index(walk, line{s.item, s.column}) + by
	if at < 0 || at >= len(walk) {
		return screen.Tell(textAtEnd)
	}
	s.item, s.column = walk[at].item, walk[at].column
	return nil
}

// line is one place to fill in: an item, in a column.
type line struct{ item, column int }

// walkOrder lists the lines in the order in which one fills them in: item by item,
// and the columns that come later after all others.
func (s *Scale) walkOrder() []line {
	d := s.Now().Definition()
	var walk []line
	for _, later := range []bool{false, true} {
		for i := range d.Items {
			for _, c := range s.columns() {
				if bool(d.Columns[c].Later) == later {
					walk = append(walk, line{i, c})
				}
			}
		}
	}
	return walk
}

func index(list []line, want line) int {
	for i, x := range list {
		if x == want {
			return i
		}
	}
	return 0
}

// shift moves the mark one place on the screen; without one it sets it in the
// middle.
func (s *Scale) shift(by int) tea.Cmd {
	d, m := s.Now().Definition(), s.mark()
	if m.Place == 0 {
		return s.placeAt((d.Points + 1) / 2)
	}
	return s.placeAt(d.Shown(s.item, m.Place) + by)
}

// placeAt sets the mark at a place as the screen shows it.
func (s *Scale) placeAt(shown int) tea.Cmd {
	d := s.Now().Definition()
	if shown < 1 || shown > d.Points {
		return screen.Tell(outside(d.Points))
	}
	s.set(scale.Mark{Place: d.Shown(s.item, shown), How: s.mark().How})
	return nil
}

// how goes through the ways of knowing.
func (s *Scale) how() tea.Cmd {
	m := s.mark()
	if !s.Now().Definition().Columns[s.column].How {
		return screen.Tell(textNoHow)
	}
	if !m.Set() {
		return screen.Tell(textPlaceFirst)
	}
	ways := scale.Ways()
	for i, w := range ways {
		if w == m.How {
			m.How = ways[(i+1)%len(ways)]
			break
		}
	}
	s.set(m)
	return nil
}

// Line gives the keys of the bottom line.
func (s *Scale) Line() []key.Binding {
	line := []key.Binding{screen.Named(s.walk.Left, textMoveKeys), screen.Named(s.walk.Down, textNextRow), s.keys.Unknown}
	if s.Now().Definition().Columns[s.column].How {
		line = append(line, s.keys.How)
	}
	if s.canBegin() {
		line = append(line, s.keys.Second)
	}
	return append(line, screen.Named(s.every.Back, textBack), keys.NewLetters().Help)
}

// Places says which keys count here.
func (s *Scale) Places() []keys.Place {
	return []keys.Place{keys.InScale, keys.InInstrument, keys.Unwritten, keys.InAllPlaces}
}

// Typing is false: nothing is written here.
func (s *Scale) Typing() bool { return false }
