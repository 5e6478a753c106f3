package workbook_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/kind/all"
	deck "werkboek/internal/kind/cards"
	"werkboek/internal/kind/circle"
	scales "werkboek/internal/kind/scale"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
	"werkboek/internal/workbook"
	"werkboek/reader"
)

var (
	leervraag = notes.Ref{Name: "leervraag"}
	sensitive = notes.Ref{Name: "wie-ben-ik", Chapter: 1}
)

// evening is the real time.
var evening = time.Date(2026, 11, 22, 20, 14, 0, 0, time.Local)

// memory is a desk that keeps the last sheet of each note.
type memory struct {
	sheets  map[notes.Ref]sheet.Sheet
	edits   map[notes.Ref]int
	took    int
	former  []sheet.Sheet  // what was renewed
	origins []notes.Origin // and as what it was kept
	copies  []notes.Copy
	listed  []notes.Listed
	closed  []notes.Ref
	wiped   error // what wiping gives
}

func (m *memory) Put(ref notes.Ref, edit int, s sheet.Sheet) { m.sheets[ref], m.edits[ref] = s, edit }
func (m *memory) Renew(ref notes.Ref, edit int, s sheet.Sheet, keep notes.Origin) {
	m.former = append(m.former, m.sheets[ref])
	m.origins = append(m.origins, keep)
	m.Put(ref, edit, s)
}

func (m *memory) WipeAll(edit int, refs ...notes.Ref) error { return m.WipeEach(edit, refs...) }

func (m *memory) Copies() ([]notes.Copy, error)        { return m.copies, nil }
func (m *memory) Notes() ([]notes.Listed, error)       { return m.listed, nil }
func (m *memory) Text(notes.Copy) (sheet.Sheet, error) { return sheet.Sheet{}, nil }
func (m *memory) Settle(notes.Copy) error              { return nil }

// WipeEach wipes all but those that the error is about.
func (m *memory) WipeEach(edit int, refs ...notes.Ref) error {
	left := workbook.Wiped{Left: notes.Unwiped(m.wiped), Nothing: errors.Is(m.wiped, notes.ErrNothingWiped)}
	for _, ref := range refs {
		if left.Gone(ref) {
			delete(m.sheets, ref)
			m.edits[ref] = edit
		}
	}
	return m.wiped
}

func (m *memory) Close(ref notes.Ref) bool { m.closed = append(m.closed, ref); return true }
func (m *memory) Now() time.Time           { return evening }

func (m *memory) Took(notes.Event) { m.took++ }
func (m *memory) Hurry(notes.Ref)  {}

func (m *memory) Open(ref notes.Ref) (notes.Opened, error) {
	s, exists := m.sheets[ref]
	return notes.Opened{Ref: ref, Sheet: s, Exists: exists, Edit: m.edits[ref]}, nil
}

func (m *memory) Read(ref notes.Ref) (notes.Opened, error) { return m.Open(ref) }

func book(t *testing.T) (*workbook.Book, *memory) {
	t.Helper()
	c, problems := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d := &memory{sheets: map[notes.Ref]sheet.Sheet{}, edits: map[notes.Ref]int{}}
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
	b.Apply(notes.Event{Ref: sensitive, What: notes.Changed, Sheet: theirs, Exists: true, Edit: d.edits[sensitive]})
	if v, _ := b.Answer(sensitive).Value("WB-1"); v != "geheim" || b.Keeping(sensitive) != workbook.ForNow {
		t.Errorf("after a change outside: %q, keeping %v", v, b.Keeping(sensitive))
	}
	b.Set(sensitive, "WB-1", "geheim, nog")
	if out := string(d.sheets[sensitive].Bytes()); strings.Contains(out, "geheim") || !strings.Contains(out, "iets") {
		t.Errorf("put on the desk: %s", out)
	}
}

