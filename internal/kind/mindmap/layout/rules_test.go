package layout

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

var labels = []string{
	"", " \t", "zus", "buurvrouw", "een label dat over meer dan een rij loopt omdat het lang is", "naïveté", "e\u0301e\u0301n",
	"أخت كبيرة من بعيد", "漢字と仮名の長いラベルがここにある", "👩‍👩‍👧 thuis", "🇳🇱 hier", "a\nb\tc", "# kop <b> & *ster*", "\x1b[31mrood\x1b[0m",
	"arbeidsongeschiktheidsverzekeringsmaatschappij", "x-y-z en nog wat", "\u0301", "\u202eomgekeerd",
	strings.Repeat("van alles wat er nog bij hoort ", 4), strings.Repeat("en zo gaat het verder ", 9),
}

// someMap draws a map of up to so many nodes.
func someMap(t *rapid.T, most int) tree.Map {
	m := tree.New(rapid.SampledFrom(labels).Draw(t, "core"))
	paths := []tree.Path{{}}
	deep := rapid.IntRange(1, 9).Draw(t, "deep")
	for range rapid.IntRange(0, most).Draw(t, "nodes") {
		at := paths[rapid.IntRange(max(0, len(paths)-1-len(paths)*deep/9), len(paths)-1).Draw(t, "below")]
		n := tree.Node{Label: rapid.SampledFrom(labels).Draw(t, "label")}
		if rapid.Bool().Draw(t, "marked") {
			n.Gives, n.Way = "PG", rapid.SampledFrom([]string{"", ">", "="}).Draw(t, "way")
		}
		if rapid.IntRange(0, 9).Draw(t, "side") == 0 {
			n.Side = tree.Left
		}
		var p tree.Path
		m, p = m.Below(at, tree.Of(n))
		paths = append(paths, p)
	}
	for range rapid.IntRange(0, 3).Draw(t, "folds") {
		m = m.Fold(rapid.SampledFrom(paths).Draw(t, "fold"), true)
	}
	return m.Balanced()
}

func somePath(t *rapid.T, m tree.Map, name string) tree.Path {
	var paths []tree.Path
	m.Walk(func(p tree.Path, _ *tree.Node) bool {
		paths = append(paths, slices.Clone(p))
		return true
	})
	return rapid.SampledFrom(paths).Draw(t, name)
}

func someOptions(t *rapid.T, m tree.Map) Options {
	size := rapid.SampledFrom(sizes).Draw(t, "size")
	o := Options{Width: size.width, Height: size.height, Auto: rapid.Bool().Draw(t, "auto")}
	if rapid.Bool().Draw(t, "graphemes") {
		o.Ruler = plain.Graphemes()
	}
	if rapid.IntRange(0, 4).Draw(t, "focused") == 0 {
		o.Focus = somePath(t, m, "focus")
	}
	return o
}

func TestNothingOverlapsOrIsCutAndTheChosenNodeShows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := someMap(t, rapid.SampledFrom([]int{5, 30, 200}).Draw(t, "most"))
		o := someOptions(t, m)
		l := New(marks)
		for range 3 {
			chosen := somePath(t, m, "chosen")
			d := l.Arrange(m, chosen, o)
			checkDrawing(t, m, chosen, o, d)
			fresh := New(marks).Arrange(m, chosen, o)
			if !reflect.DeepEqual(d.Rows, fresh.Rows) {
				t.Fatalf("what was kept gives another drawing")
			}
			o.Offset = d.Offset
			if again := l.Arrange(m, chosen, o); !reflect.DeepEqual(again.Rows, d.Rows) {
				t.Fatalf("drawn again from its own offset, the map moved")
			}
		}
	})
}

func TestTheListSaysEveryNodeAndShowsTheChosenOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := someMap(t, rapid.SampledFrom([]int{5, 30, 200}).Draw(t, "most"))
		o := someOptions(t, m)
		o.Width = rapid.SampledFrom([]int{40, 60, 80}).Draw(t, "width")
		l := New(marks)
		for range 3 {
			o.Focus = m.Fit(o.Focus)
			chosen := somePath(t, m, "chosen")
			d := l.List(m, chosen, o)
			checkDrawing(t, m, chosen, o, d)
			if fresh := New(marks).List(m, chosen, o); !reflect.DeepEqual(d.Rows, fresh.Rows) {
				t.Fatalf("what was kept gives another list")
			}
			o.Offset = d.Offset
			m, _ = m.Up(somePath(t, m, "moved"))
		}
	})
}

