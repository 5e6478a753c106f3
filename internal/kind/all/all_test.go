package all_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/kind/all"
	"werkboek/internal/sheet"
	"werkboek/reader"
)

// ofEachKind gives one exercise of every kind.
func ofEachKind(t testing.TB) []*course.Assignment {
	t.Helper()
	c, problems := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var list []*course.Assignment
	for _, name := range all.Kinds().Names() {
		i := slices.IndexFunc(c.Exercises(), func(e *course.Assignment) bool { return e.Head().Kind == name })
		if i < 0 {
			t.Fatalf("no exercise of kind %s", name)
		}
		list = append(list, c.Exercises()[i])
	}
	return list
}

// FuzzNote reads any file as a note of every kind: nothing breaks, reading alone
// changes no byte, and what is written in one field leaves every other line there.
func FuzzNote(f *testing.F) {
	for _, e := range ofEachKind(f) {
		s := sheet.New(e.Head().Title).WithHead("oefening", e.Head().ID).WithHead("klok", "2026-11-23 14.02.00 pauze 412")
		for _, field := range e.Fields() {
			s = s.With(field.ID, field.Ask, "- een\n- twee")
		}
		f.Add(s.Bytes())
	}
	f.Add([]byte("## turven · x\n\n| | ronde 1 |\n|-|-|\n| DI-4a open vraag | 2 |\n| eigen | veel |\nlos\n\n"))
	f.Add([]byte("## kring · x\n\n| | A | B | C |\n|-|-|-|-|\n| KR-1 | = | ≠ | ja! |\n| humor | ? | - |\n\n"))
	f.Add([]byte("## plaatsen · x\n\n| | ik | ander |\n|-|-|-|\n| HP-1 | 3 | 5, gezien |\n| XX | 9 |\n\n"))
	f.Add([]byte("## kaarten · x\n\n| kaart | eerste |\n|-|-|\n| BA-1 | b, weg | niets erbij |\n| eigen\\|kaart | s |\n\n"))
	f.Add([]byte("## kaart · x\n\n### ik\n\n- werk [links]\n  - zus (P A) > geven\n    belt\\\nlos\n- wie [zie MM-6]\n\n## MM-6 · x\n\n- trots\n\n"))
	list := ofEachKind(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := sheet.Parse(data)
		if err != nil {
			return
		}
		for _, e := range list {
			checkRead(t, e, s)
		}
	})
}

func checkRead(t *testing.T, e *course.Assignment, s sheet.Sheet) {
	t.Helper()
	a := e.Read(s)
	if got := a.Sheet().Bytes(); !bytes.Equal(got, s.Bytes()) {
		t.Fatalf("%s: reading alone made of\n%q\nthis:\n%q", e.Head().ID, s.Bytes(), got)
	}
	env := kind.Env{Recall: func(kind.Place) string { return "elders" }}
	_, _, _ = a.Parts(env), a.State(env), a.Words()
	fields := e.Fields()
	field := fields[len(fields)/2].ID
	b := a.Set(field, "iets nieuws")
	if v, ok := b.Value(field); !ok || v != "iets nieuws" {
		t.Fatalf("%s: %s holds %q", e.Head().ID, field, v)
	}
	after := string(b.Sheet().Bytes())
	for _, other := range s.Fields() {
		if other.ID != field && !strings.Contains(after, strings.TrimSpace(other.Question)) {
			t.Fatalf("%s: writing %s lost %q", e.Head().ID, field, other.Question)
		}
		if v, _ := b.Sheet().Value(other.ID); other.ID != field && s.Fields()[0].ID == other.ID && v != other.Value {
			t.Fatalf("%s: writing %s made %q of %q", e.Head().ID, field, v, other.Value)
		}
	}
}
