package screen

import "werkboek/internal/notes"

// This file is what screens ask and tell about notes and what lies beside them.

// Noted is a screen that has one note at hand.
type Noted interface {
	// Note gives that note; ok is false where there is none.
	Note() (ref notes.Ref, ok bool)
}

// ToNotebook asks for the list of all notes.
type ToNotebook struct{}

// ToPast asks for the earlier versions of a note.
type ToPast struct{ Ref notes.Ref }

// ToBeside asks for two versions of a note beside each other.
type ToBeside struct{ Ref notes.Ref }

// BringBack asks to put the words of a copy in their note; what is there now stays as
// an earlier version.
type BringBack struct {
	Ref  notes.Ref
	Copy notes.Copy
}

// Keep asks to keep a note as it is, and to make the copy an earlier version.
type Keep BringBack

// Discard asks to put what is in a note in the trash.
type Discard struct{ Ref notes.Ref }

// Look asks to look anew at what lies beside the notes.
type Look struct{}

// Looked tells that the workbook knows anew what lies beside the notes. Err tells why
// not all of it could be looked into.
type Looked struct{ Err error }
