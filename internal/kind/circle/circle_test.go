package circle_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/kind"
	"werkboek/internal/kind/circle"
	"werkboek/internal/sheet"
)

var def = circle.Definition{Traits: []circle.Trait{
	{ID: "KR-1", Name: "leeftijd"}, {ID: "KR-3", Name: "opleiding"}, {ID: "KR-8", Name: "geloof", Sensitive: true},
}}

func fresh() circle.Answer { return def.Read(sheet.New("Kring")).(circle.Answer) }

func TestSensitiveTraitsAreOffAtFirst(t *testing.T) {
	t.Parallel()
	a := fresh()
	if len(a.Rows()) != 2 || len(a.LeftOut()) != 1 || a.LeftOut()[0].ID != "KR-8" {
		t.Errorf("rows %+v, left out %+v", a.Rows(), a.LeftOut())
	}
	a = a.WithTrait(a.LeftOut()[0])
	if len(a.LeftOut()) != 0 || len(a.Without(2).LeftOut()) != 1 {
		t.Errorf("after taking it in and out: %+v", a.LeftOut())
	}
}

func TestWhatIsSkippedDoesNotCount(t *testing.T) {
	t.Parallel()
	a := fresh()
	for i, s := range []circle.Sign{circle.Alike, circle.Different, circle.Alike, circle.Alike, circle.Different, circle.Skipped} {
		a = a.Mark(0, i, s)
	}
	if got, want := a.Rows()[0].Count(), (circle.Count{Alike: 3, Of: 5}); got != want {
		t.Errorf("counted %+v, want %+v", got, want)
	}
	a = a.Mark(0, 1, circle.Unknown)
	if got, want := a.Rows()[0].Count(), (circle.Count{Alike: 3, Of: 5, Unknown: 1}); got != want {
		t.Errorf("counted %+v, want %+v", got, want)
	}
}

func TestTheNoteGivesTheSameCircleBack(t *testing.T) {
	t.Parallel()
	signs := []circle.Sign{circle.Blank, circle.Alike, circle.Different, circle.Unknown, circle.Skipped}
	rapid.Check(t, func(t *rapid.T) {
		a := fresh()
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0:
				a = a.WithPersons(rapid.IntRange(1, 10).Draw(t, "persons"))
			case 1:
				a = a.WithTrait(circle.Trait{Name: rapid.StringMatching(`[a-zë|]{1,9}( [a-z\\]{1,9})?`).Draw(t, "own")})
			case 2:
				if n := len(a.Rows()); n > 0 {
					a = a.Without(rapid.IntRange(0, n-1).Draw(t, "out"))
				}
			default:
				if n := len(a.Rows()); n > 0 {
					a = a.Mark(rapid.IntRange(0, n-1).Draw(t, "row"), rapid.IntRange(0, a.Persons()-1).Draw(t, "person"), rapid.SampledFrom(signs).Draw(t, "sign"))
				}
			}
		}
		s, err := sheet.Parse(a.Sheet().Bytes())
		if err != nil {
			t.Fatal(err)
		}
		b := def.Read(s).(circle.Answer)
		if s.Empty() {
			return // nothing was set
		}
		if len(a.Rows()) == 0 && len(b.Rows()) == 0 {
			return
		}
		if b.Persons() != a.Persons() || !reflect.DeepEqual(b.Rows(), a.Rows()) {
			t.Fatalf("wrote %+v, read %+v\n%s", a.Rows(), b.Rows(), a.Sheet().Bytes())
		}
	})
}

func TestThePatternIsAskedAboutAndNotJudged(t *testing.T) {
	t.Parallel()
	a := fresh()
	for i := range 6 {
		a = a.Mark(1, i, circle.Alike)
	}
	a = a.Mark(0, 0, circle.Unknown)
	for _, q := range a.Asked() {
		if q[len(q)-1] != '?' {
			t.Errorf("%q is no question", q)
		}
	}
	if a.State(kind.Env{}) != kind.Begun || fresh().State(kind.Env{}) != kind.Untouched {
		t.Errorf("states %v and %v", a.State(kind.Env{}), fresh().State(kind.Env{}))
	}
}

func TestDoneOnPaperIsAsGoodAsDone(t *testing.T) {
	t.Parallel()
	a := fresh().Set(kind.PaperID, "- op papier gedaan")
	if a.State(kind.Env{}) != kind.Done {
		t.Errorf("state %v", a.State(kind.Env{}))
	}
}

