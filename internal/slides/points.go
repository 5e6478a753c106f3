package slides

import (
	"strconv"
	"strings"
	"unicode"

	"werkboek/internal/course"
)

// bullet stands before an item of a list that has no numbers.
const bullet = "•"

// cellGap stands between the cells of a table's row.
const cellGap = " · "

// point is a sentence or an item, with what stands before it.
type point struct {
	marker string
	indent int // cells before the text, the marker's included
	text   string
	heads  bool // it is never the last of a slide: what follows belongs to it
}

// points gives the first sentence of a paragraph, and of each item of a list.
func points(b *course.Block) []point {
	switch b.Kind {
	case course.Paragraph, course.Action:
		return []point{saying(FirstSentence(b.Text.Plain()))}
	case course.List:
		return items(b, FirstSentence)
	case course.Quote, course.Table, course.Code:
		return all(b)
	}
	return nil
}

func whole(s string) string { return s }

// all gives the whole of a block.
func all(b *course.Block) []point {
	switch b.Kind {
	case course.List:
		return items(b, whole)
	case course.Table:
		return rows(b)
	case course.Code:
		return []point{{text: strings.ReplaceAll(strings.Trim(b.Literal, "\n"), "\t", "    ")}}
	case course.Callout, course.Quote:
		var list []point
		for _, c := range b.Children {
			list = append(list, all(c)...)
		}
		return list
	}
	if t := b.Text.Plain(); t != "" {
		return []point{saying(t)}
	}
	return nil
}

// saying gives a text as a point. One that ends in a colon heads what it announces.
func saying(text string) point {
	return point{text: text, heads: strings.HasSuffix(text, ":")}
}

// items gives the items of a list; what stands in one hangs under its text.
func items(b *course.Block, of func(string) string) []point {
	var list []point
	for i, item := range b.Items {
		marker := bullet
		if b.Ordered {
			marker = strconv.Itoa(b.Start + i)
		}
		for _, c := range item.Children {
			inner := all(c)
			if c.Kind == course.List {
				inner = items(c, of)
			}
			for _, p := range inner {
				p.indent += MarkerWidth
				if p.marker == "" && c.Kind != course.List {
					p.marker, marker = marker, ""
					p.text = of(p.text)
				}
				list = append(list, p)
			}
		}
	}
	return list
}

// rows gives a line per row of a table, its cells beside each other, under the
// line that says what the columns are.
func rows(b *course.Block) []point {
	var list []point
	for i, row := range b.Rows {
		var cells []string
		for _, c := range row {
			if t := c.Plain(); t != "" {
				cells = append(cells, t)
			}
		}
		p := point{bullet, MarkerWidth, strings.Join(cells, cellGap), false}
		if i == 0 {
			p = point{text: p.text, heads: true}
		}
		if len(cells) > 0 {
			list = append(list, p)
		}
	}
	return list
}

// FirstSentence gives a text up to and with its first full stop, question mark or
// exclamation mark that ends a sentence: a blank and a capital follow it, and it
// is no abbreviation of one letter.
func FirstSentence(s string) string {
	runes := []rune(s)
	for i, r := range runes {
		if !strings.ContainsRune(".?!", r) {
			continue
		}
		end := i + 1
		for end < len(runes) && strings.ContainsRune(`'")`, runes[end]) {
			end++
		}
		if end == len(runes) || runes[end] == ' ' && startsSentence(runes[end+1:]) && !initial(runes[:i]) {
			return string(runes[:end])
		}
	}
	return s
}

func startsSentence(rest []rune) bool {
	for _, r := range rest {
		if strings.ContainsRune(`'"(`, r) {
			continue
		}
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	}
	return true
}

// initial tells whether a stop follows a single letter, as in "e.a." or "D. Pinto".
func initial(before []rune) bool {
	n := len(before)
	return n > 0 && unicode.IsLetter(before[n-1]) && (n == 1 || !unicode.IsLetter(before[n-2]))
}
