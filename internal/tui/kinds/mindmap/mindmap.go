// Package mindmap is the instrument of the kind `mindmap`: the map drawn around its
// core, and the same map as a list. Letters are text only after tab, enter or F2. It
// imports the kind, its tree, layout and formats, the widgets bench, field and list, the
// workbook and what a screen knows.
package mindmap

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/mindmap/layout"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
	"werkboek/internal/tui/widget/list"
	"werkboek/internal/workbook"
)

// Mindmap is the screen.
type Mindmap struct {
	bench.Bench[mindmap.Answer]
	env   screen.Env
	walk  keys.Instrument
	keys  keys.Mindmap
	every keys.Everywhere
	field keys.Field

	chosen tree.Path
	list   bool      // the list was asked for
	focus  tree.Path // only this branch is shown; empty for all
	auto   bool      // it folds until it fits

	layout  *layout.Layout
	drawing layout.Drawing
	offsets [2]layout.Offset // of the map and of the list

	past, next []step
	typing     *typing
	sought     string // what was looked for last
	held       held
	pressed    press
}

// step is what undo goes back to.
type step struct {
	m             tree.Map
	chosen, focus tree.Path
}

// held is what was cut or copied here last, whole: the clipboard has its words only.
type held struct {
	text string
	node *tree.Node
}

// press is where and when the mouse was pressed.
type press struct {
	path tree.Path
	at   time.Time
	x, y int
}

// New makes the instrument, at the core.
func New(deps bench.Deps, env screen.Env) screen.Screen {
	s := &Mindmap{
		Bench: bench.New[mindmap.Answer](deps), env: env, walk: keys.NewInstrument(), keys: keys.NewMindmap(),
		every: keys.NewEverywhere(), field: keys.NewField(),
	}
	s.layout = layout.New(s.marksOf)
	if was, ok := deps.Shelf[deps.Ref].(shelved); ok && was.m == s.tree() {
		s.past, s.next, s.held, s.chosen = was.past, was.next, was.held, was.chosen
	}
	return s
}

// shelved is what comes back when the map is opened again: the steps, and what was cut.
type shelved struct {
	step
	past, next []step
	held       held
}

// Init needs nothing.
func (s *Mindmap) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (s *Mindmap) Adopt(env screen.Env) {
	s.env = env
	if s.typing != nil {
		s.typing.model.Dress(env.Styles, env.Ruler)
		s.typing.model.SetWidth(env.Layout().Measure)
	}
}

func (s *Mindmap) tree() tree.Map { return s.Now().Map() }

// node gives the chosen node; the nearest that is left of it where the note was read
// anew meanwhile.
func (s *Mindmap) node() *tree.Node {
	if s.tree().At(s.chosen) == nil {
		s.chosen = s.tree().Fit(s.chosen)
	}
	return s.tree().At(s.chosen)
}

// put keeps a map, as a step that can be undone, and chooses a node of it.
func (s *Mindmap) put(m tree.Map, chosen tree.Path) {
	if m == s.tree() {
		s.choose(chosen)
		return
	}
	s.past, s.next = append(s.past, s.now()), nil
	s.keep(m, chosen)
}

// now is the step to come back to.
func (s *Mindmap) now() step { return step{s.tree(), s.chosen, s.focus} }

// keep puts a map in the place of the one in hand.
func (s *Mindmap) keep(m tree.Map, chosen tree.Path) {
	s.Book.Replace(s.Ref, s.Now().WithMap(m))
	s.choose(chosen)
}

// choose goes to a node, or to what is left of the way there; a focus in which it is not
// is given up.
func (s *Mindmap) choose(p tree.Path) {
	s.chosen = s.tree().Fit(p)
	if n := len(s.focus); len(s.chosen) < n || !slices.Equal(s.chosen[:n], s.focus) {
		s.focus = nil
	}
}

// unfocus gives up the focus when its own node is about to move or to go.
func (s *Mindmap) unfocus() {
	if slices.Equal(s.chosen, s.focus) {
		s.focus = nil
	}
}

// travel goes a step from one pile to the other: back, or on.
func (s *Mindmap) travel(from, to *[]step, none string) tea.Cmd {
	n := len(*from)
	if n == 0 {
		return screen.Tell(none)
	}
	*to = append(*to, s.now())
	was := (*from)[n-1]
	*from = (*from)[:n-1]
	s.focus = was.focus
	s.keep(was.m, was.chosen)
	return nil
}

// Update takes a message.
func (s *Mindmap) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case notes.Event:
		s.news(msg)
	case tea.KeyPressMsg:
		if s.typing != nil {
			return s.typed(msg)
		}
		return s.pressedKey(msg)
	case tea.PasteMsg:
		if s.typing != nil {
			return s.wrote(s.typing.model.UpdateWith(&s.env.Clip.Text, msg))
		}
		return s.paste(msg.Content)
	case tea.MouseWheelMsg:
		s.wheel(list.Wheel(msg))
	case tea.MouseClickMsg:
		return s.clicked(msg)
	case tea.MouseReleaseMsg:
		return s.dropped(msg)
	}
	return nil
}

// news takes what another program wrote: steps do not go back beyond it. Who is writing
// goes on in the new words, so that no letter becomes a command.
func (s *Mindmap) news(ev notes.Event) {
	if ev.Ref != s.Ref || ev.What != notes.Changed {
		return
	}
	s.past, s.next = nil, nil
	s.choose(seen(s.tree(), s.tree().Fit(s.chosen)))
	t := s.typing
	if t == nil {
		return
	}
	t.follow(s)
	t.fresh, t.next, t.was = false, nil, s.now()
}

