package edit_test

import (
	"fmt"
	"slices"
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
		width := rapid.IntRange(4, 30).Draw(t, "width")
		b.SetWidth(width, plain.Ruler{})
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
			checkRows(t, b, width)
		}
		last := b.Text()
		for b.Undo() {
			checkRows(t, b, width)
		}
		if b.Text() != first {
			t.Fatalf("undone to %q, began with %q", b.Text(), first)
		}
		for b.Redo() {
			checkRows(t, b, width)
		}
		if b.Text() != last {
			t.Fatalf("redone to %q, ended with %q", b.Text(), last)
		}
	})
}

// checkRows holds that the rows show the whole text, the cursor stands in one, and
// what was kept of them is what would be made anew.
func checkRows(t *rapid.T, b *edit.Buffer, width int) {
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
	fresh := edit.New(b.Text(), edit.Options{})
	fresh.SetWidth(width, plain.Ruler{})
	if b.Rows() != fresh.Rows() || b.Filled() != fresh.Filled() || b.Runes() != fresh.Runes() {
		t.Fatalf("%d rows, %d filled, %d runes; made anew %d, %d, %d: %q", b.Rows(), b.Filled(), b.Runes(), fresh.Rows(), fresh.Filled(), fresh.Runes(), b.Text())
	}
	for i := range b.Rows() {
		got := b.Row(i).Text
		if want := fresh.Row(i).Text; got != want {
			t.Fatalf("row %d is %q, made anew %q", i, got, want)
		}
		var r plain.Ruler
		bare := strings.TrimRight(got, " ")
		if bare == "" {
			continue
		}
		if c, _ := r.First(bare); r.Width(bare) > width && c != bare {
			t.Fatalf("row %d of %d cells is wider: %q", i, width, got)
		}
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

func TestRunsOfErasingAreUndoneByWords(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		at    edit.Move
		erase func(*edit.Buffer) bool
		want  []string
	}{
		"backspace": {edit.End, (*edit.Buffer).Backspace, []string{"", "een", "een\n", "een\ntwee ", "een\ntwee drie"}},
		"delete":    {edit.Start, (*edit.Buffer).Delete, []string{"", "drie", "twee drie", "\ntwee drie", "een\ntwee drie"}},
	} {
		b := edit.New("een\ntwee drie", edit.Options{})
		b.Move(c.at, false)
		for c.erase(b) {
		}
		var got []string
		for steps := b.Steps(); steps >= 0; steps-- {
			got = append(got, b.Text())
			b.Undo()
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: undone by %q, want %q", name, got, c.want)
		}
	}
	b := edit.New("abcd", edit.Options{})
	b.Backspace()
	b.Move(edit.Left, false)
	b.Backspace()
	b.Undo()
	if b.Text() != "abc" {
		t.Errorf("erasing in another place joined: %q", b.Text())
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

// A benchmark types a letter and takes it back, and draws a window: two keys.
func BenchmarkKey(b *testing.B) {
	line := "Een regel van ongeveer tachtig tekens, zoals mensen die schrijven in een notitie."
	for _, lines := range []int{0, 300, 3000, 20000} {
		text := strings.Repeat(line+"\n", lines)
		b.Run(fmt.Sprintf("%d lines, at the end", lines), func(b *testing.B) { typeAndErase(b, text, edit.End) })
		b.Run(fmt.Sprintf("%d lines, at the start", lines), func(b *testing.B) { typeAndErase(b, text, edit.Start) })
	}
	long := strings.Repeat("zonder één regeleinde, ", 435)
	b.Run("a line of 10000 cells, at the end", func(b *testing.B) { typeAndErase(b, long, edit.End) })
	b.Run("a line of 10000 cells, at the start", func(b *testing.B) { typeAndErase(b, long, edit.Start) })
}

func typeAndErase(b *testing.B, text string, at edit.Move) {
	buf := edit.New(text, edit.Options{})
	buf.SetWidth(64, plain.Ruler{})
	buf.Rows()
	buf.Move(at, false)
	for b.Loop() {
		_, _ = buf.Insert("a")
		window(buf)
		buf.Backspace()
		window(buf)
	}
}

func window(buf *edit.Buffer) {
	row, _ := buf.Cursor()
	for i := max(0, row-20); i <= row; i++ {
		buf.Row(i)
	}
}

// TestWhoIsToldOfChangesKnowsEveryLine holds that what is told of a text suffices to keep
// something for each of its lines.
func TestWhoIsToldOfChangesKnowsEveryLine(t *testing.T) {
	t.Parallel()
	texts := rapid.SampledFrom([]string{"a", " ", "woord", "\n", "een twee\ndrie", "\n\n"})
	rapid.Check(t, func(t *rapid.T) {
		var kept []string // nil for a line that is another one
		b := edit.New("een\ntwee", edit.Options{Replaced: func(from, to, n int) {
			kept = slices.Replace(kept, from, to, make([]string, n)...)
		}})
		fill := func() {
			for i := range kept {
				if line := b.Line(i); kept[i] == "" {
					kept[i] = line + "."
				} else if kept[i] != line+"." {
					t.Fatalf("line %d is %q, and %q was kept", i, line, kept[i])
				}
			}
			if n := strings.Count(b.Text(), "\n") + 1; n != len(kept) {
				t.Fatalf("%d lines, told of %d", n, len(kept))
			}
		}
		for range rapid.IntRange(0, 30).Draw(t, "edits") {
			fill()
			switch rapid.IntRange(0, 6).Draw(t, "sort") {
			case 0, 1:
				_, _ = b.Insert(texts.Draw(t, "text"))
			case 2:
				b.Backspace()
			case 3:
				b.Undo()
			case 4:
				b.Redo()
			default:
				b.Move(edit.Move(rapid.IntRange(0, int(edit.PageDown)).Draw(t, "move")), rapid.Bool().Draw(t, "extend"))
			}
		}
		fill()
	})
}

func TestARowIsAPartOfItsLine(t *testing.T) {
	t.Parallel()
	b := edit.New("een twee drie\nvier", edit.Options{})
	b.SetWidth(8, plain.Ruler{})
	var got []string
	for i := range b.Rows() {
		line, from, to := b.Span(i)
		got = append(got, b.Line(line)[from:to])
	}
	if want := []string{"een twee ", "drie", "vier"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
