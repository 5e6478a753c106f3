package notes_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// This file is about what the parts of a desk do to each other: watching, wiping,
// renewing, sweeping, in one window and in two.

func TestWhatAnotherWindowWipesComesBackFromNobodysMemory(t *testing.T) {
	dir := t.TempDir()
	windows(t, dir, notes.OS(), func(t *testing.T, first, second *window) {
		open(t, first.Desk, leervraag)
		first.Put(leervraag, 1, with("geheim"))
		pass(2 * time.Second)
		first.Close(leervraag)
		pass(time.Second)
		if err := second.WipeEach(1, leervraag); err != nil {
			t.Fatal(err)
		}
		pass(3 * time.Second)
		if files := holds(t, dir, "geheim"); len(files) > 0 {
			t.Errorf("the first window wrote it again: %v", files)
		}
		if ev, n := first.last(notes.Changed); n != 1 || ev.Exists {
			t.Errorf("the first window was told %d times: %+v", n, ev)
		}
	})
}

func TestANoteThatIsPutAwayLeavesNoEmptyCopy(t *testing.T) {
	dir := t.TempDir()
	working(t, dir, notes.OS(), func(notes.Event) {}, func(d *notes.Desk) {
		d.Put(leervraag, 1, with("weg ermee"))
		pass(2 * time.Second)
		d.Renew(leervraag, 2, sheet.New("Leervraag"), notes.Discarded)
		pass(3 * time.Second)
		all, err := d.Copies()
		if err != nil || len(all) != 1 || all[0].Origin != notes.Discarded {
			t.Errorf("beside it lie %+v, %v", all, err)
		}
	})
}

func TestALeftoverGoesThoughTheNoteIsOpenedAtOnce(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, ".werkboek/tijdelijk-00-leervraag.77-1", "half een zin")
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		d := desk(t, dir, notes.OS())
		open(t, d, leervraag) // before the writer begins
		go d.Work(ctx, func(notes.Event) {})
		synctest.Wait()
		stop()
		synctest.Wait()
	})
	if files := holds(t, dir, "half een zin"); len(files) > 0 {
		t.Errorf("left: %v", files)
	}
}

func TestAnEmergencyCopyThatWasCutOffIsFoundAndWiped(t *testing.T) {
	t.Parallel()
	dir, home := t.TempDir(), t.TempDir()
	f, err := notes.OpenFolder(dir, "module", notes.OS(), home)
	if err != nil {
		t.Fatal(err)
	}
	d := notes.NewDesk(f, notes.Options{})
	put(t, home, "tijdelijk-werkboek-noodkopie.00-leervraag.20261125-101500.77-1", string(byAnother("bijna gered")))
	put(t, home, "werkboek-noodkopie.00-leervraag.20261125-101500.md", "")
	put(t, home, "tijdelijk-werk.md", string(byAnother("van iemand anders")))
	all, err := d.Copies()
	rescued := slices.IndexFunc(all, func(c notes.Copy) bool { return c.Ref == leervraag && c.Origin == notes.Rescued })
	if err != nil || len(all) != 2 || rescued < 0 {
		t.Errorf("found %+v, %v", all, err)
	}
	if err := d.WipeEach(1, leervraag); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(home)
	if len(left) != 1 || left[0].Name() != filepath.Base("tijdelijk-werk.md") {
		t.Errorf("left: %v", left)
	}
}

func TestANameThatWasClaimedForACopyIsGoneAfterTheNextStart(t *testing.T) {
	dir := t.TempDir()
	for _, place := range []string{".werkboek/versies", ".werkboek/conflicten", "prullenbak"} {
		put(t, dir, place+"/00-leervraag.20261125-101500.md", "")
	}
	put(t, dir, "prullenbak/lijst.md", "") // of somebody else
	working(t, dir, notes.OS(), func(notes.Event) {}, func(*notes.Desk) { synctest.Wait() })
	if files := holds(t, dir, ""); len(files) != 2 { // the slot is the other one
		t.Errorf("left: %v", files)
	}
}

func TestACopyThatIsTooLargeToReadIsWipedToo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := desk(t, dir, notes.OS())
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("woord"))
	flush(t, d)
	large := []string{".werkboek/conflicten/00-leervraag.20261125-101500.md", "00-leervraag (1).md", "00-leervraag.md~"}
	for _, name := range append(large, "groot.md") {
		put(t, dir, name, "woord")
		if err := os.Truncate(filepath.Join(dir, name), notes.MaxBytes+1); err != nil {
			t.Fatal(err)
		}
	}
	if all, err := d.Copies(); err != nil || len(all) != len(large) {
		t.Errorf("found %+v, %v", all, err)
	}
	if err := d.WipeEach(2, leervraag); err != nil {
		t.Fatal(err)
	}
	if files := holds(t, dir, "woord"); len(files) != 1 || filepath.Base(files[0]) != "groot.md" {
		t.Errorf("left: %v", files)
	}
}
