package notes_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

var leervraag = notes.Ref{Name: "leervraag"}

const file = "00-leervraag.md"

func desk(t *testing.T, dir string, d notes.Disk) *notes.Desk {
	t.Helper()
	f, err := notes.OpenFolder(dir, "module", d)
	if err != nil {
		t.Fatal(err)
	}
	return notes.NewDesk(f, notes.Options{})
}

func with(text string) sheet.Sheet {
	return sheet.New("Leervraag").WithHead("soort", "reflectie").With("RF-4", "Wat?", text)
}

func written(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := sheet.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	value, _ := s.Value("RF-4")
	return value
}

// told gathers events.
type told struct {
	mu   sync.Mutex
	list []notes.Event
}

func (e *told) tell(ev notes.Event) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.list = append(e.list, ev)
}

func (e *told) has(w notes.What) (notes.Event, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, ev := range e.list {
		if ev.What == w {
			return ev, true
		}
	}
	return notes.Event{}, false
}

func TestSavingBeginsWhileSomebodyTypesOn(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		d := desk(t, dir, notes.OS())
		ctx, stop := context.WithCancel(t.Context())
		var events told
		go d.Work(ctx, events.tell)
		_, _ = d.Open(leervraag)
		for i := range 40 { // a key every 50 ms, for two seconds
			d.Put(leervraag, i+1, with(strings.Repeat("a", i+1)))
			time.Sleep(50 * time.Millisecond)
			synctest.Wait()
			if saved, err := os.ReadFile(filepath.Join(dir, file)); i >= 7 && err != nil {
				t.Fatalf("after %d keys nothing is saved: %v %s", i+1, err, saved)
			} else if i >= 7 {
				if n := len(written(t, filepath.Join(dir, file))); n < i-7 {
					t.Fatalf("after %d keys only %d are saved", i+1, n)
				}
			}
		}
		stop()
		synctest.Wait()
	})
}

func TestAFileThatChangedUnderUsIsKeptTwice(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := desk(t, dir, notes.OS())
	_, _ = d.Open(leervraag)
	d.Put(leervraag, 1, with("van mij"))
	if err := d.Flush(time.Second); err != nil {
		t.Fatal(err)
	}
	theirs := []byte("---\nmodule: module\noefening: leervraag\n---\n\n## RF-4 · Wat?\n\nvan een ander\n\n")
	if err := os.WriteFile(filepath.Join(dir, file), theirs, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Put(leervraag, 2, with("van mij, later"))
	if err := d.Flush(time.Second); err != nil {
		t.Fatal(err)
	}
	if got := written(t, filepath.Join(dir, file)); got != "van mij, later" {
		t.Errorf("the note holds %q", got)
	}
	copies, _ := filepath.Glob(filepath.Join(dir, ".werkboek", "conflicten", "*.md"))
	if len(copies) != 1 {
		t.Fatalf("copies: %v", copies)
	}
	if data, _ := os.ReadFile(copies[0]); string(data) != string(theirs) {
		t.Errorf("the copy holds %q", data)
	}
}

func TestAChangeByAnotherProgramIsTold(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		d := desk(t, dir, notes.OS())
		ctx, stop := context.WithCancel(t.Context())
		var events told
		go d.Work(ctx, events.tell)
		_, _ = d.Open(leervraag)
		d.Put(leervraag, 1, with("eerst"))
		time.Sleep(time.Second)
		synctest.Wait()
		text := strings.Replace(string(with("anders").WithHead("module", "module").WithHead("oefening", "leervraag").Bytes()), "anders", "heel anders", 1)
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		time.Sleep(3 * time.Second)
		synctest.Wait()
		ev, ok := events.has(notes.Changed)
		if value, _ := ev.Sheet.Value("RF-4"); !ok || value != "heel anders" {
			t.Errorf("told %v, value %q", ok, value)
		}
		stop()
		synctest.Wait()
	})
}

// faulty fails every write as long as it is told to.
type faulty struct {
	notes.Disk
	mu  sync.Mutex
	err error
}

