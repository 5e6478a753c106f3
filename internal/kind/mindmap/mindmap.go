// Package mindmap is the kind `mindmap`: one draws a tree around a core. Its nodes are
// people, places and powers, each with what it gives, which way that goes, and a
// remark. It judges nothing: the numbers of branches and nodes are suggestions. It
// imports kind, mindmap/tree and what lies below them.
//
//	kern:
//	  veld: MM-1
//	  woorden: {ik: ik, verzonnen persoon: Persoon X}
//	takken: [relaties, werk]
//	hoogstens: {takken: 6, knopen: 4}
//	geeft: [{teken: P, woord: praktische steun}]
//	kant: [{teken: ">", woord: geven}]
//	identiteit: {id: MM-6, vraag: Wie ik ben, hulp: Alleen wat je wilt., tak: wie ik ben}
//
// In the note the section `kaart` is a nested list under the core; see list.go. The
// branch of `identiteit` is sensitive. It is off until it is asked for, it goes along in
// an export only when that is asked for, and its words
// stand in a section of their own, so that what is for now only reaches no file; in the
// map's list only its place is kept.
package mindmap

import (
	"slices"
	"strings"
	"unicode"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
)

// Name is the word for this kind in a definition.
const Name = "mindmap"

// Section is the part of the note that holds the map.
const Section = "kaart"

// Branches is the name under which the labels of the main branches are a list.
const Branches = "takken"

// Core says who stands in the middle: a choice, and the label that goes with each
// option.
type Core struct {
	Field string            `yaml:"veld"`
	Words map[string]string `yaml:"woorden"`
}

// Mark is a sign that a node can carry, and its word.
type Mark struct {
	Sign string `yaml:"teken"`
	Word string `yaml:"woord"`
}

// Most is how many main branches, and nodes on each, still read well. They are
// suggestions; 0 is none.
type Most struct {
	Branches int `yaml:"takken"`
	Nodes    int `yaml:"knopen"`
}

// Identity is the branch that is off until it is asked for. Its nodes have its id.
type Identity struct {
	ID   string `yaml:"id"`
	Ask  string `yaml:"vraag"`
	Help string `yaml:"hulp"`
	Word string `yaml:"tak"` // the label it starts with
}

// Kind is the kind itself.
type Kind struct{}

// Name gives "mindmap".
func (Kind) Name() string { return Name }

// Definition is the mind map of one exercise.
type Definition struct {
	head     kind.Head
	Core     Core
	Branches []string // labels of the branches that it starts with
	Most     Most
	Gives    []Mark   // what a node gives, a letter each
	Ways     []Mark   // which way that goes
	Identity Identity // without an id there is none
}

// Parse takes the keys of the kind.
func (Kind) Parse(head kind.Head, doc *frontmatter.Doc) (kind.Definition, []problem.Problem) {
	var own struct {
		Core     Core     `yaml:"kern"`
		Branches []string `yaml:"takken"`
		Most     Most     `yaml:"hoogstens"`
		Gives    []Mark   `yaml:"geeft"`
		Ways     []Mark   `yaml:"kant"`
		Identity Identity `yaml:"identiteit"`
	}
	problems := doc.Take(&own)
	d := Definition{head, own.Core, own.Branches, own.Most, own.Gives, own.Ways, own.Identity}
	if len(problems) > 0 {
		return d, problems
	}
	say := func(key, what, remedy string) {
		problems = append(problems, problem.Problem{File: doc.File, Line: doc.Line(key), What: what, Remedy: remedy})
	}
	if len(own.Branches) == 0 {
		say("takken", textNoBranches, textNoBranchesRemedy)
	}
	d.checkCore(say)
	d.checkMarks(say)
	if i := own.Identity; i != (Identity{}) && (!kind.ValidID(i.ID) || i.Ask == "" || i.Word == "" || i.ID == Section) {
		say("identiteit", textBadIdentity, textIdentityRemedy)
		d.Identity = Identity{}
	}
	return d, problems
}

// checkCore looks whether each option of the field has a label.
func (d Definition) checkCore(say func(key, what, remedy string)) {
	field, ok := d.coreField()
	if !ok {
		say("kern", noCore(d.Core.Field), textCoreRemedy)
		return
	}
	for _, option := range field.Options {
		if d.Core.Words[option] == "" {
			say("kern", noWord(option), textCoreRemedy)
		}
	}
}

// checkMarks looks whether the signs can be told apart, also by who types them.
func (d Definition) checkMarks(say func(key, what, remedy string)) {
	seen := map[string]bool{}
	check := func(key string, marks []Mark, fits func(rune) bool) {
		for _, m := range marks {
			sign, small := []rune(m.Sign), strings.ToLower(m.Sign)
			if len(sign) != 1 || !fits(sign[0]) || strings.TrimSpace(m.Word) == "" || seen[small] {
				say(key, badMark(m.Sign), textMarkRemedy)
			}
			seen[small] = true
		}
	}
	check("geeft", d.Gives, unicode.IsLetter)
	check("kant", d.Ways, func(r rune) bool { return unicode.IsGraphic(r) && !strings.ContainsRune(reserved, r) })
}

// reserved are the signs that mean something else in the list of a note.
const reserved = ` ()[]\&#-*+,`

func (d Definition) coreField() (kind.Field, bool) {
	i := slices.IndexFunc(d.head.Before, func(f kind.Field) bool { return f.ID == d.Core.Field && f.Sort == kind.Choice })
	if i < 0 {
		return kind.Field{}, false
	}
	return d.head.Before[i], true
}

// Head gives what every exercise has.
func (d Definition) Head() kind.Head { return d.head }

// Fields lists the fields before and after the map, and between them the branch that
// is sensitive.
func (d Definition) Fields() []kind.Field {
	fields := slices.Clone(d.head.Before)
	if i := d.Identity; i.ID != "" {
		fields = append(fields, kind.Field{ID: i.ID, Ask: i.Ask, Help: i.Help, Sort: kind.Prose, MayEmpty: true, Sensitive: true, Private: true})
	}
	return append(append(fields, d.head.After...), kind.Paper())
}

// Blank gives the branches with room for what hangs on them.
func (d Definition) Blank() []kind.Part {
	var own []kind.Part
	if i := d.Identity; i.ID != "" {
		own = kind.Blanks([]kind.Field{{ID: i.ID, Ask: i.Ask, Help: i.Help, Sort: kind.Prose, MayEmpty: true}})
	}
	return kind.BlankAround(d.head, append([]kind.Part{kind.Text{ID: Section, Markdown: d.onPaper()}}, own...)...)
}

// Read makes an answer of a note.
func (d Definition) Read(s sheet.Sheet) kind.Answer {
	return Answer{form: kind.NewForm(d.head, d.Fields(), s, Section), def: d, texts: &texts{}}.read()
}

// start gives the map that one starts with.
func (d Definition) start() tree.Map {
	core := tree.Node{}
	for _, label := range d.Branches {
		core.Nodes = append(core.Nodes, tree.Of(tree.Node{Label: label}))
	}
	return tree.Map{Core: tree.Of(core)}.Balanced()
}

// coreOf gives the label of the core that goes with a choice: one's own words where
// they are no option, the first option's where nothing was chosen.
func (d Definition) coreOf(choice string) string {
	field, _ := d.coreField()
	if choice = strings.TrimSpace(choice); choice == "" && len(field.Options) > 0 {
		choice = field.Options[0]
	}
	if word := d.Core.Words[choice]; word != "" {
		return word
	}
	if choice != "" {
		return choice
	}
	return d.head.Title
}
