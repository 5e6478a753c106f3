// Package reflection is the kind `reflectie`: open questions on the page, each
// with a line to write on. All its rules are those of kind.Form. It imports kind
// and what lies below it.
package reflection

import (
	"slices"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
)

// Name is the word for this kind in a definition.
const Name = "reflectie"

// Kind is the kind itself.
type Kind struct{}

// Name gives "reflectie".
func (Kind) Name() string { return Name }

// Parse takes `velden` from the definition.
func (Kind) Parse(head kind.Head, doc *frontmatter.Doc) (kind.Definition, []problem.Problem) {
	var own struct {
		Fields []kind.Field `yaml:"velden"`
	}
	problems := doc.Take(&own)
	if len(own.Fields) == 0 && len(problems) == 0 {
		problems = append(problems, problem.Problem{
			File: doc.File, Line: doc.Line("velden"), What: textNoFields, Remedy: textNoFieldsRemedy,
		})
	}
	return definition{head, slices.Concat(head.Before, own.Fields, head.After)}, problems
}

type definition struct {
	head   kind.Head
	fields []kind.Field
}

func (d definition) Head() kind.Head      { return d.head }
func (d definition) Fields() []kind.Field { return d.fields }

// Blank gives the questions.
func (d definition) Blank() []kind.Part { return kind.Blanks(d.fields) }

func (d definition) Read(s sheet.Sheet) kind.Answer {
	return answer{kind.NewForm(d.head, d.fields, s)}
}

// answer is a form and nothing more.
type answer struct{ kind.Form }

func (a answer) Set(field, value string) kind.Answer {
	return answer{a.With(field, value)}
}
