package notes_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"werkboek/internal/notes"
)

// byAnother gives the bytes of the note as another program writes it.
func byAnother(text string) []byte {
	return with(text).WithHead("module", "module").WithHead("oefening", "leervraag").Bytes()
}

func overwrite(t *testing.T, dir, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, file), byAnother(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// everywhere gives all that stands in any file of a folder.
func everywhere(dir string) string {
	var all strings.Builder
	_ = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			data, _ := os.ReadFile(path)
			all.Write(data)
		}
		return nil
	})
	return all.String()
}

func copies(dir string) []string {
	list, _ := filepath.Glob(filepath.Join(dir, ".werkboek", "conflicten", "*.md"))
	return list
}

// working runs a desk with its writer until the test ends, in a bubble of time.
func working(t *testing.T, dir string, disk notes.Disk, tell func(notes.Event), test func(d *notes.Desk)) {
	synctest.Test(t, func(t *testing.T) {
		d := desk(t, dir, disk)
		ctx, stop := context.WithCancel(t.Context())
		_, _ = d.Open(leervraag) // before the writer begins, or who is first is chance
		go d.Work(ctx, tell)
		test(d)
		stop()
		synctest.Wait()
	})
}

// pass lets time go by.
func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func TestAnOldBufferOfAnotherProgramTakesNoWordsAway(t *testing.T) {
	dir := t.TempDir()
	var events told
	working(t, dir, notes.OS(), events.tell, func(d *notes.Desk) {
		d.Put(leervraag, 1, with("dertig minuten werk"))
		pass(time.Second)
		overwrite(t, dir, "oud")
		pass(3 * time.Second)
	})
	ev, ok := events.has(notes.Changed)
	if !ok || ev.Copy == "" || !strings.Contains(everywhere(dir), "dertig minuten werk") {
		t.Errorf("told %v with copy %q; the folder holds %q", ok, ev.Copy, everywhere(dir))
	}
}

func TestAKeyBeforeTheNewsKeepsBoth(t *testing.T) {
	dir := t.TempDir()
	var events told
	var d *notes.Desk
	tell := func(ev notes.Event) {
		if ev.What == notes.Changed { // this key was in the queue before the news
			d.Put(leervraag, 2, with("mijn woord"))
		}
		events.tell(ev)
	}
	working(t, dir, notes.OS(), tell, func(desk *notes.Desk) {
		d = desk
		d.Put(leervraag, 1, with("mijn"))
		pass(time.Second)
		overwrite(t, dir, "van een ander")
		pass(4 * time.Second)
	})
	if _, ok := events.has(notes.Conflict); !ok || !strings.Contains(everywhere(dir), "van een ander") {
		t.Errorf("conflict told: %v; the folder holds %q", ok, everywhere(dir))
	}
	if got := written(t, filepath.Join(dir, file)); got != "mijn woord" {
		t.Errorf("the note holds %q", got)
	}
}

func TestWordsThatCameAfterTheNewsAreKeptBeside(t *testing.T) {
	dir := t.TempDir()
	var events told
	working(t, dir, notes.OS(), events.tell, func(d *notes.Desk) {
		d.Put(leervraag, 1, with("mijn"))
		pass(time.Second)
		overwrite(t, dir, "van een ander")
		pass(2 * time.Second)
		first, _ := events.has(notes.Changed)
		overwrite(t, dir, "van een ander, later")
		pass(2 * time.Second)
		d.Took(first) // the screen was slow: the second news waits behind a key
		d.Put(leervraag, 2, with("van een ander. En ik"))
		pass(2 * time.Second)
	})
	if _, ok := events.has(notes.Conflict); !ok || !strings.Contains(everywhere(dir), "van een ander, later") {
		t.Errorf("conflict told: %v; the folder holds %q", ok, everywhere(dir))
	}
}

func TestAScreenThatHangsDoesNotKeepWordsFromTheDisk(t *testing.T) {
	dir := t.TempDir()
	var hang chan struct{}
	working(t, dir, notes.OS(), func(notes.Event) { <-hang }, func(d *notes.Desk) {
		hang = make(chan struct{}) // of the bubble, so that waiting for it lets time go by
		d.Put(leervraag, 1, with("a"))
		pass(time.Second)
		d.Put(leervraag, 2, with("a laatste woorden"))
		pass(time.Second)
		if got := written(t, filepath.Join(dir, file)); got != "a laatste woorden" {
			t.Errorf("the note holds %q", got)
		}
		close(hang)
	})
}

