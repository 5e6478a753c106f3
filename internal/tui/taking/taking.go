// Package taking is the list behind `Meenemen`: what somebody wrote, part by part, of
// which one chooses what goes along, and the folder that it is written to. It imports
// screen, keys, the widgets field, list and place, workbook, export and what lies below
// them.
package taking

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/export"
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/tui/widget/list"
	"werkboek/internal/tui/widget/place"
	"werkboek/internal/workbook"
)

// Deps is what the list needs of the world.
type Deps struct {
	Book *workbook.Book
	// Write writes a document to a folder; it may run anywhere.
	Write  func(dir, name string, data []byte) (path string, err error)
	Folder string // that one begins with
	// Chosen keeps what somebody chose, by the names of the parts, as long as the program
	// runs.
	Chosen map[string]bool
	Now    func() time.Time // the real time
}

// Taking is the screen.
type Taking struct {
	deps    Deps
	env     screen.Env
	keys    keys.Taking
	every   keys.Everywhere
	ready   bool // every note was read
	parts   []export.Part
	list    list.List
	read    int // rows of the preview above the first one that is shown
	folder  string
	typed   *field.Model // the folder, while it is being changed
	writing bool
	told    outcome
}

// outcome is what became of writing, as lines; the zero value is nothing yet.
type outcome struct {
	lines  []string
	path   string
	hint   string // what one does with it
	failed bool
}

// New makes the list.
func New(deps Deps, env screen.Env) *Taking {
	return &Taking{deps: deps, env: env, keys: keys.NewTaking(), every: keys.NewEverywhere(), folder: deps.Folder}
}

// readNote carries a note that was read, and allRead says that it was the last.
type (
	readNote struct{ loaded workbook.Loaded }
	allRead  struct{}
)

// Init reads the notes that were not read yet.
func (k *Taking) Init() tea.Cmd {
	var cmds []tea.Cmd
	for _, ref := range k.deps.Book.Refs() {
		if !k.deps.Book.Known(ref) {
			load := k.deps.Book.Reader(ref)
			cmds = append(cmds, func() tea.Msg { return readNote{load()} })
		}
	}
	return tea.Sequence(append(cmds, screen.Ask(allRead{}))...)
}

// Adopt takes size, theme and ruler.
func (k *Taking) Adopt(env screen.Env) {
	k.env = env
	if k.typed != nil {
		k.typed.Dress(env.Styles, env.Ruler)
		k.typed.SetWidth(env.Layout().Measure)
	}
}

// Update takes a message.
func (k *Taking) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case readNote:
		if msg.loaded.Err != nil {
			return screen.Tell(unread(msg.loaded.Opened.Ref.String(), notes.Reason(msg.loaded.Err)))
		}
		k.deps.Book.Accept(msg.loaded.Opened, false)
	case allRead:
		k.ready = true
		k.refresh()
	case notes.Event:
		if k.ready && msg.What != notes.Saved && msg.What != notes.Failed {
			k.refresh()
		}
	case wrote:
		k.writing, k.told = false, msg.outcome()
	case tea.PasteMsg:
		if k.typed != nil {
			return k.took(k.typed.UpdateWith(&k.env.Clip.Text, msg))
		}
	case tea.KeyPressMsg:
		if k.typed != nil {
			return k.typing(msg)
		}
		return k.pressed(msg)
	case tea.MouseWheelMsg:
		k.wheeled(msg)
	case tea.MouseClickMsg:
		k.clicked(msg)
	}
	return nil
}

// refresh lists the parts anew; what somebody chose stays chosen.
func (k *Taking) refresh() {
	k.parts = export.Parts(k.deps.Book)
	for i, p := range k.parts {
		if on, known := k.deps.Chosen[p.Name]; known {
			k.parts[i].On = on
		}
	}
	k.choose(k.list.Chosen)
}

func (k *Taking) pressed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, k.keys.Up):
		k.choose(k.list.Chosen - 1)
	case key.Matches(msg, k.keys.Down):
		k.choose(k.list.Chosen + 1)
	case key.Matches(msg, k.keys.First):
		k.choose(0)
	case key.Matches(msg, k.keys.Last):
		k.choose(len(k.parts) - 1)
	case key.Matches(msg, k.keys.Toggle):
		k.toggle()
	case key.Matches(msg, k.keys.All):
		k.all()
	case key.Matches(msg, k.keys.ReadOn):
		k.readOn(1)
	case key.Matches(msg, k.keys.ReadBack):
		k.readOn(-1)
	case key.Matches(msg, k.keys.Folder):
		k.changeFolder()
	case key.Matches(msg, k.keys.Blank):
		return k.writeBlank()
	case key.Matches(msg, k.keys.Write):
		return k.write()
	case key.Matches(msg, k.every.Back):
		return screen.Ask(screen.Back{})
	case key.Matches(msg, k.every.Save):
	default:
		return screen.Tell(textDeadKey)
	}
	return nil
}

