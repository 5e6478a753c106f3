package slides_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/plain"
	"werkboek/internal/slides"
	"werkboek/reader"
)

// rooms are what windows of 60x18, 80x24 and 120x36 hold, and the smallest one.
var rooms = []slides.Room{{Lines: 12, Cells: 52}, {Lines: 16, Cells: 66}, {Lines: 28, Cells: 106}, {Lines: 8, Cells: 42}}

// most is the number of cells that reads well from the back row, of any text.
const most = 45

func opened(t *testing.T) *course.Course {
	t.Helper()
	c, problems := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// many gives n words.
func many(word string, n int) string {
	var words []string
	for i := range n {
		words = append(words, fmt.Sprintf("%s%d", word, i))
	}
	return strings.Join(words, " ")
}

// long is n words in one sentence.
func long(n int) string { return many("woord", n) + "." }

// stress is a chapter that holds everything that is hard to set.
func stress(t *testing.T) *course.Course {
	t.Helper()
	body := "## " + many("titel", 60) + "\n\n" + long(300) + "\n\nNog een. Deze zin niet.\n\n" +
		"### Meteen een kop\n\n" + strings.Repeat("heellangwoord", 12) + " is lang.\n\n" +
		"## Kop eerst\n\n### Dan weer een kop\n\nTekst.\n\n" +
		"| Soort | Zegt | Vraagt |\n|---|---|---|\n| open | " + long(30) + " | wat |\n| | niets | |\n| gesloten | ja | of |\n" + strings.Repeat("| a | b | c |\n", 20) + "\n" +
		"- een\n  - twee\n    - drie\n      - vier\n        - vijf " + long(40) + "\n  - weer twee. En dit niet.\n\n  Een alinea erbij.\n- zes\n\n" +
		"998. ver\n999. verder\n1000. verst\n\n> Een citaat.\n>\n> - met een lijst\n\n```\ncode\n\tmet een tab\n```\n\n" +
		"> [!PRAKTIJK a]\n> " + long(120) + "\n\n> [!PRAKTIJK b]\n> niet deze\n\n[Oefening: Y](oefening:y)\n\n> [!TRAINER]\n> geheim\n\n" +
		"## Met een dia\n\nDit niet.\n\n> [!DIA]\n> 1. eerst " + long(50) + "\n> 2. dan\n>\n> Slot.\n\nDit ook niet.\n\n---\n\n> [!VRAAG]\n> | A | B |\n> |---|---|\n> | c | d |\n\n> [!DIA]\n> Nog een.\n"
	c, _ := course.Open(course.Pack{
		Reader:    fstest.MapFS{"01-x.md": {Data: []byte("---\nid: x\nnummer: 1\ntitel: " + many("titel", 50) + "\nkort: " + long(70) + "\n---\n" + body)}},
		Exercises: fstest.MapFS{"y.md": {Data: []byte("---\nid: y\ntitel: Doen\nhoofdstuk: 1\nsoort: reflectie\nduur: 5\n---\n" + long(90) + "\n\n1. een\n2. twee\n\n> [!TRAINER]\n> geheim\n")}},
	}, all.Kinds())
	if c.Chapter(1) == nil || c.Exercise("y") == nil {
		t.Fatal("the stress chapter does not open")
	}
	return c
}

// source gives the words that the slides of a chapter should show, read off its
// blocks: in order, titles left out.
func source(c *course.Course, ch *course.Chapter) string {
	words := ch.Short
	for _, s := range ch.Sections() {
		instead := false
		for _, b := range s.Blocks() {
			instead = instead || b.Label == course.SlideTip
		}
		for _, b := range s.Blocks() {
			words += " " + ofBlock(c, b, instead)
		}
	}
	return words
}

func ofBlock(c *course.Course, b *course.Block, instead bool) string {
	switch {
	case b.Kind == course.Exercise && c.Exercise(b.Target) != nil:
		words := ""
		if c.Exercise(b.Target).AtHome() {
			return "" // no slide has it
		}
		for _, i := range c.Exercise(b.Target).Intro() {
			words += " " + i.Plain()
		}
		return words
	case b.Label == course.Trainer || instead && b.Kind != course.Callout || b.Kind == course.Heading:
		return ""
	case b.Kind == course.Paragraph:
		return slides.FirstSentence(b.Plain())
	case b.Kind == course.List:
		words := ""
		for _, item := range b.Items {
			for _, inner := range item.Children {
				words += " " + ofBlock(c, inner, false)
			}
		}
		return words
	}
	return b.Plain()
}

// shown gives the words of slides, in order. What a slide puts between the cells of
// a table is no word, and a word that was too long is whole again.
func shown(list []slides.Slide) string {
	var b strings.Builder
	for _, s := range list {
		for _, l := range s.Lines {
			b.WriteString(l.Text)
		}
	}
	return bare(b.String())
}

func bare(s string) string { return noWord.ReplaceAllString(s, "") }

// noWord matches blanks, what a slide adds, and what stands as a title or a marker
// where there is room, and in the text where there is none.
var noWord = regexp.MustCompile(`[\s·]|titel\d+|1000`)

// everywhere runs a test for every chapter, of our course and of the stress one.
func everywhere(t *testing.T, test func(c *course.Course, ch *course.Chapter, room slides.Room)) {
	t.Helper()
	for _, c := range []*course.Course{opened(t), stress(t)} {
		for _, ch := range c.Chapters() {
			for _, room := range rooms {
				test(c, ch, room)
			}
		}
	}
}

func TestNoSlideIsWiderOrTallerThanItsRoom(t *testing.T) {
	t.Parallel()
	everywhere(t, func(c *course.Course, ch *course.Chapter, room slides.Room) {
		for _, s := range slides.Of(ch, c.Exercise, room, plain.Ruler{}) {
			if n := len(s.Title) + len(s.Lines); n > room.Lines || len(s.Lines) > 9 {
				t.Errorf("chapter %d, %v: %q has %d lines, %d with its title", ch.Number, room, s.Title, len(s.Lines), n)
			}
			for _, title := range s.Title {
				if w := (plain.Ruler{}).Width(title); w > min(most, room.Cells) {
					t.Errorf("chapter %d, %v: title %q is %d cells wide", ch.Number, room, title, w)
				}
			}
			for _, l := range s.Lines {
				w := (plain.Ruler{}).Width(l.Text)
				if l.Indent+w > min(most, room.Cells) || (plain.Ruler{}).Width(l.Marker) >= slides.MarkerWidth {
					t.Errorf("chapter %d, %v: %q is %d cells wide, behind %d", ch.Number, room, l.Text, w, l.Indent)
				}
			}
		}
	})
}

func TestEveryWordOfTheSourceIsOnASlideInOrder(t *testing.T) {
	t.Parallel()
	everywhere(t, func(c *course.Course, ch *course.Chapter, room slides.Room) {
		list := slides.Of(ch, c.Exercise, room, plain.Ruler{})
		got, want := shown(list), bare(source(c, ch))
		if got != want {
			at := 0
			for at < min(len(got), len(want)) && got[at] == want[at] {
				at++
			}
			t.Errorf("chapter %d in %v: after %q comes %.60q, want %.60q", ch.Number, room, want[max(0, at-60):at], got[at:], want[at:])
		}
	})
}

func TestEveryHeadingWithTextUnderItIsATitle(t *testing.T) {
	t.Parallel()
	everywhere(t, func(c *course.Course, ch *course.Chapter, room slides.Room) {
		shown := ""
		for _, s := range slides.Of(ch, c.Exercise, room, plain.Ruler{}) {
			if len(s.Title) > 0 {
				shown += strings.Join(s.Title, " ") + "|"
			}
			for _, l := range s.Lines {
				shown += l.Text + " "
			}
		}
		for _, s := range ch.Sections() {
			for i, b := range s.Blocks() {
				instead := slices.ContainsFunc(s.Blocks(), func(b *course.Block) bool { return b.Label == course.SlideTip })
				under := s.Blocks()[min(i+1, len(s.Blocks())-1)]
				if b.Kind == course.Heading && (!instead || b.Level == 2) && under.Kind != course.Exercise && !strings.Contains(shown, b.Plain()) {
					t.Errorf("chapter %d in %v does not show %q", ch.Number, room, b.Plain())
				}
			}
		}
	})
}

// lines gives the lines of the slides of a text, in a wide room.
func lines(t *testing.T, markdown string) []string {
	t.Helper()
	c, _ := course.Open(course.Pack{
		Reader:    fstest.MapFS{"01-x.md": {Data: []byte("---\nid: x\nnummer: 1\ntitel: X\n---\n## Kop\n\n" + markdown)}},
		Exercises: fstest.MapFS{},
	}, all.Kinds())
	var list []string
	for _, s := range slides.Of(c.Chapter(1), c.Exercise, slides.Room{Lines: 16, Cells: 66}, plain.Ruler{})[1:] {
		for _, l := range s.Lines {
			line := strings.Repeat(" ", l.Indent) + l.Text
			if l.Marker != "" {
				line = fmt.Sprintf("%*s%-*s%s", l.Indent-slides.MarkerWidth, "", slides.MarkerWidth, l.Marker, l.Text)
			}
			list = append(list, line)
		}
		list = append(list, "--")
	}
	return list
}

func TestABlockBecomesLines(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		in   string
		want []string
	}{
		"a paragraph gives its first sentence": {"Een. Twee.", []string{"Een."}},
		"a list hangs under its markers":       {"1. een\n2. twee", []string{"1   een", "2   twee"}},
		"a paragraph beside a list stays put":  {"Eerst dit.\n\n- een", []string{"Eerst dit.", "•   een"}},
		"a list in a list stands further in":   {"- een\n  - twee\n- drie", []string{"•   een", "    •   twee", "•   drie"}},
		"a paragraph of an item has no marker": {"- een\n\n  twee", []string{"•   een", "    twee"}},
		"a table keeps its head":               {"| Soort | Zegt |\n|---|---|\n| open | wat |\n| dicht | ja |", []string{"Soort · Zegt", "•   open · wat", "•   dicht · ja"}},
		"a table without a head has rows only": {"| | |\n|---|---|\n| open | wat |", []string{"•   open · wat"}},
		"code keeps its lines":                 {"```\na\n\tb\n```", []string{"a", "    b"}},
		"a DIA stands instead":                 {"Niet dit.\n\n> [!DIA]\n> Dit. En dit.", []string{"Dit. En dit."}},
		"a case has its own slide":             {"Een.\n\n> [!PRAKTIJK]\n> Zo ging het. Toen.", []string{"Een.", "--", "Zo ging het. Toen."}},
		"a new slide where the text says so":   {"Een.\n\n---\n\nTwee.", []string{"Een.", "--", "Twee."}},
		"an item is as wide as a paragraph":    {"- " + strings.Repeat("a", 41) + "\n\n" + strings.Repeat("b", 45) + " nog", []string{"•   " + strings.Repeat("a", 41), strings.Repeat("b", 45), "nog"}},
	} {
		if got := lines(t, c.in); !slices.Equal(got, append(c.want, "--")) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestTheHeadOfATableIsNeverTheLastOfASlide(t *testing.T) {
	t.Parallel()
	for n := range 9 {
		got := lines(t, strings.Repeat("Een zin.\n\n", n)+"| Kop | Kop |\n|---|---|\n| cel | cel |")
		if i := slices.Index(got, "Kop · Kop"); i < 0 || got[i+1] != "•   cel · cel" {
			t.Errorf("after %d lines: %q", n, got)
		}
	}
}

func TestWhatAnnouncesIsNeverTheLastOfASlide(t *testing.T) {
	t.Parallel()
	for n := range 12 {
		in := strings.Repeat("Dit is een zin van bijna een hele regel. ", n) + "Hier komen er twee:\n\n- een\n- twee"
		got := lines(t, "> [!PRAKTIJK]\n> "+strings.ReplaceAll(in, "\n", "\n> "))
		i := slices.IndexFunc(got, func(l string) bool { return strings.HasSuffix(l, "twee:") })
		if i < 0 || got[i+1] != "•   een" {
			t.Errorf("after %d sentences: %q", n, got)
		}
	}
}

func TestASlideEndsInASentenceOnlyWhereThatIsLongerThanASlide(t *testing.T) {
	t.Parallel()
	some := strings.TrimSpace(strings.Repeat("Deze zin is bijna een regel lang. En deze zin heeft er zeker meer dan een nodig. ", 8))
	for name, in := range map[string]string{
		"a paragraph":     some,
		"two paragraphs":  some + "\n\n" + some,
		"an item":         "- " + some,
		"a numbered item": "1. kort.\n2. " + some,
	} {
		got := lines(t, "> [!PRAKTIJK]\n> "+strings.ReplaceAll(in, "\n", "\n> "))
		for i, l := range got {
			if l == "--" && !strings.HasSuffix(got[i-1], ".") {
				t.Errorf("%s: a slide ends with %q", name, got[i-1])
			}
		}
		if n := strings.Count("\n"+strings.Join(got, "\n"), "\n2   "); strings.Contains(in, "2. ") && n != 1 {
			t.Errorf("%s: its number stands there %d times: %q", name, n, got)
		}
		if n := len(got) - len(slices.Compact(slices.Clone(got))); n > 0 || slices.Index(got, "--") == len(got)-1 {
			t.Errorf("%s: %d empty slides, or one slide only: %q", name, n, got)
		}
	}
	if got := lines(t, "> [!PRAKTIJK]\n> "+long(80)+" Dan dit.")[9]; got != "--" {
		t.Errorf("a sentence longer than a slide is cut before its ninth line: %q", got)
	}
}

func TestTheFirstSentenceEndsWhereItEnds(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Een zin. En nog een.":             "Een zin.",
		"Een zin":                          "Een zin",
		"Vraag je dat? Ja.":                "Vraag je dat?",
		"Kijk! 3 dingen.":                  "Kijk!",
		"Hij zei 'dat is zo.' Toen niets.": "Hij zei 'dat is zo.'",
		"Hij zei (dat is zo). 'Toen' niet": "Hij zei (dat is zo).",
		"Ook D. Pinto e.a. Meer dus.":      "Ook D. Pinto e.a. Meer dus.",
		"Om 9.30 uur begint het. Op tijd.": "Om 9.30 uur begint het.",
		"Zie hfst. drie. Daarna vier.":     "Zie hfst. drie.",
		"":                                 "",
	} {
		if got := slides.FirstSentence(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

func TestWhatIsForTheTrainerIsOnNoSlide(t *testing.T) {
	t.Parallel()
	everywhere(t, func(c *course.Course, ch *course.Chapter, room slides.Room) {
		got := shown(slides.Of(ch, c.Exercise, room, plain.Ruler{}))
		if strings.Contains(got, "geheim") {
			t.Errorf("chapter %d shows what is for the trainer", ch.Number)
		}
		for _, s := range ch.Sections() {
			for _, b := range s.Blocks() {
				if b.Label == course.Trainer && strings.Contains(got, bare(b.Plain())) {
					t.Errorf("chapter %d shows %q", ch.Number, b.Plain())
				}
			}
		}
	})
}
