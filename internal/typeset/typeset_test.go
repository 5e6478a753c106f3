package typeset_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/typeset"
	"werkboek/reader"
)

func setter() *typeset.Setter { return typeset.New(theme.New(theme.Light()), plain.Ruler{}) }

func set(t testing.TB, markdown string, width int) string {
	t.Helper()
	s := setter()
	var lines []string
	for _, b := range course.ParseBlocks(markdown) {
		lines = append(lines, s.Block(b, width).Lines...)
	}
	return ansi.Strip(strings.Join(lines, "\n"))
}

func TestContainersAreLaidOutByUs(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ in, want string }{
		"hanging indent":   {"- een lange regel die breekt", "• een lange\n  regel die\n  breekt"},
		"numbers line up":  {"9. a\n10. b", " 9. a\n10. b"},
		"second paragraph": {"1. een\n\n   twee\n2. drie", "1. een\n\n   twee\n\n2. drie"},
		"nested":           {"- a\n  - b", "• a\n  • b"},
		"tasks":            {"- [x] af\n- [ ] open", "[x] af\n[ ] open"},
		"hard break":       {"een  \ntwee", "een\ntwee"},
		"soft break":       {"een\ntwee", "een twee"},
		"quote":            {"> stil", "  stil"},
		"table":            {"| a | bb |\n|---|---|\n| cc | d |", "a   bb\ncc  d"},
		"code":             {"```\na  b\n```", "  a  b"},
	} {
		if got := set(t, c.in, 14); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestATooNarrowTableBecomesRows(t *testing.T) {
	t.Parallel()
	got := set(t, "| Woord | Betekent |\n|---|---|\n| LSD | luisteren |", 12)
	if !strings.Contains(got, "Woord: LSD") || !strings.Contains(got, "luisteren") {
		t.Errorf("got\n%s", got)
	}
}

func TestLinksKnowWhereTheyStand(t *testing.T) {
	t.Parallel()
	blocks := course.ParseBlocks("Een [fijnmazig geheel](begrip:f) en [nog een](bron:b) hier.")
	s := setter().Block(blocks[0], 16)
	found := map[int]string{}
	for _, l := range s.Links {
		found[l.Ordinal] += strings.TrimSpace(ansi.Strip(ansi.Cut(s.Lines[l.Line], l.From, l.To))) + " "
	}
	if len(found) != 2 || found[0] != "fijnmazig geheel " || strings.Join(strings.Fields(found[1]), " ") != "nog een" {
		t.Errorf("links: %v in %q", found, s.Lines)
	}
	if s.Links[0].Target != "begrip:f" {
		t.Errorf("target %q", s.Links[0].Target)
	}
}

// allowed matches the sequences that a set line may hold: styles and links.
var allowed = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;[^\x07\x1b]*(?:\x07|\x1b\\\\)")

func FuzzNothingButStylesAndLinksComesOut(f *testing.F) {
	f.Add("&#27;[31m `\x1b]52;c;x\x07` **\u202evet** [x](https://a.nl/\x1b) \u2063 &amp;#27;[2J")
	f.Add("| a |\n|---|\n| \x1b[2J |")
	f.Fuzz(func(t *testing.T, markdown string) {
		s := setter()
		for _, b := range course.ParseBlocks(markdown) {
			for _, line := range s.Block(b, 40).Lines {
				for _, r := range allowed.ReplaceAllString(line, "") {
					if plain.Hostile(r) {
						t.Fatalf("%q gives %q", markdown, line)
					}
				}
			}
		}
	})
}

func TestNoLineIsWiderThanTheMeasureAndNoWordIsLost(t *testing.T) {
	t.Parallel()
	words := rapid.SampledFrom([]string{"woord", "**vet**", "*schuin*", "[begrip](begrip:x)", "heelergwoord-met-streepje", "ë", "漢字", "\n\n", "- ", "\n> ", "lang" + strings.Repeat("lang", 9)})
	rapid.Check(t, func(t *rapid.T) {
		markdown := strings.Join(rapid.SliceOfN(words, 1, 40).Draw(t, "words"), " ")
		width := rapid.IntRange(12, 64).Draw(t, "width")
		s := setter()
		for _, b := range course.ParseBlocks(markdown) {
			got := s.Block(b, width)
			for _, line := range got.Lines {
				if w := (plain.Ruler{}).Width(line); w > width {
					t.Fatalf("%q is %d cells, more than %d", line, w, width)
				}
			}
			bare := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "•", "")), "") }
			if out, in := bare(ansi.Strip(strings.Join(got.Lines, " "))), bare(b.Plain()); out != in {
				t.Fatalf("%q became %q", in, out)
			}
		}
	})
}

func BenchmarkBlocks(b *testing.B) {
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	var blocks []*course.Block
	for _, s := range c.Chapter(5).Sections() {
		blocks = append(blocks, s.Blocks()...)
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			s := setter()
			for _, block := range blocks {
				s.Block(block, 64)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(blocks)), "µs/block")
	})
	b.Run("again", func(b *testing.B) {
		s := setter()
		for b.Loop() {
			for _, block := range blocks {
				s.Block(block, 64)
			}
		}
	})
}
