package format

import (
	"fmt"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

// mermaidSigns mean something to Mermaid, also between quotes, or in the HTML that it
// makes.
const mermaidSigns = "\"#;:<>&`%\\{}[]|*_~^$=@+"

// encodeMermaid writes Mermaid's mindmap. Marks stand behind the label.
func encodeMermaid(m tree.Map) []byte {
	var b strings.Builder
	b.WriteString("mindmap\n")
	count := 0
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		form := `n%d["%s"]`
		if len(p) == 0 {
			form = `n%d(("%s"))`
		}
		text := mermaidText(n.Label)
		if marks := strings.TrimSpace(strings.Join([]string{n.Gives, wayWord(n.Way)}, " ")); marks != "" {
			text += " (" + mermaidText(marks) + ")"
		}
		fmt.Fprintf(&b, strings.Repeat("  ", len(p)+1)+form+"\n", count, text)
		count++
		return true
	})
	return []byte(b.String())
}

func mermaidText(s string) string {
	s = strings.ReplaceAll(plain.Safe(s), "\t", " ")
	if strings.TrimSpace(s) == "" {
		return "#160;" // Mermaid wants something to stand there
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString("<br/>")
		case strings.ContainsRune(mermaidSigns, r):
			fmt.Fprintf(&b, "#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
