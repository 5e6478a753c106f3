package tui

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
)

func TestTabGoesToTheNextQuestionAndCopiedWordsGoAlong(t *testing.T) {
	t.Parallel()
	nine := 9
	p := begin(t, t.TempDir(), Open{Chapter: &nine, Exercise: "terugblik"}, 80, 30)
	p.keys("wat ik doe", "ctrl+a", "ctrl+c", "tab", "tweede ", "ctrl+v").save()
	text := p.file("09-terugblik.md")
	if !strings.Contains(text, "\nwat ik doe\n") || !strings.Contains(text, "tweede wat ik doe") {
		t.Errorf("kept\n%s", text)
	}
}

func TestWhatIsCopiedInOneChapterIsPastedInAnother(t *testing.T) {
	t.Parallel()
	nine := 9
	p := begin(t, t.TempDir(), Open{Chapter: &nine, Exercise: "brief"}, 80, 30)
	p.keys("mijn zin", "ctrl+a", "ctrl+c", "esc", "0").toEntry("oefening Leervraag").keys("enter", "ctrl+v")
	p.shows("mijn zin")
}

func TestAnotherWorkFieldShowsAnotherVersionOfACase(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 80, 40).keys("5").toEntry("Drie stappen").keys("pgdown")
	before := p.screen()
	if p.keys("v"); p.screen() == before {
		t.Errorf("v changes nothing on\n%s", before)
	}
}

func TestTurningBackShowsThePageBefore(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{Chapter: five()}, 80, 24)
	p.keys("pgdown")
	want := p.screen()
	if p.keys("pgdown", "pgup"); p.screen() != want {
		t.Errorf("turned back to\n%s\nwant\n%s", p.screen(), want)
	}
}

func TestEscClosesATermAndThePageStandsAsBefore(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{Chapter: five()}, 80, 24)
	p.keys("tab")
	before := p.screen()
	p.keys("enter")
	p.shows("bron")
	if p.keys("esc"); p.screen() != before {
		t.Errorf("after closing\n%s\nwant\n%s", p.screen(), before)
	}
}

func TestAHiddenQuestionClosesWhenItIsLeft(t *testing.T) {
	t.Parallel()
	one := 1
	p := begin(t, t.TempDir(), Open{Chapter: &one, Exercise: "wie-ben-ik"}, 80, 30)
	p.keys("1", "moeder")
	for range 20 {
		if strings.Contains(p.screen(), "enter openen") {
			break
		}
		p.keys("tab")
	}
	p.keys("enter", "liever niet")
	p.shows("liever niet")
	p.keys("esc")
	if s := p.screen(); strings.Contains(s, "liever niet") || !strings.Contains(s, "Hier staat iets dat dicht blijft") {
		t.Errorf("after leaving it\n%s", s)
	}
}

func TestAKilledProgramOpensWhereOneWasReading(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{Chapter: five()}, 80, 24)
	var kept progress.State
	p.root.deps.Keep = func(s progress.State, _ settings.Settings) { kept = s }
	p.keys("pgdown", "pgdown", "down")
	want := p.screen()
	p.send(placeDue{}) // two seconds later; the program is killed then
	again := begin(t, t.TempDir(), Open{}, 80, 24)
	again.root.deps.State = kept
	again.keys("5")
	if got := again.screen(); got != want {
		t.Errorf("it opens at\n%s\nwant\n%s", got, want)
	}
}

// full is a disk on which nothing can be written.
type full struct{ notes.Disk }

func (full) Write(path, temp string, data []byte) error {
	return fmt.Errorf("write %s: %w", path, notes.ErrTooLarge)
}

