package notes

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestNobodyWhoTypesWaitsForTheDiskWhateverItIsDoing(t *testing.T) {
	t.Parallel()
	for n := 1; ; n++ {
		m := remember(map[string]string{cutNote: lying("oud")})
		d := deskOn(t, disk{m.system()})
		if _, err := d.Open(cutRef); err != nil {
			t.Fatal(err)
		}
		d.Put(cutRef, 1, words("een"))
		count, blocked, release := 0, make(chan string, 1), make(chan struct{})
		m.turn = func(step, path string) (error, bool) {
			if count++; count == n {
				blocked <- step + " " + path
				<-release
			}
			return nil, false
		}
		flushed := make(chan error, 1)
		go func() { flushed <- d.Flush(time.Hour) }()
		select {
		case err := <-flushed: // every step had its turn
			if err != nil || n < 10 {
				t.Errorf("after %d steps: %v", n-1, err)
			}
			return
		case step := <-blocked:
			if !typesOn(d) {
				t.Fatalf("who types waits for step %d (%s)", n, step)
			}
		}
		close(release)
		if err := <-flushed; err != nil {
			t.Error(err)
		}
		if err := d.Flush(time.Hour); err != nil || whole(m.contents(), true) != "een" {
			t.Errorf("step %d: the note does not say what was typed meanwhile: %v", n, err)
		}
	}
}

// typesOn does all that a screen does while somebody types; false when it waits.
func typesOn(d *Desk) bool {
	done := make(chan struct{})
	go func() {
		defer close(done)
		d.Put(cutRef, 2, words("twee"))
		d.Renew(cutRef, 3, words("drie"), Earlier)
		d.Put(cutRef, 4, words("een"))
		d.Hurry(cutRef)
		_ = d.State()
		d.Took(Event{Ref: cutRef})
		_ = d.Now()
		d.Close(cutRef)
	}()
	select {
	case <-done:
		return true
	case <-time.After(10 * time.Second): // it hangs; nobody waits this long when it does not
		return false
	}
}

// BenchmarkAKeyWhileALargeNoteIsSaved types in a note of 1 MB that is being saved all
// the time, on a disk that takes 100 ms to sync.
func BenchmarkAKeyWhileALargeNoteIsSaved(b *testing.B) {
	m := remember(nil)
	saves := 0
	m.turn = func(step, _ string) (error, bool) {
		if m.log = nil; step == "sync" {
			saves++
			time.Sleep(100 * time.Millisecond)
		}
		return nil, false
	}
	f, err := OpenFolder(cutDir, "module", disk{m.system()})
	if err != nil {
		b.Fatal(err)
	}
	d := NewDesk(f, Options{Delay: time.Millisecond})
	ctx, stop := context.WithCancel(b.Context())
	defer stop()
	go d.Work(ctx, func(Event) {})
	if _, err := d.Open(cutRef); err != nil {
		b.Fatal(err)
	}
	var texts []string // a key away from each other
	for i := range 10 {
		texts = append(texts, fmt.Sprint(i)+strings.Repeat("Ik wil doorvragen. ", 1<<20/19))
	}
	s := words("")
	var took []time.Duration
	edit := 0
	for b.Loop() {
		edit++
		began := time.Now()
		s = s.With("RF-4", "", texts[edit%10])
		d.Put(cutRef, edit, s)
		_ = d.State()
		took = append(took, time.Since(began))
	}
	stop()
	slices.Sort(took)
	for name, at := range map[string]int{"p50-ns": len(took) / 2, "p99-ns": len(took) * 99 / 100, "max-ns": len(took) - 1} {
		b.ReportMetric(float64(took[at]), name)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	b.ReportMetric(float64(saves), "saves")
}