// choose goes to a part.
func (k *Taking) choose(at int) {
	was := k.list.Chosen
	if k.list.Choose(at, len(k.parts)); k.list.Chosen != was {
		k.read = 0
	}
}

func (k *Taking) toggle() {
	if k.list.Chosen < len(k.parts) {
		k.turn(k.list.Chosen, !k.parts[k.list.Chosen].On)
		k.told = outcome{}
	}
}

// all turns everything on, or, where it is, what is private off again.
func (k *Taking) all() {
	every := true
	for _, p := range k.parts {
		every = every && p.On
	}
	for i, p := range k.parts {
		k.turn(i, !every || !p.Private)
	}
	k.told = outcome{}
}

// turn sets whether a part goes along.
func (k *Taking) turn(part int, on bool) {
	k.parts[part].On = on
	k.deps.Chosen[k.parts[part].Name] = on
}

// changeFolder begins to type another folder.
func (k *Taking) changeFolder() {
	ask := kind.Ask{Field: kind.Field{ID: "map", Sort: kind.Line, Example: k.deps.Folder}}
	k.typed = field.New(ask, k.folder, k.env.Styles, k.env.Ruler, keys.NewField())
	k.typed.SetWidth(k.env.Layout().Measure)
	k.typed.Focus(true)
	k.told = outcome{}
}

// typing takes a key for the folder. enter and esc keep what is typed.
func (k *Taking) typing(msg tea.KeyPressMsg) tea.Cmd {
	f := keys.NewField()
	if key.Matches(msg, k.every.Back, f.Next, f.NewLine) {
		k.folder = place.Folder(k.typed.Value())
		if k.folder == "" {
			k.folder = k.deps.Folder
		}
		k.typed = nil
		return nil
	}
	if key.Matches(msg, k.every.Save) {
		return nil
	}
	return k.took(k.typed.UpdateWith(&k.env.Clip.Text, msg))
}

func (k *Taking) took(res field.Result) tea.Cmd {
	if res.Say != "" {
		return screen.Tell(res.Say)
	}
	return res.Cmd
}

// wrote is the end of writing a document.
type wrote struct {
	path    string
	err     error
	private bool // what is private went along
	blank   bool // it is the empty workbook
}

func (w wrote) outcome() outcome {
	switch {
	case w.err != nil:
		return outcome{lines: []string{notWritten(export.Reason(w.err)), textTryElsewhere}, failed: true}
	case w.blank:
		return outcome{lines: []string{textBlankThere}, hint: textOpens, path: plain.Line(w.path)}
	case w.private:
		return outcome{lines: []string{textThere, textPrivateThere}, hint: textOpens, path: plain.Line(w.path)}
	}
	return outcome{lines: []string{textThere}, hint: textOpens, path: plain.Line(w.path)}
}

// write writes the parts that are on, away from the screens' goroutine.
func (k *Taking) write() tea.Cmd {
	count, _, private := k.going()
	if count == 0 {
		return screen.Tell(textNothingOn)
	}
	day := k.deps.Now()
	doc := export.Document(k.deps.Book.Course(), k.parts, day)
	return k.writer(export.FileName(day), func() string { return doc }, wrote{private: private})
}

func (k *Taking) writeBlank() tea.Cmd {
	c := k.deps.Book.Course()
	return k.writer(export.BlankFile, func() string { return export.Blank(c) }, wrote{blank: true})
}

// writer gives the work of writing a document; one at a time.
func (k *Taking) writer(name string, doc func() string, done wrote) tea.Cmd {
	if k.writing {
		return nil
	}
	k.writing, k.told = true, outcome{}
	write, dir := k.deps.Write, k.folder
	return func() tea.Msg {
		done.path, done.err = write(dir, name, []byte(doc()))
		return done
	}
}

// going counts the parts that are on, and their words, and tells whether any is private.
func (k *Taking) going() (count, words int, private bool) {
	for _, p := range k.parts {
		if p.On {
			count++
			words += p.Words
			private = private || p.Private
		}
	}
	return count, words, private
}

// Line gives the keys of the bottom line.
func (k *Taking) Line() []key.Binding {
	if k.typed != nil {
		return []key.Binding{screen.Named(keys.NewField().NewLine, textFolderDone)}
	}
	list := []key.Binding{screen.Named(k.keys.Blank, textBlankKey), screen.Named(k.every.Back, textBack)}
	if len(k.parts) == 0 {
		return list
	}
	return append([]key.Binding{screen.Named(k.keys.Toggle, textToggleKey), k.keys.Write}, list...)
}

// Places says which keys count here.
func (k *Taking) Places() []keys.Place {
	if k.typed != nil {
		return []keys.Place{keys.InField, keys.InAllPlaces}
	}
	return []keys.Place{keys.InTaking, keys.Unwritten, keys.InAllPlaces}
}

// Typing tells whether the folder is being typed.
func (k *Taking) Typing() bool { return k.typed != nil }
