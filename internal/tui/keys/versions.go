package keys

import "charm.land/bubbles/v2/key"

// Notebook is the list of all notes.
type Notebook struct {
	ToPage, Discard, Undo, About key.Binding
}

// Past is the versions of one note.
type Past struct {
	Turn, TurnBack key.Binding
}

// Beside is two versions of one note beside each other.
type Beside struct {
	Mine, Other, Left, Right key.Binding
}

// NewNotebook makes the bindings of the list of all notes.
func NewNotebook() Notebook {
	return Notebook{
		ToPage:  bind("b", textToPage, "b"),
		Discard: bind("delete", textDiscard, "delete"),
		Undo:    bind("ctrl+z", textUndoDiscard, "ctrl+z"),
		About:   bind("w", textAboutNotes, "w"),
	}
}

// NewPast makes the bindings of the versions of a note.
func NewPast() Past {
	return Past{
		Turn:     bind("spatie", textTurnText, "space", "pgdown"),
		TurnBack: bind("PgUp", textTurnTextBack, "pgup", "shift+space"),
	}
}

// NewBeside makes the bindings of two versions beside each other.
func NewBeside() Beside {
	return Beside{
		Mine:  bind("1", textKeepThis, "1"),
		Other: bind("2", textTakeOther, "2"),
		Left:  bind("←", textLeftVersion, "left"),
		Right: bind("→", textRightVersion, "right"),
	}
}
