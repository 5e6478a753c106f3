// Package typeset sets blocks as lines of a width. Glamour renders what stands
// inside a paragraph; the page of paragraphs, lists, quotes and tables is laid out
// here. It imports course, plain and theme.
package typeset

// Set is a block that has been set: lines of at most the width asked for, with
// SGR styles and OSC 8 links only.
type Set struct {
	Lines []string
	Links []Link
}

// Link is a piece of text that can be opened. A link that wraps is several
// pieces with the same Ordinal.
type Link struct {
	Line     int // index in Set.Lines
	From, To int // cells, To exclusive
	Ordinal  int // of the link in its block, from 0
	Target   string
	Text     string
}

// add puts lines after those of the set, indented by some cells, and takes their
// links along.
func (s *Set) add(o Set, indent int, lead string) {
	first := len(s.Lines)
	ordinals := 0
	for _, l := range s.Links {
		ordinals = max(ordinals, l.Ordinal+1)
	}
	for i, line := range o.Lines {
		switch {
		case i == 0:
			line = lead + line
		case line != "":
			line = blanks(indent) + line
		}
		s.Lines = append(s.Lines, line)
	}
	for _, l := range o.Links {
		l.Line, l.From, l.To, l.Ordinal = l.Line+first, l.From+indent, l.To+indent, l.Ordinal+ordinals
		s.Links = append(s.Links, l)
	}
}
