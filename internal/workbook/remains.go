package workbook

import (
	"path/filepath"
	"slices"

	"werkboek/internal/notes"
	"werkboek/internal/plain"
)

// Remains counts what there is of one note or of several: what wiping takes away.
type Remains struct {
	Notes, Words int
	Copies       map[notes.Origin]int
	Rescued      []string // folders with emergency copies
}

// Count gives how many copies there are.
func (r Remains) Count() int {
	n := 0
	for _, more := range r.Copies {
		n += more
	}
	return n
}

// Empty tells whether there is nothing.
func (r Remains) Empty() bool { return r.Notes == 0 && r.Count() == 0 }

func (r *Remains) add(o Remains) {
	r.Notes, r.Words = r.Notes+o.Notes, r.Words+o.Words
	for origin, n := range o.Copies {
		r.count(origin, n)
	}
	for _, dir := range o.Rescued {
		r.rescued(dir)
	}
}

func (r *Remains) rescued(dir string) {
	if !slices.Contains(r.Rescued, dir) {
		r.Rescued = append(r.Rescued, dir)
	}
}

func (r *Remains) count(o notes.Origin, n int) {
	if r.Copies == nil {
		r.Copies = map[notes.Origin]int{}
	}
	r.Copies[o] += n
}

func (r *Remains) copies(list []notes.Copy) {
	for _, c := range list {
		r.count(c.Origin, 1)
		if c.Origin == notes.Rescued {
			r.rescued(filepath.Dir(c.Name))
		}
	}
}

// Kept is what there is of one note.
type Kept struct {
	Ref   notes.Ref
	Title string
	Remains
}

// Inventory is everything of somebody that there is.
type Inventory struct {
	Kept []Kept // in the order of the chapters
	Rest Remains
	Err  error // of what could not be looked into
}

// All adds everything up.
func (i Inventory) All() Remains {
	all := Remains{}
	all.add(i.Rest)
	for _, k := range i.Kept {
		all.add(k.Remains)
	}
	return all
}

// Of gives the notes for which something holds, and what there is of them.
func (i Inventory) Of(holds func(notes.Ref) bool) (list []Kept, sum Remains) {
	for _, k := range i.Kept {
		if holds(k.Ref) {
			list = append(list, k)
			sum.add(k.Remains)
		}
	}
	return list, sum
}

// Counter gives the counting of everything that there is; it may run anywhere.
func (b *Book) Counter() func() Inventory {
	var kept []Kept
	known := map[string]bool{}
	for _, ref := range b.Refs() {
		k := Kept{Ref: ref, Title: b.Name(ref)}
		if e := b.entries[ref]; e != nil {
			known[ref.String()] = true
			if e.exists {
				k.Notes, k.Words = 1, b.Words(ref, b.Sheet(ref))
			}
		}
		kept = append(kept, k)
	}
	list, look := b.desk.Notes, b.desk.Copies
	return func() Inventory { return inventory(kept, known, list, look) }
}

// inventory adds what lies on the disk to what is in hand. What is in no chapter any
// more comes after the rest.
func inventory(kept []Kept, known map[string]bool, list func() ([]notes.Listed, error), look func() ([]notes.Copy, error)) Inventory {
	var i Inventory
	listed, err := list()
	copies, also := look()
	for _, l := range listed {
		if l.Err != nil { // it goes too, where it has the name of a note
			if at := slices.IndexFunc(kept, func(k Kept) bool { return k.Ref.File() == l.File }); at >= 0 {
				kept[at].Notes = 1
			}
			continue
		}
		if l.Foreign || known[l.Ref.String()] || isCopy(copies, l.File) {
			continue
		}
		at := slices.IndexFunc(kept, func(k Kept) bool { return k.Ref.String() == l.Ref.String() })
		if at < 0 {
			at, kept = len(kept), append(kept, Kept{Ref: l.Ref, Title: l.Title})
		}
		kept[at].Notes, kept[at].Words = 1, l.Words
	}
	for _, k := range kept {
		of := notes.CopiesOf(copies, k.Ref)
		copies = slices.DeleteFunc(copies, func(c notes.Copy) bool { return slices.Contains(of, c) })
		if k.copies(of); !k.Empty() {
			i.Kept = append(i.Kept, k)
		}
	}
	i.Rest.copies(slices.DeleteFunc(copies, func(c notes.Copy) bool { return c.Guessed }))
	if i.Err = err; err == nil {
		i.Err = also
	}
	return i
}

// isCopy tells whether a file among the notes is a copy of one.
func isCopy(copies []notes.Copy, file string) bool {
	return slices.ContainsFunc(copies, func(c notes.Copy) bool { return c.Origin == notes.Synced && c.Name == file })
}

// Name gives what people call a note, on one line.
func (b *Book) Name(ref notes.Ref) string {
	if ref.Name == notes.Margin {
		return textMargin
	}
	return plain.Line(b.title(ref))
}
