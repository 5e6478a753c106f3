package notes

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
	"time"
)

var (
	errSharing = errors.New("used by another process")
	errDenied  = errors.New("access is denied")
)

// holder is a disk on which another program holds files for a number of tries.
type holder struct {
	tries  int
	err    error
	waited time.Duration
	steps  map[string]int
}

func (h *holder) disk(m *memory) Disk {
	h.steps = map[string]int{}
	m.turn = func(step, path string) (error, bool) {
		if step == "open" || step == "rename" || step == "remove" {
			if h.steps[step]++; h.steps[step] <= h.tries {
				return h.err, false
			}
		}
		return nil, false
	}
	return disk{m.system().patient(patience{
		held:   func(err error) bool { return errors.Is(err, errSharing) },
		denied: func(err error) bool { return errors.Is(err, errDenied) },
		pause:  func(d time.Duration) { h.waited += d },
	})}
}

func TestAFileThatAnotherProgramHoldsForAMomentIsTriedAgain(t *testing.T) {
	t.Parallel()
	for _, err := range []error{errSharing, errDenied} {
		m := remember(map[string]string{cutNote: lying("oud"), filepath.Join(cutDir, "weg.md"): "weg"})
		h := &holder{tries: 3, err: err}
		d := h.disk(m)
		if err := d.Write(cutNote, cutDir, []byte("nieuw")); err != nil {
			t.Errorf("replacing it: %v", err)
		}
		if err := d.Remove(filepath.Join(cutDir, "weg.md")); err != nil {
			t.Errorf("removing it: %v", err)
		}
		if h.waited != 120*time.Millisecond { // 10 + 20 + 30, twice
			t.Errorf("it waited %v", h.waited)
		}
		data, read := d.Read(cutNote)
		if held := errors.Is(err, errSharing); held && (read != nil || string(data) != "nieuw") {
			t.Errorf("reading it: %q, %v", data, read)
		} else if !held && (read == nil || h.steps["open"] != 1) {
			t.Errorf("what may not be read was tried %d times: %v", h.steps["open"], read)
		}
	}
}

func TestAFileThatIsHeldOnIsToldAndTheOldOneStays(t *testing.T) {
	t.Parallel()
	for _, err := range []error{errSharing, errDenied} {
		m := remember(map[string]string{cutNote: lying("oud")})
		h := &holder{tries: 1000, err: err}
		wrote := h.disk(m).Write(cutNote, cutDir, []byte("nieuw"))
		if wrote == nil || h.waited != 450*time.Millisecond*2 { // for the temporary file too, which is held as well
			t.Errorf("%v: wrote %v after %v", err, wrote, h.waited)
		}
		if want := errors.Is(err, errDenied); errors.Is(wrote, errHeld) != want {
			t.Errorf("%v: it says %q", err, Reason(wrote))
		}
		if got := m.contents()[cutNote]; got != lying("oud") {
			t.Errorf("%v: the note holds %q", err, got)
		}
	}
}

func TestAFileThatMayNotBeWrittenIsNotCalledHeld(t *testing.T) {
	t.Parallel()
	m := remember(map[string]string{cutNote: lying("oud")})
	sys := m.system()
	sys.stat = func(path string) (fs.FileInfo, error) { return lockedInfo{info{path, m.names[path]}}, nil }
	sys.rename = func(string, string) error { return errDenied }
	d := disk{sys.patient(patience{held: func(error) bool { return false }, denied: func(error) bool { return true }, pause: func(time.Duration) {}})}
	if err := d.Write(cutNote, cutDir, nil); err == nil || errors.Is(err, errHeld) {
		t.Errorf("it says %v", err)
	}
}

type lockedInfo struct{ info }

func (lockedInfo) Mode() fs.FileMode { return 0o400 }
