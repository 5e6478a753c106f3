package plain_test

import (
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"werkboek/internal/plain"
)

func TestSafeDropsWhatATerminalCouldObey(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"gewoon":                          "gewoon",
		"rood \x1b[31mhier\x1b[0m":        "rood hier",
		"titel\x1b]0;x\x07 na":            "titel na",
		"klembord\x1b]52;c;aGk=\x1b\\!":   "klembord!",
		"c1 \u009b31m bel\x07":            "c1 31m bel",
		"om\u202egekeerd\u2066":           "omgekeerd",
		"on\u200bzicht\ufeffbaar\u2060":   "onzichtbaar",
		"vlag\U000e0067":                  "vlag",
		"regel\r\nen\rnog":                "regel\nen\nnog",
		"gezin 👩\u200d👩\u200d👧 los\u200d": "gezin 👩\u200d👩\u200d👧 los",
		"kapot\xffbyte":                   "kapot\uFFFDbyte",
		"tab\tblijft ë ş ij":              "tab\tblijft ë ş ij",
	} {
		if got := plain.Safe(in); got != want {
			t.Errorf("Safe(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSafeLeavesNothingHostile(f *testing.F) {
	f.Add("\x1b_x\x1b\\\u202e&#27;[31m\u200d")
	f.Fuzz(func(t *testing.T, s string) {
		got := plain.Safe(s)
		for _, r := range got {
			if plain.Hostile(r) {
				t.Fatalf("%q kept %U", s, r)
			}
		}
		if again := plain.Safe(got); again != got {
			t.Fatalf("Safe is not stable: %q, %q", got, again)
		}
	})
}

func TestTypedKeepsTabsAndCountsWhatWent(t *testing.T) {
	t.Parallel()
	got, dropped := plain.Typed("a\tb\r\nc\rd\x1b[3\x00\xff\u202e")
	if want := "a\tb\nc\nd[3\u202e"; got != want || dropped != 3 {
		t.Errorf("got %q, %d dropped; want %q, 3", got, dropped, want)
	}
}

func TestWordsCountsAsPeopleDo(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{"": 0, "  ": 0, "een twee": 2, "- - 3": 1, "zo'n e-mail,\nja": 3} {
		if got := plain.Words(in); got != want {
			t.Errorf("Words(%q) = %d, want %d", in, got, want)
		}
	}
}

// scripts draws text of many scripts.
func scripts() *rapid.Generator[string] {
	pieces := []string{"a", "ë", "e\u0301", "ş", "ij", " ", "-", "م", "ر\u064e", "漢", "👩\u200d👩\u200d👧", "🇳🇱", "⚠️", "\t", "woord", "x"}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "pieces"), "")
	})
}

func TestTheRulerMeasuresAsTheRendererDraws(t *testing.T) {
	t.Parallel()
	for method, ruler := range map[ansi.Method]plain.Ruler{ansi.WcWidth: {}, ansi.GraphemeWidth: plain.Graphemes()} {
		rapid.Check(t, func(t *rapid.T) {
			s := strings.ReplaceAll(scripts().Draw(t, "text"), "\t", "")
			buf := uv.NewScreenBuffer(200, 1)
			buf.Method = method
			uv.NewStyledString(s+"|").Draw(buf, buf.Bounds())
			at := ruler.Width(s)
			if c := buf.CellAt(at, 0); c == nil || c.Content != "|" {
				t.Fatalf("%q is %d cells by the ruler, and not on the screen", s, at)
			}
		})
	}
}

func TestWrapKeepsEveryWordWithinTheWidth(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s, width := scripts().Draw(t, "text"), rapid.IntRange(3, 20).Draw(t, "width")
		var r plain.Ruler
		lines := r.Wrap(s, width)
		for _, l := range lines {
			if r.Width(l) > width && len(strings.Fields(l)) > 1 {
				t.Fatalf("%q is wider than %d", l, width)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(strings.Join(lines, "")) != bare(s) {
			t.Fatalf("%q became %q", s, lines)
		}
	})
}

func TestASliceIsTheCellsBetween(t *testing.T) {
	t.Parallel()
	for _, r := range []plain.Ruler{{}, plain.Graphemes()} {
		for _, c := range []struct {
			text     string
			from, to int
			want     string
		}{{"abcdefghij", 5, 8, "fgh"}, {"abcdefghij", 0, 3, "abc"}, {"abcdefghij", 8, 20, "ij"}, {"ab", 3, 2, ""}, {"één twee", 4, 8, "twee"}} {
			if got := r.Slice(c.text, c.from, c.to); got != c.want {
				t.Errorf("%q from %d to %d is %q", c.text, c.from, c.to, got)
			}
		}
	}
}

func TestAPathThatIsTooLongKeepsTheNameOfItsFile(t *testing.T) {
	t.Parallel()
	line := "! Nog niet bewaard: de schijf is vol (/home/iemand/.local/share/werkboek/burgers-met-een-migratieachtergrond/00-leervraag.md)"
	for width := 60; width < 140; width++ {
		got := (plain.Ruler{}).ShortPath(line, width)
		if n := (plain.Ruler{}).Width(got); n > width || !strings.HasSuffix(got, "leervraag.md)") || !strings.HasPrefix(got, "! Nog niet bewaard: de schijf is vol (/") {
			t.Errorf("in %d cells: %q", width, got)
		}
	}
}
