// Package screen is what every screen is, what it may ask of the root, and the
// one measure that all of them keep. Screens meet in messages, never in each
// other. It imports theme, plain, course, notes and the table of keys.
package screen

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/tui/keys"
)

// Screen is one thing that fills the window. It is a pointer with state of its
// own; only the root's goroutine calls it.
type Screen interface {
	// Init starts what the screen needs to know.
	Init() tea.Cmd
	// Update takes a message. Keys arrive after the root has taken its own.
	Update(msg tea.Msg) tea.Cmd
	// View draws the screen. It changes nothing that can be seen.
	View() Frame
	// Adopt takes what all screens share, whenever it changes: the size, the
	// theme, the ruler.
	Adopt(env Env)
	// Line gives the keys of the bottom line, four to six of them.
	Line() []key.Binding
	// Places says which groups of keys count now, for help.
	Places() []keys.Place
	// Typing tells whether keys that carry text are text now.
	Typing() bool
}

// Leaver is a screen that does something before it is left or the program stops.
type Leaver interface{ Leave() tea.Cmd }

// Day is the first screen, which is told which chapter was opened.
type Day interface{ Visited(chapter int) }

// Placed is a screen in which a reader has a place that is kept.
type Placed interface{ Place() Place }

// Place is where a reader is: a block of a chapter, and the row of the page on which
// it stands.
type Place struct {
	Chapter int
	Block   course.Key // without a hash where there is no block
	Row     int
	First   bool // nothing was read beyond the first page
}

// Closer is a screen that lets go of what it holds once it is off the stack. What
// stays under another one, or when the program could not stop, keeps it.
type Closer interface{ Close() }

// Awaiter is a screen in which something can be typed that waits: the note that it is
// for is still being opened.
type Awaiter interface{ Awaits() bool }

// Env is what all screens share.
type Env struct {
	Width, Height int // of the window, in cells
	Styles        *theme.Styles
	Ruler         plain.Ruler
	Now           func() time.Time
	Clip          *Clip
	Heeding       bool // what leads to somebody is marked
	After         After
	Trouble       Trouble
}

// Trouble is why something that was written is not on the disk; without a Reason all
// is well.
type Trouble struct {
	Reason string // in Dutch, a few words
	File   string // its path
}

// After gives a command that brings a message when so much time has passed.
type After func(d time.Duration, msg tea.Msg) tea.Cmd

// Clip is what was copied or cut in the workbook last; all screens share it.
type Clip struct{ Text string }

// Frame is a drawn screen.
type Frame struct {
	Lines  []string // at most Env.Body() lines, styled
	Cursor *Spot    // nil hides it
	Title  string   // of the window
	Corner string   // at the right of the bottom line, while one writes
	Remark string   // on what is written, softly above the bottom line; its end may go for want of room
	Whole  bool     // Lines fill the window: no key line below them

	// Told says that the screen itself tells, at the words, what cannot be saved.
	Told bool

	// Fleeting says that what is written here is for now only: no disk ever has it.
	Fleeting bool
}

// Spot is a cell of the window, counted from 0.
type Spot struct{ Row, Cell int }

// Body gives the lines that a screen has for itself: all but the blank one and
// the key line below it.
func (e Env) Body() int { return max(1, e.Height-2) }

// Layout gives the measure for the window's width.
func (e Env) Layout() Layout { return LayoutFor(e.Width) }

// ToChapter asks for a chapter, at the place where the reader left it; with Block set,
// at that block; or, with Exercise set, at that exercise, unfolded and with the cursor
// in it.
type ToChapter struct {
	Number   int
	Exercise string
	Block    course.Key // without a hash for none
}

// ToInstrument asks for the instrument of an exercise; its note is open already.
type ToInstrument struct {
	Exercise string // its id
	Chapter  int    // where it stands
}

// ToPlacard asks for one answer, large and with nothing else around it.
type ToPlacard struct{ Question, Words string }

// ToSlides asks for the projector's view of a chapter.
type ToSlides struct{ Chapter int }

// ToMore asks for the list of what else there is.
type ToMore struct{ Chapter int }

// ToTaking asks for the list of what one can take along.
type ToTaking struct{}

// ToWiping asks for what can be wiped for good; with Leaving set for the whole
// workbook, after which the program stops.
type ToWiping struct{ Leaving bool }

// ToAction asks for what a chapter offers by name: one of course.Actions.
type ToAction struct{ Name string }

// ToText asks for a page of plain text: about the module, about the notes.
type ToText struct{ Title, Markdown string }

// Show is a screen in front of an audience: to stop ends the show first, and the
// program under it only where there is nothing else.
type Show interface{ Showing() }

// EndShow asks to stop presenting.
type EndShow struct{}

// Back asks for the screen before this one.
type Back struct{}

// Quit asks to stop; everything is saved first.
type Quit struct{}

// NextTheme asks for the theme after the present one.
type NextTheme struct{}

// SwitchHeeding asks to mark what leads to somebody, or to mark it no more.
type SwitchHeeding struct{}

// Say shows a line at the place of the keys until the next key.
type Say struct{ Text string }

// Said gives what a field asks for after a key, with the line that it says; "" is none.
func Said(cmd tea.Cmd, text string) tea.Cmd {
	if text == "" {
		return cmd
	}
	return tea.Batch(cmd, Tell(text))
}

// Tell gives a command that says a line.
func Tell(text string) tea.Cmd {
	return func() tea.Msg { return Say{text} }
}

// Ask gives a command that sends a request to the root.
func Ask(request tea.Msg) tea.Cmd {
	return func() tea.Msg { return request }
}

// Named gives a binding with another word in the key line: what it does just
// here.
func Named(b key.Binding, help string) key.Binding {
	b.SetHelp(b.Help().Key, help)
	return b
}
