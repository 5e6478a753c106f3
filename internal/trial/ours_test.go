//go:build unix

package trial

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestWhatIsMadeIsOnesOwnWhateverTheUmask(t *testing.T) {
	t.Parallel()
	for _, mask := range []string{"0", "022", "077"} {
		h := newHome(t)
		argv := []string{"/bin/sh", "-c", "umask " + mask + ` && exec "$0" "$@"`, program, "--notities", h.notes, "oefening", "leervraag"}
		for range 2 { // the second time there is a version before
			w := h.open(call{argv: argv})
			w.shows("jij")
			w.press("mijn woorden ")
			w.holds(h, "mijn woorden")
			put(t, h.path(leervraag), form(outsideWords)) // a copy of one side is made
			w.press("en meer")
			w.shows("en meer")
			w.until("both sides", func() bool { return len(h.holding(outsideWords)) > 0 && strings.Contains(h.saved(), "en meer") })
			w.press(esc)
			w.settled()
			w.press(esc) // what is told of two sides goes
			w.settled()
			w.press("m")
			w.settled()
			w.press("aan de kant")
			w.until("the margin", func() bool { return len(h.holding("aan de kant")) > 0 })
			w.quit()
		}
		seen := 0
		for _, root := range []string{h.notes, h.dir + "/s", h.dir + "/c", h.dir + "/d"} {
			seen += h.private(root)
		}
		if seen < 8 {
			t.Errorf("umask %s: only %d files and folders were made", mask, seen)
		}
	}
}

// private holds that files are 0600 and folders 0700 from a folder on, and counts them.
func (h home) private(root string) (seen int) {
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		}
		if info, err := d.Info(); err == nil && info.Mode().Perm() != want {
			h.t.Errorf("%s has mode %o", path, info.Mode().Perm())
		}
		seen++
		return nil
	})
	return seen
}

func TestWhatIsTypedStandsNowhereElse(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	w.press("geheimpje")
	w.holds(h, "geheimpje")
	w.quit()
	_ = filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || strings.HasPrefix(path, h.notes) {
			return err
		}
		if data, _ := os.ReadFile(path); strings.Contains(string(data), "geheimpje") {
			t.Errorf("it stands in %s too", path)
		}
		return nil
	})
	if title := w.stream(); strings.Contains(title, "\x1b]2;geheimpje") || strings.Contains(title, "\x1b]0;geheimpje") {
		t.Error("it stands in the title of the window")
	}
}

// atOnce is how often a watched program is looked at.
const atOnce = 2 * time.Millisecond
