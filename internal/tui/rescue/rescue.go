// Package rescue is the screen for who wants to stop while something cannot be saved:
// try again, keep it in another folder, or stop and leave an emergency copy. It imports
// screen, keys, the widgets field, list and place, kind, notes and plain.
package rescue

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/tui/widget/list"
	"werkboek/internal/tui/widget/place"
)

// Deps is what the screen needs of the desk. Retry and Save may take long, and run in
// commands.
type Deps struct {
	State   func() notes.State                 // how saving stands
	Retry   func() error                       // saves everything now
	Save    func(dir string) ([]string, error) // writes copies to a folder, and gives their paths
	Shelter string                             // where an emergency copy goes
}

// Elsewhere says that everything which could not be saved is in these files.
type Elsewhere struct{ Paths []string }

// Rescue is the screen.
type Rescue struct {
	deps  Deps
	env   screen.Env
	busy  bool         // something is being saved
	place *field.Model // nil while no folder is typed
	list  list.List
	every keys.Everywhere
	field keys.Field
}

// New makes the screen.
func New(env screen.Env, deps Deps) *Rescue {
	return &Rescue{deps: deps, env: env, list: list.New(), every: keys.NewEverywhere(), field: keys.NewField()}
}

// choice is one thing that can be done now.
type choice struct {
	title, text string
	do          func(r *Rescue) tea.Cmd
}

func (r *Rescue) choices() []choice {
	return []choice{
		{textRetry, textRetryHelp, (*Rescue).retry},
		{textPlace, textPlaceHelp, (*Rescue).askPlace},
		{textQuit, quitHelp(r.deps.Shelter), func(*Rescue) tea.Cmd { return screen.Ask(screen.Quit{}) }},
		{textStay, textStayHelp, func(*Rescue) tea.Cmd { return screen.Ask(screen.Back{}) }},
	}
}

// retried is the end of another try to save. Who went back to the text meanwhile, and
// asked again, has another screen: it is not for that one.
type retried struct {
	by  *Rescue
	err error
}

func (r *Rescue) retry() tea.Cmd {
	if r.busy {
		return screen.Tell(textBusy)
	}
	r.busy = true
	save := r.deps.Retry
	return func() tea.Msg { return retried{r, save()} }
}

// askPlace opens the line for a folder.
func (r *Rescue) askPlace() tea.Cmd {
	r.place = field.New(kind.Ask{Field: kind.Field{ID: "map", Sort: kind.Line}}, "", r.env.Styles, r.env.Ruler, r.field)
	r.place.SetWidth(r.env.Layout().Measure)
	r.place.Focus(true)
	return nil
}

// placed is the end of writing copies to a folder. What was written after it was asked
// for is not in them.
type placed struct {
	by    *Rescue
	paths []string
	err   error
}

func (r *Rescue) savePlace() tea.Cmd {
	dir := place.Folder(r.place.Value())
	switch {
	case dir == "":
		return screen.Tell(textNoPlace)
	case r.busy:
		return screen.Tell(textBusy)
	}
	r.busy = true
	save := r.deps.Save
	return func() tea.Msg {
		paths, err := save(dir)
		return placed{r, paths, err}
	}
}

// Init needs nothing.
func (r *Rescue) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (r *Rescue) Adopt(env screen.Env) {
	r.env = env
	if r.place != nil {
		r.place.Dress(env.Styles, env.Ruler)
		r.place.SetWidth(env.Layout().Measure)
	}
}

// Update takes a message.
func (r *Rescue) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if r.place != nil {
			return r.typed(msg)
		}
		return r.chooses(msg)
	case tea.MouseMsg:
		if r.place == nil {
			return r.chooses(msg)
		}
	case tea.PasteMsg:
		if r.place != nil {
			return r.took(msg)
		}
	case retried:
		if msg.by == r {
			return r.onRetried(msg)
		}
	case placed:
		if msg.by == r {
			return r.onPlaced(msg)
		}
	}
	return nil
}

func (r *Rescue) onRetried(msg retried) tea.Cmd {
	r.busy = false
	if msg.err != nil {
		return screen.Tell(still(notes.Reason(msg.err)))
	}
	return tea.Sequence(screen.Ask(screen.Back{}), screen.Tell(textSaved))
}

func (r *Rescue) onPlaced(msg placed) tea.Cmd {
	r.busy = false
	if msg.err != nil {
		return screen.Tell(notThere(notes.Reason(msg.err)))
	}
	return screen.Ask(Elsewhere{msg.paths})
}

// chooses takes what a key or the mouse does to the choices.
func (r *Rescue) chooses(msg tea.Msg) tea.Cmd {
	all := r.choices()
	switch r.list.Update(msg, len(all), r.at) {
	case list.Opened:
		return all[r.list.Chosen].do(r)
	case list.Walked:
		return nil
	}
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return nil
	case key.Matches(press, r.every.Save):
		return r.retry()
	case key.Matches(press, r.every.Back):
		return screen.Ask(screen.Back{})
	}
	return screen.Tell(textDeadKey)
}

// typed takes a key while a folder is typed.
func (r *Rescue) typed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, r.list.Keys.Open):
		return r.savePlace()
	case key.Matches(msg, r.every.Back):
		r.place = nil
	case key.Matches(msg, r.every.Save):
		return r.retry()
	default:
		return r.took(msg)
	}
	return nil
}

// took gives a key or a paste to the line for a folder.
func (r *Rescue) took(msg tea.Msg) tea.Cmd {
	res := r.place.UpdateWith(&r.env.Clip.Text, msg)
	if res.Say != "" {
		return screen.Tell(res.Say)
	}
	return res.Cmd
}

// Line gives the keys of the bottom line.
func (r *Rescue) Line() []key.Binding {
	if r.place != nil {
		return []key.Binding{screen.Named(r.list.Keys.Open, textSaveThere), screen.Named(r.every.Back, textBack)}
	}
	return []key.Binding{r.list.Keys.Open, r.list.Keys.Down, r.list.Keys.Up, screen.Named(r.every.Back, textStayShort), screen.Named(r.every.Quit, textQuitShort)}
}

// Places says which keys count here.
func (r *Rescue) Places() []keys.Place {
	if r.place != nil {
		return []keys.Place{keys.InField, keys.InAllPlaces}
	}
	return []keys.Place{keys.InList, keys.InAllPlaces}
}

// Typing tells whether a folder is typed.
func (r *Rescue) Typing() bool { return r.place != nil }
