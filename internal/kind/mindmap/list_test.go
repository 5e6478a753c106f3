package mindmap_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/kind"
	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/sheet"
)

func list(t testing.TB, a mindmap.Answer) string {
	t.Helper()
	text, _ := a.Sheet().Value(mindmap.Section)
	return text
}

// touched writes the map anew.
func touched(a mindmap.Answer) mindmap.Answer { return a.WithMap(a.Map()) }

func TestTheNoteReadsAsAPersonWouldWriteIt(t *testing.T) {
	t.Parallel()
	a := fresh(t)
	m := a.Map()
	zus := tree.Of(tree.Node{Label: "zus", Gives: "PA", Way: ">", Remark: "belt elke zondag\n\nen soms vaker"})
	m, _ = m.Below(tree.Path{1}, zus)
	m, p := m.Below(tree.Path{3}, tree.Of(tree.Node{Label: "cursus", Way: "w"}))
	m, _ = m.Below(p, tree.Of(tree.Node{Label: "eerste\ntweede"}))
	m = m.Fold(p, true)
	m = m.With(nil, func(n *tree.Node) { n.Remark = "Even kijken." })
	a = a.WithMap(m)
	want := `### ik
Even kijken.

- relaties
- gezinsleven
  - zus (P A) > geven
    belt elke zondag

    en soms vaker
- gezondheid
- werk
  - cursus w wens [dicht]
    - eerste\
      tweede
- wat verder telt`
	if got := list(t, a); !strings.Contains(got, "[links]") || strings.ReplaceAll(got, " [links]", "") != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if fields := a.Sheet().Fields(); fields[0].Question != "Mindmap: P praktische steun, G gezelschap, A advies, E emotionele steun; > geven, < krijgen, = over en weer, ~ spanning, w wens" {
		t.Errorf("the section is called %q", fields[0].Question)
	}
}

func TestSidesAreWrittenOnlyWhereBalancingGivesOthers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sides, want string }{
		{"RLRL", "- a\n- b\n- c\n- d"}, {"RR", "- a [rechts]\n- b"}, {"LL", "- a [links]\n- b [links]"}, {"LR", "- a [links]\n- b"}, {"RRL", "- a\n- b\n- c [links]"}, {"R", "- a"},
	} {
		m := tree.New("")
		for i, s := range c.sides {
			m, _ = m.Below(nil, tree.Of(tree.Node{Label: string(rune('a' + i)), Side: map[rune]tree.Side{'L': tree.Left, 'R': tree.Right}[s]}))
		}
		a := fresh(t).WithMap(m)
		if got := list(t, a); got != "### ik\n\n"+c.want {
			t.Errorf("%s: %q", c.sides, got)
		}
		if b := again(t, a); !reflect.DeepEqual(a.Map(), b.Map()) {
			t.Errorf("%s: read back it has other sides", c.sides)
		}
	}
}

// outline writes a map with everything in it, a node a line.
func outline(m tree.Map) string {
	var b strings.Builder
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		fmt.Fprintf(&b, "%s%q", strings.Repeat(".", len(p)), n.Label)
		for _, s := range []string{n.Gives, n.Way} {
			if s != "" {
				b.WriteString(" " + s)
			}
		}
		if n.Folded {
			b.WriteString(" dicht")
		}
		if n.Remark != "" {
			fmt.Fprintf(&b, " (%q)", n.Remark)
		}
		b.WriteString("\n")
		return true
	})
	return strings.TrimSpace(b.String())
}

