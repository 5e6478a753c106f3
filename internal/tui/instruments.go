package tui

import (
	tea "charm.land/bubbletea/v2"

	kindcards "werkboek/internal/kind/cards"
	kindcircle "werkboek/internal/kind/circle"
	kinddialogue "werkboek/internal/kind/dialogue"
	kindmindmap "werkboek/internal/kind/mindmap"
	kindscale "werkboek/internal/kind/scale"
	"werkboek/internal/tui/kinds/cards"
	"werkboek/internal/tui/kinds/circle"
	"werkboek/internal/tui/kinds/dialogue"
	"werkboek/internal/tui/kinds/mindmap"
	"werkboek/internal/tui/kinds/scale"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
)

// instruments gives the screen of every kind that has an instrument, by its name.
func instruments() map[string]func(bench.Deps, screen.Env) screen.Screen {
	return map[string]func(bench.Deps, screen.Env) screen.Screen{
		kindcards.Name:    cards.New,
		kindcircle.Name:   circle.New,
		kinddialogue.Name: dialogue.New,
		kindmindmap.Name:  mindmap.New,
		kindscale.Name:    scale.New,
	}
}

// toInstrument opens the instrument of an exercise over its page.
func (r *root) toInstrument(to screen.ToInstrument) tea.Cmd {
	ex := r.deps.Course.Exercise(to.Exercise)
	if ex == nil {
		return nil
	}
	open, ok := instruments()[ex.Head().Kind]
	ref := r.book.Ref(ex, to.Chapter)
	if !ok || !r.book.Writable(ref) {
		return nil
	}
	return r.push(open(bench.Deps{Book: r.book, Ref: ref, Chapter: to.Chapter, Title: ex.Head().Title, Shelf: r.shelf}, r.env))
}
