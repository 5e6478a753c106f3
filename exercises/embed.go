// Package exercises holds the exercises of the built-in course. It has no code
// beyond the embedding.
package exercises

import "embed"

// Files is the folder.
//
//go:embed *.md
var Files embed.FS
