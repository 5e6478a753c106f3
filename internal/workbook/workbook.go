// Package workbook is one person's copy of a course: the answers and margin
// notes that are in hand, read once and from then on kept here and on the desk.
// Answers flow one way, to the notes; it draws nothing. It imports course, kind,
// margin, notes and what lies below them.
package workbook

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/margin"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// Desk is what the workbook needs of notes.Desk.
type Desk interface {
	// Put takes an edit, in memory only.
	Put(ref notes.Ref, edit int, s sheet.Sheet)
	// Renew takes an edit in the place of words that are kept as a copy.
	Renew(ref notes.Ref, edit int, s sheet.Sheet, keep notes.Origin)
	// Took says that the words which Changed told are the ones in hand now.
	Took(ev notes.Event)
	// Hurry asks to save now.
	Hurry(ref notes.Ref)
	// Open reads a note and takes its lock, so that it can be written in.
	Open(ref notes.Ref) (notes.Opened, error)
	// Close ends what Open began; after the last it lets go of the lock, once all is saved.
	Close(ref notes.Ref) (last bool)
	// WipeEach takes notes away for good, with every copy of them; it is an edit.
	WipeEach(edit int, refs ...notes.Ref) error
	// WipeAll does so with all notes of the module, those named among them.
	WipeAll(edit int, refs ...notes.Ref) error
	// Notes lists the notes in the folder.
	Notes() ([]notes.Listed, error)
	// Copies lists what lies beside the notes, newest first.
	Copies() ([]notes.Copy, error)
	// Text reads a copy.
	Text(c notes.Copy) (sheet.Sheet, error)
	// Settle makes a copy an earlier version.
	Settle(c notes.Copy) error
	// Read reads a note, for showing it.
	Read(ref notes.Ref) (notes.Opened, error)
	// Now gives the real time, for what is written down.
	Now() time.Time
}

// Loaded is a note as it was read, or why it was not. Opened.Ref is always set.
type Loaded struct {
	Opened notes.Opened
	Err    error
}

// Book is a course with one person's words in it. It belongs to one goroutine,
// that of the screens; it reads and writes no file. What only looks at the course and
// at a sheet that is given, Readable and Words, may run anywhere.
type Book struct {
	course  *course.Course
	desk    Desk
	entries map[notes.Ref]*entry
	edits   int // counts all changes, so that a later edit has a larger number
	wipes   int // counts how often wiping began
	copies  []notes.Copy
}

// entry is one note in hand.
type entry struct {
	answer  kind.Answer // nil for a margin
	margin  margin.Margin
	keeping Keeping
	exists  bool        // there is a file, or one is on its way
	opened  bool        // on the desk, so it may be written in
	locked  bool        // open in another window
	changed bool        // something was written in this session
	edit    int         // the last one that was put on the desk
	lies    sheet.Sheet // what lay in the note when it was read

	former *former // what was there before the exercise was begun anew; nil: it was not
	wiping *entry  // what was in hand before it is wiped; nil: it is not being wiped
}

// former is an answer that was in hand, and what lay in its note.
type former struct {
	answer kind.Answer
	lies   sheet.Sheet
}

// New makes a workbook of a course and a desk.
func New(c *course.Course, d Desk) *Book {
	return &Book{course: c, desk: d, entries: map[notes.Ref]*entry{}}
}

// Course gives the course.
func (b *Book) Course() *course.Course { return b.course }

// Ref names the note of an exercise in a chapter.
func (b *Book) Ref(e *course.Assignment, chapter int) notes.Ref {
	head := e.Head()
	if head.Several() {
		return notes.Ref{Name: head.ID, Chapter: chapter, PerChapter: true}
	}
	if len(head.Chapters) > 0 {
		chapter = head.Chapters[0]
	}
	return notes.Ref{Name: head.ID, Chapter: chapter}
}

// Refs lists every note that the course can have, in the order of its chapters.
func (b *Book) Refs() []notes.Ref {
	var refs []notes.Ref
	for _, ch := range b.course.Chapters() {
		for _, e := range b.course.Exercises() {
			if slices.Contains(e.Head().Chapters, ch.Number) {
				refs = append(refs, b.Ref(e, ch.Number))
			}
		}
		refs = append(refs, notes.MarginOf(ch.Number))
	}
	return refs
}

