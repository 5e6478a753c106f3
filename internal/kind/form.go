package kind

import (
	"slices"
	"strings"

	"werkboek/internal/sheet"
)

// Form is what all kinds share: fields and what was written in them. It is an
// immutable value over one note.
type Form struct {
	exercise string
	fields   []Field
	sheet    sheet.Sheet
}

// NewForm makes a form of an exercise's fields and its note.
func NewForm(head Head, fields []Field, s sheet.Sheet) Form {
	return Form{exercise: head.ID, fields: fields, sheet: s}
}

// Sheet gives the note as it is now.
func (f Form) Sheet() sheet.Sheet { return f.sheet }

// Value gives a field's raw text; ok is false when it was never answered.
func (f Form) Value(id string) (string, bool) { return f.sheet.Value(id) }

// With gives the form with one field's text changed.
func (f Form) With(id, value string) Form {
	ask := ""
	if i := f.index(id); i >= 0 {
		ask = f.fields[i].Ask
	}
	f.sheet = f.sheet.With(id, ask, value)
	return f
}

// Asks gives those of the fields that are shown for what was answered so far.
func (f Form) Asks(fields []Field, env Env) []Ask {
	var asks []Ask
	for _, field := range fields {
		if f.shown(field) {
			asks = append(asks, f.ask(field, env))
		}
	}
	return asks
}

// Parts gives all shown fields in order, and after them what has no question any
// more.
func (f Form) Parts(env Env) []Part {
	var parts []Part
	for _, ask := range f.Asks(f.fields, env) {
		parts = append(parts, ask)
	}
	return append(parts, f.Formers()...)
}

// Formers gives what stands in the note under an id that the definition lacks,
// or holds a choice that is no longer offered: shown, never thrown away.
func (f Form) Formers() []Part {
	var parts []Part
	for _, field := range f.sheet.Fields() {
		if f.index(field.ID) < 0 && strings.TrimSpace(field.Value) != "" {
			parts = append(parts, Former{Words{field.ID, field.Question, field.Value}})
		}
	}
	return parts
}

// State says how far the fields are: Done when something is written and every
// shown field that may not stay empty holds something.
func (f Form) State(env Env) State {
	if !slices.ContainsFunc(f.fields, func(field Field) bool { return f.filled(field.ID) }) {
		return Untouched
	}
	for _, ask := range f.Asks(f.fields, env) {
		if !bool(ask.Field.MayEmpty) && !f.filled(ask.Field.ID) {
			return Begun
		}
	}
	return Done
}

// Words lists everything written, former answers included.
func (f Form) Words() []Words {
	var words []Words
	for _, field := range f.sheet.Fields() {
		if strings.TrimSpace(field.Value) == "" {
			continue
		}
		ask := field.Question
		if i := f.index(field.ID); i >= 0 {
			ask = f.fields[i].Ask
		}
		words = append(words, Words{field.ID, ask, field.Value})
	}
	return words
}

func (f Form) index(id string) int {
	return slices.IndexFunc(f.fields, func(field Field) bool { return field.ID == id })
}

func (f Form) filled(id string) bool {
	value, _ := f.sheet.Value(id)
	return strings.TrimSpace(value) != ""
}

// shown tells whether every earlier choice that the field hangs on was made.
func (f Form) shown(field Field) bool {
	for id, wanted := range field.If {
		value, _ := f.sheet.Value(id)
		chosen := append(Items(value), strings.TrimSpace(value))
		if !slices.ContainsFunc(wanted, func(w string) bool { return slices.Contains(chosen, w) }) {
			return false
		}
	}
	return true
}

func (f Form) ask(field Field, env Env) Ask {
	ask := Ask{Field: field, Options: field.Options}
	if !field.OptionsOf.IsZero() {
		ask.Options = append(slices.Clone(field.Options), Items(f.recall(field.OptionsOf, env))...)
	}
	if words := strings.TrimSpace(f.recall(field.Shows, env)); words != "" {
		ask.Recall = strings.Split(words, "\n")
	}
	return ask
}

// recall looks a place up in this note when it is meant, elsewhere otherwise.
func (f Form) recall(p Place, env Env) string {
	if p.Exercise == f.exercise || p.Exercise == "" {
		value, _ := f.sheet.Value(p.Field)
		return value
	}
	return env.recall(p)
}
