package export

import (
	"fmt"
	"strings"

	"werkboek/internal/course"
)

// markdown writes blocks as Markdown for paper: a link within the course is its words
// only. What a trainee does not see is not among them.
func markdown(blocks []*course.Block) string {
	var parts []string
	for _, b := range blocks {
		if text := block(b); text != "" && !b.Hidden() {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n\n")
}

func block(b *course.Block) string {
	switch b.Kind {
	case course.Heading:
		return "**" + inline(b.Text) + "**"
	case course.Paragraph:
		return inline(b.Text)
	case course.List:
		return list(b)
	case course.Table:
		return table(b)
	case course.Quote, course.Callout:
		return "> " + strings.ReplaceAll(markdown(b.Children), "\n", "\n> ")
	case course.Code:
		return "    " + strings.ReplaceAll(strings.TrimRight(b.Literal, "\n"), "\n", "\n    ")
	}
	return "" // an exercise in an exercise, a new slide
}

func list(b *course.Block) string {
	var items []string
	for i, item := range b.Items {
		mark := "- "
		if b.Ordered {
			mark = fmt.Sprintf("%d. ", b.Start+i)
		}
		if item.Task != nil {
			mark += "[ ] "
		}
		inside := strings.Repeat(" ", len(mark))
		items = append(items, mark+strings.ReplaceAll(markdown(item.Children), "\n", "\n"+inside))
	}
	return strings.Join(items, "\n")
}

func table(b *course.Block) string {
	var text strings.Builder
	for i, row := range b.Rows {
		for _, c := range row {
			text.WriteString("| " + cell(inline(c)) + " ")
		}
		text.WriteString("|\n")
		if i == 0 {
			text.WriteString(strings.Repeat("| --- ", len(row)) + "|\n")
		}
	}
	return strings.TrimRight(text.String(), "\n")
}

// inline writes running text.
func inline(in course.Inline) string {
	var b strings.Builder
	for _, s := range in {
		switch {
		case s.Break:
			b.WriteString("  \n")
			continue
		case s.Code:
			b.WriteString("`" + s.Text + "`")
			continue
		}
		mark := ""
		if s.Emph {
			mark += "*"
		}
		if s.Strong {
			mark += "**"
		}
		text := nested(s.Text)
		bare := strings.TrimSpace(text)
		at := strings.Index(text, bare)
		before, after := text[:at], text[at+len(bare):] // a mark holds no blanks at its ends
		b.WriteString(before + mark + bare + mark)
		if strings.Contains(s.Link, "://") {
			b.WriteString(" (" + s.Link + ")")
		}
		b.WriteString(after)
	}
	return b.String()
}
