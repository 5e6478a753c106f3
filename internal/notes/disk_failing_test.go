package notes

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"werkboek/internal/sheet"
)

// failure is how steps fail.
type failure struct {
	err  error // nil: of bytes half are written, and nothing is said of it
	done bool  // the step had its effect, and the answer was lost
	on   bool  // all that follows fails too, but reading and removing
}

// failing fails the nth step from when it is set; it counts them and tells which failed.
type failing struct {
	failure
	nth, count int
	failed     string
}

func (f *failing) turn(step, path string) (error, bool) {
	f.count++
	again := f.on && f.count > f.nth && !looks(step) && step != "remove"
	if f.nth == 0 || f.count != f.nth && !again {
		return nil, false
	}
	if f.failed == "" {
		f.failed = step + " " + filepath.Base(path)
	}
	return f.err, f.done
}

// looks tells whether a step only looks at what is there.
func looks(step string) bool {
	step, _, _ = strings.Cut(step, " ")
	return slices.Contains([]string{"open", "list", "stat", "lock"}, step)
}

// half is a file that takes half of the bytes and says nothing of it, at its turn.
type half struct {
	handle
	f    *failing
	path string
}

func (h half) Write(data []byte) (int, error) {
	h.f.count++
	if h.f.count == h.f.nth {
		h.f.failed = "half of " + filepath.Base(h.path)
		return h.handle.Write(data[:len(data)/2])
	}
	return h.handle.Write(data)
}

// failingDisk gives a disk of which steps fail.
func failingDisk(m *memory, f *failing) Disk {
	sys := m.system()
	if f.err != nil {
		m.turn = f.turn
		return disk{sys}
	}
	create := sys.create
	sys.create = func(path string) (handle, error) {
		h, err := create(path)
		return half{h, f, path}, err
	}
	return disk{sys}
}

func TestWhicheverStepFailsTheNoteIsWholeAndSavedTheNextTime(t *testing.T) {
	t.Parallel()
	for _, how := range []failure{
		{}, {err: syscall.EIO}, {err: syscall.EIO, done: true}, {err: syscall.ENOSPC}, {err: syscall.ENOSPC, on: true}, {err: syscall.EROFS, on: true},
	} {
		for _, before := range []map[string]string{nil, {cutNote: lying("oud")}} {
			n, failed := 1, "-"
			for ; failed != ""; n++ {
				f := &failing{failure: how}
				m := remember(before)
				d := deskOn(t, failingDisk(m, f))
				if _, err := d.Open(cutRef); err != nil {
					t.Fatal(err)
				}
				d.Put(cutRef, 1, words("een"))
				f.count, f.nth = 0, n
				wrong := afterFailure(d, m, f, len(before) > 0)
				if failed = f.failed; wrong != "" {
					t.Errorf("%+v: step %d (%s): %s", how, n, failed, wrong)
				}
			}
			if n < 3 {
				t.Errorf("%+v: only %d steps had their turn", how, n-1)
			}
			t.Logf("%+v: %d steps", how, n-1)
		}
	}
}

// afterFailure saves, and tells what is wrong after it and after the next try.
func afterFailure(d *Desk, m *memory, f *failing, earlier bool) string {
	err := d.Flush(time.Minute)
	now := m.contents()
	text := whole(now, earlier)
	switch s := d.State(); {
	case text == "torn":
		return fmt.Sprintf("the note holds %q", now[cutNote])
	case text == "een" && earlier && keeps(cut{files: now}, true, versions, "oud") != "":
		return "the note is new, and the earlier version is nowhere"
	case err == nil && f.failed != "" && !looks(f.failed):
		return "it failed, and nobody was told"
	case err == nil && (s.Unsaved || text != "een"):
		return fmt.Sprintf("it says saved: %+v, and the note says %q", s, text)
	case err != nil && (!s.Unsaved || s.Err == nil || s.File != cutNote):
		return fmt.Sprintf("%v, and the state is %+v", err, s)
	case slices.ContainsFunc(temporary(now), func(path string) bool { return f.failed != "remove "+filepath.Base(path) }):
		return fmt.Sprintf("left over: %q", temporary(now))
	}
	f.nth = 0
	if err := d.Flush(time.Minute); err != nil {
		return "the next try: " + err.Error()
	}
	now = m.contents()
	if whole(now, earlier) != "een" || len(temporary(now)) > 0 || d.State().Unsaved {
		return fmt.Sprintf("after the next try %+v, %q", d.State(), now)
	}
	for path, data := range now {
		made := f.done && f.failed == "create "+filepath.Base(path) // nobody can know whose it is
		if data == "" && filepath.Ext(path) == noteSuffix && !made {
			return "an empty copy is left: " + path
		}
	}
	return keeps(cut{files: now}, earlier, versions, "oud")
}

// whole gives the words of the note: "torn" when they are not whole.
func whole(files map[string]string, earlier bool) string {
	data, there := files[cutNote]
	s, err := sheet.Parse([]byte(data))
	said := saidIn(s)
	if !there && !earlier {
		return ""
	}
	if err != nil || said != "een" && (said != "oud" || !earlier) {
		return "torn"
	}
	return said
}
