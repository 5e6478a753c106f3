// Package wiping is the screen on which somebody takes what they wrote off the
// computer for good: one note, a chapter, or the whole workbook, after one question
// that says what goes. It imports screen, keys, workbook, kind and the widgets bench, field
// and list.
package wiping

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/tui/widget/list"
	"werkboek/internal/workbook"
)

// Deps is what the screen needs of the world.
type Deps struct {
	Book *workbook.Book
	// Forget takes away where somebody read, when all notes are gone; nil where that
	// is not kept.
	Forget  func() error
	Leaving bool // asks for the whole workbook at once, and stops the program after it
}

// Wiping is the screen.
type Wiping struct {
	deps Deps
	env  screen.Env
	list list.List
	back keys.Everywhere
	turn keys.Field

	stage  stage
	counts int // how often it was counted
	found  workbook.Inventory
	rows   []workbook.Target
	top    int
	told   []string     // how the last wiping ended
	failed bool         // and that it did not all succeed
	asking *field.Model // the question
}

// stage says what the screen is doing.
type stage int

const (
	counting stage = iota // what there is; keys wait
	listing               // it is shown
	sure                  // it is asked whether to wipe the chosen row
	working               // it is wiped; keys wait
)

// counted carries what there is.
type counted struct {
	found workbook.Inventory
	ask   bool // about the chosen row
	turn  int  // which count it is
}

// New makes the screen.
func New(deps Deps, env screen.Env) *Wiping {
	return &Wiping{deps: deps, env: env, list: list.New(), back: keys.NewEverywhere(), turn: keys.NewField()}
}

// Init counts what there is.
func (w *Wiping) Init() tea.Cmd { return w.count(w.deps.Leaving) }

func (w *Wiping) count(ask bool) tea.Cmd {
	w.stage = counting
	w.counts++
	count, turn := w.deps.Book.Counter(), w.counts
	return func() tea.Msg { return counted{count(), ask, turn} }
}

// Adopt takes size, theme and ruler.
func (w *Wiping) Adopt(env screen.Env) {
	w.env = env
	if w.asking != nil {
		w.asking.Dress(env.Styles, env.Ruler)
		w.asking.SetWidth(env.Layout().Measure)
	}
}

// Update takes a message.
func (w *Wiping) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case counted:
		w.onCounted(msg)
	case workbook.Wiped:
		return w.onWiped(msg)
	case tea.KeyPressMsg:
		return w.pressed(msg)
	case tea.MouseMsg:
		return w.pointed(msg)
	}
	return nil
}

func (w *Wiping) onCounted(msg counted) {
	if msg.turn != w.counts {
		return // it is counted once more
	}
	was := ""
	if w.rows != nil {
		was = w.target().Name
	}
	w.found, w.rows, w.stage = msg.found, w.targets(msg.found), listing
	at := slices.IndexFunc(w.rows, func(t workbook.Target) bool { return t.Name == was })
	if at < 0 { // it is gone
		at = w.list.Chosen // what came in its place
		msg.ask = msg.ask && was == ""
	}
	w.list.Choose(at, len(w.rows))
	if msg.ask {
		w.ask()
	}
}

// targets lists what can be wiped, and of which there is something.
func (w *Wiping) targets(found workbook.Inventory) []workbook.Target {
	return slices.DeleteFunc(w.deps.Book.Targets(found), func(t workbook.Target) bool { return !t.Whole && len(t.Notes) == 0 })
}

func (w *Wiping) target() workbook.Target { return w.rows[w.list.Chosen] }

// ask asks whether to wipe the chosen row.
func (w *Wiping) ask() {
	f := workbook.AskWiping(textSure)
	w.stage, w.top, w.told = sure, 0, nil
	w.asking = field.New(kind.Ask{Field: f, Options: f.Options}, "", w.env.Styles, w.env.Ruler, w.turn)
	w.asking.SetWidth(w.env.Layout().Measure)
	w.asking.Focus(false)
}