// Reader gives the reading of a note, for showing it; it may run anywhere.
func (b *Book) Reader(ref notes.Ref) func() Loaded { return loader(b.desk.Read, ref) }

// Opener gives the opening of a note for writing; it may run anywhere.
func (b *Book) Opener(ref notes.Ref) func() Loaded { return loader(b.desk.Open, ref) }

func loader(load func(notes.Ref) (notes.Opened, error), ref notes.Ref) func() Loaded {
	return func() Loaded {
		o, err := load(ref)
		o.Ref = ref
		return Loaded{o, err}
	}
}

// Accept takes a note as it was read; one that could not be read is not for it. A
// note in which something was written since stays as it is; of another, what was
// read takes its place.
func (b *Book) Accept(o notes.Opened, opened bool) {
	e := b.entries[o.Ref]
	if e == nil {
		e = &entry{}
		b.entries[o.Ref] = e
	}
	if e.wiping != nil {
		if !opened {
			return // it was read before
		}
		b.wiped(e, o.Edit >= e.edit) // to open it waited for that
	}
	if opened {
		e.opened, e.locked = !o.Locked, o.Locked
	}
	if e.changed || o.Edit < e.edit {
		return
	}
	e.exists = o.Exists
	b.read(o.Ref, e, o.Sheet)
}

func (b *Book) read(ref notes.Ref, e *entry, s sheet.Sheet) {
	if !e.exists {
		s = sheet.New(b.title(ref))
	}
	if ref.Name == notes.Margin {
		e.margin = margin.Read(s)
		return
	}
	ex := b.course.Exercise(ref.Name)
	if ex == nil {
		return
	}
	was, lay := e.answer, e.lies
	e.answer, e.lies = ex.Read(s), s
	if c, ok := e.answer.(kind.Carrier); ok && was != nil {
		e.answer = c.CarryOver(was)
	}
	if e.keeping == ForNow {
		e.answer = b.withForNow(ref, e.answer, was, lay)
	} else if b.keptBefore(ref, s) {
		e.keeping = Keep
	}
}

// title gives the title line of a new note.
func (b *Book) title(ref notes.Ref) string {
	if ex := b.course.Exercise(ref.Name); ex != nil {
		return ex.Head().Title
	}
	if ch := b.course.Chapter(ref.Chapter); ch != nil {
		return marginTitle(ch.Title)
	}
	return ref.String()
}

// Apply takes news of the desk. It tells whether words on the page may have
// changed.
func (b *Book) Apply(ev notes.Event) bool {
	e := b.entries[ev.Ref]
	switch {
	case e == nil:
		return false
	case e.wiping != nil: // of what comes back, should wiping fail
		b.apply(ev, e.wiping)
		return false
	}
	return b.apply(ev, e)
}

func (b *Book) apply(ev notes.Event, e *entry) bool {
	switch {
	case ev.What == notes.Changed && ev.Edit >= e.edit: // else what was typed since is kept beside it
		b.desk.Took(ev)
		e.changed, e.exists = false, ev.Exists
		b.read(ev.Ref, e, ev.Sheet)
		return true
	case ev.What == notes.Unlocked && e.locked: // else the note was left meanwhile
		e.opened, e.locked, e.exists = true, false, ev.Exists
		b.read(ev.Ref, e, ev.Sheet)
		return true
	}
	return false
}

// Close ends what opening a note began, once for each time. After the last it stays
// known, and is shown as it is; another window may write in it.
func (b *Book) Close(ref notes.Ref) {
	if !b.desk.Close(ref) {
		return
	}
	for e := b.entries[ref]; e != nil; e = e.wiping {
		e.opened, e.locked, e.changed = false, false, false
		e.former = nil // another window may wipe it from now on
	}
}

// Known tells whether a note was read.
func (b *Book) Known(ref notes.Ref) bool { return b.entries[ref] != nil }

// Writable tells whether a note is on the desk, so that it takes text.
func (b *Book) Writable(ref notes.Ref) bool {
	e := b.entries[ref]
	return e != nil && e.opened
}

// Locked tells whether a note is open in another window.
func (b *Book) Locked(ref notes.Ref) bool {
	e := b.entries[ref]
	return e != nil && e.locked
}

