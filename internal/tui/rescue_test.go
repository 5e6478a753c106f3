package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
	"werkboek/internal/workbook"
)

// stubborn is a disk that refuses to write in one folder, as long as it is full.
type stubborn struct {
	notes.Disk
	dir  string
	full *bool
}

func (d stubborn) Write(path, temp string, data []byte) error {
	if *d.full && strings.HasPrefix(path, d.dir) {
		return notes.ErrTooLarge
	}
	return d.Disk.Write(path, temp, data)
}

// onFullDisk opens an exercise whose words cannot be saved while full is true.
func onFullDisk(t *testing.T, width, height int) (p *play, full *bool, shelter string) {
	t.Helper()
	zero := 0
	p = begin(t, t.TempDir(), Open{Chapter: &zero, Exercise: "leervraag"}, width, height)
	full, shelter = new(bool), t.TempDir()
	p.dir = t.TempDir() // the first desk has the locks of the other
	*full = true
	f, err := notes.OpenFolder(p.dir, p.root.deps.Course.Module().ID, stubborn{notes.OS(), p.dir, full}, shelter)
	if err != nil {
		t.Fatal(err)
	}
	p.desk = notes.NewDesk(f, notes.Options{})
	p.root.deps.Desk = p.desk
	p.root.book = workbook.New(p.root.deps.Course, p.desk)
	p.root.stack = nil
	p.send(tea.WindowSizeMsg{Width: width, Height: height})
	p.keys("Wat ik schreef.")
	return p, full, shelter
}

// fails saves, in vain, and lets the screen hear of it.
func (p *play) fails() {
	p.t.Helper()
	err := p.desk.Flush(time.Second)
	if err == nil {
		p.t.Fatal("it was saved")
	}
	p.send(notes.Event{Ref: notes.Ref{Name: "leervraag"}, What: notes.Failed, Err: err})
}

func TestWhatIsNotSavedIsToldUnderTheWords(t *testing.T) {
	t.Parallel()
	p, full, _ := onFullDisk(t, 80, 24)
	p.fails()
	lines := strings.Split(p.screen(), "\n")
	at := -1
	for i, line := range lines {
		if strings.Contains(line, "Wat ik schreef.") {
			at = i
		}
	}
	if at < 0 || !strings.Contains(lines[at+2], "Nog niet bewaard: het bestand is te groot") || !strings.Contains(lines[at+3], "Je tekst staat hier nog") {
		t.Fatalf("under the words stands\n%s", p.screen())
	}
	if last := lines[len(lines)-2]; !strings.Contains(last, "Nog niet bewaard") || strings.Contains(p.screen(), "opgeslagen") {
		t.Errorf("the corner says %q", last)
	}
	p.keys(" En meer.")
	p.shows("Wat ik schreef. En meer.")
	*full = false
	p.save()
	p.send(notes.Event{Ref: notes.Ref{Name: "leervraag"}, What: notes.Saved})
	if s := p.screen(); strings.Contains(s, "Nog niet bewaard") || strings.Contains(s, "staat hier nog") {
		t.Errorf("saved, and it shows\n%s", s)
	}
}

func TestWhatCannotBeSavedIsKeptInAnotherFolderAndTheProgramStops(t *testing.T) {
	t.Parallel()
	p, _, shelter := onFullDisk(t, 80, 24)
	if p.quits("ctrl+q") {
		t.Fatal("it stops at once")
	}
	p.keys("down", "enter", filepath.Join(p.dir, "vol"), "enter")
	p.shows("Op die plek lukt het niet: het bestand is te groot.")
	stick := filepath.Join(t.TempDir(), "nieuwe map")
	p.keys("ctrl+a", stick)
	if !p.quits("enter") {
		t.Errorf("it goes on:\n%s", p.screen())
	}
	lost := p.root.lost(notes.ErrTooLarge)
	if len(lost.Copies) != 1 || filepath.Dir(lost.Copies[0]) != stick {
		t.Fatalf("told of %+v", lost)
	}
	if data, _ := os.ReadFile(lost.Copies[0]); !strings.Contains(string(data), "Wat ik schreef.") {
		t.Errorf("the copy holds %q", data)
	}
	if files, _ := os.ReadDir(shelter); len(files) > 0 {
		t.Error("there is an emergency copy as well")
	}
}

func TestWhoQuitsTwiceLeavesAnEmergencyCopy(t *testing.T) {
	t.Parallel()
	p, _, shelter := onFullDisk(t, 80, 24)
	if p.quits("ctrl+q") || !p.quits("ctrl+q") {
		t.Fatal("it does not ask once and then stop")
	}
	if lost := p.root.lost(notes.ErrTooLarge); len(lost.Copies) != 1 || filepath.Dir(lost.Copies[0]) != shelter {
		t.Errorf("told of %+v", lost)
	}
}

func TestWhatCanBeSavedAfterAllEndsTheQuestion(t *testing.T) {
	t.Parallel()
	p, full, _ := onFullDisk(t, 80, 24)
	p.quits("ctrl+q")
	p.keys("enter")
	p.shows("Het lukt nog niet: het bestand is te groot.")
	*full = false
	p.keys("enter")
	p.shows("Wat ik schreef.")
	p.shows("Alles is nu bewaard.")
	if !p.quits("ctrl+q") {
		t.Error("it asks again")
	}
}

func TestTheQuestionBeforeStoppingUnsavedFits(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{60, 18}, {80, 24}, {120, 36}} {
		p, _, _ := onFullDisk(t, size[0], size[1])
		p.quits("ctrl+q")
		p.keys("down", "enter", "D:\\notities")
		p.shows("Terug naar mijn tekst")
		p.shows("D:\\notities")
	}
}

func TestCopiesOfBeforeTheLastWordsEndNoQuestion(t *testing.T) {
	t.Parallel()
	p, _, shelter := onFullDisk(t, 80, 24)
	p.quits("ctrl+q")
	p.keys("down", "enter", t.TempDir())
	slow := p.root.pressed(tea.KeyPressMsg{Code: tea.KeyEnter})
	p.keys("esc", "esc", " Dit kwam later.")
	p.quits("ctrl+q")
	p.run(slow)
	if len(p.root.elsewhere) > 0 {
		t.Fatal("it stops with copies that lack the last words")
	}
	p.quits("ctrl+q")
	_ = p.root.lost(notes.ErrTooLarge)
	if files := under(t, shelter, "Dit kwam later."); len(files) != 1 {
		t.Errorf("the last words are in %v", files)
	}
}

func TestWhoAsksTwiceToSaveGoesBackOnce(t *testing.T) {
	t.Parallel()
	p, full, _ := onFullDisk(t, 80, 24)
	p.quits("ctrl+q")
	*full = false
	depth := len(p.root.stack)
	enter := tea.KeyPressMsg{Code: tea.KeyEnter}
	first, second := p.root.top().Update(enter), p.root.top().Update(enter)
	_, one := p.root.Update(first())
	_, two := p.root.Update(second()) // before what the first leads to
	p.run(tea.Batch(one, two))
	if n := len(p.root.stack); n != depth-1 {
		t.Errorf("%d screens of %d are left", n, depth)
	}
}

func TestASecondQuitStopsAlsoUnderHelp(t *testing.T) {
	t.Parallel()
	p, _, _ := onFullDisk(t, 80, 24)
	p.keys("ctrl+q", "f1")
	if p.left {
		t.Fatal("it stopped without a question")
	}
	if p.keys("ctrl+q"); !p.left {
		t.Errorf("it asks once more\n%s", p.screen())
	}
}
