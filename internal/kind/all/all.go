// Package all is the one registry of kinds. It imports every kind and is
// imported by whoever opens a course.
package all

import (
	"werkboek/internal/kind"
	"werkboek/internal/kind/cards"
	"werkboek/internal/kind/circle"
	"werkboek/internal/kind/dialogue"
	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/reflection"
	"werkboek/internal/kind/scale"
	"werkboek/internal/kind/statements"
	"werkboek/internal/kind/worksheet"
)

// Kinds lists the kinds of exercise that the program knows.
func Kinds() kind.Registry {
	return kind.Registry{
		reflection.Kind{}, worksheet.Kind{}, statements.Kind{}, dialogue.Kind{}, mindmap.Kind{}, cards.Kind{}, circle.Kind{}, scale.Kind{},
	}
}
