//go:build unix

package notes_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"werkboek/internal/notes"
)

// turns fails one call of the disk: the nth, of whatever sort.
type turns struct {
	notes.Disk
	calls, fails int
}

func (d *turns) turn() error {
	d.calls++
	if d.calls == d.fails {
		return syscall.EIO
	}
	return nil
}

func (d *turns) Read(path string) ([]byte, error) {
	if err := d.turn(); err != nil {
		return nil, err
	}
	return d.Disk.Read(path)
}

func (d *turns) Write(path, temp string, data []byte) error {
	if err := d.turn(); err != nil {
		return err
	}
	return d.Disk.Write(path, temp, data)
}

func (d *turns) List(dir string) ([]fs.FileInfo, error) {
	if err := d.turn(); err != nil {
		return nil, err
	}
	return d.Disk.List(dir)
}

func (d *turns) Stat(path string) (fs.FileInfo, error) {
	if err := d.turn(); err != nil {
		return nil, err
	}
	return d.Disk.Stat(path)
}

func (d *turns) Make(dir string) error {
	if err := d.turn(); err != nil {
		return err
	}
	return d.Disk.Make(dir)
}

func (d *turns) Remove(path string) error {
	if err := d.turn(); err != nil {
		return err
	}
	return d.Disk.Remove(path)
}

func (d *turns) Lock(path string) (func(), bool, error) {
	if err := d.turn(); err != nil {
		return nil, false, err
	}
	return d.Disk.Lock(path)
}

func TestWhicheverCallFailsNothingIsLost(t *testing.T) {
	t.Parallel()
	const old = "van gisteren"
	for n := 1; ; n++ {
		dir := t.TempDir()
		overwrite(t, dir, old)
		disk := &turns{Disk: notes.OS(), fails: n}
		d := desk(t, dir, disk)
		if _, err := d.Open(leervraag); err != nil {
			_, _ = d.Open(leervraag) // the person tries again
		}
		d.Put(leervraag, 1, with("van vandaag"))
		first := d.Flush(time.Second)
		if first != nil && !d.State().Unsaved {
			t.Errorf("call %d failed, and it says that all is saved", n)
		}
		if err := d.Flush(time.Second); err != nil {
			t.Errorf("call %d: the second try: %v", n, err)
		}
		if got := written(t, filepath.Join(dir, file)); got != "van vandaag" || !strings.Contains(everywhere(dir), old) {
			t.Errorf("call %d: the note holds %q, the folder\n%s", n, got, everywhere(dir))
		}
		if disk.calls < n {
			break // every call had its turn
		}
	}
}

func TestWhicheverCallFailsWipingIsWholeOrCanBeTriedAgain(t *testing.T) {
	t.Parallel()
	for n := 1; ; n++ {
		dir := t.TempDir()
		disk := &turns{Disk: notes.OS()}
		d := desk(t, dir, disk)
		open(t, d, leervraag)
		d.Put(leervraag, 1, with("geheim een"))
		flush(t, d)
		d.Renew(leervraag, 2, with("geheim twee"), notes.Earlier)
		flush(t, d)
		d.Put(leervraag, 3, with("geheim drie")) // unsaved
		copyTo(t, filepath.Join(dir, file), filepath.Join(dir, "prullenbak", "oud.md"))
		disk.calls, disk.fails = 0, n
		err := d.WipeEach(4, leervraag)
		last := disk.calls < n
		disk.fails = 0
		if err != nil {
			if o, e := d.Read(leervraag); e != nil || !o.Exists || o.Edit != 3 || say(notes.Event{Sheet: o.Sheet}) != "geheim drie" {
				t.Errorf("call %d failed, and what was in hand is %+v, %v", n, o, e)
			}
			if len(holds(t, dir, "geheim twee")) == 0 {
				t.Errorf("call %d failed, and the note is gone before its copies", n)
			}
			err = d.WipeEach(5, leervraag)
		}
		flush(t, d)
		if files := holds(t, dir, "geheim"); err != nil || len(files) > 0 {
			t.Errorf("call %d: %v, still in %v", n, err, files)
		}
		if last {
			return
		}
	}
}

func TestWhatIsNoOrdinaryFileIsNotRead(t *testing.T) {
	t.Parallel()
	outside := filepath.Join(t.TempDir(), "geheim")
	if err := os.WriteFile(outside, []byte("niet voor ons"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, make := range map[string]func(path string) error{
		"link":   func(path string) error { return os.Symlink(outside, path) },
		"pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"folder": func(path string) error { return os.Mkdir(path, 0o700) },
	} {
		dir := t.TempDir()
		if err := make(filepath.Join(dir, file)); err != nil {
			t.Fatal(err)
		}
		d := desk(t, dir, notes.OS())
		if o, err := d.Open(leervraag); !errors.Is(err, notes.ErrNoFile) || !o.Sheet.Empty() {
			t.Errorf("%s: opened %+v, %v", name, o, err)
		}
		d.Put(leervraag, 1, with("x"))
		if err := d.Flush(time.Second); !errors.Is(err, notes.ErrNoFile) {
			t.Errorf("%s: saved: %v", name, err)
		}
	}
	if data, _ := os.ReadFile(outside); string(data) != "niet voor ons" {
		t.Errorf("what the link points at holds %q", data)
	}
}

func TestWhatCannotBeReadIsListedToo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	overwrite(t, dir, "goed")
	for name, data := range map[string]string{"09-brief.md": "a\x00", "05-kantlijn.md": "abc\xe2\x82", "groot.md": "", "van mij.md": "geen notitie"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Truncate(filepath.Join(dir, "groot.md"), notes.MaxBytes+1), os.Symlink(file, filepath.Join(dir, "link.md"))); err != nil {
		t.Fatal(err)
	}
	f, _ := notes.OpenFolder(dir, "module", notes.OS())
	list, err := f.List()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, l := range list {
		got[l.Ref.String()] = notes.Reason(l.Err)
	}
	want := map[string]string{
		"leervraag": "", "brief": "het bestand is geen tekst", "kantlijn": "het bestand is geen tekst",
		"van mij": "er staat niet in bij welke oefening het hoort", "groot": "het bestand is te groot", "link": "op die plek staat geen gewoon bestand",
	}
	if !maps.Equal(got, want) {
		t.Errorf("listed %v, want %v", got, want)
	}
}

func TestAFileThatIsTooLargeIsToldAndStays(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, file)
	if err := os.WriteFile(path, []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, notes.MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	if _, err := desk(t, dir, notes.OS()).Open(leervraag); !errors.Is(err, notes.ErrTooLarge) {
		t.Errorf("opened: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() != notes.MaxBytes+1 {
		t.Errorf("it is %v now, %v", info.Size(), err)
	}
}

func (d *turns) Claim(path string) error {
	if err := d.turn(); err != nil {
		return err
	}
	return d.Disk.Claim(path)
}
