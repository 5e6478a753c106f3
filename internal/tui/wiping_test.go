package tui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
	"werkboek/internal/tui/screen"
	"werkboek/reader"
)

// worn is a workbook in which somebody wrote in every note, and copies of all sorts lie
// of each. A word of a note begins with its tag.
type worn struct {
	*play
	rescue string
	tags   map[notes.Ref]string
	others map[string]string // files that are not ours: path and bytes
}

func wornWorkbook(t *testing.T) *worn {
	t.Helper()
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	dir, rescue := t.TempDir(), t.TempDir()
	l := &worn{play: beginWith(t, c, dir, Open{}, 80, 24, rescue), rescue: rescue, tags: map[notes.Ref]string{}}
	for i, ref := range l.root.book.Refs() {
		l.tags[ref] = fmt.Sprintf("zq%02dx", i)
		l.lives(ref)
	}
	l.past()
	l.strangers()
	return l
}

// lives writes in a note, begins it anew, brings words back, lets another program in
// between, and leaves a copy of every sort.
func (l *worn) lives(ref notes.Ref) {
	l.t.Helper()
	book, tag := l.root.book, l.tags[ref]
	book.Accept(book.Opener(ref)().Opened, true)
	l.writes(ref, "eerst")
	l.save()
	book.Restart(ref)
	l.save()
	book.BringBack(ref, sheet.New("x").With("oud-1", "Vroeger", tag+"-terug"))
	l.writes(ref, "daarna")
	l.save()
	path := filepath.Join(l.dir, ref.File())
	l.puts(path, "---\nmodule: "+l.root.deps.Course.Module().ID+"\noefening: "+ref.Name+"\n---\n## a · b\n\n"+tag+"-buiten\n\n")
	l.writes(ref, "conflict")
	if _, err := l.desk.Emergency(); err != nil {
		l.t.Fatal(err)
	}
	l.save()
	data, stem := l.file(ref.File()), strings.TrimSuffix(ref.File(), ".md")
	for _, name := range []string{
		"." + stem + ".md.swp", stem + ".md~", stem + " (1).md", stem + ".sync-conflict-20261123-101010-ABCDEFG.md",
		".werkboek/tijdelijk-" + stem + ".7-8", ".werkboek/versies/" + stem + ".20250101-101010.md",
	} {
		l.puts(filepath.Join(l.dir, name), data)
	}
	for _, where := range []string{"prullenbak", "versies", "conflicten", "noodkopie"} {
		if n := len(within(append(under(l.t, l.dir, tag), under(l.t, l.rescue, tag)...), where)); n == 0 && !(where == "prullenbak" && ref.Name == notes.Margin) {
			l.t.Fatalf("nothing of %s lies in %s", ref, where)
		}
	}
}

func within(files []string, part string) (some []string) {
	for _, f := range files {
		if strings.Contains(f, part) {
			some = append(some, f)
		}
	}
	return some
}

// writes puts a word in every line of an exercise that one types in, or in the margin.
func (l *worn) writes(ref notes.Ref, word string) {
	book, word := l.root.book, l.tags[ref]+"-"+word
	if ref.Name == notes.Margin {
		book.SetMargin(ref.Chapter, l.root.deps.Course.Chapter(ref.Chapter).Sections()[0].Blocks()[0].Key, word)
		return
	}
	for _, f := range l.root.deps.Course.Exercise(ref.Name).Fields() {
		if f.Sort.Writes() {
			book.Set(ref, f.ID, word)
		}
	}
	if ref.Name == "mindmap" {
		book.BringBack(ref, sheet.New("Mindmap").With("kaart", "De kaart", "- ik\n  - "+word+"\n"))
	}
}

// past leaves a note of an exercise that the course has no more.
func (l *worn) past() {
	ref := notes.Ref{Name: "vroeger", Chapter: 3}
	l.tags[ref] = "zqvroeger"
	data := "---\nmodule: " + l.root.deps.Course.Module().ID + "\noefening: vroeger\n---\n# Vroeger\n\n## V-1 · Wat?\n\nzqvroeger\n\n"
	for _, name := range []string{"03-vroeger.md", ".werkboek/versies/03-vroeger.20250101-101010.md", "03-vroeger.md~"} {
		l.puts(filepath.Join(l.dir, name), data)
	}
}