func TestWhatIsNotUnderstoodStays(t *testing.T) {
	t.Parallel()
	s, err := sheet.Parse([]byte("## kring · x\n\n| | A | B | C |\n|-|-|-|-|\n| KR-1 leeftijd | = | ja! | - |\nZelf erbij.\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	a := def.Read(s).(circle.Answer)
	shown := false
	for _, p := range a.Parts(kind.Env{}) {
		if f, ok := p.(kind.Former); ok {
			shown = f.Words.Text == "|               | A | B   | C |\n|---------------|---|-----|---|\n| KR-1 leeftijd |   | ja! |   |\n\nZelf erbij."
		}
	}
	a = a.WithTrait(circle.Trait{Name: "humor"})
	if again := def.Read(a.Sheet()).(circle.Answer); !shown || len(again.Rows()) != 2 {
		t.Errorf("shown: %v; after writing\n%s", shown, a.Sheet().Bytes())
	}
}

func read(t *testing.T, section string) circle.Answer {
	t.Helper()
	return def.Read(sheet.New("Kring").With(circle.Section, "", section)).(circle.Answer)
}

func TestSignsAreReadAsPeopleTypeThem(t *testing.T) {
	t.Parallel()
	a := read(t, "| | A | B | C | D | E | F | G |\n|-|-|-|-|-|-|-|-|\n| KR-1 | v | != | X | g | w | o | – |")
	want := []circle.Sign{circle.Different, circle.Different, circle.Different, circle.Alike, circle.Unknown, circle.Skipped, circle.Skipped}
	if len(a.Rows()) != 1 || !reflect.DeepEqual(a.Rows()[0].Signs, want) {
		t.Errorf("read %+v", a.Rows())
	}
}

func TestNamesAboveTheCircleStayAndTheSignsAreRead(t *testing.T) {
	t.Parallel()
	a := read(t, "| | Fatma | Jan | Piet | Wim |\n|-|-|-|-|-|\n| KR-1 | = | ≠ | ? | - |").Mark(0, 0, circle.Different)
	b := def.Read(a.Sheet()).(circle.Answer)
	if a.Persons() != 4 || !strings.Contains(string(a.Sheet().Bytes()), "Fatma") || !reflect.DeepEqual(a.Rows()[0].Signs, b.Rows()[0].Signs) || b.Persons() != 4 {
		t.Errorf("%d persons, %+v:\n%s", a.Persons(), b.Rows(), a.Sheet().Bytes())
	}
}

func TestTheFirstOfTwoRowsCountsAndTheOtherStays(t *testing.T) {
	t.Parallel()
	a := read(t, "| | A | B | C |\n|-|-|-|-|\n| KR-1 | = | | |\n| KR-1 | ≠ | ? | |")
	if got := a.Rows(); len(got) != 1 || !reflect.DeepEqual(got[0].Signs, []circle.Sign{circle.Alike, circle.Unknown, circle.Blank}) {
		t.Errorf("read %+v", got)
	}
	if out := string(a.Mark(0, 2, circle.Skipped).Sheet().Bytes()); !strings.Contains(out, "≠ |") {
		t.Errorf("the other is gone:\n%s", out)
	}
}

func TestFewerPersonsStayFewerWhateverWasLeft(t *testing.T) {
	t.Parallel()
	a := read(t, "| | A | B | C | D | E |\n|-|-|-|-|-|-|\n| KR-1 | = | | | | = |\n| KR-1 | ? | | | | ≠ |").WithPersons(3)
	if b := def.Read(a.Sheet()).(circle.Answer); b.Persons() != 3 {
		t.Errorf("%d persons:\n%s", b.Persons(), a.Sheet().Bytes())
	}
}

func TestATraitOfOnesOwnIsNeverTakenForAnother(t *testing.T) {
	t.Parallel()
	a := fresh().WithTrait(circle.Trait{Name: "KR-8  is lastig"}).WithTrait(circle.Trait{Name: "KR-8 is lastig"})
	b := def.Read(a.Sheet()).(circle.Answer)
	if got := b.Rows(); len(got) != 3 || got[2].Trait.ID != "" || got[2].Trait.Name != "KR-8 is lastig" {
		t.Errorf("read %+v", got)
	}
	if old := read(t, "| | A |\n|-|-|\n| humor | = |").Rows(); len(old) != 1 || old[0].Trait.Name != "humor" {
		t.Errorf("of an older note: %+v", old)
	}
}

func TestACircleWithoutSignsIsUntouched(t *testing.T) {
	t.Parallel()
	if s := fresh().WithPersons(4).Own(); s != kind.Untouched {
		t.Errorf("without a sign it is %v", s)
	}
	a := fresh().Mark(0, 0, circle.Alike).Without(1).Without(0)
	if s := a.State(kind.Env{}); s == kind.Done {
		t.Error("with all traits left out it is done")
	}
	if b := def.Read(a.Sheet()).(circle.Answer); len(b.Rows()) != 0 {
		t.Errorf("they came back: %+v", b.Rows())
	}
}
