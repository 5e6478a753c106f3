package tui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
	"werkboek/internal/sheet"
	"werkboek/internal/tui/kinds/circle"
	"werkboek/internal/tui/page"
	"werkboek/internal/tui/screen"
)

// second is a desk of another window on the same folder.
func second(t *testing.T, p *play) *notes.Desk {
	t.Helper()
	return notes.NewDesk(mustFolder(t, p.dir), notes.Options{})
}

// at opens an exercise and types in its first field.
func at(t *testing.T, chapter int, exercise string) *play {
	t.Helper()
	return begin(t, t.TempDir(), Open{Chapter: &chapter, Exercise: exercise}, 80, 24)
}

func TestAnotherWindowMayWriteOnceThePageIsLeft(t *testing.T) {
	ref := notes.Ref{Name: "leervraag"}
	dir, zero := t.TempDir(), 0
	synctest.Test(t, func(t *testing.T) {
		p := begin(t, dir, Open{Chapter: &zero, Exercise: "leervraag"}, 80, 24)
		other := second(t, p)
		ctx, stop := context.WithCancel(t.Context())
		go p.desk.Work(ctx, func(notes.Event) {})
		news := make(chan notes.Event, 100)
		go other.Work(ctx, func(ev notes.Event) { news <- ev })
		p.keys("Hoe vraag ik door?", "esc")
		if o, err := other.Open(ref); err != nil || !o.Locked {
			t.Fatalf("while one reads on: %+v, %v", o, err)
		}
		time.Sleep(2 * time.Second)
		p.keys("esc") // the day
		time.Sleep(time.Second)
		synctest.Wait()
		free := false
		for len(news) > 0 {
			ev := <-news
			value, _ := ev.Sheet.Value("RF-4")
			free = free || ev.What == notes.Unlocked && value == "Hoe vraag ik door?"
		}
		if !free {
			t.Error("the other window still waits")
		}
		p.shows("Hoe vraag ik door?")
		if p.root.book.Writable(ref) || !p.root.book.Known(ref) {
			t.Error("the page was left, and its note is not")
		}
		stop()
		synctest.Wait()
	})
}

func TestOneWritesOnAfterComingBackToThePage(t *testing.T) {
	t.Parallel()
	p := at(t, 0, "leervraag")
	p.keys("eerst", "esc", "esc")
	p.send(screen.ToChapter{Number: 0, Exercise: "leervraag"})
	p.keys("end", ", dan").save()
	if got := p.file("00-leervraag.md"); !strings.Contains(got, "eerst, dan") {
		t.Errorf("the note holds\n%s", got)
	}
}

func TestWhatLiesOverAPageClosesNothing(t *testing.T) {
	t.Parallel()
	p := at(t, 3, "kring")
	ref := notes.Ref{Name: "kring", Chapter: 3}
	p.keys("tab", "enter")
	if _, ok := p.root.top().(*circle.Circle); !ok {
		t.Fatalf("no instrument opened:\n%s", p.screen())
	}
	for _, key := range []string{"?", "esc", "esc"} { // help over it, and back to the page
		p.keys(key)
		if !p.root.book.Writable(ref) {
			t.Fatalf("after %s the note takes no text:\n%s", key, p.screen())
		}
	}
	if _, ok := p.root.top().(*page.Page); !ok {
		t.Fatalf("not back on the page:\n%s", p.screen())
	}
	p.keys("esc")
	if p.root.book.Writable(ref) {
		t.Error("the page was left, and its note is not")
	}
}

func TestAProgramThatCouldNotStopStillTakesWords(t *testing.T) {
	t.Parallel()
	p := at(t, 0, "leervraag")
	path := filepath.Join(p.dir, "00-leervraag.md")
	if err := os.Mkdir(path, 0o700); err != nil { // nothing can be saved there
		t.Fatal(err)
	}
	p.keys("niet kwijt", "ctrl+q")
	p.shows("Stoppen, met een noodkopie")
	if !p.root.book.Writable(notes.Ref{Name: "leervraag"}) {
		t.Fatal("the note was closed")
	}
	p.keys("esc", ", en meer")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	p.save()
	if got := p.file("00-leervraag.md"); !strings.Contains(got, "niet kwijt, en meer") {
		t.Errorf("the note holds\n%s", got)
	}
}