// strangers lays files between the notes that are not ours.
func (l *worn) strangers() {
	theirs := "---\nmodule: iets-anders\noefening: leervraag\n---\n# Van een ander\n"
	l.others = map[string]string{
		filepath.Join(l.dir, "ander.md"):                                       theirs,
		filepath.Join(l.dir, "boodschappen.md"):                                "melk",
		filepath.Join(l.dir, "05-verslag.md"):                                  "mijn verslag",
		filepath.Join(l.dir, "05-verslag.md~"):                                 "mijn verslag van gisteren",
		filepath.Join(l.dir, "05-drie-stappen.txt"):                            "eigen",
		filepath.Join(l.dir, "prullenbak", "00-leervraag.20250101-101010.md"):  theirs,
		filepath.Join(l.rescue, "werkboek-noodkopie.00-leervraag.20250101.md"): theirs,
		filepath.Join(l.rescue, "brief aan oma.md"):                            "lieve oma",
	}
	for path, data := range l.others {
		l.puts(path, data)
	}
}

func (l *worn) puts(path, data string) {
	l.t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(data), 0o600)); err != nil {
		l.t.Fatal(err)
	}
}

// holds checks of every note that its words are all gone or all there, and that no
// other file changed.
func (l *worn) holds(gone func(notes.Ref) bool, before map[notes.Ref]int) {
	l.t.Helper()
	for ref, tag := range l.tags {
		files := append(under(l.t, l.dir, tag), under(l.t, l.rescue, tag)...)
		switch {
		case gone(ref) && len(files) > 0:
			l.t.Errorf("of %s there are words in %v", ref, files)
		case !gone(ref) && len(files) != before[ref]:
			l.t.Errorf("of %s there are words in %d files, before in %d", ref, len(files), before[ref])
		}
	}
	for path, data := range l.others {
		if got, err := os.ReadFile(path); err != nil || string(got) != data {
			l.t.Errorf("%s holds %q, %v", path, got, err)
		}
	}
}

func (l *worn) count() map[notes.Ref]int {
	n := map[notes.Ref]int{}
	for ref, tag := range l.tags {
		n[ref] = len(under(l.t, l.dir, tag)) + len(under(l.t, l.rescue, tag))
	}
	return n
}

// toWiping opens the screen, and goes to a row.
func (p *play) toWiping(row string) *play {
	p.t.Helper()
	return p.keys(".").toRow(textWiping).keys("enter").toRow(row)
}

// toRow goes down a list to a row.
func (p *play) toRow(words string) *play {
	p.t.Helper()
	for range 80 {
		for line := range strings.SplitSeq(p.screen(), "\n") {
			if _, chosen, ok := strings.Cut(line, "›"); ok && strings.Contains(chosen, words) {
				return p
			}
		}
		p.keys("down")
	}
	p.t.Fatalf("no row %q:\n%s", words, p.screen())
	return p
}

func TestWhatIsWipedIsNowhereAndTheRestIsWhereItWas(t *testing.T) {
	t.Parallel()
	for row, gone := range map[string]func(notes.Ref) bool{
		"Het hele werkboek": func(notes.Ref) bool { return true },
		"Hoofdstuk 5 ·":     func(ref notes.Ref) bool { return ref.Chapter == 5 },
		"Je kring":          func(ref notes.Ref) bool { return ref.Name == "kring" },
		"   Mindmap":        func(ref notes.Ref) bool { return ref.Name == "mindmap" },
	} {
		t.Run(row, func(t *testing.T) {
			t.Parallel()
			l := wornWorkbook(t)
			if row == "Je kring" {
				row = l.root.deps.Course.Exercise("kring").Head().Title
			}
			before := l.count()
			l.root.env.Clip.Text = "zq00x-eerst"
			l.toWiping(row).keys("enter")
			l.shows("Wil je dit wissen?")
			l.keys("enter") // no
			l.holds(func(notes.Ref) bool { return false }, before)
			l.keys("enter", "down", "enter")
			l.shows("Gewist: ")
			l.holds(gone, before)
			l.looksBack(gone)
			l.save()
			l.holds(gone, before)
		})
	}
}

