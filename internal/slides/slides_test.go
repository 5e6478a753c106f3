package slides_test

import (
	"strings"
	"testing"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/plain"
	"werkboek/internal/slides"
	"werkboek/reader"
)

func opened(t *testing.T) *course.Course {
	t.Helper()
	c, problems := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// words gives all words of a chapter's slides, in order.
func words(list []slides.Slide) string {
	var b strings.Builder
	for _, s := range list {
		for _, l := range s.Lines {
			b.WriteString(l.Text + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestEverySlideFitsAndNoWordGetsLost(t *testing.T) {
	t.Parallel()
	c := opened(t)
	for _, ch := range c.Chapters() {
		whole := words(slides.Of(ch, c.Exercise, slides.Room{Lines: 1000, Cells: 64}, plain.Ruler{}))
		for _, room := range []slides.Room{{Lines: 9, Cells: 50}, {Lines: 14, Cells: 64}, {Lines: 26, Cells: 64}} {
			list := slides.Of(ch, c.Exercise, room, plain.Ruler{})
			for _, s := range list {
				if n := len(s.Title) + len(s.Lines); n > room.Lines {
					t.Errorf("chapter %d: %q takes %d lines of %d", ch.Number, s.Title, n, room.Lines)
				}
				for _, l := range s.Lines {
					if w := (plain.Ruler{}).Width(l.Text); w > room.Cells {
						t.Errorf("chapter %d: %q is %d cells wide", ch.Number, l.Text, w)
					}
				}
			}
			if got := words(list); got != whole {
				t.Errorf("chapter %d in %v holds other words:\n%s\nwant\n%s", ch.Number, room, got, whole)
			}
		}
	}
}

func TestWhatIsForTheTrainerIsOnNoSlide(t *testing.T) {
	t.Parallel()
	c := opened(t)
	for _, ch := range c.Chapters() {
		shown := words(slides.Of(ch, c.Exercise, slides.Room{Lines: 20, Cells: 64}, plain.Ruler{}))
		for _, s := range ch.Sections() {
			for _, b := range s.Blocks() {
				if b.Kind == course.Callout && b.Label == course.Trainer && strings.Contains(shown, b.Plain()[:20]) {
					t.Errorf("chapter %d shows %q", ch.Number, b.Plain())
				}
			}
		}
	}
}
