//go:build unix

package notes_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"werkboek/internal/notes"
)

// steps gathers the steps on files under a folder, temporary names made one.
type steps struct {
	dir  string
	list []string
}

func (s *steps) tell(step, path string) {
	path, _ = filepath.Rel(s.dir, path)
	if strings.Contains(path, "tijdelijk-") {
		path = "tijdelijk"
	}
	s.list = append(s.list, step+" "+filepath.ToSlash(path))
}

// replacing lists what it takes to put a file in place of another, for good.
func replacing(path, dir string) []string {
	return []string{
		"create tijdelijk", "write tijdelijk", "protect tijdelijk", "sync tijdelijk", "close tijdelijk",
		"rename " + path, "sync folder " + dir,
	}
}

func TestEverySaveTakesItsStepsInTheirOrder(t *testing.T) {
	t.Parallel()
	s := &steps{dir: t.TempDir()}
	overwrite(t, s.dir, "van gisteren")
	d := desk(t, s.dir, notes.Steps(s.tell))
	open(t, d, leervraag)
	for i, want := range [][]string{
		slices.Concat( // the version before this session first
			[]string{"create .werkboek/versies/00-leervraag.md", "protect .werkboek/versies/00-leervraag.md", "close .werkboek/versies/00-leervraag.md"},
			replacing(".werkboek/versies/00-leervraag.md", ".werkboek/versies"),
			replacing(file, "."),
		),
		replacing(file, "."),
	} {
		s.list = nil
		d.Put(leervraag, i+1, with(strings.Repeat("a", i+1)))
		flush(t, d)
		var got []string
		for _, step := range s.list {
			if before, _, dated := strings.Cut(step, "/00-leervraag."); dated {
				step = before + "/00-leervraag.md"
			}
			got = append(got, step)
		}
		got = slices.DeleteFunc(got, func(step string) bool { return step == "sync folder .werkboek" }) // of a folder that was made
		if !slices.Equal(got, want) {
			t.Errorf("save %d took\n%s\nwant\n%s", i+1, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestANewFolderLastsAsWell(t *testing.T) {
	t.Parallel()
	s := &steps{dir: t.TempDir()}
	if err := notes.Steps(s.tell).Make(filepath.Join(s.dir, "a", "b")); err != nil {
		t.Fatal(err)
	}
	if want := []string{"sync folder .", "sync folder a"}; !slices.Equal(s.list, want) {
		t.Errorf("it took %q, want %q", s.list, want)
	}
}

func TestWhatIsTakenAwayStaysAway(t *testing.T) {
	t.Parallel()
	s := &steps{dir: t.TempDir()}
	overwrite(t, s.dir, "weg")
	if err := notes.Steps(s.tell).Remove(filepath.Join(s.dir, file)); err != nil {
		t.Fatal(err)
	}
	if want := []string{"sync folder ."}; !slices.Equal(s.list, want) {
		t.Errorf("it took %q, want %q", s.list, want)
	}
}

func TestTheOldBytesAreNeverTouched(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	overwrite(t, dir, "van gisteren")
	old := filepath.Join(t.TempDir(), "dezelfde bytes")
	if err := os.Link(filepath.Join(dir, file), old); err != nil {
		t.Skip("no hard links here")
	}
	d := desk(t, dir, notes.OS())
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("van vandaag"))
	flush(t, d)
	if data, err := os.ReadFile(old); err != nil || string(data) != string(byAnother("van gisteren")) {
		t.Errorf("what was there holds %q now, %v", data, err)
	}
	if got := written(t, filepath.Join(dir, file)); got != "van vandaag" {
		t.Errorf("the note holds %q", got)
	}
}

// It is not parallel: the umask is of the whole program.
func TestNobodyElseMayReadANoteWhateverTheUmask(t *testing.T) {
	for _, mask := range []int{0, 0o022, 0o777} {
		root := t.TempDir()
		dir := filepath.Join(root, "nieuw", "map")
		was := syscall.Umask(mask)
		everySort(t, dir)
		syscall.Umask(was)
		seen := map[string]int{}
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || path == root {
				return err
			}
			info, err := e.Info()
			want := fs.FileMode(0o600)
			if e.IsDir() {
				want = 0o700
			}
			if err == nil && info.Mode().Perm() != want {
				t.Errorf("umask %03o: %s has mode %v", mask, path, info.Mode())
			}
			seen[filepath.Base(filepath.Dir(path))]++
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []string{"map", "versies", "conflicten", "sloten"} {
			if seen[kind] == 0 {
				t.Errorf("umask %03o: nothing in %s to look at", mask, kind)
			}
		}
	}
}

// everySort makes a file of every sort: notes, a lock, a version, a conflict copy.
func everySort(t *testing.T, dir string) {
	t.Helper()
	for range 2 {
		d := desk(t, dir, notes.OS())
		open(t, d, leervraag)
		d.Put(leervraag, 1, with("een"))
		flush(t, d)
		path := filepath.Join(dir, file)
		if err := os.WriteFile(path, byAnother("ander"), 0o600); err != nil {
			t.Fatal(err)
		}
		d.Put(leervraag, 2, with("twee"))
		flush(t, d)
	}
}

func TestATemporaryFileIsOursAloneWhileItIsWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var open []fs.FileMode
	d := desk(t, dir, notes.Steps(func(step, path string) {
		if info, err := os.Stat(path); step == "write" && err == nil {
			open = append(open, info.Mode().Perm())
		}
	}))
	d.Put(leervraag, 1, with("x"))
	if err := d.Flush(time.Second); err != nil || len(open) != 1 || open[0]&0o077 != 0 {
		t.Errorf("modes %v, %v", open, err)
	}
}