func TestWhoCannotSaveIsAskedBeforeTheProgramStops(t *testing.T) {
	t.Parallel()
	zero := 0
	p := begin(t, t.TempDir(), Open{Chapter: &zero, Exercise: "leervraag"}, 80, 24)
	f, err := notes.OpenFolder(t.TempDir(), p.root.deps.Course.Module().ID, full{notes.OS()})
	if err != nil {
		t.Fatal(err)
	}
	desk := notes.NewDesk(f, notes.Options{})
	p.root.deps.Desk = desk
	desk.Put(notes.Ref{Name: "leervraag"}, 1, p.root.book.Answer(notes.Ref{Name: "leervraag"}).Set("RF-4", "woorden").Sheet())
	if p.quits("ctrl+q") {
		t.Fatal("it stops at once")
	}
	p.shows("Stoppen, met een noodkopie")
	p.keys("esc")
	if s := p.screen(); !strings.Contains(s, "Leervraag") || strings.Contains(s, "Stoppen, met een noodkopie") {
		t.Errorf("esc does not stay:\n%s", s)
	}
	p.keys("nog iets")
	p.shows("nog iets")
	if p.quits("ctrl+q") || !p.quits("ctrl+q") {
		t.Error("it does not ask once and then stop")
	}
}

// quits presses a key and tells whether the program stops.
func (p *play) quits(name string) bool {
	p.t.Helper()
	press := tea.KeyPressMsg{Code: rune(name[len(name)-1]), Mod: tea.ModCtrl}
	if name == "enter" {
		press = tea.KeyPressMsg{Code: tea.KeyEnter}
	}
	_, cmd := p.root.Update(press)
	for cmd != nil {
		msg := cmd()
		if _, ok := msg.(tea.QuitMsg); ok {
			return true
		}
		_, cmd = p.root.Update(msg)
	}
	return false
}

func TestWhatIsToldIsNeverCut(t *testing.T) {
	t.Parallel()
	ref := notes.Ref{Name: "wat-neem-ik-mee", Chapter: 5, PerChapter: true}
	file := "05-wat-neem-ik-mee.20261124-101010.000.md"
	for _, width := range []int{50, 60, 80, 120} {
		for _, what := range []notes.What{notes.Conflict, notes.Changed, notes.Beside} {
			p := begin(t, t.TempDir(), Open{}, width, 24)
			p.send(notes.Event{Ref: ref, What: what, Copy: ".werkboek/conflicten/" + file, Edit: -1})
			for _, want := range []string{ref.File(), "F6: naast elkaar", "esc: later"} {
				if s := p.screen(); width > 50 && !strings.Contains(s, want) || !strings.Contains(s, "F6: naast elkaar") {
					t.Errorf("at %d it does not say %q:\n%s", width, want, s)
				}
			}
		}
	}
}

func TestMarginNotesStandBelowEachOther(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 120, 60).toBlock()
	p.keys("m", strings.Repeat("een lange notitie in de kantlijn ", 8), "esc", "down", "m", "tweede", "esc", "up", "up", "m", "eerste", "esc")
	for _, words := range []string{"eerste", "tweede"} {
		p.shows(words)
	}
	if s := p.screen(); strings.Count(s, "kantlijn") < 6 {
		t.Errorf("the long note is overwritten:\n%s", s)
	}
}

func TestTheCursorStandsInTheNoteThatIsWritten(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 120, 30).toBlock()
	p.keys("m", "zelfde", "esc", "down", "m", "zelfde")
	upper := p.root.top().View().Cursor.Row
	p.keys("esc", "up", "m")
	if lower := p.root.top().View().Cursor.Row; lower >= upper {
		t.Errorf("the cursor of the upper note is in row %d, that of the lower in %d", lower, upper)
	}
}

func TestTheCornerNeverSaysSavedOfWhatIsForNow(t *testing.T) {
	t.Parallel()
	one := 1
	p := begin(t, t.TempDir(), Open{Chapter: &one, Exercise: "wie-ben-ik"}, 80, 30)
	p.keys("2", "geheim", "ctrl+s")
	if s := p.screen(); strings.Contains(s, textSaved) || !strings.Contains(s, textFleeting) {
		t.Errorf("the corner says\n%s", s)
	}
	if !p.root.book.Fleeting() {
		t.Error("the goodbye would say that all is saved")
	}
}

// hostile is text that would speak to the terminal.
const hostile = "x\x1b]52;c;aGFsbG8=\x07\x1b[2J\x1bPq#0\x1b\\\x1b_Gi=1\x1b\\\u009b31m\u202e\u2066\u200b\ufeff"

