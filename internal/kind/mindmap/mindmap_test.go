package mindmap_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
)

const source = `---
id: mindmap
titel: Mindmap
soort: mindmap
vooraf:
  - {id: MM-1, vraag: Wie staat in het midden?, soort: keuze, opties: [ik, verzonnen persoon]}
daarna:
  - {id: MM-7, vraag: Wat valt je op?, soort: tekst}
kern:
  veld: MM-1
  woorden: {ik: ik, verzonnen persoon: Persoon X}
takken: [relaties, gezinsleven, gezondheid, werk, wat verder telt]
hoogstens: {takken: 6, knopen: 4}
geeft:
  - {teken: P, woord: praktische steun}
  - {teken: G, woord: gezelschap}
  - {teken: A, woord: advies}
  - {teken: E, woord: emotionele steun}
kant:
  - {teken: ">", woord: geven}
  - {teken: "<", woord: krijgen}
  - {teken: "=", woord: over en weer}
  - {teken: "~", woord: spanning}
  - {teken: w, woord: wens}
identiteit: {id: MM-6, vraag: Wie ik ben, hulp: Alleen wat je wilt., tak: wie ik ben}
---
Teken.
`

// parsed reads a definition.
func parsed(t testing.TB, source string) (mindmap.Definition, []problem.Problem) {
	t.Helper()
	doc, problems := frontmatter.Parse("exercises/mindmap.md", []byte(source))
	var head kind.Head
	problems = append(problems, doc.Take(&head)...)
	d, more := mindmap.Kind{}.Parse(head, doc)
	return d.(mindmap.Definition), append(append(problems, more...), doc.Untaken()...)
}

func definition(t testing.TB) mindmap.Definition {
	t.Helper()
	d, problems := parsed(t, source)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return d
}

func fresh(t testing.TB) mindmap.Answer {
	t.Helper()
	return definition(t).Read(sheet.New("Mindmap")).(mindmap.Answer)
}

// noted reads an answer of the text of the map's section, with more fields.
func noted(t testing.TB, text string, fields ...string) mindmap.Answer {
	t.Helper()
	s := sheet.New("Mindmap")
	for i := 0; i < len(fields); i += 2 {
		s = s.With(fields[i], "?", fields[i+1])
	}
	return definition(t).Read(s.With(mindmap.Section, "Mindmap", text)).(mindmap.Answer)
}

// again writes the note of an answer and reads it.
func again(t testing.TB, a mindmap.Answer) mindmap.Answer {
	t.Helper()
	s, err := sheet.Parse(a.Sheet().Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return a.Definition().Read(s).(mindmap.Answer)
}

func labels(n *tree.Node) []string {
	var list []string
	for _, c := range n.Nodes {
		list = append(list, c.Label)
	}
	return list
}

func node(label string) *tree.Node { return tree.Of(tree.Node{Label: label}) }

// with hangs nodes below the first so many branches.
func with(a mindmap.Answer, branches int) mindmap.Answer {
	m := a.Map()
	for i := range branches {
		m, _ = m.Below(tree.Path{i}, node(fmt.Sprint("knoop", i)))
	}
	return a.WithMap(m)
}

func TestTheDefinitionTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ from, to, want string }{
		{"takken: [relaties, gezinsleven, gezondheid, werk, wat verder telt]\n", "", "geen takken"},
		{"veld: MM-1", "veld: MM-9", `geen keuze "MM-9"`},
		{"woorden: {ik: ik, verzonnen persoon: Persoon X}", "woorden: {ik: ik}", `"verzonnen persoon" heeft geen woord`},
		{"teken: G, woord: gezelschap", "teken: p, woord: gezelschap", `teken "p"`},
		{"teken: G, woord: gezelschap", "teken: G", `teken "G"`},
		{"teken: G", "teken: \"!\"", `teken "!"`},
		{`teken: "~"`, "teken: ~", `teken ""`},
		{`teken: "~"`, `teken: "("`, `teken "("`},
		{"teken: w", "teken: E", `teken "E"`},
		{", tak: wie ik ben", "", "identiteit"},
	} {
		changed := strings.Replace(source, c.from, c.to, 1)
		_, problems := parsed(t, changed)
		if changed == source || len(problems) != 1 || !strings.Contains(problems[0].What, c.want) || problems[0].Line == 0 || problems[0].Remedy == "" {
			t.Errorf("%q for %q: %v", c.to, c.from, problems)
		}
	}
}

