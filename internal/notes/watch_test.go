package notes_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"werkboek/internal/notes"
)

// last gives the last news of a sort.
func (e *told) last(w notes.What) (notes.Event, int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	var last notes.Event
	n := 0
	for _, ev := range e.list {
		if ev.What == w {
			last, n = ev, n+1
		}
	}
	return last, n
}

// window is a desk at work, and what it tells.
type window struct {
	*notes.Desk
	told
}

// windows lets two desks work on one folder, in a bubble of time.
func windows(t *testing.T, dir string, disk notes.Disk, test func(t *testing.T, first, second *window)) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		var both [2]*window
		for i := range both {
			both[i] = &window{Desk: desk(t, dir, disk)}
			go both[i].Work(ctx, both[i].tell)
		}
		test(t, both[0], both[1])
		stop()
		synctest.Wait()
	})
}

func say(ev notes.Event) string {
	value, _ := ev.Sheet.Value("RF-4")
	return value
}

func TestAShownNoteFollowsItsFile(t *testing.T) {
	dir := t.TempDir()
	path, other := filepath.Join(dir, file), filepath.Join(dir, "mijn vraag.md")
	windows(t, dir, notes.OS(), func(t *testing.T, d, _ *window) {
		if o, err := d.Read(leervraag); err != nil || o.Exists {
			t.Fatal(o, err)
		}
		news := 0
		for _, step := range []struct {
			name   string
			do     func() error
			words  string
			exists bool
			told   bool
		}{
			{"it comes", func() error { return os.WriteFile(path, byAnother("een"), 0o600) }, "een", true, true},
			{"it changes", func() error { return os.WriteFile(path, byAnother("twee"), 0o600) }, "twee", true, true},
			{"it is touched", func() error { return os.Chtimes(path, time.Time{}, time.Unix(1, 0)) }, "twee", true, false},
			{"it is moved", func() error { return os.Rename(path, other) }, "twee", true, false},
			{"it changes there", func() error { return os.WriteFile(other, byAnother("drie"), 0o600) }, "drie", true, true},
			{"it is deleted", func() error { return os.Remove(other) }, "", false, true},
			{"it comes under another name", func() error { return os.WriteFile(other, byAnother("vier"), 0o600) }, "vier", true, true},
			{"its own name comes back", func() error { return os.WriteFile(path, byAnother("vijf"), 0o600) }, "vijf", true, true},
			{"it is no text any more", func() error { return os.WriteFile(path, []byte("a\x00"), 0o600) }, "", false, true},
			{"it is whole again", func() error { return os.WriteFile(path, byAnother("zes"), 0o600) }, "zes", true, true},
		} {
			if err := step.do(); err != nil {
				t.Fatal(err)
			}
			pass(time.Second)
			ev, n := d.last(notes.Changed)
			if told := n > news; told != step.told || say(ev) != step.words || ev.Exists != step.exists || !ev.Shown || ev.Copy != "" {
				t.Errorf("%s: told %v, %+v", step.name, told, ev)
			}
			news = n
			if o, err := d.Read(leervraag); err != nil || o.Exists != step.exists {
				t.Errorf("%s: read as %+v, %v", step.name, o, err)
			}
		}
	})
}

func TestAFolderThatIsAwayIsNoNews(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "map")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	overwrite(t, dir, "er")
	windows(t, dir, notes.OS(), func(t *testing.T, d, _ *window) {
		_, _ = d.Read(leervraag)
		if err := os.Rename(dir, dir+"-weg"); err != nil {
			t.Fatal(err)
		}
		pass(3 * time.Second)
		if _, n := d.last(notes.Changed); n > 0 {
			t.Error("a share that is away emptied a note")
		}
	})
}

// counting counts what is read.
type counting struct {
	notes.Disk
	reads *atomic.Int32
	lists *atomic.Int32
}

func (c counting) Read(path string) ([]byte, error) {
	c.reads.Add(1)
	return c.Disk.Read(path)
}

func (c counting) List(dir string) ([]fs.FileInfo, error) {
	c.lists.Add(1)
	return c.Disk.List(dir)
}

