package slides

import (
	"strconv"
	"strings"
	"unicode"

	"werkboek/internal/course"
)

// bullet stands before an item of a list that has no numbers.
const bullet = "•"

// points gives the first sentence of a paragraph, and of each item of a list.
func points(b *course.Block) []point {
	switch b.Kind {
	case course.Paragraph:
		return []point{{"", FirstSentence(b.Text.Plain())}}
	case course.List:
		return items(b, FirstSentence)
	case course.Quote, course.Table, course.Code:
		return all(b)
	}
	return nil
}

// all gives the whole of a block.
func all(b *course.Block) []point {
	switch b.Kind {
	case course.List:
		return items(b, func(s string) string { return s })
	case course.Table:
		return rows(b)
	case course.Code:
		return []point{{"", strings.TrimSpace(b.Literal)}}
	case course.Callout, course.Quote:
		var list []point
		for _, c := range b.Children {
			list = append(list, all(c)...)
		}
		return list
	}
	if t := b.Text.Plain(); t != "" {
		return []point{{"", t}}
	}
	return nil
}

func items(b *course.Block, of func(string) string) []point {
	var list []point
	for i, item := range b.Items {
		marker := bullet
		if b.Ordered {
			marker = strconv.Itoa(b.Start + i)
		}
		for _, c := range item.Children {
			for _, p := range all(c) {
				if p.marker == "" {
					p.marker = marker
				}
				p.text = of(p.text)
				list = append(list, p)
				marker = ""
			}
		}
	}
	return list
}

// rows gives a line per row of a table: its first cell, and the others after it.
func rows(b *course.Block) []point {
	var list []point
	for i, row := range b.Rows {
		if i == 0 {
			continue // the head says what the columns are; the rows speak for themselves
		}
		var cells []string
		for _, c := range row {
			if t := c.Plain(); t != "" {
				cells = append(cells, t)
			}
		}
		list = append(list, point{bullet, strings.Join(cells, ": ")})
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
