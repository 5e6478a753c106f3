package notes

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"werkboek/internal/sheet"
)

// Wipe takes a note away for good: the files that hold it, what is unsaved, earlier
// versions, copies that were set aside, and what a killed program left of it. It
// is an edit with a number: words of an earlier one never come back, those of a
// later one begin a new note. When it fails the note is there as before, though
// copies of it may be gone, and it can be tried again.
func (d *Desk) Wipe(ref Ref, edit int) error {
	d.saves.Lock()
	defer d.saves.Unlock()
	free, err := d.hold(ref)
	if err != nil {
		return fmt.Errorf("wipe %s: %w", ref, err)
	}
	defer free()
	if err := d.folder.wipe(ref); err != nil {
		return fmt.Errorf("wipe %s: %w", ref, err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	fresh := note{ref: ref, edit: edit, saved: edit, disk: found{file: ref.File()}}
	if n := d.notes[ref]; n != nil {
		fresh.turn = n.turn + 1
		fresh.open, fresh.closed, fresh.locked, fresh.free = n.open, n.closed, n.locked, n.free
		if n.edit > edit {
			fresh.edit, fresh.sheet, fresh.since, fresh.due = n.edit, n.sheet, n.since, n.due
		}
	}
	d.notes[ref] = &fresh
	return nil
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
// others are gone.
func (f *Folder) wipe(ref Ref) error {
	n, err := f.find(ref)
	if err != nil {
		return err
	}
	var errs []error
	for _, dir := range []string{f.own(versions), f.own(conflicts), f.own(), f.path(trash), f.dir} {
		errs = append(errs, f.wipeIn(dir, ref, n.file))
	}
	if err := errors.Join(errs...); err != nil || n.data == nil {
		return err
	}
	return f.disk.Remove(f.path(n.file))
}

// wipeIn removes the copies of a note from one folder; the note itself stays.
func (f *Folder) wipeIn(dir string, ref Ref, file string) error {
	infos, err := f.disk.List(dir)
	if err != nil {
		return err
	}
	var errs []error
	for _, info := range infos {
		path := filepath.Join(dir, info.Name())
		if !info.Mode().IsRegular() || path == f.path(file) || info.Size() > MaxBytes {
			continue
		}
		is, err := f.copyOf(path, info, ref, file)
		if is {
			err = f.disk.Remove(path)
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// copyOf tells whether a file holds words of a note: by its name, or by its head.
// What stands directly in the folder of the notes has a name that people gave, and
// there only the head counts.
func (f *Folder) copyOf(path string, info fs.FileInfo, ref Ref, file string) (bool, error) {
	name := info.Name()
	named := copyName(ref).MatchString(name) || strings.HasPrefix(name, strings.TrimSuffix(file, noteSuffix)+".")
	if filepath.Dir(path) == f.dir {
		if filepath.Ext(name) != noteSuffix && !named {
			return false, nil // the folder may be one with other things in it
		}
		named = false
	}
	data, err := f.disk.Read(path)
	if err != nil {
		if named || errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) {
			err = nil // what we cannot read for good we did not write
		}
		return named, err
	}
	// A file that was being written when its program was killed may end anywhere.
	// That it is a piece of another note must be told by its head.
	s, err := sheet.Parse(bytes.ToValidUTF8(data, nil))
	if strings.HasPrefix(name, tempPrefix) && (err != nil || s.Head(headExercise) == "") {
		return len(data) > 0, nil
	}
	return !f.stranger(s) && (named || err == nil && same(refOf(s, name), ref)), nil
}
