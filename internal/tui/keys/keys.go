// Package keys is the one table of keys. Bottom lines, help and
// a test are made from it; no screen writes a key's name by hand. It knows
// Bubble Tea's key bindings and nothing of ours.
package keys

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

func bind(show, help string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(show, help))
}

// Everywhere holds what counts in every place, also while one types.
type Everywhere struct {
	Quit, Help, Cover, Save, Redraw, Back, Versions key.Binding
}

// Letters holds what counts in every place where one does not type.
type Letters struct {
	Help, Quit, Theme key.Binding
}

// Start is the day: the first screen.
type Start struct {
	Up, Down, First, Last, Open, Chapter, Notes, More key.Binding
}

// Page is a chapter, while one reads.
type Page struct {
	Turn, TurnBack, Up, Down, First, Last key.Binding
	Next, Previous, Open                  key.Binding
	Chapter, Contents, Margin, OtherField key.Binding
	Alone, Notes, Undo                    key.Binding
}

// Field is a line to write on. Its bindings never carry text.
type Field struct {
	Next, Previous                                          key.Binding
	Left, Right, Up, Down, WordLeft, WordRight              key.Binding
	LineStart, LineEnd, First, Last, PageUp, PageDown       key.Binding
	SelectLeft, SelectRight, SelectUp, SelectDown           key.Binding
	SelectWordLeft, SelectWordRight                         key.Binding
	SelectLineStart, SelectLineEnd, SelectFirst, SelectLast key.Binding
	SelectPageUp, SelectPageDown, SelectAll                 key.Binding
	Copy, Cut, Paste, Undo, Redo                            key.Binding
	NewLine, Backspace, Delete, BackspaceWord, DeleteWord   key.Binding
	Alone                                                   key.Binding
}

// Choice is a field in which one chooses among words: keuze and vinken.
type Choice struct {
	Up, Down, Left, Right, Toggle, Digit, Clear, Undo, Redo key.Binding
}

// Number is a field in which one chooses a number: getal.
type Number struct {
	Lower, Higher, Digit, Clear, Undo, Redo key.Binding
}

// List is a short list over the page: the contents, Meer.
type List struct {
	Up, Down, First, Last, Open key.Binding
}

// Taking is the list of what one takes along.
type Taking struct {
	Up, Down, First, Last, Toggle, All, ReadOn, ReadBack, Folder, Blank, Write key.Binding
}

// Presenter is the projector's view.
type Presenter struct {
	Next, Previous, First, Last, Black, Digit, Jump key.Binding
}

// Instrument is what takes the whole window, of every kind.
type Instrument struct {
	Up, Down, Left, Right, First, Last, Undo, Redo key.Binding
}

// Scale is the scales.
type Scale struct {
	Place, Unknown, How, Clear, Second key.Binding
}

// Circle is the circle.
type Circle struct {
	Alike, Different, Unknown, Skip, Clear, Add, Remove, More, Fewer key.Binding
}

// Cards is the table of cards.
type Cards struct {
	Lay, Next, Look, Add, All, Disagree key.Binding
}

// Dialogue is the rounds of the dialogue.
type Dialogue struct {
	Tally, Untally, Pause, Longer, Start, Write key.Binding
}

// Mindmap is the mind map.
type Mindmap struct {
	Below, Beside, Before, Between, Edit, Delete, Remark key.Binding
	Up, Down, Deeper, Higher, Other                      key.Binding
	Copy, Cut, Paste                                     key.Binding
	Fold, Levels, List, Focus, Find, FindNext, Identity  key.Binding
	Gives, Ways                                          key.Binding
}

// NewEverywhere makes the bindings that count everywhere.
func NewEverywhere() Everywhere {
	return Everywhere{
		Quit:   bind("ctrl+q", textQuit, "ctrl+q"),
		Help:   bind("F1", textHelp, "f1"),
		Cover:  bind("F9", textCover, "f9"),
		Save:   bind("ctrl+s", textSave, "ctrl+s"),
		Redraw: bind("ctrl+l", textRedraw, "ctrl+l"),
		Back:   bind("esc", textBack, "esc", "alt+esc"), // esc pressed twice, fast, arrives as alt+esc

		Versions: bind("F6", textVersions, "f6"),
	}
}

// NewLetters makes the bindings that count where one does not type.
func NewLetters() Letters {
	return Letters{
		Help:  bind("?", textHelp, "?"),
		Quit:  bind("q", textQuit, "q"),
		Theme: bind("t", textTheme, "t"),
	}
}

