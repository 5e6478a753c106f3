package course

import (
	"io/fs"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
)

// Pack is where a course comes from: two folders, embedded or on a disk. There
// is no other road into the program.
type Pack struct {
	Reader    fs.FS // module.yaml, chapters, begrippen.yaml, bronnen.yaml
	Exercises fs.FS // one Markdown file per exercise
}

// Module is what module.yaml says.
type Module struct {
	ID            string       `yaml:"id"`
	Title         string       `yaml:"titel"`
	Subtitle      string       `yaml:"ondertitel"`
	Provider      string       `yaml:"aanbieder"`
	Introduction  string       `yaml:"inleiding"`
	Goal          string       `yaml:"doel"`
	Audience      string       `yaml:"doelgroep"`
	Method        []string     `yaml:"werkwijze"`
	GroupSize     GroupSize    `yaml:"groepsgrootte"`
	StudyLoad     string       `yaml:"studiebelasting"`
	Material      string       `yaml:"materiaal"`
	Accreditation string       `yaml:"accreditatie"`
	Registration  string       `yaml:"registratie"`
	Contact       []Contact    `yaml:"contact"`
	Language      string       `yaml:"taal"`
	Version       string       `yaml:"versie"`
	WorkFields    []string     `yaml:"werkvelden"`
	Programme     []Slot       `yaml:"programma"`
	Today         kind.Place   `yaml:"vandaag"`     // whose answer stands on the start screen
	LookBack      []kind.Place `yaml:"terugkijken"` // those that the end looks back on

	Lines frontmatter.Lines `yaml:"-"`
}

// GroupSize is the smallest and the largest group, in persons.
type GroupSize struct {
	Min int `yaml:"min"`
	Max int `yaml:"max"`
}

// Contact is a person of the provider.
type Contact struct {
	Name  string `yaml:"naam"`
	Email string `yaml:"email"`
}

// Slot is one block of the training day: a chapter or a break.
type Slot struct {
	Begin   Clock     `yaml:"begin"` // "13.20"
	Minutes int       `yaml:"minuten"`
	Chapter *int      `yaml:"hoofdstuk"` // nil for a break
	Break   string    `yaml:"pauze"`     // "pauze", "lunch"; "" for a chapter
	Shorten []Shorten `yaml:"inkorten"`

	Lines frontmatter.Lines `yaml:"-"`
}

// Shorten is what may be left out when time runs short.
type Shorten struct {
	What    string `yaml:"wat"`
	Minutes int    `yaml:"minuten"`
}

// Clock is a time of day in minutes since midnight; its text is "9.30".
type Clock int

// Term is an entry of begrippen.yaml.
type Term struct {
	ID     string   `yaml:"id"`
	Name   string   `yaml:"naam"`
	Also   []string `yaml:"ook"`
	Text   string   `yaml:"uitleg"`
	Source string   `yaml:"bron"` // id of a source, or ""

	Lines frontmatter.Lines `yaml:"-"`
}

// Source is an entry of bronnen.yaml.
type Source struct {
	ID        string `yaml:"id"`
	Author    string `yaml:"auteur"`
	Year      string `yaml:"jaar"`
	Title     string `yaml:"titel"`
	Publisher string `yaml:"uitgave"`
	URL       string `yaml:"url"`
	Remark    string `yaml:"opmerking"`
	UsedFor   string `yaml:"gebruikt"` // what it was used for, a few words

	Lines frontmatter.Lines `yaml:"-"`
}

// BlockKind says what a block is.
type BlockKind int

// The kinds of block.
const (
	Heading   BlockKind = iota // ## and ###: Level, Text
	Paragraph                  // Text
	List                       // Items, Ordered, Start
	Table                      // Rows; the first one is the head, Align per column
	Quote                      // Children
	Code                       // Literal
	Callout                    // Label, Fields, Children
	Exercise                   // Target is the id of the exercise
	Action                     // Target is one of Actions, Text what it is called
	NewSlide                   // --- in the text: sets nothing on the page
)

// Label is the sort of a callout.
type Label string

// The callouts of the alert form.
const (
	Practice Label = "PRAKTIJK"
	Question Label = "VRAAG"
	Caution  Label = "LET OP"
	SlideTip Label = "DIA"
	Trainer  Label = "TRAINER"
)

// Block is the unit of everything: what is set, resumed at, scribbled beside,
// found and projected. It is a plain value; no Markdown syntax is left in it and
// every text in it is made safe (plain.Safe).
type Block struct {
	Key      Key
	Kind     BlockKind
	Line     int // 1-based line in the chapter's file
	Level    int // of a Heading: 2 or 3
	Number   int // of a Heading of level 2: the number of its section
	Text     Inline
	Items    []Item
	Ordered  bool
	Start    int
	Rows     [][]Inline
	Align    []Align
	Children []*Block
	Label    Label
	Fields   []string // work fields that a Practice names
	// Variants are the other work fields' versions of a Practice; the block
	// itself is the first. A reader sees one of them.
	Variants []*Block
	Literal  string
	Target   string
}

// Item is one item of a list.
type Item struct {
	Task     *bool // a [ ] or [x] before it; nil when there is none
	Children []*Block
}

// Align is the alignment of a table's column.
type Align int

// The alignments of a column.
const (
	Left Align = iota
	Right
	Center
)

// Inline is running text as spans, in order.
type Inline []Span

// Span is a piece of running text in one style.
type Span struct {
	Text   string
	Strong bool
	Emph   bool
	Code   bool
	Link   string // "begrip:fijnmazig", "bron:pinto-2009", "https://…", or ""
	Break  bool   // a hard line break; Text is ""
}

// Key finds a block again, in a margin note too. Two blocks of a chapter never have the
// same key.
type Key struct {
	Section string // id of the heading it stands under; "" before the first
	Hash    string // first 8 hex digits of SHA-256 of its normalised plain text
	Ordinal int    // among blocks of the same section and hash, from 1
	Quote   string // the first 40 runes of its plain text
}