func TestWalkingDownTheListMeetsEveryNodeThatShows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := someMap(t, 60)
		d := New(marks).List(m, nil, Options{Width: 60, Height: 18})
		at, ok := tree.Path{}, true
		m.Walk(func(p tree.Path, _ *tree.Node) bool {
			if !slices.Equal(shown(m, p, 0), p) {
				return true
			}
			if !ok || !slices.Equal(at, p) {
				t.Fatalf("came to %v, %v; %v is next", at, ok, p)
			}
			at, ok = d.Neighbour(p, Down)
			if back, there := d.Neighbour(at, Up); ok && (!there || !slices.Equal(back, p)) {
				t.Fatalf("up from %v leads to %v, not %v", at, back, p)
			}
			return true
		})
	})
}

func TestThousandNodesFoldIntoTheWindow(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		m := grown(1000, 5)
		o := Options{Width: s.width, Height: s.height, Auto: true}
		d := New(marks).Arrange(m, nil, o)
		checkDrawing(t, m, nil, o, d)
		v := d.plan.(*view)
		if !d.Folds || v.bottom-v.top > s.height || v.to-v.from > s.width {
			t.Errorf("%v: folds %v, takes %d rows and %d cells", s, d.Folds, v.bottom-v.top, v.to-v.from)
		}
		for at := (tree.Path{}); ; {
			next, ok := d.Neighbour(at, Right)
			if !ok {
				if len(at) < 4 {
					t.Errorf("walking ended at %v: what Auto folded does not open", at)
				}
				break
			}
			at = next
			d = New(marks).Arrange(m, at, o)
			checkDrawing(t, m, at, o, d)
		}
	}
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

func checkDrawing(t failer, m tree.Map, chosen tree.Path, o Options, d Drawing) {
	t.Helper()
	if len(d.Rows) != o.Height {
		t.Fatalf("%d rows in a window of %d", len(d.Rows), o.Height)
	}
	text(t, d, o.Ruler, o.Width)
	for i, a := range d.areas {
		for _, b := range d.areas[i+1:] {
			if x, y := a.box, b.box; x.Row < y.Row+y.Height && y.Row < x.Row+x.Height && x.Cell < y.Cell+y.Width && y.Cell < x.Cell+x.Width {
				t.Fatalf("%v at %+v overlaps %v at %+v", a.path, x, b.path, y)
			}
		}
	}
	said := map[string]string{}
	for _, runs := range d.Rows {
		for _, r := range runs {
			if r.Kind == Label || r.Kind == Core {
				said[key(r.Path)] += strings.ReplaceAll(r.Text, " ", "")
			}
		}
	}
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		b, ok := d.Where(p)
		if !ok {
			return true
		}
		if hit, found := d.Hit(b.Row, b.Cell); !found || !slices.Equal(hit, p) {
			t.Fatalf("%v stands at %+v, where %v is hit", p, b, hit)
		}
		want := strings.ReplaceAll(plain.Line(n.Label), " ", "")
		if o.Ruler.Width(want) == 0 {
			want = empty
		}
		if b.Row+b.Height <= o.Height && said[key(p)] != want {
			t.Fatalf("%v at %+v says %q, not %q", p, b, said[key(p)], want)
		}
		return true
	})
	seen := shown(m, chosen, len(o.Focus))
	if len(seen) < len(o.Focus) || !slices.Equal(seen[:len(o.Focus)], o.Focus) {
		seen = o.Focus
	}
	if b, ok := d.Where(seen); !ok || b.Row+b.Height > o.Height {
		t.Fatalf("%v is chosen and stands at %+v, %v", seen, b, ok)
	}
}

func key(p tree.Path) string {
	var b strings.Builder
	for _, i := range p {
		b.WriteRune(rune(i + 1))
	}
	return b.String()
}

func TestAddingMovesOtherBranchesByTheRowsItNeedsAtMost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := someMap(t, 12)
		l := New(marks)
		o := Options{Width: 120, Height: 90}
		for range 8 {
			at := somePath(t, m, "at")
			if !slices.Equal(shown(m, at, 0), at) || m.At(at).Folded {
				continue
			}
			before := l.Arrange(m, at, o)
			first := rapid.Bool().Draw(t, "before")
			n, p := tree.Of(tree.Node{Label: rapid.SampledFrom(labels).Draw(t, "label")}), tree.Path(nil)
			if first {
				m, p = m.Before(at, n)
			} else {
				m, p = m.Below(at, n)
			}
			o.Offset = before.Offset
			after := l.Arrange(m, p, o)
			checkCalm(t, m, p, before.plan.(*view), after.plan.(*view))
			o.Offset = after.Offset
		}
	})
}