func TestANoteOfAnotherModuleIsNotShownAsOnesOwn(t *testing.T) {
	t.Parallel()
	dir, zero := t.TempDir(), 0
	theirs := "---\nformaat: 1\nmodule: iets-anders\noefening: leervraag\n---\n# Leervraag\n\n## RF-4 · Wat?\n\nwoorden van een ander\n\n"
	if err := os.WriteFile(filepath.Join(dir, "00-leervraag.md"), []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	var day *play
	for name, o := range map[string]Open{"day": {}, "chapter": {Chapter: &zero}, "exercise": {Chapter: &zero, Exercise: "leervraag"}} {
		p := begin(t, dir, o, 80, 40)
		if name == "day" {
			day = p
		}
		if s := p.screen(); strings.Contains(s, "woorden van een ander") || !strings.Contains(s, "andere module") {
			t.Errorf("%s:\n%s", name, s)
		}
	}
	ours := strings.Replace(theirs, "iets-anders", "burgers-met-een-migratieachtergrond", 1)
	if err := os.WriteFile(filepath.Join(dir, "00-leervraag.md"), []byte(ours), 0o600); err != nil {
		t.Fatal(err)
	}
	day.keys("0", "esc").shows("woorden van een ander") // what could not be read is read again
}

func TestAMarginNoteIsDatedByTheRealClock(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 120, 30)
	p.root.deps.Now = func() time.Time { return noon.AddDate(1, 2, 3) } // WERKBOEK_NU
	p.root.env.Now = p.root.deps.Now
	p.root.adopt()
	p.toBlock().keys("m", "Regel", "esc").save()
	if got := p.file("05-kantlijn.md"); !strings.Contains(got, noon.Format("02-01-2006 15.04")) {
		t.Errorf("the margin holds\n%s", got)
	}
}

func TestNewsOfANoteThatIsOnlyShownSaysItself(t *testing.T) {
	t.Parallel()
	ev := notes.Event{What: notes.Changed, Shown: true}
	if s := eventText(ev); s != nil {
		t.Errorf("it says %q", s)
	}
	ev.Copy = ".werkboek/conflicten/00-leervraag.20261123-114205.md"
	if s := eventText(ev); !strings.Contains(strings.Join(s, " "), "F6") {
		t.Errorf("it says %q", s)
	}
}

func TestWordsForANoteThatWasClosedUnderThePageOpenItFirst(t *testing.T) {
	t.Parallel()
	zero := 0
	for name, c := range map[string]struct {
		open func(p *play)
		ref  notes.Ref
	}{
		"a field":       {func(*play) {}, leervraag},
		"a margin note": {func(p *play) { p.keys("esc", "m") }, notes.MarginOf(0)},
	} {
		p := begin(t, t.TempDir(), Open{Chapter: &zero, Exercise: "leervraag"}, 80, 24)
		c.open(p)
		p.keys("eerst ")
		p.save()
		p.root.book.Close(c.ref)
		p.keys("en daarna").save()
		if got := p.file(c.ref.File()); !strings.Contains(got, "eerst en daarna") {
			t.Errorf("%s: the file holds\n%s", name, got)
		}
	}
}

func TestTwoWhoOpenedANoteBothCloseIt(t *testing.T) {
	t.Parallel()
	zero := 0
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24)
	visit := p.root.visit(leervraag, func() tea.Cmd { return nil })()
	p.send(screen.ToChapter{Number: zero, Exercise: "leervraag"}) // the page opened it too
	p.send(visit)
	p.keys("en dit").save()
	if other, err := second(t, p).Open(leervraag); err != nil || !other.Locked {
		t.Errorf("another window may write while the page has the note: %+v, %v", other, err)
	}
	p.shows("en dit")
}

