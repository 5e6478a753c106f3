package format

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"werkboek/internal/kind/mindmap/tree"
)

// Signs of markmap, and of ours that a Markdown viewer does not show or shows as code.
const (
	foldComment = "markmap: fold"
	emptyLabel  = "&nbsp;"
	lineBreak   = "<br>"
	// signs have a meaning in Markdown or in an extension that markmap reads, wherever
	// they stand.
	signs = "\\`*_[]<>&~$|^=+"
)

// encodeMD writes a heading for the core and a nested list, which is a map for markmap
// as it stands. Marks are code at the end, remarks and folds comments.
func encodeMD(m tree.Map) []byte {
	var b strings.Builder
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		if len(p) == 0 {
			b.WriteString("# " + mdLine(n) + "\n\n")
		} else {
			b.WriteString(strings.Repeat("  ", len(p)-1) + "- " + mdLine(n) + "\n")
		}
		return true
	})
	return []byte(b.String())
}

func mdLine(n *tree.Node) string {
	line := mdText(n.Label)
	if n.Label == "" {
		line = emptyLabel
	}
	if marks := marksOf(n); marks != "" {
		line += " `[" + marks + "]`"
	}
	if n.Remark != "" {
		line += " <!-- " + wordRemark + " " + mdComment(n.Remark) + " -->"
	}
	if n.Folded {
		line += " <!-- " + foldComment + " -->"
	}
	return line
}

// numbered matches what Markdown takes for the number of a list.
var numbered = regexp.MustCompile(`^(\d{1,9})([.)])`)

// mdText writes a label so that Markdown shows it as it is.
func mdText(s string) string {
	text := mdRunes(s, func(r rune) string {
		switch {
		case strings.ContainsRune(signs, r):
			return `\` + string(r)
		case r == '\n':
			return lineBreak
		}
		return ""
	})
	text = edged(text, "&#32;")
	if strings.HasSuffix(text, "#") {
		text = strings.TrimSuffix(text, "#") + `\#`
	}
	if strings.HasPrefix(text, "#") || strings.HasPrefix(text, "-") {
		text = `\` + text
	}
	return numbered.ReplaceAllString(text, `$1\$2`)
}

// mdComment writes a remark so that it cannot end its comment.
func mdComment(s string) string {
	return edged(mdRunes(s, func(r rune) string {
		if strings.ContainsRune("\\&<>-\n", r) {
			return fmt.Sprintf("&#%d;", r)
		}
		return ""
	}), "&#32;")
}

// mdRunes writes s with what special gives for a rune in its place, and control
// characters as entities.
func mdRunes(s string, special func(r rune) string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b.WriteString(byteEscape(s[i]))
		} else if in := special(r); in != "" {
			b.WriteString(in)
		} else if control(r) {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}