func (s *Mindmap) pressedKey(msg tea.KeyPressMsg) tea.Cmd {
	k := s.keys
	switch {
	case key.Matches(msg, s.walk.Undo):
		return s.travel(&s.past, &s.next, bench.NothingUndone)
	case key.Matches(msg, s.walk.Redo):
		return s.travel(&s.next, &s.past, bench.NothingRedone)
	case key.Matches(msg, s.every.Save):
		s.Book.Hurry(s.Ref)
		return nil
	case key.Matches(msg, s.every.Back):
		return s.back()
	case key.Matches(msg, k.Below, k.Beside, k.Before, k.Between, k.Edit, k.Delete, k.Remark):
		return s.change(msg)
	case key.Matches(msg, k.Up, k.Down, k.Deeper, k.Higher, k.Other):
		return s.move(msg)
	case key.Matches(msg, k.Copy, k.Cut, k.Paste):
		return s.clip(msg)
	}
	return s.look(msg)
}

// back leaves the focus, and then the map.
func (s *Mindmap) back() tea.Cmd {
	if len(s.focus) > 0 {
		s.focus = nil
		return nil
	}
	return screen.Ask(screen.Back{})
}

// change takes the keys that make, take away or name nodes.
func (s *Mindmap) change(msg tea.KeyPressMsg) tea.Cmd {
	k, m, empty := s.keys, s.tree(), tree.Of(tree.Node{})
	if !key.Matches(msg, k.Below, k.Edit, k.Remark) {
		s.unfocus()
	}
	switch {
	case key.Matches(msg, k.Below):
		return s.begin(m.Below(s.chosen, empty))
	case key.Matches(msg, k.Beside, k.Before, k.Between) && s.beginsForNow():
		return s.begin(m.Below(s.chosen, empty)) // elsewhere it would be kept
	case key.Matches(msg, k.Beside):
		return s.begin(m.Beside(s.chosen, empty))
	case key.Matches(msg, k.Before):
		return s.begin(m.Before(s.chosen, empty))
	case key.Matches(msg, k.Between):
		return s.begin(m.Between(s.chosen, empty))
	case key.Matches(msg, k.Edit):
		s.name(false)
	case key.Matches(msg, k.Remark):
		s.remark()
	case len(s.chosen) == 0:
		return screen.Tell(textCoreStays)
	default:
		m, chosen := m.Delete(s.chosen)
		s.put(m, chosen)
		return screen.Tell(textDeleted)
	}
	return nil
}

// move takes the keys that move a branch.
func (s *Mindmap) move(msg tea.KeyPressMsg) tea.Cmd {
	k, m, chosen := s.keys, s.tree(), s.chosen
	s.unfocus()
	switch {
	case key.Matches(msg, k.Up):
		m, chosen = m.Up(chosen)
	case key.Matches(msg, k.Down):
		m, chosen = m.Down(chosen)
	case key.Matches(msg, k.Deeper):
		m, chosen = m.Deeper(chosen)
	case key.Matches(msg, k.Higher):
		m, chosen = m.Higher(chosen)
	case key.Matches(msg, k.Other):
		m = m.OtherSide(chosen)
	}
	return s.moved(s.chosen, m, chosen)
}

// moved keeps a map in which a branch went from one place to another. What is for now
// only stays where nothing is kept, and what is kept stays out of there.
func (s *Mindmap) moved(from tree.Path, m tree.Map, to tree.Path) tea.Cmd {
	was, is := within(s.Now(), from), within(s.Now().WithMap(m), to)
	switch {
	case s.forNow() && was && !is:
		return screen.Tell(textStaysForNow)
	case s.forNow() && is && !was:
		return screen.Tell(textStaysKept)
	}
	s.put(m, to)
	return nil
}

// within tells whether a place is on the sensitive branch.
func within(a mindmap.Answer, p tree.Path) bool {
	at, ok := a.Identity()
	return ok && len(p) >= len(at) && slices.Equal(p[:len(at)], at)
}

func (s *Mindmap) forNow() bool { return s.Book.Keeping(s.Ref) == workbook.ForNow }

// beginsForNow tells whether a branch is chosen that is for now only.
func (s *Mindmap) beginsForNow() bool {
	at, ok := s.Now().Identity()
	return ok && s.forNow() && slices.Equal(at, s.chosen)
}

// Line gives the keys of the bottom line.
func (s *Mindmap) Line() []key.Binding {
	if s.typing != nil {
		return s.typing.line(s)
	}
	line := []key.Binding{s.keys.Below, s.keys.Beside, s.keys.Edit}
	switch {
	case s.env.Width < listBelow:
	case s.list:
		line = append(line, screen.Named(s.keys.List, textMap))
	default:
		line = append(line, screen.Named(s.keys.List, textList))
	}
	return append(line, keys.NewLetters().Help, screen.Named(s.every.Back, textBack))
}

// Places says which keys count here.
func (s *Mindmap) Places() []keys.Place {
	if s.typing != nil {
		return []keys.Place{s.typing.model.Place(), keys.InAllPlaces}
	}
	return []keys.Place{keys.InMindmap, keys.InInstrument, keys.Unwritten, keys.InAllPlaces}
}

// Typing tells whether something is written now.
func (s *Mindmap) Typing() bool { return s.typing != nil }

// Leave ends typing, and saves.
func (s *Mindmap) Leave() tea.Cmd {
	s.finish()
	s.Shelf[s.Ref] = shelved{s.now(), s.past, s.next, s.held}
	return s.Bench.Leave()
}
