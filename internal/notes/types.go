package notes

import (
	"fmt"
	"time"

	"werkboek/internal/sheet"
)

// Ref names a note. Name is an exercise's id or Margin. Chapter is the number
// in the file's name; it tells notes apart only where PerChapter is set.
type Ref struct {
	Name       string
	Chapter    int
	PerChapter bool // one note per chapter: margins, and exercises that stand in several
}

// Margin is the name of a chapter's margin notes.
const Margin = "kantlijn"

// MarginOf gives the ref of a chapter's margin.
func MarginOf(chapter int) Ref { return Ref{Name: Margin, Chapter: chapter, PerChapter: true} }

// String gives the full name that the command uses: "leervraag", "5/kantlijn".
func (r Ref) String() string {
	if r.PerChapter {
		return fmt.Sprintf("%d/%s", r.Chapter, r.Name)
	}
	return r.Name
}

// File gives the name of a new note's file: "06-dialoog.md". Whatever the id is, it is
// a name in the folder itself, on every system.
func (r Ref) File() string { return fmt.Sprintf("%02d-%s.md", r.Chapter, SafeName(r.Name)) }

// Opened is a note as it was found.
type Opened struct {
	Ref    Ref
	Sheet  sheet.Sheet
	Exists bool
	Edit   int // the last one on the desk that is in Sheet, 0 for none
	// Locked is set when another window has the note open: it can be read, and
	// takes no text until Event Unlocked.
	Locked bool
	// Notice is Dutch for people, two lines at most, when something was found
	// that they should know (a broken file that was set aside, and where).
	Notice string
}

// Event is what the desk tells the screens, as a message.
type Event struct {
	Ref   Ref
	What  What
	Edit  int         // of Saved and Failed: the edit that was tried; of Changed: the last before it
	Sheet sheet.Sheet // of Changed and Unlocked: what is in the file now
	// Copy names the copy that was set aside, from the folder of the notes on: of
	// Conflict the other's version, of Changed and Gone the words that were in the file,
	// "" when there were none or they are kept already; of Beside the one that lies there
	// now.
	Copy   string
	Exists bool  // of Changed and Unlocked: there is a note
	Shown  bool  // of Changed: the note is not open here for writing
	Err    error // of Failed
	turn   int   // of Changed: how often the note was taken over
}

// What says what happened to a note.
type What int

// What can happen to a note.
const (
	Saved    What = iota // all bytes of Edit are on the disk
	Failed               // Edit could not be saved; it is tried again
	Changed              // another program changed the file, and nothing of ours was unsaved
	Conflict             // another program changed the file under unsaved text: both are kept
	Unlocked             // the other window let go
	Beside               // a copy of the note appeared beside it
	Gone                 // the file of an open note went, or is no text any more; its words are in Copy
)

// State is the desk's state for the corner of the last line.
type State struct {
	Unsaved bool          // something is not on the disk yet
	Since   time.Duration // how long the oldest unsaved edit has waited
	Err     error         // the last failure, nil once it succeeded
	File    string        // path of the file that failed
}