func TestListsWrittenByHandAreUnderstood(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"tabs", "- a\n\t- b\n\t\t- c\n\t- d\n- e", `"ik" ."a" .."b" ..."c" .."d" ."e"`},
		{"four blanks, and two", "- a\n    - b\n        - c\n- d\n  - e", `"ik" ."a" .."b" ..."c" ."d" .."e"`},
		{"a tab after blanks", "- a\n  - b\n\t- c\n- d", `"ik" ."a" .."b" ..."c" ."d"`},
		{"back to between two levels", "- a\n    - b\n  - c\n- d", `"ik" ."a" .."b" .."c" ."d"`},
		{"all sorts of items", "* a\n  + b\n  1. c\n  2) d\n- e", `"ik" ."a" .."b" .."c" .."d" ."e"`},
		{"a core as first item", "- oma\n  - werk\n    - baas\n  - thuis", `"oma" ."werk" .."baas" ."thuis"`},
		{"words above a core as first item", "Mijn kaart:\n- oma\n  lief\n  - werk", `"oma" ("Mijn kaart:\nlief") ."werk"`},
		{"a core as heading", "## oma\n- werk", `"oma" ."werk"`},
		{"one branch is no core", "- werk", `"ik" ."werk"`},
		{"marks in any order, close together", "### x\n- zus > geven (PA)\n- broer (P, G) <\n- oom [dicht] (E)\n- tante [links]\n- neef ~", `"x" ."zus" PA > ."broer" PG < ."oom" E ."tante" ."neef" ~`},
		{"what only looks like marks", "### x\n- zus (X)\n- a=\n- (P P)\n- vitamine w\n- b > geven <\n- c (P) (G)\n- ()", `"x" ."zus (X)" ."a=" ."(P P)" ."vitamine w" ."b > geven" < ."c (P)" G ."()"`},
		{"marks without a label", "### x\n- (P) >", `"x" ."" P >`},
		{"lines that are no items", "Mijn kaart:\n\n- a\nbij a\n  - b\n  bij b\n\n\n  nog\n\n- c\n\n### later", `"ik" ("Mijn kaart:") ."a" ("bij a") .."b" ("bij b\n\n\nnog") ."c" ("### later")`},
		{"line ends of Windows, blanks behind lines", "### x  \r\n\r\n- a (P)  \r\n  iets \r\n", `"x" ."a" P ("iets")`},
		{"signs that were escaped", `- \[dicht] \(P)` + "\n- a &#38; \\b &#99999999; &amp;\n- C:\\", `"ik" ."[dicht] (P)" ."a & \\b &#99999999; &amp;" ."C:\\"`},
		{"a line that was to go on, and does not", "- a\\\n- b\\\n\nlos", `"ik" ."a\\" ."b\\" ("los")`},
		{"headings between", "### x\n#### Werk\n- a", `"x" ("#### Werk") ."a"`},
		{"nothing but words", "zomaar iets", `"ik" ("zomaar iets")`},
		{"an empty item with a remark", "### x\n-\n  iets\n-", `"x" ."" ("iets") .""`},
		{"the place of words that are not here", "### x\n- wie ik ben [zie MM-6]\n- a [links]\n  - wie ik ben [zie MM-6] [dicht]\n- b", `"x" ."a" ."b"`},
		{"places in one another", "### x\n- a\n- [zie MM-6]\n  - wie ik ben [zie MM-6]", `"x" ."a"`},
		{"words that were typed at such a place", "### x\n- trots [zie MM-6]\n- wie ik ben [zie MM-6]\n  iets\n- wie ik ben (P) [zie MM-6]\n- wie ik ben [zie MM-6]\n  - b", `"x" ."trots" ."wie ik ben" ("iets") ."wie ik ben" P ."wie ik ben" .."b"`},
	} {
		a := noted(t, c.text)
		if got := strings.ReplaceAll(outline(a.Map()), "\n", " "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		if got := list(t, a); got != c.text {
			t.Errorf("%s: reading alone made\n%s", c.name, got)
		}
		if b := again(t, touched(a)); !reflect.DeepEqual(a.Map(), b.Map()) {
			t.Errorf("%s: written and read it is\n%s", c.name, outline(b.Map()))
		}
	}
}

func TestWordsOfTheSensitiveBranchAreFoundWhateverHappensToTheirPlace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, own, want string }{
		{"in their place", "### x\n- wie ik ben [zie MM-6]\n- a", "- trots\n  - b", `"x" ."trots" .."b" ."a"`},
		{"the place is gone", "### x\n- a", "- trots\n  - b", `"x" ."a" ."trots" .."b"`},
		{"written in both", "### x\n- anders [zie MM-6]\n  ook\n  - c", "- trots\n  - b", `"x" ."trots" ("anders\nook") .."b" .."c"`},
		{"a text and no list", "### x\n- wie ik ben [zie MM-6]", "zomaar", `"x" ."wie ik ben" ("zomaar")`},
		{"text above the list", "### x\n- wie ik ben [zie MM-6]", "### eerst\n- trots", `"x" ."trots" ("eerst")`},
		{"no map", "", "- trots", `"ik" ."relaties" ."gezinsleven" ."gezondheid" ."werk" ."wat verder telt" ."trots"`},
	} {
		a := noted(t, c.text, "MM-6", c.own)
		if got := strings.ReplaceAll(outline(a.Map()), "\n", " "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		if _, on := a.Identity(); !on {
			t.Errorf("%s: it is not known as sensitive", c.name)
		}
		if b := again(t, touched(a)); !reflect.DeepEqual(a.Map(), b.Map()) {
			t.Errorf("%s: written and read it is\n%s", c.name, outline(b.Map()))
		}
	}
}

