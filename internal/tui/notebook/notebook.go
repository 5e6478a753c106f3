// Package notebook is the list of all notes that there are: in the order of the
// chapters, with what lies beside them, and the files that are no notes. It imports
// screen, keys, widget/list, workbook and what lies below them.
package notebook

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/list"
	"werkboek/internal/workbook"
)

// Deps is what the list needs of the world.
type Deps struct {
	Book   *workbook.Book
	List   func() ([]notes.Listed, error) // the files in the folder
	Folder string                         // for people
	About  tea.Msg                        // asks for what is said about where notes lie
}

// Notebook is the screen.
type Notebook struct {
	env  screen.Env
	deps Deps
	keys keyMap

	files  []notes.Listed
	listed bool
	err    error // why the folder, or something in it, could not be read
	partly bool  // it is only about what lies beside the notes
	kept   map[notes.Ref]bool

	rows []row
	list list.List
}

type keyMap struct {
	own   keys.Notebook
	page  keys.Past
	every keys.Everywhere
}

// New makes the list.
func New(deps Deps, env screen.Env) *Notebook {
	return &Notebook{
		env: env, deps: deps, kept: map[notes.Ref]bool{}, list: list.New(),
		keys: keyMap{keys.NewNotebook(), keys.NewPast(), keys.NewEverywhere()},
	}
}

// listed carries the files in the folder.
type listed struct {
	files []notes.Listed
	err   error
}

// Init reads what is in the folder.
func (n *Notebook) Init() tea.Cmd { return n.read() }

func (n *Notebook) read() tea.Cmd {
	list := n.deps.List
	return func() tea.Msg {
		files, err := list()
		return listed{files, err}
	}
}

// Adopt takes size, theme and ruler.
func (n *Notebook) Adopt(env screen.Env) {
	n.env = env
	n.fit()
}

// Note gives the chosen note.
func (n *Notebook) Note() (notes.Ref, bool) {
	r := n.at()
	return r.ref, r.file == nil && r.ref.Name != ""
}

// at gives the chosen row, an empty one where there is none.
func (n *Notebook) at() row {
	if n.list.Chosen < len(n.rows) {
		return n.rows[n.list.Chosen]
	}
	return row{}
}

// Update takes a message.
func (n *Notebook) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listed:
		n.files, n.listed = msg.files, true
		if msg.err != nil {
			n.err, n.partly = msg.err, false
		}
		n.gather()
	case screen.Looked:
		n.err, n.partly = msg.Err, true
		n.gather()
		return n.read()
	case tea.KeyPressMsg, tea.MouseMsg:
		return n.chooses(msg)
	default:
		n.gather() // another screen may have read a note
	}
	return nil
}

// chooses takes what a key or the mouse does to the list.
func (n *Notebook) chooses(msg tea.Msg) tea.Cmd {
	switch n.list.Update(msg, len(n.rows), n.on) {
	case list.Opened:
		return n.open()
	case list.Walked:
		n.fit()
		return nil
	}
	if press, ok := msg.(tea.KeyPressMsg); ok {
		return n.pressed(press)
	}
	return nil
}

func (n *Notebook) pressed(msg tea.KeyPressMsg) tea.Cmd {
	k := n.keys
	switch {
	case key.Matches(msg, k.page.TurnBack):
		n.choose(n.list.Chosen - n.seen())
	case key.Matches(msg, k.page.Turn):
		n.choose(n.list.Chosen + n.seen())
	case key.Matches(msg, k.own.About):
		return screen.Ask(n.deps.About)
	case key.Matches(msg, k.every.Back):
		return screen.Ask(screen.Back{})
	case key.Matches(msg, k.every.Save):
	default:
		return n.withNote(msg)
	}
	return nil
}

// refuses says why nothing can be done with what is chosen, "" where it can.
func (n *Notebook) refuses() string {
	switch {
	case len(n.rows) == 0:
		return textNothingYet
	case n.at().file != nil:
		return textNotHere
	}
	return ""
}

// open shows the versions of the chosen note.
func (n *Notebook) open() tea.Cmd {
	if why := n.refuses(); why != "" {
		return screen.Tell(why)
	}
	return screen.Ask(screen.ToPast{Ref: n.at().ref})
}

// withNote takes the keys that do something with the chosen note.
func (n *Notebook) withNote(msg tea.KeyPressMsg) tea.Cmd {
	k, r, why := n.keys, n.at(), n.refuses()
	switch {
	case !key.Matches(msg, k.own.ToPage, k.own.Discard, k.own.Undo):
		return screen.Tell(textDeadKey)
	case why != "":
		return screen.Tell(why)
	case r.gone:
		return screen.Tell(textNoPlace)
	case key.Matches(msg, k.own.ToPage):
		return screen.Ask(n.place(r.ref))
	case key.Matches(msg, k.own.Discard):
		return n.discard(r)
	case r.exists || r.trashed == nil:
		return screen.Tell(textNotInTrash)
	}
	return screen.Ask(screen.BringBack{Ref: r.ref, Copy: *r.trashed})
}

