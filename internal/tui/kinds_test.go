package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"werkboek/internal/kind"
	"werkboek/internal/kind/cards"
	"werkboek/internal/kind/circle"
	"werkboek/internal/kind/dialogue"
	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/kind/scale"
	"werkboek/internal/notes"
)

// kindsShown is one exercise of every kind, and where it stands.
var kindsShown = []struct {
	kind, id string
	chapter  int
	whole    bool // its instrument is shown, not its page
}{
	{"reflectie", "terugblik", 9, false},
	{"stappen", "drie-stappen", 5, false},
	{"stellingen", "waarneming-of-invulling", 5, false},
	{"dialoog", "dialoog", 6, true},
	{"kaarten", "barrieres", 4, true},
	{"kring", "kring", 3, true},
	{"schaal", "hall-profiel", 7, true},
	{"mindmap", "mindmap", 8, true},
}

// TestKinds holds a screen of every kind: empty, half and done.
func TestKinds(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		for _, k := range kindsShown {
			for _, far := range []kind.State{kind.Untouched, kind.Begun, kind.Done} {
				t.Run(strings.Join([]string{k.kind, farNames[far], s.name}, "-"), func(t *testing.T) {
					t.Parallel()
					dir := t.TempDir()
					fillNote(t, dir, k.id, k.chapter, far)
					p := begin(t, dir, Open{Chapter: &k.chapter, Exercise: k.id}, s.width, s.height)
					if k.whole {
						p.toInstrument(k.id)
					}
					golden.RequireEqual(t, p.screen())
				})
			}
		}
	}
}

var farNames = map[kind.State]string{kind.Untouched: "leeg", kind.Begun: "half", kind.Done: "af"}

// toInstrument opens the instrument of an exercise that is unfolded.
func (p *play) toInstrument(exercise string) *play {
	p.t.Helper()
	if strings.Contains(p.screen(), "enter openen") {
		return p.keys("enter")
	}
	p.keys("esc").toEntry("oefening " + p.root.deps.Course.Exercise(exercise).Head().Title)
	for range 60 {
		if s := p.screen(); strings.Contains(s, "enter openen") {
			return p.keys("enter")
		}
		p.keys("tab")
	}
	p.t.Fatalf("no instrument:\n%s", p.screen())
	return p
}

// fillNote answers an exercise as far as asked, and puts the note in a folder.
func fillNote(t *testing.T, dir, id string, chapter int, far kind.State) {
	t.Helper()
	if far == kind.Untouched {
		return
	}
	p := begin(t, t.TempDir(), Open{}, 80, 24)
	ref := p.root.book.Ref(p.root.deps.Course.Exercise(id), chapter)
	p.root.book.Accept(p.root.book.Opener(ref)().Opened, true)
	env := p.root.book.Env(chapter)
	a := filled(p.root.book.Answer(ref), far == kind.Done)
	for range 40 {
		asks := kind.Asks(a.Parts(env))
		for i, ask := range asks {
			if far == kind.Begun && i > len(asks)/3 {
				break
			}
			_, answered := a.Value(ask.Field.ID)
			if noOptions := ask.Field.Sort == kind.Choice && len(ask.Options) == 0; !answered && !noOptions && ask.Field.ID != kind.PaperID {
				a = a.Set(ask.Field.ID, plausible(ask))
			}
		}
	}
	p.root.book.Replace(ref, a)
	if got := a.State(env); got != far {
		t.Fatalf("%s is %q, not %q", id, got, far)
	}
	p.notesTo(dir)
}

// notesTo saves, and copies the notes to another folder: those here stay locked.
func (p *play) notesTo(dir string) {
	p.t.Helper()
	p.save()
	files, err := filepath.Glob(filepath.Join(p.dir, "*.md"))
	if err != nil {
		p.t.Fatal(err)
	}
	for _, file := range files {
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)), []byte(p.file(filepath.Base(file))), 0o600); err != nil {
			p.t.Fatal(err)
		}
	}
}