func TestABranchThatWasForOneSessionOnlyIsOffInTheNext(t *testing.T) {
	t.Parallel()
	for _, place := range []tree.Path{nil, {1}} {
		first := fresh(t)
		m, p := first.Map().Below(place, tree.Of(tree.Node{ID: "MM-6", Label: "trots", Side: tree.Left}))
		m, _ = m.Below(p, tree.Of(tree.Node{Label: "geheim", Remark: "echt"}))
		m, _ = m.Up(p)
		first = first.WithMap(m)
		words, _ := first.Value("MM-6")
		note := first.Sheet().Without("MM-6")

		next := first.Definition().Read(note).(mindmap.Answer)
		if _, on := next.Identity(); on || strings.Contains(outline(next.Map()), "wie ik ben") {
			t.Errorf("%v: it is on without being asked for:\n%s", place, outline(next.Map()))
		}
		if got := string(next.Sheet().Bytes()); got != string(note.Bytes()) {
			t.Errorf("%v: reading alone made\n%s", place, got)
		}
		if b := next.Set("MM-6", words).(mindmap.Answer); !reflect.DeepEqual(b.Map(), first.Map()) {
			t.Errorf("%v: given back, the words make\n%s\nand not\n%s", place, outline(b.Map()), outline(first.Map()))
		}
		if kept := string(touched(next).Sheet().Bytes()); strings.Contains(kept, "MM-6") {
			t.Errorf("%v: the map of the next session says\n%s", place, kept)
		}
		asked, p := touched(next).WithIdentity()
		if n := asked.Map().At(p); n.Label != "wie ik ben" || len(n.Nodes) > 0 {
			t.Errorf("%v: asked for again, it holds %s", place, outline(asked.Map()))
		}
	}
}

// anyText draws a label or a remark: of signs that mean something here, and of all else.
func anyText() *rapid.Generator[string] {
	bits := rapid.SampledFrom([]string{
		"a", "zus", "P", "G", "w", "wens", " ", "  ", "\t", "\n", "\r", "\\", "(", ")", "[", "]", "&", ";", "#", "-", "*", "+", ">", "<", "=", "~", "`", "|", ".", "1",
		"- ", "1. ", "2) ", "### ", "## ", "(P)", "(P A)", "> geven", "= over en weer", "w wens", "[dicht]", "[links]", "[rechts]", "[zie MM-6]", "[x]",
		"&#32;", "&amp;", "---", "e\u0301", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "家", "👩‍👩‍👧", "\u200f", "\u00a0", "\u2028", "\ufeff", "\x00", "\x1b[31m", "\v", "\x7f", "\u0085",
	})
	return rapid.Map(rapid.SliceOfN(rapid.OneOf(bits, bits, bits, rapid.StringN(0, 3, -1)), 0, 6), func(s []string) string { return strings.Join(s, "") })
}

func gives() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"P", "G", "A", "E"}), 0, 4, rapid.ID), func(s []string) string { return strings.Join(s, "") })
}

// anyNode draws a node with what hangs below it.
func anyNode(t *rapid.T, depth int) tree.Node {
	n := tree.Node{
		Label: anyText().Draw(t, "label"), Gives: gives().Draw(t, "gives"),
		Way: rapid.SampledFrom([]string{"", "", ">", "<", "=", "~", "w"}).Draw(t, "way"), Folded: rapid.Bool().Draw(t, "folded"),
	}
	if rapid.Bool().Draw(t, "remarked") {
		n.Remark = anyText().Draw(t, "remark")
	}
	for range rapid.IntRange(0, 3-depth).Draw(t, "below") {
		n.Nodes = append(n.Nodes, tree.Of(anyNode(t, depth+1)))
	}
	return n
}

func anyMap(t *rapid.T) tree.Map {
	core := anyNode(t, 3)
	for range rapid.IntRange(0, 5).Draw(t, "branches") {
		n := anyNode(t, rapid.IntRange(1, 3).Draw(t, "depth"))
		n.Side = rapid.SampledFrom([]tree.Side{tree.NoSide, tree.Left, tree.Right}).Draw(t, "side")
		if rapid.IntRange(0, 4).Draw(t, "sensitive") == 0 {
			n.ID = "MM-6"
		}
		core.Nodes = append(core.Nodes, tree.Of(n))
	}
	core.Folded = false
	return tree.Map{Core: tree.Of(core)}
}

func TestWhatIsWrittenIsReadBackExactly(t *testing.T) {
	t.Parallel()
	a := fresh(t)
	rapid.Check(t, func(r *rapid.T) {
		b := a.WithMap(anyMap(r))
		if c := again(t, b); !reflect.DeepEqual(b.Map(), c.Map()) {
			r.Fatalf("wrote\n%s\nread\n%s\nby\n%s", outline(b.Map()), outline(c.Map()), b.Sheet().Bytes())
		}
	})
}

