package page

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// fake is a column of made-up units.
type fake [][]unit

func (f fake) sections() int            { return len(f) }
func (f fake) units(section int) []unit { return f[section] }

func fakeColumn(t *rapid.T) fake {
	var col fake
	for s := range rapid.IntRange(1, 5).Draw(t, "sections") {
		units := []unit{{id: "kop" + strconv.Itoa(s), above: 2, leads: true, body: rowsOf(1)}}
		for u := range rapid.IntRange(1, 12).Draw(t, "units") {
			n := rapid.IntRange(1, 30).Draw(t, "rows")
			units = append(units, unit{
				id:    strconv.Itoa(s) + "/" + strconv.Itoa(u),
				above: rapid.IntRange(0, 1).Draw(t, "above"),
				whole: n <= wholeUpTo && rapid.Bool().Draw(t, "whole"),
				least: rapid.IntRange(0, 3).Draw(t, "least"),
				body:  rowsOf(n),
			})
		}
		col = append(col, units)
	}
	return col
}

func rowsOf(n int) lines { return lines{text: make([]string, n)} }

// all lists every line of text of a column.
func (f flow) all() []spot {
	var list []spot
	s, ok := f.start(), true
	for ok {
		if !f.blank(s) {
			list = append(list, s)
		}
		s, ok = f.next(s)
	}
	return list
}

func TestTurningPagesShowsEveryLineAndKeepsTwo(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := flow{fakeColumn(t)}
		height := rapid.IntRange(12, 60).Draw(t, "height")
		seen := map[spot]bool{}
		top, more := f.start(), true
		var before []spot
		for more {
			lines := f.page(top, height)
			checkEnds(t, f, lines, height)
			if before != nil {
				checkKept(t, f, before, lines)
			}
			for _, s := range lines {
				seen[s] = true
			}
			before = lines
			top, more = f.turn(top, height)
		}
		for _, s := range f.all() {
			if !seen[s] {
				t.Fatalf("line %v was skipped", s)
			}
		}
	})
}

// checkEnds holds that no page ends with a heading, with too little of a unit or in
// the middle of what stands together.
func checkEnds(t *rapid.T, f flow, lines []spot, height int) {
	if len(lines) > height {
		t.Fatalf("%d lines in a window of %d", len(lines), height)
	}
	last := lines[len(lines)-1]
	if _, more := f.next(last); !more {
		return
	}
	u := f.at(last)
	if u.leads {
		t.Fatalf("heading %s ends the page", u.id)
	}
	if u.whole && last.line < u.height()-1 {
		t.Fatalf("%s is split at the end of a page", u.id)
	}
	if shown := last.line - u.above + 1; shown < u.least && shown < u.body.Rows() && !sameUnit(lines[0], last) {
		t.Fatalf("%d lines of %s end a page", shown, u.id)
	}
	if first := f.at(lines[0]); first.whole && lines[0].line > first.above {
		t.Fatalf("%s is split at the top of a page", first.id)
	}
}

// checkKept holds that the next page begins with lines of this one.
func checkKept(t *rapid.T, f flow, before, now []spot) {
	if !slices.Contains(before, now[0]) {
		if p, ok := f.previous(now[0]); !ok || !slices.Contains(before, p) && !f.blank(p) {
			t.Fatalf("page begins at %v, the one before it ended at %v", now[0], before[len(before)-1])
		}
	}
}

func TestTurningBackSkipsNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := flow{fakeColumn(t)}
		height := rapid.IntRange(12, 60).Draw(t, "height")
		top := f.last(height)
		seen := map[spot]bool{}
		for more := true; more; top, more = f.turnBack(top, height) {
			for _, s := range f.page(top, height) {
				seen[s] = true
			}
		}
		for _, s := range f.page(f.start(), height) {
			seen[s] = true
		}
		for _, s := range f.all() {
			if !seen[s] {
				t.Fatalf("line %v was skipped", s)
			}
		}
	})
}