func TestWhatAnotherWindowKeptOutlivesWordsForNow(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: sensitive}, true)
	b.Choose(sensitive, workbook.ForNow)
	b.Set(sensitive, "WB-1", "geheim")
	for _, theirs := range []string{"van een ander", "van een ander, en meer"} {
		s := parsed(t, "---\noefening: wie-ben-ik\ngevoelig: bewaren\n---\n## WB-1 · x\n\n"+theirs+"\n\n## WB-2 · x\n\nook\n\n")
		b.Apply(notes.Event{Ref: sensitive, What: notes.Changed, Sheet: s, Exists: true, Edit: d.edits[sensitive]})
		b.Set(sensitive, "WB-1", "geheim, nog")
		b.Set(sensitive, "WB-3", "geheim, ook")
		one, _ := d.sheets[sensitive].Value("WB-1")
		two, _ := d.sheets[sensitive].Value("WB-2")
		if three, _ := d.sheets[sensitive].Value("WB-3"); one != theirs || two != "ook" || three != "" {
			t.Errorf("on the desk: %s", d.sheets[sensitive].Bytes())
		}
	}
	b.Restart(sensitive)
	if out := string(d.sheets[sensitive].Bytes()); strings.Contains(out, "ander") {
		t.Errorf("begun anew: %s", out)
	}
	b.Restore(sensitive)
	if out := string(d.sheets[sensitive].Bytes()); !strings.Contains(out, "ander") || strings.Contains(out, "geheim") {
		t.Errorf("put back: %s", out)
	}
}

func TestWhatAnotherWindowKeptIsNotForNow(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: sensitive}, true)
	b.Choose(sensitive, workbook.ForNow)
	for _, theirs := range []string{"eerst", "daarna", ""} {
		s := parsed(t, "## WB-1 · x\n\n"+theirs+"\n\n")
		b.Apply(notes.Event{Ref: sensitive, What: notes.Changed, Sheet: s, Exists: theirs != "", Edit: d.edits[sensitive]})
		if v, _ := b.Answer(sensitive).Value("WB-1"); v != theirs || b.FleetingIn(sensitive) {
			t.Errorf("they wrote %q, and it shows %q; for now: %v", theirs, v, b.FleetingIn(sensitive))
		}
	}
}

func TestAVersionIsNotBroughtBackOverWordsForNow(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: sensitive}, true)
	b.Choose(sensitive, workbook.ForNow)
	b.Set(sensitive, "WB-1", "geheim")
	kept := parsed(t, "## WB-1 · x\n\nvan vroeger\n\n")
	if b.BringBack(sensitive, kept) || !b.FleetingIn(sensitive) {
		t.Error("words that are in no version were replaced")
	}
	b.Set(sensitive, "WB-1", "")
	if !b.BringBack(sensitive, kept) || b.Keeping(sensitive) != workbook.Keep {
		t.Errorf("with nothing in the way it is not brought back; keeping %v", b.Keeping(sensitive))
	}
	if one, _ := d.sheets[sensitive].Value("WB-1"); one != "van vroeger" {
		t.Errorf("on the desk: %s", d.sheets[sensitive].Bytes())
	}
}

