// Package dialogue is the kind `dialoog`: rounds of a conversation in which
// everybody speaks, listens and observes once. Role, phase and clock follow from
// one start time that the group agrees on and types on each laptop; nothing else
// keeps them together. It holds no clock: a moment is always computed from the
// start and a given now. The observer tallies behaviour; the story has no place
// here. It imports kind, table and what lies below them.
//
//	letter: DI-1
//	groep: DI-2
//	vraag: DI-3
//	schemas:
//	  - groep: 3
//	    rollen: [spreker, luisteraar, waarnemer]
//	    fasen: [{id: gesprek, naam: gesprek, seconden: 300}, {id: stil, naam: stil, seconden: 60}]
//	turven: [{toets: "1", id: DI-4a, naam: open vraag, kant: helpt}]
//	rondevelden: [{id: DI-5, rol: waarnemer, vraag: Na welke vraag vertelde de spreker meer?, soort: regel}]
//	opdrachten: {spreker: Vertel wat je wilt vertellen.}
//
// In the note the head holds `klok: 2026-11-23 14.02.00`, with `pauze 412` behind
// it while the clock stands still after so many seconds; the tallies are a table
// in the section `turven`, with what is not understood below it; a field of round 2
// is DI-5@2.
package dialogue

import (
	"slices"
	"strconv"
	"strings"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/sheet"
)

// Name is the word for this kind in a definition.
const Name = "dialoog"

// Section is the part of the note that holds the tallies.
const Section = "turven"

// headClock is the line of the note's head that holds the clock.
const headClock = "klok"

// The phases that mean something to the screen.
const (
	Talk  = "gesprek" // the observer tallies
	Quiet = "stil"    // everybody writes
	Back  = "terug"
)

// Observer is the role that tallies. A second one has a name that begins with it:
// "waarnemer op tempo".
const Observer = "waarnemer"

// Observes tells whether a role tallies.
func Observes(role string) bool {
	return role == Observer || strings.HasPrefix(role, Observer+" ")
}

// plays tells whether a role writes what is asked of another: a second observer what
// is asked of observers.
func plays(role, asked string) bool {
	return role == asked || asked == Observer && Observes(role)
}

// Phase is a part of a round.
type Phase struct {
	ID      string `yaml:"id"`
	Name    string `yaml:"naam"`
	Seconds int    `yaml:"seconden"`
}

// Scheme is how a group of some size goes through the rounds; there are as many
// rounds as roles.
type Scheme struct {
	Group  int      `yaml:"groep"`
	Roles  []string `yaml:"rollen"`
	Phases []Phase  `yaml:"fasen"`

	Lines frontmatter.Lines `yaml:"-"`
}

// Tally is a behaviour that the observer counts, with one key.
type Tally struct {
	Key  string `yaml:"toets"` // one digit
	ID   string `yaml:"id"`
	Name string `yaml:"naam"`
	Side string `yaml:"kant"` // "helpt" or "stopt"

	Lines frontmatter.Lines `yaml:"-"`
}

// The sides of a behaviour.
const (
	helps = "helpt"
	stops = "stopt"
)

// Helps tells whether the behaviour helps the conversation.
func (t Tally) Helps() bool { return t.Side == helps }

// RoundField is a field that one role fills in, every round.
type RoundField struct {
	Role string `yaml:"rol"`

	ID       string            `yaml:"id"`
	Ask      string            `yaml:"vraag"`
	Help     string            `yaml:"hulp"`
	Sort     kind.Sort         `yaml:"soort"`
	From     int               `yaml:"van"`
	To       int               `yaml:"tot"`
	Ends     []string          `yaml:"uitersten"`
	Length   int               `yaml:"lengte"`
	MayEmpty frontmatter.YesNo `yaml:"mag_leeg"`
	Private  frontmatter.NoYes `yaml:"meenemen"`

	Lines frontmatter.Lines `yaml:"-"`
}

// in gives the field of a round, counted from 1.
func (f RoundField) in(round int) kind.Field {
	return kind.Field{
		ID: f.ID + "@" + strconv.Itoa(round), Ask: f.Ask, Help: f.Help, Sort: f.Sort,
		From: f.From, To: f.To, Ends: f.Ends, Length: f.Length, MayEmpty: true, Private: f.Private, Lines: f.Lines,
	}
}

// Kind is the kind itself.
type Kind struct{}

// Name gives "dialoog".
func (Kind) Name() string { return Name }

// Definition is the dialogue of one exercise.
type Definition struct {
	head    kind.Head
	own     own
	Tallies []Tally
}

type own struct {
	Letter  string            `yaml:"letter"`
	Group   string            `yaml:"groep"`
	Ask     string            `yaml:"vraag"`
	Schemes []Scheme          `yaml:"schemas"`
	Fields  []RoundField      `yaml:"rondevelden"`
	Orders  map[string]string `yaml:"opdrachten"`
}

// Head gives what every exercise has.
func (d Definition) Head() kind.Head { return d.head }

// Order gives what a role is to do, in one line.
func (d Definition) Order(role string) string { return d.own.Orders[role] }

// Fields lists the fields before, those of every round, and the fields after.
func (d Definition) Fields() []kind.Field {
	fields := slices.Clone(d.head.Before)
	rounds := 0
	for _, s := range d.own.Schemes {
		rounds = max(rounds, s.Group)
	}
	for round := 1; round <= rounds; round++ {
		for _, f := range d.own.Fields {
			fields = append(fields, f.in(round))
		}
	}
	return slices.Concat(fields, d.head.After, []kind.Field{kind.Paper()})
}

// Blank gives who has which role when, a table to tally in, and what each role writes.
func (d Definition) Blank() []kind.Part {
	var middle []kind.Part
	rounds := 0
	for _, s := range d.own.Schemes {
		rounds = max(rounds, s.Group)
		middle = append(middle, kind.Text{ID: Section, Markdown: s.onPaper()})
	}
	if len(d.Tallies) > 0 {
		middle = append(middle, kind.Text{ID: Section, Markdown: textTallyOnPaper}, d.tallyGrid(rounds))
	}
	for round := 1; round <= rounds; round++ {
		step := kind.Step{ID: roundText(round), Title: roundText(round)}
		for _, f := range d.own.Fields {
			field := f.in(round)
			field.Ask = ofRole(f.Role, field.Ask)
			step.Parts = append(step.Parts, kind.Blanks([]kind.Field{field})...)
		}
		middle = append(middle, step)
	}
	return kind.BlankAround(d.head, middle...)
}

func (d Definition) tallyGrid(rounds int) kind.Grid {
	g := kind.Grid{Columns: []string{""}}
	for round := 1; round <= rounds; round++ {
		g.Columns = append(g.Columns, roundText(round))
	}
	for _, t := range d.Tallies {
		g.Rows = append(g.Rows, t.Name)
	}
	return g
}

// Read makes an answer of a note.
func (d Definition) Read(s sheet.Sheet) kind.Answer { return d.read(s) }
