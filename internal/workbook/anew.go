package workbook

import (
	"werkboek/internal/kind"
	"werkboek/internal/margin"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// Exists tells whether something of a note is kept, or on its way to the disk.
func (b *Book) Exists(ref notes.Ref) bool {
	e := b.entries[ref]
	return e != nil && e.exists
}

// Restart begins a note anew, where something was written in it. What was there goes
// to the trash, and comes back with Restore until the note is closed, or later from there.
func (b *Book) Restart(ref notes.Ref) {
	e := b.entries[ref]
	if e == nil || !e.opened {
		return
	}
	if ref.Name == notes.Margin && e.exists {
		e.margin = margin.Margin{}
		b.renew(ref, e, margin.Read(sheet.New(b.title(ref))).Sheet(), notes.Discarded)
		return
	}
	if e.answer != nil && (b.State(ref) != kind.Untouched || !b.kept(ref, e).Empty()) {
		b.swap(ref, e, former{answer: b.fresh(ref)}, &former{e.answer, e.lies}, notes.Discarded)
	}
}

// Restore puts back what was there before the exercise was begun anew; what was
// written since is kept as an earlier version. It tells whether there was something.
func (b *Book) Restore(ref notes.Ref) bool {
	e := b.entries[ref]
	if e == nil || !e.opened || e.former == nil {
		return false
	}
	b.swap(ref, e, *e.former, nil, notes.Earlier)
	return true
}

// BringBack puts the words of a copy in the note; what is there now is kept as an
// earlier version. It tells whether that was done: not in a note that takes no text, nor
// over words that are for now only, which would be in no version.
func (b *Book) BringBack(ref notes.Ref, s sheet.Sheet) bool {
	e := b.entries[ref]
	if e == nil || !e.opened {
		return false
	}
	if e.keeping == ForNow && b.keptBefore(ref, s) {
		if b.fleeting(ref, e) {
			return false
		}
		e.keeping = Keep
	}
	e.exists = true
	b.read(ref, e, s)
	if ref.Name == notes.Margin {
		b.renew(ref, e, e.margin.Sheet(), notes.Earlier)
		return true
	}
	e.former = nil
	b.renew(ref, e, b.kept(ref, e), notes.Earlier)
	return true
}

func (b *Book) swap(ref notes.Ref, e *entry, now former, was *former, keep notes.Origin) {
	e.answer, e.lies, e.former = now.answer, now.lies, was
	b.renew(ref, e, b.kept(ref, e), keep)
}

// renew lays a sheet on the desk that does not go on from what lies there.
func (b *Book) renew(ref notes.Ref, e *entry, s sheet.Sheet, keep notes.Origin) {
	e.changed = true
	b.put(ref, e, s, func(ref notes.Ref, edit int, s sheet.Sheet) { b.desk.Renew(ref, edit, s, keep) })
	e.exists = !s.Empty()
}

func (b *Book) fresh(ref notes.Ref) kind.Answer {
	return b.course.Exercise(ref.Name).Read(sheet.New(b.title(ref)))
}
