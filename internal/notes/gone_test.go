package notes_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"werkboek/internal/notes"
)

func TestWordsThatAnOpenNoteShowsOutliveTheirFile(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(path string) error
		told notes.What
	}{
		"it is deleted":         {os.Remove, notes.Gone},
		"it is no text":         {func(path string) error { return os.WriteFile(path, make([]byte, 400), 0o600) }, notes.Gone},
		"it is emptied":         {func(path string) error { return os.Truncate(path, 0) }, notes.Changed},
		"it loses its head":     {func(path string) error { return os.WriteFile(path, []byte("los\n"), 0o600) }, notes.Changed},
		"it holds other words":  {func(path string) error { return os.WriteFile(path, byAnother("van een ander"), 0o600) }, notes.Changed},
		"it is of another kind": {func(path string) error { return os.WriteFile(path, byAnother(""), 0o600) }, notes.Changed},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			overwrite(t, dir, "van gisteren")
			var events told
			working(t, dir, notes.OS(), events.tell, func(d *notes.Desk) {
				pass(2 * time.Second)
				if err := c.do(filepath.Join(dir, file)); err != nil {
					t.Fatal(err)
				}
				pass(2 * time.Second)
				ev, n := events.last(c.told)
				if n != 1 || ev.Copy == "" || !strings.Contains(everywhere(dir), "van gisteren") {
					t.Errorf("told %d times, %+v; the folder holds %q", n, ev, everywhere(dir))
				}
				pass(10 * time.Second)
				if all, _ := filepath.Glob(filepath.Join(dir, ".werkboek", "*", "*.md")); len(all) != 1 {
					t.Errorf("copies of the same words: %v", all)
				}
			})
		})
	}
}

func TestWordsAreKeptWhenTheirFileGoesJustBeforeTheEnd(t *testing.T) {
	dir := t.TempDir()
	working(t, dir, notes.OS(), func(notes.Event) {}, func(d *notes.Desk) {
		d.Put(leervraag, 1, with("van mij"))
		pass(1500 * time.Millisecond)
		if err := os.Remove(filepath.Join(dir, file)); err != nil {
			t.Fatal(err)
		}
		if err := d.Flush(time.Second); err != nil || !strings.Contains(everywhere(dir), "van mij") {
			t.Errorf("%v; the folder holds %q", err, everywhere(dir))
		}
	})
}

func TestTheWordsOfAFolderThatGoesAreWrittenAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "map")
	disk := &faulty{Disk: notes.OS()}
	path := filepath.Join(dir, file)
	windows(t, dir, disk, func(t *testing.T, d, _ *window) {
		remove := func() {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}
		_, _ = d.Open(leervraag)
		d.Put(leervraag, 1, with("van mij"))
		pass(2 * time.Second)
		remove()
		pass(2 * time.Second)
		if got := written(t, path); got != "van mij" {
			t.Errorf("the folder came back with %q", got)
		}

		disk.fail(syscall.ENOSPC)
		remove()
		pass(2 * time.Second)
		if s := d.State(); !s.Unsaved || s.Err == nil {
			t.Errorf("a folder that is away and stays so: %+v", s)
		}
		if d.Flush(time.Second) == nil {
			t.Error("all is saved, in a folder that is away")
		}
		disk.fail(nil)
		pass(4 * time.Second)
		if s := d.State(); s.Unsaved || written(t, path) != "van mij" {
			t.Errorf("there is room again: %+v, %q", s, written(t, path))
		}

		remove()
		if err := d.Flush(time.Second); err != nil || written(t, path) != "van mij" {
			t.Errorf("on the way out: %v, %q", err, everywhere(dir))
		}
	})
}