// plausible gives an answer to a question of any sort.
func plausible(ask kind.Ask) string {
	switch ask.Field.Sort {
	case kind.List:
		return "- doorvragen\n- een stilte laten"
	case kind.Choice:
		return ask.Options[0]
	case kind.Ticks:
		return "- " + ask.Options[0]
	case kind.Number:
		return strconv.Itoa(ask.Field.From + 2)
	case kind.Date:
		return "2026-12-21"
	}
	return "Ik vroeg het niet, en vulde het zelf in."
}

// filled does what is done in an instrument: all of it, or the first part.
func filled(a kind.Answer, all bool) kind.Answer {
	switch a := a.(type) {
	case cards.Answer:
		return laid(a, all)
	case circle.Answer:
		return signed(a, all)
	case scale.Answer:
		return placed(a, all)
	case dialogue.Answer:
		return talked(a, all)
	case mindmap.Answer:
		return mapped(a, all)
	}
	return a
}

// mapped hangs people and places on every branch, or on the first two.
func mapped(a mindmap.Answer, all bool) mindmap.Answer {
	m := a.Map()
	hang := func(branch int, n tree.Node) tree.Path {
		changed, p := m.Below(tree.Path{branch}, tree.Of(n))
		m = changed
		return p
	}
	hang(0, tree.Node{Label: "buur", Gives: "GE", Way: "=", Remark: "drinkt koffie op zondag"})
	hang(0, tree.Node{Label: "vriend van vroeger", Gives: "E", Way: "w"})
	sister := hang(1, tree.Node{Label: "zus", Gives: "PA", Way: ">"})
	m, _ = m.Below(sister, tree.Of(tree.Node{Label: "haar keukentafel", Gives: "G"}))
	if !all {
		return a.WithMap(m)
	}
	hang(1, tree.Node{Label: "ouders ver weg", Gives: "E", Way: "="})
	hang(2, tree.Node{Label: "huisarts", Gives: "A", Way: "<"})
	hang(2, tree.Node{Label: "wandelen langs het kanaal, elke ochtend voor het werk"})
	shift := hang(3, tree.Node{Label: "collega van ploeg B", Gives: "P", Way: "="})
	m, _ = m.Below(shift, tree.Of(tree.Node{Label: "kantine", Gives: "G"}))
	hang(3, tree.Node{Label: "rooster", Way: "~"})
	hang(4, tree.Node{Label: "koor", Gives: "G", Way: "="})
	return a.WithMap(m.Fold(shift, true))
}

func laid(a cards.Answer, all bool) cards.Answer {
	places := a.Definition().Places
	a = a.Add("Niemand neemt op")
	for i, c := range a.Cards(false) {
		if i == 4 && !all {
			return a
		}
		a = a.Lay(c, places[i%len(places)].ID)
		if all {
			a = a.Look(c, places[(i+1)%len(places)].ID)
		}
	}
	return a
}

func signed(a circle.Answer, all bool) circle.Answer {
	signs := []circle.Sign{circle.Alike, circle.Alike, circle.Different, circle.Unknown, circle.Skipped}
	for i := range a.Rows() {
		for j := range a.Persons() {
			if all || i < 3 {
				a = a.Mark(i, j, signs[(i*2+j)%len(signs)])
			}
		}
	}
	return a
}

func placed(a scale.Answer, all bool) scale.Answer {
	d := a.Definition()
	for i := range d.Items {
		for c, column := range d.Columns {
			switch {
			case !all && i > 2:
			case bool(column.How):
				a = a.Place(i, c, scale.Mark{Place: 1 + (i*3)%d.Points, How: scale.Seen})
			case i == 1:
				a = a.Place(i, c, scale.Mark{Unknown: true})
			default:
				a = a.Place(i, c, scale.Mark{Place: 1 + (i+2*c)%d.Points})
			}
		}
	}
	return a
}

