package notes_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// copiesOf lists the copies of the note, as "origin name maker".
func copiesOf(t *testing.T, d *notes.Desk, ref notes.Ref) map[string]string {
	t.Helper()
	all, err := d.Copies()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range notes.CopiesOf(all, ref) {
		got[filepath.ToSlash(c.Name)] = fmt.Sprint(c.Origin, " ", c.Maker)
	}
	return got
}

func TestConflictCopiesOfProgramsThatSynchroniseAreFoundWithTheirNote(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	overwrite(t, dir, "de notitie zelf")
	want := map[string]string{}
	for name, maker := range map[string]string{
		"00-leervraag-LAPTOP-4F2K.md":                              "OneDrive",
		"00-leervraag-DESKTOP-9-2.md":                              "OneDrive",
		"00-leervraag (Conflicterende kopie van Pc 2026-11-25).md": "Dropbox",
		"00-leervraag (Pc's conflicted copy 2026-11-25).md":        "Dropbox",
		"00-leervraag (Case Conflict).md":                          "Dropbox",
		"00-leervraag (conflicted copy 2026-11-25 101500).md":      "Nextcloud",
		"00-leervraag_conflict-20261125-101500.md":                 "Nextcloud",
		"00-leervraag (1).md":                                      "Google Drive",
		"00-leervraag 2.md":                                        "iCloud",
		"00-leervraag.sync-conflict-20261125-101500-ABCDEF7.md":    "Syncthing",
		"leervraag van thuis.md":                                   "",
	} {
		put(t, dir, name, string(byAnother("van "+name)))
		want[name] = fmt.Sprint(notes.Synced, " ", maker)
	}
	put(t, dir, "00-leervraag 3.md", "afgebro\x00ken")
	want["00-leervraag 3.md"] = fmt.Sprint(notes.Synced, " iCloud")
	put(t, dir, "boodschappen 2.md", "melk") // of nobody
	put(t, dir, "00-leervraag (2).md", "---\nmodule: iets-anders\noefening: leervraag\n---\n")
	d := desk(t, dir, notes.OS())
	open(t, d, leervraag)
	if got := copiesOf(t, d, leervraag); !maps.Equal(got, want) {
		t.Errorf("found %v\nwant %v", got, want)
	}
	if o, err := d.Open(leervraag); err != nil || say(notes.Event{Sheet: o.Sheet}) != "de notitie zelf" {
		t.Errorf("opened %+v, %v", o, err)
	}
}

func TestACopyIsNeverTakenForTheNote(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "00-leervraag (1).md", string(byAnother("een kopie")))
	d := desk(t, dir, notes.OS())
	if o, err := d.Open(leervraag); err != nil || o.Exists {
		t.Errorf("opened as %+v, %v", o, err)
	}
	d.Put(leervraag, 1, with("nieuw"))
	flush(t, d)
	if written(t, filepath.Join(dir, "00-leervraag (1).md")) != "een kopie" || written(t, filepath.Join(dir, file)) != "nieuw" {
		t.Error("the copy was written in")
	}
}

func TestAnExerciseWhoseNameLooksLikeACopyKeepsItsNote(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	ref := notes.Ref{Name: "stellingen-A-2", Chapter: 4}
	d := desk(t, dir, notes.OS())
	open(t, d, ref)
	d.Put(ref, 1, with("mijn stelling"))
	flush(t, d)
	if o, err := desk(t, dir, notes.OS()).Read(ref); err != nil || say(notes.Event{Sheet: o.Sheet}) != "mijn stelling" {
		t.Errorf("read %+v, %v", o, err)
	}
	if got := copiesOf(t, d, ref); len(got) > 0 {
		t.Errorf("it has copies: %v", got)
	}
}