// checkCalm tells when a new node moved those of other main branches too far.
func checkCalm(t failer, m tree.Map, added tree.Path, was, is *view) {
	t.Helper()
	box, _ := is.place(added)
	need := box.Height
	if len(added) == 1 {
		need++ // the blank row
	}
	m.Walk(func(p tree.Path, _ *tree.Node) bool {
		if len(p) > 0 && p[0] == added[0] {
			return true
		}
		old := slices.Clone(p)
		if len(added) == 1 && len(p) > 0 && p[0] > added[0] {
			old[0]--
		}
		from, ok := was.place(old)
		to, _ := is.place(p)
		if moved := to.Row - is.row - from.Row + was.row; ok && max(moved, -moved) > need {
			t.Fatalf("%v moved %d rows about the core for a node of %d", p, moved, need)
		}
		if moved := to.Row - from.Row; ok && is.bottom-is.top <= is.window.Height && max(moved, -moved) > need {
			t.Fatalf("%v moved %d rows in the window for a node of %d", p, moved, need)
		}
		return true
	})
}

func TestWhatIsKeptNeverShowsAfterAnEdit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := someMap(t, 40)
		l := New(marks)
		o := someOptions(t, m)
		for range 8 {
			at, to := somePath(t, m, "at"), somePath(t, m, "to")
			switch rapid.IntRange(0, 5).Draw(t, "edit") {
			case 0:
				label := rapid.SampledFrom(labels).Draw(t, "label")
				m = m.With(at, func(n *tree.Node) { n.Label = label })
			case 1:
				m, at = m.MoveTo(at, to)
			case 2:
				m = m.Fold(at, !m.At(at).Folded)
			case 3:
				m, at = m.Up(at)
			case 4:
				o.Focus = to
			case 5:
				m = m.OtherSide(at)
			}
			d, list := l.Arrange(m, at, o), l.List(m, at, o)
			if fresh := New(marks).Arrange(m, at, o); !reflect.DeepEqual(d.Rows, fresh.Rows) {
				t.Fatalf("the map shows what was")
			}
			if fresh := New(marks).List(m, at, o); !reflect.DeepEqual(list.Rows, fresh.Rows) {
				t.Fatalf("the list shows what was")
			}
		}
	})
}

func TestWhatIsKeptDoesNotGrowWithTheEdits(t *testing.T) {
	t.Parallel()
	l, m, o := New(marks), dossier, Options{Width: 80, Height: 24}
	for i := range 3000 {
		m = m.With(tree.Path{i % 6, i % 4}, func(n *tree.Node) { n.Label = labels[i%4] })
		l.Arrange(m, nil, o)
		l.List(m, nil, o)
	}
	if most := spare + 3*m.Core.Size(); len(l.kept) > most || len(l.list.kept) > most {
		t.Errorf("%d and %d are kept of a map of %d", len(l.kept), len(l.list.kept), m.Core.Size())
	}
}

func TestTheFocusGoesAlongWhenItsNodeMoves(t *testing.T) {
	t.Parallel()
	o := Options{Width: 100, Height: 20, Focus: tree.Path{0, 1}}
	l := New(marks)
	l.Arrange(deep, o.Focus, o)
	m, at := deep.Down(tree.Path{0, 0})
	o.Focus = tree.Path{0, 0}
	d := l.Arrange(m, at, o)
	if !reflect.DeepEqual(d.Rows, New(marks).Arrange(m, at, o).Rows) {
		t.Errorf("the nodes have the paths that they had")
	}
}

func TestALabelHalfOutsideTheWindowLeavesItsPlaceBlank(t *testing.T) {
	t.Parallel()
	m := nodes(`
kern
  begin
    ja arbeidsongeschiktheids
      nog een
        en nog een
          ja arbeidsongeschiktheids
            het einde
              verder
                voorbij
`)
	for cells := -160; cells <= 60; cells++ {
		for _, chosen := range []tree.Path{{}, {0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}} {
			for _, m := range []tree.Map{m, m.OtherSide(tree.Path{0})} {
				o := Options{Width: 80, Height: 24, Offset: Offset{Cells: cells}}
				checkDrawing(t, m, chosen, o, New(marks).Arrange(m, chosen, o))
				o.Offset.Cells = -cells
				checkDrawing(t, m, chosen, o, New(marks).Arrange(m, chosen, o))
			}
		}
	}
}

