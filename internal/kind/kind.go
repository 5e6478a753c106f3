// Package kind is the contract between the workbook and the kinds of exercise.
//
// A kind is rules and words on plain values: it parses a definition, reads an
// answer from a note, says which parts stand on the page now, and writes the
// answer back. It knows no screen, no file and no clock; so the same kind serves
// the page, the export, the search and a front end that reads aloud. It imports
// problem, frontmatter and sheet, and never another kind.
//
// # How it flows
//
//	Kind.Parse(head, doc)     definition of one exercise, once per course
//	Definition.Read(sheet)    an Answer, never failing: what does not fit is kept
//	Answer.Parts(env)         what stands on the page for this answer, in order
//	Answer.Set(field, value)  a new Answer; the old one is the undo step
//	Answer.Sheet()            the note to save
//	Answer.Passages()         what is kept, for who reads it on paper
//	Definition.Blank()        what can be asked, for who writes on paper
//
// Answers are immutable. The page draws texts, fields, steps and leftovers of
// every kind by itself; an Instrument part names what takes the whole window,
// and the instrument's own screen works on the concrete Answer of its kind.
//
// # Tried on paper against all eight
//
// Reflection: Ask parts only. Worksheet: Step parts that hold Ask parts; done
// steps fold, Step.Others is a step that somebody else types. Statements: per
// statement an Ask of sort keuze, then, once it is answered, a Text (explanation
// and source) and an Ask after it; Parts sees the answer, so revealing is no
// special case of the page. Dialogue: Ask parts (letter, size, question), one
// Instrument (rounds; start time in the note's head under `klok`, tallies as a
// table in one section, what is written in the silent phase as fields DI-5@2),
// Ask parts after it. The clock is no state: it follows from the start time and
// a given now, so it needs no place here. Mind map: an Instrument whose value is
// a nested list in one section, remarks as fields. Cards: an Instrument with a
// table of places per look and a field per remark; cards of one's own are rows.
// Circle: an Instrument with one table of marks. Scale: an Instrument with a
// table per column; a column with `bewaren: nee` is kept in the Answer and left
// out by Sheet, as every `for now only` field is.
//
// The trial changed three things. Parts takes the answer's place among others
// (Env) because recalled words and options answered elsewhere are live. Repeats
// (DI-5@2) are ids, so that no part needs an index. And what a kind keeps beside
// its fields is sections and head keys of the same sheet, so that one round trip
// serves all.
package kind

import (
	"slices"

	"werkboek/internal/frontmatter"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
)

// Kind is one sort of exercise.
type Kind interface {
	// Name is the word that `soort:` holds in a definition: "reflectie".
	Name() string
	// Parse takes the kind's own keys from doc. The definition is usable even
	// when there are problems; it then lacks what could not be read.
	Parse(head Head, doc *frontmatter.Doc) (Definition, []problem.Problem)
}

// Definition is what an exercise asks, for everybody.
type Definition interface {
	// Head gives what every exercise has.
	Head() Head
	// Fields lists all fields, in page order, also those that are not shown now.
	Fields() []Field
	// Read makes an answer of a note. It never fails: what has no place in the
	// definition is kept and comes back in Parts as Former and in Sheet.
	Read(s sheet.Sheet) Answer
	// Blank gives the exercise for pen and paper: Text, Ask, Step and Grid parts with
	// all that it can ask, whatever would be chosen.
	Blank() []Part
}

// Texter is a definition with texts of its own, beside its instruction.
type Texter interface {
	// Texts lists them, so that links in them can be checked.
	Texts() []Text
}

// Condition is the choices that a part of an exercise hangs on, and where it stands
// in the definition.
type Condition struct {
	If    map[string][]string
	Lines frontmatter.Lines
}

// Conditional is a definition that shows parts of it, beside fields, only for
// earlier choices.
type Conditional interface {
	// Conditions lists them, so that the choices can be checked.
	Conditions() []Condition
}

// Carrier is an answer that holds something that is in no file: what is for now
// only, what can be taken back.
type Carrier interface {
	// CarryOver gives the answer with what an answer in hand had of that.
	CarryOver(was Answer) Answer
}

// Lister is a definition whose instrument gives lists that a field can take its
// options from, beside the fields that hold lists.
type Lister interface {
	// Lists names them, as `uit` does after the slash.
	Lists() []string
}

