package tree_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/kind/mindmap/tree"
)

// drawn writes a branch on one line: its label, "<" on the left, ">" on the right, "+"
// where it is folded, and what hangs below it between brackets.
func drawn(n *tree.Node) string {
	var b strings.Builder
	b.WriteString(n.Label + [...]string{"", ">", "<"}[n.Side])
	if n.Folded {
		b.WriteString("+")
	}
	if len(n.Nodes) > 0 {
		b.WriteString("(")
		for i, c := range n.Nodes {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString(drawn(c))
		}
		b.WriteString(")")
	}
	return b.String()
}

func leaf(label string) *tree.Node { return tree.Of(tree.Node{Label: label}) }

func branch(label string, side tree.Side, nodes ...*tree.Node) *tree.Node {
	return tree.Of(tree.Node{Label: label, Side: side, Nodes: nodes})
}

// sample is k(a>(1 2(x y)) b<(3) c> d<).
func sample() tree.Map {
	return tree.Map{Core: branch("k", tree.NoSide,
		branch("a", tree.Right, leaf("1"), branch("2", tree.NoSide, leaf("x"), leaf("y"))),
		branch("b", tree.Left, leaf("3")), branch("c", tree.Right), branch("d", tree.Left))}
}

const sampleDrawn = "k(a>(1 2(x y)) b<(3) c> d<)"

type op func(m tree.Map, p tree.Path) (tree.Map, tree.Path)

func adds(add func(tree.Map, tree.Path, *tree.Node) (tree.Map, tree.Path), n *tree.Node) op {
	return func(m tree.Map, p tree.Path) (tree.Map, tree.Path) { return add(m, p, n) }
}

func below(nodes ...*tree.Node) op {
	return func(m tree.Map, p tree.Path) (tree.Map, tree.Path) { return m.Below(p, nodes...) }
}

func moves(to ...int) op {
	return func(m tree.Map, p tree.Path) (tree.Map, tree.Path) { return m.MoveTo(p, to) }
}

func folds(folded bool) op {
	return func(m tree.Map, p tree.Path) (tree.Map, tree.Path) { return m.Fold(p, folded), p }
}

func otherSide(m tree.Map, p tree.Path) (tree.Map, tree.Path) { return m.OtherSide(p), p }

