// Package reader holds the text of the built-in course: chapters, terms, sources
// and the module itself. It has no code beyond the embedding.
package reader

import "embed"

// Files is the folder.
//
//go:embed *.md *.yaml
var Files embed.FS
