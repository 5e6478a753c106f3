package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
)

var leervraag = notes.Ref{Name: "leervraag"}

// noteText is a note as it lies in a file.
func noteText(exercise, id, changed, words string) string {
	return "---\nformaat: 1\nmodule: burgers-met-een-migratieachtergrond\noefening: " + exercise +
		"\nsoort: reflectie\ngewijzigd: " + changed + "\n---\n# Titel\n\n## " + id + " · Wat wil ik vanavond kunnen?\n\n" + words + "\n\n"
}

// lay puts files in a folder, as they were at noon.
func lay(t testing.TB, dir string, files map[string]string) string {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, noon, noon); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// history is a folder with something of everything.
func history() map[string]string {
	return map[string]string{
		"00-leervraag.md": noteText("leervraag", "RF-4", "2026-11-23T11:42:05Z", "Ik wil doorvragen zonder in te vullen, en stil durven zijn als het spannend wordt."),
		".werkboek/versies/00-leervraag.20261122-101500.md": noteText("leervraag", "RF-4", "2026-11-22T10:15:00Z", "Ik wil leren doorvragen."),
		".werkboek/versies/00-leervraag.20251123-090000.md": noteText("leervraag", "RF-4", "2025-11-23T09:00:00Z", "Ik wil leren luisteren zonder in te vullen, ook als ik haast heb."),
		"00-leervraag-LAPTOP7.md":                           noteText("leervraag", "RF-4", "2026-11-23T12:00:00Z", "Ik wil doorvragen zonder te raden, en stil durven zijn als iemand huilt."),
		"prullenbak/09-brief.20261122-090000.md":            noteText("brief", "BR-1", "2026-11-22T09:00:00Z", "Lieve ik, blijf vragen."),
		"lijstje.md":                                        "melk\n",
	}
}

// saved saves, and tells the screens, as the writer does.
func (p *play) saved(ref notes.Ref) *play {
	p.t.Helper()
	p.save()
	p.send(notes.Event{Ref: ref, What: notes.Saved, Edit: 1 << 30})
	return p
}

// in lists the files of a folder below that of the notes.
func (p *play) in(dir string) []string {
	p.t.Helper()
	paths, err := filepath.Glob(filepath.Join(p.dir, filepath.FromSlash(dir), "*.md"))
	if err != nil {
		p.t.Fatal(err)
	}
	return paths
}

// nowhereLost tells of words that are in no file any more.
func nowhereLost(t *testing.T, dir string, words ...string) {
	t.Helper()
	for _, w := range words {
		if len(under(t, dir, w)) == 0 {
			t.Errorf("%q is in no file", w)
		}
	}
}

func TestVersionScreens(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		if s.name == "120x30" {
			continue
		}
		for name, keys := range map[string][]string{
			"notities":    {"n"},
			"versies":     {"n", "enter"},
			"terugzetten": {"n", "enter", "down", "enter"},
			"naast":       {"n", "f6", "right"},
			"bladzijde":   {"0", "tab", "enter", "esc"},
		} {
			t.Run(name+"-"+s.name, func(t *testing.T) {
				t.Parallel()
				p := begin(t, lay(t, t.TempDir(), history()), Open{}, s.width, s.height)
				golden.RequireEqual(t, p.keys(keys...).screen())
			})
		}
	}
}

// clash makes two versions of a note while one types in it.
func clash(t *testing.T) *play {
	t.Helper()
	p := at(t, 0, "leervraag")
	p.keys("eigen begin")
	p.save()
	p.keys(" en eigen vervolg")
	lay(t, p.dir, map[string]string{"00-leervraag.md": noteText("leervraag", "RF-4", "2026-11-23T12:00:00Z", "woorden van buiten")})
	p.save()
	copies := p.in(".werkboek/conflicten")
	if len(copies) != 1 {
		t.Fatalf("copies: %v", copies)
	}
	name, _ := filepath.Rel(p.dir, copies[0])
	p.send(notes.Event{Ref: leervraag, What: notes.Conflict, Copy: name})
	return p
}

