package notes

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"werkboek/internal/sheet"
)

// Origin says how a copy of a note came to be.
type Origin int

// The origins of copies.
const (
	Earlier   Origin = iota // an earlier version, from before it was written over
	Discarded               // put away by the person, in prullenbak/
	Other                   // the other side of a conflict
	Synced                  // made beside the note by a program that synchronises, or by hand
	Rescued                 // an emergency copy
	Leftover                // of a save that was cut off, or of an editor
)

// Copy is a file that holds words of a note, beside the note itself.
type Copy struct {
	Ref    Ref
	Origin Origin
	When   time.Time // of its words where it says so, else of the file
	Name   string    // from the folder of the notes on; the whole path where it lies elsewhere
	Maker  string    // of Synced: the program, "" when it cannot be told
	Size   int64     // bytes
	// Guessed says that only its name tells of which note it is, in a folder where people
	// keep files of their own.
	Guessed bool
	path    string
}

// Apart tells whether a copy waits for somebody to choose: neither it nor the note
// is the older one of the two.
func (c Copy) Apart() bool { return c.Origin == Other || c.Origin == Synced || c.Origin == Rescued }

// Copies lists the files that hold words of the notes of this module beside the
// notes themselves, newest first. A place for emergency copies that may not be looked
// into is left out: nothing was written there either.
func (f *Folder) Copies() ([]Copy, error) {
	var all []Copy
	var errs []error
	for _, place := range f.places() {
		infos, err := f.disk.List(place.dir)
		if place.origin == Rescued && unreadable(err) {
			continue // where we may not look we could not write either
		}
		errs = append(errs, err)
		for _, info := range infos {
			if !info.Mode().IsRegular() {
				continue
			}
			c, is, err := f.copyAt(place, info)
			errs = append(errs, err)
			if is {
				all = append(all, c)
			}
		}
	}
	beside, err := f.beside()
	all = append(all, beside...)
	slices.SortStableFunc(all, func(a, b Copy) int { return b.When.Compare(a.When) })
	return all, errors.Join(append(errs, err)...)
}

// place is a folder with copies of one origin.
type place struct {
	dir    string
	origin Origin
	prefix string // of the names that count
}

func (f *Folder) places() []place {
	list := []place{
		{f.own(versions), Earlier, ""},
		{f.own(conflicts), Other, ""},
		{f.path(trash), Discarded, ""},
		{f.own(), Leftover, tempPrefix},
	}
	seen := map[string]bool{"": true, f.dir: true}
	for _, dir := range f.rescue {
		if !seen[dir] {
			list = append(list, place{dir, Rescued, rescuePrefix}, place{dir, Rescued, tempPrefix + rescuePrefix})
		}
		seen[dir] = true
	}
	return list
}

// copyAt tells whether a file in a place is a copy of a note of this module. One whose
// head cannot be read is told by its name.
func (f *Folder) copyAt(p place, info fs.FileInfo) (c Copy, is bool, err error) {
	bare, ok := strings.CutPrefix(info.Name(), p.prefix)
	if !ok {
		return Copy{}, false, nil
	}
	c = Copy{Origin: p.origin, When: info.ModTime(), Size: info.Size(), path: filepath.Join(p.dir, info.Name())}
	c.Name = f.shown(c.path)
	var data []byte
	err = ErrTooLarge
	if info.Size() <= MaxBytes {
		data, err = f.disk.Read(c.path)
	}
	if p.origin == Rescued && errors.Is(err, fs.ErrPermission) {
		return Copy{}, false, nil // somebody else's: in a place that all share, names are no proof
	}
	if unreadable(err) {
		data, err = nil, nil // what we cannot read for good we did not write, unless its name says so
	}
	if err != nil {
		return Copy{}, false, err
	}
	s, err := sheet.Parse(data)
	switch {
	case err == nil && f.stranger(s):
		return Copy{}, false, nil
	case err == nil && s.Head(headExercise) != "":
		c.Ref = refOf(s, bare)
		if at, err := time.Parse(time.RFC3339, s.Head(headChanged)); err == nil {
			c.When = at
		}
		return c, true, nil
	}
	c.Ref, is = stemRef(bare)
	c.Guessed = p.origin == Discarded
	if info.Size() == 0 {
		c.Origin = Leftover // its name was claimed, and then the program was stopped
	}
	return c, is || p.origin == Leftover && len(data) > 0, nil
}

func unreadable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrNoFile) || errors.Is(err, ErrTooLarge)
}

// shown gives a path as people see it.
func (f *Folder) shown(path string) string {
	if rel, err := filepath.Rel(f.dir, path); err == nil && !strings.HasPrefix(rel, "..") {
		return rel
	}
	return path
}