// NewStart makes the bindings of the first screen.
func NewStart() Start {
	return Start{
		Up:      bind("↑", textUp, "up"),
		Down:    bind("↓", textDown, "down"),
		First:   bind("Home", textFirstRow, "home"),
		Last:    bind("End", textLastRow, "end"),
		Open:    bind("enter", textOpenChapter, "enter"),
		Chapter: bind("0-9", textChapter, digits()...),
		Notes:   bind("n", textNotes, "n"),
		More:    bind(".", textMore, "."),
	}
}

// NewPage makes the bindings of a chapter.
func NewPage() Page {
	return Page{
		Turn:       bind("spatie", textTurn, "space", "pgdown"),
		TurnBack:   bind("PgUp", textTurnBack, "pgup", "shift+space"),
		Up:         bind("↑", textBlockUp, "up"),
		Down:       bind("↓", textBlockDown, "down"),
		First:      bind("Home", textFirstPage, "home", "ctrl+home"),
		Last:       bind("End", textLastPage, "end", "ctrl+end"),
		Next:       bind("tab", textNextThing, "tab"),
		Previous:   bind("shift+tab", textPreviousThing, "shift+tab"),
		Open:       bind("enter", textOpenThing, "enter"),
		Chapter:    bind("0-9", textChapter, digits()...),
		Contents:   bind("i", textContents, "i"),
		Margin:     bind("m", textMargin, "m"),
		OtherField: bind("v", textOtherField, "v"),
		Alone:      bind("g", textAlone, "g", "f8"),
		Notes:      bind("n", textNotes, "n"),
		Undo:       bind("ctrl+z", textUndoRestart, "ctrl+z"),
	}
}

// NewField makes the bindings of a line to write on.
func NewField() Field {
	return Field{
		Next:     bind("tab", textNextField, "tab"),
		Previous: bind("shift+tab", textPreviousField, "shift+tab"),

		Left:      bind("←", textLeft, "left"),
		Right:     bind("→", textRight, "right"),
		Up:        bind("↑", textLineUp, "up"),
		Down:      bind("↓", textLineDown, "down"),
		WordLeft:  bind("ctrl+←", textWordLeft, "ctrl+left", "alt+left", "alt+b"),
		WordRight: bind("ctrl+→", textWordRight, "ctrl+right", "alt+right", "alt+f"),
		LineStart: bind("Home", textLineStart, "home"),
		LineEnd:   bind("End", textLineEnd, "end"),
		First:     bind("ctrl+Home", textTextStart, "ctrl+home"),
		Last:      bind("ctrl+End", textTextEnd, "ctrl+end"),
		PageUp:    bind("PgUp", textFieldPageUp, "pgup"),
		PageDown:  bind("PgDn", textFieldPageDown, "pgdown"),

		SelectLeft:      bind("shift+←", textSelect, "shift+left"),
		SelectRight:     bind("shift+→", textSelect, "shift+right"),
		SelectUp:        bind("shift+↑", textSelect, "shift+up"),
		SelectDown:      bind("shift+↓", textSelect, "shift+down"),
		SelectWordLeft:  bind("ctrl+shift+←", textSelect, "ctrl+shift+left", "alt+shift+left"),
		SelectWordRight: bind("ctrl+shift+→", textSelect, "ctrl+shift+right", "alt+shift+right"),
		SelectLineStart: bind("shift+Home", textSelect, "shift+home"),
		SelectLineEnd:   bind("shift+End", textSelect, "shift+end"),
		SelectFirst:     bind("ctrl+shift+Home", textSelect, "ctrl+shift+home"),
		SelectLast:      bind("ctrl+shift+End", textSelect, "ctrl+shift+end"),
		SelectPageUp:    bind("shift+PgUp", textSelect, "shift+pgup"),
		SelectPageDown:  bind("shift+PgDn", textSelect, "shift+pgdown"),
		SelectAll:       bind("ctrl+a", textSelectAll, "ctrl+a"),

		Copy:  bind("ctrl+c", textCopy, "ctrl+c", "ctrl+insert"),
		Cut:   bind("ctrl+x", textCut, "ctrl+x", "shift+delete"),
		Paste: bind("ctrl+v", textPaste, "ctrl+v", "shift+insert"),
		Undo:  bind("ctrl+z", textUndo, "ctrl+z"),
		Redo:  bind("ctrl+y", textRedo, "ctrl+y", "ctrl+shift+z"),

		NewLine:       bind("enter", textNewLine, "enter", "shift+enter"),
		Backspace:     bind("backspace", textBackspace, "backspace", "shift+backspace"),
		Delete:        bind("delete", textDelete, "delete"),
		BackspaceWord: bind("ctrl+backspace", textBackspaceWord, "ctrl+backspace", "ctrl+h", "ctrl+w", "alt+backspace"),
		DeleteWord:    bind("ctrl+delete", textDeleteWord, "ctrl+delete", "alt+delete", "alt+d"),
		Alone:         bind("F8", textAlone, "f8"),
	}
}

