package workbook

import "werkboek/internal/notes"

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

// Choose sets whether the sensitive words of an exercise are kept.
func (b *Book) Choose(ref notes.Ref, k Keeping) {
	if e := b.entries[ref]; e != nil {
		e.keeping = k
	}
}