func TestWhatIsNotInSightStandsForWhatHidesIt(t *testing.T) {
	t.Parallel()
	m := grown(400, 6).Fold(tree.Path{5, 5}, true)
	o := Options{Width: 100, Height: 20}
	for _, d := range []Drawing{New(marks).Arrange(m, tree.Path{5, 5, 1}, o), New(marks).List(m, tree.Path{5, 5, 1}, o)} {
		if _, ok := d.Where(tree.Path{5, 5}); !ok {
			t.Errorf("the folded node is not in sight")
		}
	}
	o.Focus, o.Offset = tree.Path{1}, Offset{Rows: -90}
	for _, d := range []Drawing{New(marks).Arrange(m, tree.Path{0, 1}, o), New(marks).List(m, tree.Path{0, 1}, o)} {
		if _, ok := d.Where(tree.Path{1}); !ok {
			t.Errorf("nothing of the focus is chosen, and its node is not in sight")
		}
		if _, ok := d.Where(tree.Path{0, 1}); ok {
			t.Errorf("a node outside the focus shows")
		}
	}
}

func TestWalkingGoesWhereTheEyeGoes(t *testing.T) {
	t.Parallel()
	d := New(marks).Arrange(drawn.Fold(tree.Path{4}, true), nil, Options{Width: 128, Height: 26})
	for _, c := range []struct {
		from tree.Path
		to   Direction
		want tree.Path // nil for nowhere
	}{
		{tree.Path{}, Right, tree.Path{2}},       // vrije tijd stands in the core's row
		{tree.Path{}, Left, tree.Path{3}},        // gezondheid, the same
		{tree.Path{}, Up, nil},                   //
		{tree.Path{0}, Right, tree.Path{0, 1}},   // the middle one
		{tree.Path{0, 2}, Down, tree.Path{2, 0}}, // over the gap, as far out
		{tree.Path{2, 1}, Down, tree.Path{4}},    // wonen is folded: nothing so far out
		{tree.Path{4}, Right, nil},               // a person folded it
		{tree.Path{2, 0}, Up, tree.Path{0, 2}},
		{tree.Path{2, 0}, Left, tree.Path{2}},
		{tree.Path{2}, Left, tree.Path{}},
		{tree.Path{3}, Right, tree.Path{}},
		{tree.Path{3}, Left, tree.Path{3, 0}},
		{tree.Path{1}, Down, tree.Path{3}},
		{tree.Path{1}, Up, nil},
		{tree.Path{9}, Up, nil},
	} {
		got, ok := d.Neighbour(c.from, c.to)
		if ok != (c.want != nil) || !slices.Equal(got, c.want) {
			t.Errorf("from %v to %v: %v, %v; want %v", c.from, c.to, got, ok, c.want)
		}
	}
}

func TestUpAndDownGoUpAndDownAndInAndOutGoInAndOut(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := someMap(t, 60)
		d := New(marks).Arrange(m, nil, Options{Width: 120, Height: 36})
		v := d.plan.(*view)
		m.Walk(func(p tree.Path, _ *tree.Node) bool {
			from, ok := v.place(p)
			for _, to := range []Direction{Up, Down, Left, Right} {
				q, found := d.Neighbour(p, to)
				if !found {
					continue
				}
				at, there := v.place(q)
				right := map[Direction]bool{Up: at.Row < from.Row, Down: at.Row > from.Row, Left: at.Cell < from.Cell, Right: at.Cell > from.Cell}
				if !ok || !there || !right[to] {
					t.Fatalf("%d from %v at %+v leads to %v at %+v", to, p, from, q, at)
				}
			}
			return true
		})
	})
}

func TestTheWindowMovesAsLittleAsShowsTheChosenNode(t *testing.T) {
	t.Parallel()
	m := grown(200, 4)
	l, o := New(marks), Options{Width: 100, Height: 20}
	at := tree.Path{0}
	d := l.Arrange(m, at, o)
	for range 60 {
		next, ok := d.Neighbour(at, Down)
		if !ok {
			return
		}
		was := d.plan.(*view)
		inside, _ := was.place(next)
		o.Offset = d.Offset
		d = l.Arrange(m, next, o)
		moved := was.row - d.plan.(*view).row
		if want := max(0, inside.Row+inside.Height-o.Height); moved != want {
			t.Fatalf("to %v the window moved %d rows, not %d", next, moved, want)
		}
		at = next
	}
}

// grown gives a map of so many nodes, so many below each.
func grown(count, breadth int) tree.Map {
	m := tree.New("kern")
	paths := []tree.Path{{}}
	for i := 1; i < count; i++ {
		p := paths[(i-1)/breadth]
		var q tree.Path
		m, q = m.Below(p, tree.Of(tree.Node{Label: labels[2+i%4], Gives: "PG"[:i%3], Way: "="}))
		paths = append(paths, q)
	}
	return m
}
