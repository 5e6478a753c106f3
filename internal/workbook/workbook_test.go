package workbook_test

import (
	"strings"
	"testing"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
	"werkboek/internal/workbook"
	"werkboek/reader"
)

var (
	leervraag = notes.Ref{Name: "leervraag"}
	sensitive = notes.Ref{Name: "wie-ben-ik", Chapter: 1}
)

// memory is a desk that keeps the last sheet of each note.
type memory struct {
	sheets map[notes.Ref]sheet.Sheet
	edits  map[notes.Ref]int
	took   int
}

func (m *memory) Put(ref notes.Ref, edit int, s sheet.Sheet) { m.sheets[ref], m.edits[ref] = s, edit }
func (m *memory) Took(notes.Ref)                             { m.took++ }
func (m *memory) Hurry(notes.Ref)                            {}

func (m *memory) Open(ref notes.Ref) (notes.Opened, error) {
	return notes.Opened{Ref: ref, Sheet: m.sheets[ref]}, nil
}

func (m *memory) Read(ref notes.Ref) (notes.Opened, error) { return m.Open(ref) }

func book(t *testing.T) (*workbook.Book, *memory) {
	t.Helper()
	c, problems := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d := &memory{map[notes.Ref]sheet.Sheet{}, map[notes.Ref]int{}, 0}
	return workbook.New(c, d), d
}

func parsed(t *testing.T, text string) sheet.Sheet {
	t.Helper()
	s, err := sheet.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWhatIsForNowOnlyStaysInMemory(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: sensitive}, true)
	b.Choose(sensitive, workbook.ForNow)
	b.Set(sensitive, "WB-1", "geheim")
	theirs := parsed(t, "---\noefening: wie-ben-ik\n---\n## oud · x\n\niets\n\n")
	b.Apply(notes.Event{Ref: sensitive, What: notes.Changed, Sheet: theirs, Edit: d.edits[sensitive]})
	if v, _ := b.Answer(sensitive).Value("WB-1"); v != "geheim" || b.Keeping(sensitive) != workbook.ForNow {
		t.Errorf("after a change outside: %q, keeping %v", v, b.Keeping(sensitive))
	}
	b.Set(sensitive, "WB-1", "geheim, nog")
	if out := string(d.sheets[sensitive].Bytes()); strings.Contains(out, "geheim") || !strings.Contains(out, "iets") {
		t.Errorf("put on the desk: %s", out)
	}
}

func TestOrdinaryWordsDoNotAnswerForSensitiveOnes(t *testing.T) {
	t.Parallel()
	b, _ := book(t)
	b.Accept(notes.Opened{Ref: sensitive, Exists: true, Sheet: parsed(t, "## oud · x\n\niets\n\n")}, true)
	if k := b.Keeping(sensitive); k != workbook.NotAsked {
		t.Errorf("keeping %v", k)
	}
}

func TestNewsThatIsOlderThanAKeyIsLeft(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Set(leervraag, "RF-4", "een")
	before := d.edits[leervraag]
	b.Set(leervraag, "RF-4", "een twee")
	news := notes.Event{Ref: leervraag, What: notes.Changed, Edit: before, Sheet: parsed(t, "## RF-4 · x\n\nanders\n\n")}
	if b.Apply(news) || d.took != 0 {
		t.Error("older news was taken over")
	}
	news.Edit = d.edits[leervraag]
	if !b.Apply(news) || d.took != 1 || b.Recall(kind.ParsePlace("leervraag/RF-4")) != "anders" {
		t.Errorf("news was not taken over: %q", b.Recall(kind.ParsePlace("leervraag/RF-4")))
	}
}

func TestANoteThatComesFreeKeepsWhatStandsInIt(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	s := parsed(t, "# Leervraag\n\nMet de hand geschreven.\n\n## RF-4 · Wat?\n\n\n\n")
	b.Accept(notes.Opened{Ref: leervraag, Sheet: s, Exists: true, Locked: true}, true)
	b.Set(leervraag, "RF-4", "te vroeg")
	if len(d.sheets) > 0 {
		t.Error("a note of another window took text")
	}
	b.Apply(notes.Event{Ref: leervraag, What: notes.Unlocked, Sheet: s, Exists: true})
	b.Set(leervraag, "RF-4", "x")
	if out := string(d.sheets[leervraag].Bytes()); !strings.Contains(out, "Met de hand geschreven.") {
		t.Errorf("put on the desk: %s", out)
	}
}

func TestAnExerciseOfSeveralChaptersHasANotePerChapter(t *testing.T) {
	t.Parallel()
	b, _ := book(t)
	ref := b.Ref(b.Course().Exercise("wat-neem-ik-mee"), 5)
	b.Accept(notes.Opened{Ref: ref}, true)
	b.Set(ref, "RF-1", "van vijf")
	if got := b.Recall(kind.ParsePlace("5/wat-neem-ik-mee/RF-1")); got != "van vijf" {
		t.Errorf("recalled %q", got)
	}
	if got := b.Recall(kind.ParsePlace("6/wat-neem-ik-mee/RF-1")); got != "" {
		t.Errorf("chapter 6 recalls %q", got)
	}
}