func TestEachChangeGivesTheTreeAndTheChosenNode(t *testing.T) {
	t.Parallel()
	type path = tree.Path
	for _, c := range []struct {
		name string
		do   op
		at   path
		want string
		then path
	}{
		{"below the core, on the lighter side", below(leaf("n")), nil, "k(a>(1 2(x y)) b<(3) c> d< n<)", path{4}},
		{"below the core, on a side of its own", below(branch("n", tree.Right)), nil, "k(a>(1 2(x y)) b<(3) c> d< n>)", path{4}},
		{"below a node, without its side", below(branch("n", tree.Right)), path{0, 1}, "k(a>(1 2(x y n)) b<(3) c> d<)", path{0, 1, 2}},
		{"several below the core, each on the side that is lighter then", below(leaf("n"), branch("o", 0, leaf("p")), branch("q", tree.Right), leaf("r")), nil, "k(a>(1 2(x y)) b<(3) c> d< n< o<(p) q> r<)", path{7}},
		{"several below a node", below(leaf("n"), branch("o", tree.Left)), path{0, 1}, "k(a>(1 2(x y n o)) b<(3) c> d<)", path{0, 1, 3}},
		{"none below a node", below(), path{0, 1}, sampleDrawn, path{0, 1}},
		{"several below nothing", below(leaf("n"), leaf("o")), path{7}, sampleDrawn, path{7}},
		{"below nothing", below(leaf("n")), path{7}, sampleDrawn, path{7}},
		{"beside a main branch, on its side", adds(tree.Map.Beside, leaf("n")), path{1}, "k(a>(1 2(x y)) b<(3) n< c> d<)", path{2}},
		{"beside a node", adds(tree.Map.Beside, leaf("n")), path{0, 0}, "k(a>(1 n 2(x y)) b<(3) c> d<)", path{0, 1}},
		{"beside the core", adds(tree.Map.Beside, leaf("n")), nil, "k(a>(1 2(x y)) b<(3) c> d< n<)", path{4}},
		{"beside nothing", adds(tree.Map.Beside, leaf("n")), path{0, 9}, sampleDrawn, path{0, 9}},
		{"before a main branch", adds(tree.Map.Before, leaf("n")), path{2}, "k(a>(1 2(x y)) b<(3) n> c> d<)", path{2}},
		{"before a node", adds(tree.Map.Before, leaf("n")), path{0, 1}, "k(a>(1 n 2(x y)) b<(3) c> d<)", path{0, 1}},
		{"between the core and a main branch", adds(tree.Map.Between, leaf("n")), path{1}, "k(a>(1 2(x y)) n<(b(3)) c> d<)", path{1}},
		{"between two nodes, with what it brings", adds(tree.Map.Between, tree.Of(tree.Node{Label: "n", Folded: true, Nodes: []*tree.Node{leaf("m")}})), path{0, 0}, "k(a>(n(m 1) 2(x y)) b<(3) c> d<)", path{0, 0}},
		{"between nothing and the core", adds(tree.Map.Between, leaf("n")), nil, sampleDrawn, nil},
		{"delete, then the next", tree.Map.Delete, path{0, 0}, "k(a>(2(x y)) b<(3) c> d<)", path{0, 0}},
		{"delete the last, then the one before", tree.Map.Delete, path{0, 1}, "k(a>(1) b<(3) c> d<)", path{0, 0}},
		{"delete the only one, then the parent", tree.Map.Delete, path{1, 0}, "k(a>(1 2(x y)) b< c> d<)", path{1}},
		{"delete a main branch, then the next on its side", tree.Map.Delete, path{0}, "k(b<(3) c> d<)", path{1}},
		{"delete the last on a side, then the one before there", tree.Map.Delete, path{2}, "k(a>(1 2(x y)) b<(3) d<)", path{0}},
		{"delete the core", tree.Map.Delete, nil, sampleDrawn, nil},
		{"up, past the other side", tree.Map.Up, path{2}, "k(c> b<(3) a>(1 2(x y)) d<)", path{0}},
		{"up, the first of its side", tree.Map.Up, path{1}, sampleDrawn, path{1}},
		{"up", tree.Map.Up, path{0, 1}, "k(a>(2(x y) 1) b<(3) c> d<)", path{0, 0}},
		{"down, past the other side", tree.Map.Down, path{1}, "k(a>(1 2(x y)) d< c> b<(3))", path{3}},
		{"down, the last of its side", tree.Map.Down, path{2}, sampleDrawn, path{2}},
		{"down", tree.Map.Down, path{0, 1, 0}, "k(a>(1 2(y x)) b<(3) c> d<)", path{0, 1, 1}},
		{"deeper, below the one before on its side", tree.Map.Deeper, path{3}, "k(a>(1 2(x y)) b<(3 d) c>)", path{1, 1}},
		{"deeper, with nothing before it", tree.Map.Deeper, path{0, 0}, sampleDrawn, path{0, 0}},
		{"higher, to a main branch on its side", tree.Map.Higher, path{1, 0}, "k(a>(1 2(x y)) b< 3< c> d<)", path{2}},
		{"higher", tree.Map.Higher, path{0, 1, 0}, "k(a>(1 2(y) x) b<(3) c> d<)", path{0, 2}},
		{"higher than a main branch", tree.Map.Higher, path{0}, sampleDrawn, path{0}},
		{"to the other side, from deep in a branch", otherSide, path{0, 1, 0}, "k(a<(1 2(x y)) b<(3) c> d<)", path{0, 1, 0}},
		{"to the other side and back", func(m tree.Map, p tree.Path) (tree.Map, tree.Path) { return m.OtherSide(p).OtherSide(p), p }, path{1}, sampleDrawn, path{1}},
		{"move to a branch behind it", moves(1), path{0}, "k(b<(3 a(1 2(x y))) c> d<)", path{0, 1}},
		{"move to a branch before it", moves(0), path{3}, "k(a>(1 2(x y) d) b<(3) c>)", path{0, 2}},
		{"move deep to the core", moves(), path{0, 1}, "k(a>(1) b<(3) c> d< 2>(x y))", path{4}},
		{"move a main branch last, on its side", moves(), path{0}, "k(b<(3) c> d< a>(1 2(x y)))", path{3}},
		{"move below itself", moves(0, 1, 0), path{0}, sampleDrawn, path{0}},
		{"move to itself", moves(0), path{0}, sampleDrawn, path{0}},
		{"move to a place that is not there", moves(8), path{0}, sampleDrawn, path{0}},
		{"fold", folds(true), path{0, 1}, "k(a>(1 2+(x y)) b<(3) c> d<)", path{0, 1}},
		{"fold a node with nothing below it", folds(true), path{2}, sampleDrawn, path{2}},
		{"fold the core", folds(true), nil, sampleDrawn, nil},
		{"unfold what is not folded", folds(false), path{0}, sampleDrawn, path{0}},
	} {
		m := sample()
		got, then := c.do(m, c.at)
		if drawn(got.Core) != c.want || !slices.Equal(then, c.then) {
			t.Errorf("%s:\n got %s, chosen %v\nwant %s, chosen %v", c.name, drawn(got.Core), then, c.want, c.then)
		}
		if drawn(m.Core) != sampleDrawn {
			t.Errorf("%s changed the old map: %s", c.name, drawn(m.Core))
		}
		if c.want == sampleDrawn && got.Core != m.Core && c.name != "to the other side and back" {
			t.Errorf("%s: nothing changed, and yet it is another map", c.name)
		}
		sizes(t, got)
	}
}