func TestOfTwoVersionsOneIsChosenAndNoneIsLost(t *testing.T) {
	t.Parallel()
	for choice, want := range map[string]string{"1": "eigen begin en eigen vervolg", "2": "woorden van buiten"} {
		p := clash(t)
		p.shows("F6: naast elkaar")
		p.shows("esc: later")
		p.keys("f6")
		for _, words := range []string{"nu in je notitie", "de andere versie", "eigen vervolg", "woorden van", "deze houden"} {
			p.shows(words)
		}
		press := tea.KeyPressMsg{Code: rune(choice[0]), Text: choice}
		_, once := p.root.Update(press)
		_, twice := p.root.Update(press) // who presses twice chooses once
		p.run(once)
		p.run(twice)
		p.shows("eerdere versie")
		p.saved(leervraag)
		p.shows(want)
		p.shows("Wat wil ik") // the page again
		if text := p.file("00-leervraag.md"); !strings.Contains(text, want) {
			t.Errorf("%s: the note holds\n%s", choice, text)
		}
		if left := p.in(".werkboek/conflicten"); len(left) > 0 {
			t.Errorf("%s: still to choose: %v", choice, left)
		}
		nowhereLost(t, p.dir, "eigen begin en eigen vervolg", "woorden van buiten")
		if s := p.keys("esc").screen(); strings.Contains(s, textKeepsBoth) {
			t.Errorf("%s: it still asks to choose:\n%s", choice, s)
		}
	}
}

// textKeepsBoth is what a page says while one has yet to choose.
const textKeepsBoth = "Er ligt nog een andere versie van deze notitie."

func TestWhoChoosesLaterIsRemindedAtTheExercise(t *testing.T) {
	t.Parallel()
	p := clash(t)
	p.keys("esc")
	p.shows(textKeepsBoth)
	p.keys("f6", "esc") // while one types, too
	p.shows(textKeepsBoth)
	if len(p.in(".werkboek/conflicten")) != 1 {
		t.Error("something was chosen")
	}
	p.keys(" en nog meer")
	p.save()
	if text := p.file("00-leervraag.md"); !strings.Contains(text, "vervolg en nog meer") {
		t.Errorf("the note holds\n%s", text)
	}
}

func TestWordsThatWereTakenOverAreTheOtherVersion(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24)
	p.send(notes.Event{Ref: leervraag, What: notes.Changed, Edit: 1 << 30, Exists: true, Copy: "x", Sheet: p.root.book.Sheet(leervraag)})
	p.shows("Een ander programma wijzigde")
	p.shows("F6: naast elkaar")
	p.keys("f6")
	p.shows("de andere versie")
}

func TestACopyThatAppearsBesideTheNoteIsTold(t *testing.T) {
	t.Parallel()
	p := at(t, 0, "leervraag")
	p.keys("eigen")
	p.save()
	name := "00-leervraag.sync-conflict-20261123-120000-ABCDEFG.md"
	lay(t, p.dir, map[string]string{name: noteText("leervraag", "RF-4", "2026-11-23T12:00:00Z", "van de tablet")})
	p.send(notes.Event{Ref: leervraag, What: notes.Beside, Copy: name})
	p.shows("ligt nog een versie")
	p.keys("f6")
	p.shows("kopie, lijkt van Syncthing")
	p.shows("van de tablet")
}

func TestCopiesOfEveryProgramThatSynchronisesAreFoundAndChosenFrom(t *testing.T) {
	t.Parallel()
	for maker, name := range map[string]string{
		"OneDrive":     "00-leervraag-LAPTOP7.md",
		"Dropbox":      "00-leervraag (Anna's conflicted copy 2026-11-23).md",
		"Nextcloud":    "00-leervraag (conflicted copy 2026-11-23 120000).md",
		"Google Drive": "00-leervraag (1).md",
		"iCloud":       "00-leervraag 2.md",
		"Syncthing":    "00-leervraag.sync-conflict-20261123-120000-ABCDEFG.md",
	} {
		dir := lay(t, t.TempDir(), map[string]string{
			"00-leervraag.md": noteText("leervraag", "RF-4", "2026-11-23T11:00:00Z", "woorden van hier"),
			name:              noteText("leervraag", "RF-4", "2026-11-23T12:00:00Z", "woorden van elders"),
		})
		p := begin(t, dir, Open{}, 80, 24).keys("n")
		p.shows("2 versies naast elkaar")
		p.keys("f6")
		p.shows(maker)
		p.keys("2").saved(leervraag)
		if text := p.file("00-leervraag.md"); !strings.Contains(text, "van elders") {
			t.Errorf("%s: the note holds\n%s", maker, text)
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s: %s is still there", maker, name)
		}
		nowhereLost(t, dir, "woorden van hier", "woorden van elders")
	}
}

