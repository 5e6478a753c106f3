package past

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"werkboek/internal/compare"
	"werkboek/internal/plain"
	"werkboek/internal/sheet"
	"werkboek/internal/theme"
)

func paperOf(width int) *paper {
	return &paper{width: width, styles: theme.New(theme.Light()), ruler: plain.Ruler{}}
}

func one(then, now string) compare.Question {
	return compare.Of(sheet.New("T").With("A", "Vraag?", then), sheet.New("T").With("A", "Vraag?", now)).Questions[0]
}

// drawn gives rows as one sees them, the sign before each.
func drawn(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.TrimRight(l.sign+"|"+ansi.Strip(l.shown()), " ") + "\n")
	}
	return b.String()
}

func TestRowsWithWordsOfOneSideHaveASign(t *testing.T) {
	t.Parallel()
	q := one("een twee\nsamen\noud\nlaatste", "een drie\nsamen\nlaatste erbij")
	merged := paperOf(30)
	merged.merged(q)
	if got, want := drawn(merged.lines), "|Vraag?\n+|een twee\n-|[drie]\n|samen\n+|oud\n-|laatste [erbij]\n|\n"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for side, want := range map[compare.Side]string{
		compare.Then: "|Vraag?\n≠|een twee\n|samen\n≠|oud\n|laatste\n|\n",
		compare.Now:  "|Vraag?\n≠|een drie\n|samen\n≠|laatste erbij\n|\n",
	} {
		column := paperOf(30)
		column.one(q, side)
		if got := drawn(column.lines); got != want {
			t.Errorf("%v:\n%s\nwant\n%s", side, got, want)
		}
	}
}

func TestNoRowIsWiderThanItsPaperAndNoWordIsMissing(t *testing.T) {
	t.Parallel()
	text := rapid.StringMatching(`(([a-cé漢]{1,12}|👩‍👩‍👧)[ \n\t]{1,3}){0,20}`)
	rapid.Check(t, func(t *rapid.T) {
		then, now, width := text.Draw(t, "then"), text.Draw(t, "now"), rapid.IntRange(8, 40).Draw(t, "width")
		column := paperOf(width)
		column.one(one(then, now), compare.Then)
		var rows []string
		for _, l := range column.lines[1:] {
			if w := (plain.Ruler{}).Width(l.shown()); w > width {
				t.Fatalf("%d cells: %q", w, l.shown())
			}
			rows = append(rows, ansi.Strip(l.shown()))
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := bare(strings.Join(rows, " ")); got != bare(plain.Safe(then)) {
			t.Fatalf("%q became %q", then, got)
		}
	})
}

// Setting the longest note must not be felt as a hang; the limit is far above what it
// takes.
func TestALongTextIsSetInTime(t *testing.T) {
	t.Parallel()
	q := one(strings.Repeat("een twee drie vier vijf ", 40_000), strings.Repeat("zes vijf zeven een acht ", 40_000))
	done := make(chan time.Duration)
	go func() {
		start := time.Now()
		p := paperOf(52)
		p.merged(q)
		done <- time.Since(start)
	}()
	select {
	case took := <-done:
		t.Log(took)
	case <-time.After(20 * time.Second):
		t.Fatal("it takes too long")
	}
}