// discard asks to put a note in the trash. Its row stays: it comes back from there.
func (n *Notebook) discard(r row) tea.Cmd {
	if !r.exists {
		return screen.Tell(textEmptyAlready)
	}
	n.kept[r.ref] = true
	return screen.Ask(screen.Discard{Ref: r.ref})
}

// place gives where a note stands in the book.
func (n *Notebook) place(ref notes.Ref) screen.ToChapter {
	if ref.Name == notes.Margin {
		to := screen.ToChapter{Number: ref.Chapter}
		if list := n.deps.Book.Margin(ref.Chapter).Notes(); len(list) > 0 {
			to.Block = list[0].Key
		}
		return to
	}
	return screen.ToChapter{Number: ref.Chapter, Exercise: ref.Name}
}

// The rows of the screen: the title, where the notes lie, a blank one; two per note.
const (
	headLines = 3
	perNote   = 2
)

// seen counts the notes that are in sight.
func (n *Notebook) seen() int { return max(1, (n.env.Body()-headLines)/perNote) }

func (n *Notebook) choose(i int) {
	n.list.Choose(i, len(n.rows))
	n.fit()
}

// on gives the note on a row of the window, -1 for none.
func (n *Notebook) on(row int) int {
	if i := (row - headLines) / perNote; row >= headLines && i < n.seen() {
		return n.list.Top + i
	}
	return -1
}

// fit scrolls so that the chosen note is in sight.
func (n *Notebook) fit() {
	n.list.Fit(len(n.rows), n.seen())
}

func (n *Notebook) moment(t time.Time) string {
	return screen.Moment(t.In(n.env.Now().Location()), n.env.Now())
}

// View draws what is in sight.
func (n *Notebook) View() screen.Frame {
	lay, st, r := n.env.Layout(), n.env.Styles, n.env.Ruler
	lines := []string{
		lay.Compose(screen.Row{Text: st.Title.Render(textTitle)}, r),
		lay.Compose(screen.Row{Text: n.where()}, r), "",
	}
	switch {
	case len(n.rows) == 0 && !n.listed:
		lines = append(lines, lay.Compose(screen.Row{Text: st.Soft.Render(textReading)}, r))
	case len(n.rows) == 0:
		lines = append(lines, lay.Compose(screen.Row{Text: st.Ink.Render(r.Cut(textNothingYet, lay.Measure))}, r))
	}
	for i := n.list.Top; i < min(len(n.rows), n.list.Top+n.seen()); i++ {
		n.count(&n.rows[i])
		for _, row := range n.drawn(n.rows[i], i == n.list.Chosen) {
			lines = append(lines, lay.Compose(row, r))
		}
	}
	return screen.Frame{Lines: lines[:min(len(lines), n.env.Body())], Title: textTitle}
}

// where says where the notes lie, or why they could not all be read.
func (n *Notebook) where() string {
	st, r, room := n.env.Styles, n.env.Ruler, n.env.Layout().Measure
	switch {
	case n.err != nil && n.partly:
		return st.Alarm.Render(r.Cut(notAll(n.err), room))
	case n.err != nil:
		return st.Alarm.Render(r.Cut(notListed(n.err), room))
	}
	return st.Soft.Render(r.ShortPath(liesIn(plain.Line(n.deps.Folder)), room))
}

// drawn gives the two rows of a note.
func (n *Notebook) drawn(row row, chosen bool) []screen.Row {
	lay, st, r := n.env.Layout(), n.env.Styles, n.env.Ruler
	title, label := row.title, ""
	if row.file != nil {
		title = plain.Line(row.file.File)
	} else if lay.Gutter && row.about != "" {
		label = st.Soft.Render(number(row.chapter))
	} else if !lay.Gutter {
		title = number(row.chapter) + "  " + title
	}
	style, sign := st.Ink, ""
	if chosen {
		style, sign = st.Chosen, st.Accent.Render("›")
		if label != "" {
			label += " " + sign
		}
	}
	first := style.Render(r.Cut(title, lay.Measure))
	beside := st.Soft.Render(row.about)
	if row.alarm != "" {
		beside = st.Alarm.Render(row.alarm)
		first = style.Render(r.Cut(title, max(1, lay.Measure-r.Width(beside)-2)))
	}
	return []screen.Row{
		{Label: label, Sign: sign, Text: lay.Ends(first, beside, r)},
		{Text: st.Soft.Render(r.Cut(row.said(), lay.Measure))},
	}
}

// Line gives the keys of the bottom line.
func (n *Notebook) Line() []key.Binding {
	back := screen.Named(n.keys.every.Back, textBack)
	if r := n.at(); len(n.rows) == 0 || r.file != nil {
		return []key.Binding{back, n.keys.own.About}
	} else if !r.exists && r.trashed != nil {
		return []key.Binding{screen.Named(n.list.Keys.Open, textVersions), n.keys.own.Undo, back}
	}
	return []key.Binding{screen.Named(n.list.Keys.Open, textVersions), n.keys.own.ToPage, back, n.keys.own.Discard}
}

// Places says which keys count here.
func (n *Notebook) Places() []keys.Place {
	return []keys.Place{keys.InList, keys.InNotebook, keys.InPast, keys.Unwritten, keys.InAllPlaces}
}

// Typing is false: nothing is written here.
func (n *Notebook) Typing() bool { return false }
