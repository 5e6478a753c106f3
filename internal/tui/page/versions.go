package page

import (
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
)

// This file is what a page knows of the versions of its notes.

// Note gives the note at hand: the margin while one writes in it, the exercise where
// one is; or else the first note of the chapter with a version that waits.
func (p *Page) Note() (notes.Ref, bool) {
	if p.beside != nil {
		return notes.MarginOf(p.chapter.Number), true
	}
	if u, ok := p.current(); ok && u.block != nil && u.block.Kind == course.Exercise {
		if e := p.deps.Book.Course().Exercise(u.block.Target); e != nil {
			return p.deps.Book.Ref(e, p.chapter.Number), true
		}
	}
	for _, e := range p.exercises() {
		if ref := p.deps.Book.Ref(e, p.chapter.Number); len(p.deps.Book.Apart(ref)) > 0 {
			return ref, true
		}
	}
	return notes.MarginOf(p.chapter.Number), true
}

// apart adds a word where another version of an exercise waits for a choice.
func (b *builder) apart(block *course.Block, id string, ref notes.Ref) {
	if len(b.deps.Book.Apart(ref)) > 0 {
		b.note(block, id+"/versies", textApart)
	}
}

// versions asks for the earlier versions of an exercise.
func (p *Page) versions(ref notes.Ref) tea.Cmd { return screen.Ask(screen.ToPast{Ref: ref}) }

// onLooked shows what is known anew of what lies beside the notes.
func (p *Page) onLooked() tea.Cmd {
	p.forget()
	p.restore()
	return nil
}