// refusing writes everything but the note itself; after, it tells of an error.
type refusing struct {
	notes.Disk
	err   error
	after bool
}

func (r refusing) Write(path, temp string, data []byte) error {
	if filepath.Base(path) != file {
		return r.Disk.Write(path, temp, data)
	}
	if r.after {
		_ = r.Disk.Write(path, temp, data)
	}
	return r.err
}

func TestTryingAgainMakesNoMoreCopies(t *testing.T) {
	t.Parallel()
	for _, after := range []bool{false, true} {
		dir := t.TempDir()
		d := desk(t, dir, refusing{notes.OS(), syscall.EIO, after})
		_, _ = d.Open(leervraag)
		overwrite(t, dir, "van een ander")
		d.Put(leervraag, 1, with("x"))
		for range 4 {
			_ = d.Flush(time.Second)
		}
		if n := len(copies(dir)); n != 1 {
			t.Errorf("written before the error: %v; %d copies", after, n)
		}
	}
}

func TestALinkOrAPipeAsSlotLocksNobodyOut(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := desk(t, dir, notes.OS())
	_, _ = d.Open(leervraag)
	slots := filepath.Join(dir, ".werkboek", "sloten")
	for _, ref := range []notes.Ref{{Name: "een"}, {Name: "twee"}} {
		if err := os.Symlink("/nergens", filepath.Join(slots, ref.File()+".slot")); err != nil {
			t.Fatal(err)
		}
		if o, err := d.Open(ref); err != nil || o.Locked {
			t.Errorf("%s: %+v, %v", ref, o, err)
		}
	}
}

func TestWhatWeCouldNotReadAgainIsNotWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := desk(t, dir, notes.OS())
	_, _ = d.Open(leervraag)
	d.Put(leervraag, 1, with(strings.Repeat("woord ", notes.MaxBytes/6)))
	if err := d.Flush(5 * time.Second); notes.Reason(err) != "het bestand is te groot" {
		t.Errorf("saved: %v", err)
	}
}

// A history is what a person and another program do with one note.
type act struct {
	Who  int // 0 types, 1 the other goes on in the file, 2 the other saves an old buffer
	Wait int // before it, tenths of a second
}

func TestNoWordIsEverLostBetweenTwoWriters(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		acts := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) act {
			return act{rapid.IntRange(0, 2).Draw(rt, "who"), rapid.IntRange(0, 14).Draw(rt, "wait")}
		}), 1, 14).Draw(rt, "acts")
		dir, err := os.MkdirTemp("", "werkboek")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		if lost := twoWriters(t, dir, acts); lost != "" {
			rt.Fatalf("%s is lost", lost)
		}
	})
}

// twoWriters plays a history, and gives the first word that is nowhere after it.
func twoWriters(t *testing.T, dir string, acts []act) (lost string) {
	text, edit := "", 0
	changes := make(chan notes.Event, 100)
	tell := func(ev notes.Event) {
		if ev.What == notes.Changed {
			changes <- ev
		}
	}
	var words []string
	working(t, dir, notes.OS(), tell, func(d *notes.Desk) {
		for i, a := range acts {
			pass(time.Duration(a.Wait) * 100 * time.Millisecond)
			for len(changes) > 0 { // the screen takes the news, as a workbook does
				if ev := <-changes; ev.Edit == edit {
					text, _ = ev.Sheet.Value("RF-4")
					d.Took(ev)
				}
			}
			word := fmt.Sprintf("woord%d.", i)
			if a.Who == 0 {
				edit++
				text += word
				words = append(words, word)
				d.Put(leervraag, edit, with(text))
				continue
			}
			if theirs, ok := otherWrites(t, dir, a, word); ok {
				words = append(words, theirs)
			}
		}
		pass(5 * time.Second)
	})
	all := everywhere(dir)
	for _, w := range words {
		if !strings.Contains(all, w) {
			return w
		}
	}
	return ""
}

// otherWrites lets the other program save. It gives its word where it is ours to
// keep: an old buffer may drop what the other itself wrote before.
func otherWrites(t *testing.T, dir string, a act, word string) (string, bool) {
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		return "", false // there is nothing to edit yet
	}
	before := ""
	if a.Who == 1 {
		before = written(t, filepath.Join(dir, file))
	} else if strings.Contains(string(data), "(ander)") {
		return "", false
	}
	overwrite(t, dir, before+word+"(ander)")
	return word, true
}
