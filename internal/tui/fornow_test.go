package tui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
	"werkboek/internal/workbook"
	"werkboek/reader"
)

// fleeting is typed only where the screen says that it is for now only.
const fleeting = "zwijgwoord"

// trusting is somebody who writes for now only, whatever happens meanwhile.
type trusting struct {
	*play  // of this session
	test   *testing.T
	course *course.Course
	rand   *rand.Rand
	ref    notes.Ref
	dirs   []string // of the sessions, and for emergency copies
	told   int      // how often the secret was typed
	log    []string
}

// sits begins a session on the files of the one before, which was killed.
func (p *trusting) sits() {
	dir := p.test.TempDir()
	if p.play != nil {
		if err := os.CopyFS(dir, os.DirFS(p.dir)); err != nil { // the killed one keeps its locks
			p.test.Fatal(err)
		}
	}
	p.play = beginWith(p.test, p.course, dir, Open{}, 80, 30, p.dirs[0])
	p.dirs = append(p.dirs, dir)
	p.opens()
}

// opens goes to the exercise, and says that what is sensitive is for now only.
func (p *trusting) opens() {
	p.send(screen.ToChapter{Number: p.ref.Chapter, Exercise: p.ref.Name})
	p.root.book.Choose(p.ref, workbook.ForNow)
	if p.ref.Name == "eiland" {
		p.root.book.Set(p.ref, "FI-11", []string{"nieuwkomer", "bewoner"}[p.rand.IntN(2)])
	}
	p.send(tea.WindowSizeMsg{Width: 80, Height: 30}) // the page looks anew
	if p.ref.Name == "mindmap" {
		p.send(screen.ToInstrument{Exercise: p.ref.Name, Chapter: p.ref.Chapter})
		p.keys("m", "tab")
	}
	for n := p.rand.IntN(60); n > 0 && !p.root.top().View().Fleeting; n-- {
		p.keys("tab")
		if !p.root.top().Typing() {
			p.keys("enter") // a step
		}
	}
}

// idle are keys that take no words to another place.
var idle = []string{"tab", "tab", "tab", "shift+tab", "enter", "down", "up", "end", "backspace", "ctrl+z", "ctrl+y", "ctrl+s", "esc", "f9", "f9", " "}

// deeds are what happens besides.
var deeds = []struct {
	name string
	do   func(p *trusting)
}{
	{"save", func(p *trusting) { p.save() }},
	{"restart", func(p *trusting) { p.root.book.Restart(p.ref) }},
	{"restore", func(p *trusting) { p.root.book.Restore(p.ref) }},
	{"emergency", func(p *trusting) { _, _ = p.desk.Emergency() }},
	{"outside", func(p *trusting) { p.outside(); p.save() }},
	{"bring back", func(p *trusting) { p.root.book.BringBack(p.ref, p.root.book.Sheet(p.ref)) }},
	{"kill", (*trusting).sits},
	{"leave", func(p *trusting) { p.opens() }},
	{"tell", func(p *trusting) { p.send(p.root.book.Opener(p.ref)()) }},
}

// outside is another program that changes the note.
func (p *trusting) outside() {
	path := filepath.Join(p.dir, p.ref.File())
	data, _ := os.ReadFile(path) // there may be none yet
	if len(data) == 0 {
		data = []byte("---\nmodule: " + p.course.Module().ID + "\noefening: " + p.ref.Name + "\n---\n")
	}
	if err := os.WriteFile(path, append(data, "\n## buiten · x\n\niets\n\n"...), 0o600); err != nil {
		p.t.Fatal(err)
	}
}

func (p *trusting) step() {
	switch n := p.rand.IntN(10); {
	case n < 4 && p.root.top().Typing() && p.root.top().View().Fleeting:
		p.told++
		p.keys(fleeting)
		p.log = append(p.log, fleeting)
	case n < 5 && p.root.top().Typing() && !p.root.top().View().Fleeting:
		p.keys("gewoon")
	case n < 9:
		key := idle[p.rand.IntN(len(idle))]
		p.keys(key)
		p.log = append(p.log, key)
	default:
		deed := deeds[p.rand.IntN(len(deeds))]
		deed.do(p)
		p.log = append(p.log, deed.name)
	}
	if len(p.root.stack) < 2 {
		p.opens()
	}
}

func TestWhatIsForNowOnlyIsInNoFileWhateverHappens(t *testing.T) {
	t.Parallel()
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	for name, chapter := range map[string]int{"wie-ben-ik": 1, "eiland": 2, "mindmap": 8} {
		for seed := range uint64(4) {
			t.Run(fmt.Sprint(name, "/", seed), func(t *testing.T) {
				t.Parallel()
				p := &trusting{test: t, course: c, rand: rand.New(rand.NewPCG(seed, 7)), ref: notes.Ref{Name: name, Chapter: chapter}, dirs: []string{t.TempDir()}}
				p.sits()
				for range 150 {
					p.step()
				}
				p.save()
				for _, dir := range p.dirs {
					if files := under(t, dir, fleeting); len(files) > 0 {
						t.Fatalf("it is in %v after %s", files, strings.Join(p.log, ", "))
					}
				}
				if p.told == 0 {
					t.Error("the secret was never typed")
				}
			})
		}
	}
}

