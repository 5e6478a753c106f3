//go:build unix

package trial

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// Bars of what cannot be saved.
const (
	toldWithin  = 2*time.Second + 300*time.Millisecond // of the key: the save begins within 300 ms
	savedWithin = 5 * time.Second                      // of there being room again
)

const notYet = "Nog niet bewaard"

// trouble is a way in which saving becomes impossible, and possible again.
type trouble struct {
	begin func(t *testing.T, h home)
	over  func(t *testing.T, h home) // in one step: the program saves at any moment
	back  func(t *testing.T, h home) // once the program has ended: all is as before
}

// aFileInstead puts a file where the folder of the notes was.
var aFileInstead = trouble{
	begin: func(t *testing.T, h home) { move(t, h.notes, h.notes+".weg"); put(t, h.notes, "geen map") },
	over:  func(t *testing.T, h home) { remove(t, h.notes) },
	back:  func(t *testing.T, h home) { remove(t, h.notes); move(t, h.notes+".weg", h.notes) },
}

// aFolderInstead puts a folder where the note was.
var aFolderInstead = trouble{
	begin: func(t *testing.T, h home) {
		move(t, h.path(leervraag), h.path("weg"))
		if err := os.Mkdir(h.path(leervraag), 0o700); err != nil {
			t.Fatal(err)
		}
	},
	over: func(t *testing.T, h home) { remove(t, h.path(leervraag)) },
	back: func(t *testing.T, h home) { remove(t, h.path(leervraag)); move(t, h.path("weg"), h.path(leervraag)) },
}

// noAccess takes away the right to write in the folder.
var noAccess = trouble{
	begin: func(t *testing.T, h home) { chmod(t, h, 0o500) },
	over:  func(t *testing.T, h home) { chmod(t, h, 0o700) },
}

func chmod(t *testing.T, h home, mode os.FileMode) {
	t.Helper()
	if os.Getuid() == 0 {
		t.Skip("permissions do not bind root; the read-only file system is tried instead")
	}
	for _, dir := range []string{h.notes, h.path(".werkboek")} {
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
	}
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWhatCannotBeSavedIsToldAndSavedLater(t *testing.T) {
	t.Parallel()
	for name, tr := range map[string]trouble{"file in place of the folder": aFileInstead, "folder in place of the note": aFolderInstead, "no access": noAccess} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			tr.overcome(t, h, h.writing(call{}))
		})
		t.Run(name+", and quitting", func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			var errs bytes.Buffer
			tr.endure(t, h, h.writing(call{errs: &errs}), &errs)
		})
	}
}

// overcome holds that words in hand survive a trouble: it is told, nothing untrue is
// said, and all is saved by itself afterwards.
func (tr trouble) overcome(t *testing.T, h home, w *window) {
	w.press("eerst ")
	w.holds(h, "eerst")
	w.shows("opgeslagen")
	tr.begin(t, h)
	w.press("daarna ")
	w.showsWithin(toldWithin, notYet)
	w.mu.Lock()
	w.watch = func(s *screen) string {
		if strings.Contains(s.String(), "opgeslagen") {
			return "it says opgeslagen while nothing is:\n" + s.String()
		}
		return ""
	}
	w.mu.Unlock()
	for _, word := range []string{"nog", "meer", "woorden"} {
		w.press(word + " ")
		w.shows(word)
		w.press(ctrlS)
		w.shows(notYet)
	}
	w.mu.Lock()
	w.watch = nil
	w.mu.Unlock()
	tr.over(t, h)
	w.within(savedWithin, "saving by itself", func() bool { return h.saved() == "eerst daarna nog meer woorden " })
	w.until("the message to go", func() bool { return !w.has(notYet) })
	w.quit()
	if got := h.saved(); got != "eerst daarna nog meer woorden " {
		t.Errorf("the note holds %q", got)
	}
	if strays := h.named("tijdelijk-"); len(strays) > 0 {
		t.Errorf("temporary afterwards: %v", strays)
	}
}

var rescued = regexp.MustCompile(`\S+noodkopie\S+\.md`)

// endure holds that one can leave in spite of a trouble, knowingly, and that the words
// are in an emergency copy.
func (tr trouble) endure(t *testing.T, h home, w *window, errs *bytes.Buffer) {
	w.press("eerst ")
	w.holds(h, "eerst")
	tr.begin(t, h)
	w.press("niet kwijt")
	w.showsWithin(toldWithin, notYet)
	w.press(ctrlQ)
	w.shows("Stoppen, met een noodkopie")
	w.press(ctrlQ)
	if code := w.exits(2*time.Second + flushing); code != 1 {
		t.Errorf("exit code %d", code)
	}
	w.restored()
	path := strings.TrimSuffix(rescued.FindString(errs.String()), ".")
	data, err := os.ReadFile(path)
	if !strings.Contains(string(data), "eerst niet kwijt") {
		t.Errorf("it says %q; the copy holds %q, %v", errs.String(), data, err)
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm() != 0o600 {
		t.Errorf("the copy has mode %v", info.Mode())
	}
	if tr.back == nil {
		tr.back = tr.over
	}
	tr.back(t, h)
	if got := h.saved(); got != "eerst " && got != "eerst niet kwijt" {
		t.Errorf("the old note was harmed: %q", got)
	}
}

// flushing is what the last try to save may take where it has to wait.
const flushing = 500 * time.Millisecond

func TestARemovedFolderLosesNothing(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	w.press("eerst ")
	w.holds(h, "eerst")
	remove := func() { // the program may be making something in it just now
		w.within(time.Second, "removing the folder", func() bool { return os.RemoveAll(h.notes) == nil })
	}
	remove()
	w.press("daarna")
	w.within(savedWithin, "saving in a new folder", func() bool { return h.saved() == "eerst daarna" })
	remove()
	w.within(3*time.Second, "saving what nobody touched", func() bool { return h.saved() == "eerst daarna" })
	remove()
	w.quit()
	if len(h.holding("eerst daarna")) == 0 { // in the note, or in a version where the folder was made anew meanwhile
		t.Error("on the way out they are lost")
	}
}

func TestAFileInPlaceOfTheFolderIsToldAtTheStart(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	put(t, h.notes, "geen map")
	for _, args := range [][]string{{}, {"oefening", "leervraag"}, {"notities", "lijst"}} {
		w := h.open(call{args: args})
		if code := w.exits(2 * time.Second); code != 1 {
			t.Errorf("%v: exit code %d", args, code)
		}
		w.drained()
		for _, want := range []string{"op de plek van de map staat een bestand", filepath.Base(h.notes), "--notities MAP"} {
			if !w.has(want) {
				t.Errorf("%v: it does not say %q:\n%s", args, want, w.text())
			}
		}
	}
}
