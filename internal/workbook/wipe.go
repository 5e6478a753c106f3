package workbook

import (
	"werkboek/internal/kind"
	"werkboek/internal/notes"
)

// Wiper takes what was written in a note out of sight, and gives the work that takes
// it off the disk, with every copy; it may run anywhere. Until Wiped tells how that
// ended, the note takes no text.
func (b *Book) Wiper(ref notes.Ref) func() error {
	edit := b.hide(ref)
	wipe := b.desk.Wipe
	return func() error { return wipe(ref, edit) }
}

// WiperOfAll is Wiper for the whole workbook, with what is in no chapter any more.
func (b *Book) WiperOfAll() func() error {
	refs := b.Refs()
	edit := 0
	for _, ref := range refs {
		edit = b.hide(ref) // the last number is the highest
	}
	wipe := b.desk.WipeAll
	return func() error { return wipe(edit, refs...) }
}

// hide takes a note out of sight while it is wiped, and gives the number of that edit.
func (b *Book) hide(ref notes.Ref) int {
	was := entry{}
	if e := b.entries[ref]; e != nil {
		was = *e
		was.wiping = nil
	}
	b.edits++ // news and words of before it are older
	b.entries[ref] = &entry{answer: b.blank(ref), edit: b.edits, wiping: &was}
	return b.edits
}

// blank is fresh for any note: a margin has no answer.
func (b *Book) blank(ref notes.Ref) kind.Answer {
	if b.course.Exercise(ref.Name) == nil {
		return nil
	}
	return b.fresh(ref)
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