// Answer is what one person answered, an immutable value.
type Answer interface {
	// Parts lists what stands on the page now, in order.
	Parts(env Env) []Part
	// Value gives a field's raw text; ok is false when it was never answered.
	Value(field string) (value string, ok bool)
	// Set gives the answer with one field's text changed.
	Set(field, value string) Answer
	// State says how far it is, by the rule of the kind.
	State(env Env) State
	// Sheet gives the note to save; values that are for now only are left out.
	Sheet() sheet.Sheet
	// Words lists everything written, with its place, for search.
	Words() []Words
	// Passages gives everything that is kept, under its questions, as a person reads
	// it; for export.
	Passages() []Passage
}

// Words is a text that somebody wrote, and where.
type Words struct {
	Field string // id of the field
	Ask   string // its question, for people
	Text  string // raw
}

// State is how far an exercise is. On screen it is a word, or nothing.
type State int

// The three states of an exercise.
const (
	Untouched State = iota // nothing
	Begun                  // begonnen
	Done                   // af
)

// String gives the Dutch word on the screen, "" for Untouched.
func (s State) String() string {
	return [...]string{"", "begonnen", "af"}[s]
}

// Env is what an answer may know of the world around it.
type Env struct {
	Chapter int // the chapter it stands in; an exercise may stand in several
	// Recall gives the present words of a field elsewhere, unsaved ones first;
	// "" when nothing was written there. It is never nil on the page.
	Recall func(Place) string
}

func (e Env) recall(p Place) string {
	if e.Recall == nil || p.IsZero() {
		return ""
	}
	return e.Recall(p)
}

// Part is one thing on the page of an exercise: a Text, an Ask, a Step, an
// Instrument or a Former; on paper also a Grid.
type Part interface{ part() }

// Text is a passage to read, in Markdown. ID tells texts of an exercise apart; Line
// is where it stands in the definition, 0 where that is not known.
type Text struct {
	ID, Markdown string
	Line         int
}

// Ask is a field to write in, with everything that depends on other answers
// already looked up.
type Ask struct {
	Field   Field
	Options []string // of keuze and vinken: the field's own, or those answered elsewhere
	Recall  []Recalled
}

// Recalled is what was written elsewhere, and the word that stands before it; Text is
// never empty.
type Recalled struct{ Word, Text string }

// Step is a part of a worksheet that folds to one line when it is done.
type Step struct {
	ID      string
	Title   string
	Minutes int // 0 when it is not said
	State   State
	Others  bool // somebody else types: it does not keep the exercise from Done
	Parts   []Part
}

// Instrument is what takes the whole window. Title says what opens ("de kaart"),
// Summary what is in it now ("12 kaarten gelegd"), "" when it is empty; State is how
// far it is by itself.
type Instrument struct {
	Title, Summary string
	State          State
}

// Former is something written earlier that has no question any more.
type Former struct{ Words Words }

func (Text) part()       {}
func (Ask) part()        {}
func (Step) part()       {}
func (Instrument) part() {}
func (Former) part()     {}
func (Grid) part()       {}

// Asks gives the asks among parts, those inside steps included, in page order.
func Asks(parts []Part) []Ask {
	var asks []Ask
	for _, p := range parts {
		switch p := p.(type) {
		case Ask:
			asks = append(asks, p)
		case Step:
			asks = append(asks, Asks(p.Parts)...)
		}
	}
	return asks
}

// Mine gives the asks among parts but those that somebody else types.
func Mine(parts []Part) []Ask {
	return Asks(slices.DeleteFunc(slices.Clone(parts), func(p Part) bool {
		step, ok := p.(Step)
		return ok && step.Others
	}))
}

// Registry finds a kind by the word in `soort:`.
type Registry []Kind

// Find gives the kind of that name.
func (r Registry) Find(name string) (Kind, bool) {
	i := slices.IndexFunc(r, func(k Kind) bool { return k.Name() == name })
	if i < 0 {
		return nil, false
	}
	return r[i], true
}

// Names lists the names, in the registry's order.
func (r Registry) Names() []string {
	names := make([]string, len(r))
	for i, k := range r {
		names[i] = k.Name()
	}
	return names
}
