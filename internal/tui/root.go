// Package tui is the program in the window: the root that routes messages to the
// screen on top, draws the bottom line, and runs it all. It knows size, theme,
// the stack of screens, the state of saving and quitting, and no screen's keys.
package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/placard"
	"werkboek/internal/tui/rescue"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
	"werkboek/internal/typeset"
	"werkboek/internal/workbook"
)

// Desk is what the program needs of notes.Desk.
type Desk interface {
	workbook.Desk
	State() notes.State
	Flush(limit time.Duration) error
	Emergency(dirs ...string) ([]string, error)
	Shelter() string
}

// Deps is what the program is given.
type Deps struct {
	Course   *course.Course
	Desk     Desk
	Now      func() time.Time
	Folder   string // of the notes, for people
	State    progress.State
	Settings settings.Settings
	// Keep saves the state and the settings; what it cannot save is lost.
	Keep func(progress.State, settings.Settings)
	// Write writes a document to a folder, and gives where it is; Documents is the
	// folder for it, unless one says otherwise.
	Write     func(dir, name string, data []byte) (path string, err error)
	Documents string
	// Forget takes the state away for good: Keep saves none after it. Nil where none
	// is kept.
	Forget func() error
	Open   Open
}

// Open says with which screen the program begins: the day, or a chapter or
// exercise on top of it, or the projector's view alone.
type Open struct {
	Chapter  *int
	Exercise string
	Slides   bool
}

// root is the program's model.
type root struct {
	deps   Deps
	book   *workbook.Book
	env    screen.Env
	setter *typeset.Setter
	stack  []screen.Screen
	every  keys.Everywhere
	letter keys.Letters

	dark      bool // the terminal's background
	known     bool // it has told its background, now or an earlier time
	covered   bool
	early     []tea.KeyPressMsg // keys that came before the window's size
	said      string
	alarm     []string // one line or two; stays until esc
	beside    beside
	typist    typist
	shelf     bench.Shelf
	chosen    map[string]bool // what goes along, by the names of the parts
	elsewhere []string        // where that was written which cannot be saved
	keeping   bool            // the place is kept in a moment
	leaving   bool            // the program stops as soon as what still goes on is done
	hung      bool            // the system wants it to
	erased    bool            // the whole workbook was wiped
}

func newRoot(deps Deps) *root {
	r := &root{deps: deps, every: keys.NewEverywhere(), letter: keys.NewLetters(), shelf: bench.Shelf{}, chosen: map[string]bool{}}
	r.book = workbook.New(deps.Course, deps.Desk)
	if d := deps.State.Dark; d != nil {
		r.dark, r.known = *d, true
	}
	r.env = screen.Env{Now: deps.Now, Clip: &screen.Clip{}, After: after, Heeding: !deps.Settings.Unheeding}
	r.dress()
	return r
}

// Init asks the terminal for its background, once, and for its size again: it may have
// changed before anybody listened. The first screens open when the window's size is known.
func (r *root) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, tea.RequestWindowSize, r.nextMinute())
}

// Update routes a message.
func (r *root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return r, r.resized(msg)
	case tea.BackgroundColorMsg:
		return r, r.background(msg.IsDark())
	case tea.ModeReportMsg:
		return r, r.mode(msg)
	case tea.KeyPressMsg:
		return r, r.pressed(msg)
	case tea.PasteMsg:
		return r, r.pasted(msg)
	case tea.ClipboardMsg: // the answer to who asked for it
		return r, r.pasted(tea.PasteMsg{Content: msg.Content})
	case notes.Event:
		return r, r.noted(msg)
	case workbook.Wiped:
		return r, r.wiped(msg)
	case pause:
		return r, r.typist.rested(r.env.After)
	case minute:
		return r, r.nextMinute()
	case flushed:
		return r, r.onFlushed(msg)
	case hungUp:
		return r, r.hangUp()
	case placeDue:
		return r, r.keepNow()
	}
	if cmd, ok := r.requested(msg); ok {
		return r, cmd
	}
	if cmd, ok := r.copied(msg); ok {
		return r, cmd
	}
	return r, r.forward(msg)
}

// requested does what a screen asked for.
func (r *root) requested(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	switch msg := msg.(type) {
	case screen.ToChapter:
		return r.toChapter(msg), true
	case screen.ToInstrument:
		return r.toInstrument(msg), true
	case screen.ToPlacard:
		return r.push(placard.New(r.env, msg.Question, msg.Words)), true
	case screen.ToMore:
		return r.push(r.more(msg.Chapter)), true
	case screen.ToWiping:
		return r.push(r.wiping(msg)), true
	case screen.ToAction:
		return r.act(msg), true
	case screen.ToSlides:
		return r.push(r.slides(msg.Chapter)), true
	case screen.ToTaking:
		return r.push(r.taking()), true
	case screen.ToText:
		return r.push(r.text(msg)), true
	case screen.EndShow:
		return r.endShow(), true
	case screen.Back:
		return r.back(), true
	case screen.NextTheme:
		return r.nextTheme(), true
	case screen.SwitchHeeding:
		return r.switchHeeding(), true
	case screen.Say:
		r.said = msg.Text
		return nil, true
	case screen.Quit:
		return r.quit(), true
	case rescue.Elsewhere:
		r.elsewhere = msg.Paths
		return tea.Quit, true
	}
	return nil, false
}

func (r *root) top() screen.Screen { return r.stack[len(r.stack)-1] }

