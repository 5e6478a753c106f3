package compare_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"werkboek/internal/compare"
	"werkboek/internal/plain"
	"werkboek/internal/sheet"
)

func note(values ...string) sheet.Sheet {
	s := sheet.New("Titel")
	for i := 0; i+1 < len(values); i += 2 {
		s = s.With(values[i], "Vraag "+values[i]+"?", values[i+1])
	}
	return s
}

// marked writes a difference down: {only then}, [only now].
func marked(d compare.Difference) string {
	var b strings.Builder
	for _, q := range d.Questions {
		b.WriteString(q.Ask + ":")
		for _, w := range q.Words {
			switch {
			case w.Text == "":
			case w.Side == compare.Then:
				b.WriteString(" {" + w.Text + "}")
			case w.Side == compare.Now:
				b.WriteString(" [" + w.Text + "]")
			default:
				b.WriteString(" " + w.Text)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestADifferenceIsToldInWordsPerQuestion(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		then, now sheet.Sheet
		want      string
		words     int
	}{
		"a word more":        {note("A", "ik vraag"), note("A", "ik vraag door"), "Vraag A?: ik vraag [door]\n", 1},
		"another word":       {note("A", "ik vul in"), note("A", "ik vraag in"), "Vraag A?: ik {vul} [vraag] in\n", 1},
		"a question less":    {note("A", "x", "B", "weg ermee"), note("A", "x"), "Vraag A?: x\nVraag B?: {weg} {ermee}\n", 2},
		"only another space": {note("A", "een twee"), note("A", "een\ntwee"), "Vraag A?: een twee\n", 0},
		"lines in between":   {note("A", "een\ntwee\ndrie"), note("A", "een\nnieuw\ntwee\ndrie"), "Vraag A?: een [nieuw] twee drie\n", 1},
	} {
		d := compare.Of(c.then, c.now)
		if got := marked(d); got != c.want || d.Words() != c.words {
			t.Errorf("%s: %q, %d words; want %q, %d", name, got, d.Words(), c.want, c.words)
		}
	}
}

func TestWhatStandsBeforeTheQuestionsIsCompared(t *testing.T) {
	t.Parallel()
	then, _ := sheet.Parse([]byte("# Titel\n\nlos woord\n\n## A\n\nx\n"))
	if got := marked(compare.Of(then, note("A", "x"))); !strings.Contains(got, "{los} {woord}") || strings.Contains(got, "Titel") {
		t.Error(got)
	}
}

func TestTheFirstWordsThatDifferAreNamed(t *testing.T) {
	t.Parallel()
	d := compare.Of(note("A", "een twee drie vier"), note("A", "vier"))
	if got := d.Head(compare.Then, 2); got != "een twee …" {
		t.Error(got)
	}
	if got := d.Head(compare.Now, 2); got != "" {
		t.Error(got)
	}
}

func TestBothTextsComeBackFromTheirDifference(t *testing.T) {
	t.Parallel()
	text := rapid.StringMatching(`([a-d]{1,2}[ \n\t]{0,2}){0,30}`)
	rapid.Check(t, func(t *rapid.T) {
		then, now := text.Draw(t, "then"), text.Draw(t, "now")
		var a, b strings.Builder
		for _, q := range compare.Of(note("A", then), note("A", now)).Questions {
			for _, w := range q.Words {
				if w.Side != compare.Now {
					a.WriteString(w.Text + w.Then)
				}
				if w.Side != compare.Then {
					b.WriteString(w.Text + w.Now)
				}
			}
		}
		if a.String() != plain.Safe(then) || b.String() != plain.Safe(now) {
			t.Fatalf("%q and %q became %q and %q", then, now, a.String(), b.String())
		}
	})
}

func TestNothingHostileIsShown(t *testing.T) {
	t.Parallel()
	if got := marked(compare.Of(note("A", "a\x1b[2Jb"), note("A\x1b", "c"))); strings.ContainsRune(got, 0x1b) {
		t.Errorf("%q", got)
	}
}

// A text of the largest size that differs everywhere must not hang the program; the
// limit is far above what it takes, which is well under a second.
func TestALongTextThatDiffersEverywhereIsComparedInTime(t *testing.T) {
	t.Parallel()
	then := strings.Repeat("een twee drie vier vijf ", 40_000)
	now := strings.Repeat("zes vijf zeven een acht ", 40_000)
	done := make(chan struct{})
	go func() { compare.Of(note("A", then), note("A", now)); close(done) }()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("it takes too long")
	}
}