func TestAnEarlierVersionComesBackAndThePresentOneStays(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24)
	p.keys("n", "enter", "down")
	p.shows("4 woorden, 13 anders dan nu")
	p.shows("[doorvragen zonder in te vullen")
	p.shows("Van het laatste uur blijven alle versies")
	p.keys("enter")
	p.shows("blijft bewaard als eerdere versie")
	p.keys("esc", "enter", "enter").saved(leervraag)
	if text := p.file("00-leervraag.md"); !strings.Contains(text, "leren doorvragen") {
		t.Errorf("the note holds\n%s", text)
	}
	nowhereLost(t, p.dir, "spannend wordt", "leren doorvragen", "leren luisteren", "iemand huilt")
	p.shows("dezelfde als nu")
	if p.root.book.Writable(leervraag) {
		t.Error("the note stays open, so that no other window can write in it")
	}
}

func TestWhatIsBroughtBackStandsOnThePageThatIsOpen(t *testing.T) {
	t.Parallel()
	zero := 0
	p := begin(t, lay(t, t.TempDir(), history()), Open{Chapter: &zero, Exercise: "leervraag"}, 80, 24)
	p.toEnd().keys("tab") // past "Opnieuw beginnen"
	p.keys("enter")
	p.shows("eerdere versies")
	p.keys("down", "down", "enter", "enter", "esc")
	p.shows("leren luisteren")
	p.saved(leervraag)
	if text := p.file("00-leervraag.md"); !strings.Contains(text, "leren luisteren") {
		t.Errorf("the note holds\n%s", text)
	}
}

func TestANoteGoesToTheTrashAndComesBack(t *testing.T) {
	t.Parallel()
	dir := lay(t, t.TempDir(), map[string]string{"00-leervraag.md": noteText("leervraag", "RF-4", "2026-11-23T11:00:00Z", "woorden van hier")})
	p := begin(t, dir, Open{}, 80, 24)
	p.keys("n", "delete").shows("In de prullenbak. ctrl+z")
	p.shows("Leervraag") // while it is still on its way there
	p.saved(leervraag)
	p.shows("in de prullenbak")
	if _, err := os.Stat(filepath.Join(dir, "00-leervraag.md")); err == nil {
		t.Error("the note is still there")
	}
	nowhereLost(t, dir, "woorden van hier")
	p.keys("ctrl+z").saved(leervraag)
	if text := p.file("00-leervraag.md"); !strings.Contains(text, "woorden van hier") {
		t.Errorf("the note holds\n%s", text)
	}
	if left := p.in("prullenbak"); len(left) > 0 {
		t.Errorf("still in the trash: %v", left)
	}
	p.keys("delete").saved(leervraag)
	p.keys("enter").shows("uit de prullenbak")
	p.keys("enter", "enter").saved(leervraag)
	if text := p.file("00-leervraag.md"); !strings.Contains(text, "woorden van hier") {
		t.Errorf("the note holds\n%s", text)
	}
}

func TestAnExerciseBegunAnewGoesToTheTrash(t *testing.T) {
	t.Parallel()
	p := anewAfter(t, "eerste woorden")
	p.keys("enter")
	p.shows("prullenbak")
	p.keys("down", "enter").saved(leervraag)
	if got := p.in("prullenbak"); len(got) != 1 {
		t.Errorf("in the trash: %v", got)
	}
	p.shows("Eerdere versies") // of an exercise of which only that is left
	p.shows("Definitief wissen")
}

func TestANoteThatIsOpenInAnotherWindowIsLeftAlone(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24)
	other := second(t, p)
	if _, err := other.Open(leervraag); err != nil {
		t.Fatal(err)
	}
	before := p.file("00-leervraag.md")
	for _, keys := range [][]string{{"n", "enter", "down", "enter", "enter"}, {"esc", "delete"}, {"f6", "2"}} {
		p.keys(keys...)
		p.shows("staat open in een ander venster")
	}
	p.save()
	if got := p.file("00-leervraag.md"); got != before {
		t.Errorf("the note holds\n%s", got)
	}
	p.shows("iemand huilt") // still to choose
	other.Close(leervraag)
}

