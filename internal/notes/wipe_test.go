package notes_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// holds lists the files under a folder in which a word stands.
func holds(t *testing.T, dir, word string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(word)) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBeginningAnewKeepsWhatWasThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, ref := desk(t, dir, notes.OS()), notes.Ref{Name: "brief", Chapter: 9}
	open(t, d, ref)
	d.Put(ref, 1, sheet.New("Brief").With("BR-1", "", "eerste woorden"))
	flush(t, d)
	d.Put(ref, 2, sheet.New("Brief").With("BR-1", "", "eerste woorden, en meer"))
	d.Renew(ref, 3, sheet.New("Brief"), notes.Earlier) // before edit 2 was saved
	d.Put(ref, 4, sheet.New("Brief").With("BR-1", "", "opnieuw"))
	flush(t, d)
	if files := holds(t, dir, "eerste woorden, en meer"); len(files) != 1 || !strings.Contains(files[0], "versies") {
		t.Errorf("the words before stand in %v", files)
	}
	if files := holds(t, dir, "opnieuw"); len(files) != 1 || filepath.Base(files[0]) != "09-brief.md" {
		t.Errorf("the new words stand in %v", files)
	}
}

func TestWhatIsWipedIsGone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, ref, other := desk(t, dir, notes.OS()), notes.Ref{Name: "brief", Chapter: 9}, notes.Ref{Name: "leervraag"}
	open(t, d, ref)
	open(t, d, other)
	d.Put(other, 1, sheet.New("Leervraag").With("RF-4", "", "dit blijft"))
	d.Put(ref, 2, sheet.New("Brief").With("BR-1", "", "geheim een"))
	flush(t, d)
	d.Renew(ref, 3, sheet.New("Brief").With("BR-1", "", "geheim twee"), notes.Earlier)
	flush(t, d)
	for _, name := range []string{".werkboek/conflicten/09-brief.20261123-101010.000.md", "prullenbak/oud.md", ".werkboek/tijdelijk-9",
		".09-brief.md.AbC123", ".goutputstream-X", "09-brief.MD", "09-brief.md.partial", "brief.txt", ".werkboek/los"} {
		copyTo(t, filepath.Join(dir, "09-brief.md"), filepath.Join(dir, name))
	}
	d.Put(ref, 4, sheet.New("Brief").With("BR-1", "", "geheim drie")) // unsaved
	if err := d.WipeEach(5, ref); err != nil {
		t.Fatal(err)
	}
	flush(t, d)
	if files := holds(t, dir, "geheim"); len(files) > 0 {
		t.Errorf("still in %v", files)
	}
	if o, err := d.Open(ref); err != nil || o.Exists {
		t.Errorf("opened as %+v, %v", o, err)
	}
	d.Put(ref, 6, sheet.New("Brief").With("BR-1", "", "een nieuw begin"))
	flush(t, d)
	if len(holds(t, dir, "een nieuw begin")) != 1 || len(holds(t, dir, "dit blijft")) == 0 {
		t.Error("what was written after, or in another note, is not there")
	}
}

func TestAStrangersNoteIsNotWiped(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	theirs := "---\nformaat: 1\nmodule: iets-anders\noefening: brief\n---\n# Brief\n"
	if err := os.WriteFile(filepath.Join(dir, "09-brief.md"), []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	d := desk(t, dir, notes.OS())
	if err := d.WipeEach(1, notes.Ref{Name: "brief", Chapter: 9}); err == nil {
		t.Error("wiped without an error")
	}
	if len(holds(t, dir, "iets-anders")) != 1 {
		t.Error("the stranger's note is gone")
	}
}

func open(t *testing.T, d *notes.Desk, ref notes.Ref) {
	t.Helper()
	if _, err := d.Open(ref); err != nil {
		t.Fatal(err)
	}
}

func flush(t *testing.T, d *notes.Desk) {
	t.Helper()
	if err := d.Flush(5 * time.Second); err != nil {
		t.Fatal(err)
	}
}

func copyTo(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(to), 0o700)
	}
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryFileOfAWipedNoteIsFound(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := desk(t, dir, notes.OS())
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("geheim"))
	flush(t, d)
	whole, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"mijn vraag.md": string(whole), // a copy that somebody made, and what an editor left
		file + "~":      string(whole),
		".werkboek/versies/01-leervraag.20251123-101010.md":      "geheim, zonder kop", // when it stood in another chapter
		".werkboek/conflicten/00-leervraag.20261123-101010_2.md": "geheim\x00, geen tekst",
		".werkboek/versies/mijn vraag.20261123-101010.md":        string(whole),
		".werkboek/tijdelijk-1":                                  string(whole[:20]) + "geheim\xe2\x82", // cut
	} {
		put(t, dir, name, data)
	}
	others := map[string]string{
		".werkboek/versies/00-leervraag-twee.20261123-101010.md": "---\noefening: leervraag-twee\n---\nvan een ander",
		".werkboek/tijdelijk-2":                                  "---\nmodule: module\noefening: brief\n---\n# Br",
		"00-leervraag.txt":                                       "eigen tekst",
		".werkboek/versies/00-leervraag.20241123-101010.md":      "---\nmodule: iets-anders\noefening: leervraag\n---\n",
	}
	for name, data := range others {
		put(t, dir, name, data)
	}
	if err := d.WipeEach(2, leervraag); err != nil {
		t.Fatal(err)
	}
	if files := holds(t, dir, "geheim"); len(files) > 0 {
		t.Errorf("still in %v", files)
	}
	for name, data := range others {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != data {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
}

func TestWipingOneChapterLeavesTheOthers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := desk(t, dir, notes.OS())
	for n := 1; n <= 12; n++ {
		ref := notes.Ref{Name: "wat-neem-ik-mee", Chapter: n, PerChapter: true}
		open(t, d, ref)
		d.Put(ref, 2*n, with(fmt.Sprintf("woord%d.", n)))
		flush(t, d)
		d.Renew(ref, 2*n+1, with(fmt.Sprintf("later%d.", n)), notes.Earlier)
		flush(t, d)
	}
	if err := d.WipeEach(100, notes.Ref{Name: "wat-neem-ik-mee", Chapter: 1, PerChapter: true}); err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 12; n++ {
		gone := n == 1
		for _, word := range []string{"woord%d.", "later%d."} {
			if files := holds(t, dir, fmt.Sprintf(word, n)); (len(files) == 0) != gone {
				t.Errorf("chapter %d: %v", n, files)
			}
		}
	}
}

