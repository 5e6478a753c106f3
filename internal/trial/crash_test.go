//go:build unix

package trial

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
	"werkboek/internal/sheet"
	"werkboek/internal/tui"
	"werkboek/reader"
)

func init() { roles["kapot"] = breaks }

// brittle is a desk that breaks in a place of its own, with words of a note in its
// mouth.
type brittle struct {
	*notes.Desk
	where string
}

// Put breaks after it took the words: in the middle of a screen's work.
func (b brittle) Put(ref notes.Ref, edit int, s sheet.Sheet) {
	b.Desk.Put(ref, edit, s)
	if b.where == "screen" && strings.Contains(string(s.Bytes()), "knal") {
		panic(fmt.Sprintf("index out of range in %s", s.Bytes()))
	}
}

// State breaks while the window is drawn.
func (b brittle) State() notes.State {
	if o, err := b.Desk.Read(notes.Ref{Name: "leervraag"}); err == nil && b.where == "window" && strings.Contains(string(o.Sheet.Bytes()), "knal") {
		panic(errors.New(string(o.Sheet.Bytes())))
	}
	return b.Desk.State()
}

// Open breaks in a command: when the next note is opened.
func (b brittle) Open(ref notes.Ref) (notes.Opened, error) {
	if b.where == "command" && ref.Name != "leervraag" {
		_ = []string{"geheimpje"}[len(ref.Name)]
	}
	return b.Desk.Open(ref)
}

// breaks is a program that breaks. Arguments: the folder of the notes, and where.
func breaks() {
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	f, err := notes.OpenFolder(os.Args[1], c.Module().ID, notes.OS())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	desk := brittle{notes.NewDesk(f, notes.Options{Delay: time.Minute}), os.Args[2]} // the end saves, not time
	zero := 0
	_, err = tui.Run(context.Background(), tui.Deps{
		Course: c, Desk: desk, Now: time.Now, Folder: os.Args[1],
		Keep: func(progress.State, settings.Settings) {}, Open: tui.Open{Chapter: &zero, Exercise: "leervraag"},
	}, desk)
	var crash tui.Crashed
	if !errors.As(err, &crash) || len(crash.Trace) == 0 {
		fmt.Fprintln(os.Stderr, "geen woord van de fout:", err)
		os.Exit(0)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func TestAMistakeInTheProgramLosesAndTellsNothing(t *testing.T) {
	t.Parallel()
	for where, keys := range map[string]string{"screen": " knal", "window": " knal", "command": ""} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			argv, env := play("kapot", h.notes, where)
			// Bubble Tea closes its reader while that still reads when it is killed: the
			// race detector's word on it is for the detector, and not what people see.
			env = append(env, "GORACE=exitcode=0 log_path="+h.path("..", "race"))
			var errs bytes.Buffer
			w := h.open(call{argv: argv, env: env, errs: &errs})
			w.shows("jij")
			w.press("geheimpje")
			w.shows("geheimpje")
			w.press(keys)
			if where == "command" {
				w.press(esc)
				w.shows("enter schrijven")
				w.press("m") // a note beside the text
			}
			if code := w.exits(opening); code != 1 {
				t.Errorf("exit code %d", code)
			}
			w.restored()
			if got := h.saved(); got != "geheimpje"+keys {
				t.Errorf("the note holds %q", got)
			}
			if out := errs.String(); strings.Contains(out, "geheimpje") || strings.Contains(out, "goroutine") || !strings.Contains(out, "tui") {
				t.Errorf("it prints %s", out)
			}
			if _, after, _ := strings.Cut(w.stream(), "\x1b[?1049l"); strings.Contains(after, "geheimpje") || w.has("geheimpje") {
				t.Errorf("words of the note stay on the terminal: %q", after)
			}
		})
	}
}