type failer interface{ Errorf(string, ...any) }

// sizes checks what holds of every node: its size, that a side is of a main branch, and
// that what is folded has something below it.
func sizes(t failer, m tree.Map) {
	counted := map[*tree.Node]int{}
	var count func(n *tree.Node, depth int) int
	count = func(n *tree.Node, depth int) int {
		total := 1
		for _, c := range n.Nodes {
			total += count(c, depth+1)
		}
		counted[n] = total
		if n.Size() != total {
			t.Errorf("%s: size %d, counted %d", drawn(n), n.Size(), total)
		}
		if n.Side != tree.NoSide != (depth == 1) {
			t.Errorf("%s stands at depth %d with side %d", n.Label, depth, n.Side)
		}
		if n.Folded && (len(n.Nodes) == 0 || depth == 0) {
			t.Errorf("%s is folded at depth %d with %d below it", n.Label, depth, len(n.Nodes))
		}
		return total
	}
	count(m.Core, 0)
	walked := 0
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		walked++
		if m.At(p) != n {
			t.Errorf("the walk gives %v for %s", p, n.Label)
		}
		return true
	})
	if walked != m.Core.Size() {
		t.Errorf("walked over %d of %d nodes", walked, m.Core.Size())
	}
}

func TestWhatDidNotChangeIsShared(t *testing.T) {
	t.Parallel()
	m := sample()
	n := m.With(tree.Path{0, 1, 0}, func(n *tree.Node) { n.Label = "z" })
	if n.At(tree.Path{1}) != m.At(tree.Path{1}) || n.At(tree.Path{0, 0}) != m.At(tree.Path{0, 0}) || n.At(tree.Path{0}) == m.At(tree.Path{0}) {
		t.Error("more, or less, than the way to the node is new")
	}
	if f := m.FoldFrom(2); f.At(tree.Path{1}) != m.At(tree.Path{1}) || f.FoldFrom(2).Core != f.Core {
		t.Error("folding made a branch anew in which nothing changed")
	}
}

func TestANodeIsNotChangedThroughTheListItWasMadeOf(t *testing.T) {
	t.Parallel()
	list := []*tree.Node{leaf("a")}
	n := tree.Of(tree.Node{Label: "k", Nodes: list})
	list[0] = leaf("b")
	if n.Nodes[0].Label != "a" {
		t.Error("the list changed the node")
	}
}

func TestFoldingByLevel(t *testing.T) {
	t.Parallel()
	m := sample()
	for level, want := range []string{sampleDrawn, "k(a>+(1 2+(x y)) b<+(3) c> d<)", "k(a>(1 2+(x y)) b<(3) c> d<)", sampleDrawn} {
		if got := drawn(m.FoldFrom(level).Core); got != want {
			t.Errorf("level %d: %s, want %s", level, got, want)
		}
		sizes(t, m.FoldFrom(level))
	}
	if got := drawn(m.FoldFrom(1).FoldFrom(0).Core); got != sampleDrawn {
		t.Errorf("unfolded: %s", got)
	}
	if m, p := m.FoldFrom(1).Below(tree.Path{1}, leaf("n")); m.At(tree.Path{1}).Folded || m.At(p).Label != "n" {
		t.Error("what comes below a folded node cannot be seen")
	}
	if m, _ := m.FoldFrom(1).Delete(tree.Path{1, 0}); m.At(tree.Path{1}).Folded {
		t.Error("a node is folded that has nothing below it")
	}
}

