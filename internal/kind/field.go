package kind

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"werkboek/internal/frontmatter"
)

// Sort is the sort of a field, by its Dutch name in a definition.
type Sort string

// The sorts of field, as a definition names them under `soort`.
const (
	Line   Sort = "regel"  // one line, at most Length runes as an invitation
	Prose  Sort = "tekst"  // as long as you like
	List   Sort = "lijst"  // items, one per line; Min and Max invite
	Choice Sort = "keuze"  // one of Options, or one's own where Own
	Ticks  Sort = "vinken" // some of Options
	Number Sort = "getal"  // From to To, with words at its ends
	Date   Sort = "datum"  // a day
)

// Sorts lists the sorts that a definition may name.
func Sorts() []Sort { return []Sort{Line, Prose, List, Choice, Ticks, Number, Date} }

// Writes tells whether one types into a field of the sort, and does not choose.
func (s Sort) Writes() bool { return s != Choice && s != Ticks && s != Number }

// Field is one question and how it is answered. Its value is text in every sort:
// Line and Prose as typed; List and Ticks one "- item" per line, and in a List
// whatever was typed behind the mark; Choice the words
// of the option; Number its digits; Date 2006-01-02, or as typed while it is no
// date yet.
type Field struct {
	ID        string              `yaml:"id"`
	Ask       string              `yaml:"vraag"`
	Help      string              `yaml:"hulp"`
	Example   string              `yaml:"voorbeeld"`
	Sort      Sort                `yaml:"soort"`
	Length    int                 `yaml:"lengte"` // runes, of a Line; 0 is no limit
	Min       int                 `yaml:"min"`    // items, of a List
	Max       int                 `yaml:"max"`    // items, of a List; 0 is no limit
	Options   []string            `yaml:"opties"`
	Own       frontmatter.YesNo   `yaml:"eigen"`
	From      int                 `yaml:"van"`
	To        int                 `yaml:"tot"`
	Ends      []string            `yaml:"uitersten"` // the words at From and To
	MayEmpty  frontmatter.YesNo   `yaml:"mag_leeg"`
	When      string              `yaml:"wanneer"` // "zaal", "thuis", or "" for both
	If        map[string][]string `yaml:"als"`     // shown only when each field named holds one of the values
	Hidden    frontmatter.YesNo   `yaml:"verborgen"`
	OptionsOf Place               `yaml:"uit"`      // the list whose items are the options
	Shows     Shows               `yaml:"toont"`    // recalled above the line
	Proposal  string              `yaml:"voorstel"` // of a Date: what enter fills in, as one would type it
	Sensitive frontmatter.YesNo   `yaml:"gevoelig"`
	Private   frontmatter.NoYes   `yaml:"meenemen"` // an export leaves it out until it is asked for

	Lines frontmatter.Lines `yaml:"-"` // where it stands in the definition
}

// ValidID tells whether a field can have an id: no blanks and slashes in it, and a
// number behind an @ where it repeats ("DI-5@2").
func ValidID(id string) bool { return validID.MatchString(id) }

var validID = regexp.MustCompile(`^[^\s/@]+(@\d+)?$`)

// Place names a field of an exercise: "leervraag/RF-4", or, for an exercise that
// stands in several chapters, "5/wat-neem-ik-mee/RF-1".
type Place struct{ Exercise, Field string }

// ParsePlace reads "oefening/veld". Without a slash the exercise is empty.
func ParsePlace(s string) Place {
	i := strings.LastIndexByte(s, '/')
	if i < 0 {
		return Place{Field: s}
	}
	return Place{Exercise: s[:i], Field: s[i+1:]}
}

// IsZero tells whether no place is named.
func (p Place) IsZero() bool { return p == Place{} }

// String gives the place as it is written in a definition.
func (p Place) String() string {
	if p.IsZero() {
		return ""
	}
	return p.Exercise + "/" + p.Field
}

// UnmarshalText reads a place from a definition.
func (p *Place) UnmarshalText(text []byte) error {
	*p = ParsePlace(string(text))
	return nil
}

// Shown is a field whose words are recalled, and the word that stands before them.
type Shown struct {
	Place Place  `yaml:"plaats"`
	Word  string `yaml:"woord"`
}