func TestWatchingReadsNothingWhileNothingChanges(t *testing.T) {
	dir := t.TempDir()
	overwrite(t, dir, "een")
	if err := os.WriteFile(filepath.Join(dir, "eigen tekst.md"), []byte("van mij"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := counting{notes.OS(), &atomic.Int32{}, &atomic.Int32{}}
	counted := func(since time.Duration) [2]int32 {
		c.reads.Store(0)
		c.lists.Store(0)
		pass(since)
		return [2]int32{c.reads.Load(), c.lists.Load()}
	}
	working(t, dir, c, func(notes.Event) {}, func(d *notes.Desk) {
		_, _ = d.Read(notes.Ref{Name: "brief", Chapter: 9})
		pass(1500 * time.Millisecond)
		if n := counted(10 * time.Second); n != [2]int32{0, 10} {
			t.Errorf("in ten seconds it read and listed %v times", n)
		}
		d.Put(leervraag, 1, with("twee"))
		if n := counted(3 * time.Second); n != [2]int32{2, 4} { // before it and after it; and one look at the versions, to thin them
			t.Errorf("after a save it read and listed %v times", n)
		}
	})
}

func TestAnOpenNoteThatIsDeletedKeepsItsWords(t *testing.T) {
	dir := t.TempDir()
	windows(t, dir, notes.OS(), func(t *testing.T, d, _ *window) {
		_, _ = d.Open(leervraag)
		d.Put(leervraag, 1, with("van mij"))
		pass(2 * time.Second)
		if err := os.Remove(filepath.Join(dir, file)); err != nil {
			t.Fatal(err)
		}
		pass(3 * time.Second)
		if ev, n := d.last(notes.Changed); n > 0 || !strings.Contains(everywhere(dir), "van mij") {
			t.Errorf("told %+v; the folder holds %q", ev, everywhere(dir))
		}
		d.Put(leervraag, 2, with("van mij, nog"))
		pass(time.Second)
		if got := written(t, filepath.Join(dir, file)); got != "van mij, nog" {
			t.Errorf("the next edit left %q", got)
		}
		if err := os.Remove(filepath.Join(dir, file)); err != nil {
			t.Fatal(err)
		}
		pass(2 * time.Second)
		d.Close(leervraag)
		pass(2 * time.Second)
		if ev, n := d.last(notes.Changed); n != 1 || ev.Exists || !strings.Contains(everywhere(dir), "van mij, nog") {
			t.Errorf("after it was left: %d times, %+v; the folder holds %q", n, ev, everywhere(dir))
		}
	})
}

func TestTheSecondWindowWritesWithinASecondAfterTheFirstLeft(t *testing.T) {
	dir := t.TempDir()
	windows(t, dir, notes.OS(), func(t *testing.T, first, second *window) {
		_, _ = first.Open(leervraag)
		if o, err := second.Open(leervraag); err != nil || !o.Locked {
			t.Fatal(o, err)
		}
		first.Put(leervraag, 1, with("eerst"))
		pass(3 * time.Second)
		if _, n := second.last(notes.Unlocked); n > 0 {
			t.Error("the second window took the note out of the hands of the first")
		}
		if ev, _ := second.last(notes.Changed); say(ev) != "eerst" {
			t.Errorf("it shows %q", say(ev))
		}
		first.Put(leervraag, 2, with("eerst, en af"))
		first.Close(leervraag) // not saved yet
		pass(time.Second)
		ev, n := second.last(notes.Unlocked)
		if n != 1 || say(ev) != "eerst, en af" || !ev.Exists {
			t.Errorf("told %d times, %+v", n, ev)
		}
		if o, err := second.Open(leervraag); err != nil || o.Locked {
			t.Errorf("the second window: %+v, %v", o, err)
		}
		second.Put(leervraag, 1, with("eerst, en af. Verder"))
		pass(2 * time.Second)
		if ev, _ := first.last(notes.Changed); say(ev) != "eerst, en af. Verder" || ev.Copy != "" {
			t.Errorf("the first window was told %+v", ev)
		}
		if c := copies(dir); len(c) > 0 {
			t.Errorf("copies of what nobody lost: %v", c)
		}
		if o, err := first.Open(leervraag); err != nil || !o.Locked || o.Edit != 2 {
			t.Errorf("back in the first window: %+v, %v", o, err)
		}
	})
}

func TestANoteWithUnsavedWordsIsNotLetGo(t *testing.T) {
	dir := t.TempDir()
	disk := &faulty{Disk: notes.OS()}
	windows(t, dir, disk, func(t *testing.T, first, second *window) {
		_, _ = first.Open(leervraag)
		_, _ = second.Open(leervraag)
		_, _ = first.Open(notes.Ref{Name: "brief"})
		disk.fail(syscall.ENOSPC)
		first.Put(leervraag, 1, with("nog niet bewaard"))
		first.Close(leervraag)
		first.Close(notes.Ref{Name: "brief"})
		pass(5 * time.Second)
		if _, n := second.last(notes.Unlocked); n > 0 {
			t.Error("the second window may write while the first has words to save")
		}
		disk.fail(nil)
		pass(4 * time.Second)
		if ev, n := second.last(notes.Unlocked); n != 1 || say(ev) != "nog niet bewaard" {
			t.Errorf("told %d times, %+v", n, ev)
		}
	})
}

func TestANoteThatIsOpenedAgainAtOnceStaysOurs(t *testing.T) {
	dir := t.TempDir()
	windows(t, dir, notes.OS(), func(t *testing.T, first, second *window) {
		_, _ = first.Open(leervraag)
		first.Put(leervraag, 1, with("x"))
		first.Close(leervraag)
		if o, err := first.Open(leervraag); err != nil || o.Locked || o.Edit != 1 || !o.Exists {
			t.Fatal(o, err)
		}
		pass(3 * time.Second)
		if o, err := second.Open(leervraag); err != nil || !o.Locked {
			t.Errorf("the second window: %+v, %v", o, err)
		}
	})
}

// slotless can make no slots, as on some shares.
type slotless struct{ notes.Disk }

func (s slotless) Lock(path string) (func(), bool, error) {
	if strings.HasSuffix(path, ".slot") {
		return nil, false, syscall.EROFS
	}
	return s.Disk.Lock(path)
}

func TestTheLockOfTheFolderIsFreeWhenTheLastNoteIs(t *testing.T) {
	dir, brief := t.TempDir(), notes.Ref{Name: "brief", Chapter: 9}
	windows(t, dir, slotless{notes.OS()}, func(t *testing.T, first, second *window) {
		_, _ = first.Open(leervraag)
		_, _ = first.Open(brief)
		_, _ = second.Open(leervraag)
		first.Close(leervraag)
		pass(3 * time.Second)
		if _, n := second.last(notes.Unlocked); n > 0 {
			t.Error("the second window has the folder while the first writes in it")
		}
		first.Close(brief)
		pass(time.Second)
		if _, n := second.last(notes.Unlocked); n != 1 {
			t.Error("the folder never came free")
		}
	})
}

func TestAnOldBufferTakesNoWordsOfANoteThatWasLeft(t *testing.T) {
	dir := t.TempDir()
	windows(t, dir, notes.OS(), func(t *testing.T, d, _ *window) {
		_, _ = d.Open(leervraag)
		d.Put(leervraag, 1, with("dertig minuten werk"))
		d.Close(leervraag)
		pass(2 * time.Second)
		overwrite(t, dir, "oud")
		pass(2 * time.Second)
		ev, n := d.last(notes.Changed)
		if n != 1 || say(ev) != "oud" || ev.Copy == "" || filepath.IsAbs(ev.Copy) {
			t.Fatalf("told %d times, %+v", n, ev)
		}
		if got := written(t, filepath.Join(dir, ev.Copy)); got != "dertig minuten werk" {
			t.Errorf("%s holds %q", ev.Copy, got)
		}
	})
}

func TestANewSessionOfANoteKeepsWhatOthersMadeOfIt(t *testing.T) {
	dir := t.TempDir()
	windows(t, dir, notes.OS(), func(t *testing.T, d, _ *window) {
		_, _ = d.Open(leervraag)
		d.Put(leervraag, 1, with("van mij"))
		d.Close(leervraag)
		pass(2 * time.Second)
		overwrite(t, dir, "van mij, en van een ander")
		pass(2 * time.Second)
		if o, err := d.Open(leervraag); err != nil || o.Edit != 1 {
			t.Fatal(o, err)
		}
		d.Put(leervraag, 2, with("alles anders"))
		pass(2 * time.Second)
		if !strings.Contains(everywhere(dir), "en van een ander") || len(copies(dir)) != 1 {
			t.Errorf("copies %v; the folder holds %q", copies(dir), everywhere(dir))
		}
	})
}

func TestANoteIsFreeOnceAllWhoOpenedItClosedIt(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		d, other := desk(t, dir, notes.OS()), desk(t, dir, notes.OS())
		ctx, stop := context.WithCancel(t.Context())
		go d.Work(ctx, func(notes.Event) {})
		open(t, d, leervraag)
		open(t, d, leervraag)
		if d.Close(leervraag) {
			t.Error("the first to close it is told that nobody has it any more")
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if o, err := other.Open(leervraag); err != nil || !o.Locked {
			t.Errorf("another window gets it: %+v, %v", o, err)
		}
		other.Close(leervraag)
		if !d.Close(leervraag) {
			t.Error("the last to close it is not told so")
		}
		if !d.Close(leervraag) {
			t.Error("closing what nobody has open says that somebody has")
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if o, err := desk(t, dir, notes.OS()).Open(leervraag); err != nil || o.Locked {
			t.Errorf("it is not free: %+v, %v", o, err)
		}
		stop()
		synctest.Wait()
	})
}
