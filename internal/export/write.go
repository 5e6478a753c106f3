package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"werkboek/internal/notes"
)

// ErrNotesFolder is a folder in which the notes live: a document there would be taken
// for one of them, and be wiped with them.
var ErrNotesFolder = errors.New("folder of the notes")

// errNoFolder is something else on the way to a folder.
var errNoFolder = errors.New("not a folder")

// Reason tells in Dutch why a document was not written, in a few words.
func Reason(err error) string {
	switch {
	case errors.Is(err, ErrNotesFolder):
		return textNotesFolder
	case errors.Is(err, errNoFolder):
		return textNoFolder
	case errors.Is(err, fs.ErrExist):
		return textNoName
	}
	return notes.Reason(err)
}

// mostNames is how many documents of one name a folder can have.
const mostNames = 99

// FileName gives the name of the document of a day.
func FileName(day time.Time) string { return fmt.Sprintf(textFile, day.Format(time.DateOnly)) }

// Writer writes documents to folders, for their owner only.
type Writer struct {
	Disk  notes.Disk
	Notes string // the folder of the notes, into which nothing is written
}

// Write writes a document to a folder, which is made when it is not there. It writes
// over nothing: a name that is taken gets a number. The document is there whole, or not
// at all.
func (w Writer) Write(dir, name string, data []byte) (path string, err error) {
	if dir, err = w.Place(dir); err != nil {
		return "", err
	}
	if err := w.Disk.Make(dir); err != nil {
		return "", err
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return "", &fs.PathError{Op: "write", Path: dir, Err: errNoFolder}
	}
	if path, err = w.claim(dir, name); err != nil {
		return "", err
	}
	if err := w.Disk.Write(path, dir, data); err != nil {
		_ = w.Disk.Remove(path) // empty
		return "", err
	}
	return path, nil
}

// Place gives the whole path of a folder for documents; its error is ErrNotesFolder where
// the notes live.
func (w Writer) Place(dir string) (string, error) {
	full, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", dir, err)
	}
	if w.Notes != "" && within(full, w.Notes) {
		return "", &fs.PathError{Op: "write", Path: full, Err: ErrNotesFolder}
	}
	return full, nil
}

// claim takes a name that nothing has yet.
func (w Writer) claim(dir, name string) (path string, err error) {
	ext := filepath.Ext(name)
	for i := 1; i <= mostNames; i++ {
		path = filepath.Join(dir, name)
		if i > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), i, ext))
		}
		if err = w.Disk.Claim(path); !errors.Is(err, fs.ErrExist) {
			return path, err
		}
	}
	return "", err
}

// within tells whether a folder is another one, or stands in it; either may not be there
// yet, and be reached by a link.
func within(dir, other string) bool {
	at, err := os.Stat(other)
	other = real(other)
	for dir = real(dir); ; dir = filepath.Dir(dir) {
		here, missing := os.Stat(dir)
		if dir == other || err == nil && missing == nil && os.SameFile(at, here) {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}

// real gives a path without links, as far down as it exists.
func real(path string) string {
	if full, err := filepath.EvalSymlinks(path); err == nil {
		return full
	}
	if above := filepath.Dir(path); above != path {
		return filepath.Join(real(above), filepath.Base(path))
	}
	return path
}
