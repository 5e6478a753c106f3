package export_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"werkboek/internal/export"
	"werkboek/internal/notes"
)

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestADocumentIsWrittenForItsOwnerAndOverNothing(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "nieuw", "map")
	w := export.Writer{Disk: notes.OS(), Notes: t.TempDir()}
	var paths []string
	for _, text := range []string{"een", "twee", "drie"} {
		path, err := w.Write(dir, export.FileName(day), []byte(text))
		if err != nil || content(t, path) != text {
			t.Fatalf("%s: %v", path, err)
		}
		paths = append(paths, filepath.Base(path))
		info, err := os.Stat(path)
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v (%v)", path, info.Mode(), err)
		}
	}
	if paths[0] != "mijn-werkboek-2026-11-23.md" || paths[1] != "mijn-werkboek-2026-11-23-2.md" || paths[2] != "mijn-werkboek-2026-11-23-3.md" {
		t.Errorf("names are %v", paths)
	}
	if content(t, filepath.Join(dir, paths[0])) != "een" {
		t.Error("the first was written over")
	}
	if left, _ := os.ReadDir(dir); len(left) != 3 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhyNothingWasWrittenIsSaidInDutch(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "bestand")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w := export.Writer{Disk: notes.OS(), Notes: t.TempDir()}
	for dir, want := range map[string]string{file: "dat is een bestand, geen map", w.Notes: "in die map staan je notities"} {
		if _, err := w.Write(dir, "x.md", nil); err == nil || export.Reason(err) != want {
			t.Errorf("%s: %v, told as %q", dir, err, export.Reason(err))
		}
	}
}

// full is a disk on which nothing can be written.
type full struct{ notes.Disk }

var errFull = errors.New("no room")

func (full) Write(string, string, []byte) error { return errFull }

func TestADocumentThatCannotBeWrittenLeavesNoFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, err := (export.Writer{Disk: full{notes.OS()}}).Write(dir, "x.md", []byte("x")); !errors.Is(err, errFull) {
		t.Errorf("told %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestNothingIsWrittenAmongTheNotes(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	own := filepath.Join(top, "notities")
	link := filepath.Join(top, "snel")
	if err := os.Symlink(own, link); err != nil {
		t.Skip(err)
	}
	w := export.Writer{Disk: notes.OS(), Notes: own}
	try := func(when string) {
		for _, dir := range []string{own, filepath.Join(own, "uit", "diep"), link, filepath.Join(link, "uit"), filepath.Join(top, "x", "..", "notities")} {
			var at *fs.PathError
			if _, err := w.Write(dir, "x.md", []byte("x")); !errors.Is(err, export.ErrNotesFolder) || !errors.As(err, &at) {
				t.Errorf("%s, %s: told %v", when, dir, err)
			}
		}
	}
	if err := os.Mkdir(own, 0o700); err != nil {
		t.Fatal(err)
	}
	try("there")
	if err := os.Remove(own); err != nil {
		t.Fatal(err)
	}
	w.Notes = own
	if _, err := w.Write(own, "x.md", nil); !errors.Is(err, export.ErrNotesFolder) {
		t.Errorf("before there are notes: told %v", err)
	}
	if _, err := w.Write(own+"-uit", "x.md", nil); err != nil {
		t.Errorf("beside it: %v", err)
	}
}
