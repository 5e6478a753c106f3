// Package worksheet is the kind `stappen`: steps on the page, each with its text
// and its fields, in an order that nobody has to keep. A step may belong to
// somebody else who types, where a group has one laptop; it then keeps nobody
// from being done. It imports kind and what lies below it.
//
//	stappen:
//	  - id: samen
//	    titel: Samen één eiland
//	    duur: 14
//	    ander_typt: ja
//	    als: {FI-0: [in de zaal]}
//	    uitleg: Kies regels die jullie zelf normaal vinden.
//	    velden: [{id: FI-5, vraag: Hoe heet ons eiland?, soort: regel}]
package worksheet

import (
	"slices"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
)

// Name is the word for this kind in a definition.
const Name = "stappen"

// Kind is the kind itself.
type Kind struct{}

// Name gives "stappen".
func (Kind) Name() string { return Name }

// step is one step of a definition.
type step struct {
	ID      string              `yaml:"id"`
	Title   string              `yaml:"titel"`
	Minutes int                 `yaml:"duur"`
	Others  frontmatter.YesNo   `yaml:"ander_typt"`
	If      map[string][]string `yaml:"als"` // the step is shown only when these choices were made
	Text    string              `yaml:"uitleg"`
	Fields  []kind.Field        `yaml:"velden"`

	Lines frontmatter.Lines `yaml:"-"`
}

// Parse takes `stappen` from the definition. A step that it complains about stays:
// its fields work.
func (Kind) Parse(head kind.Head, doc *frontmatter.Doc) (kind.Definition, []problem.Problem) {
	var own struct {
		Steps []step `yaml:"stappen"`
	}
	problems := doc.Take(&own)
	if len(own.Steps) == 0 && len(problems) == 0 {
		problems = append(problems, problem.Problem{
			File: doc.File, Line: doc.Line("stappen"), What: textNoSteps, Remedy: textNoStepsRemedy,
		})
	}
	seen := map[string]bool{}
	for _, s := range own.Steps {
		if !kind.ValidID(s.ID) || s.Title == "" || seen[s.ID] {
			problems = append(problems, problem.Problem{
				File: doc.File, Line: s.Lines.Of("id"), What: badStep(s.ID), Remedy: textBadStepRemedy,
			})
		}
		seen[s.ID] = true
	}
	return definition{head, own.Steps}, problems
}

type definition struct {
	head  kind.Head
	steps []step
}

func (d definition) Head() kind.Head { return d.head }

func (d definition) Fields() []kind.Field {
	fields := slices.Clone(d.head.Before)
	for _, s := range d.steps {
		fields = append(fields, s.Fields...)
	}
	return append(fields, d.head.After...)
}

// Texts gives the texts of the steps, for what looks at links.
func (d definition) Texts() []kind.Text {
	var texts []kind.Text
	for _, s := range d.steps {
		texts = append(texts, kind.Text{ID: s.ID, Markdown: s.Text, Line: s.Lines.Of("uitleg")})
	}
	return texts
}

// Conditions gives what the steps hang on.
func (d definition) Conditions() []kind.Condition {
	var list []kind.Condition
	for _, s := range d.steps {
		list = append(list, kind.Condition{If: s.If, Lines: s.Lines})
	}
	return list
}

// Blank gives every step, also those that are for some only.
func (d definition) Blank() []kind.Part {
	var steps []kind.Part
	for _, s := range d.steps {
		step := kind.Step{ID: s.ID, Title: s.Title, Minutes: s.Minutes, Others: bool(s.Others)}
		for _, text := range []string{kind.OnlyIf(s.If), s.Text} {
			if text != "" {
				step.Parts = append(step.Parts, kind.Text{ID: s.ID, Markdown: text})
			}
		}
		step.Parts = append(step.Parts, kind.Blanks(s.Fields)...)
		steps = append(steps, step)
	}
	return kind.BlankAround(d.head, steps...)
}

func (d definition) Read(s sheet.Sheet) kind.Answer {
	return answer{kind.NewForm(d.head, d.Fields(), s), d}
}

// answer is a form whose fields stand in steps.
type answer struct {
	kind.Form
	def definition
}

func (a answer) Set(field, value string) kind.Answer {
	return answer{a.With(field, value), a.def}
}

// Parts gives the fields before, the steps that are shown now, the fields after,
// and what has no question any more.
func (a answer) Parts(env kind.Env) []kind.Part {
	var parts []kind.Part
	ask := func(fields []kind.Field) {
		for _, x := range a.Asks(fields, env) {
			parts = append(parts, x)
		}
	}
	ask(a.def.head.Before)
	for _, s := range a.def.steps {
		if a.Holds(s.If) {
			parts = append(parts, a.step(s, env))
		}
	}
	ask(a.def.head.After)
	return append(parts, a.Formers()...)
}

func (a answer) step(s step, env kind.Env) kind.Step {
	part := kind.Step{
		ID: s.ID, Title: s.Title, Minutes: s.Minutes, Others: bool(s.Others), State: a.StateOf(s.Fields, env),
	}
	if s.Text != "" {
		part.Parts = append(part.Parts, kind.Text{ID: s.ID, Markdown: s.Text})
	}
	for _, x := range a.Asks(s.Fields, env) {
		part.Parts = append(part.Parts, x)
	}
	return part
}

// State leaves out what somebody else types: an exercise of which nothing else
// remains is done.
func (a answer) State(env kind.Env) kind.State {
	if a.Form.State(env) == kind.Untouched {
		return kind.Untouched
	}
	mine := slices.Concat(a.def.head.Before, a.def.head.After)
	for _, s := range a.def.steps {
		if !bool(s.Others) && a.Holds(s.If) {
			mine = append(mine, s.Fields...)
		}
	}
	if a.StateOf(mine, env) == kind.Done {
		return kind.Done
	}
	return kind.Begun
}
