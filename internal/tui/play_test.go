package tui

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/exp/golden"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
	"werkboek/reader"
)

// play is a person at the keyboard: keys go in, a screen comes out. Commands run
// at once; no time passes but what a test sets.
type play struct {
	t    testing.TB
	root *root
	dir  string
	desk *notes.Desk
	now  time.Time // the displayed clock
	left bool      // the program stopped
}

// noon is the displayed clock of all tests.
var noon = time.Date(2026, 11, 23, 13, 42, 0, 0, time.UTC)

func begin(t testing.TB, dir string, o Open, width, height int) *play {
	t.Helper()
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	return beginWith(t, c, dir, o, width, height)
}

func beginWith(t testing.TB, c *course.Course, dir string, o Open, width, height int, rescue ...string) *play {
	t.Helper()
	f, err := notes.OpenFolder(dir, c.Module().ID, notes.OS(), rescue...)
	if err != nil {
		t.Fatal(err)
	}
	dark := false
	p := &play{t: t, dir: dir, desk: notes.NewDesk(f, notes.Options{Now: func() time.Time { return noon }}), now: noon}
	p.root = newRoot(Deps{
		Course: c, Desk: p.desk, Now: func() time.Time { return p.now }, Folder: "/notities",
		State: progress.State{Welcome: true, Dark: &dark}, Settings: settings.Settings{}, Open: o,
		Keep: func(progress.State, settings.Settings) {},
	})
	p.root.env.After = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	p.send(tea.WindowSizeMsg{Width: width, Height: height})
	return p
}

func (p *play) send(msg tea.Msg) {
	_, cmd := p.root.Update(msg)
	if cmd != nil {
		p.root.View() // as Bubble Tea does, before what follows
	}
	p.run(cmd)
}

// run runs commands and what follows from them. Those that wait for time to pass are
// none here: begin takes them away.
func (p *play) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		p.left = true
	case tea.BatchMsg:
		for _, c := range msg {
			p.run(c)
		}
	default:
		if list, ok := sequence(msg); ok {
			for _, c := range list {
				p.run(c)
			}
			return
		}
		p.send(msg)
	}
}

// keys presses keys by their names; other words are typed.
func (p *play) keys(names ...string) *play {
	p.t.Helper()
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "home": tea.KeyHome, "end": tea.KeyEnd, "f1": tea.KeyF1, "f9": tea.KeyF9, "f6": tea.KeyF6, "delete": tea.KeyDelete,
		"backspace": tea.KeyBackspace, "left": tea.KeyLeft, "right": tea.KeyRight,
	}
	for _, name := range names {
		if code, ok := special[name]; ok {
			p.send(tea.KeyPressMsg{Code: code})
			continue
		}
		if name == "shift+tab" {
			p.send(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift})
			continue
		}
		if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
			p.send(tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl})
			continue
		}
		for _, r := range name {
			code := r
			if r == ' ' {
				code = tea.KeySpace
			}
			p.send(tea.KeyPressMsg{Code: code, Text: string(r)})
		}
	}
	return p
}

func (p *play) screen() string {
	p.t.Helper()
	v := p.root.View()
	buf := uv.NewScreenBuffer(p.root.env.Width, p.root.env.Height)
	uv.NewStyledString(v.Content).Draw(buf, buf.Bounds())
	var b strings.Builder
	for y := range p.root.env.Height {
		var line strings.Builder
		for x := range p.root.env.Width {
			if c := buf.CellAt(x, y); c != nil && c.Width > 0 {
				line.WriteString(c.Content)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

func (p *play) shows(text string) {
	p.t.Helper()
	if s := p.screen(); !strings.Contains(s, text) {
		p.t.Errorf("the screen does not show %q:\n%s", text, s)
	}
}

func (p *play) save() {
	p.t.Helper()
	if err := p.desk.Flush(time.Second); err != nil {
		p.t.Fatal(err)
	}
}

// sizes are the golden sizes.
var sizes = []struct {
	name          string
	width, height int
}{{"60x18", 60, 18}, {"80x24", 80, 24}, {"120x30", 120, 30}, {"120x36", 120, 36}}

func five() *int { n := 5; return &n }

func TestScreens(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		for name, make := range map[string]func(p *play) *play{
			"dag":     func(p *play) *play { return p },
			"stappen": func(p *play) *play { return drieStappen(p) },
			"inhoud":  func(p *play) *play { return p.keys("5", "i", "down") },
			"meer":    func(p *play) *play { return p.keys(".") },
			"hulp":    func(p *play) *play { return p.keys("5", "?") },
			"dia":     func(p *play) *play { return p.keys(".", "enter", "right", "right") },
			"wieben": func(p *play) *play {
				return p.keys("1").toEntry("oefening Wie ben ik").keys("enter", "1", "moeder", "enter", "collega")
			},
			"begrip":   func(p *play) *play { return p.keys("5", "tab", "enter") },
			"afgedekt": func(p *play) *play { return p.keys("5", "f9") },
		} {
			t.Run(name+"-"+s.name, func(t *testing.T) {
				t.Parallel()
				golden.RequireEqual(t, make(begin(t, t.TempDir(), Open{}, s.width, s.height)).screen())
			})
		}
	}
}

// drieStappen is the page that everything hangs on: an exercise unfolded in its
// section, and a note in the margin.
func drieStappen(p *play) *play {
	p.toBlock().keys("m", "Op tijd komen: dat is mijn regel, niet die van het gesprek.", "esc")
	p.keys("down", "down", "enter")
	return p
}

func TestASentenceIsSavedAndThereAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	n := 0
	p := begin(t, dir, Open{Chapter: &n, Exercise: "leervraag"}, 80, 24)
	p.keys("Hoe vraag ik door?")
	p.save()
	p.desk.Close(notes.Ref{Name: "leervraag"})
	again := begin(t, dir, Open{}, 120, 30)
	again.shows("Hoe vraag ik door?")
	again.shows("af")
}

func TestLettersTypedWhileANoteOpensAreNotLost(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 80, 24)
	p.keys("0", "tab")
	_, cmd := p.root.Update(tea.KeyPressMsg{Code: tea.KeyEnter}) // the note is being opened
	p.keys("snel getypt")
	p.run(cmd)
	p.shows("snel getypt")
}

func TestTheCornerIsNeverUntrue(t *testing.T) {
	t.Parallel()
	n := 0
	p := begin(t, t.TempDir(), Open{Chapter: &n, Exercise: "leervraag"}, 80, 24)
	p.keys("woord")
	p.root.typist.busy = false // a pause, before anything is saved
	if s := p.screen(); strings.Contains(s, textSaved) {
		t.Errorf("it says opgeslagen while nothing is:\n%s", s)
	}
	p.save()
	p.send(notes.Event{Ref: notes.Ref{Name: "leervraag"}, What: notes.Saved})
	p.shows(textSaved)
	p.keys("x")
	for _, busy := range []bool{true, false} {
		p.root.typist.busy = busy
		if s := p.screen(); strings.Contains(s, textSaved) {
			t.Errorf("it says opgeslagen of a newer letter:\n%s", s)
		}
	}
}

func TestWhatIsForNowOnlyNeverReachesTheDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	n := 1
	p := begin(t, dir, Open{Chapter: &n, Exercise: "wie-ben-ik"}, 80, 30)
	p.keys("2", "geheim woord")
	p.shows("geheim woord")
	p.save()
	if list, _ := mustFolder(t, dir).List(); len(list) != 0 {
		t.Errorf("kept: %v", list)
	}
}