// looksBack goes through every chapter, undoes and pastes what it can, and looks for
// words that are gone.
func (l *worn) looksBack(gone func(notes.Ref) bool) {
	l.t.Helper()
	l.keys("esc", "esc")
	for _, ch := range l.root.deps.Course.Chapters() {
		l.send(screen.ToChapter{Number: ch.Number})
		for _, e := range l.root.deps.Course.Exercises() {
			if ref := l.root.book.Ref(e, ch.Number); gone(ref) && ref.Chapter == ch.Number {
				l.send(screen.ToChapter{Number: ch.Number, Exercise: e.Head().ID})
				l.keys("ctrl+z", "ctrl+y", "ctrl+v", "esc", "ctrl+z", "esc")
			}
		}
	}
	for ref, tag := range l.tags {
		if s := string(l.root.book.Sheet(ref).Bytes()); gone(ref) && strings.Contains(s, tag) {
			l.t.Errorf("%s came back:\n%s", ref, s)
		}
	}
}

func TestNothingIsWipedWhileAnotherWindowHasANoteOfIt(t *testing.T) {
	t.Parallel()
	l := wornWorkbook(t).again()
	ref := notes.Ref{Name: "drie-stappen", Chapter: 5}
	other := second(t, l.play)
	defer other.Close(ref) // until then it has the note
	if o, err := other.Open(ref); err != nil || o.Locked {
		t.Fatalf("the other window has it not: %+v, %v", o, err)
	}
	before := l.count()
	for _, row := range []string{"Het hele werkboek", "Hoofdstuk 5 ·", "Drie stappen"} {
		l.toWiping(row).keys("enter", "down", "enter")
		l.shows("05-drie-stappen.md")
		l.shows("ander venster")
		l.shows("Er is niets gewist.")
		l.holds(func(notes.Ref) bool { return false }, before)
		l.keys("esc", "esc")
	}
	l.keys("5").shows("Basishouding")
	if s := string(l.root.book.Sheet(ref).Bytes()); !strings.Contains(s, l.tags[ref]) {
		t.Error("what is left is out of sight")
	}
}

// again is another session on the same files.
func (l *worn) again() *worn {
	l.t.Helper()
	next, dir := *l, l.t.TempDir() // the desk of the first one keeps its locks
	if err := os.CopyFS(dir, os.DirFS(l.dir)); err != nil {
		l.t.Fatal(err)
	}
	next.play = beginWith(l.t, l.root.deps.Course, dir, Open{}, 80, 24, l.rescue)
	next.others = map[string]string{}
	for path, data := range l.others {
		next.others[strings.Replace(path, l.dir, dir, 1)] = data
	}
	return &next
}

func TestStoppingWaitsUntilAllIsWiped(t *testing.T) {
	t.Parallel()
	l := wornWorkbook(t)
	l.toWiping("Het hele werkboek").keys("enter", "down")
	_, wipe := l.root.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	l.keys("enter", "down", "x", "esc", "ctrl+q")
	if l.left {
		t.Fatal("it stops half way")
	}
	l.shows("bijna klaar")
	l.run(wipe)
	if !l.left || l.root.ending() != Erased {
		t.Errorf("it did not stop, or says %v", l.root.ending())
	}
	l.holds(func(notes.Ref) bool { return true }, nil)
}

// toErase chooses to stop and wipe, in the last chapter.
func (p *play) toErase() *play {
	p.t.Helper()
	p.send(screen.ToChapter{Number: 9})
	p.toEntry("Afsluiten").keys("tab", "tab")
	p.shows("enter openen")
	return p.keys("enter")
}

