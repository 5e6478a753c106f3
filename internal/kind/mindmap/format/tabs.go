package format

import (
	"strings"

	"werkboek/internal/kind/mindmap/tree"
)

// encodeTXT writes a line per node, a tab for every level.
func encodeTXT(m tree.Map) []byte {
	var b strings.Builder
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		b.WriteString(strings.Repeat("\t", len(p)))
		if n.Label == "" {
			b.WriteString(nothing)
		}
		b.WriteString(edged(escape(n.Label, control), runeEscape(' ')) + "\n")
		return true
	})
	return []byte(b.String())
}

func decodeTXT(data []byte) (tree.Map, error) {
	o, err := readTXT(string(data))
	if err != nil {
		return tree.Map{}, err
	}
	return o.result()
}

// readTXT reads lines that are indented by tabs or blanks.
func readTXT(text string) (*outline, error) {
	o := &outline{}
	for _, l := range lines(text) {
		column, rest := indent(l)
		if rest == "" {
			continue
		}
		if _, err := o.add(column, 0, tree.Node{Label: unescape(rest)}); err != nil {
			return nil, err
		}
	}
	return o, nil
}