func TestAnEmptyAnswerIsTheBranchesOneStartsWithAndWritesNothing(t *testing.T) {
	t.Parallel()
	a := fresh(t)
	if got := labels(a.Map().Core); !slices.Equal(got, a.Definition().Branches) {
		t.Errorf("it starts with %q", got)
	}
	for _, n := range a.Map().Core.Nodes {
		if n.Side == tree.NoSide {
			t.Errorf("%s has no side", n.Label)
		}
	}
	if a = a.WithMap(a.Map()); !a.Sheet().Empty() || len(a.Words()) > 0 || a.State(kind.Env{}) != kind.Untouched || a.Summary() != "" {
		t.Errorf("nothing was done, and it is %v, %q:\n%s", a.State(kind.Env{}), a.Summary(), a.Sheet().Bytes())
	}
	m, _ := a.Map().Delete(tree.Path{0})
	if b := again(t, a.WithMap(m)); len(b.Map().Core.Nodes) != 4 {
		t.Errorf("a branch that was taken away came back:\n%s", a.WithMap(m).Sheet().Bytes())
	}
}

func TestTheCoreFollowsWhoStandsInTheMiddleUnlessSomebodyTypedAnother(t *testing.T) {
	t.Parallel()
	a := with(fresh(t), 1)
	core := func(a kind.Answer) string { return again(t, a.(mindmap.Answer)).Map().Core.Label }
	for _, c := range []struct{ choice, want string }{{"", "ik"}, {"ik", "ik"}, {"verzonnen persoon", "Persoon X"}, {"mijn oma", "mijn oma"}} {
		b := a.Set("MM-1", c.choice)
		if got := b.(mindmap.Answer).Map().Core.Label; got != c.want || core(b) != c.want {
			t.Errorf("%q gives the core %q, and %q when read", c.choice, got, core(b))
		}
		if !strings.Contains(string(b.Sheet().Bytes()), "### "+c.want+"\n") {
			t.Errorf("%q: the note says\n%s", c.choice, b.Sheet().Bytes())
		}
	}
	typed := a.WithMap(a.Map().With(nil, func(n *tree.Node) { n.Label = "oma Zus" }))
	if b := typed.Set("MM-1", "verzonnen persoon"); core(b) != "oma Zus" || typed.State(kind.Env{}) != kind.Begun {
		t.Errorf("the core that was typed became %q", core(b))
	}
	if b := typed.WithMap(a.Map().With(nil, func(n *tree.Node) { n.Label = "" })); b.Map().Core.Label != "ik" {
		t.Errorf("an emptied core is %q", b.Map().Core.Label)
	}
}

func TestFourBranchesThatHoldSomethingAreDone(t *testing.T) {
	t.Parallel()
	want := []kind.State{kind.Untouched, kind.Begun, kind.Begun, kind.Begun, kind.Done, kind.Done}
	for n, state := range want {
		if got := with(fresh(t), n).Own(); got != state {
			t.Errorf("%d branches: %v, want %v", n, got, state)
		}
	}
	m, _ := fresh(t).Map().Below(tree.Path{0}, node(" "))
	if a := fresh(t).WithMap(m); a.Own() != kind.Untouched {
		t.Error("an empty node counts")
	}
	m, _ = fresh(t).Map().Below(nil, node("muziek"))
	if a := fresh(t).WithMap(m); a.Own() != kind.Begun || a.State(kind.Env{}) != kind.Begun {
		t.Error("a branch of one's own does not count")
	}
	if a := fresh(t).Set(kind.PaperID, "- op papier gedaan"); a.State(kind.Env{}) != kind.Done {
		t.Error("done on paper is not done")
	}
	if a := with(fresh(t), 4).Set("MM-1", "ik"); a.State(kind.Env{}) != kind.Begun || a.Set("MM-7", "iets").State(kind.Env{}) != kind.Done {
		t.Error("the fields do not count")
	}
}