func TestManyAtOnceHangAsOneAfterTheOther(t *testing.T) {
	t.Parallel()
	for _, p := range []tree.Path{nil, {1}, {0, 1}} {
		m := sample().FoldFrom(1)
		many, last := m.Below(p, sample().Core.Nodes...)
		one, then := m, p
		for _, n := range sample().Core.Nodes {
			one, then = one.Below(p, n)
		}
		if drawn(many.Core) != drawn(one.Core) || !slices.Equal(last, then) {
			t.Errorf("at once %s, chosen %v; one by one %s, chosen %v", drawn(many.Core), last, drawn(one.Core), then)
		}
		sizes(t, many)
	}
}

func TestHangingManyAtOnceMakesEachOnce(t *testing.T) {
	const many, around = 10_000, 20
	m, nodes := sample(), slices.Repeat([]*tree.Node{leaf("n")}, many)
	if made := testing.AllocsPerRun(5, func() { m.Below(nil, nodes...) }); made > many+around {
		t.Errorf("hanging %d nodes makes %v objects", many, made)
	}
}

func TestBranchesWithoutASideComeOnTheLighterOne(t *testing.T) {
	t.Parallel()
	m := tree.New("k")
	if m.Balanced().Core != m.Core {
		t.Error("a map without branches has nothing to balance")
	}
	m = m.With(nil, func(n *tree.Node) {
		n.Nodes = []*tree.Node{branch("a", 0, leaf("1"), leaf("2")), leaf("b"), branch("c", tree.Left), leaf("d"), leaf("e")}
	})
	if got, want := drawn(m.Balanced().Core), "k(a>(1 2) b< c< d< e>)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	sizes(t, m.Balanced())
	if b := m.Balanced(); b.Balanced().Core != b.Core {
		t.Error("balancing twice moves what has its side")
	}
}

func TestAPathThatIsGoneFitsToItsDeepestNode(t *testing.T) {
	t.Parallel()
	m := sample()
	for _, c := range [][2]tree.Path{{{0, 1, 1}, {0, 1, 1}}, {{0, 5, 1}, {0}}, {{9}, {}}, {nil, {}}, {{-1}, {}}} {
		if got := m.Fit(c[0]); !slices.Equal(got, c[1]) {
			t.Errorf("%v fits to %v, want %v", c[0], got, c[1])
		}
	}
	var zero tree.Map
	if zero.At(nil) != nil || len(zero.Fit(tree.Path{1})) != 0 || zero.FoldFrom(1).Core != nil || zero.Balanced().Core != nil {
		t.Error("the zero map is more than nothing")
	}
	if m, _ := zero.Below(nil, leaf("a")); m.Core != nil {
		t.Error("something hangs below nothing")
	}
	zero.Walk(func(tree.Path, *tree.Node) bool { t.Error("a walk over nothing"); return true })
}

func TestAWalkStopsWhereItIsTold(t *testing.T) {
	t.Parallel()
	var seen []string
	sample().Walk(func(_ tree.Path, n *tree.Node) bool {
		seen = append(seen, n.Label)
		return n.Label != "2"
	})
	if got := strings.Join(seen, " "); got != "k a 1 2" {
		t.Errorf("walked %s", got)
	}
}

