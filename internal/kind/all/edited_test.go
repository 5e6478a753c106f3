package all_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"werkboek/internal/kind"
	"werkboek/internal/kind/cards"
	"werkboek/internal/kind/circle"
	"werkboek/internal/kind/dialogue"
	"werkboek/internal/kind/scale"
	"werkboek/internal/sheet"
)

// marks gives, by kind, one mark more in an answer, that takes none back: the n-th of
// those that can be made.
var marks = map[string]func(a kind.Answer, n int) kind.Answer{
	cards.Name: func(a kind.Answer, n int) kind.Answer {
		x := a.(cards.Answer)
		list, places := x.Cards(true), x.Definition().Places
		for i := range list {
			c, p := list[(n+i)%len(list)], places[n%len(places)].ID
			if !x.At(c, p) {
				return x.Lay(c, p)
			}
		}
		return x.Add(fmt.Sprint("nog een ", n))
	},
	circle.Name: func(a kind.Answer, n int) kind.Answer {
		x := a.(circle.Answer)
		for row, r := range x.Rows() {
			for p, s := range r.Signs {
				if s == circle.Blank {
					return x.Mark(row, p, circle.Alike)
				}
			}
		}
		return x.WithTrait(circle.Trait{Name: fmt.Sprint("nog een ", n)})
	},
	dialogue.Name: func(a kind.Answer, n int) kind.Answer {
		x := a.(dialogue.Answer)
		list := x.Definition().Tallies
		return x.Tally(list[n%len(list)].ID, n%3)
	},
	scale.Name: func(a kind.Answer, n int) kind.Answer {
		x := a.(scale.Answer)
		for i := range x.Definition().Items {
			if !x.Mark(i, 0).Set() {
				return x.Place(i, 0, scale.Mark{Place: 1})
			}
		}
		return x.Place(0, 0, x.Mark(0, 0))
	},
}

// sections gives the section of each kind.
var sections = map[string]string{cards.Name: cards.Section, circle.Name: circle.Section, dialogue.Name: dialogue.Section, scale.Name: scale.Section}

// edited gives a text as some hand leaves it.
func edited(t *rapid.T, text string) string {
	lines := strings.Split(text, "\n")
	at := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
	word := rapid.StringMatching(`[p-z]{6}`).Draw(t, "word")
	switch rapid.IntRange(0, 5).Draw(t, "edit") {
	case 0:
		runes := []rune(lines[at])
		i := rapid.IntRange(0, len(runes)).Draw(t, "column")
		lines[at] = string(runes[:i]) + " " + word + " " + string(runes[i:])
	case 1:
		lines[at] += " " + word
	case 2:
		lines[at] += " | " + word + " |"
	case 3:
		other := rapid.IntRange(0, len(lines)-1).Draw(t, "other")
		lines[at], lines[other] = lines[other], lines[at]
	case 4:
		lines = append(lines[:at+1], lines[at:]...)
		lines[at] = strings.Replace(lines[at], rapid.SampledFrom([]string{" | ", "= |", "b ", "1 "}).Draw(t, "what"), " "+word+" | ", 1)
	default:
		lines = append(lines, word)
	}
	return strings.Join(lines, "\n")
}

// words gives the words of a text.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}

func TestEveryWordOfAHandEditedTableStaysWhenAMarkIsSet(t *testing.T) {
	t.Parallel()
	for _, e := range ofEachKind(t) {
		name := e.Head().Kind
		mark, section := marks[name], sections[name]
		if mark == nil {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				a := e.Read(sheet.New("x"))
				for range rapid.IntRange(1, 8).Draw(t, "marks") {
					a = mark(a, rapid.IntRange(0, 30).Draw(t, "mark"))
				}
				written, _ := a.Sheet().Value(section)
				text := written
				for range rapid.IntRange(1, 4).Draw(t, "edits") {
					text = edited(t, text)
				}
				a = e.Read(a.Sheet().With(section, "", text))
				a = mark(a, rapid.IntRange(0, 30).Draw(t, "last"))
				once, _ := a.Sheet().Value(section)
				told := ""
				for _, p := range a.Passages() {
					told += p.Ask + "\n" + p.Text + "\n"
				}
				again, _ := mark(e.Read(a.Sheet()), rapid.IntRange(0, 30).Draw(t, "more")).Sheet().Value(section)
				for _, w := range words(text) {
					if slices.Contains(words(written), w) {
						continue // ours
					}
					if !strings.Contains(told, w) {
						t.Fatalf("%q is lost of\n%s\nfor who reads it on paper:\n%s", w, text, told)
					}
					if !strings.Contains(once, w) || !strings.Contains(again, w) {
						t.Fatalf("%q is lost of\n%s\nafter a mark:\n%s\nafter another:\n%s", w, text, once, again)
					}
				}
			})
		})
	}
}