// stemmed matches the names of our files: "06-dialoog", and whatever a copy has
// behind it. A name of digits alone is none of an exercise.
var stemmed = regexp.MustCompile(`^\d+-[^.\s]*[^.\s\d][^.\s]*`)

// stemRef reads of which note a file is by the beginning of its name.
func stemRef(name string) (Ref, bool) {
	stem := stemmed.FindString(name)
	return namedRef(stem), stem != ""
}

// beside lists the copies that lie among the notes: those that name the exercise of
// another file, and what editors leave.
func (f *Folder) beside() ([]Copy, error) {
	infos, err := f.disk.List(f.dir)
	if err != nil {
		return nil, err
	}
	var all []Copy
	own := f.notesAmong(infos)
	for _, info := range infos {
		if !info.Mode().IsRegular() || own[info.Name()] {
			continue
		}
		if c, is := f.copyBeside(info); is {
			all = append(all, c)
		}
	}
	return all, nil
}

// everyCopy lists the copies and all else that is to be wiped with the notes.
func (f *Folder) everyCopy() ([]Copy, error) {
	copies, err := f.Copies()
	remains, err2 := f.remains()
	return append(copies, remains...), errors.Join(err, err2)
}

// remains lists the files that no name gives away, among the notes and in our own folder,
// and that say in their head that they are a note of this module: what another program
// made of one. The beginning of every file is read for it.
func (f *Folder) remains() ([]Copy, error) {
	var all []Copy
	var errs []error
	for _, dir := range []string{f.dir, f.own()} {
		infos, err := f.disk.List(dir)
		errs = append(errs, err)
		for _, info := range infos {
			if dir == f.dir && isNote(info) || !info.Mode().IsRegular() {
				continue
			}
			path := filepath.Join(dir, info.Name())
			c := f.headOf(path)
			if c.note && c.module == f.module {
				all = append(all, Copy{Ref: c.ref, Origin: Leftover, When: info.ModTime(), Size: info.Size(), Name: f.shown(path), path: path})
			}
		}
	}
	return all, errors.Join(errs...)
}

// headBytes is more than the head of a note takes.
const headBytes = 4 << 10

// headOf reads what the head of a file says, and no more of it.
func (f *Folder) headOf(path string) (c card) {
	head, err := f.disk.Head(path, headBytes)
	if err == nil && bytes.HasPrefix(bytes.TrimPrefix(head, []byte("\ufeff")), []byte("---")) {
		c.read(head[:1+bytes.LastIndexByte(head, '\n')], filepath.Base(path))
	}
	return c
}

// copyBeside tells whether a file among the notes, which is not one itself, is a copy
// of one. Its head says so, or else its name.
func (f *Folder) copyBeside(info fs.FileInfo) (c Copy, is bool) {
	name := info.Name()
	c = Copy{Origin: Synced, When: info.ModTime(), Size: info.Size(), path: f.path(name), Name: name}
	if c.Ref, is = leftBeside(name); is {
		c.Origin, c.Guessed = Leftover, true
		return c, true
	}
	if !isNote(info) {
		return Copy{}, false
	}
	card := f.card(info)
	of, maker, named := syncedName(name)
	c.Ref, c.Maker = card.ref, maker
	if !card.at.IsZero() {
		c.When = card.at
	}
	switch {
	case card.note:
		return c, card.ours(f.module)
	case named:
		c.Ref, is = stemRef(of)
		c.Guessed = true
	}
	return c, is
}

// notesAmong tells which of the files are the notes themselves: of several with the
// same exercise in their head the one with its own name, or else the first whose name
// is not that of a copy.
func (f *Folder) notesAmong(infos []fs.FileInfo) map[string]bool {
	own, has := map[string]bool{}, map[string]bool{}
	for _, exact := range []bool{true, false} {
		for _, info := range infos {
			if !isNote(info) || !exact && copyNamed(info.Name()) {
				continue
			}
			c := f.card(info)
			if !c.ours(f.module) || has[c.ref.key()] || exact && info.Name() != c.ref.File() {
				continue
			}
			own[info.Name()], has[c.ref.key()] = true, true
		}
	}
	return own
}

// key names a note apart from all others, whatever chapter it was in.
func (r Ref) key() string { return r.String() }

func copyNamed(name string) bool {
	_, _, ok := syncedName(name)
	return ok
}

// CopiesOf gives those of one note.
func CopiesOf(all []Copy, ref Ref) []Copy {
	return slices.DeleteFunc(slices.Clone(all), func(c Copy) bool { return !same(c.Ref, ref) })
}

// Text reads a copy. Its error is sheet.ErrNoText where it holds no text.
func (f *Folder) Text(c Copy) (sheet.Sheet, error) {
	data, err := f.disk.Read(c.path)
	if err != nil {
		return sheet.Sheet{}, err
	}
	return sheet.Parse(data)
}
