package presenter

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/tui/screen"
	"werkboek/reader"
)

var sizes = []struct{ width, height int }{{50, 14}, {60, 18}, {80, 24}, {120, 36}}

func env(width, height int) screen.Env {
	noon := time.Date(2026, 11, 23, 13, 42, 0, 0, time.UTC)
	return screen.Env{
		Width: width, Height: height, Styles: theme.New(theme.Light()), Ruler: plain.Ruler{},
		Now: func() time.Time { return noon },
	}
}

func builtIn(t *testing.T) *course.Course {
	t.Helper()
	c, problems := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// stress holds what is hard to draw: long words, lists in lists, tables, a long verb.
func stress(t *testing.T) *course.Course {
	t.Helper()
	body := "## " + strings.Repeat("een lange kop ", 12) + "\n\n" + strings.Repeat("Een heel lange zin met komma's, ", 60) + "einde.\n\n" +
		strings.Repeat("heellangwoord", 12) + "\n\n- een\n  - twee\n    - drie " + strings.Repeat("en nog wat ", 30) + "\n- vier\n\n" +
		"| Soort | Zegt | Vraagt |\n|---|---|---|\n" + strings.Repeat("| open | wat je zegt | wat je vraagt |\n", 30) + "\n" +
		"> [!DIA]\n> 1. " + strings.Repeat("een punt ", 40) + "\n> 2. twee\n\n## Twee\n\n" + strings.Repeat("Een zin.\n\n", 25) + "> [!TRAINER]\n> geheim\n"
	head := "---\nid: x\nnummer: 1\ntitel: " + strings.Repeat("lang ", 30) + "\nwerkwoord: " + strings.Repeat("dubbelperspectief ", 5) + "\nkort: " + strings.Repeat("kort ", 60) + "\n---\n"
	c, _ := course.Open(course.Pack{
		Reader:    fstest.MapFS{"01-x.md": {Data: []byte(head + body)}},
		Exercises: fstest.MapFS{},
	}, all.Kinds())
	if c.Chapter(1) == nil {
		t.Fatal("the stress chapter does not open")
	}
	return c
}

// rows gives what stands in the window, without styles.
func rows(p *Presenter) []string {
	var list []string
	for _, l := range p.View().Lines {
		list = append(list, strings.TrimRight(ansi.Strip(l), " "))
	}
	return list
}

func press(p *Presenter, keys ...rune) tea.Cmd {
	var cmd tea.Cmd
	for _, k := range keys {
		msg := tea.KeyPressMsg{Code: k}
		if k >= ' ' && k < 0x7f {
			msg.Text = string(k)
		}
		cmd = p.Update(msg)
	}
	return cmd
}

// blocks matches blanks and the block letters of a verb.
var blocks = regexp.MustCompile(`[\s█]`)

// body gives the words between the line with the chapter and the bottom line.
func body(window []string, air int) string {
	return blocks.ReplaceAllString(strings.Join(window[air+headRows:len(window)-1], ""), "")
}

func TestEverySlideIsDrawnWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []*course.Course{builtIn(t), stress(t)} {
		for _, size := range sizes {
			p := New(Deps{Course: c, Chapter: c.Chapters()[0].Number}, env(size.width, size.height))
			for range 10000 {
				at, chapter := p.at, p.chapter
				drawn(t, p)
				press(p, tea.KeyRight)
				if p.at == at && p.chapter == chapter {
					break
				}
			}
			if p.chapter != len(c.Chapters())-1 {
				t.Errorf("%v: the show stops at chapter %d", size, p.chapter)
			}
		}
	}
}

func drawn(t *testing.T, p *Presenter) {
	t.Helper()
	s, window := p.slides[p.at], rows(p)
	want := strings.Join(s.Title, "")
	for _, l := range s.Lines {
		want += l.Marker + l.Text
	}
	if got := body(window, p.air()); got != blocks.ReplaceAllString(want, "") {
		t.Errorf("%dx%d, chapter %d, slide %d shows\n%s\nand not all of %q", p.env.Width, p.env.Height, p.chapter, p.at, strings.Join(window, "\n"), want)
	}
	if len(window) != p.env.Height || window[len(window)-2] != "" || window[len(window)-1] == "" {
		t.Errorf("%dx%d, chapter %d, slide %d has no room above its bottom line:\n%s", p.env.Width, p.env.Height, p.chapter, p.at, strings.Join(window, "\n"))
	}
	for i, row := range window {
		cells := p.env.Ruler.Width(row)
		text := i >= p.air()+headRows && i < len(window)-1 && !strings.Contains(row, "█")
		if cells > p.env.Width || text && cells > p.axis()+most {
			t.Errorf("%dx%d: %q is %d cells wide", p.env.Width, p.env.Height, row, cells)
		}
	}
}