func TestTheLastChapterStopsAndWipes(t *testing.T) {
	t.Parallel()
	l := wornWorkbook(t)
	forgotten := 0
	l.root.deps.Forget = func() error { forgotten++; return nil }
	before := l.count()
	for _, no := range []string{"enter", "esc"} {
		l.toErase().shows("Daarna stopt het werkboek.")
		l.keys(no)
		if s := l.screen(); l.left || forgotten > 0 || !strings.Contains(s, "Na de dag") {
			t.Fatalf("%s does not go back:\n%s", no, s)
		}
	}
	l.holds(func(notes.Ref) bool { return false }, before)
	l.toErase().keys("2")
	if !l.left || forgotten != 1 || l.root.ending() != Erased {
		t.Errorf("stopped: %v, forgotten %d times, ending %v\n%s", l.left, forgotten, l.root.ending(), l.screen())
	}
	l.holds(func(notes.Ref) bool { return true }, nil)
}

func TestTheProgramDoesOnlyWhatACourseCanAskFor(t *testing.T) {
	t.Parallel()
	for name := range actions() {
		if !slices.Contains(course.Actions(), name) {
			t.Errorf("no course can ask for %q", name)
		}
	}
}

func TestACopyThatWasReadBeforeItWasWipedIsNotBroughtBack(t *testing.T) {
	t.Parallel()
	dir := lay(t, t.TempDir(), history())
	p := begin(t, dir, Open{}, 80, 24)
	r := p.root
	old := r.book.Copies(leervraag)[0]
	read := r.bringBack(screen.BringBack{Ref: leervraag, Copy: old})()
	p.send(r.book.Wiper(leervraag)())
	p.send(read)
	p.save()
	if files := under(t, dir, "doorvragen"); len(files) > 0 {
		t.Errorf("the words are in %v again", files)
	}
}

func TestWhoWritesOnAfterWipingIsToldThatItIsSaved(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 80, 24)
	p.toWiping("Het hele werkboek").keys("enter", "2")
	if p.root.ending() != Erased {
		t.Error("it was wiped, and says otherwise")
	}
	p.send(screen.ToChapter{Number: 0, Exercise: "leervraag"})
	p.keys("nieuw")
	if p.root.ending() != Kept {
		t.Error("something was written, and it says that all is gone")
	}
}

func TestAPlaceThatStaysIsTold(t *testing.T) {
	t.Parallel()
	l := wornWorkbook(t)
	l.root.deps.Forget = func() error { return os.ErrPermission }
	l.toErase().keys("2")
	if s := strings.Join(strings.Fields(l.screen()), " "); l.left || !strings.Contains(s, "Alleen tot waar je las staat er nog") {
		t.Errorf("stopped: %v\n%s", l.left, l.screen())
	}
	l.holds(func(notes.Ref) bool { return true }, nil)
}

func TestAPageUnderTheScreenUndoesNothingThatWasWiped(t *testing.T) {
	t.Parallel()
	nine := 9
	p := begin(t, t.TempDir(), Open{Chapter: &nine, Exercise: "brief"}, 80, 24)
	p.root.deps.Forget = func() error { return os.ErrPermission } // it does not stop
	p.keys("Lieve ik", "esc").toEntry("Afsluiten").keys("tab", "tab", "enter", "2")
	p.shows("Alleen tot waar je las")
	p.keys("esc").toEntry("oefening Brief").keys("tab", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+v", "esc", "ctrl+z")
	p.save()
	if s := p.screen(); strings.Contains(s, "Lieve ik") || !strings.Contains(s, "Brief aan jezelf") {
		t.Errorf("it shows\n%s", s)
	}
	if files := under(t, p.dir, "Lieve ik"); len(files) > 0 {
		t.Errorf("it is in %v", files)
	}
}

// written is a workbook in which a few notes are.
func written(t *testing.T, width, height int) *play {
	t.Helper()
	zero := 0
	p := begin(t, t.TempDir(), Open{Chapter: &zero, Exercise: "leervraag"}, width, height)
	p.keys("Hoe vraag ik door zonder in te vullen?", "esc", "esc")
	p.toBlock().keys("m", "Op tijd komen: dat is mijn regel.", "esc")
	p.send(screen.ToChapter{Number: 9, Exercise: "brief"})
	p.keys("Lieve ik", "esc")
	p.save()
	ref := notes.Ref{Name: "brief", Chapter: 9}
	p.root.book.Restart(ref)
	p.root.book.Restore(ref)
	p.save()
	return p.keys("esc", "esc")
}

func TestWipingScreens(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		for name, act := range map[string]func(p *play) *play{
			"lijst":   func(p *play) *play { return p.toWiping("Hoofdstuk 5") },
			"vraag":   func(p *play) *play { return p.toWiping("Hoofdstuk 9").keys("enter") },
			"gewist":  func(p *play) *play { return p.toWiping("Hoofdstuk 9").keys("enter", "2") },
			"sluitaf": func(p *play) *play { return p.toErase() },
			"slot":    func(p *play) *play { return p.toErase().keys("esc") },
		} {
			if s.name == "120x30" {
				continue
			}
			t.Run(name+"-"+s.name, func(t *testing.T) {
				t.Parallel()
				golden.RequireEqual(t, act(written(t, s.width, s.height)).screen())
			})
		}
	}
}

