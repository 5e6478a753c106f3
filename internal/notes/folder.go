package notes

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
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
	tempPrefix = "tijdelijk-"
	noteSuffix = ".md"
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
}

// OpenFolder makes a Folder of a path. It reads and makes nothing yet; its only
// error is a path where something else than a folder stands.
func OpenFolder(dir, module string, d Disk) (*Folder, error) {
	if info, err := d.Stat(dir); err == nil && info.Mode().IsRegular() {
		return nil, fmt.Errorf("open %s: %w", dir, errNoFolder)
	}
	return &Folder{dir: dir, module: module, disk: d}, nil
}

var errNoFolder = errors.New("a file stands where the folder should be")

// Dir gives the path.
func (f *Folder) Dir() string { return f.dir }

func (f *Folder) path(file string) string { return filepath.Join(f.dir, file) }

func (f *Folder) own(parts ...string) string {
	return filepath.Join(append([]string{f.dir, ours}, parts...)...)
}

// List gives the notes in the folder, by name. What cannot be read is left out.
func (f *Folder) List() ([]Listed, error) {
	infos, err := f.disk.List(f.dir)
	if err != nil {
		return nil, err
	}
	var list []Listed
	for _, info := range infos {
		if filepath.Ext(info.Name()) != noteSuffix || !info.Mode().IsRegular() {
			continue
		}
		data, err := f.disk.Read(f.path(info.Name()))
		if err != nil {
			continue
		}
		s, err := sheet.Parse(data)
		if err != nil || s.Head(headExercise) == "" {
			continue
		}
		list = append(list, f.listed(info, s))
	}
	return list, nil
}

func (f *Folder) listed(info fs.FileInfo, s sheet.Sheet) Listed {
	l := Listed{
		Ref: refOf(s, info.Name()), File: info.Name(), Title: s.Title(), Module: s.Head(headModule), Changed: info.ModTime(),
	}
	l.Foreign = l.Module != f.module
	for _, field := range s.Fields() {
		l.Words += plain.Words(field.Value)
	}
	return l
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
	broken bool // no text: it is set aside before the first write
}

// find looks a note up: under its own name first, then by the front matter of the
// other files.
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
		if filepath.Ext(info.Name()) != noteSuffix || info.Name() == ref.File() || !info.Mode().IsRegular() {
			continue
		}
		if o, err := f.look(info.Name(), ref); err == nil && o.data != nil && !o.broken && !f.stranger(o.sheet) && same(refOf(o.sheet, o.file), ref) {
			return o, nil
		}
	}
	return found{file: ref.File()}, nil
}

func same(a, b Ref) bool {
	return a.Name == b.Name && (!b.PerChapter || a.Chapter == b.Chapter)
}

// look reads one file as a note.
func (f *Folder) look(file string, ref Ref) (found, error) {
	data, err := f.disk.Read(f.path(file))
	if errors.Is(err, fs.ErrNotExist) {
		return found{file: file}, nil
	}
	if err != nil {
		return found{file: file}, err
	}
	n := found{file: file, data: data}
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

// Read reads a note without its lock, for showing it.
func (f *Folder) Read(ref Ref) (Opened, error) {
	n, err := f.find(ref)
	return opened(ref, n), err
}

func opened(ref Ref, n found) Opened {
	o := Opened{Ref: ref, Sheet: n.sheet, Exists: n.data != nil && !n.broken}
	if n.broken {
		o.Notice = brokenNotice(n.file)
	}
	return o
}

// aside copies bytes to a folder of ours, under a name of their own; it gives that
// name.
func (f *Folder) aside(kind, file string, data []byte, now time.Time) (string, error) {
	dir := f.own(kind)
	if err := f.disk.Make(dir); err != nil {
		return "", err
	}
	base := strings.TrimSuffix(file, noteSuffix) + "." + now.Format("20060102-150405.000")
	name := base + noteSuffix
	for i := 2; ; i++ {
		if _, err := f.disk.Stat(filepath.Join(dir, name)); err != nil {
			break
		}
		name = fmt.Sprintf("%s-%d%s", base, i, noteSuffix)
	}
	return filepath.Join(ours, kind, name), f.disk.Write(filepath.Join(dir, name), f.own(), data)
}

// prepare makes the folders that saving needs.
func (f *Folder) prepare() error {
	if err := f.disk.Make(f.dir); err != nil {
		return err
	}
	return f.disk.Make(f.own())
}

// sweep removes temporary files that a killed program left; only who holds a lock
// does so, and only of files that are older than any save.
func (f *Folder) sweep(now time.Time) {
	infos, err := f.disk.List(f.own())
	if err != nil {
		return
	}
	for _, info := range infos {
		if strings.HasPrefix(info.Name(), tempPrefix) && now.Sub(info.ModTime()) > time.Minute {
			_ = f.disk.Remove(f.own(info.Name()))
		}
	}
}