func (f *faulty) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.err = err
}

func (f *faulty) Write(path, temp string, data []byte) error {
	f.mu.Lock()
	err := f.err
	f.mu.Unlock()
	if err != nil {
		return err
	}
	return f.Disk.Write(path, temp, data)
}

func TestAFullDiskIsToldAndTriedAgain(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		disk := &faulty{Disk: notes.OS(), err: fmt.Errorf("write: %w", syscall.ENOSPC)}
		d := desk(t, dir, disk)
		ctx, stop := context.WithCancel(t.Context())
		var events told
		go d.Work(ctx, events.tell)
		_, _ = d.Open(leervraag)
		d.Put(leervraag, 1, with("woord"))
		time.Sleep(time.Second)
		synctest.Wait()
		if s := d.State(); !s.Unsaved || notes.Reason(s.Err) != "de schijf is vol" || !strings.HasSuffix(s.File, file) {
			t.Errorf("state %+v, reason %q", s, notes.Reason(s.Err))
		}
		disk.fail(nil)
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if s := d.State(); s.Unsaved || s.Err != nil || written(t, filepath.Join(dir, file)) != "woord" {
			t.Errorf("after there was room: %+v", s)
		}
		stop()
		synctest.Wait()
	})
}

func TestASecondWindowReadsAndTakesNoText(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, second := desk(t, dir, notes.OS()), desk(t, dir, notes.OS())
	if o, err := first.Open(leervraag); err != nil || o.Locked {
		t.Fatal(o, err)
	}
	if o, err := second.Open(leervraag); err != nil || !o.Locked {
		t.Errorf("the second window: %+v, %v", o, err)
	}
}

func TestWhatIsNoNoteIsSetAside(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{"nul": "a\x00b", "half a rune": "abc\xe2\x82"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, file), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		d := desk(t, dir, notes.OS())
		o, err := d.Open(leervraag)
		if err != nil || o.Exists || o.Notice == "" {
			t.Errorf("%s: opened %+v, %v", name, o, err)
		}
		d.Put(leervraag, 1, with("nieuw"))
		if err := d.Flush(time.Second); err != nil {
			t.Fatal(err)
		}
		kept, _ := filepath.Glob(filepath.Join(dir, ".werkboek", "versies", "*.md"))
		if len(kept) != 1 {
			t.Fatalf("%s: kept %v", name, kept)
		}
		if got, _ := os.ReadFile(kept[0]); string(got) != data {
			t.Errorf("%s: kept %q", name, got)
		}
	}
}

func TestAMarkBeforeTheHeadMakesNoSecondHead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, file)
	if err := os.WriteFile(path, append([]byte("\ufeff"), byAnother("uit een editor")...), 0o600); err != nil {
		t.Fatal(err)
	}
	f, _ := notes.OpenFolder(dir, "module", notes.OS())
	if list, err := f.List(); err != nil || len(list) != 1 || list[0].Ref.Name != "leervraag" {
		t.Errorf("listed %+v, %v", list, err)
	}
	d := desk(t, dir, notes.OS())
	o, err := d.Open(leervraag)
	if err != nil {
		t.Fatal(err)
	}
	d.Put(leervraag, 1, o.Sheet.With("RF-4", "", "en van hier"))
	flush(t, d)
	data, _ := os.ReadFile(path)
	if n := strings.Count(string(data), "oefening: leervraag"); n != 1 || !strings.HasPrefix(string(data), "\ufeff---\n") {
		t.Errorf("%d heads in\n%s", n, data)
	}
}

func TestTwoCopiesOfOneSecondAreBothKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	moment := time.Date(2026, 11, 23, 11, 42, 5, 0, time.Local)
	f, _ := notes.OpenFolder(dir, "module", notes.OS())
	for i := range 2 { // two windows that do not see each other
		d := notes.NewDesk(f, notes.Options{Now: func() time.Time { return moment }})
		open(t, d, leervraag)
		for j := range 2 {
			d.Put(leervraag, 1+2*j, with("x"))
			overwrite(t, dir, fmt.Sprintf("van een ander, %d.%d", i, j))
			flush(t, d)
		}
	}
	list := copies(dir)
	if len(list) != 4 {
		t.Errorf("copies: %v", list)
	}
	for _, path := range list {
		name, _ := filepath.Rel(dir, path)
		if len(name) > 60 || !strings.HasPrefix(filepath.Base(name), "00-leervraag.20261123-114205") {
			t.Errorf("a copy is called %s", name)
		}
	}
}

func TestTheHeadOfANoteHoldsTheRealTime(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	moment := time.Date(2026, 11, 23, 11, 42, 5, 0, time.UTC)
	f, _ := notes.OpenFolder(dir, "module", notes.OS())
	d := notes.NewDesk(f, notes.Options{Now: func() time.Time { return moment }})
	d.Put(leervraag, 1, with("x"))
	flush(t, d)
	if !strings.Contains(everywhere(dir), "gewijzigd: 2026-11-23T11:42:05Z") || !d.Now().Equal(moment) {
		t.Errorf("the folder holds %s", everywhere(dir))
	}
}

func TestANoteOfAnotherModuleIsLeftAlone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	other := "---\nmodule: iets-anders\noefening: leervraag\n---\n## RF-4\n\nvan hen\n\n"
	path := filepath.Join(dir, file)
	if err := os.WriteFile(path, []byte(other), 0o600); err != nil {
		t.Fatal(err)
	}
	d := desk(t, dir, notes.OS())
	for name, load := range map[string]func(notes.Ref) (notes.Opened, error){"opened": d.Open, "shown": d.Read} {
		if o, err := load(leervraag); !errors.Is(err, notes.ErrForeign) || o.Exists || !o.Sheet.Empty() || o.Ref != leervraag {
			t.Errorf("%s: %+v, %v", name, o, err)
		}
	}
	d.Put(leervraag, 1, with("van mij"))
	if err := d.Flush(time.Second); err == nil {
		t.Error("it was overwritten")
	}
	if data, _ := os.ReadFile(path); string(data) != other {
		t.Errorf("it holds %q now", data)
	}
}

func TestANoteIsFoundUnderAnotherName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	text := with("gevonden").WithHead("module", "module").WithHead("oefening", "leervraag").Bytes()
	if err := os.WriteFile(filepath.Join(dir, "mijn vraag.md"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := desk(t, dir, notes.OS()).Open(leervraag)
	if v, _ := o.Sheet.Value("RF-4"); err != nil || v != "gevonden" {
		t.Errorf("got %q, %v", v, err)
	}
}

func TestNobodyElseMayReadANote(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "nieuw")
	d := desk(t, dir, notes.OS())
	_, _ = d.Open(leervraag)
	d.Put(leervraag, 1, with("x"))
	_ = d.Flush(time.Second)
	d.Put(leervraag, 2, with("y"))
	_ = d.Flush(time.Second)
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		if strings.Contains(path, "tijdelijk-") {
			t.Errorf("%s was left behind", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatCannotBeSavedGoesToAnotherPlace(t *testing.T) {
	t.Parallel()
	dir, other := t.TempDir(), t.TempDir()
	disk := &faulty{Disk: notes.OS(), err: syscall.EROFS}
	d := desk(t, dir, disk)
	_, _ = d.Open(leervraag)
	d.Put(leervraag, 1, with("niet kwijt"))
	if err := d.Flush(time.Second); notes.Reason(err) != "de map is alleen-lezen" {
		t.Errorf("flush: %v", err)
	}
	disk.fail(nil)
	put(t, dir, "weg", "een bestand, geen map")
	paths, err := d.Emergency("", filepath.Join(dir, "weg"), other)
	if err != nil || len(paths) != 1 || filepath.Dir(paths[0]) != other || written(t, paths[0]) != "niet kwijt" {
		t.Errorf("emergency copies %q: %v", paths, err)
	}
}