func TestAFolderThatComesBackAsItWasIsNoConflict(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "map")
	disk := &faulty{Disk: notes.OS()}
	windows(t, dir, disk, func(t *testing.T, d, _ *window) {
		_, _ = d.Open(leervraag)
		d.Put(leervraag, 1, with("van mij"))
		pass(2 * time.Second)
		disk.fail(syscall.ENOENT)
		if err := os.Rename(dir, dir+"-weg"); err != nil {
			t.Fatal(err)
		}
		pass(5 * time.Second)
		_ = os.RemoveAll(dir) // what was tried meanwhile
		if err := os.Rename(dir+"-weg", dir); err != nil {
			t.Fatal(err)
		}
		disk.fail(nil)
		pass(5 * time.Second)
		ev, n := d.last(notes.Conflict)
		if s := d.State(); n > 0 || s.Unsaved || written(t, filepath.Join(dir, file)) != "van mij" || len(copies(dir)) > 0 {
			t.Errorf("%+v, %d conflicts, %+v, copies %v", s, n, ev, copies(dir))
		}
	})
}

func TestANoteWhoseFolderWasMadeAnewIsStillHeld(t *testing.T) {
	for name, c := range map[string]struct{ gone string }{"the folder": {""}, "our own folder": {".werkboek"}} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "map")
			windows(t, dir, notes.OS(), func(t *testing.T, first, second *window) {
				_, _ = first.Open(leervraag)
				first.Put(leervraag, 1, with("van mij"))
				pass(2 * time.Second)
				if err := os.RemoveAll(filepath.Join(dir, c.gone)); err != nil {
					t.Fatal(err)
				}
				pass(3 * time.Second)
				if err := second.WipeEach(1, leervraag); !errors.Is(err, notes.ErrNothingWiped) {
					t.Errorf("it is wiped under the hands of another window: %v", err)
				}
				first.Close(leervraag)
				pass(2 * time.Second)
				if err := second.WipeEach(1, leervraag); err != nil || strings.Contains(everywhere(dir), "van mij") {
					t.Errorf("nobody has it any more: %v, %q", err, everywhere(dir))
				}
				pass(3 * time.Second)
				if all := everywhere(dir); strings.Contains(all, "van mij") {
					t.Errorf("it came back: %q", all)
				}
			})
		})
	}
}

func TestTheOtherProgramsOwnWordsAskForNoChoice(t *testing.T) {
	dir := t.TempDir()
	overwrite(t, dir, "van gisteren")
	var events told
	working(t, dir, notes.OS(), events.tell, func(d *notes.Desk) {
		for _, words := range []string{"een", "twee", "drie", "vier"} {
			overwrite(t, dir, words)
			pass(2 * time.Second)
		}
		all := everywhere(dir)
		for _, words := range []string{"van gisteren", "een", "twee", "drie", "vier"} {
			if !strings.Contains(all, words) {
				t.Errorf("%q is gone", words)
			}
		}
		ev, n := events.last(notes.Changed)
		if list := copies(dir); len(list) != 1 || n != 4 || ev.Copy != "" {
			t.Errorf("to choose from: %v; told %d times, at last %+v", list, n, ev)
		}
	})
}

func TestAFileInThePlaceOfTheFolderIsNoFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "map")
	windows(t, dir, notes.OS(), func(t *testing.T, d, _ *window) {
		_, _ = d.Open(leervraag)
		d.Put(leervraag, 1, with("van mij"))
		pass(2 * time.Second)
		if err := errors.Join(os.Rename(dir, dir+"-weg"), os.WriteFile(dir, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		pass(2 * time.Second)
		if s := d.State(); !s.Unsaved || s.Err == nil {
			t.Errorf("it says that all is saved: %+v", s)
		}
	})
}

func TestWordsOfAnotherThatAreWrittenOverStayAsAVersion(t *testing.T) {
	dir := t.TempDir()
	var events told
	working(t, dir, notes.OS(), events.tell, func(d *notes.Desk) {
		d.Put(leervraag, 1, with("van mij"))
		pass(2 * time.Second)
		overwrite(t, dir, "van een ander")
		pass(2 * time.Second)
		ev, _ := events.last(notes.Changed)
		d.Took(ev)
		d.Put(leervraag, 2, with("verder"))
		pass(2 * time.Second)
		if !strings.Contains(everywhere(dir), "van een ander") || written(t, filepath.Join(dir, file)) != "verder" {
			t.Errorf("the folder holds %q", everywhere(dir))
		}
	})
}