func TestWhatWasBegunAnewComesBackWhileTheNoteIsOpenOnly(t *testing.T) {
	t.Parallel()
	b, _ := book(t)
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Set(leervraag, "RF-4", "geheim")
	b.Restart(leervraag)
	b.Close(leervraag) // and another window wipes it
	b.Accept(notes.Opened{Ref: leervraag}, true)
	if b.Restore(leervraag) {
		t.Error("it came back")
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
	news := notes.Event{Ref: leervraag, What: notes.Changed, Edit: before, Exists: true, Sheet: parsed(t, "## RF-4 · x\n\nanders\n\n")}
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

func TestBeginningAnewComesBack(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Set(leervraag, "RF-4", "eerst")
	b.Restart(leervraag)
	if v, _ := b.Answer(leervraag).Value("RF-4"); v != "" {
		t.Errorf("begun anew with %q", v)
	}
	b.Set(leervraag, "RF-4", "daarna")
	if !b.Restore(leervraag) || b.Restore(leervraag) {
		t.Error("it does not come back exactly once")
	}
	if v, _ := d.sheets[leervraag].Value("RF-4"); v != "eerst" {
		t.Errorf("on the desk lies %q", v)
	}
	if v, _ := d.former[1].Value("RF-4"); len(d.former) != 2 || v != "daarna" {
		t.Errorf("what was written since is not kept: %v", d.former)
	}
}

func TestBeginningAnewPutsAwayWordsWhoseQuestionIsGone(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	old := sheet.New("Leervraag").With("RF-0", "Een oude vraag?", "wat ik toen schreef")
	b.Accept(notes.Opened{Ref: leervraag, Exists: true, Sheet: old}, true)
	b.Restart(leervraag)
	if len(d.origins) != 1 || d.origins[0] != notes.Discarded || !d.sheets[leervraag].Empty() {
		t.Errorf("put on the desk: %s, kept as %v", d.sheets[leervraag].Bytes(), d.origins)
	}
}

func TestAWipedExerciseTakesNoWordsUntilItIsDone(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Set(leervraag, "RF-4", "geheim")
	wipe := b.Wiper(leervraag)
	b.Set(leervraag, "RF-4", "te vroeg")
	if v, _ := b.Answer(leervraag).Value("RF-4"); v != "" {
		t.Errorf("holds %q", v)
	}
	b.Wiped(wipe())
	if _, kept := d.sheets[leervraag]; kept || b.Restore(leervraag) || b.Exists(leervraag) {
		t.Error("something is left")
	}
	b.Set(leervraag, "RF-4", "nieuw")
	if v, _ := d.sheets[leervraag].Value("RF-4"); v != "nieuw" {
		t.Errorf("on the desk lies %q", v)
	}
}

func TestANoteThatWasLeftIsShownAndTakesNoWords(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Set(leervraag, "RF-4", "mijn vraag")
	b.Close(leervraag)
	b.Set(leervraag, "RF-4", "te laat")
	if v := b.Recall(kind.ParsePlace("leervraag/RF-4")); v != "mijn vraag" || b.Writable(leervraag) || !b.Known(leervraag) || len(d.closed) != 1 {
		t.Errorf("recalled %q, writable %v, closed %v", v, b.Writable(leervraag), d.closed)
	}
	news := notes.Event{Ref: leervraag, What: notes.Changed, Shown: true, Exists: true, Edit: d.edits[leervraag], Sheet: parsed(t, "## RF-4 · x\n\nvan een ander\n\n")}
	b.Apply(news)
	if v := b.Recall(kind.ParsePlace("leervraag/RF-4")); v != "van een ander" {
		t.Errorf("after a change outside: %q", v)
	}
	news.Sheet, news.Exists = sheet.Sheet{}, false
	b.Apply(news)
	if v := b.Recall(kind.ParsePlace("leervraag/RF-4")); v != "" || b.Exists(leervraag) {
		t.Errorf("after it was deleted outside: %q", v)
	}
	l := b.Opener(leervraag)()
	b.Accept(l.Opened, true)
	if v := b.Recall(kind.ParsePlace("leervraag/RF-4")); v != "mijn vraag" || !b.Writable(leervraag) {
		t.Errorf("opened again: %q", v)
	}
}

func TestWhatWasReadBeforeAKeyIsLeft(t *testing.T) {
	t.Parallel()
	b, _ := book(t)
	late := b.Reader(leervraag)() // on its way while somebody writes and leaves
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Set(leervraag, "RF-4", "mijn vraag")
	b.Close(leervraag)
	b.Accept(late.Opened, false)
	if v := b.Recall(kind.ParsePlace("leervraag/RF-4")); v != "mijn vraag" {
		t.Errorf("recalled %q", v)
	}
}

func TestANoteThatComesFreeAfterItWasLeftTakesNoWords(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: leervraag, Locked: true}, true)
	b.Close(leervraag)
	if b.Apply(notes.Event{Ref: leervraag, What: notes.Unlocked}); b.Writable(leervraag) || len(d.closed) != 1 {
		t.Errorf("writable %v, closed %v", b.Writable(leervraag), d.closed)
	}
}

