package course

import (
	"slices"
	"strings"
)

// Practice gives the version of a case for a work field: one that names it, or
// the block itself.
func (b *Block) Practice(workField string) *Block {
	if workField == "" {
		return b
	}
	for _, v := range append([]*Block{b}, b.Variants...) {
		if slices.Contains(v.Fields, workField) {
			return v
		}
	}
	return b
}

// Plain gives the text of the block and all in it, without any style.
func (b *Block) Plain() string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(b.Text.Plain())
	add(b.Literal)
	add(b.Target)
	for _, item := range b.Items {
		for _, c := range item.Children {
			add(c.Plain())
		}
	}
	for _, row := range b.Rows {
		for _, cell := range row {
			add(cell.Plain())
		}
	}
	for _, c := range b.Children {
		add(c.Plain())
	}
	return strings.Join(parts, " ")
}

// Plain gives running text without any style; a hard break is a space.
func (in Inline) Plain() string {
	var b strings.Builder
	for _, span := range in {
		if span.Break {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(span.Text)
	}
	return b.String()
}

// Walk visits the block and every block in it, the other versions of a case
// included.
func (b *Block) Walk(visit func(*Block)) {
	visit(b)
	for _, item := range b.Items {
		for _, c := range item.Children {
			c.Walk(visit)
		}
	}
	for _, c := range slices.Concat(b.Children, b.Variants) {
		c.Walk(visit)
	}
}

// Links lists the targets of the links in the block itself.
func (b *Block) Links() []string {
	var list []string
	collect := func(in Inline) {
		for _, span := range in {
			if span.Link != "" {
				list = append(list, span.Link)
			}
		}
	}
	collect(b.Text)
	for _, row := range b.Rows {
		for _, cell := range row {
			collect(cell)
		}
	}
	return list
}