func TestAVersionThatCannotBeReadIsNamedWithItsPath(t *testing.T) {
	t.Parallel()
	files := history()
	files[".werkboek/versies/00-leervraag.20261123-110000.md"] = "kapot\x00bestand"
	p := begin(t, lay(t, t.TempDir(), files), Open{}, 80, 24).keys("n", "enter")
	p.shows("Niet te lezen: het bestand is geen tekst")
	p.shows("00-leervraag.20261123-110000.md")
	p.keys("enter").shows("niet te lezen, dus ook niet terug te zetten")
	nowhereLost(t, p.dir, "kapot\x00bestand")
}

func TestF6WorksInAnInstrumentAndInTheMargin(t *testing.T) {
	t.Parallel()
	four := 4
	files := map[string]string{"04-barrieres (1).md": noteText("barrieres", "BA-1", "2026-11-23T12:00:00Z", "andere kaarten")}
	p := begin(t, lay(t, t.TempDir(), files), Open{Chapter: &four, Exercise: "barrieres"}, 80, 24)
	p.keys("f1", "esc") // what is told at the start was read
	p.toInstrument("barrieres").keys("b", "f6")
	p.shows("de andere versie")
	p.keys("2").saved(notes.Ref{Name: "barrieres", Chapter: 4})
	nowhereLost(t, p.dir, "andere kaarten")
	p.keys("ctrl+z").shows(bench.NothingUndone) // no step goes back beyond a choice

	p = begin(t, lay(t, t.TempDir(), map[string]string{
		"05-kantlijn (1).md": strings.Replace(noteText("kantlijn", "a/1a2b3c4d/1", "2026-11-23T12:00:00Z", "andere kantlijn"), "soort:", "hoofdstuk: 5\nsoort:", 1),
	}), Open{}, 80, 24)
	p.toBlock().keys("m", "van hier", "f6")
	p.shows("andere kantlijn")
	p.keys("1").save()
	nowhereLost(t, p.dir, "van hier", "andere kantlijn")
}

func TestFromTheNotesOneGoesToTheirPlaceInTheBook(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24)
	p.keys("n", "b")
	p.shows("stil durven")
	p.keys(" en").save()
	if text := p.file("00-leervraag.md"); !strings.Contains(text, " en") {
		t.Errorf("the note holds\n%s", text)
	}
	p.keys("esc", "esc", "n", "w")
	p.shows("gewone tekstbestanden")
}

func TestWhereThereIsOneVersionF6SaysSo(t *testing.T) {
	t.Parallel()
	p := at(t, 0, "leervraag")
	p.keys("eigen", "f6").shows("geen twee versies")
}

func TestAtTheStartItIsToldThatVersionsWait(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24)
	p.shows("Van 1 notitie liggen er twee versies")
	if s := p.keys("n", "esc").screen(); strings.Contains(s, "liggen er twee versies") {
		t.Errorf("it is told again:\n%s", s)
	}
}

func TestNoNoteIsShownToAnAudience(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).keys(".", "enter")
	p.send(notes.Event{Ref: leervraag, What: notes.Beside, Copy: "00-leervraag-LAPTOP7.md"})
	for _, keys := range [][]string{{"f6"}, {"f1"}, {"f6"}} {
		if s := p.keys(keys...).screen(); strings.Contains(s, "doorvragen") || strings.Contains(s, "leervraag") {
			t.Errorf("after %v it shows\n%s", keys, s)
		}
	}
	p.keys("q")
	if p.left || p.root.showing() {
		t.Errorf("q under help: left %v, shows %v", p.left, p.root.showing())
	}
}

