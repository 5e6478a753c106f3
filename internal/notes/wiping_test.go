package notes_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// writer is a person who writes in a note, begins it anew and wipes it, while other
// programs do things with its file. What is on the screen follows the news, as in
// a workbook.
type writer struct {
	t     *testing.T
	desk  *notes.Desk
	dir   string
	news  chan notes.Event
	text  string
	edit  int
	words []string // that must be in some file, once all is saved
	gone  []string // that may be in none
}

// deeds are what can happen; each gets a word that was never used.
var deeds = []func(w *writer, word string){
	(*writer).types, (*writer).types, (*writer).types,
	(*writer).begins,
	(*writer).wipes,
	(*writer).flushes,
	(*writer).leaves,
	(*writer).otherGoesOn,
	(*writer).otherSavesOldBuffer,
	(*writer).otherMoves,
	(*writer).otherCopies,
	(*writer).otherDeletes,
}

func TestWhatIsWipedIsNowhereAndAllElseIsSomewhere(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		acts := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) act {
			return act{rapid.IntRange(0, len(deeds)-1).Draw(rt, "deed"), rapid.IntRange(0, 14).Draw(rt, "wait")}
		}), 1, 16).Draw(rt, "acts")
		dir, err := os.MkdirTemp("", "werkboek")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		if wrong := history(t, dir, acts); wrong != "" {
			rt.Fatal(wrong)
		}
	})
}

// history plays what happens, and tells what is wrong after it.
func history(t *testing.T, dir string, acts []act) (wrong string) {
	w := &writer{t: t, dir: dir, news: make(chan notes.Event, 100)}
	tell := func(ev notes.Event) {
		if ev.What == notes.Changed {
			w.news <- ev
		}
	}
	working(t, dir, notes.OS(), tell, func(d *notes.Desk) {
		w.desk = d
		for i, a := range acts {
			pass(time.Duration(a.Wait) * 100 * time.Millisecond)
			w.follows()
			deeds[a.Who](w, fmt.Sprintf("woord%d.", i))
			if wrong = w.leftOver(); wrong != "" {
				return
			}
		}
		pass(5 * time.Second)
		wrong = w.leftOver()
		for _, word := range w.words {
			if !strings.Contains(everywhere(dir), word) {
				wrong = word + " is lost"
			}
		}
	})
	return wrong
}

func (w *writer) leftOver() string {
	for _, word := range w.gone {
		if strings.Contains(everywhere(w.dir), word) {
			return word + " was wiped and is there"
		}
	}
	return ""
}

func (w *writer) follows() {
	for len(w.news) > 0 {
		if ev := <-w.news; ev.Edit >= w.edit {
			w.text = say(ev)
			w.desk.Took(ev)
		}
	}
}

func (w *writer) types(word string) {
	w.text += word
	w.words = append(w.words, word)
	w.edit++
	w.desk.Put(leervraag, w.edit, with(w.text))
}

func (w *writer) begins(string) {
	w.text = ""
	w.edit++
	w.desk.Renew(leervraag, w.edit, sheet.New("Leervraag"), notes.Earlier)
}

func (w *writer) wipes(string) {
	w.edit++
	if err := w.desk.WipeEach(w.edit, leervraag); err != nil {
		w.t.Error(err)
		return
	}
	w.text, w.gone, w.words = "", append(w.gone, w.words...), nil
}

func (w *writer) flushes(string) {
	if err := w.desk.Flush(time.Second); err != nil {
		w.t.Error(err)
	}
}

// leaves leaves the page and comes back.
func (w *writer) leaves(string) {
	w.desk.Close(leervraag)
	pass(time.Duration(len(w.words)%3) * 700 * time.Millisecond)
	o, err := w.desk.Open(leervraag)
	if err != nil || o.Locked {
		w.t.Error(o, err)
	}
	if o.Edit >= w.edit {
		w.text, _ = o.Sheet.Value("RF-4")
	}
}

// otherGoesOn adds to what is in the file now.
func (w *writer) otherGoesOn(word string) {
	if _, err := os.Stat(filepath.Join(w.dir, file)); err == nil {
		overwrite(w.t, w.dir, written(w.t, filepath.Join(w.dir, file))+word+"(ander)")
		w.words = append(w.words, word)
	}
}

// otherSavesOldBuffer drops what is in the file, unless that is its own.
func (w *writer) otherSavesOldBuffer(word string) {
	if data, err := os.ReadFile(filepath.Join(w.dir, file)); err == nil && !strings.Contains(string(data), "(ander)") {
		overwrite(w.t, w.dir, word+"(ander)")
		w.words = append(w.words, word)
	}
}

func (w *writer) otherMoves(word string) {
	_ = os.Rename(filepath.Join(w.dir, file), filepath.Join(w.dir, "van "+word+"md"))
}

func (w *writer) otherCopies(word string) {
	if data, err := os.ReadFile(filepath.Join(w.dir, file)); err == nil {
		put(w.t, w.dir, "prullenbak/"+word+"md", string(data))
	}
}

// otherDeletes deletes the file, unless its own words are in it.
func (w *writer) otherDeletes(string) {
	path := filepath.Join(w.dir, file)
	if data, err := os.ReadFile(path); err == nil && !strings.Contains(string(data), "(ander)") {
		_ = os.Remove(path)
	}
}
