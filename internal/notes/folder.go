package notes

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"werkboek/internal/plain"
	"werkboek/internal/sheet"
)

// Names in the folder of the notes.
const (
	ours       = ".werkboek"
	versions   = "versies"
	conflicts  = "conflicten"
	locks      = "sloten"
	trash      = "prullenbak" // beside the notes, for people
	tempPrefix = "tijdelijk-"
	noteSuffix = ".md"

	rescuePrefix = "werkboek-noodkopie." // of emergency copies, elsewhere
)

// Front-matter keys of a note.
const (
	headFormat   = "formaat"
	headModule   = "module"
	headExercise = "oefening"
	headChapter  = "hoofdstuk"
	headKind     = "soort"
	headChanged  = "gewijzigd"
	formatNow    = "1"
)

// Folder is where the notes of one module lie.
type Folder struct {
	dir    string
	module string
	disk   Disk
	rescue []string // folders for emergency copies, best first
	index  index
}

// Listed is a note in the folder, as a list shows it.
type Listed struct {
	Ref     Ref
	File    string // name in the folder
	Title   string
	Module  string
	Foreign bool // of another module: neither opened nor overwritten
	Changed time.Time
	Words   int
	// Err tells why a file that may be a note cannot be read; Ref is then what its
	// name says. Reason tells it in Dutch.
	Err error
}

// OpenFolder makes a Folder of a path; rescue lists the folders for emergency copies,
// best first. It reads and makes nothing yet; its only error is a path where something
// else than a folder stands.
func OpenFolder(dir, module string, d Disk, rescue ...string) (*Folder, error) {
	if info, err := d.Stat(dir); err == nil && info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: errNoFolder}
	}
	rescue = slices.Clone(rescue)
	for i, place := range rescue {
		if place != "" {
			rescue[i] = filepath.Clean(place)
		}
	}
	return &Folder{dir: filepath.Clean(dir), module: module, disk: d, rescue: rescue}, nil
}

// Why a file or a folder is not what it should be.
var (
	errNoFolder = errors.New("a file stands where the folder should be")
	errEmpty    = errors.New("the file is empty")
	errNoNote   = errors.New("the file does not say of which exercise it is")
)

func (f *Folder) path(file string) string { return filepath.Join(f.dir, file) }

func (f *Folder) own(parts ...string) string {
	return filepath.Join(append([]string{f.dir, ours}, parts...)...)
}

// List gives the notes in the folder, by name. What cannot be read as a note is
// among them, with the reason.
func (f *Folder) List() ([]Listed, error) {
	infos, err := f.disk.List(f.dir)
	if err != nil {
		return nil, err
	}
	var list []Listed
	for _, info := range infos {
		if isNote(info) {
			list = append(list, f.listed(info))
		}
	}
	return list, nil
}

// unlisted tells of a file that is no note, and why.
func unlisted(info fs.FileInfo, err error) Listed {
	return Listed{Ref: namedRef(info.Name()), File: info.Name(), Changed: info.ModTime(), Err: err}
}

// namedRef guesses which note a file is by its name alone: "06-dialoog.md".
func namedRef(file string) Ref {
	number, name, ok := strings.Cut(strings.TrimSuffix(file, noteSuffix), "-")
	chapter, err := strconv.Atoi(number)
	if !ok || err != nil {
		return Ref{Name: strings.TrimSuffix(file, noteSuffix)}
	}
	return Ref{Name: name, Chapter: chapter}
}

func (f *Folder) listed(info fs.FileInfo) Listed {
	data, err := f.disk.Read(f.path(info.Name()))
	if err != nil {
		return unlisted(info, err)
	}
	s, err := sheet.Parse(data)
	switch {
	case err != nil:
		return unlisted(info, err)
	case len(data) == 0:
		return unlisted(info, errEmpty)
	case s.Head(headExercise) == "":
		return unlisted(info, errNoNote)
	}
	l := Listed{
		Ref: refOf(s, info.Name()), File: info.Name(), Title: s.Title(), Module: s.Head(headModule), Changed: info.ModTime(),
	}
	l.Foreign = f.stranger(s)
	l.Words = Words(s)
	return l
}

// Words counts the words that somebody wrote in a note.
func Words(s sheet.Sheet) int {
	n := 0
	for _, f := range s.Fields() {
		n += plain.Words(f.Value)
	}
	return n
}

// refOf reads which note a file is: by its front matter. The number in its name is
// for people only.
func refOf(s sheet.Sheet, file string) Ref {
	r := Ref{Name: s.Head(headExercise)}
	number, _, _ := strings.Cut(file, "-")
	r.Chapter, _ = strconv.Atoi(number)
	if chapter, err := strconv.Atoi(s.Head(headChapter)); err == nil {
		r.Chapter, r.PerChapter = chapter, true
	}
	return r
}