func TestTheColumnThatIsNotKeptIsInNoFile(t *testing.T) {
	t.Parallel()
	seven := 7
	p := begin(t, t.TempDir(), Open{Chapter: &seven, Exercise: "hall-profiel"}, 80, 30)
	p.keys("een gesprek", "esc").send(screen.ToInstrument{Exercise: "hall-profiel", Chapter: seven})
	dots := func() int { return strings.Count(p.screen(), "●") }
	before := dots()
	for range 120 {
		p.keys("3", "g", "down")
	}
	if dots() == before {
		t.Fatalf("nothing was placed:\n%s", p.screen())
	}
	p.save()
	for _, word := range []string{"gezegd", "gezien", "vermoed", "de ander"} {
		if files := under(t, p.dir, word); len(files) > 0 {
			t.Errorf("%q is in %v:\n%s", word, files, p.file("07-hall-profiel.md"))
		}
	}
}

func TestNoKeyTakesWhatIsForNowOnlyOutOfItsBranch(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{
		{"tab", fleeting, "esc", "h"},
		{"tab", "iets", "tab", fleeting, "esc", "h", "h", "h"},
		{"tab", fleeting, "esc", "l", "h", "up", "h"},
		{"enter", fleeting, "esc"},
		{"v", fleeting, "esc"},
		{"i", fleeting, "esc"},
	} {
		p := at(t, 8, "mindmap")
		p.toInstrument("mindmap")
		p.root.book.Choose(p.mapRef(), workbook.ForNow)
		p.keys("m").keys(keys...).save()
		if files := under(t, p.dir, fleeting); len(files) > 0 {
			t.Errorf("after %q it stands in %v", keys, files)
		}
		if !strings.Contains(string(p.root.book.Answer(p.mapRef()).Sheet().Bytes()), fleeting) {
			t.Errorf("after %q it is gone", keys)
		}
		p.keys("ctrl+z").save()
		if files := under(t, p.dir, fleeting); len(files) > 0 {
			t.Errorf("after %q and a step back it stands in %v", keys, files)
		}
	}
}

// drag presses the mouse on some words, and lets go on others.
func (p *play) drag(from, to string) {
	p.t.Helper()
	spot := func(words string) (x, y int) {
		for y, line := range strings.Split(p.screen(), "\n") {
			if before, _, ok := strings.Cut(line, words); ok {
				return p.root.env.Ruler.Width(before) + 1, y
			}
		}
		p.t.Fatalf("%q is not on\n%s", words, p.screen())
		return 0, 0
	}
	x, y := spot(from)
	p.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	x, y = spot(to)
	p.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

func TestNoMouseTakesWordsIntoOrOutOfTheBranchThatIsForNow(t *testing.T) {
	t.Parallel()
	eight := 8
	p := begin(t, t.TempDir(), Open{Chapter: &eight, Exercise: "mindmap"}, 120, 40)
	p.toInstrument("mindmap")
	p.root.book.Choose(p.mapRef(), workbook.ForNow)
	p.keys("m", "tab", fleeting, "esc")
	p.drag("relaties", "werk") // as it can be dragged
	p.drag(fleeting, "werk")
	if p.save(); len(under(t, p.dir, fleeting)) > 0 || p.root.said == "" {
		t.Errorf("it was dragged to what is kept; told %q", p.root.said)
	}
	p.drag("gezondheid", fleeting)
	if p.save(); len(under(t, p.dir, "gezondheid")) != 1 || p.root.said == "" {
		t.Errorf("what is kept was dragged to what is not; told %q", p.root.said)
	}
}

func TestTheCornerIsTrueOfWhatHoldsTheBranchThatIsForNow(t *testing.T) {
	t.Parallel()
	p := at(t, 8, "mindmap")
	p.toInstrument("mindmap")
	p.root.book.Choose(p.mapRef(), workbook.ForNow)
	p.keys("m")
	if !p.root.top().View().Fleeting {
		t.Error("the branch is not for now")
	}
	if p.keys("d", "home"); p.root.top().View().Fleeting {
		t.Error("what holds it is for now")
	}
	ref := notes.Ref{Name: "eiland", Chapter: 2}
	p = at(t, 2, "eiland")
	p.root.book.Choose(ref, workbook.ForNow)
	p.root.book.Set(ref, "FI-1", "blijft")
	p.root.book.Set(ref, "FI-14", fleeting)
	p.save()
	if p.run(p.root.discard(ref)); p.root.said == "" || !p.root.book.FleetingIn(ref) {
		t.Error("it went to a trash that does not have all of it")
	}
}