func (r *root) forward(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.MouseMsg); ok {
		if _, up := msg.(tea.MouseReleaseMsg); !up { // it belongs to the click before it
			r.said = ""
		}
		if r.covered || r.small() || len(r.stack) == 0 {
			return nil
		}
		if click, ok := msg.(tea.MouseClickMsg); ok && click.Y >= r.env.Body() {
			return nil // the two last lines are the root's own
		}
		return r.top().Update(press)
	}
	if len(r.stack) == 0 {
		return nil
	}
	// What was read or saved may concern a screen below the top one.
	var cmds []tea.Cmd
	for _, s := range r.stack {
		cmds = append(cmds, s.Update(msg))
	}
	if r.leaving && !r.awaits() && !r.book.Wiping() {
		r.leaving = false
		cmds = append(cmds, r.quit())
	}
	return tea.Batch(cmds...)
}

// awaits tells whether something that was typed waits for its note to open.
func (r *root) awaits() bool {
	for _, s := range r.stack {
		if a, ok := s.(screen.Awaiter); ok && a.Awaits() {
			return true
		}
	}
	return false
}

func (r *root) pressed(msg tea.KeyPressMsg) tea.Cmd {
	r.said = ""
	switch {
	case len(r.stack) == 0: // the size is not known yet
		r.early = append(r.early, msg)
		return nil
	case key.Matches(msg, r.every.Quit):
		return r.quit()
	case key.Matches(msg, r.every.Cover):
		r.covered = !r.covered
		return nil
	case key.Matches(msg, r.every.Redraw):
		return tea.Batch(tea.ClearScreen, tea.RequestWindowSize)
	case r.covered:
		r.covered = !key.Matches(msg, r.every.Back)
		return nil
	case r.small():
		return nil
	case r.alarm != nil && key.Matches(msg, r.every.Back):
		r.alarm = nil
		return nil
	case key.Matches(msg, r.every.Help):
		return r.help()
	case key.Matches(msg, r.every.Versions):
		return r.versions()
	}
	r.deps.State.Welcome = r.deps.State.Welcome || len(r.stack) == 1
	if !r.top().Typing() {
		if cmd, ok := r.lettered(msg); ok {
			return cmd
		}
	}
	r.typist.pressed(r.top().Typing(), key.Matches(msg, r.every.Save))
	return tea.Batch(r.top().Update(msg), r.typist.tick(r.env.After), r.keepSoon())
}

// lettered takes the letters that count wherever one does not type.
func (r *root) lettered(msg tea.KeyPressMsg) (cmd tea.Cmd, ok bool) {
	if !slices.Contains(r.top().Places(), keys.Unwritten) {
		return nil, false
	}
	switch {
	case key.Matches(msg, r.letter.Quit):
		if r.showing() {
			return r.endShow(), true
		}
		return r.quit(), true
	case key.Matches(msg, r.letter.Help):
		return r.help(), true
	case key.Matches(msg, r.letter.Theme):
		return r.nextTheme(), true
	}
	return nil, false
}

func (r *root) pasted(msg tea.PasteMsg) tea.Cmd {
	r.said = ""
	if r.covered || r.small() || len(r.stack) == 0 {
		return nil
	}
	r.typist.pasted()
	return tea.Batch(r.top().Update(msg), r.typist.tick(r.env.After))
}

func (r *root) resized(msg tea.WindowSizeMsg) tea.Cmd {
	if len(r.stack) > 0 && r.env.Width == msg.Width && r.env.Height == msg.Height {
		return nil
	}
	r.env.Width, r.env.Height = msg.Width, msg.Height
	if len(r.stack) == 0 {
		return tea.Batch(tea.Sequence(r.openFirst(), r.look()), r.catchUp())
	}
	r.adopt()
	return nil
}

// catchUp takes the keys that came before there was a screen.
func (r *root) catchUp() tea.Cmd {
	var cmds []tea.Cmd
	for _, k := range r.early {
		cmds = append(cmds, r.pressed(k))
	}
	r.early = nil
	return tea.Batch(cmds...)
}

func (r *root) small() bool {
	return r.env.Width < screen.MinWidth || r.env.Height < screen.MinHeight
}

// adopt hands what all screens share to all of them.
func (r *root) adopt() {
	for _, s := range r.stack {
		s.Adopt(r.env)
	}
}

// noted takes news of the notes.
func (r *root) noted(ev notes.Event) tea.Cmd {
	r.book.Apply(ev)
	if told := eventText(ev); told != nil {
		r.alarm, r.said, r.beside.alarm = told, "", nil
		if alarmed(ev) {
			r.beside.alarm = &ev.Ref
		}
	}
	r.typist.saved = r.typist.saved || ev.What == notes.Saved
	r.troubled()
	return tea.Batch(r.forward(ev), r.lookAfter(ev))
}

// troubled tells the screens when saving begins to fail, or succeeds again.
func (r *root) troubled() {
	if now := r.trouble(); now != r.env.Trouble {
		r.env.Trouble = now
		r.adopt()
	}
}

// trouble gives why something is not on the disk.
func (r *root) trouble() screen.Trouble {
	s := r.state()
	if s.Err == nil {
		return screen.Trouble{}
	}
	return screen.Trouble{Reason: notes.Reason(s.Err), File: plain.Line(s.File)}
}

// switchHeeding switches the marks on and off beside what leads to somebody; it is kept.
func (r *root) switchHeeding() tea.Cmd {
	r.env.Heeding = !r.env.Heeding
	r.deps.Settings.Unheeding = !r.env.Heeding
	r.adopt()
	r.said = heedingSaid(r.env.Heeding)
	return nil
}