// Answer gives the answer of an exercise, an empty one while it was not read.
func (b *Book) Answer(ref notes.Ref) kind.Answer {
	if e := b.entries[ref]; e != nil && e.answer != nil {
		return e.answer
	}
	ex := b.course.Exercise(ref.Name)
	if ex == nil {
		return nil
	}
	return ex.Read(sheet.Sheet{})
}

// Set writes one field. It is on the desk when Set returns, unless it is for now
// only.
func (b *Book) Set(ref notes.Ref, field, value string) {
	e := b.entries[ref]
	if e == nil || !e.opened || e.answer == nil {
		return
	}
	e.answer = e.answer.Set(field, value)
	e.changed = true
	b.put(ref, e, b.kept(ref, e), b.desk.Put)
}

// Replace puts another answer in the place of the one in hand, as an instrument
// does. It is on the desk when Replace returns.
func (b *Book) Replace(ref notes.Ref, a kind.Answer) {
	e := b.entries[ref]
	if e == nil || !e.opened {
		return
	}
	e.answer, e.changed = a, true
	b.put(ref, e, b.kept(ref, e), b.desk.Put)
}

// kept gives the sheet of an answer without the words that are for now only. Sensitive
// words that lay in the note, because another window kept them, stay there.
func (b *Book) kept(ref notes.Ref, e *entry) sheet.Sheet {
	s := e.answer.Sheet().WithHead(headKind, b.course.Exercise(ref.Name).Head().Kind)
	switch e.keeping {
	case Keep:
		if b.Sensitive(ref) {
			s = s.WithHead(headSensitive, valueKeep)
		}
	case ForNow:
		for _, id := range b.sensitive(ref) {
			if value, _ := e.lies.Value(id); strings.TrimSpace(value) != "" {
				s = s.With(id, "", value)
			} else {
				s = s.Without(id)
			}
		}
	}
	return s
}

// put lays a sheet on the desk. A note that never was, and would hold nothing,
// makes no file.
func (b *Book) put(ref notes.Ref, e *entry, s sheet.Sheet, put func(notes.Ref, int, sheet.Sheet)) {
	if s.Empty() && !e.exists {
		return
	}
	e.exists = true
	b.edits++
	e.edit = b.edits
	put(ref, b.edits, s)
}

// Hurry asks to save a note now.
func (b *Book) Hurry(ref notes.Ref) { b.desk.Hurry(ref) }

// Margin gives the margin notes of a chapter.
func (b *Book) Margin(chapter int) margin.Margin {
	if e := b.entries[notes.MarginOf(chapter)]; e != nil {
		return e.margin
	}
	return margin.Margin{}
}

// SetMargin writes the margin note at a block; text "" takes it away. It carries
// the real time, whatever the clock on the screen shows.
func (b *Book) SetMargin(chapter int, key course.Key, text string) {
	ref := notes.MarginOf(chapter)
	e := b.entries[ref]
	if e == nil || !e.opened {
		return
	}
	e.margin = e.margin.With(key, text, b.desk.Now())
	e.changed = true
	b.put(ref, e, e.margin.Sheet().WithHead(headKind, notes.Margin), b.desk.Put)
}

// State says how far an exercise is.
func (b *Book) State(ref notes.Ref) kind.State {
	if a := b.Answer(ref); a != nil {
		return a.State(b.Env(ref.Chapter))
	}
	return kind.Untouched
}

// Missing counts the questions of an exercise that are still to be answered.
func (b *Book) Missing(ref notes.Ref) int {
	n := 0
	a := b.Answer(ref)
	for _, ask := range kind.Mine(a.Parts(b.Env(ref.Chapter))) {
		if value, _ := a.Value(ask.Field.ID); !bool(ask.Field.MayEmpty) && strings.TrimSpace(value) == "" {
			n++
		}
	}
	return n
}

// Env gives what an answer in a chapter may know of the others.
func (b *Book) Env(chapter int) kind.Env {
	return kind.Env{Chapter: chapter, Recall: b.Recall}
}

// Recall gives the present words of a field of any exercise, "" when there are
// none.
func (b *Book) Recall(p kind.Place) string {
	name, chapter := p.Exercise, 0
	if number, rest, ok := strings.Cut(p.Exercise, "/"); ok {
		name = rest
		chapter, _ = strconv.Atoi(number)
	}
	ex := b.course.Exercise(name)
	if ex == nil {
		return ""
	}
	value, _ := b.Answer(b.Ref(ex, chapter)).Value(p.Field)
	return value
}
