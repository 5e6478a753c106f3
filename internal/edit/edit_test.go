package edit_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/edit"
	"werkboek/internal/plain"
)

func TestRandomEditsAreUndoneToTheFirstText(t *testing.T) {
	t.Parallel()
	texts := rapid.SampledFrom([]string{"a", " ", "woord", "\n", "ë", "e\u0301", "👩\u200d👩\u200d👧", "س\u064e", "\t", "een twee\ndrie", "漢"})
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.StringOf(rapid.RuneFrom([]rune("ab \nëم"))).Draw(t, "first")
		b := edit.New(first, edit.Options{})
		b.SetWidth(rapid.IntRange(4, 30).Draw(t, "width"), plain.Ruler{})
		for range rapid.IntRange(0, 60).Draw(t, "edits") {
			switch rapid.IntRange(0, 6).Draw(t, "sort") {
			case 0, 1:
				_, _ = b.Insert(texts.Draw(t, "text"))
			case 2:
				b.Backspace()
			case 3:
				b.DeleteWord()
			case 4:
				b.Cut()
			default:
				b.Move(edit.Move(rapid.IntRange(0, int(edit.PageDown)).Draw(t, "move")), rapid.Bool().Draw(t, "extend"))
			}
			checkRows(t, b)
		}
		last := b.Text()
		for b.Undo() {
			checkRows(t, b)
		}
		if b.Text() != first {
			t.Fatalf("undone to %q, began with %q", b.Text(), first)
		}
		for b.Redo() {
			checkRows(t, b)
		}
		if b.Text() != last {
			t.Fatalf("redone to %q, ended with %q", b.Text(), last)
		}
	})
}

// checkRows holds that the rows show the whole text, and the cursor stands in one.
func checkRows(t *rapid.T, b *edit.Buffer) {
	var shown strings.Builder
	for i := range b.Rows() {
		shown.WriteString(b.Row(i).Text)
	}
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if bare(shown.String()) != bare(b.Text()) {
		t.Fatalf("rows show %q of %q", shown.String(), b.Text())
	}
	row, cell := b.Cursor()
	if row < 0 || row >= b.Rows() || cell < 0 {
		t.Fatalf("cursor at %d,%d of %d rows", row, cell, b.Rows())
	}
	if want := plain.Words(b.Text()); b.Words() != want {
		t.Fatalf("%d words counted, there are %d in %q", b.Words(), want, b.Text())
	}
}

func TestOneCharacterGoesAtATime(t *testing.T) {
	t.Parallel()
	for _, c := range []string{"ë", "e\u0301", "👩\u200d👩\u200d👧", "🇳🇱", "ر\u064e", "a"} {
		b := edit.New("x"+c, edit.Options{})
		b.Backspace()
		if b.Text() != "x" {
			t.Errorf("backspace after %q left %q", c, b.Text())
		}
		b = edit.New(c+"x", edit.Options{})
		b.Move(edit.Start, false)
		b.Delete()
		if b.Text() != "x" {
			t.Errorf("delete before %q left %q", c, b.Text())
		}
	}
}

func TestUndoGoesByWords(t *testing.T) {
	t.Parallel()
	b := edit.New("", edit.Options{})
	for _, r := range "een twee" {
		_, _ = b.Insert(string(r))
	}
	b.Undo()
	if b.Text() != "een " {
		t.Errorf("one undo left %q", b.Text())
	}
	b.Undo()
	if b.Text() != "" {
		t.Errorf("two left %q", b.Text())
	}
	_, _ = b.Insert("plak een lang stuk")
	b.Undo()
	if b.Text() != "" {
		t.Errorf("a paste is no step: %q", b.Text())
	}
}

func TestSelectingAndTypingReplaces(t *testing.T) {
	t.Parallel()
	b := edit.New("een twee drie", edit.Options{})
	b.Move(edit.WordLeft, true)
	if b.Selection() != "drie" {
		t.Fatalf("selected %q", b.Selection())
	}
	_, _ = b.Insert("vier")
	if b.Text() != "een twee vier" {
		t.Error(b.Text())
	}
	b.SelectAll()
	if got := b.Cut(); got != "een twee vier" || !b.Empty() {
		t.Errorf("cut %q, left %q", got, b.Text())
	}
}

func TestAnEmptyPasteTakesNothingAway(t *testing.T) {
	t.Parallel()
	b := edit.New("een hele alinea", edit.Options{})
	b.SelectAll()
	for _, nothing := range []string{"", "\x1b\x00"} {
		if _, err := b.Insert(nothing); err != nil || b.Text() != "een hele alinea" {
			t.Errorf("%q left %q", nothing, b.Text())
		}
	}
}

func TestFullIsSaidAndChangesNothing(t *testing.T) {
	t.Parallel()
	b := edit.New("abc", edit.Options{Limit: 4})
	if _, err := b.Insert("de"); err == nil || b.Text() != "abc" {
		t.Errorf("err %v, text %q", err, b.Text())
	}
}

func BenchmarkKey(b *testing.B) {
	for _, lines := range []int{0, 300, 3000, 20000} {
		b.Run(fmt.Sprint(lines), func(b *testing.B) {
			buf := edit.New(strings.Repeat("Een regel van ongeveer tachtig tekens, zoals mensen die schrijven in een notitie.\n", lines), edit.Options{})
			buf.SetWidth(64, plain.Ruler{})
			buf.Rows()
			for b.Loop() {
				_, _ = buf.Insert("a")
				row, _ := buf.Cursor()
				for i := max(0, row-20); i <= row; i++ {
					buf.Row(i)
				}
			}
		})
	}
}