// NewChoice makes the bindings of a field in which one chooses among words.
func NewChoice() Choice {
	return Choice{
		Up:     bind("↑", textOptionUp, "up"),
		Down:   bind("↓", textOptionDown, "down"),
		Left:   bind("←", textOptionUp, "left"),
		Right:  bind("→", textOptionDown, "right"),
		Toggle: bind("spatie", textToggle, "space", "enter"),
		Digit:  bind("1-9", textDigit, digits()...),
		Clear:  bind("backspace", textClear, "backspace", "delete"),
		Undo:   bind("ctrl+z", textUndo, "ctrl+z"),
		Redo:   bind("ctrl+y", textRedo, "ctrl+y", "ctrl+shift+z"),
	}
}

// NewNumber makes the bindings of a field in which one chooses a number.
func NewNumber() Number {
	return Number{
		Lower:  bind("←", textLower, "left"),
		Higher: bind("→", textHigher, "right"),
		Digit:  bind("0-9", textNumberDigit, digits()...),
		Clear:  bind("backspace", textClearNumber, "backspace", "delete"),
		Undo:   bind("ctrl+z", textUndo, "ctrl+z"),
		Redo:   bind("ctrl+y", textRedo, "ctrl+y", "ctrl+shift+z"),
	}
}

// NewList makes the bindings of a short list over the page.
func NewList() List {
	return List{
		Up:    bind("↑", textUp, "up"),
		Down:  bind("↓", textDown, "down"),
		First: bind("Home", textFirstRow, "home"),
		Last:  bind("End", textLastRow, "end"),
		Open:  bind("enter", textOpenRow, "enter"),
	}
}

// NewTaking makes the bindings of what one takes along.
func NewTaking() Taking {
	return Taking{
		Up:       bind("↑", textUp, "up"),
		Down:     bind("↓", textDown, "down"),
		First:    bind("Home", textFirstRow, "home"),
		Last:     bind("End", textLastRow, "end"),
		Toggle:   bind("spatie", textSwitch, "space"),
		All:      bind("a", textSwitchAll, "a"),
		ReadOn:   bind("PgDn", textReadOn, "pgdown"),
		ReadBack: bind("PgUp", textReadBack, "pgup"),
		Folder:   bind("w", textOtherFolder, "w"),
		Blank:    bind("l", textWriteBlank, "l"),
		Write:    bind("enter", textWriteAlong, "enter"),
	}
}

// NewPresenter makes the bindings of the projector's view. A presenter's remote
// sends PgDn, PgUp, a full stop and b.
func NewPresenter() Presenter {
	return Presenter{
		Next:     bind("→", textNextSlide, "right", "down", "space", "pgdown"),
		Previous: bind("←", textPreviousSlide, "left", "up", "pgup", "backspace"),
		First:    bind("Home", textFirstSlide, "home"),
		Last:     bind("End", textLastSlide, "end"),
		Black:    bind(".", textBlack, ".", "b"),
		Digit:    bind("0-9", textSlideDigit, digits()...),
		Jump:     bind("enter", textJump, "enter"),
	}
}

// NewInstrument makes the bindings that all instruments share.
func NewInstrument() Instrument {
	return Instrument{
		Up:    bind("↑", textRowUp, "up"),
		Down:  bind("↓", textRowDown, "down"),
		Left:  bind("←", textCellLeft, "left"),
		Right: bind("→", textCellRight, "right"),
		First: bind("Home", textFirstRow, "home"),
		Last:  bind("End", textLastRow, "end"),
		Undo:  bind("ctrl+z", textUndo, "ctrl+z"),
		Redo:  bind("ctrl+y", textRedo, "ctrl+y", "ctrl+shift+z"),
	}
}

