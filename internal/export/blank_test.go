package export_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"werkboek/internal/course"
	"werkboek/internal/export"
	"werkboek/internal/kind/all"
	"werkboek/internal/plain"
)

func TestTheEmptyWorkbookAsksEverythingAndSaysNothingElse(t *testing.T) {
	t.Parallel()
	c := ours(t)
	doc := export.Blank(c)
	at := 0
	for _, ch := range c.Chapters() {
		i := strings.Index(doc[at:], "\n## ")
		if i < 0 || !strings.Contains(doc[at+i:at+i+200], ch.Title) {
			t.Fatalf("chapter %d does not follow", ch.Number)
		}
		at += i + 1
	}
	for _, ex := range c.Exercises() {
		if n := strings.Count(doc, "\n### "+ex.Head().Title+"\n"); n != len(ex.Head().Chapters) {
			t.Errorf("%s stands there %d times", ex.Head().ID, n)
		}
		for _, f := range ex.Fields() {
			if f.ID == "papier" || strings.HasSuffix(f.Ask, "want …") {
				continue // what paper answers by itself, remarks on a card
			}
			if !strings.Contains(doc, plain.Line(f.Ask)) {
				t.Errorf("%s/%s is not asked", ex.Head().ID, f.ID)
			}
			for _, option := range f.Options {
				if !strings.Contains(doc, "- [ ] "+plain.Line(option)) {
					t.Errorf("%s/%s cannot be answered with %q", ex.Head().ID, f.ID, option)
				}
			}
		}
	}
	for _, not := range []string{"begrip:", "bron:", "TRAINER", "[!", "''", "{"} {
		if strings.Contains(doc, not) {
			t.Errorf("%q is in it", not)
		}
	}
}

const blankExercise = `---
id: proef
titel: Proef
hoofdstuk: 1
soort: reflectie
duur: 1
vorm: alleen
velden:
  - {id: P-1, vraag: Een woord?, soort: regel}
  - {id: P-2, vraag: Vertel., soort: tekst, hulp: Kort., voorbeeld: zo}
  - {id: P-3, vraag: Wat nog?, soort: tekst, mag_leeg: ja}
  - {id: P-4, vraag: Welke drie?, soort: lijst, max: 3}
  - {id: P-5, vraag: Kies., soort: keuze, opties: [a, b], eigen: ja}
  - {id: P-6, vraag: Hoe erg?, soort: getal, van: 1, tot: 3, uitersten: [niet, wel]}
  - {id: P-7, vraag: Wanneer?, soort: datum, als: {P-5: [a]}, toont: P-1}
  - {id: P-8, vraag: Welk woord?, soort: keuze, uit: P-4}
  - {id: P-9, vraag: En morgen?, soort: regel, wanneer: thuis}
---
Doe dit [samen](begrip:samen).

> [!TRAINER]
> Alleen voor mij.
`

func TestEachSortOfFieldGetsItsOwnRoomOnPaper(t *testing.T) {
	t.Parallel()
	c, _ := course.Open(course.Pack{
		Reader: fstest.MapFS{
			"module.yaml": {Data: []byte("id: m\ntitel: M\n")},
			"01-een.md":   {Data: []byte("---\nid: een\nnummer: 1\ntitel: Een\nleerdoelen: [Je kunt iets.]\n---\n## Kop\n\n[Oefening: Proef](oefening:proef)\n")},
		},
		Exercises: fstest.MapFS{"proef.md": {Data: []byte(blankExercise)}},
	}, all.Kinds())
	doc := export.Blank(c)
	line := strings.Repeat("_", 64)
	for _, want := range []string{
		"\n## 1 · Een\n\nNa dit hoofdstuk:\n\n- Je kunt iets.\n\n### Proef\n\n*1 minuut, alleen*\n\nDoe dit samen.\n\n#### Een woord?\n\n" + line + "\n\n#### Vertel.\n\nKort.\n\nBijvoorbeeld: zo\n",
		strings.Repeat(line+"\n\n", 5) + "#### Wat nog?\n\n" + strings.Repeat(line+"\n\n", 3) + "#### Welke drie?\n\n1. ___",
		"\n- [ ] a\n- [ ] b\n- [ ] anders: ___", "1 is niet, 3 is wel.\n\nOmcirkel: 1   2   3\n",
		"#### Wanneer?\n\nAlleen als je koos: a.\n\nLees eerst terug wat je schreef bij 'Een woord?'\n\nDatum: __",
		"#### Welk woord?\n\nKies uit wat je schreef bij 'Welke drie?'\n\n" + line + "\n\n#### En morgen?\n\nVoor thuis, na de dag.\n\n" + line + "\n",
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("%q is not in\n%s", want, doc)
		}
	}
	if strings.Contains(doc, "Alleen voor mij") || strings.Contains(doc, "4. ___") {
		t.Errorf("too much stands in\n%s", doc)
	}
	if !slices.Contains(strings.Split(doc, "\n"), "# Werkboek: M") {
		t.Error("it has no title")
	}
}
