// Package start is the first screen: the day. It shows the programme of the
// course with its hours, where the reader is, what the chosen chapter teaches,
// and the reader's own question. It imports screen, keys, workbook and what lies
// below them.
package start

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/typeset"
	"werkboek/internal/workbook"
)

// Deps is what the day needs of the world.
type Deps struct {
	Book    *workbook.Book
	Setter  func() *typeset.Setter
	Place   func(chapter int) (screen.Place, bool) // where the reader left a chapter
	Last    int                                    // the chapter that was read last
	Welcome bool                                   // show the welcome, for the very first time
	Folder  string                                 // of the notes, for the welcome
}

// Start is the first screen.
type Start struct {
	deps   Deps
	env    screen.Env
	layout screen.Layout
	keys   keyMap
	rows   []row
	chosen int // index in rows, of a chapter
}

type keyMap struct {
	start  keys.Start
	letter keys.Letters
	back   keys.Everywhere
	copy   key.Binding // ctrl+c: who means to stop is told how
}

// row is a line of the day: a chapter or a break.
type row struct {
	hour    string
	chapter *course.Chapter // nil for a break
	name    string
	slot    *course.Slot
}

// New makes the first screen.
func New(deps Deps, env screen.Env) *Start {
	s := &Start{deps: deps, keys: keyMap{keys.NewStart(), keys.NewLetters(), keys.NewEverywhere(), keys.NewField().Copy}}
	s.rows = dayOf(deps.Book.Course())
	s.choose(func(r row) bool { return r.chapter != nil && r.chapter.Number == deps.Last })
	s.Adopt(env)
	return s
}

// dayOf gives the lines of the day: the programme in its order, and the chapters
// that it does not name after it.
func dayOf(c *course.Course) []row {
	var rows []row
	named := map[int]bool{}
	for _, slot := range c.Module().Programme {
		r := row{hour: slot.Begin.String(), name: slot.Break, slot: &slot}
		if slot.Chapter != nil {
			r.chapter = c.Chapter(*slot.Chapter)
			if r.chapter == nil {
				continue
			}
			named[*slot.Chapter] = true
		}
		rows = append(rows, r)
	}
	for _, ch := range c.Chapters() {
		if !named[ch.Number] {
			rows = append(rows, row{chapter: ch})
		}
	}
	return rows
}

func (s *Start) choose(wanted func(row) bool) {
	i := slices.IndexFunc(s.rows, wanted)
	if i < 0 {
		i = slices.IndexFunc(s.rows, func(r row) bool { return r.chapter != nil })
	}
	s.chosen = max(0, i)
}

// Chapter gives the number of the chosen chapter, 0 where there is none.
func (s *Start) Chapter() int {
	if ch := s.chapter(); ch != nil {
		return ch.Number
	}
	return 0
}

// Visited tells that a chapter was opened: it is the chosen one from now on, and the
// welcome has done its work.
func (s *Start) Visited(chapter int) {
	s.deps.Welcome = false
	s.choose(func(r row) bool { return r.chapter != nil && r.chapter.Number == chapter })
}

func (s *Start) chapter() *course.Chapter {
	if s.chosen < len(s.rows) {
		return s.rows[s.chosen].chapter
	}
	return nil
}

// readNote carries a note that was read, for the words of state.
type readNote struct{ loaded workbook.Loaded }

// Init reads the notes of the course, for what is begun and done.
func (s *Start) Init() tea.Cmd {
	var cmds []tea.Cmd
	for _, ref := range s.deps.Book.Refs() {
		if s.deps.Book.Known(ref) {
			continue
		}
		load := s.deps.Book.Reader(ref)
		cmds = append(cmds, func() tea.Msg { return readNote{load()} })
	}
	return tea.Sequence(cmds...)
}

// Adopt takes size, theme and ruler.
func (s *Start) Adopt(env screen.Env) {
	s.env, s.layout = env, env.Layout()
}

