package notes

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var noon = time.Date(2026, 11, 25, 12, 30, 0, 0, time.UTC)

func aged(ages ...time.Duration) []Copy {
	var list []Copy
	for _, age := range ages {
		list = append(list, Copy{When: noon.Add(-age), Size: 1000})
	}
	return list
}

// agesLeft gives the ages of what stays.
func agesLeft(list []Copy) []time.Duration {
	gone := surplus(list, noon)
	var ages []time.Duration
	for _, c := range list {
		if !slices.Contains(gone, c) {
			ages = append(ages, noon.Sub(c.When))
		}
	}
	slices.Sort(ages)
	return ages
}

func TestVersionsThinOutWithAge(t *testing.T) {
	t.Parallel()
	const m, h, d = time.Minute, time.Hour, 24 * time.Hour
	for _, c := range []struct{ have, stay []time.Duration }{
		{nil, nil},
		{[]time.Duration{1 * m, 11 * m, 21 * m, 59 * m}, []time.Duration{1 * m, 11 * m, 21 * m, 59 * m}},
		{[]time.Duration{5*h + 10*m, 5*h + 20*m, 5*h + 29*m, 6*h + 10*m}, []time.Duration{5*h + 10*m, 6*h + 10*m}},
		{[]time.Duration{3*d + 1*h, 3*d + 2*h, 4 * d}, []time.Duration{3*d + 1*h, 4 * d}},
		{[]time.Duration{100 * d, 101 * d, 200 * d}, []time.Duration{100 * d, 200 * d}},
		{[]time.Duration{1000 * d}, []time.Duration{1000 * d}},
	} {
		if got := agesLeft(aged(c.have...)); !slices.Equal(got, c.stay) {
			t.Errorf("of %v stay %v, want %v", c.have, got, c.stay)
		}
	}
}

func TestVersionsAreBoundedInNumberAndSize(t *testing.T) {
	t.Parallel()
	var many []Copy
	for i := range 500 {
		many = append(many, Copy{When: noon.Add(-time.Duration(i) * time.Second), Size: 10})
	}
	if n := len(many) - len(surplus(many, noon)); n != versionsMost {
		t.Errorf("%d stay", n)
	}
	large := []Copy{{When: noon, Size: versionBytes + 1}, {When: noon.Add(-time.Minute), Size: 10}}
	if gone := surplus(large, noon); len(gone) != 1 || gone[0].Size != 10 {
		t.Errorf("of a large newest version and a small one before it go %v", gone)
	}
}

func TestThinningStepByStepLeavesOneOfEveryStretch(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var list []Copy
		for i, age := range rapid.SliceOfN(rapid.IntRange(0, 200*24*60), 0, 50).Draw(t, "minutes") {
			list = append(list, Copy{When: noon.Add(-time.Duration(age) * time.Minute), Size: 1, path: fmt.Sprint(i)})
		}
		later := noon.Add(time.Duration(rapid.IntRange(0, 60*24*60).Draw(t, "later")) * time.Minute)
		left := func(list []Copy, now time.Time) []Copy {
			gone := surplus(list, now)
			return slices.DeleteFunc(slices.Clone(list), func(c Copy) bool { return slices.Contains(gone, c) })
		}
		direct, twice := left(list, later), left(left(list, noon), later)
		for _, c := range direct {
			stretch := time.Duration(0)
			for _, rule := range slices.Backward(thinning[:]) {
				if later.Sub(c.When) <= rule.upTo {
					stretch = rule.stretch
				}
			}
			if !slices.ContainsFunc(twice, func(o Copy) bool { return !o.When.Before(c.When) && o.When.Sub(c.When) <= stretch }) {
				t.Fatalf("nothing is left near %v: %v", c.When, twice)
			}
		}
	})
}

func TestThinningTakesVersionsOfTheNoteAndNothingElse(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	f, _ := OpenFolder(dir, "module", OS())
	if err := f.disk.Make(f.own(versions)); err != nil {
		t.Fatal(err)
	}
	stay := []string{"00-leervraag.20261120-101500.md", "00-leervraag-twee.20261120-101000.md", "00-leervraag.van mij.md", "05-kantlijn.20261120-101000.md"}
	for _, name := range append([]string{"00-leervraag.20261120-101000.md", "00-leervraag.20261120-101000_2.md"}, stay...) {
		if err := os.WriteFile(f.own(versions, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f.thin(Ref{Name: "leervraag"}, time.Date(2026, 11, 25, 12, 0, 0, 0, time.Local))
	left, _ := filepath.Glob(f.own(versions, "*"))
	for i := range left {
		left[i] = filepath.Base(left[i])
	}
	slices.Sort(stay)
	if slices.Sort(left); !slices.Equal(left, stay) {
		t.Errorf("left are %v, want %v", left, stay)
	}
}

func TestAVersionIsNotThinnedAwayForThoseOfAClockThatWasAhead(t *testing.T) {
	t.Parallel()
	list := []Copy{{When: noon, Name: "nu"}}
	for i := range versionsMost {
		list = append(list, Copy{When: noon.AddDate(1, 0, i), Name: "later"})
	}
	gone := surplus(list, noon)
	if len(gone) != 1 || gone[0].Name != "later" {
		t.Errorf("what goes: %v", gone)
	}
}
