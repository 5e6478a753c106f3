package workbook

import (
	"strconv"

	"werkboek/internal/notes"
)

// Target is something that can be wiped: everything, a chapter, or one note.
type Target struct {
	Name  string // what one types for it: "alles", "5", "5/kantlijn"
	Title string // in a list, under its chapter
	Full  string // by itself: no two are alike
	Notes []Kept
	Has   Remains
	Whole bool // everything, with what is in no chapter
	Inner bool // a note of the chapter above it
}

// Refs lists the notes of a target.
func (t Target) Refs() []notes.Ref {
	var refs []notes.Ref
	for _, k := range t.Notes {
		refs = append(refs, k.Ref)
	}
	return refs
}

// Targets lists what can be wiped: everything, and each chapter with its notes. A
// chapter of which nothing is kept has none.
func (b *Book) Targets(found Inventory) []Target {
	list := []Target{{Name: AllName, Title: textWhole, Full: textWhole, Notes: found.Kept, Has: found.All(), Whole: true}}
	for _, ch := range b.course.Chapters() {
		kept, sum := found.Of(func(ref notes.Ref) bool { return ref.Chapter == ch.Number })
		title := chapterTitle(ch.Number, ch.Title)
		list = append(list, Target{Name: strconv.Itoa(ch.Number), Title: title, Full: title, Notes: kept, Has: sum})
		for _, k := range kept {
			list = append(list, Target{Name: k.Ref.String(), Title: k.Title, Full: ofChapter(k.Title, ch.Number), Notes: []Kept{k}, Has: k.Remains, Inner: true})
		}
	}
	return list
}

// WiperOf gives the work of wiping a target; forget takes away where somebody read, where
// everything goes.
func (b *Book) WiperOf(t Target, forget func() error) func() Wiped {
	if t.Whole {
		return b.WiperOfAll(forget)
	}
	return b.Wiper(t.Refs()...)
}