// Bytes gives the exact bytes of a listed note.
func (f *Folder) Bytes(l Listed) ([]byte, error) {
	return f.disk.Read(f.path(l.File))
}

// found is a note as it lies on the disk.
type found struct {
	file   string // name in the folder
	data   []byte // nil when there is no file
	sheet  sheet.Sheet
	broken bool  // no text: it is set aside before the first write
	stamp  stamp // of the file, before it was read
}

// there tells whether a note was found, one that can be read.
func (n found) there() bool { return n.data != nil && !n.broken }

// stamp tells a file from what it was, without reading it.
type stamp struct {
	exists bool
	size   int64
	at     int64 // when it was changed, ns
}

// unseen is the stamp of no file at all: whoever has it is read again.
var unseen = stamp{size: -1}

func stampOf(info fs.FileInfo) stamp { return stamp{true, info.Size(), info.ModTime().UnixNano()} }

func (f *Folder) stamp(file string) stamp {
	info, err := f.disk.Stat(f.path(file))
	if err != nil {
		return stamp{}
	}
	return stampOf(info)
}

// files gives the files that may be notes, by name. A folder that is away is an
// error: it is no news of notes.
func (f *Folder) files() (map[string]fs.FileInfo, error) {
	infos, err := f.disk.List(f.dir)
	if err == nil && len(infos) == 0 {
		_, err = f.disk.Stat(f.dir)
	}
	if err != nil {
		return nil, err
	}
	all := map[string]fs.FileInfo{}
	for _, info := range infos {
		if isNote(info) {
			all[info.Name()] = info
		}
	}
	return all, nil
}

// find looks a note up: under its own name first, then by the front matter of the
// other files. One that has the name of a copy is none.
func (f *Folder) find(ref Ref) (found, error) {
	n, err := f.look(ref.File(), ref)
	if err != nil || n.data != nil {
		return n, err
	}
	infos, err := f.disk.List(f.dir)
	if err != nil {
		return found{}, err
	}
	for _, info := range infos {
		if !isNote(info) || info.Name() == ref.File() || !f.mayBe(info, ref) {
			continue
		}
		if o, err := f.look(info.Name(), ref); err == nil && o.there() {
			return o, nil
		}
	}
	return found{file: ref.File()}, nil
}

// mayBe tells whether a file with another name is the note of a ref.
func (f *Folder) mayBe(info fs.FileInfo, ref Ref) bool {
	if copyNamed(info.Name()) {
		return false
	}
	c := f.card(info)
	return c.ours(f.module) && same(c.ref, ref)
}

func same(a, b Ref) bool {
	return a.Name == b.Name && (!b.PerChapter || a.Chapter == b.Chapter)
}

// look reads one file as a note.
func (f *Folder) look(file string, ref Ref) (found, error) {
	at := f.stamp(file) // before reading, so that a change in between is seen the next time
	data, err := f.disk.Read(f.path(file))
	if errors.Is(err, fs.ErrNotExist) {
		return found{file: file}, nil
	}
	if err != nil {
		return found{file: file}, err
	}
	n := found{file: file, data: data, stamp: at}
	if n.sheet, err = sheet.Parse(data); err != nil {
		n.broken = true
		return n, nil
	}
	if f.stranger(n.sheet) && file == ref.File() {
		return n, fmt.Errorf("open %s: %w", file, ErrForeign)
	}
	return n, nil
}

// stranger tells whether a note belongs to another module.
func (f *Folder) stranger(s sheet.Sheet) bool {
	m := s.Head(headModule)
	return m != "" && m != f.module
}

// foreign tells whether bytes are a note of another module.
func (f *Folder) foreign(data []byte) bool {
	s, err := sheet.Parse(data)
	return err == nil && f.stranger(s)
}

func opened(ref Ref, n found) Opened {
	o := Opened{Ref: ref, Sheet: n.sheet, Exists: n.there()}
	if n.broken {
		o.Notice = brokenNotice(n.file)
	}
	return o
}

// prepare makes the folders that saving needs.
func (f *Folder) prepare() error {
	if err := f.disk.Make(f.dir); err != nil {
		return err
	}
	return f.disk.Make(f.own())
}

// slotted tells whether the slot of a note is there.
func (f *Folder) slotted(ref Ref) bool {
	_, err := f.disk.Stat(f.slot(ref))
	return err == nil
}

// slot gives the path of the lock of a note.
func (f *Folder) slot(ref Ref) string { return f.own(locks, ref.File()+".slot") }