func TestAMarginGoesToTheTrashAndComesBack(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 120, 30)
	p.toBlock().keys("m", "in de kantlijn", "esc").saved(notes.MarginOf(5))
	p.keys("n", "delete").saved(notes.MarginOf(5))
	p.shows("in de prullenbak")
	if _, err := os.Stat(filepath.Join(p.dir, "05-kantlijn.md")); err == nil {
		t.Error("the margin is still there")
	}
	nowhereLost(t, p.dir, "in de kantlijn")
	p.keys("ctrl+z").saved(notes.MarginOf(5))
	p.keys("esc").shows("in de kantlijn")
	if left := p.in("prullenbak"); len(left) > 0 {
		t.Errorf("still in the trash: %v", left)
	}
}

func TestWhoGoesOnWritingWhileACopyComesBackLosesNothing(t *testing.T) {
	t.Parallel()
	zero := 0
	dir := lay(t, t.TempDir(), history())
	p := begin(t, dir, Open{Chapter: &zero, Exercise: "leervraag"}, 80, 24)
	p.root.book.Close(leervraag)
	slow := p.root.visit(leervraag, func() tea.Cmd { return nil })() // read, and not told yet
	p.root.book.Accept(p.root.book.Opener(leervraag)().Opened, true)
	p.send(slow)
	p.keys(" En dit ook.")
	p.save()
	nowhereLost(t, dir, "En dit ook.")
}

func TestHelpNamesNoKeyThatIsDeadAmongTheVersions(t *testing.T) {
	t.Parallel()
	for _, on := range []struct {
		screen tea.Msg
		keys   bool // of choosing between two
	}{
		{screen.ToPast{Ref: leervraag}, false},
		{screen.ToBeside{Ref: leervraag}, true},
		{screen.ToNotebook{}, false},
	} {
		p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 60)
		p.send(on.screen)
		p.keys("f1")
		if s := p.screen(); strings.Contains(s, "deze houden") != on.keys || !strings.Contains(s, "terugbladeren") {
			t.Errorf("over %T help says\n%s", on.screen, s)
		}
	}
}

func TestANoteWithoutVersionsShowsItsWords(t *testing.T) {
	t.Parallel()
	dir := lay(t, t.TempDir(), map[string]string{"00-leervraag.md": noteText("leervraag", "RF-4", "2026-11-23T11:42:05Z", "Ik wil doorvragen zonder in te vullen.")})
	p := begin(t, dir, Open{}, 80, 24).keys("n", "enter")
	p.shows("Ik wil doorvragen zonder in te vullen.")
	p.shows("er nog geen eerdere versie")
	if p.keys("enter"); strings.Contains(p.screen(), "terugzetten?") {
		t.Errorf("it asks to bring back nothing\n%s", p.screen())
	}
}

func TestAMarginIsOpenedWhereItsFirstNoteStands(t *testing.T) {
	t.Parallel()
	two := 2
	p := begin(t, t.TempDir(), Open{Chapter: &two}, 80, 24).keys(" ", " ", "m", "hier dus", "esc")
	want := p.root.top().(interface{ Place() screen.Place }).Place().Block
	p.keys("end", "esc", "n", "b")
	if got := p.root.top().(interface{ Place() screen.Place }).Place().Block; got.String() != want.String() {
		t.Errorf("it opens at %v, the note stands at %v\n%s", got, want, p.screen())
	}
}

func TestAVersionThatGoesWhileItIsAskedAboutEndsTheQuestion(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).keys("n", "enter", "end", "enter")
	p.shows("Deze versie terugzetten?")
	if err := os.Remove(filepath.Join(p.dir, ".werkboek", "versies", "00-leervraag.20251123-090000.md")); err != nil {
		t.Fatal(err)
	}
	p.run(p.root.look())
	before := p.file("00-leervraag.md")
	if strings.Contains(p.screen(), "Deze versie terugzetten?") {
		t.Errorf("it still asks\n%s", p.screen())
	}
	p.keys("esc").save()
	if got := p.file("00-leervraag.md"); got != before {
		t.Errorf("the note holds\n%s", got)
	}
}

func TestNewsOfTheScreenBelowTakesNothingFromAChoice(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24)
	p.keys("n", "enter")
	below := p.root.top().Init() // read once more, and told late
	p.keys("f6")
	before := p.screen()
	for range 9 {
		p.send(screen.Looked{})
		if p.run(below); p.screen() != before {
			t.Fatalf("it showed\n%s\nand shows\n%s", before, p.screen())
		}
	}
}
