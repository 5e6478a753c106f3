package workbook

import (
	"errors"

	"werkboek/internal/kind"
	"werkboek/internal/notes"
)

// Wiped is how the wiping of notes ended. It is told to the workbook, and to every
// screen that shows notes.
type Wiped struct {
	Refs    []notes.Ref      // that were to be wiped
	All     bool             // with what is in no chapter any more
	Nothing bool             // none was wiped
	Left    []notes.NotWiped // those that are there as before, and why
	Place   error            // of All: why the place where somebody read is still kept
}

// Done tells whether all is gone that was to go.
func (w Wiped) Done() bool { return !w.Nothing && len(w.Left) == 0 && w.Place == nil }

// Gone tells whether a note was wiped.
func (w Wiped) Gone(ref notes.Ref) bool {
	if w.Nothing {
		return false
	}
	for _, left := range w.Left {
		if left.Ref.String() == ref.String() {
			return false
		}
	}
	return true
}

// Wiper takes what was written in notes out of sight, and gives the work that takes
// it off the disk, with every copy; it may run anywhere. Until Wiped tells how that
// ended, they take no text.
func (b *Book) Wiper(refs ...notes.Ref) func() Wiped {
	edit, wipe := b.hide(refs), b.desk.WipeEach
	return func() Wiped { return ended(refs, wipe(edit, refs...)) }
}

// WiperOfAll is Wiper for the whole workbook. Place takes away where somebody read,
// once all notes are gone; it may be nil.
func (b *Book) WiperOfAll(place func() error) func() Wiped {
	refs := b.Refs()
	edit, wipe := b.hide(refs), b.desk.WipeAll
	return func() Wiped {
		w := ended(refs, wipe(edit, refs...))
		if w.All = true; w.Done() && place != nil {
			w.Place = place()
		}
		return w
	}
}

// ended reads from an error how wiping ended.
func ended(refs []notes.Ref, err error) Wiped {
	w := Wiped{Refs: refs, Nothing: errors.Is(err, notes.ErrNothingWiped), Left: notes.Unwiped(err)}
	if err != nil && len(w.Left) == 0 {
		w.Nothing, w.Left = true, []notes.NotWiped{{Err: err}}
	}
	return w
}

// hide takes notes out of sight while they are wiped, and gives the number of that edit.
func (b *Book) hide(refs []notes.Ref) int {
	b.edits++ // news and words of before it are older
	b.wipes++
	for _, ref := range refs {
		was := entry{}
		if e := b.entries[ref]; e != nil {
			was = *e
			was.wiping = nil
		}
		b.entries[ref] = &entry{answer: b.blank(ref), edit: b.edits, wiping: &was}
	}
	return b.edits
}

// blank is fresh for any note: a margin has no answer.
func (b *Book) blank(ref notes.Ref) kind.Answer {
	if b.course.Exercise(ref.Name) == nil {
		return nil
	}
	return b.fresh(ref)
}

// Wiping tells whether notes are being wiped, of which the end was not told yet.
func (b *Book) Wiping() bool {
	for _, e := range b.entries {
		if e.wiping != nil {
			return true
		}
	}
	return false
}

// Wipes counts how often wiping began: words that were read from a copy before the last
// time are not to be brought back.
func (b *Book) Wipes() int { return b.wipes }

// Wiped takes the end of that work: a note that is left is there as before, and what
// was in hand is in sight again.
func (b *Book) Wiped(w Wiped) {
	for _, ref := range w.Refs {
		if e := b.entries[ref]; e != nil && e.wiping != nil {
			b.wiped(e, w.Gone(ref))
		}
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

// Blank tells whether nothing is written in the workbook.
func (b *Book) Blank() bool {
	for _, e := range b.entries {
		if e.exists {
			return false
		}
	}
	return true
}
