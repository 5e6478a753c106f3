package typeset

import (
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
)

// Setter sets blocks in one theme. It belongs to one goroutine. A block is
// rendered once, and wrapped once per width.
type Setter struct {
	st     *theme.Styles
	ruler  plain.Ruler
	leaf   *leaf
	blocks map[blockAt]Set
}

type blockAt struct {
	block *course.Block
	width int
}

// New makes a setter for a theme.
func New(st *theme.Styles, r plain.Ruler) *Setter {
	return &Setter{st: st, ruler: r, leaf: newLeaf(st, r), blocks: map[blockAt]Set{}}
}

// Block sets a block at a width. A callout is set as what is in it; exercises
// and slide breaks have no lines.
func (s *Setter) Block(b *course.Block, width int) Set {
	at := blockAt{b, width}
	set, ok := s.blocks[at]
	if !ok {
		set = s.set(b, max(1, width))
		s.blocks[at] = set
	}
	return set
}

// Text sets plain text at a width, made safe and without styles.
func (s *Setter) Text(t string, width int) []string {
	return s.ruler.Wrap(strings.ReplaceAll(plain.Safe(t), "\t", "    "), max(1, width))
}

func (s *Setter) set(b *course.Block, width int) Set {
	switch b.Kind {
	case course.Heading:
		return s.leaf.set(strong(b.Text), width)
	case course.Paragraph, course.Action:
		return s.leaf.set(b.Text, width)
	case course.List:
		return s.list(b, width)
	case course.Table:
		return s.table(b, width)
	case course.Quote:
		var set Set
		set.add(s.stack(b.Children, max(1, width-quoteIndent)), quoteIndent, blanks(quoteIndent))
		return set
	case course.Callout:
		return s.stack(b.Children, width)
	case course.Code:
		return s.code(b.Literal, width)
	}
	return Set{}
}

// Indents, in cells.
const (
	quoteIndent = 2
	codeIndent  = 2
	columnGap   = 2
)

func strong(in course.Inline) course.Inline {
	bold := make(course.Inline, len(in))
	for i, span := range in {
		span.Strong = true
		bold[i] = span
	}
	return bold
}

// stack sets blocks below each other, with a blank line between them.
func (s *Setter) stack(blocks []*course.Block, width int) Set {
	var set Set
	for i, b := range blocks {
		tight := i > 0 && blocks[i-1].Kind == course.Heading
		if i > 0 && !tight {
			set.Lines = append(set.Lines, "")
		}
		set.add(s.Block(b, width), 0, "")
	}
	return set
}

// list sets a list item by item, with the markers hanging.
func (s *Setter) list(b *course.Block, width int) Set {
	indent := markerWidth(b)
	var set Set
	for i, item := range b.Items {
		if i > 0 && loose(b) {
			set.Lines = append(set.Lines, "")
		}
		inner := s.item(item, max(1, width-indent))
		if len(inner.Lines) == 0 {
			inner.Lines = []string{""}
		}
		set.add(inner, indent, padded(marker(b, i, item), indent))
	}
	return set
}

// item sets an item; a list in it follows without a blank line.
func (s *Setter) item(item course.Item, width int) Set {
	var set Set
	for i, c := range item.Children {
		if i > 0 && c.Kind != course.List {
			set.Lines = append(set.Lines, "")
		}
		set.add(s.Block(c, width), 0, "")
	}
	return set
}

// loose tells whether an item has several paragraphs: then a blank line stands
// between the items.
func loose(b *course.Block) bool {
	for _, item := range b.Items {
		paragraphs := 0
		for _, c := range item.Children {
			if c.Kind != course.List {
				paragraphs++
			}
		}
		if paragraphs > 1 {
			return true
		}
	}
	return false
}

// code sets text as it stands; long lines are broken.
func (s *Setter) code(literal string, width int) Set {
	var set Set
	for line := range strings.SplitSeq(strings.TrimRight(literal, "\n"), "\n") {
		line = strings.ReplaceAll(line, "\t", "    ")
		for _, piece := range s.hard(line, max(1, width-codeIndent)) {
			set.Lines = append(set.Lines, blanks(codeIndent)+s.st.Code.Render(piece))
		}
	}
	return set
}

// hard breaks a line at a width, wherever that falls.
func (s *Setter) hard(line string, width int) []string {
	var pieces []string
	var piece strings.Builder
	used := 0
	for cluster, w := range s.ruler.Clusters(line) {
		if used > 0 && used+w > width {
			pieces = append(pieces, piece.String())
			piece.Reset()
			used = 0
		}
		piece.WriteString(cluster)
		used += w
	}
	return append(pieces, piece.String())
}

func blanks(n int) string { return strings.Repeat(" ", max(0, n)) }
