//go:build unix

package trial

import (
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

var kills = flag.Int("kills", 6, "how often the program is killed while somebody types")

// killedAtATime is how many programs are typed into at a time: more would measure the
// machine.
const killedAtATime = 3

// oldest is how old a word may be that a kill loses.
const oldest = time.Second

// aWord gives one of the words that are typed: eight letters that no other has.
func aWord(n int) string { return fmt.Sprintf("w%s", letters(n)) }

// letters writes a number in seven letters.
func letters(n int) string {
	b := []byte("aaaaaaa")
	for i := len(b) - 1; n > 0; i-- {
		b[i] = byte('a' + n%20)
		n /= 20
	}
	return string(b)
}

// typed is what was sent to a program, and when each word was whole.
type typed struct {
	text strings.Builder
	at   []time.Time
}

// types types words at 135 letters a second until a moment.
func (w *window) types(until time.Time) *typed {
	var sent typed
	tick := time.NewTicker(time.Second / 135)
	defer tick.Stop()
	for n := 0; ; n++ {
		for _, letter := range aWord(n) + " " {
			now := <-tick.C
			if now.After(until) {
				return &sent
			}
			if _, err := w.tty.WriteString(string(letter)); err != nil {
				return &sent
			}
			sent.text.WriteRune(letter)
		}
		sent.at = append(sent.at, time.Now())
	}
}

// verdict is what a kill did.
type verdict struct {
	age    time.Duration // of the oldest lost word
	torn   string        // what is wrong with the files
	strays []string      // what is temporary, after the next start
}

func TestAKillLosesNoWordOlderThanASecond(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var ages []time.Duration
	var work sync.WaitGroup
	jobs := make(chan int, *kills)
	for i := range *kills {
		jobs <- i
	}
	close(jobs)
	torn, strays := 0, 0
	for range killedAtATime {
		work.Go(func() {
			for range jobs {
				v := oneKill(t)
				mu.Lock()
				ages = append(ages, v.age)
				if v.torn != "" {
					torn++
					t.Error(v.torn)
				}
				if len(v.strays) > 0 {
					strays++
					t.Errorf("temporary after the next start: %v", v.strays)
				}
				mu.Unlock()
			}
		})
	}
	work.Wait()
	if len(ages) == 0 {
		return
	}
	slices.Sort(ages)
	worst := ages[len(ages)-1]
	t.Logf("%d kills: oldest lost word %v in the median, %v at worst; torn files in %d, stray files after the next start in %d",
		len(ages), ages[len(ages)/2].Round(time.Millisecond), worst.Round(time.Millisecond), torn, strays)
	if worst > oldest {
		t.Errorf("a word of %v was lost; %v is the most", worst.Round(time.Millisecond), oldest)
	}
}

// oneKill types into a program, kills it at a random moment, looks at what is left,
// and starts it again.
func oneKill(t *testing.T) (v verdict) {
	dir, err := os.MkdirTemp(t.TempDir(), "")
	if err != nil {
		t.Error(err)
		return v
	}
	defer os.RemoveAll(dir)
	h := home{t: t, dir: dir, notes: filepath.Join(dir, "notities")}
	w := h.open(call{args: []string{"oefening", "leervraag"}})
	defer w.away()
	if _, ok := w.waited(func() bool { return w.has("vanavond kunnen") && w.has("woord") }); !ok {
		t.Errorf("it does not open:\n%s", w.text())
		return v
	}
	sent := w.types(time.Now().Add(500*time.Millisecond + rand.N(2500*time.Millisecond)))
	dead := time.Now()
	w.signal(syscall.SIGKILL)
	<-w.done

	kept := 0
	if data, err := os.ReadFile(h.path(leervraag)); err == nil {
		value, err := answer(data, "RF-4")
		if err != nil || !strings.HasPrefix(sent.text.String(), value) || !strings.HasSuffix(string(data), "\n") {
			v.torn = fmt.Sprintf("torn, empty or holed: %q, %v", data, err)
		}
		kept = len(value) / len("w1234567 ")
		if len(value)%len("w1234567 ") == len("w1234567") {
			kept++
		}
	}
	if kept < len(sent.at) {
		v.age = dead.Sub(sent.at[kept])
	}
	// A kill in the middle of a save leaves this; not every kill falls there.
	h.plant(t, fmt.Sprintf("tijdelijk-00-leervraag.%d-1", w.cmd.Process.Pid))
	h.startsAgain(t, kept, &v)
	return v
}

// plant leaves a temporary file behind, where a killed program would have.
func (h home) plant(t *testing.T, name string) {
	dir := h.path(".werkboek")
	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name), []byte("half"), 0o600)
	}
	if err != nil {
		t.Error(err)
	}
}

// startsAgain starts a program after a kill: it asks nothing, shows the saved words,
// and clears up.
func (h home) startsAgain(t *testing.T, kept int, v *verdict) {
	before := h.saved()
	w := h.open(call{args: []string{"oefening", "leervraag"}})
	defer w.away()
	ready := func() bool {
		return w.has("vanavond kunnen") && w.has("woord") && (kept == 0 || w.has(aWord(kept-1)) && w.has(aWord(max(0, kept-12))))
	}
	if _, ok := w.waited(ready); !ok {
		t.Errorf("the words are not there after the next start:\n%s", w.text())
		return
	}
	if s := w.text(); strings.Contains(s, "!") || strings.Contains(s, "herstel") {
		t.Errorf("the next start asks something:\n%s", s)
	}
	w.press(ctrlQ)
	if code := w.exits(2 * time.Second); code != 0 {
		t.Errorf("exit code %d after the next start", code)
	}
	if after := h.saved(); after != before {
		t.Errorf("the note held %q and holds %q", before, after)
	}
	v.strays = h.named("tijdelijk-")
	var notes []string
	for _, name := range h.named(".md") {
		if !strings.Contains(name, ".werkboek") {
			notes = append(notes, name)
		}
	}
	if len(notes) > 1 {
		t.Errorf("doubled: %v", notes)
	}
}

// named lists the files under the notes with something in their name.
func (h home) named(part string) (list []string) {
	_ = filepath.WalkDir(h.notes+"/", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.Contains(d.Name(), part) {
			name, _ := filepath.Rel(h.notes, path)
			list = append(list, name)
		}
		return nil
	})
	return list
}
