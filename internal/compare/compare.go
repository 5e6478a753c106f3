// Package compare tells how two texts of one note differ, word by word and question by
// question. What it gives is for eyes: it is made safe to show. It imports sheet and
// plain.
package compare

import (
	"strings"
	"unicode"

	"github.com/aymanbagabas/go-udiff/lcs"

	"werkboek/internal/plain"
	"werkboek/internal/sheet"
)

// Side tells in which of the two texts a word stands.
type Side int

// The sides of a word.
const (
	Both Side = iota
	Then      // only in the other text, an earlier one mostly
	Now       // only in the present text
)

// Word is a word of the two texts put together. Text is empty where a text begins with
// space.
type Word struct {
	Text      string
	Side      Side
	Then, Now string // the space behind it, in each text where it stands
}

// Question is one question with the words of both answers.
type Question struct {
	Ask   string // "" for what stands before the first question
	Words []Word
}

// Difference is how a text of a note differs from the present one.
type Difference struct {
	Questions []Question
	Then, Now int // words that stand on one side only
}

// Words counts the words that differ, as people do: a word in the place of another is
// one.
func (d Difference) Words() int { return max(d.Then, d.Now) }

// Head gives the first words that stand on one side only, at most so many.
func (d Difference) Head(side Side, most int) string {
	var some []string
	for _, q := range d.Questions {
		for _, w := range q.Words {
			if w.Side == side && w.Text != "" {
				if len(some) == most {
					return strings.Join(some, " ") + " …"
				}
				some = append(some, w.Text)
			}
		}
	}
	return strings.Join(some, " ")
}

// Of compares another text of a note with the present one. It takes its time where
// the texts are long, and no more than that: texts that differ nearly everywhere are
// not searched for every word that they share.
func Of(then, now sheet.Sheet) Difference {
	var d Difference
	if a, b := lead(then), lead(now); a != "" || b != "" {
		d.add("", a, b)
	}
	for _, f := range now.Fields() {
		old, _ := then.Value(f.ID)
		d.add(asked(f), old, f.Value)
	}
	for _, f := range then.Fields() {
		if _, there := now.Value(f.ID); !there {
			d.add(asked(f), f.Value, "")
		}
	}
	return d
}

func asked(f sheet.Field) string {
	if f.Question == "" {
		return plain.Line(f.ID)
	}
	return plain.Line(f.Question)
}

// lead gives what stands before the first question, without the title.
func lead(s sheet.Sheet) string {
	var lines []string
	for line := range strings.SplitSeq(s.Lead(), "\n") {
		if !strings.HasPrefix(line, "# ") {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func (d *Difference) add(ask, then, now string) {
	q := Question{Ask: ask, Words: words(plain.Safe(then), plain.Safe(now))}
	for _, w := range q.Words {
		switch {
		case w.Text == "":
		case w.Side == Then:
			d.Then++
		case w.Side == Now:
			d.Now++
		}
	}
	d.Questions = append(d.Questions, q)
}

// words puts two texts together: first by lines, so that a long text costs little
// where it is the same, and then by words where the lines differ.
func words(then, now string) []Word {
	a, b := strings.SplitAfter(then, "\n"), strings.SplitAfter(now, "\n")
	var all []Word
	at := 0
	for _, d := range append(lcs.DiffLines(a, b), lcs.Diff{Start: len(a), End: len(a), ReplStart: len(b), ReplEnd: len(b)}) {
		for _, t := range split(strings.Join(a[at:d.Start], "")) {
			all = append(all, Word{t.word, Both, t.gap, t.gap})
		}
		all = append(all, differing(split(strings.Join(a[d.Start:d.End], "")), split(strings.Join(b[d.ReplStart:d.ReplEnd], "")))...)
		at = d.End
	}
	return all
}

// differing puts two runs of words together.
func differing(then, now []token) []Word {
	var all []Word
	i, j := 0, 0
	for _, d := range append(lcs.DiffLines(bare(then), bare(now)), lcs.Diff{Start: len(then), End: len(then), ReplStart: len(now), ReplEnd: len(now)}) {
		for ; i < d.Start; i, j = i+1, j+1 {
			all = append(all, Word{then[i].word, Both, then[i].gap, now[j].gap})
		}
		for ; i < d.End; i++ {
			all = append(all, Word{then[i].word, Then, then[i].gap, ""})
		}
		for ; j < d.ReplEnd; j++ {
			all = append(all, Word{now[j].word, Now, "", now[j].gap})
		}
	}
	return all
}

// token is a word and the space behind it.
type token struct{ word, gap string }

func bare(tokens []token) []string {
	list := make([]string, len(tokens))
	for i, t := range tokens {
		list[i] = t.word
	}
	return list
}

func split(text string) []token {
	var list []token
	for text != "" {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			return append(list, token{text, ""})
		}
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		list = append(list, token{text[:end], text[end : len(text)-len(rest)]})
		text = rest
	}
	return list
}