// unask goes back to where the question was asked from.
func (w *Wiping) unask() tea.Cmd {
	w.asking, w.stage, w.top = nil, listing, 0 // it may be drawn once more
	if w.deps.Leaving && !w.failed {
		return screen.Ask(screen.Back{})
	}
	return nil
}

// wipe does it.
func (w *Wiping) wipe() tea.Cmd {
	w.asking, w.stage = nil, working
	work := w.deps.Book.WiperOf(w.target(), w.deps.Forget)
	return func() tea.Msg { return work() }
}

func (w *Wiping) onWiped(msg workbook.Wiped) tea.Cmd {
	if w.stage != working {
		return w.count(false) // it was wiped elsewhere
	}
	if w.failed = !msg.Done(); !w.failed {
		if w.deps.Leaving && msg.All {
			return screen.Ask(screen.Quit{})
		}
		w.told = []string{doneText(w.target().Full)}
	} else {
		w.told = msg.ToldLeft()
	}
	w.top = 0
	return w.count(false)
}

func (w *Wiping) pressed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case w.stage == working:
		return screen.Tell(textWait)
	case key.Matches(msg, w.back.Save):
		return nil
	case key.Matches(msg, w.back.Back) && w.stage == sure:
		return w.unask()
	case key.Matches(msg, w.back.Back):
		return screen.Ask(screen.Back{})
	case w.stage == sure:
		return w.answers(msg)
	case w.stage == counting:
		return nil
	}
	return w.chooses(msg)
}

// chooses takes what a key or the mouse does to the list.
func (w *Wiping) chooses(msg tea.Msg) tea.Cmd {
	switch w.list.Update(msg, len(w.rows), w.at) {
	case list.Opened:
		w.told = nil
		return w.count(true) // it may have changed
	case list.Walked:
		return nil
	}
	if _, press := msg.(tea.KeyPressMsg); press {
		return screen.Tell(textDeadKey)
	}
	return nil
}

// pointed takes what the mouse does: it chooses from the list, and scrolls the question.
func (w *Wiping) pointed(msg tea.MouseMsg) tea.Cmd {
	wheel, turns := msg.(tea.MouseWheelMsg)
	switch {
	case w.stage == listing:
		return w.chooses(msg)
	case w.stage == sure && turns:
		w.top = max(0, w.top+list.Wheel(wheel))
	}
	return nil
}

// answers gives a key to the question.
func (w *Wiping) answers(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, w.turn.PageDown):
		w.scroll(1)
		return nil
	case key.Matches(msg, w.turn.PageUp):
		w.scroll(-1)
		return nil
	}
	res := w.asking.Update(msg)
	switch {
	case res.Changed && w.asking.Value() == workbook.ReallyWipe:
		return w.wipe()
	case res.Changed:
		return w.unask()
	case res.Say != "":
		return screen.Tell(res.Say)
	}
	return nil
}

// Line gives the keys of the bottom line.
func (w *Wiping) Line() []key.Binding {
	back := screen.Named(w.back.Back, textBack)
	switch w.stage {
	case listing:
		return []key.Binding{screen.Named(w.list.Keys.Open, textWipe), w.list.Keys.Down, w.list.Keys.Up, back}
	case sure:
		line := append(w.asking.Line(), screen.Named(w.back.Back, textHere))
		if w.scrolls() {
			line = append(line, screen.Named(w.turn.PageDown, textMore))
		}
		return line
	case counting:
		return []key.Binding{back}
	}
	return nil
}

// Places says which keys count here.
func (w *Wiping) Places() []keys.Place {
	if w.stage == sure {
		return []keys.Place{keys.InChoice, keys.InAllPlaces}
	}
	return []keys.Place{keys.InList, keys.Unwritten, keys.InAllPlaces}
}

// Typing is false: nothing is written here.
func (w *Wiping) Typing() bool { return false }