func TestEveryOriginIsTold(t *testing.T) {
	t.Parallel()
	dir, elsewhere := t.TempDir(), t.TempDir()
	f, err := notes.OpenFolder(dir, "module", notes.OS(), elsewhere)
	if err != nil {
		t.Fatal(err)
	}
	d := notes.NewDesk(f, notes.Options{})
	overwrite(t, dir, "van gisteren")
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("een"))
	flush(t, d)
	overwrite(t, dir, "van een ander")
	d.Put(leervraag, 2, with("twee"))
	flush(t, d)
	d.Renew(leervraag, 3, sheet.New("Leervraag"), notes.Discarded)
	flush(t, d)
	d.Put(leervraag, 4, with("nog niet bewaard"))
	if _, err := d.Emergency(); err != nil {
		t.Fatal(err)
	}
	put(t, dir, ".00-leervraag.md.swp", "van een editor")
	put(t, dir, ".werkboek/tijdelijk-00-leervraag.1-2", "half")
	all, err := d.Copies()
	if err != nil {
		t.Fatal(err)
	}
	words := map[notes.Origin]string{}
	for _, c := range notes.CopiesOf(all, leervraag) {
		s, _ := d.Text(c)
		words[c.Origin] += say(notes.Event{Sheet: s})
	}
	if want := (map[notes.Origin]string{
		notes.Earlier: "van gisteren", notes.Other: "van een ander", notes.Discarded: "twee", notes.Rescued: "nog niet bewaard", notes.Leftover: "",
	}); !maps.Equal(words, want) {
		t.Errorf("the copies hold %v, want %v", words, want)
	}
}

func TestANoteThatIsPutAwayIsInTheTrashAndNowhereElse(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := desk(t, dir, notes.OS())
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("weg ermee"))
	flush(t, d)
	d.Renew(leervraag, 2, sheet.New("Leervraag"), notes.Discarded)
	flush(t, d)
	if files := holds(t, dir, "weg ermee"); len(files) != 1 || filepath.Base(filepath.Dir(files[0])) != "prullenbak" {
		t.Errorf("the words are in %v", files)
	}
	if _, err := os.Stat(filepath.Join(dir, file)); !os.IsNotExist(err) {
		t.Errorf("the note is still there: %v", err)
	}
	if o, err := d.Open(leervraag); err != nil || o.Exists {
		t.Errorf("opened as %+v, %v", o, err)
	}
	d.Put(leervraag, 3, with("opnieuw"))
	flush(t, d)
	if written(t, filepath.Join(dir, file)) != "opnieuw" {
		t.Error("what was written after is not there")
	}
}

func TestOnceSomebodyChoseTheCopyIsAnEarlierVersion(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	overwrite(t, dir, "van hier")
	put(t, dir, "00-leervraag 2.md", string(byAnother("van daar")))
	d := desk(t, dir, notes.OS())
	open(t, d, leervraag)
	all, _ := d.Copies()
	if len(all) != 1 || !all[0].Apart() {
		t.Fatalf("found %+v", all)
	}
	if err := d.Settle(all[0]); err != nil {
		t.Fatal(err)
	}
	all, _ = d.Copies()
	if len(all) != 1 || all[0].Origin != notes.Earlier || all[0].Apart() {
		t.Errorf("after it: %+v", all)
	}
	if files := holds(t, dir, "van daar"); len(files) != 1 {
		t.Errorf("the words are in %v", files)
	}
}

func TestACopyThatAppearsWhileTheNoteIsOpenIsTold(t *testing.T) {
	dir := t.TempDir()
	overwrite(t, dir, "van hier")
	var events told
	working(t, dir, notes.OS(), events.tell, func(*notes.Desk) {
		pass(2 * time.Second)
		put(t, dir, "00-leervraag 2.md", string(byAnother("van daar")))
		pass(2 * time.Second)
	})
	if ev, ok := events.has(notes.Beside); !ok || ev.Ref != leervraag || ev.Copy != "00-leervraag 2.md" {
		t.Errorf("told %v: %+v", ok, ev)
	}
}

func TestWhatAKilledProgramLeftIsGoneAfterTheNextStart(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, ".werkboek/tijdelijk-00-leervraag.77-1", "half een zin")
	put(t, dir, ".werkboek/tijdelijk-09-brief.77-1", "van een save die doorgaat")
	other := desk(t, dir, notes.OS())
	open(t, other, notes.Ref{Name: "brief", Chapter: 9}) // another window writes in it
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		d := desk(t, dir, notes.OS())
		open(t, d, leervraag) // the first thing that this one does
		go d.Work(ctx, func(notes.Event) {})
		synctest.Wait()
		stop()
		synctest.Wait()
	})
	if files := holds(t, dir, "half een zin"); len(files) > 0 {
		t.Errorf("left: %v", files)
	}
	if files := holds(t, dir, "die doorgaat"); len(files) != 1 {
		t.Error("what another window was saving was taken away")
	}
}

