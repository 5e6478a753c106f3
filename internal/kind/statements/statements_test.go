package statements_test

import (
	"strings"
	"testing"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/kind/statements"
	"werkboek/internal/sheet"
)

const definition = `---
stellingen:
  - id: ST-1
    zin: Een indeling is nooit neutraal.
    opties: [eens, oneens]
    uitleg: Wie indeelt, kiest.
    daarna: {vraag: Wat had je verwacht?}
  - {id: ST-2, zin: Ik heb een cultuur., opties: [eens, oneens], uitleg: Iedereen heeft gewoonten.}
---
`

func fresh(t *testing.T) kind.Answer {
	t.Helper()
	doc, problems := frontmatter.Parse("st.md", []byte(definition))
	d, bad := statements.Kind{}.Parse(kind.Head{ID: "st"}, doc)
	if problems = append(problems, bad...); len(problems) > 0 {
		t.Fatal(problems)
	}
	return d.Read(sheet.New("Stellingen"))
}

// shown gives the page as ids of fields and texts.
func shown(a kind.Answer) string {
	var parts []string
	for _, p := range a.Parts(kind.Env{}) {
		switch p := p.(type) {
		case kind.Ask:
			parts = append(parts, p.Field.ID)
		case kind.Text:
			parts = append(parts, p.Markdown)
		case kind.Former:
			parts = append(parts, "eerder "+p.Words.Field)
		}
	}
	return strings.Join(parts, " | ")
}

func TestOneJudgesFirstAndSeesTheExplanationAfter(t *testing.T) {
	t.Parallel()
	a := fresh(t)
	if got := shown(a); got != "ST-1 | ST-2" {
		t.Errorf("at first: %s", got)
	}
	if got := shown(a.Set("ST-1", "eens")); got != "ST-1 | Wie indeelt, kiest. | ST-1b | ST-2" {
		t.Errorf("after judging: %s", got)
	}
}

func TestTheFirstJudgementStaysBesideTheLast(t *testing.T) {
	t.Parallel()
	a := fresh(t).Set("ST-1", "eens").Set("ST-1", "oneens").Set("ST-1", "eens").Set("ST-1", "oneens")
	if got := shown(a); got != "ST-1 | *Eerst koos je: eens.*\n\nWie indeelt, kiest. | ST-1b | ST-2" {
		t.Errorf("the page: %s", got)
	}
	out := string(a.Sheet().Bytes())
	if !strings.Contains(out, "## ST-1@eerst") || strings.Contains(shown(a), "eerder") {
		t.Errorf("the note holds\n%s", out)
	}
}

func TestWordsAfterAJudgementThatWasTakenBackStay(t *testing.T) {
	t.Parallel()
	a := fresh(t).Set("ST-1", "eens").Set("ST-1b", "iets anders").Set("ST-1", "")
	if got := shown(a); !strings.Contains(got, "ST-1b") {
		t.Errorf("the page: %s", got)
	}
}

func TestAllJudgedIsDoneAndNothingIsCounted(t *testing.T) {
	t.Parallel()
	a := fresh(t).Set("ST-1", "eens")
	if a.State(kind.Env{}) != kind.Begun || a.Set("ST-2", "oneens").State(kind.Env{}) != kind.Done {
		t.Error("the state is wrong")
	}
}
