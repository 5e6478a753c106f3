package kind

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"werkboek/internal/frontmatter"
)

// Sort is the sort of a field, by its Dutch name in a definition.
type Sort string

// The sorts of field of design.md §5.
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

// Field is one question and how it is answered. Its value is text in every sort:
// Line and Prose as typed; List and Ticks one "- item" per line; Choice the words
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
	OptionsOf Place               `yaml:"uit"`   // the list whose items are the options
	Shows     Place               `yaml:"toont"` // recalled above the line
	Sensitive frontmatter.YesNo   `yaml:"gevoelig"`

	Lines frontmatter.Lines `yaml:"-"` // where it stands in the definition
}

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
	Before    []Field           `yaml:"vooraf"`
	After     []Field           `yaml:"daarna"`
	Body      string            `yaml:"-"` // the instruction, Markdown
	File      string            `yaml:"-"` // path inside the pack
	Lines     frontmatter.Lines `yaml:"-"`
}

// Several tells whether the exercise stands in more than one chapter; it then
// has one note per chapter, and is not counted among a chapter's exercises.
func (h Head) Several() bool { return len(h.Chapters) > 1 }

// Items gives the items of a List or Ticks value: the text of each line, without
// the "- " before it. Lines without one are items as well; empty lines are none.
func Items(value string) []string {
	var items []string
	for line := range strings.SplitSeq(value, "\n") {
		item := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "- "))
		if item != "" && item != "-" {
			items = append(items, item)
		}
	}
	return items
}

// ListOf writes items as the value of a List or Ticks field.
func ListOf(items []string) string {
	var b strings.Builder
	for i, item := range items {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("- " + item)
	}
	return b.String()
}

// Chapters are the numbers of the chapters that an exercise stands in. In a
// definition it is one number or a list of them.
type Chapters []int

// UnmarshalYAML reads one number or a list.
func (c *Chapters) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		var n int
		if err := node.Decode(&n); err != nil {
			return fmt.Errorf("read a chapter number: %w", err)
		}
		*c = Chapters{n}
		return nil
	}
	var list []int
	if err := node.Decode(&list); err != nil {
		return fmt.Errorf("read chapter numbers: %w", err)
	}
	*c = list
	return nil
}
