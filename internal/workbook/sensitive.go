package workbook

import (
	"slices"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// Keeping is what a person chose for the sensitive words of an exercise.
type Keeping int

// The answers to "keep it, or is it for now only?".
const (
	NotAsked Keeping = iota // not asked yet, or there is nothing sensitive
	Keep                    // kept in the note
	ForNow                  // in memory only; gone when the program stops
)

// Front-matter keys of a note that the workbook sets.
const (
	headKind      = "soort"
	headSensitive = "gevoelig"
	valueKeep     = "bewaren"
)

// Sensitive tells whether an exercise asks for something sensitive.
func (b *Book) Sensitive(ref notes.Ref) bool { return len(b.sensitive(ref)) > 0 }

// sensitive lists the ids of the fields that are sensitive.
func (b *Book) sensitive(ref notes.Ref) []string {
	ex := b.course.Exercise(ref.Name)
	if ex == nil {
		return nil
	}
	var ids []string
	for _, f := range ex.Fields() {
		if bool(ex.Head().Sensitive) || bool(f.Sensitive) {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// Keeping gives what was chosen for an exercise. Words that stand in its note
// already were kept on purpose.
func (b *Book) Keeping(ref notes.Ref) Keeping {
	if e := b.entries[ref]; e != nil && b.Sensitive(ref) {
		return e.keeping
	}
	return NotAsked
}

// Fleeting tells whether anything was written in this session that is for now only.
func (b *Book) Fleeting() bool {
	for ref, e := range b.entries {
		if b.fleeting(ref, e) {
			return true
		}
	}
	return false
}

// FleetingIn tells whether a note has words in hand that are for now only.
func (b *Book) FleetingIn(ref notes.Ref) bool {
	e := b.entries[ref]
	return e != nil && b.fleeting(ref, e)
}

func (b *Book) fleeting(ref notes.Ref, e *entry) bool {
	if e.keeping != ForNow || e.answer == nil {
		return false
	}
	return slices.ContainsFunc(b.sensitive(ref), func(id string) bool {
		value, _ := e.answer.Value(id)
		lay, _ := e.lies.Value(id)
		return strings.TrimSpace(value) != "" && value != lay
	})
}

// keptBefore tells whether a note says that its sensitive words are kept, or
// holds some: those were kept on purpose.
func (b *Book) keptBefore(ref notes.Ref, s sheet.Sheet) bool {
	if s.Head(headSensitive) != "" {
		return true
	}
	for _, id := range b.sensitive(ref) {
		if value, _ := s.Value(id); strings.TrimSpace(value) != "" {
			return true
		}
	}
	return false
}

// withForNow gives an answer the words back that are for now only: they are in no
// file, so a note that was read again lacks them. Lay is what lay there before: words of
// that are not for now, they were read.
func (b *Book) withForNow(ref notes.Ref, a, was kind.Answer, lay sheet.Sheet) kind.Answer {
	for _, id := range b.sensitive(ref) {
		read, _ := lay.Value(id)
		if value, _ := was.Value(id); strings.TrimSpace(value) != "" && value != read {
			a = a.Set(id, value)
		}
	}
	return a
}

// SensitiveField tells whether one field is sensitive.
func (b *Book) SensitiveField(ref notes.Ref, id string) bool {
	return slices.Contains(b.sensitive(ref), id)
}

// Choose sets whether the sensitive words of an exercise are kept.
func (b *Book) Choose(ref notes.Ref, k Keeping) {
	if e := b.entries[ref]; e != nil {
		e.keeping = k
	}
}

// AskKeeping is the question before sensitive words, asked once for an exercise.
func AskKeeping() kind.Ask {
	f := kind.Field{ID: "bewaren", Sort: kind.Choice, Ask: textAskKeeping, Help: textKeepingHelp, Options: []string{textKeep, textForNow}}
	return kind.Ask{Field: f, Options: f.Options}
}

// KeepingOf gives what an answer to AskKeeping means.
func KeepingOf(value string) Keeping {
	if value == textForNow {
		return ForNow
	}
	return Keep
}
