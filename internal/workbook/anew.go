package workbook

import (
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// Exists tells whether something of a note is kept, or on its way to the disk.
func (b *Book) Exists(ref notes.Ref) bool {
	e := b.entries[ref]
	return e != nil && e.exists
}

// Restart begins an exercise anew, where something was written in it. What was
// answered is kept as an earlier version, and comes back with Restore.
func (b *Book) Restart(ref notes.Ref) {
	if e := b.entries[ref]; e != nil && e.opened && e.answer != nil && b.State(ref) != kind.Untouched {
		b.swap(ref, e, b.fresh(ref), e.answer)
	}
}

// Restore puts back what was there before the exercise was begun anew; what was
// written since is kept as an earlier version. It tells whether there was something.
func (b *Book) Restore(ref notes.Ref) bool {
	e := b.entries[ref]
	if e == nil || !e.opened || e.former == nil {
		return false
	}
	b.swap(ref, e, e.former, nil)
	return true
}

func (b *Book) swap(ref notes.Ref, e *entry, now, former kind.Answer) {
	e.answer, e.former, e.changed = now, former, true
	b.put(ref, e, b.kept(ref, e), b.desk.Renew)
}

func (b *Book) fresh(ref notes.Ref) kind.Answer {
	return b.course.Exercise(ref.Name).Read(sheet.New(b.title(ref)))
}

// Wiper takes what was answered in an exercise out of sight, and gives the work that
// takes it off the disk, with every copy; it may run anywhere. Until Wiped tells how
// that ended, the note takes no text.
func (b *Book) Wiper(ref notes.Ref) func() error {
	was := entry{}
	if e := b.entries[ref]; e != nil {
		was = *e
		was.wiping = nil
	}
	b.edits++
	edit := b.edits // news and words of before it are older
	b.entries[ref] = &entry{answer: b.fresh(ref), edit: edit, wiping: &was}
	wipe := b.desk.Wipe
	return func() error { return wipe(ref, edit) }
}

// Wiped takes the end of that work: with an error the note is there as before, and
// what was in hand is in sight again.
func (b *Book) Wiped(ref notes.Ref, err error) {
	if e := b.entries[ref]; e != nil && e.wiping != nil {
		b.wiped(e, err == nil)
	}
}

func (b *Book) wiped(e *entry, gone bool) {
	was := e.wiping
	if !gone {
		*e = *was
		return
	}
	e.opened, e.locked, e.wiping = was.opened, was.locked, nil
}