func TestWordsForNowOutliveLeavingAndAreInNoFile(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: sensitive}, true)
	b.Choose(sensitive, workbook.ForNow)
	b.Set(sensitive, "WB-1", "geheim")
	b.Restart(sensitive)
	b.Set(sensitive, "WB-1", "geheim, opnieuw")
	b.Restore(sensitive)
	b.Close(sensitive)
	b.Accept(b.Opener(sensitive)().Opened, true)
	if v, _ := b.Answer(sensitive).Value("WB-1"); v != "geheim" || b.Keeping(sensitive) != workbook.ForNow {
		t.Errorf("in hand is %q, keeping %v", v, b.Keeping(sensitive))
	}
	for _, s := range append(d.former, d.sheets[sensitive]) {
		if strings.Contains(string(s.Bytes()), "geheim") {
			t.Errorf("put on the desk: %s", s.Bytes())
		}
	}
}

func TestAWipeThatFailsBringsAllBack(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: sensitive}, true)
	b.Choose(sensitive, workbook.ForNow)
	b.Set(sensitive, "WB-1", "geheim")
	d.wiped = fmt.Errorf("%w: %w", notes.ErrNothingWiped, notes.NotWiped{Ref: sensitive, Err: notes.ErrLocked})
	wipe := b.Wiper(sensitive)
	if v, _ := b.Answer(sensitive).Value("WB-1"); v != "" {
		t.Errorf("shows %q while it is wiped", v)
	}
	b.Wiped(wipe())
	if v, _ := b.Answer(sensitive).Value("WB-1"); v != "geheim" || b.Keeping(sensitive) != workbook.ForNow || !b.Writable(sensitive) {
		t.Errorf("in hand is %q, keeping %v, writable %v", v, b.Keeping(sensitive), b.Writable(sensitive))
	}
	d.wiped = nil
	b.Wiped(b.Wiper(sensitive)())
	if v, _ := b.Answer(sensitive).Value("WB-1"); v != "" || b.Keeping(sensitive) != workbook.NotAsked || !b.Writable(sensitive) {
		t.Errorf("after it was wiped: %q, keeping %v", v, b.Keeping(sensitive))
	}
}

func TestNewsOfBeforeAWipeBringsNothingBack(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Set(leervraag, "RF-4", "geheim")
	news := notes.Event{Ref: leervraag, What: notes.Changed, Exists: true, Edit: d.edits[leervraag], Sheet: parsed(t, "## RF-4 · x\n\ngeheim\n\n")}
	read := b.Reader(leervraag)()
	wipe := b.Wiper(leervraag)
	b.Apply(news)
	b.Accept(read.Opened, false)
	b.Wiped(wipe())
	b.Apply(news)
	b.Accept(read.Opened, false)
	if v := b.Recall(kind.ParsePlace("leervraag/RF-4")); v != "" {
		t.Errorf("recalled %q", v)
	}
}

func TestNewsThatComesWhileANoteIsWipedCountsAfterIt(t *testing.T) {
	t.Parallel()
	for _, fails := range []error{nil, notes.NotWiped{Ref: leervraag, Err: notes.ErrLocked}} {
		b, d := book(t)
		b.Accept(notes.Opened{Ref: leervraag, Locked: true}, true)
		d.wiped = fails
		wipe := b.Wiper(leervraag)
		b.Apply(notes.Event{Ref: leervraag, What: notes.Unlocked, Exists: true, Sheet: parsed(t, "## RF-4 · x\n\nvan daar\n\n")})
		b.Wiped(wipe())
		want := "van daar"
		if fails == nil {
			want = ""
		}
		if v := b.Recall(kind.ParsePlace("leervraag/RF-4")); v != want || !b.Writable(leervraag) {
			t.Errorf("with %v: recalled %q, writable %v", fails, v, b.Writable(leervraag))
		}
	}
}

