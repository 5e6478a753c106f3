package kind

import (
	"slices"
	"strings"

	"werkboek/internal/sheet"
)

// Form is what all kinds share: fields and what was written in them. It is an
// immutable value over one note.
type Form struct {
	head   Head
	fields []Field
	owned  []string // ids of the kind's own sections
	order  []string // in which fields and sections stand in a note
	sheet  sheet.Sheet
}

// NewForm makes a form of an exercise's fields and its note. Owned are the ids of
// sections that hold something else than a field: the kind reads those itself. One
// that hangs on a field ("ST-1@eerst") stands behind that field in the note, the
// others behind the fields before the exercise.
func NewForm(head Head, fields []Field, s sheet.Sheet, owned ...string) Form {
	f := Form{head: head, fields: fields, owned: owned, sheet: s}
	for i, field := range fields {
		if i == len(head.Before) {
			f.order = append(f.order, slices.DeleteFunc(slices.Clone(owned), func(id string) bool { return strings.Contains(id, repeatMark) })...)
		}
		f.order = append(f.order, field.ID)
	}
	return f
}

// repeatMark stands in an id between that of a field and what repeats it: a round, an
// earlier answer.
const repeatMark = "@"

// later lists what stands behind an id in a note.
func (f Form) later(id string) []string {
	i := slices.Index(f.order, id)
	if i < 0 {
		base, _, _ := strings.Cut(id, repeatMark)
		i = slices.Index(f.order, base)
	}
	if i < 0 {
		return nil
	}
	return f.order[i+1:]
}

// WithSection gives the form with one of the kind's own sections written; one that
// is emptied goes.
func (f Form) WithSection(id, title, value string) Form {
	if strings.TrimSpace(value) == "" {
		f.sheet = f.sheet.Without(id)
		return f
	}
	f.sheet = f.sheet.With(id, title, value, f.later(id)...)
	return f
}

// WithHead gives the form with a line of the note's head set.
func (f Form) WithHead(key, value string) Form {
	f.sheet = f.sheet.WithHead(key, value)
	return f
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
	f.sheet = f.sheet.With(id, ask, value, f.later(id)...)
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

// Around gives the parts of an exercise with an instrument: the fields before it, what
// stands in the middle, the fields after it, whether it was done on paper, and what has
// no place. Unread is what the kind did not understand in a section of its own.
func (f Form) Around(env Env, unread Words, middle ...Part) []Part {
	var parts []Part
	for _, ask := range f.Asks(f.head.Before, env) {
		parts = append(parts, ask)
	}
	parts = append(parts, middle...)
	for _, ask := range f.Asks(append(slices.Clone(f.head.After), Paper()), env) {
		parts = append(parts, ask)
	}
	if unread.Text != "" {
		parts = append(parts, Former{unread})
	}
	return append(parts, f.Formers()...)
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

// Formers gives what stands in the note under an id that the definition lacks:
// shown, never thrown away. A choice that is no longer offered has its question
// still, and is shown there.
func (f Form) Formers() []Part {
	var parts []Part
	for _, field := range f.sheet.Fields() {
		if f.index(field.ID) < 0 && !slices.Contains(f.owned, field.ID) && strings.TrimSpace(field.Value) != "" {
			parts = append(parts, Former{Words{field.ID, field.Question, field.Value}})
		}
	}
	return parts
}

// State says how far the fields are: Done when something is written and every
// shown field that may not stay empty holds something.
func (f Form) State(env Env) State { return f.StateOf(f.fields, env) }

// StateOf says how far some of the fields are.
func (f Form) StateOf(fields []Field, env Env) State {
	if !slices.ContainsFunc(fields, func(field Field) bool { return f.Filled(field.ID) }) {
		return Untouched
	}
	for _, ask := range f.Asks(fields, env) {
		if !bool(ask.Field.MayEmpty) && !f.Filled(ask.Field.ID) {
			return Begun
		}
	}
	return Done
}

// StateWith says how far an exercise with an instrument is, of which the
// instrument's own state is given. Done on paper is as good as done.
func (f Form) StateWith(instrument State, env Env) State {
	fields := f.State(env)
	switch {
	case f.Filled(PaperID):
		return Done
	case fields == Untouched && instrument == Untouched:
		return Untouched
	case instrument == Done && (fields == Done || f.needsNothing(env)):
		return Done
	}
	return Begun
}

func (f Form) needsNothing(env Env) bool {
	return !slices.ContainsFunc(f.Asks(f.fields, env), func(a Ask) bool { return !bool(a.Field.MayEmpty) && !f.Filled(a.Field.ID) })
}

// Words lists everything written, former answers included.
func (f Form) Words() []Words {
	var words []Words
	for _, field := range f.sheet.Fields() {
		if !f.holds(field.ID, field.Value) {
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

// WordsWith is Words with other texts in the place of a section of the kind's own, where
// the note has it: what somebody wrote in it, without what the exercise says there.
func (f Form) WordsWith(section string, texts ...string) []Words {
	var words []Words
	for _, w := range f.Words() {
		if w.Field != section {
			words = append(words, w)
			continue
		}
		for _, w.Text = range texts {
			if strings.TrimSpace(w.Text) != "" {
				words = append(words, w)
			}
		}
	}
	return words
}

func (f Form) index(id string) int {
	return slices.IndexFunc(f.fields, func(field Field) bool { return field.ID == id })
}

// Filled tells whether a field holds something.
func (f Form) Filled(id string) bool {
	value, _ := f.sheet.Value(id)
	return f.holds(id, value)
}

func (f Form) holds(id, value string) bool {
	if i := f.index(id); i >= 0 {
		return f.fields[i].Holds(value)
	}
	return Field{}.Holds(value)
}

// shown tells whether every earlier choice that the field hangs on was made.
func (f Form) shown(field Field) bool { return f.Holds(field.If) }

// Holds tells whether each field named holds one of the values that go with it.
func (f Form) Holds(choices map[string][]string) bool {
	for id, wanted := range choices {
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
	for _, shown := range field.Shows {
		if text := strings.TrimSpace(f.recall(shown.Place, env)); text != "" {
			ask.Recall = append(ask.Recall, Recalled{shown.Word, text})
		}
	}
	return ask
}

// recall looks a place up in this note when it is meant, elsewhere otherwise.
func (f Form) recall(p Place, env Env) string {
	if p.Exercise == f.head.ID || p.Exercise == "" {
		value, _ := f.sheet.Value(p.Field)
		return value
	}
	return env.recall(p)
}
