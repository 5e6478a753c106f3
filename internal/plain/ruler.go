package plain

import (
	"iter"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Ruler measures text in cells by the renderer's own method. The zero value
// counts as a terminal does that has confirmed nothing (wcwidth per rune);
// Graphemes gives the one for terminals with mode 2027.
type Ruler struct{ method ansi.Method }

// Graphemes gives the ruler that counts a cluster as wide as it looks.
func Graphemes() Ruler { return Ruler{ansi.GraphemeWidth} }

// Width gives the cells that a line takes. Styles and links in it take none.
func (r Ruler) Width(s string) int { return r.method.StringWidth(s) }

// Clusters gives the characters of s as people see them, each with its cells. A
// tab has width 0: who draws it expands it.
func (r Ruler) Clusters(s string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for len(s) > 0 {
			cluster, width := r.First(s)
			if !yield(cluster, width) {
				return
			}
			s = s[len(cluster):]
		}
	}
}

// First gives the first character of s and its cells; s is not empty.
func (r Ruler) First(s string) (cluster string, width int) {
	if c := s[0]; c >= 0x20 && c < 0x7f && (len(s) == 1 || s[1] < 0x80) {
		return s[:1], 1 // nothing joins two ASCII characters but CR LF
	}
	cluster, width = ansi.FirstGraphemeCluster(s, r.method)
	if len(cluster) == 0 {
		return s[:1], 0
	}
	return cluster, width
}

// Cut gives as much of the beginning of s as fits in width cells, whole
// characters only. Styles are kept whole.
func (r Ruler) Cut(s string, width int) string {
	if r.Width(s) <= width {
		return s
	}
	return r.method.Truncate(s, max(0, width), "")
}

// ShortPath gives a line that fits in width cells: of one that is longer, what stands
// in the middle of its longest word gives way, which is that of a path.
func (r Ruler) ShortPath(s string, width int) string {
	over := r.Width(s) - width
	if over <= 0 {
		return s
	}
	longest := ""
	for word := range strings.FieldsSeq(s) {
		if r.Width(word) > r.Width(longest) {
			longest = word
		}
	}
	keep := r.Width(longest) - over - 1
	if keep < 2 {
		return r.Cut(s, max(0, width-1)) + "…"
	}
	end := keep * 2 / 3 // the name of the file says most
	short := r.Slice(longest, 0, keep-end) + "…" + r.Slice(longest, r.Width(longest)-end, r.Width(longest))
	return strings.Replace(s, longest, short, 1)
}

// Wrap breaks plain text into lines of at most width cells: at blanks, after
// hyphens, and inside words that are longer. Line ends in it stay. There is
// always at least one line.
func (r Ruler) Wrap(s string, width int) []string {
	width = max(1, width)
	var lines []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines = append(lines, r.wrapLine(paragraph, width)...)
	}
	return lines
}

func (r Ruler) wrapLine(s string, width int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, piece := range pieces(s) {
		word := strings.TrimRightFunc(piece, unicode.IsSpace)
		if used > 0 && used+r.Width(word) > width {
			lines = append(lines, strings.TrimRight(line.String(), " "))
			line.Reset()
			used = 0
		}
		for cluster, w := range r.Clusters(piece) {
			if used+w > width && strings.TrimSpace(cluster) != "" {
				lines = append(lines, strings.TrimRight(line.String(), " "))
				line.Reset()
				used = 0
			}
			line.WriteString(cluster)
			used += w
		}
	}
	return append(lines, strings.TrimRight(line.String(), " "))
}

// pieces cuts a line after each run of blanks and after hyphens between letters.
func pieces(s string) []string {
	var list []string
	from, blank := 0, false
	runes := []rune(s)
	at := 0
	for i, c := range runes {
		if !unicode.IsSpace(c) && blank {
			list = append(list, s[from:at])
			from = at
		}
		blank = unicode.IsSpace(c)
		at += len(string(c))
		if c == '-' && i > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1]) {
			list = append(list, s[from:at])
			from = at
		}
	}
	return append(list, s[from:])
}

// WrapStyled breaks styled text into lines of at most width cells, as Wrap does.
// A style that goes on over a line end is not closed there.
func (r Ruler) WrapStyled(s string, width int) string {
	width = max(1, width)
	// The library lets a hyphen at a line's end stand outside the width.
	return r.method.Hardwrap(r.method.Wrap(s, width, ""), width, false)
}

// Slice gives the cells of a styled line from one up to another. The library's own Cut
// gives the first cells instead where it counts by rune.
func (r Ruler) Slice(s string, from, to int) string {
	if to <= from {
		return ""
	}
	s = r.method.Truncate(s, to, "")
	if from <= 0 {
		return s
	}
	return r.method.TruncateLeft(s, from, "")
}