// Update takes a message.
func (s *Start) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case readNote:
		if msg.loaded.Err != nil {
			return screen.Tell(textUnread(msg.loaded.Opened.Ref.String(), notes.Reason(msg.loaded.Err)))
		}
		s.deps.Book.Accept(msg.loaded.Opened, false)
	case tea.KeyPressMsg:
		return s.pressed(msg)
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			s.step(-1)
		case tea.MouseWheelDown:
			s.step(1)
		}
	case tea.MouseClickMsg:
		return s.clicked(msg)
	}
	return nil
}

func (s *Start) pressed(msg tea.KeyPressMsg) tea.Cmd {
	k := s.keys.start
	switch {
	case key.Matches(msg, k.Up):
		s.step(-1)
	case key.Matches(msg, k.Down):
		s.step(1)
	case key.Matches(msg, k.First):
		s.choose(func(r row) bool { return r.chapter != nil })
	case key.Matches(msg, k.Last):
		s.chosen = len(s.rows) - 1
		if s.chapter() == nil {
			s.step(-1)
		}
	case key.Matches(msg, k.Open):
		return s.enter()
	case key.Matches(msg, k.Chapter):
		return s.open(keys.Digit(msg))
	case key.Matches(msg, k.More):
		return screen.Ask(screen.ToMore{Chapter: s.Chapter()})
	case key.Matches(msg, k.Notes):
		return screen.Ask(screen.ToNotebook{})
	case key.Matches(msg, s.keys.back.Back), key.Matches(msg, s.keys.back.Save):
		return nil
	case key.Matches(msg, s.keys.copy):
		return screen.Tell(textHowToQuit)
	default:
		return screen.Tell(textDeadKey)
	}
	return nil
}

// step goes to the chapter before or after the chosen one.
func (s *Start) step(by int) {
	for i := s.chosen + by; i >= 0 && i < len(s.rows); i += by {
		if s.rows[i].chapter != nil {
			s.chosen = i
			return
		}
	}
}

// enter opens the chosen chapter. The very first time it goes to the exercise
// whose answer stands on this screen: one begins by writing one's own question.
func (s *Start) enter() tea.Cmd {
	today := s.deps.Book.Course().Module().Today.Exercise
	e := s.deps.Book.Course().Exercise(today)
	if s.deps.Welcome && e != nil && slices.Contains(e.Head().Chapters, s.Chapter()) {
		return screen.Ask(screen.ToChapter{Number: s.Chapter(), Exercise: today})
	}
	return s.open(s.Chapter())
}

// open opens a chapter.
func (s *Start) open(number int) tea.Cmd {
	if s.deps.Book.Course().Chapter(number) == nil {
		return screen.Tell(textNoChapter)
	}
	return screen.Ask(screen.ToChapter{Number: number})
}

func (s *Start) clicked(msg tea.MouseClickMsg) tea.Cmd {
	for i, at := range s.placed() {
		if at == msg.Y && msg.Button == tea.MouseLeft && s.rows[i].chapter != nil {
			if s.chosen == i {
				return s.enter()
			}
			s.chosen = i
		}
	}
	return nil
}

// Typing is false: nothing is written here.
func (s *Start) Typing() bool { return false }

// Line gives the keys of the bottom line.
func (s *Start) Line() []key.Binding {
	k := s.keys
	open := k.start.Open
	switch {
	case s.deps.Welcome:
		open = screen.Named(open, textBegin)
	case s.begun(s.Chapter()):
		open = screen.Named(open, textGoOn)
	}
	return []key.Binding{open, k.start.Chapter, k.start.More, k.letter.Help, k.letter.Quit}
}

func (s *Start) begun(chapter int) bool {
	_, ok := s.deps.Place(chapter)
	return ok
}

// Places says which keys count here.
func (s *Start) Places() []keys.Place {
	return []keys.Place{keys.OnStart, keys.Unwritten, keys.InAllPlaces}
}