// talked begins the dialogue so that it is in the middle of the first round at the
// clock of the tests, or over.
func talked(a dialogue.Answer, all bool) dialogue.Answer {
	answer := a.Set("DI-1", "C").Set("DI-2", "3").(dialogue.Answer)
	start := noon.Add(-2 * time.Minute)
	if all {
		start = noon.Add(-time.Hour)
	}
	answer = answer.WithClock(dialogue.Clock{Start: start})
	for round := range 3 {
		if all || round == 0 {
			answer = answer.Tally("DI-4a", round).Tally("DI-4a", round).Tally("DI-4f", round)
		}
	}
	return answer
}

// TestEveryNoteReadsWellWithoutTheProgram keeps the note file of every exercise, done,
// so that it is looked at when it changes.
func TestEveryNoteReadsWellWithoutTheProgram(t *testing.T) {
	t.Parallel()
	for _, k := range kindsShown {
		t.Run(k.kind, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			fillNote(t, dir, k.id, k.chapter, kind.Done)
			p := &play{t: t, dir: dir}
			text := p.file(notes.Ref{Name: k.id, Chapter: k.chapter}.File())
			for line := range strings.SplitSeq(text, "\n") {
				if strings.HasPrefix(line, "gewijzigd:") {
					text = strings.Replace(text, line, "gewijzigd: 2026-11-23T13:42:00+01:00", 1)
				}
			}
			golden.RequireEqual(t, text)
		})
	}
}

func TestEveryExerciseCanBeDoneAndIsReadBack(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 80, 24)
	for _, e := range p.root.deps.Course.Exercises() {
		t.Run(e.Head().ID, func(t *testing.T) {
			t.Parallel()
			dir, chapter := t.TempDir(), e.Head().Chapters[0]
			fillNote(t, dir, e.Head().ID, chapter, kind.Done)
			again := begin(t, dir, Open{Chapter: &chapter, Exercise: e.Head().ID}, 80, 24)
			ref := again.root.book.Ref(e, chapter)
			if got := again.root.book.State(ref); got != kind.Done {
				t.Errorf("it is %q when it is read again\n%s", got, fmt.Sprint(again.root.book.Answer(ref).Words()))
			}
		})
	}
}

func TestTwoLaptopsShowOneAnswerAndNothingElse(t *testing.T) {
	t.Parallel()
	n := 9
	p := begin(t, t.TempDir(), Open{Chapter: &n, Exercise: "brief"}, 80, 24)
	p.keys("vraag door", "esc", "g")
	if s := p.screen(); strings.Contains(s, "Na de dag") || !strings.Contains(s, "█") {
		t.Errorf("it shows\n%s", s)
	}
	p.keys("esc")
	p.shows("vraag door")
}

func TestBeginningAnewCanBeUndone(t *testing.T) {
	t.Parallel()
	p := anewAfter(t, "eerste woorden")
	p.keys("enter", "down", "enter")
	if s := p.screen(); strings.Contains(s, "eerste woorden") {
		t.Errorf("still there:\n%s", s)
	}
	p.keys("ctrl+z")
	p.shows("eerste woorden")
	p.save()
	if text := p.file("00-leervraag.md"); !strings.Contains(text, "eerste woorden") {
		t.Errorf("kept\n%s", text)
	}
}

func TestWipingAsksOnceAndTakesEverything(t *testing.T) {
	t.Parallel()
	p := anewAfter(t, "heel geheim")
	p.keys("tab", "enter")
	p.shows("Dit kan niet ongedaan")
	p.keys("enter") // the first option leaves everything
	p.shows("heel geheim")
	p.keys("tab", "enter", "down", "enter")
	if s := p.screen(); strings.Contains(s, "heel geheim") {
		t.Errorf("still on the screen:\n%s", s)
	}
	p.save()
	if left := under(t, p.dir, "geheim"); len(left) > 0 {
		t.Errorf("still in %v", left)
	}
}

// anewAfter writes in an exercise and goes to its foot.
func anewAfter(t *testing.T, words string) *play {
	t.Helper()
	n := 0
	p := begin(t, t.TempDir(), Open{Chapter: &n, Exercise: "leervraag"}, 80, 24)
	p.keys(words)
	p.save()
	return p.toEnd()
}

// toEnd leaves the last field of an exercise for what can be done with all of it.
func (p *play) toEnd() *play { return p.keys("esc", "tab") }