func TestWordsThatWaitForTheirNoteAreSavedBeforeTheProgramStops(t *testing.T) {
	t.Parallel()
	zero := 0
	p := begin(t, t.TempDir(), Open{Chapter: &zero}, 80, 24)
	p.toEntry("oefening Leervraag")
	_, opening := p.root.Update(tea.KeyPressMsg{Code: tea.KeyEnter}) // slow
	p.keys("een hele zin")
	if p.quits("ctrl+q") {
		t.Fatal("it stops while words wait for their note")
	}
	p.shows("Even wachten")
	p.run(opening)
	if !p.left {
		t.Errorf("the note is open, and it does not stop\n%s", p.screen())
	}
	if got := p.file("00-leervraag.md"); !strings.Contains(got, "een hele zin") {
		t.Errorf("the file holds\n%s", got)
	}
}

func TestWhoAsksTwiceStopsAtOnce(t *testing.T) {
	t.Parallel()
	zero := 0
	p := begin(t, t.TempDir(), Open{Chapter: &zero}, 80, 24)
	p.toEntry("oefening Leervraag")
	p.root.Update(tea.KeyPressMsg{Code: tea.KeyEnter}) // the disk never answers
	p.keys("een hele zin")
	if p.quits("ctrl+q") || !p.quits("ctrl+q") {
		t.Error("it does not stop at the second time")
	}
}

func TestAFieldThatWentWhileItsNoteOpenedTakesNoKey(t *testing.T) {
	t.Parallel()
	p := at(t, 5, "drie-stappen")
	ref := p.root.book.Ref(p.root.deps.Course.Exercise("drie-stappen"), 5)
	p.keys(" ", "tab", "woord").save() // a situation is chosen: its questions are there
	p.root.book.Close(ref)
	_, opening := p.root.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
	p.send(notes.Event{Ref: ref, What: notes.Changed, Sheet: sheet.New("Drie stappen"), Exists: true, Edit: 1 << 30})
	p.run(opening)
	p.shows("Je leest nu.")
}

func TestANoteThatAnotherWindowTookUnderThePageTakesNoKeys(t *testing.T) {
	dir, zero := t.TempDir(), 0
	synctest.Test(t, func(t *testing.T) {
		p := begin(t, dir, Open{Chapter: &zero, Exercise: "leervraag"}, 80, 24)
		ctx, stop := context.WithCancel(t.Context())
		go p.desk.Work(ctx, func(notes.Event) {})
		p.keys("mijn woorden")
		p.root.book.Close(leervraag)
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if o, err := second(t, p).Open(leervraag); err != nil || o.Locked {
			t.Fatalf("it is not free: %+v, %v", o, err)
		}
		p.keys("x", "n") // the second key is one of reading
		if strings.Contains(p.screen(), "mijn woordenx") || p.root.top() == p.root.stack[0] {
			t.Errorf("it takes words that go nowhere\n%s", p.screen())
		}
		p.shows("Mijn notities")
		stop()
		synctest.Wait()
	})
}

func TestWorkThatHangsHoldsUpTheWayOutOnlyBriefly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start, share := time.Now(), make(chan struct{})
		briefly(signalLimit, func() { <-share })
		if took := time.Since(start); took != signalLimit {
			t.Errorf("it waited %v for a disk that hangs", took)
		}
		close(share)
		done := false
		briefly(signalLimit, func() { time.Sleep(signalLimit / 2); done = true })
		if !done {
			t.Error("it did not wait for work that was nearly done")
		}
	})
}

func TestLettersTypedWhileANoteOpensOutliveAHangUp(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 80, 24)
	p.keys("0", "tab")
	_, open := p.root.Update(tea.KeyPressMsg{Code: tea.KeyEnter}) // of a slow share
	p.keys("snel getypt").send(hungUp{})
	if p.left {
		t.Fatal("it stopped before the note was open")
	}
	p.run(open)
	if p.save(); !p.left || len(under(t, p.dir, "snel getypt")) != 1 {
		t.Errorf("left %v, the words are in %v", p.left, under(t, p.dir, "snel getypt"))
	}
	idle := begin(t, t.TempDir(), Open{}, 80, 24)
	if idle.send(hungUp{}); !idle.left {
		t.Error("it does not stop where nothing waits")
	}
}