func TestANoteThatIsOpenElsewhereIsNotWiped(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, second := desk(t, dir, notes.OS()), desk(t, dir, notes.OS())
	open(t, first, leervraag)
	first.Put(leervraag, 1, with("van hem"))
	flush(t, first)
	for _, opens := range []bool{false, true} {
		if opens {
			open(t, second, leervraag)
		}
		err := second.WipeEach(1, leervraag)
		if !errors.Is(err, notes.ErrLocked) || notes.Reason(err) != "de notitie staat open in een ander venster" {
			t.Errorf("opened: %v: %v", opens, err)
		}
	}
	if got := written(t, filepath.Join(dir, file)); got != "van hem" {
		t.Errorf("the note holds %q", got)
	}
	if err := second.WipeEach(2, notes.Ref{Name: "brief"}); err != nil {
		t.Error(err)
	}
	if o, err := first.Open(notes.Ref{Name: "brief"}); err != nil || o.Locked {
		t.Errorf("wiping kept the lock: %+v, %v", o, err)
	}
}

// during does something at the first removal of a file.
type during struct {
	notes.Disk
	once sync.Once
	do   func()
}

func (d *during) Remove(path string) error {
	d.once.Do(d.do)
	return d.Disk.Remove(path)
}

func TestWordsThatComeWhileANoteIsWiped(t *testing.T) {
	t.Parallel()
	for _, edit := range []int{2, 4} { // of before, and of after
		dir := t.TempDir()
		disk := &during{Disk: notes.OS()}
		d := desk(t, dir, disk)
		disk.do = func() { d.Put(leervraag, edit, with("onderweg")) }
		open(t, d, leervraag)
		d.Put(leervraag, 1, with("geheim"))
		flush(t, d)
		if err := d.WipeEach(3, leervraag); err != nil {
			t.Fatal(err)
		}
		flush(t, d)
		if n := len(holds(t, dir, "onderweg")); (n == 1) != (edit > 3) || len(holds(t, dir, "geheim")) > 0 {
			t.Errorf("edit %d is in %d files; the folder holds %s", edit, n, everywhere(dir))
		}
	}
}

func TestNewsOfBeforeIsOlderThanTheWipe(t *testing.T) {
	dir := t.TempDir()
	var events told
	working(t, dir, notes.OS(), events.tell, func(d *notes.Desk) {
		d.Put(leervraag, 1, with("geheim"))
		pass(time.Second)
		overwrite(t, dir, "geheim, van een ander")
		pass(2 * time.Second)
		if err := d.WipeEach(2, leervraag); err != nil {
			t.Fatal(err)
		}
		before, _ := events.last(notes.Changed)
		overwrite(t, dir, "van later")
		pass(2 * time.Second)
		if after, n := events.last(notes.Changed); n != 2 || before.Edit >= 2 || after.Edit < 2 || len(holds(t, dir, "geheim")) > 0 {
			t.Errorf("told %+v, then %+v; the folder holds %s", before, after, everywhere(dir))
		}
	})
}

func TestWordsThatWereBegunAnewAreInTheEmergencyCopy(t *testing.T) {
	t.Parallel()
	dir, other := t.TempDir(), t.TempDir()
	disk := &faulty{Disk: notes.OS(), err: syscall.ENOSPC}
	d := desk(t, dir, disk)
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("eerst"))
	d.Renew(leervraag, 2, with("daarna"), notes.Earlier)
	if err := d.Flush(time.Second); err == nil {
		t.Fatal("it was saved on a full disk")
	}
	disk.fail(nil)
	paths, err := d.Emergency(other)
	if err != nil || len(paths) != 2 || written(t, paths[0]) != "eerst" || written(t, paths[1]) != "daarna" {
		t.Errorf("%q, %v", paths, err)
	}
}