// most is the number of cells of a line that reads well from the back row.
const most = 45

func TestAFullStopMakesTheScreenBlackAndAnyKeyBringsItBack(t *testing.T) {
	t.Parallel()
	for _, black := range []rune{'.', 'b'} {
		for _, back := range []rune{'.', ' ', tea.KeyRight, tea.KeyEscape, 'x'} {
			p := New(Deps{Course: builtIn(t), Chapter: 5}, env(80, 24))
			press(p, tea.KeyRight)
			shown := rows(p)
			press(p, black)
			if got := strings.Join(rows(p), ""); got != "" || len(rows(p)) != 24 {
				t.Errorf("%q leaves %q", black, got)
			}
			if cmd := press(p, back); cmd != nil || strings.Join(rows(p), "\n") != strings.Join(shown, "\n") {
				t.Errorf("%q does not bring the same slide back:\n%s", back, strings.Join(rows(p), "\n"))
			}
		}
	}
}

func TestANumberAndEnterJump(t *testing.T) {
	t.Parallel()
	p := New(Deps{Course: builtIn(t), Chapter: 5}, env(80, 24))
	foot := func() string { r := rows(p); return r[len(r)-1] }
	of := len(p.slides)
	press(p, '1', '2')
	if p.at != 0 || !strings.HasSuffix(foot(), toSlide(12)) {
		t.Errorf("while it is typed: slide %d, %q", p.at, foot())
	}
	press(p, tea.KeyEnter)
	if p.at != 11 || !strings.HasSuffix(foot(), slideOf(12, of)) {
		t.Errorf("12 and enter: slide %d, %q", p.at, foot())
	}
	press(p, tea.KeyEnter)
	if p.at != 12 {
		t.Errorf("enter alone goes to slide %d, not on", p.at)
	}
	press(p, '9', '9', '9', tea.KeyEnter)
	if p.at != 12 || !strings.Contains(foot(), noSuchSlide(999, of)) {
		t.Errorf("a number that is not there: slide %d, %q", p.at, foot())
	}
	press(p, '3', tea.KeyRight, tea.KeyEnter)
	if p.at != 14 {
		t.Errorf("another key forgets the number: slide %d", p.at)
	}
}

func TestTheKeysOfARemoteTurnTheSlides(t *testing.T) {
	t.Parallel()
	p := New(Deps{Course: builtIn(t), Chapter: 5}, env(80, 24))
	for _, c := range []struct {
		key         rune
		chapter, at int
	}{
		{tea.KeyPgDown, 5, 1}, {tea.KeySpace, 5, 2}, {tea.KeyDown, 5, 3}, {tea.KeyPgUp, 5, 2}, {tea.KeyLeft, 5, 1},
		{tea.KeyHome, 5, 0}, {tea.KeyEnd, 5, -1}, {tea.KeyRight, 6, 0}, {tea.KeyLeft, 5, -1}, {'x', 5, -1},
	} {
		press(p, c.key)
		if c.at < 0 {
			c.at = len(p.slides) - 1
		}
		if p.chapter != c.chapter || p.at != c.at {
			t.Errorf("%v leads to slide %d of chapter %d, want %d of %d", c.key, p.at, p.chapter, c.at, c.chapter)
		}
	}
	if r := rows(p); !strings.Contains(r[len(r)-1], "zwart") {
		t.Errorf("a dead key says %q", r[len(r)-1])
	}
}

func TestEscEndsTheShow(t *testing.T) {
	t.Parallel()
	cmd := press(New(Deps{Course: builtIn(t), Chapter: 5}, env(80, 24)), tea.KeyEscape)
	if cmd == nil {
		t.Fatal("esc does nothing")
	}
	if _, ok := cmd().(screen.EndShow); !ok {
		t.Errorf("esc asks for %T", cmd())
	}
}

func TestAnotherSizeKeepsTheSlide(t *testing.T) {
	t.Parallel()
	p := New(Deps{Course: builtIn(t), Chapter: 5}, env(120, 36))
	for at := range len(p.slides) {
		p.Adopt(env(120, 36))
		press(p, []rune(fmt.Sprint(at+1))...)
		press(p, tea.KeyEnter)
		source := p.slides[p.at].Source
		p.Adopt(env(60, 18))
		if got := p.slides[p.at].Source; got != source {
			t.Errorf("slide of %v becomes that of %v", source, got)
		}
	}
}