// Shows are the fields whose words are recalled. In a definition it is one place or
// a list of them, each "eiland/FI-21" or {plaats: eiland/FI-21, woord: het eiland}.
type Shows []Shown

// UnmarshalYAML reads one place or a list.
func (s *Shows) UnmarshalYAML(node *yaml.Node) error {
	list := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		list = node.Content
	}
	for _, n := range list {
		shown := Shown{Place: ParsePlace(n.Value)}
		if n.Kind == yaml.MappingNode {
			if err := n.Decode(&shown); err != nil {
				return frontmatter.Misfit(textBadPlaces)
			}
		}
		*s = append(*s, shown)
	}
	return nil
}

// Head is what every exercise has, of any kind.
type Head struct {
	ID        string            `yaml:"id"`
	Title     string            `yaml:"titel"`
	Chapters  Chapters          `yaml:"hoofdstuk"`
	Kind      string            `yaml:"soort"`
	Minutes   int               `yaml:"duur"`
	Form      string            `yaml:"vorm"`    // alleen, tweetal, drietal, groep
	When      string            `yaml:"wanneer"` // zaal, thuis
	Sensitive frontmatter.YesNo `yaml:"gevoelig"`
	Private   frontmatter.NoYes `yaml:"meenemen"` // of all its fields
	Before    []Field           `yaml:"vooraf"`
	After     []Field           `yaml:"daarna"`
	Body      string            `yaml:"-"` // the instruction, Markdown
	File      string            `yaml:"-"` // path inside the pack
	Lines     frontmatter.Lines `yaml:"-"`
}

// Forms lists with whom an exercise can be done: the values of `vorm`.
func Forms() []string { return []string{"alleen", "tweetal", "drietal", "groep"} }

// Where something is done or answered: the words of `wanneer`.
const (
	InRoom = "zaal"
	AtHome = "thuis"
)

// Whens lists where an exercise or a field can be done: the values of `wanneer`.
func Whens() []string { return []string{InRoom, AtHome} }

// Several tells whether the exercise stands in more than one chapter; it then
// has one note per chapter, and is not counted among a chapter's exercises.
func (h Head) Several() bool { return len(h.Chapters) > 1 }

// itemMark stands before each item of a List or Ticks value.
const itemMark = "- "

// Entries gives what was typed into a List, line by line: what stands behind the
// "- " of each line, to the byte, empty entries included. Lines that people wrote
// without one are entries as well, without the blanks around them; their empty
// lines are none.
func Entries(value string) []string {
	var entries []string
	for line := range strings.SplitSeq(value, "\n") {
		entry, marked := strings.CutPrefix(line, itemMark)
		if !marked {
			bare := strings.TrimSpace(line) + " " // some editors cut the blank of a mark
			entry, marked = strings.CutPrefix(bare, itemMark)
			entry = strings.TrimSpace(entry)
		}
		if marked || entry != "" {
			entries = append(entries, entry)
		}
	}
	return entries
}

// Items gives the items of a List or Ticks value: its entries that are not empty,
// without the blanks around them.
func Items(value string) []string {
	var items []string
	for _, entry := range Entries(value) {
		if item := strings.TrimSpace(entry); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// ListOf writes items or entries as the value of a List or Ticks field.
func ListOf(items []string) string {
	var b strings.Builder
	size := 0
	for _, item := range items {
		size += len(item) + len(itemMark) + 1
	}
	b.Grow(size)
	for i, item := range items {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(itemMark + item)
	}
	return b.String()
}

// Holds tells whether a value of the field says anything: more than blanks, and in
// a List more than empty entries.
func (f Field) Holds(value string) bool {
	if f.Sort == List {
		return len(Items(value)) > 0
	}
	return strings.TrimSpace(value) != ""
}

// Chapters are the numbers of the chapters that an exercise stands in. In a
// definition it is one number or a list of them.
type Chapters []int

// UnmarshalYAML reads one number or a list.
func (c *Chapters) UnmarshalYAML(node *yaml.Node) error {
	list := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		list = node.Content
	}
	*c = nil
	for _, n := range list {
		number := 0
		if err := n.Decode(&number); err != nil {
			return frontmatter.Misfit(notChapter(n.Value))
		}
		*c = append(*c, number)
	}
	return nil
}
