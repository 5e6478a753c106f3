package tui

import (
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
	"werkboek/internal/sheet"
	"werkboek/internal/tui/notebook"
	"werkboek/internal/tui/past"
	"werkboek/internal/tui/screen"
	"werkboek/internal/workbook"
)

// This file is what the root does with what lies beside the notes: it looks, and it
// brings back, settles and discards, also where no screen has the note open.

// beside is what the root knows of what lies beside the notes.
type beside struct {
	looks int        // how often it was looked
	told  bool       // what was there at the start was told
	stale bool       // the next save changes what lies there
	alarm *notes.Ref // the note of which two versions were found just now
}

// What work on copies ends with.
type (
	// looked carries what was found, and which look it was.
	looked struct {
		n     int
		found workbook.Scanned
	}
	// fetched carries the text of a copy that is to be brought back.
	fetched struct {
		to    screen.BringBack
		sheet sheet.Sheet
		wipes int // how often wiping had begun before
		err   error
	}
	// visited carries a note that was opened for one thing only.
	visited struct {
		loaded workbook.Loaded
		do     func() tea.Cmd
	}
	// settled tells how a choice between a note and a copy ended, in words.
	settled struct{ said string }
)

// copied takes what concerns copies of notes.
func (r *root) copied(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	switch msg := msg.(type) {
	case screen.ToNotebook:
		return r.toNotebook(), true
	case screen.ToPast:
		return tea.Batch(r.push(past.New(r.pastDeps(msg.Ref), r.env)), r.look()), true
	case screen.ToBeside:
		return tea.Batch(r.push(past.NewBeside(r.pastDeps(msg.Ref), r.env)), r.look()), true
	case screen.BringBack:
		return r.bringBack(msg), true
	case screen.Keep:
		return r.settle(msg.Copy, textKept), true
	case screen.Discard:
		return r.discard(msg.Ref), true
	case screen.Look:
		r.beside.stale = true
		return r.look(), true
	case looked:
		return r.onLooked(msg), true
	case fetched:
		return r.onFetched(msg), true
	case visited:
		return r.onVisited(msg), true
	case settled:
		return tea.Batch(r.look(), screen.Tell(msg.said)), true
	}
	return nil, false
}

func (r *root) toNotebook() tea.Cmd {
	if r.deps.Desk == nil {
		return nil
	}
	return tea.Batch(r.push(notebook.New(notebook.Deps{
		Book: r.book, List: r.deps.Desk.Notes, Folder: r.deps.Folder, About: r.aboutNotes(),
	}, r.env)), r.look())
}

func (r *root) pastDeps(ref notes.Ref) past.Deps { return past.Deps{Book: r.book, Ref: ref} }

// look looks at what lies beside the notes.
func (r *root) look() tea.Cmd {
	if r.deps.Desk == nil {
		return nil
	}
	r.beside.looks++
	n, scan := r.beside.looks, r.book.Scanner()
	return func() tea.Msg { return looked{n, scan()} }
}

func (r *root) onLooked(msg looked) tea.Cmd {
	if msg.n < r.beside.looks {
		return nil // a newer look is on its way
	}
	r.book.Scan(msg.found)
	if !r.beside.told && r.said == "" && !r.top().Typing() {
		r.said = waiting(r.apart())
	}
	r.beside.told = true
	return r.forward(screen.Looked{Err: msg.found.Err})
}

// apart counts the notes of which somebody has yet to choose a version.
func (r *root) apart() int {
	n := 0
	for _, ref := range r.book.Refs() {
		if len(r.book.Apart(ref)) > 0 {
			n++
		}
	}
	return n
}

// lookAfter looks anew where news of a note says that something lies beside it now.
func (r *root) lookAfter(ev notes.Event) tea.Cmd {
	switch {
	case ev.What == notes.Saved && r.beside.stale:
		r.beside.stale = false
		return r.look()
	case alarmed(ev):
		return r.look()
	}
	return nil
}

// alarmed tells whether there are two versions of a note since some news of it.
func alarmed(ev notes.Event) bool {
	return ev.What == notes.Conflict || ev.What == notes.Beside || ev.What == notes.Changed && ev.Copy != ""
}

