package notes

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// WipeEach takes notes away for good: the files that hold them, what is unsaved, and
// every copy of them. It is an edit with a number: words of an earlier one never come
// back, those of a later one begin a new note. Nothing is wiped while another window has
// one of them: ErrNothingWiped. Another error holds a NotWiped for each note that is left:
// it is there as before, though copies of it may be gone, and it can be tried again.
func (d *Desk) WipeEach(edit int, refs ...Ref) error {
	d.saves.Lock()
	defer d.saves.Unlock()
	return d.wipeEach(edit, refs, nil)
}

// wipeEach wipes notes; one that fails with the error to pass over is none that is left.
func (d *Desk) wipeEach(edit int, refs []Ref, pass error) error {
	free, err := d.holdAll(refs)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNothingWiped, err)
	}
	defer free()
	copies, unseen := d.folder.everyCopy()
	var errs []error
	for _, ref := range refs {
		if err := d.wipe(ref, edit, copies, unseen); pass == nil || !errors.Is(err, pass) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (d *Desk) wipe(ref Ref, edit int, copies []Copy, unseen error) error {
	if err := d.folder.wipe(ref, copies, unseen); err != nil {
		return NotWiped{ref, err}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	fresh := note{ref: ref, edit: edit, saved: edit, disk: found{file: ref.File()}}
	if n := d.notes[ref]; n != nil {
		fresh.turn = n.turn + 1
		fresh.open, fresh.hands, fresh.locked, fresh.free, fresh.slot = n.open, n.hands, n.locked, n.free, n.slot
		if n.edit > edit {
			fresh.edit, fresh.sheet, fresh.since, fresh.due = n.edit, n.sheet, n.since, n.due
		}
	}
	d.notes[ref] = &fresh
	return nil
}

// ErrNothingWiped is why wiping did not begin.
var ErrNothingWiped = errors.New("nothing was wiped")

// NotWiped is why a note could not be wiped.
type NotWiped struct {
	Ref Ref
	Err error
}

// Error tells it.
func (n NotWiped) Error() string { return fmt.Sprintf("wipe %s: %v", n.Ref, n.Err) }

// Unwrap gives the reason.
func (n NotWiped) Unwrap() error { return n.Err }

// Unwiped lists the notes that an error of wiping is about.
func Unwiped(err error) []NotWiped {
	switch e := err.(type) {
	case NotWiped:
		return []NotWiped{e}
	case interface{ Unwrap() []error }:
		var list []NotWiped
		for _, part := range e.Unwrap() {
			list = append(list, Unwiped(part)...)
		}
		return list
	case interface{ Unwrap() error }:
		return Unwiped(e.Unwrap())
	}
	return nil
}

// WipeAll wipes every note of the module, as WipeEach does: those that are named, those
// on the desk, and all that lies in the folder.
func (d *Desk) WipeAll(edit int, refs ...Ref) error {
	d.saves.Lock()
	defer d.saves.Unlock()
	refs, err := d.everyRef(refs)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNothingWiped, err)
	}
	if err := d.wipeEach(edit, refs, ErrForeign); err != nil { // what is of others stays
		return err
	}
	d.folder.clear()
	return nil
}

// holdAll makes sure that no other window has one of the notes.
func (d *Desk) holdAll(refs []Ref) (free func(), err error) {
	var frees []func()
	free = func() {
		for _, f := range frees {
			f()
		}
	}
	for _, ref := range refs {
		f, err := d.hold(ref)
		if err != nil {
			free()
			return nil, NotWiped{ref, err}
		}
		frees = append(frees, f)
	}
	return free, nil
}

// everyRef gathers all notes that there may be something of.
func (d *Desk) everyRef(refs []Ref) ([]Ref, error) {
	all, slots := map[string]Ref{}, map[string]bool{}
	add := func(ref Ref) {
		if _, known := all[ref.key()]; !known && !slots[ref.File()] && ref.Name != "" {
			all[ref.key()], slots[ref.File()] = ref, true // a name does not tell what is per chapter
		}
	}
	d.mu.Lock()
	for ref := range d.notes {
		add(ref)
	}
	d.mu.Unlock()
	for _, ref := range refs {
		add(ref)
	}
	list, err := d.folder.List()
	if err != nil {
		return nil, err
	}
	for _, l := range list {
		if l.Err == nil && !l.Foreign {
			add(l.Ref)
		}
	}
	copies, err := d.folder.everyCopy()
	for _, c := range copies {
		if !c.Guessed { // else it may be of somebody's own file
			add(c.Ref)
		}
	}
	return slices.Collect(maps.Values(all)), err
}

// hold makes sure that no other window has a note for as long as free is not
// called.
func (d *Desk) hold(ref Ref) (free func(), err error) {
	if n, ok := d.seen(ref); ok && n.writes() {
		return func() {}, nil
	}
	free, taken := d.lock(ref)
	if taken {
		return nil, ErrLocked
	}
	return free, nil
}

// wipe removes every file of a note: the one that is shown last, and only when all
// others are gone, those among the copies and those that could not be seen.
func (f *Folder) wipe(ref Ref, copies []Copy, unseen error) error {
	n, foreign := f.find(ref)
	if foreign != nil && !errors.Is(foreign, ErrForeign) {
		return foreign
	}
	errs := []error{unseen}
	for _, c := range copies {
		untold := c.Ref.Name == "" // a piece of a save, which may be of any note
		if (untold || same(c.Ref, ref)) && c.path != f.path(n.file) {
			errs = append(errs, f.disk.Remove(c.path))
		}
	}
	errs = append(errs, f.disk.Sync(f.own())) // a temporary name of an earlier save may come back there
	if err := errors.Join(append(errs, foreign)...); err != nil || n.data == nil {
		return err
	}
	return f.disk.Remove(f.path(n.file))
}

// clear takes away our folders once they are empty. Slots stay: another window may
// have one, and there is never a word in it.
func (f *Folder) clear() {
	for _, dir := range []string{f.own(versions), f.own(conflicts), f.path(trash)} {
		_ = f.disk.Remove(dir) // refused while anything is in it
	}
}