// edit does one random change; it gives how many nodes come, or go.
func edit(t *rapid.T, m tree.Map, i int) (tree.Map, tree.Path, int) {
	paths := []tree.Path{}
	m.Walk(func(p tree.Path, _ *tree.Node) bool { paths = append(paths, slices.Clone(p)); return true })
	p := rapid.SampledFrom(paths).Draw(t, "at")
	fresh := leaf(fmt.Sprint(i))
	var then tree.Path
	by := 0
	switch rapid.SampledFrom([]string{"below", "below", "beside", "before", "between", "delete", "up", "down", "deeper", "higher", "other", "move", "fold", "level", "label"}).Draw(t, "what") {
	case "below":
		m, then = m.Below(p, fresh)
		by = 1
	case "beside":
		m, then = m.Beside(p, fresh)
		by = 1
	case "before":
		m, then = m.Before(p, fresh)
		by = 1
	case "between":
		if len(p) > 0 {
			by = 1
		}
		m, then = m.Between(p, fresh)
	case "delete":
		if len(p) > 0 {
			by = -m.At(p).Size()
		}
		m, then = m.Delete(p)
	case "up":
		m, then = kept(t, m, p, tree.Map.Up)
	case "down":
		m, then = kept(t, m, p, tree.Map.Down)
	case "deeper":
		m, then = kept(t, m, p, tree.Map.Deeper)
	case "higher":
		m, then = kept(t, m, p, tree.Map.Higher)
	case "move":
		m, then = kept(t, m, p, moves(rapid.SampledFrom(paths).Draw(t, "to")...))
	case "other":
		m, then = kept(t, m, p, otherSide)
	case "fold":
		m, then = m.Fold(p, rapid.Bool().Draw(t, "folded")), p
	case "level":
		m, then = m.FoldFrom(rapid.IntRange(0, 3).Draw(t, "level")), p
	case "label":
		m, then = m.With(p, func(n *tree.Node) { n.Label = fmt.Sprint("l", i) }), p
	}
	return m, then, by
}

// kept moves a node, which is the same one after it.
func kept(t *rapid.T, m tree.Map, p tree.Path, move op) (tree.Map, tree.Path) {
	label, size := m.At(p).Label, m.At(p).Size()
	m, then := move(m, p)
	if n := m.At(then); n == nil || n.Label != label || n.Size() != size {
		t.Fatalf("the node that moved is not the one at %v: %s", then, drawn(m.Core))
	}
	return m, then
}

func TestTwoHundredRandomChangesAndBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		type step struct {
			m     tree.Map
			drawn string
		}
		steps := []step{{sample(), sampleDrawn}}
		for i := range rapid.IntRange(1, 200).Draw(t, "changes") {
			was := steps[len(steps)-1]
			m, then, by := edit(t, was.m, i)
			if m.At(then) == nil {
				t.Fatalf("chosen is %v, which is not there", then)
			}
			if got := m.Core.Size() - was.m.Core.Size(); got != by {
				t.Fatalf("%d nodes came, want %d:\n%s\n%s", got, by, was.drawn, drawn(m.Core))
			}
			sizes(t, m)
			steps = append(steps, step{m, drawn(m.Core)})
		}
		for i := len(steps) - 1; i >= 0; i-- {
			if got := drawn(steps[i].m.Core); got != steps[i].drawn {
				t.Fatalf("undoing to step %d gives\n%s, want\n%s", i, got, steps[i].drawn)
			}
		}
	})
}

// large gives a map of about so many nodes, ten on each.
func large(n int) (tree.Map, tree.Path) {
	m := tree.Map{Core: branch("k", tree.NoSide)}
	level := []*tree.Node{}
	for i := range n {
		level = append(level, leaf(fmt.Sprint(i)))
	}
	for len(level) > 10 {
		var next []*tree.Node
		for part := range slices.Chunk(level, 10) {
			next = append(next, branch("b", tree.NoSide, part...))
		}
		level = next
	}
	m = m.With(nil, func(core *tree.Node) { core.Nodes = level }).Balanced()
	var p tree.Path
	for m.At(append(p, 0)) != nil {
		p = append(p, 0)
	}
	return m, p
}

func BenchmarkChange(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		m, p := large(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.With(p, func(n *tree.Node) { n.Label = "anders" })
			}
		})
	}
}

func TestAChangeCostsTheDepthAndNotTheWhole(t *testing.T) {
	cost := func(n int) float64 {
		m, p := large(n)
		return testing.AllocsPerRun(20, func() { m.With(p, func(n *tree.Node) { n.Label = "anders" }) })
	}
	if few, many := cost(100), cost(10_000); many > 3*few {
		t.Errorf("a change makes %v objects in 100 nodes, %v in 10,000", few, many)
	}
}