// versions shows two versions of a note beside each other: of the one that the alarm
// is about, or else of the one at hand.
func (r *root) versions() tea.Cmd {
	if r.showing() {
		return nil // nothing of a note is shown to an audience
	}
	if ref := r.beside.alarm; ref != nil && r.alarm != nil {
		r.alarm, r.beside.alarm = nil, nil
		r.book.Hurry(*ref)
		return screen.Ask(screen.ToBeside{Ref: *ref})
	}
	n, ok := r.top().(screen.Noted)
	if !ok && r.book.AnyApart() {
		return screen.Ask(screen.ToNotebook{}) // it shows of which
	}
	if !ok {
		return screen.Tell(textNoneApart)
	}
	ref, ok := n.Note()
	if !ok || len(r.book.Apart(ref)) == 0 {
		return screen.Tell(textNoneApart)
	}
	r.book.Hurry(ref)
	return screen.Ask(screen.ToBeside{Ref: ref})
}

// visit does something with a note: at once where it is open here; else it is opened
// for that alone.
func (r *root) visit(ref notes.Ref, do func() tea.Cmd) tea.Cmd {
	switch {
	case r.book.Course().Exercise(ref.Name) == nil && ref.Name != notes.Margin:
		return r.refused(textNoExercise)
	case r.book.Locked(ref):
		return r.refused(textLocked)
	case r.book.Writable(ref):
		return r.within(ref, do)
	}
	load := r.book.Opener(ref)
	return func() tea.Msg { return visited{load(), do} }
}

func (r *root) onVisited(v visited) tea.Cmd {
	ref := v.loaded.Opened.Ref
	if v.loaded.Err != nil {
		return r.refused(notOpened(ref.File(), notes.Reason(v.loaded.Err)))
	}
	defer r.book.Close(ref) // a page that opened it meanwhile goes on writing
	r.book.Accept(v.loaded.Opened, true)
	if v.loaded.Opened.Locked {
		return r.refused(textLocked)
	}
	return r.within(ref, v.do)
}

// within does something with a note that is open, saves it, and shows it wherever the
// note is on the screen.
func (r *root) within(ref notes.Ref, do func() tea.Cmd) tea.Cmd {
	cmd := do()
	r.book.Hurry(ref)
	r.beside.stale = true
	return tea.Batch(cmd, r.forward(notes.Event{Ref: ref, What: notes.Changed, Shown: true}))
}

// refused says why something cannot be done; what lies there may be other than the
// screen shows.
func (r *root) refused(why string) tea.Cmd { return tea.Batch(screen.Tell(why), r.look()) }

// bringBack puts the words of a copy in their note.
func (r *root) bringBack(to screen.BringBack) tea.Cmd {
	read, wipes := r.book.Texter(to.Copy), r.book.Wipes()
	return func() tea.Msg {
		s, err := read()
		return fetched{to, s, wipes, err}
	}
}

func (r *root) onFetched(f fetched) tea.Cmd {
	if f.err != nil {
		return r.refused(notRead(f.to.Copy.Name, notes.Reason(f.err)))
	}
	return r.visit(f.to.Ref, func() tea.Cmd {
		apart, said := f.to.Copy.Apart(), textBroughtBack
		if !r.book.Exists(f.to.Ref) {
			said = textBack
		}
		switch {
		case f.wipes != r.book.Wipes():
			return r.refused(textNotNow)
		case !r.book.BringBack(f.to.Ref, f.sheet):
			if r.book.FleetingIn(f.to.Ref) {
				return r.refused(textOverForNow)
			}
			return r.refused(textNotNow)
		case f.to.Copy.Origin == notes.Earlier: // it stays where it is
			return tea.Batch(screen.Tell(said), r.look())
		case apart:
			return r.settle(f.to.Copy, textTaken)
		}
		return r.settle(f.to.Copy, said)
	})
}

// settle makes a copy of which somebody chose an earlier version.
func (r *root) settle(c notes.Copy, said string) tea.Cmd {
	work := r.book.Settler(c)
	return func() tea.Msg {
		if err := work(); err != nil {
			return settled{notSettled(c.Name, notes.Reason(err))}
		}
		return settled{said}
	}
}

// discard puts what is in a note in the trash.
func (r *root) discard(ref notes.Ref) tea.Cmd {
	if r.book.FleetingIn(ref) {
		return r.refused(textOverForNow) // the trash would not have them
	}
	return r.visit(ref, func() tea.Cmd {
		r.book.Restart(ref)
		if r.book.Exists(ref) {
			return screen.Tell(textNothingDiscarded)
		}
		return screen.Tell(textDiscarded)
	})
}
