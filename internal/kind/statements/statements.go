// Package statements is the kind `stellingen`: one judges or estimates first, and
// sees the explanation and its source after. The first judgement stays beside the
// last; nothing is counted, and nobody is right. It imports kind and what lies
// below it.
//
//	stellingen:
//	  - id: ST-1
//	    zin: Een indeling is nooit neutraal.
//	    opties: [eens, oneens, hangt ervan af]
//	    uitleg: Wie indeelt, kiest waar de grens loopt ([WRR 2016](bron:wrr-2016)).
//	    daarna: {vraag: Wat had je verwacht?}
//
// In the note the statement is a field with its last judgement, ST-1@eerst its
// first where that was another, and ST-1b what was written afterwards.
package statements

import (
	"slices"
	"strings"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
)

// Name is the word for this kind in a definition.
const Name = "stellingen"

// What follows a statement's id in the ids that hang on it.
const (
	firstSuffix = "@eerst"
	afterSuffix = "b"
)

// Kind is the kind itself.
type Kind struct{}

// Name gives "stellingen".
func (Kind) Name() string { return Name }

// statement is one statement of a definition.
type statement struct {
	ID       string   `yaml:"id"`
	Sentence string   `yaml:"zin"`
	Options  []string `yaml:"opties"`
	When     string   `yaml:"wanneer"` // "zaal", "thuis", or "" for both
	Text     string   `yaml:"uitleg"`  // Markdown, opened by the judgement
	After    struct {
		Ask  string `yaml:"vraag"`
		Help string `yaml:"hulp"`
	} `yaml:"daarna"`

	Lines frontmatter.Lines `yaml:"-"`
}

func (s statement) judgement() kind.Field {
	return kind.Field{ID: s.ID, Ask: s.Sentence, Sort: kind.Choice, Options: s.Options, When: s.When, Lines: s.Lines}
}

func (s statement) after() kind.Field {
	return kind.Field{ID: s.ID + afterSuffix, Ask: s.After.Ask, Help: s.After.Help, Sort: kind.Prose, MayEmpty: true, Lines: s.Lines}
}

// Parse takes `stellingen` from the definition. What nobody can judge is left out; a
// statement that only lacks its explanation stays.
func (Kind) Parse(head kind.Head, doc *frontmatter.Doc) (kind.Definition, []problem.Problem) {
	var own struct {
		Statements []statement `yaml:"stellingen"`
	}
	problems := doc.Take(&own)
	say := func(line int, what, remedy string) {
		problems = append(problems, problem.Problem{File: doc.File, Line: line, What: what, Remedy: remedy})
	}
	if len(own.Statements) == 0 && len(problems) == 0 {
		say(doc.Line("stellingen"), textNoStatements, textNoStatementsRemedy)
	}
	d := definition{head: head}
	for _, s := range own.Statements {
		twice := slices.ContainsFunc(d.statements, func(o statement) bool { return o.ID == s.ID })
		judged := !twice && kind.ValidID(s.ID) && s.Sentence != "" && len(s.Options) >= 2
		if !judged || s.Text == "" {
			say(s.Lines.Of("id"), badStatement(s.ID), textBadStatementRemedy)
		}
		if judged {
			s.Sentence = numbered(len(d.statements)+1, s.Sentence)
			d.statements = append(d.statements, s)
		}
	}
	return d, problems
}

type definition struct {
	head       kind.Head
	statements []statement
}

func (d definition) Head() kind.Head { return d.head }

func (d definition) Fields() []kind.Field {
	fields := slices.Clone(d.head.Before)
	for _, s := range d.statements {
		fields = append(fields, s.judgement())
		if s.After.Ask != "" {
			fields = append(fields, s.after())
		}
	}
	return append(fields, d.head.After...)
}

// Texts gives the explanations, for what looks at links.
func (d definition) Texts() []kind.Text {
	var texts []kind.Text
	for _, s := range d.statements {
		texts = append(texts, kind.Text{ID: s.ID, Markdown: s.Text, Line: s.Lines.Of("uitleg")})
	}
	return texts
}

// Blank gives the statements, and behind the whole exercise what one reads after one's
// judgement.
func (d definition) Blank() []kind.Part {
	after := kind.Step{ID: textAfterwards, Title: textAfterwards}
	for _, s := range d.statements {
		after.Parts = append(after.Parts, kind.Text{ID: s.ID, Markdown: explained(s.Sentence, s.Text)})
		if s.After.Ask != "" {
			after.Parts = append(after.Parts, kind.Blanks([]kind.Field{s.after()})...)
		}
	}
	var middle []kind.Part
	for _, s := range d.statements {
		middle = append(middle, kind.Blanks([]kind.Field{s.judgement()})...)
	}
	return kind.BlankAround(d.head, append(middle, after)...)
}

func (d definition) Read(s sheet.Sheet) kind.Answer {
	var owned []string
	for _, st := range d.statements {
		owned = append(owned, st.ID+firstSuffix)
	}
	return answer{kind.NewForm(d.head, d.Fields(), s, owned...), d}
}

// answer is a form of which judgements open explanations.
type answer struct {
	kind.Form
	def definition
}

// Set keeps the first judgement of a statement when it becomes another.
func (a answer) Set(field, value string) kind.Answer {
	before, _ := a.Value(field)
	_, kept := a.Value(field + firstSuffix)
	form := a.With(field, value)
	if a.judges(field) && !kept && before != "" && value != before {
		form = form.WithSection(field+firstSuffix, textFirst, before)
	}
	return answer{form, a.def}
}

func (a answer) judges(field string) bool {
	return slices.ContainsFunc(a.def.statements, func(s statement) bool { return s.ID == field })
}

// Parts gives each statement; once it was judged, its explanation and what may be
// written then. What was written stays in sight when a judgement is taken back.
func (a answer) Parts(env kind.Env) []kind.Part {
	var parts []kind.Part
	ask := func(fields ...kind.Field) {
		for _, x := range a.Asks(fields, env) {
			parts = append(parts, x)
		}
	}
	ask(a.def.head.Before...)
	for _, s := range a.def.statements {
		ask(s.judgement())
		if a.Filled(s.ID) || a.Filled(s.ID+afterSuffix) {
			parts = append(parts, kind.Text{ID: s.ID, Markdown: a.opened(s)})
			if s.After.Ask != "" {
				ask(s.after())
			}
		}
	}
	ask(a.def.head.After...)
	return append(parts, a.Formers()...)
}

// opened gives the explanation, and before it the first judgement where that was
// another than the last.
func (a answer) opened(s statement) string {
	first, _ := a.Value(s.ID + firstSuffix)
	now, _ := a.Value(s.ID)
	if strings.TrimSpace(first) == "" || first == now {
		return s.Text
	}
	return firstJudged(first) + "\n\n" + s.Text
}

// Passages gives the first judgement of a statement below the last.
func (a answer) Passages() []kind.Passage {
	var list []kind.Passage
	for _, p := range a.Form.Passages() {
		id, first := strings.CutSuffix(p.Field, firstSuffix)
		i := slices.IndexFunc(list, func(o kind.Passage) bool { return o.Field == id })
		switch {
		case !first || i < 0:
			list = append(list, p)
		case p.Text != list[i].Text:
			list[i].Text += "\n\n" + firstJudged(p.Text)
		}
	}
	return list
}
