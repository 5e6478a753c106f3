// Package starter makes, of a course, the files of a course of one's own: a copy
// under a new id, with a chapter that says how one changes it. It writes nothing, and
// imports course only.
package starter

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"werkboek/internal/course"
)

// guide is the chapter that says how one changes the copy, with its exercise.
//
//go:embed reader exercises
var guide embed.FS

// GuideChapter is the number of that chapter.
const GuideChapter = 10

// File is one file of a course of one's own.
type File struct {
	Path string // from the folder of the course, with slashes
	Data []byte
}

// Course gives the files of a course of one's own that comes to stand in a folder of
// this name.
func Course(p course.Pack, folder string) ([]File, error) {
	var files []File
	for _, from := range []struct {
		dir string
		fs  fs.FS
	}{
		{"reader", p.Reader}, {"exercises", p.Exercises},
		{"reader", under("reader")}, {"exercises", under("exercises")},
	} {
		more, err := filesOf(from.dir, from.fs)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", from.dir, err)
		}
		files = append(files, more...)
	}
	for i, f := range files {
		if f.Path != "reader/module.yaml" {
			continue
		}
		var err error
		files[i].Data, err = rename(f.Data, ID(folder))
		return files, err
	}
	return nil, fmt.Errorf("copy the course: %w", fs.ErrNotExist)
}

// under gives a folder of the guide.
func under(dir string) fs.FS {
	sub, err := fs.Sub(guide, dir)
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}

func filesOf(dir string, from fs.FS) ([]File, error) {
	entries, err := fs.ReadDir(from, ".")
	if err != nil {
		return nil, err
	}
	var files []File
	for _, e := range entries {
		data, err := fs.ReadFile(from, e.Name())
		if err != nil {
			return nil, err
		}
		files = append(files, File{path.Join(dir, e.Name()), data})
	}
	return files, nil
}

var (
	idLine    = regexp.MustCompile(`(?m)^id: .*$`)
	titleLine = regexp.MustCompile(`(?m)^titel: (.*)$`)

	errNoName = errors.New("module.yaml names no id and no title")
)

// rename gives a module its own id and a mark behind its title. It changes those two
// lines only: the rest is the author's, down to its blanks.
func rename(module []byte, id string) ([]byte, error) {
	if len(idLine.FindAll(module, 2)) != 1 || len(titleLine.FindAll(module, 2)) != 1 {
		return nil, errNoName
	}
	module = idLine.ReplaceAllLiteral(module, []byte("id: "+id))
	return titleLine.ReplaceAll(module, []byte("titel: ${1}"+textOwnTitle)), nil
}

// An id begins with ownPrefix, so that it is never empty, never that of the course
// that was copied, and no word that means something else. It is never longer than an
// id may be.
const (
	ownPrefix = "eigen-"
	unnamed   = "cursus"
	longestID = 60
)

// accents are what Dutch writes over its letters.
var accents = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "é", "e", "è", "e", "ê", "e", "ë", "e",
	"í", "i", "ì", "i", "î", "i", "ï", "i", "ó", "o", "ò", "o", "ô", "o", "ö", "o",
	"ú", "u", "ù", "u", "û", "u", "ü", "u", "ç", "c", "ñ", "n",
)

var otherRunes = regexp.MustCompile(`[^a-z0-9]+`)

// ID gives the id of the module for a folder of this name.
func ID(folder string) string {
	name := strings.Trim(otherRunes.ReplaceAllString(accents.Replace(strings.ToLower(folder)), "-"), "-")
	if name == "" {
		name = unnamed
	}
	id := ownPrefix + name
	return strings.TrimRight(id[:min(len(id), longestID)], "-")
}
