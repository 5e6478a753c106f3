package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
	"werkboek/internal/sheet"
	"werkboek/reader"
)

// fitful is a disk that is slow, or fails, as a test says.
type fitful struct {
	notes.Disk
	slow atomic.Int64 // ns before a write
	bad  atomic.Bool
}

// Write takes its time, and fails where it is bad.
func (d *fitful) Write(path, temp string, data []byte) error {
	time.Sleep(time.Duration(d.slow.Load()))
	if d.bad.Load() {
		return errors.New("bad disk")
	}
	return d.Disk.Write(path, temp, data)
}

// moment is what happens next: keys, time, or another mood of the disk.
type moment struct {
	keys string
	wait time.Duration
	slow time.Duration
	bad  bool
}

func someMoments(t *rapid.T) []moment {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) moment {
		return moment{
			keys: rapid.SampledFrom([]string{"", "a", "woord ", " ", "ctrl+s", "enter", "backspace", "esc", "tab"}).Draw(t, "keys"),
			wait: time.Duration(rapid.SampledFrom([]int{0, 1, 50, 299, 301, 450, 701, 1200, 3000}).Draw(t, "wait")) * time.Millisecond,
			slow: time.Duration(rapid.SampledFrom([]int{0, 0, 5, 350, 500, 1500}).Draw(t, "slow")) * time.Millisecond,
			bad:  rapid.IntRange(0, 4).Draw(t, "bad") == 0,
		}
	}), 3, 12).Draw(t, "moments")
}

func TestTheCornerSaysSavedOnlyOfWhatIsOnTheDisk(t *testing.T) {
	said := 0
	rapid.Check(t, func(rt *rapid.T) {
		moments := someMoments(rt)
		dir, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			t.Fatal(err)
		}
		l := life{}
		synctest.Test(t, func(t *testing.T) { l.live(t, dir, moments) })
		if said += l.said; l.wrong != "" {
			rt.Fatalf("%+v: %s", moments, l.wrong)
		}
	})
	if said == 0 {
		t.Error("it never said opgeslagen: nothing was tried")
	}
}

// life is what every frame of somebody who writes told.
type life struct {
	said  int    // how many said that all was saved
	wrong string // the first that was not true
}

// live lets moments happen to somebody who writes, and looks at every frame.
func (l *life) live(t *testing.T, dir string, moments []moment) {
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	disk := &fitful{Disk: notes.OS()}
	f, err := notes.OpenFolder(dir, c.Module().ID, disk)
	if err != nil {
		t.Fatal(err)
	}
	desk := notes.NewDesk(f, notes.Options{})
	zero := 0
	p := &play{t: t, dir: dir, desk: desk, now: noon}
	p.root = newRoot(Deps{
		Course: c, Desk: desk, Now: func() time.Time { return noon }, Settings: settings.Settings{},
		State: progress.State{Welcome: true}, Keep: func(progress.State, settings.Settings) {}, Open: Open{Chapter: &zero, Exercise: "leervraag"},
	})
	later := make(chan tea.Msg, 1000)
	p.root.env.After = func(d time.Duration, msg tea.Msg) tea.Cmd {
		time.AfterFunc(d, func() { later <- msg })
		return nil
	}
	ctx, stop := context.WithCancel(t.Context())
	go desk.Work(ctx, func(ev notes.Event) { later <- ev })
	p.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	for _, m := range moments {
		disk.slow.Store(int64(m.slow))
		disk.bad.Store(m.bad)
		if m.keys != "" {
			p.keys(m.keys)
		}
		l.look(p)
		for end := time.Now().Add(m.wait); time.Now().Before(end); l.look(p) {
			select {
			case msg := <-later:
				p.send(msg)
			case <-time.After(min(97*time.Millisecond, time.Until(end))):
			}
		}
	}
	disk.slow.Store(0)
	disk.bad.Store(false)
	stop()
	time.Sleep(10 * time.Second)
	synctest.Wait()
}

// look holds a frame that says that all is saved against the disk.
func (l *life) look(p *play) {
	frame := p.screen()
	lines := strings.Split(strings.TrimRight(frame, "\n"), "\n")
	if l.wrong != "" || !strings.Contains(lines[len(lines)-1], textSaved) {
		return
	}
	l.said++
	e := p.root.deps.Course.Exercise("leervraag")
	want, _ := p.root.book.Answer(p.root.book.Ref(e, 0)).Sheet().Value("RF-4")
	data, _ := os.ReadFile(filepath.Join(p.dir, "00-leervraag.md"))
	s, _ := sheet.Parse(data)
	if data == nil && want == "" {
		return // nothing was written
	}
	if got, _ := s.Value("RF-4"); got != want {
		l.wrong = fmt.Sprintf("the disk holds %q, the page %q, and it says\n%s", got, want, frame)
	}
}