// NewScale makes the bindings of the scales.
func NewScale() Scale {
	return Scale{
		Place:   bind("cijfer", textPlace, digits()...),
		Unknown: bind("w", textUnknown, "w"),
		How:     bind("h", textHow, "h"),
		Clear:   bind("backspace", textClearPlace, "backspace", "delete"),
		Second:  bind("enter", textSecondMoment, "enter"),
	}
}

// NewCircle makes the bindings of the circle.
func NewCircle() Circle {
	return Circle{
		Alike:     bind("g", textAlike, "g", "="),
		Different: bind("v", textDifferent, "v"),
		Unknown:   bind("w", textUnknown, "w"),
		Skip:      bind("o", textSkip, "o", "-"),
		Clear:     bind("backspace", textClearSign, "backspace"),
		Add:       bind("+", textAddTrait, "+"),
		Remove:    bind("delete", textRemoveTrait, "delete", "x"),
		More:      bind(">", textMorePersons, ">", "."),
		Fewer:     bind("<", textFewerPersons, "<", ","),
	}
}

// NewCards makes the bindings of the cards; a card is laid with the letter of its
// place.
func NewCards() Cards {
	return Cards{
		Lay:      bind("b p s", textLay, "b", "p", "s"),
		Next:     bind("enter", textNextCard, "enter"),
		Look:     bind("tab", textOtherLook, "tab"),
		Add:      bind("+", textAddCard, "+"),
		All:      bind("a", textAllCards, "a"),
		Disagree: bind("o", textDisagree, "o"),
	}
}

// NewDialogue makes the bindings of the rounds.
func NewDialogue() Dialogue {
	return Dialogue{
		Tally:   bind("1-0", textTally, digits()...),
		Untally: bind("backspace", textUntally, "backspace"),
		Pause:   bind("p", textPause, "p"),
		Longer:  bind("+", textLonger, "+"),
		Start:   bind("s", textStart, "s"),
		Write:   bind("enter", textWriteOn, "enter"),
	}
}

// NewMindmap makes the bindings of the mind map. Moving has a plain second key each:
// some terminals keep ctrl and shift with arrows for themselves. Gives and Ways stand
// here for help; their letters come from the exercise.
func NewMindmap() Mindmap {
	return Mindmap{
		Below:    bind("tab", textBelow, "tab"),
		Beside:   bind("enter", textBeside, "enter"),
		Before:   bind("v", textBefore, "v", "shift+enter"),
		Between:  bind("ins of i", textBetween, "insert", "i"),
		Edit:     bind("F2", textEditNode, "f2", "r"),
		Delete:   bind("del", textDeleteNode, "delete"),
		Remark:   bind("o", textRemark, "o"),
		Up:       bind("ctrl+↑ of b", textMoveUp, "ctrl+up", "shift+up", "b"),
		Down:     bind("ctrl+↓ of n", textMoveDown, "ctrl+down", "shift+down", "n"),
		Deeper:   bind("ctrl+→ of d", textDeeper, "ctrl+right", "shift+right", "d"),
		Higher:   bind("ctrl+← of h", textHangHigher, "ctrl+left", "shift+left", "h"),
		Other:    bind("s", textOtherSide, "s"),
		Copy:     bind("ctrl+c", textCopyBranch, "ctrl+c", "ctrl+insert"),
		Cut:      bind("ctrl+x", textCutBranch, "ctrl+x", "shift+delete"),
		Paste:    bind("ctrl+v", textPasteBranch, "ctrl+v", "shift+insert"),
		Fold:     bind("spatie", textFoldNode, "space"),
		Levels:   bind("0-9", textLevels, digits()...),
		List:     bind("l", textAsList, "l"),
		Focus:    bind("f", textFocusBranch, "f"),
		Find:     bind("/", textFind, "/"),
		FindNext: bind("F3", textFindNext, "f3"),
		Identity: bind("m", textIdentityBranch, "m"),
		Gives:    bind("p g a e", textGives, "p", "g", "a", "e"),
		Ways:     bind("> < = ~ w", textWays, ">", "<", "=", "~", "w"),
	}
}

// Digit gives the digit of a key that was matched as one.
func Digit(msg tea.KeyPressMsg) int { return int(msg.String()[0] - '0') }

func digits() []string {
	return []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
}