func TestThousandsOfOtherFilesAreReadOnce(t *testing.T) {
	t.Parallel()
	const others = 2000
	dir := t.TempDir()
	for i := range others {
		put(t, dir, fmt.Sprintf("notitie van mij %d.md", i), "iets")
	}
	c := counting{notes.OS(), &atomic.Int32{}, &atomic.Int32{}}
	d := desk(t, dir, c)
	for i := range 30 {
		if _, err := d.Read(notes.Ref{Name: fmt.Sprintf("oefening%d", i), Chapter: i}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Copies(); err != nil {
		t.Fatal(err)
	}
	if n := c.reads.Load(); n > others+30 {
		t.Errorf("%d files took %d reads", others, n)
	}
}

func TestWipingAllLeavesOnlyWhatIsOfOthers(t *testing.T) {
	t.Parallel()
	dir, elsewhere := t.TempDir(), t.TempDir()
	f, err := notes.OpenFolder(dir, "module", notes.OS(), elsewhere)
	if err != nil {
		t.Fatal(err)
	}
	d := notes.NewDesk(f, notes.Options{})
	for i, ref := range []notes.Ref{leervraag, {Name: "brief", Chapter: 9}, notes.MarginOf(3)} {
		open(t, d, ref)
		d.Put(ref, 3*i+1, with("geheim een"))
		flush(t, d)
		d.Renew(ref, 3*i+2, with("geheim twee"), notes.Discarded)
		flush(t, d)
		d.Put(ref, 3*i+3, with("geheim drie"))
		if _, err := d.Emergency(); err != nil {
			t.Fatal(err)
		}
	}
	put(t, dir, "07-verdwenen-oefening.md", "---\nmodule: module\noefening: verdwenen-oefening\n---\n## X\n\ngeheim\n\n")
	put(t, dir, ".#00-leervraag.md", "geheim")
	put(t, dir, "00-leervraag (1).md", string(byAnother("geheim")))
	put(t, dir, ".werkboek/versies/04-gedeeld.20261123-101010.md", "---\nmodule: module\noefening: gedeeld\n---\ngeheim")
	others := map[string]string{
		"04-gedeeld.md":   "---\nmodule: iets-anders\noefening: gedeeld\n---\n## A\n\nvan hen\n\n",
		"boodschappen.md": "melk", "05-iets.md": "---\nmodule: iets-anders\noefening: iets\n---\n## A\n\nvan hen\n\n",
		".werkboek/versies/05-iets.20261123-101010.md": "---\nmodule: iets-anders\noefening: iets\n---\n",
	}
	for name, data := range others {
		put(t, dir, name, data)
	}
	if err := d.WipeAll(100, notes.Ref{Name: "kring", Chapter: 3}); err != nil {
		t.Fatal(err)
	}
	flush(t, d)
	for _, where := range []string{dir, elsewhere} {
		if files := holds(t, where, "geheim"); len(files) > 0 {
			t.Errorf("still in %v", files)
		}
	}
	for name, data := range others {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != data {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
	d.Put(leervraag, 101, with("een nieuw begin"))
	flush(t, d)
	if written(t, filepath.Join(dir, file)) != "een nieuw begin" {
		t.Error("nothing can be written after it")
	}
}

func TestNothingIsWipedWhileAnotherWindowHasOneOfThem(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	other, d := desk(t, dir, notes.OS()), desk(t, dir, notes.OS())
	open(t, other, leervraag)
	defer other.Close(leervraag) // who is collected lets go of the lock
	brief := notes.Ref{Name: "brief", Chapter: 9}
	open(t, d, brief)
	d.Put(brief, 1, sheet.New("Brief").With("BR-1", "", "blijft"))
	flush(t, d)
	if err := d.WipeAll(2, leervraag, brief); notes.Reason(err) != "de notitie staat open in een ander venster" {
		t.Errorf("wiped: %v", err)
	}
	if len(holds(t, dir, "blijft")) == 0 {
		t.Error("it was wiped all the same")
	}
}

func TestAVersionIsKeptEveryTenMinutesOfWriting(t *testing.T) {
	dir := t.TempDir()
	working(t, dir, notes.OS(), func(notes.Event) {}, func(d *notes.Desk) {
		for minute := range 35 {
			d.Put(leervraag, minute+1, with(fmt.Sprintf("minuut %d.", minute)))
			pass(time.Minute)
		}
	})
	var got []string
	list, _ := filepath.Glob(filepath.Join(dir, ".werkboek", "versies", "*.md"))
	for _, path := range list {
		got = append(got, strings.TrimPrefix(written(t, path), "minuut "))
	}
	if want := []string{"9.", "19.", "29."}; !slices.Equal(got, want) {
		t.Errorf("versions of minutes %v, want %v", got, want)
	}
}