func TestTheQuestionOfWipingIsNeverCut(t *testing.T) {
	t.Parallel()
	for height := screen.MinHeight; height < 30; height++ {
		p := written(t, screen.MinWidth, height)
		p.toWiping("Het hele werkboek").keys("enter")
		seen := ""
		for range 20 {
			s := p.screen()
			if !strings.Contains(s, "nee, laat alles staan") || !strings.Contains(s, "ja, wis het voorgoed") {
				t.Fatalf("at %d the answers are out of sight:\n%s", height, s)
			}
			seen += s
			p.keys("pgdown")
		}
		for _, text := range []string{"3 notities", "prullenbak", "niet ongedaan", "Time Machine"} {
			if !strings.Contains(seen, text) {
				t.Errorf("at %d %q is never to be seen", height, text)
			}
		}
	}
}

func TestTheQuestionNamesTheNoteOfItsChapter(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for _, n := range []string{"02", "03"} {
		files[n+"-kantlijn.md"] = marginText(n[1:], "woorden van "+n)
	}
	p := begin(t, lay(t, t.TempDir(), files), Open{}, 80, 24).toWiping("Hoofdstuk 3").keys("down")
	lay(t, p.dir, map[string]string{"01-kantlijn.md": marginText("1", "van een ander venster")})
	p.keys("enter")
	p.shows("Kantlijn, hoofdstuk 3")
	p.keys("down", "enter")
	p.shows("Gewist: Kantlijn, hoofdstuk 3.")
	for file, there := range map[string]bool{"01-kantlijn.md": true, "02-kantlijn.md": true, "03-kantlijn.md": false} {
		if _, err := os.Stat(filepath.Join(p.dir, file)); (err == nil) != there {
			t.Errorf("%s is there: %v", file, err == nil)
		}
	}
}

func TestOfARowThatIsGoneNothingIsAsked(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), map[string]string{"03-kantlijn.md": marginText("3", "weg straks")}), Open{}, 80, 24).toWiping("Hoofdstuk 3").keys("down")
	if err := os.Remove(filepath.Join(p.dir, "03-kantlijn.md")); err != nil {
		t.Fatal(err)
	}
	p.send(notes.Event{Ref: notes.MarginOf(3), What: notes.Changed, Edit: 1 << 30})
	p.keys("enter")
	p.shows("enter vraagt het eerst nog")
	if strings.Contains(p.screen(), "Wil je dit wissen?") {
		t.Errorf("it asks of another note\n%s", p.screen())
	}
}

// marginText is the note file of a margin.
func marginText(chapter, words string) string {
	return "---\nformaat: 1\nmodule: burgers-met-een-migratieachtergrond\noefening: kantlijn\nhoofdstuk: " + chapter +
		"\nsoort: kantlijn\ngewijzigd: 2026-11-23T11:42:05Z\n---\n# Kantlijn\n\n## x/1a2b3c4d/1 · 23-11-2026 11.42 · Begin\n\n" + words + "\n\n"
}