func TestTheMapStandsBetweenTheFields(t *testing.T) {
	t.Parallel()
	parts := with(fresh(t), 2).Parts(kind.Env{})
	var order []string
	for _, p := range parts {
		switch p := p.(type) {
		case kind.Ask:
			order = append(order, p.Field.ID)
		case kind.Instrument:
			order = append(order, p.Summary)
		}
	}
	if want := []string{"MM-1", "2 woorden op 2 takken", "MM-7", kind.PaperID}; !slices.Equal(order, want) {
		t.Errorf("order %q", order)
	}
	if got := with(fresh(t), 1).Summary(); got != "1 woord op 1 tak" {
		t.Errorf("one is %q", got)
	}
}

func TestTheSensitiveBranchIsOffAndItsWordsStandApart(t *testing.T) {
	t.Parallel()
	a := fresh(t)
	if _, on := a.Identity(); on {
		t.Fatal("it is on without being asked for")
	}
	a, p := a.WithIdentity()
	if at, on := a.Identity(); !on || !slices.Equal(at, p) || a.Map().At(p).Label != "wie ik ben" || a.Own() != kind.Untouched {
		t.Errorf("asked for, it stands at %v, state %v", at, a.Own())
	}
	if b, q := a.WithIdentity(); b.Map().Core != a.Map().Core || !slices.Equal(p, q) {
		t.Error("asked for twice, it is there twice")
	}
	if _, ok := a.Sheet().Value("MM-6"); ok {
		t.Error("nothing was said in it, and it has a section")
	}
	if _, on := again(t, a).Identity(); on {
		t.Errorf("nothing was said in it, and in the next session it is on:\n%s", a.Sheet().Bytes())
	}
	m, _ := a.Map().Below(p, tree.Of(tree.Node{Label: "geheim", Remark: "ook geheim", Gives: "E", Way: "<"}))
	m = m.With(p, func(n *tree.Node) { n.Label, n.Side = "verborgen", tree.Left })
	m, _ = m.Up(p)
	a = a.WithMap(m)
	if b := again(t, a); !reflect.DeepEqual(b.Map(), a.Map()) {
		t.Errorf("read back it is another map:\n%s", a.Sheet().Bytes())
	}
	for _, f := range a.Definition().Fields() {
		if bool(f.Sensitive) != (f.ID == "MM-6") {
			t.Errorf("%s is sensitive: %v", f.ID, f.Sensitive)
		}
	}
	kept := string(a.Sheet().Without("MM-6").Bytes())
	if strings.Contains(kept, "geheim") || strings.Contains(kept, "verborgen") {
		t.Errorf("what is for now only is kept:\n%s", kept)
	}
	list, _ := a.Value(mindmap.Branches)
	if strings.Contains(list, "verborgen") {
		t.Errorf("the list of branches is %q", list)
	}
	for _, w := range a.Words() {
		if secret := w.Text != "relaties" && (strings.Contains(w.Text, "geheim") || w.Text == "verborgen"); secret != (w.Field == "MM-6") {
			t.Errorf("%+v", w)
		}
	}
}

func TestWordsForNowOnlyComeBackToANoteThatLacksThem(t *testing.T) {
	t.Parallel()
	a, p := fresh(t).WithIdentity()
	m, _ := a.Map().Below(p, node("geheim"))
	a = a.WithMap(m)
	value, _ := a.Value("MM-6")
	without := a.Definition().Read(a.Sheet().Without("MM-6")).(mindmap.Answer)
	if b := without.Set("MM-6", value).(mindmap.Answer); !reflect.DeepEqual(b.Map(), a.Map()) {
		t.Errorf("%q gives\n%s", value, b.Sheet().Bytes())
	}
	if _, on := a.Set("MM-6", "").(mindmap.Answer).Identity(); on {
		t.Error("emptied, the branch is still there")
	}
}

func TestWordsListEveryLabelAndRemarkWithItsPlace(t *testing.T) {
	t.Parallel()
	a := noted(t, "### oma\nLief.\n\n- relaties\n  - zus (P) > geven\n    elke zondag\n    - haar hond", "MM-7", "Veel.", "MM-1", "ik")
	want := []kind.Words{
		{Field: "MM-7", Ask: "Wat valt je op?", Text: "Veel."},
		{Field: "MM-1", Ask: "Wie staat in het midden?", Text: "ik"},
		{Field: "kaart", Ask: "Mindmap", Text: "oma"},
		{Field: "kaart", Ask: "Mindmap", Text: "Lief."},
		{Field: "kaart", Ask: "Mindmap", Text: "relaties"},
		{Field: "kaart", Ask: "Mindmap › relaties", Text: "zus"},
		{Field: "kaart", Ask: "Mindmap › relaties › zus", Text: "elke zondag"},
		{Field: "kaart", Ask: "Mindmap › relaties › zus", Text: "haar hond"},
	}
	if got := a.Words(); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	if list, ok := a.Value(mindmap.Branches); !ok || list != "- relaties" {
		t.Errorf("the branches are %q", list)
	}
}