func TestNothingOfACourseSpeaksToTheTerminal(t *testing.T) {
	t.Parallel()
	bad := strings.NewReplacer("\x1b", "\\u001b", "\x07", "\\u0007", "\u009b", "\\u009b", "\u202e", "\\u202e", "\u2066", "\\u2066", "\u200b", "\\u200b", "\ufeff", "\\ufeff", `"`, `\"`).Replace(hostile)
	q := func(s string) string { return `"` + s + bad + `"` }
	pack := course.Pack{
		Reader: fstest.MapFS{
			"module.yaml": {Data: []byte("id: m\ntitel: " + q("Module") + "\nprogramma: [{begin: \"9.00\", minuten: 20, hoofdstuk: 1}]\n")},
			"01-een.md":   {Data: []byte("---\nid: een\nnummer: 1\ntitel: " + q("Een") + "\nwerkwoord: " + q("v") + "\nkort: " + q("kort") + "\n---\n## Kop " + hostile + "\n\nTekst &#27;[31m " + hostile + "\n\n[Oefening: O](oefening:o)\n\n[Oefening: S](oefening:s)\n")},
		},
		Exercises: fstest.MapFS{
			"o.md": {Data: []byte("---\nid: o\ntitel: " + q("Oef") + "\nhoofdstuk: 1\nsoort: reflectie\nvorm: alleen\nvelden:\n  - {id: A, soort: keuze, vraag: " + q("Wat") + ", hulp: " + q("Hulp") + ", opties: [" + q("een") + ", " + q("twee") + "]}\n  - {id: B, soort: getal, vraag: " + q("Hoe") + ", van: 1, tot: 3, uitersten: [" + q("laag") + ", " + q("hoog") + "]}\n  - {id: C, soort: tekst, vraag: x, voorbeeld: " + q("zo") + "}\n---\nUitleg " + hostile + "\n")},
			"s.md": {Data: []byte("---\nid: s\ntitel: " + q("Schaal") + "\nhoofdstuk: 1\nsoort: schaal\nvorm: alleen\npunten: 5\nkolommen: [{id: ik, naam: " + q("ik") + "}]\nuitspraken: [{id: U, zin: " + q("Zin") + ", links: " + q("l") + ", rechts: " + q("r") + "}]\n---\nUitleg\n")},
		},
	}
	c, _ := course.Open(pack, all.Kinds())
	p := beginWith(t, c, t.TempDir(), Open{}, 80, 40)
	silent := func(where string) {
		for _, seq := range []string{"\x1b]52", "\x1b[2J", "\x1bP", "\x1b_", "\u009b", "\u202e", "\u2066", "\u200b", "\ufeff", "\x07", "\x1b[31m"} {
			if strings.Contains(p.root.View().Content+p.root.View().WindowTitle, seq) {
				t.Errorf("%s: %q reaches the terminal", where, seq)
			}
		}
	}
	silent("the day")
	p.keys("1")
	silent("the chapter")
	p.toEntry("Oef").keys("enter", "tab", "tab")
	silent("an exercise")
	p.keys(hostile)
	p.send(tea.PasteMsg{Content: hostile})
	silent("what was pasted")
	p.keys("esc", "g")
	silent("one answer")
	p.keys("esc").toEntry("Schaal").keys("enter", "enter")
	silent("an instrument")
	p.keys("esc", "esc", ".", "enter")
	for range 5 {
		silent("the slides")
		p.keys("right")
	}
	p.send(notes.Event{Ref: notes.Ref{Name: "o" + hostile}, What: notes.Conflict, Copy: hostile, Err: nil})
	silent("a message")
}

func TestADigitWithoutATextIsADigitToo(t *testing.T) {
	t.Parallel()
	five := tea.KeyPressMsg{Code: '5'} // as some terminals tell a key of the number pad
	p := begin(t, t.TempDir(), Open{}, 80, 24)
	p.send(five)
	p.shows("Basishouding en theorie van Pinto")
	p.send(five) // on a page
	p.keys("esc", ".", "enter").send(five)
	p = at(t, 7, "hall-profiel")
	p.toInstrument("hall-profiel")
	p.send(five)
}

func TestAWindowThatIsTooSmallIsFilledAndNoMore(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 80, 24)
	for _, size := range [][2]int{{1, 1}, {2, 1}, {1, 2}, {20, 5}, {49, 13}, {3, 200}, {200, 3}} {
		p.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		p.fitsWindow()
	}
}
