//go:build unix

package trial

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// filesIn lists all files from a folder on.
func filesIn(dir string) []string {
	var files []string
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return nil
	})
	return files
}

func TestAWorkbookThatIsWipedLeavesNoTrace(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	w.press("heel geheim")
	w.holds(h, "heel geheim")
	w.until("a state", func() bool { return len(filesIn(h.dir+"/s")) > 0 }) // it is kept while one reads
	w.press(esc)
	w.shows("spatie")
	w.press("9")
	w.shows("Na de dag")
	w.press("i")
	w.shows("Inhoud")
	w.press("\x1b[F\r\t\t\r") // the last section, and the second thing in it
	w.shows("Daarna stopt het werkboek.")
	w.press("2")
	if code := w.exits(patience); code != 0 {
		t.Errorf("it ends with %d", code)
	}
	w.shows("Je werkboek is gewist.")
	for _, file := range filesIn(h.dir) {
		if data, _ := os.ReadFile(file); strings.Contains(string(data), "geheim") || strings.HasPrefix(file, h.dir+"/s") {
			t.Errorf("%s is left: %s", file, data)
		}
	}
}

func TestTheCommandAsksBeforeItWipes(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	path := h.write(leervraag, form("geheim"))
	wiping := func(what, answer, said string, code int) {
		t.Helper()
		w := h.open(call{args: []string{"notities", "wis", what}, width: 120, height: 30})
		w.shows("Typ ja")
		w.press(answer)
		w.shows(said)
		if got := w.exits(patience); got != code {
			t.Errorf("%q: it ends with %d", answer, got)
		}
	}
	for _, answer := range []string{"\r", "j\r", "nee\r", "\x04"} {
		wiping("leervraag", answer, "Er is niets gewist.", 0)
		if h.saved() != "geheim" {
			t.Errorf("%q wiped it", answer)
		}
	}
	open := h.open(call{args: []string{"oefening", "leervraag"}})
	open.shows("geheim")
	wiping("alles", "ja\r", "ander venster", 1)
	open.quit()
	wiping("alles", "ja\r", "Je werkboek is gewist.", 0)
	if _, err := os.Stat(path); err == nil {
		t.Error("the note is left")
	}
}
