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

func TestTwoWindowsWriteInDifferentExercises(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	one := h.writing(call{})
	two := h.open(call{args: []string{"oefening", "brief"}})
	two.shows("woord")
	for _, word := range []string{"eerste", "tweede", "derde"} {
		one.press(word + "links ")
		two.press(word + "rechts ")
	}
	one.quit()
	two.quit()
	if got := h.saved(); got != "eerstelinks tweedelinks derdelinks " {
		t.Errorf("the first note holds %q", got)
	}
	if len(h.holding("eersterechts tweederechts derderechts")) != 1 {
		t.Error("the second note does not hold its words")
	}
}

func TestTheSecondWindowOnAnExerciseWaitsForTheFirst(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	one := h.writing(call{})
	one.press("eerst ")
	two := h.open(call{args: []string{"oefening", "leervraag"}})
	two.shows("vanavond kunnen")
	two.showsWithin(time.Second, "open in een ander venster")
	two.press("xyxyx")
	one.press("en verder ")
	two.shows("en verder") // all keys before that are taken
	if two.has("xyxyx") || strings.Contains(h.saved(), "xyxyx") {
		t.Errorf("the second window takes text:\n%s", two.text())
	}
	one.quit()
	two.until("the second window to take over", func() bool { return !two.has("ander venster") })
	two.press("\t")
	two.shows("ctrl+z") // the key of who writes
	two.press(end + "tweede venster")
	two.holds(h, "tweede venster")
	two.quit()
	if got := h.saved(); got != "eerst en verder tweede venster" {
		t.Errorf("the note holds %q", got)
	}
}

// holding lists the files under the notes that hold a text.
func (h home) holding(text string) (list []string) {
	_ = filepath.WalkDir(h.notes+"/", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			if data, _ := os.ReadFile(path); strings.Contains(string(data), text) {
				list = append(list, path)
			}
		}
		return nil
	})
	return list
}

const outsideWords = "woorden van buiten"

// edits are the ways in which another program changes a note.
var edits = map[string]func(t *testing.T, path string){
	"in place": func(t *testing.T, path string) { put(t, path, form(outsideWords)) },
	"by rename": func(t *testing.T, path string) {
		put(t, path+"~", form(outsideWords))
		move(t, path+"~", path)
	},
	"at the end": func(t *testing.T, path string) {
		f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.WriteString(outsideWords + "\n"); err != nil {
			t.Fatal(err)
		}
	},
	"deleted": remove,
}

func TestAnEditFromOutsideLosesNothingOnEitherSide(t *testing.T) {
	t.Parallel()
	for how, edit := range edits {
		for _, unsaved := range []bool{false, true} {
			name := how + ", all saved"
			if unsaved {
				name = how + ", words in hand"
			}
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				h := newHome(t)
				path := h.write(leervraag, form("van vroeger"))
				w := h.writing(call{})
				w.press(end + " mijn woorden")
				w.shows("mijn woorden")
				if !unsaved {
					w.holds(h, "mijn woorden")
				}
				edit(t, path)
				if !unsaved && how != "deleted" {
					w.showsWithin(3*time.Second, outsideWords)
				}
				w.press(" en daarna")
				w.shows("en daarna")
				w.quit()
				for _, words := range []string{"mijn woorden", "en daarna", outsideWords} {
					if len(h.holding(words)) == 0 && (words != outsideWords || how != "deleted") {
						t.Errorf("%q is lost; there are %v", words, h.named(""))
					}
				}
			})
		}
	}
}
