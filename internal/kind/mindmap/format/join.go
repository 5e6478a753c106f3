package format

import (
	"path/filepath"
	"slices"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
)

// Join gives a map with that of a file in it, and says how in Dutch. Nothing is replaced: a map that is as it began
// is filled if the same is in the middle of both, or the file leaves that open. Any other gets a branch, named after
// the core of the file or the file.
func Join(m, begin, add tree.Map, file string) (joined tree.Map, said string) {
	label, nodes := add.Core.Label, add.Core.Size()
	if same := label == m.Core.Label || strings.TrimSpace(label) == ""; same && Untouched(m, begin) {
		label = m.Core.Label
		joined = add.With(nil, func(n *tree.Node) { n.Label = label })
		return joined.Balanced(), filled(file, nodes-1)
	}
	if strings.TrimSpace(label) == "" {
		label = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	}
	branch := *add.Core
	branch.Label, branch.Folded, branch.Nodes = label, false, nil
	for _, n := range add.Core.Nodes {
		below := *n
		below.Side = tree.NoSide
		branch.Nodes = append(branch.Nodes, tree.Of(below))
	}
	joined, _ = m.Below(nil, tree.Of(branch))
	return joined, branchAdded(file, label, nodes)
}

// Untouched tells whether nobody wrote in a map: there is nothing below the core but
// branches that it began with, bare.
func Untouched(m, begin tree.Map) bool {
	bare := func(n *tree.Node) bool { return n.Remark == "" && n.Gives == "" && n.Way == "" }
	if !bare(m.Core) {
		return false
	}
	return !slices.ContainsFunc(m.Core.Nodes, func(n *tree.Node) bool {
		given := slices.ContainsFunc(begin.Core.Nodes, func(b *tree.Node) bool { return b.Label == n.Label })
		return !given || n.ID != "" || !bare(n) || len(n.Nodes) > 0
	})
}
