package scale_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/kind/scale"
	"werkboek/internal/sheet"
)

func parse(t testing.TB, head string) scale.Definition {
	t.Helper()
	doc, problems := frontmatter.Parse("schaal.md", []byte("---\n"+head+"---\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d, problems := scale.Kind{}.Parse(kind.Head{ID: "hall-profiel"}, doc)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return d.(scale.Definition)
}

const three = `punten: 7
kolommen:
  - {id: ik, naam: ik}
  - {id: org, naam: mijn organisatie}
  - {id: ander, naam: de ander, hoe_weet_ik: ja, bewaren: nee}
uitspraken:
  - {id: HP-1, links: in woorden, rechts: tussen de regels}
  - {id: HP-2, links: één ding, rechts: meer dingen, omkeren: ja, woorden: {org: {links: wij doen één ding, rechts: wij doen meer}}}
  - {id: HP-3, links: vast uur, rechts: richttijd}
`

const moments = `punten: 5
momenten: ja
kolommen: [{id: vooraf, naam: vooraf}, {id: achteraf, naam: achteraf}]
uitspraken: [{id: VN-1, zin: Ik kan het, links: nog niet, rechts: helemaal}, {id: VN-2, zin: Ik durf het, links: nog niet, rechts: helemaal}]
`

func fresh(d scale.Definition) scale.Answer { return d.Read(sheet.New("Schaal")).(scale.Answer) }

func at(p int) scale.Mark { return scale.Mark{Place: p} }

func TestAColumnThatIsNotKeptLivesInMemoryOnly(t *testing.T) {
	t.Parallel()
	d := parse(t, three)
	a := fresh(d).Place(0, 0, at(2)).Place(0, 2, scale.Mark{Place: 6, How: scale.Seen})
	out := string(a.Sheet().Bytes())
	if strings.Contains(out, "gezien") || strings.Contains(out, "de ander") || !strings.Contains(out, "| 2") {
		t.Errorf("the note holds\n%s", out)
	}
	s, _ := sheet.Parse([]byte(out))
	b := d.Read(s).(scale.Answer)
	if b.Mark(0, 2).Set() {
		t.Error("it was read back")
	}
	if c := b.CarryOver(a).(scale.Answer); c.Mark(0, 2) != a.Mark(0, 2) {
		t.Error("it was lost when the note was read again")
	}
}

func TestFlippingChangesTheScreenOnly(t *testing.T) {
	t.Parallel()
	d := parse(t, three)
	if p := d.PolesOf(1, 1); p.Left != "wij doen meer" || d.Shown(1, 2) != 6 || d.Shown(1, d.Shown(1, 2)) != 2 || d.Shown(0, 2) != 2 {
		t.Errorf("poles %+v, place 2 is shown at %d", p, d.Shown(1, 2))
	}
	a := fresh(d).Place(1, 0, at(2))
	if out := string(a.Sheet().Bytes()); !strings.Contains(out, "één ding – meer dingen | 2") {
		t.Errorf("the note holds\n%s", out)
	}
}

func TestDifferencesAreQuestions(t *testing.T) {
	t.Parallel()
	a := fresh(parse(t, three)).Place(0, 0, at(1)).Place(0, 1, at(7)).Place(1, 0, at(3)).Place(1, 1, at(4)).Place(2, 0, scale.Mark{Unknown: true})
	if got := a.Widest(0, 1, 2); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("widest %v", got)
	}
	if got := a.Alike(0, 1, 3); !slices.Equal(got, []int{1}) {
		t.Errorf("alike %v", got)
	}
	qs := a.Place(0, 2, scale.Mark{Place: 2, How: scale.Presumed}).Questions()
	if len(qs) != 3 {
		t.Fatalf("asks %q", qs)
	}
	for _, q := range qs {
		if !strings.HasSuffix(q, "?") {
			t.Errorf("%q is no question", q)
		}
	}
}

func TestTheFirstMomentIsClosedWhileTheSecondIsFilledIn(t *testing.T) {
	t.Parallel()
	a := fresh(parse(t, moments)).Place(0, 0, at(2)).Place(1, 0, at(3))
	if a.Closed(0) || a.State(kind.Env{}) != kind.Begun {
		t.Errorf("in the morning: closed %v, state %v", a.Closed(0), a.State(kind.Env{}))
	}
	a = a.Place(0, 1, at(4))
	if !a.Closed(0) || a.Questions() != nil {
		t.Errorf("half way: closed %v, asks %v", a.Closed(0), a.Questions())
	}
	a = a.Place(1, 1, at(3))
	if a.Closed(0) || a.State(kind.Env{}) != kind.Done {
		t.Errorf("in the end: closed %v, state %v", a.Closed(0), a.State(kind.Env{}))
	}
}

func TestTheNoteGivesTheSamePlacesBack(t *testing.T) {
	t.Parallel()
	d := parse(t, three)
	rapid.Check(t, func(t *rapid.T) {
		a := fresh(d)
		for range rapid.IntRange(0, 20).Draw(t, "marks") {
			m := scale.Mark{Place: rapid.IntRange(0, 7).Draw(t, "place"), How: rapid.SampledFrom(scale.Ways()).Draw(t, "how")}
			if m.Place == 0 && rapid.Bool().Draw(t, "unknown") {
				m.Unknown = true
			}
			a = a.Place(rapid.IntRange(0, 2).Draw(t, "item"), rapid.IntRange(0, 1).Draw(t, "column"), m)
		}
		s, err := sheet.Parse(a.Sheet().Bytes())
		if err != nil {
			t.Fatal(err)
		}
		b := d.Read(s).(scale.Answer)
		for item := range 3 {
			for column := range 2 {
				if a.Mark(item, column) != b.Mark(item, column) {
					t.Fatalf("wrote %+v, read %+v", a.Mark(item, column), b.Mark(item, column))
				}
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("| | ik |\n|-|-|\n| HP-1 x | 3, gezien |\n| HP-9 weg | 2 |")
	d := parse(f, three)
	f.Fuzz(func(t *testing.T, text string) {
		s := sheet.New("Schaal").With(scale.Section, "", text)
		a := d.Read(s).(scale.Answer)
		_ = a.Parts(kind.Env{})
		_ = a.Place(0, 0, at(1)).Sheet().Bytes()
	})
}

func read(d scale.Definition, section string) scale.Answer {
	return d.Read(sheet.New("Schaal").With(scale.Section, "", section)).(scale.Answer)
}

func TestColumnsAreFoundByTheirIDWhenTheirNameChanges(t *testing.T) {
	t.Parallel()
	a := fresh(parse(t, three)).Place(0, 0, at(2)).Place(0, 1, at(5))
	if out := string(a.Sheet().Bytes()); !strings.Contains(out, "| ik | org · mijn organisatie |") {
		t.Errorf("the note holds\n%s", out)
	}
	b := parse(t, strings.ReplaceAll(three, "mijn organisatie", "waar ik werk")).Read(a.Sheet()).(scale.Answer)
	if b.Mark(0, 0) != at(2) || b.Mark(0, 1) != at(5) {
		t.Errorf("read %+v and %+v", b.Mark(0, 0), b.Mark(0, 1))
	}
	old := read(parse(t, three), "| | mijn organisatie | ik |\n|-|-|-|\n| HP-1 | 5 | 2 |")
	if old.Mark(0, 0) != at(2) || old.Mark(0, 1) != at(5) {
		t.Errorf("of an older note: %+v and %+v", old.Mark(0, 0), old.Mark(0, 1))
	}
}

func TestAColumnThatIsNoLongerKeptStaysInTheFile(t *testing.T) {
	t.Parallel()
	kept := parse(t, strings.ReplaceAll(three, ", bewaren: nee", ""))
	a := fresh(kept).Place(0, 0, at(2)).Place(0, 2, scale.Mark{Place: 6, How: scale.Seen})
	b := parse(t, three).Read(a.Sheet()).(scale.Answer)
	if b.Mark(0, 0) != at(2) || b.Mark(0, 2).Set() || former(b) == "" {
		t.Errorf("read %+v and %+v, shown %q", b.Mark(0, 0), b.Mark(0, 2), former(b))
	}
	b = b.Place(1, 0, at(1))
	if c := kept.Read(b.Sheet()).(scale.Answer); c.Mark(0, 2) != a.Mark(0, 2) || c.Mark(0, 0) != at(2) || former(c) != "" {
		t.Errorf("when it is kept again: %+v, shown %q, of\n%s", c.Mark(0, 2), former(c), b.Sheet().Bytes())
	}
}

// former gives what is shown as written earlier.
func former(a scale.Answer) string {
	for _, p := range a.Parts(kind.Env{}) {
		if f, ok := p.(kind.Former); ok {
			return f.Words.Text
		}
	}
	return ""
}

func TestNotKnowingIsReadAsPeopleTypeIt(t *testing.T) {
	t.Parallel()
	a := read(parse(t, three), "| | ik | org |\n|-|-|-|\n| HP-1 | ? | weet niet |\n| HP-2 | Weet ik niet, vermoed | 3 |")
	if !a.Mark(0, 0).Unknown || !a.Mark(0, 1).Unknown || a.Mark(1, 0) != (scale.Mark{Unknown: true, How: scale.Presumed}) || a.Mark(1, 1) != at(3) {
		t.Errorf("read %+v, %+v, %+v", a.Mark(0, 0), a.Mark(0, 1), a.Mark(1, 0))
	}
}

func TestTheFirstOfTwoRowsCountsAndTheOtherStays(t *testing.T) {
	t.Parallel()
	a := read(parse(t, three), "| | ik | org |\n|-|-|-|\n| HP-1 | 2 | |\n| HP-1 | 7 | 3 |")
	if a.Mark(0, 0) != at(2) || a.Mark(0, 1) != at(3) || !strings.Contains(former(a), "7") {
		t.Errorf("read %+v and %+v, shown %q", a.Mark(0, 0), a.Mark(0, 1), former(a))
	}
}