func TestANoteThatWasBegunAnewAndHoldsNothingHasNoEmergencyCopyOfItsOwn(t *testing.T) {
	t.Parallel()
	dir, other := t.TempDir(), t.TempDir()
	disk := &faulty{Disk: notes.OS(), err: syscall.ENOSPC}
	d := desk(t, dir, disk)
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("eerst"))
	d.Renew(leervraag, 2, sheet.New("Leervraag"), notes.Earlier)
	_ = d.Flush(time.Second)
	disk.fail(nil)
	paths, err := d.Emergency(other)
	if err != nil || len(paths) != 1 || written(t, paths[0]) != "eerst" {
		t.Errorf("%q, %v", paths, err)
	}
}

func TestBeginningAnewMakesOneCopyOfWhatWasSaved(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	overwrite(t, dir, "van gisteren")
	d := desk(t, dir, notes.OS())
	open(t, d, leervraag)
	d.Renew(leervraag, 1, sheet.New("Leervraag"), notes.Earlier)
	flush(t, d)
	d.Put(leervraag, 2, with("van vandaag"))
	flush(t, d)
	d.Renew(leervraag, 3, sheet.New("Leervraag"), notes.Earlier)
	flush(t, d)
	for _, word := range []string{"van gisteren", "van vandaag"} {
		if files := holds(t, dir, word); len(files) != 1 || !strings.Contains(files[0], "versies") {
			t.Errorf("%q is in %v", word, files)
		}
	}
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(data), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// shy is a disk on which a folder may not be looked into, and a file not be read.
type shy struct {
	notes.Disk
	dir, file string
}

func (s shy) List(dir string) ([]os.FileInfo, error) {
	if dir == s.dir {
		return nil, &os.PathError{Op: "open", Path: dir, Err: syscall.EACCES}
	}
	return s.Disk.List(dir)
}

func (s shy) Read(path string) ([]byte, error) {
	if path == s.file {
		return nil, &os.PathError{Op: "open", Path: path, Err: syscall.EACCES}
	}
	return s.Disk.Read(path)
}

func (s shy) Remove(path string) error {
	if path == s.file {
		return &os.PathError{Op: "remove", Path: path, Err: syscall.EACCES}
	}
	return s.Disk.Remove(path)
}

func TestWhatIsNotOursInAPlaceOfAllKeepsNothingFromBeingWiped(t *testing.T) {
	t.Parallel()
	dir, documents, temp := t.TempDir(), t.TempDir(), t.TempDir()
	theirs := filepath.Join(temp, "werkboek-noodkopie.00-leervraag.20261122-090000.md")
	put(t, temp, filepath.Base(theirs), "van een ander")
	f, err := notes.OpenFolder(dir, "module", shy{notes.OS(), documents, theirs}, documents, temp)
	if err != nil {
		t.Fatal(err)
	}
	d := notes.NewDesk(f, notes.Options{})
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("geheim"))
	flush(t, d)
	if err := d.WipeEach(2, leervraag); err != nil {
		t.Errorf("wiping one: %v", err)
	}
	if err := d.WipeAll(3, leervraag); err != nil {
		t.Errorf("wiping all: %v", err)
	}
	if list := holds(t, dir, "geheim"); len(list) > 0 {
		t.Errorf("it is in %v", list)
	}
}

func TestANoteThatTwoHaveOpenIsHeldAfterAWipeUntilBothLeave(t *testing.T) {
	dir := t.TempDir()
	windows(t, dir, notes.OS(), func(t *testing.T, first, second *window) {
		_, _ = first.Open(leervraag)
		_, _ = first.Open(leervraag)
		if err := first.WipeEach(1, leervraag); err != nil {
			t.Fatal(err)
		}
		first.Close(leervraag)
		pass(2 * time.Second)
		if o, err := second.Open(leervraag); err != nil || !o.Locked {
			t.Errorf("one has it still: %+v, %v", o, err)
		}
		first.Close(leervraag)
		pass(2 * time.Second)
		if _, n := second.last(notes.Unlocked); n != 1 {
			t.Errorf("both left, and it was told %d times", n)
		}
	})
}

func TestWhereThereIsNoPlaceForAnEmergencyCopyThatIsTold(t *testing.T) {
	t.Parallel()
	f, err := notes.OpenFolder(t.TempDir(), "module", notes.OS(), "")
	if err != nil {
		t.Fatal(err)
	}
	d := notes.NewDesk(f, notes.Options{})
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("woord"))
	if paths, err := d.Emergency(); err == nil || len(paths) > 0 {
		t.Errorf("it is in %v, %v", paths, err)
	}
}