// wordy draws a map of words that occur once, and lists them.
func wordy(t *rapid.T, a mindmap.Answer) (mindmap.Answer, []string) {
	var words []string
	word := func() string {
		words = append(words, fmt.Sprintf("woord%dx", len(words)))
		return words[len(words)-1]
	}
	m := a.Map()
	for range rapid.IntRange(1, 12).Draw(t, "nodes") {
		var paths []tree.Path
		m.Walk(func(p tree.Path, _ *tree.Node) bool { paths = append(paths, slices.Clone(p)); return true })
		n := tree.Node{Label: word(), Gives: gives().Draw(t, "gives"), Way: rapid.SampledFrom([]string{"", ">", "w"}).Draw(t, "way")}
		if rapid.Bool().Draw(t, "remarked") {
			n.Remark = word() + rapid.SampledFrom([]string{" ", "\n", "\n\n", "\n- "}).Draw(t, "between") + word()
		}
		if rapid.Bool().Draw(t, "two lines") {
			n.Label += "\n" + word()
		}
		m, _ = m.Below(rapid.SampledFrom(paths).Draw(t, "at"), tree.Of(n))
	}
	a = a.WithMap(m)
	if rapid.Bool().Draw(t, "sensitive") {
		var p tree.Path
		a, p = a.WithIdentity()
		m, _ = a.Map().Below(p, node(word()))
		a = a.WithMap(m)
	}
	return a, words
}

// handEdit changes a text somewhere, as a person in an editor does, without taking
// words away.
func handEdit(t *rapid.T, text string, i int) string {
	lines := strings.Split(text, "\n")
	at := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
	bits := []string{"", " ", "\t", "\\", "-", "- ", "* ", "3. ", "(P)", " >", "[dicht]", "[zie MM-6]", "### ", "&#32;", "(", ")", fmt.Sprintf("hand%dx", i)}
	bit := rapid.SampledFrom(bits).Draw(t, "bit")
	switch rapid.IntRange(0, 5).Draw(t, "edit") {
	case 0:
		lines = slices.Insert(lines, at, bit)
	case 1:
		lines[at] = strings.TrimLeft(lines[at], " \t-")
	case 2:
		lines[at] = strings.Repeat(" ", rapid.IntRange(0, 9).Draw(t, "indent")) + lines[at]
	case 3:
		to := rapid.IntRange(0, len(lines)-1).Draw(t, "to")
		lines[at], lines[to] = lines[to], lines[at]
	case 4:
		lines[at] += " " + bit
	case 5:
		lines[at] = bit + lines[at]
	}
	return strings.Join(lines, "\n")
}

func TestNoHandEditLosesAWord(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		a, words := wordy(r, fresh(t))
		s := a.Sheet()
		for i := range rapid.IntRange(0, 8).Draw(r, "edits") {
			id := rapid.SampledFrom([]string{mindmap.Section, "MM-6"}).Draw(r, "section")
			if text, ok := s.Value(id); ok {
				s = s.With(id, "", handEdit(r, text, i))
			}
		}
		for _, text := range []string{mindmap.Section, "MM-6"} {
			v, _ := s.Value(text)
			for _, w := range strings.FieldsFunc(v, func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') }) {
				if strings.HasPrefix(w, "hand") && strings.HasSuffix(w, "x") {
					words = append(words, w)
				}
			}
		}
		b := a.Definition().Read(s).(mindmap.Answer)
		for _, c := range []mindmap.Answer{b, touched(b), again(t, touched(b))} {
			var all strings.Builder
			for _, w := range c.Words() {
				all.WriteString(w.Text + "\n")
			}
			for _, w := range words {
				if !strings.Contains(all.String(), w) {
					r.Fatalf("%s is lost:\n%s\nread as\n%s", w, s.Bytes(), outline(c.Map()))
				}
			}
		}
	})
}

func FuzzList(f *testing.F) {
	f.Add("### ik\n\n- werk [links]\n  - zus (P A) > geven\n    belt\\\n- wie ik ben [zie MM-6]", "- trots\n  - b")
	f.Add("- oma\n\t* a\\\n\tb\n 1. c &#10; \\(P)\n\nlos", "los\n### x\n- y [zie MM-6]")
	a := fresh(f)
	f.Fuzz(func(t *testing.T, text, own string) {
		s, err := sheet.Parse(sheet.New("M").With(mindmap.Section, "", text).With("MM-6", "", own).Bytes())
		if err != nil {
			return
		}
		b := a.Definition().Read(s).(mindmap.Answer)
		_, _ = b.Parts(kind.Env{}), b.Words()
		c := again(t, touched(b))
		if !reflect.DeepEqual(b.Map(), c.Map()) {
			t.Fatalf("read\n%s\nand, written and read,\n%s\nby\n%s", outline(b.Map()), outline(c.Map()), touched(b).Sheet().Bytes())
		}
	})
}
