package worksheet_test

import (
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/kind/worksheet"
	"werkboek/internal/sheet"
)

const definition = `---
stappen:
  - {id: rol, titel: Rol, velden: [{id: R, vraag: Rol?, soort: keuze, opties: [nieuwkomer, bewoner]}]}
  - id: schrijven
    titel: Schrijven
    uitleg: Schrijf in stilte.
    velden:
      - {id: N, vraag: Wat zag ik?, soort: tekst, als: {R: [nieuwkomer]}}
      - {id: B, vraag: Wat deed hij?, soort: tekst, als: {R: [bewoner]}}
  - {id: samen, titel: Samen, ander_typt: ja, velden: [{id: S, vraag: Hoe heet het?, soort: regel}]}
  - {id: later, titel: Later, als: {R: [bewoner]}, velden: [{id: L, vraag: En toen?, soort: regel, mag_leeg: ja}]}
---
`

func parse(t testing.TB) kind.Definition {
	t.Helper()
	doc, problems := frontmatter.Parse("eiland.md", []byte(definition))
	d, bad := worksheet.Kind{}.Parse(kind.Head{ID: "eiland"}, doc)
	if problems = append(problems, bad...); len(problems) > 0 {
		t.Fatal(problems)
	}
	return d
}

func fresh(t testing.TB) kind.Answer { return parse(t).Read(sheet.New("Eiland")) }

func steps(a kind.Answer) []string {
	var ids []string
	for _, p := range a.Parts(kind.Env{}) {
		if s, ok := p.(kind.Step); ok {
			ids = append(ids, s.ID+":"+s.State.String())
		}
	}
	return ids
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestStepsAndFieldsComeAndGoWithAChoiceAndKeepTheirText(t *testing.T) {
	t.Parallel()
	a := fresh(t)
	if got := steps(a); !equal(got, []string{"rol:", "schrijven:", "samen:"}) {
		t.Errorf("at first: %v", got)
	}
	a = a.Set("R", "nieuwkomer").Set("N", "een stoel").Set("R", "bewoner")
	if got := steps(a); !equal(got, []string{"rol:af", "schrijven:begonnen", "samen:", "later:"}) {
		t.Errorf("as an inhabitant: %v", got)
	}
	a = a.Set("R", "nieuwkomer")
	if v, _ := a.Value("N"); v != "een stoel" || !equal(steps(a), []string{"rol:af", "schrijven:af", "samen:"}) {
		t.Errorf("back again: %q, %v", v, steps(a))
	}
}

func TestWhatSomebodyElseTypesKeepsNobodyFromBeingDone(t *testing.T) {
	t.Parallel()
	a := fresh(t).Set("R", "nieuwkomer")
	if s := a.State(kind.Env{}); s != kind.Begun {
		t.Errorf("half way: %v", s)
	}
	if s := a.Set("N", "x").State(kind.Env{}); s != kind.Done {
		t.Errorf("with the step of the others empty: %v", s)
	}
	if s := fresh(t).State(kind.Env{}); s != kind.Untouched {
		t.Errorf("untouched: %v", s)
	}
}

func TestTheNoteGivesTheSameAnswersBack(t *testing.T) {
	t.Parallel()
	d := parse(t)
	rapid.Check(t, func(t *rapid.T) {
		a, want := d.Read(sheet.New("Eiland")), map[string]string{}
		for range rapid.IntRange(0, 12).Draw(t, "edits") {
			id := rapid.SampledFrom([]string{"R", "N", "B", "S", "L"}).Draw(t, "id")
			want[id] = rapid.StringMatching(`[^\r\x00]{0,30}`).Draw(t, "text")
			a = a.Set(id, want[id])
		}
		s, err := sheet.Parse(a.Sheet().Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for id, text := range want {
			if got, _ := d.Read(s).Value(id); got != text {
				t.Fatalf("%s: wrote %q, read %q", id, text, got)
			}
		}
	})
}

func TestAStepWithoutATitleIsToldOnItsLine(t *testing.T) {
	t.Parallel()
	doc, _ := frontmatter.Parse("x.md", []byte("---\nstappen:\n  - {id: a, titel: A}\n  - {id: a}\n---\n"))
	_, problems := worksheet.Kind{}.Parse(kind.Head{}, doc)
	if len(problems) != 1 || problems[0].Line != 4 {
		t.Errorf("told %+v", problems)
	}
}