func TestAWipeOfWhichNobodyToldTheEnd(t *testing.T) {
	t.Parallel()
	for _, fails := range []error{nil, notes.NotWiped{Ref: leervraag, Err: notes.ErrLocked}} {
		b, d := book(t)
		b.Accept(notes.Opened{Ref: leervraag}, true)
		b.Set(leervraag, "RF-4", "woord")
		d.wiped = fails
		wipe := b.Wiper(leervraag)
		b.Close(leervraag) // the page was left at once
		_ = wipe()
		b.Accept(b.Opener(leervraag)().Opened, true)
		want := "woord"
		if fails == nil {
			want = ""
		}
		if v := b.Recall(kind.ParsePlace("leervraag/RF-4")); v != want || !b.Writable(leervraag) {
			t.Errorf("with %v: recalled %q, writable %v", fails, v, b.Writable(leervraag))
		}
	}
}

func TestWhatNeverWasMakesNoFileWhenItIsBegunAnew(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Restart(leervraag)
	if len(d.sheets) > 0 || b.Exists(leervraag) {
		t.Errorf("put on the desk: %v", d.sheets)
	}
}

func TestAMarginNoteCarriesTheRealTime(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: notes.MarginOf(5)}, true)
	b.SetMargin(5, b.Course().Chapter(5).Sections()[0].Blocks()[0].Key, "opmerking")
	if out := string(d.sheets[notes.MarginOf(5)].Bytes()); !strings.Contains(out, " · 22-11-2026 20.14 · ") {
		t.Errorf("put on the desk: %s", out)
	}
}

func TestOfAWorkbookThatIsHalfWipedOnlyWhatIsLeftComesBack(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	for _, ref := range []notes.Ref{leervraag, sensitive} {
		b.Accept(notes.Opened{Ref: ref}, true)
	}
	b.Choose(sensitive, workbook.Keep)
	b.Set(leervraag, "RF-4", "dit is weg")
	b.Set(sensitive, "WB-1", "dit staat er nog")
	d.wiped = errors.Join(notes.NotWiped{Ref: sensitive, Err: notes.ErrNoFile})
	place := 0
	wiped := b.WiperOfAll(func() error { place++; return nil })()
	if b.Wiped(wiped); wiped.Done() || place > 0 || b.Wiping() {
		t.Errorf("%+v, the place was taken %d times", wiped, place)
	}
	if told := strings.Join(wiped.ToldLeft(), " "); !strings.Contains(told, "01-wie-ben-ik.md") || strings.Contains(told, "niets gewist") {
		t.Errorf("told %q", told)
	}
	one, _ := b.Answer(leervraag).Value("RF-4")
	other, _ := b.Answer(sensitive).Value("WB-1")
	if one != "" || other != "dit staat er nog" || b.Exists(leervraag) || !b.Exists(sensitive) {
		t.Errorf("in hand are %q and %q", one, other)
	}
	d.wiped = nil
	if wiped = b.WiperOfAll(func() error { place++; return nil })(); !wiped.Done() || place != 1 {
		t.Errorf("%+v, the place was taken %d times", wiped, place)
	}
	if b.Wiped(wiped); !b.Blank() {
		t.Error("something is left")
	}
}