func mustFolder(t *testing.T, dir string) *notes.Folder {
	t.Helper()
	f, err := notes.OpenFolder(dir, "burgers-met-een-migratieachtergrond", notes.OS())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestResizingKeepsTheLineThatIsRead(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{Chapter: five()}, 80, 24)
	p.keys(" ", " ", "down", "down")
	want := p.screen()
	for i := range 500 {
		p.send(tea.WindowSizeMsg{Width: 50 + i*37%150, Height: 14 + i*13%50})
		if i%25 == 0 {
			p.send(tea.WindowSizeMsg{Width: 80, Height: 24})
			if got := p.screen(); got != want {
				t.Fatalf("after %d sizes:\n%s\nwant\n%s", i, got, want)
			}
		}
	}
}

func TestWideningRewrapsNothing(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{Chapter: five()}, 80, 24)
	page := func() []string {
		var rows []string
		for _, line := range strings.Split(p.screen(), "\n")[:22] {
			runes := []rune(line)
			rows = append(rows, strings.TrimRight(string(runes[:min(len(runes), 74)]), " "))
		}
		return rows
	}
	want := page()
	for width := 80; width <= 200; width++ {
		p.send(tea.WindowSizeMsg{Width: width, Height: 24})
		if got := page(); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Fatalf("at %d:\n%s\nwant\n%s", width, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestNoSlideIsCut(t *testing.T) {
	t.Parallel()
	for _, s := range sizes[:2] {
		p := begin(t, t.TempDir(), Open{Slides: true, Chapter: five()}, s.width, s.height)
		for range 40 {
			lines := strings.Split(p.screen(), "\n")
			if strings.TrimSpace(lines[s.height-2]) != "" {
				t.Errorf("%s: the text reaches the bottom line:\n%s", s.name, p.screen())
			}
			p.keys("right")
		}
	}
}

func TestAnUnknownCourseWorks(t *testing.T) {
	t.Parallel()
	pack := course.Pack{Reader: osDir("../course/testdata/klein/reader"), Exercises: osDir("../course/testdata/klein/exercises")}
	c, problems := course.Open(pack, all.Kinds())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p := beginWith(t, c, t.TempDir(), Open{}, 80, 24)
	p.shows("Fietsen maken")
	p.keys("1", "i", "down", "down", "enter", "enter", "plat")
	p.save()
	list, err := p.desk.Read(notes.Ref{Name: "oef1", Chapter: 1})
	if v, _ := list.Sheet.Value("O-1"); err != nil || v != "plat" {
		t.Errorf("kept %q, %v\n%s", v, err, p.screen())
	}
}

func TestThePresenterNeedsNoDesk(t *testing.T) {
	t.Parallel()
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	r := newRoot(Deps{Course: c, Now: func() time.Time { return noon }, Keep: func(progress.State, settings.Settings) {}, Open: Open{Slides: true}})
	r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	for range 200 {
		r.Update(tea.KeyPressMsg{Code: tea.KeyRight})
		r.View()
	}
}

func osDir(path string) fs.FS { return os.DirFS(path) }

// sequence gives the commands of a tea.Sequence, which has no exported type.
func sequence(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice {
		return nil, false
	}
	var list []tea.Cmd
	for i := range v.Len() {
		c, ok := v.Index(i).Interface().(tea.Cmd)
		if !ok {
			return nil, false
		}
		list = append(list, c)
	}
	return list, true
}

// under lists the files below a folder in which a word stands.
func under(t testing.TB, dir, word string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(string(data), word) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