func TestMarksThatTheExerciseLacksBecomeWords(t *testing.T) {
	t.Parallel()
	marked := func(label, gives, way string, below ...*tree.Node) *tree.Node {
		return tree.Of(tree.Node{Label: label, Gives: gives, Way: way, Nodes: below})
	}
	deep := marked("bedrijf", "BV", "", marked("zus", "PA", ">"), marked("cao", "PX", "!"))
	want := `"bedrijf [BV]" "zus" PA > "cao [PX !]" "" > "[EE]" "a\nb [?]" P`
	nodes := []*tree.Node{deep, marked("", "", ">"), marked("", "EE", ""), marked("a\nb", "P", "?")}
	for _, p := range []tree.Path{nil, {0}, {1, 0}} {
		a := with(fresh(t), 3)
		m, _ := a.Map().Below(p, nodes...)
		was := a.Map()
		a = a.WithMap(m)
		if got := strings.ReplaceAll(outline(a.Map()), ".", ""); !strings.Contains(strings.ReplaceAll(got, "\n", " "), want) {
			t.Errorf("below %v it is\n%s", p, got)
		}
		if b := again(t, a); !reflect.DeepEqual(b.Map(), a.Map()) {
			t.Errorf("below %v the note says\n%s", p, a.Sheet().Bytes())
		}
		if a.Map().At(tree.Path{2}) != was.At(tree.Path{2}) {
			t.Errorf("below %v: a branch in which nothing changed is another", p)
		}
	}
}

func TestMarksAreFoundWhereverTheMapChanged(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		a := fresh(t)
		for range rapid.IntRange(1, 12).Draw(r, "changes") {
			var paths []tree.Path
			a.Map().Walk(func(p tree.Path, _ *tree.Node) bool { paths = append(paths, slices.Clone(p)); return true })
			m, p := a.Map(), rapid.SampledFrom(paths).Draw(r, "at")
			odd := tree.Of(tree.Node{Label: "n", Gives: "PQ", Way: "?"})
			for _, do := range rapid.SliceOfN(rapid.SampledFrom([]string{"below", "before", "between", "delete", "up", "higher", "move", "mark"}), 1, 4).Draw(r, "do") {
				switch do {
				case "below":
					m, p = m.Below(p, odd, odd)
				case "before":
					m, p = m.Before(p, odd)
				case "between":
					m, p = m.Between(p, odd)
				case "delete":
					m, p = m.Delete(p)
				case "up":
					m, p = m.Up(p)
				case "higher":
					m, p = m.Higher(p)
				case "move":
					m, p = m.MoveTo(p, nil)
				case "mark":
					m = m.With(p, func(n *tree.Node) { n.Gives += "Q" })
				}
			}
			a = a.WithMap(m)
		}
		a.Map().Walk(func(_ tree.Path, n *tree.Node) bool {
			if strings.Trim(n.Gives, "PGAE") != "" || n.Way != "" {
				r.Fatalf("a mark that the note cannot keep:\n%s", outline(a.Map()))
			}
			return true
		})
	})
}

func TestChangingTheMapCostsNoMoreInALargeOne(t *testing.T) {
	cost := func(n int) float64 {
		a := fresh(t)
		m := a.Map().With(tree.Path{0}, func(b *tree.Node) {
			for i := range n {
				b.Nodes = append(b.Nodes, node(fmt.Sprint(i)))
			}
		})
		a = a.WithMap(m)
		return testing.AllocsPerRun(10, func() {
			a.WithMap(a.Map().With(tree.Path{1}, func(n *tree.Node) { n.Label += "x" }))
		})
	}
	if few, many := cost(10), cost(10_000); many > 2*few {
		t.Errorf("a change makes %v objects in a small map, %v in a large one", few, many)
	}
}