func TestWhatThereIsIsCountedPerNote(t *testing.T) {
	t.Parallel()
	b, d := book(t)
	b.Accept(notes.Opened{Ref: leervraag}, true)
	b.Set(leervraag, "RF-4", "drie losse woorden")
	margin := notes.MarginOf(5)
	d.listed = []notes.Listed{
		{Ref: leervraag, File: "00-leervraag.md", Words: 99}, // as it was saved last
		{Ref: margin, File: "05-kantlijn.md", Words: 7},
		{Ref: notes.Ref{Name: "vroeger", Chapter: 3}, File: "03-vroeger.md", Title: "Vroeger", Words: 2},
		{Ref: margin, File: "05-kantlijn (1).md", Words: 50},
		{Ref: leervraag, File: "ander.md", Foreign: true, Words: 1000},
	}
	d.copies = []notes.Copy{
		{Ref: notes.Ref{Name: "leervraag", Chapter: 3}, Origin: notes.Earlier}, // it stood in another chapter
		{Ref: notes.Ref{Name: "kantlijn", Chapter: 5}, Origin: notes.Leftover, Name: "05-kantlijn.md~"},
		{Ref: notes.MarginOf(5), Origin: notes.Synced, Name: "05-kantlijn (1).md"},
		{Ref: notes.MarginOf(6), Origin: notes.Rescued, Name: "/elders/werkboek-noodkopie.06-kantlijn.md"},
		{Origin: notes.Leftover, Name: ".werkboek/tijdelijk-1"},
	}
	found := b.Counter()()
	var got []string
	for _, k := range found.Kept {
		got = append(got, fmt.Sprintf("%s %s: %s", k.Ref, k.Title, strings.Join(k.Told(), "; ")))
	}
	want := []string{
		"leervraag Leervraag: 1 notitie, met 3 woorden; 1 eerdere versie",
		"5/kantlijn Kantlijn: 1 notitie, met 7 woorden; 1 andere versie, van een ander programma of apparaat; 1 rest, van een ander programma of van bewaren dat werd afgebroken",
		"6/kantlijn Kantlijn: 1 noodkopie, in /elders",
		"vroeger Vroeger: 1 notitie, met 2 woorden",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("counted\n%s", strings.Join(got, "\n"))
	}
	if all := found.All(); all.Notes != 3 || all.Words != 12 || all.Count() != 5 {
		t.Errorf("together %+v", all)
	}
}

func TestOnlyWhatSomebodyWroteIsCountedAsWords(t *testing.T) {
	t.Parallel()
	b, _ := book(t)
	scale, cards, ring := notes.Ref{Name: "voor-en-na"}, notes.Ref{Name: "barrieres", Chapter: 4}, notes.Ref{Name: "kring", Chapter: 3}
	for _, ref := range []notes.Ref{scale, cards, ring} {
		b.Accept(notes.Opened{Ref: ref}, true)
	}
	b.Replace(scale, b.Answer(scale).(scales.Answer).Place(0, 0, scales.Mark{Place: 3}))
	if n, said := b.Words(scale, b.Sheet(scale)), b.Summary(scale); n != 0 || said == "" {
		t.Errorf("one mark on the scale counts as %d words, and is told as %q", n, said)
	}
	b.Replace(cards, b.Answer(cards).(deck.Answer).Add("Een eigen kaart"))
	if n := b.Words(cards, b.Sheet(cards)); n != 3 {
		t.Errorf("a card of one's own of three words counts as %d", n)
	}
	b.Replace(ring, b.Answer(ring).(circle.Answer).WithTrait(circle.Trait{Name: "mijn sport"}))
	if n := b.Words(ring, b.Sheet(ring)); n != 2 {
		t.Errorf("a trait of one's own of two words counts as %d", n)
	}
	if n := b.Words(notes.Ref{Name: "vroeger"}, sheet.New("x").With("a", "b", "drie hele woorden")); n != 3 {
		t.Errorf("a note of no exercise counts %d words", n)
	}
	if b.Summary(leervraag) != "" || b.Summary(notes.Ref{Name: "vroeger"}) != "" {
		t.Error("what has no instrument is told as if it had")
	}
}
