//go:build unix

package notes_test

import (
	"errors"
	"io/fs"
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
