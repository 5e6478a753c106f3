package page

import (
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/margin"
	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
)

// marginNote is a note beside the text that is being written.
type marginNote struct {
	block *course.Block
	key   course.Key // under which it is kept; of a block that changed, the old one
	field *field.Model
}

// marginIndent is the width of the mark before a margin note.
const marginIndent = 3

// scribble opens the margin at the current block, with the cursor in it.
func (p *Page) scribble() tea.Cmd {
	u, ok := p.current()
	if !ok || u.block == nil {
		return screen.Tell(textNoMargin)
	}
	p.card = nil
	return p.writeIn(notes.MarginOf(p.chapter.Number), func() tea.Cmd {
		p.scribbleAt(u.block)
		return nil
	})
}

func (p *Page) scribbleAt(b *course.Block) {
	value, under := "", b.Key
	if n, ok := p.noteAt(b); ok {
		value, under = n.Text, n.Key
	}
	ask := kind.Ask{Field: kind.Field{ID: labelMargin, Sort: kind.Prose}}
	f := field.New(ask, value, p.env.Styles, p.env.Ruler, p.keys.field)
	f.SetWidth(p.marginWidth())
	f.Focus(true)
	p.beside = &marginNote{b, under, f}
	p.forget()
	p.showCursor()
}

// marginWidth gives the width of a margin note, cells: in the margin, or under
// its paragraph where there is none.
func (p *Page) marginWidth() int {
	if p.layout.Margin > 0 {
		return p.layout.Beside - marginIndent
	}
	return p.layout.Measure
}

// stopScribbling closes the margin; a note that was emptied goes.
func (p *Page) stopScribbling() {
	p.deps.Book.Hurry(notes.MarginOf(p.chapter.Number))
	p.beside = nil
	p.forget()
	p.restore()
}

// noteAt gives the margin note at a block: its own, or else the first that came to
// stand there when the text changed.
func (p *Page) noteAt(b *course.Block) (margin.Note, bool) {
	all := p.notes()[b]
	for _, n := range all {
		if n.Key.String() == b.Key.String() {
			return n, true
		}
	}
	if len(all) > 0 {
		return all[0], true
	}
	return margin.Note{}, false
}

// written gives the text under which the margin note that is open is kept now.
func (n *marginNote) written(m margin.Margin) string {
	for _, note := range m.Notes() {
		if note.Key.String() == n.key.String() {
			return note.Text
		}
	}
	return ""
}

// notes gives the margin notes of the chapter by the block where they stand.
func (p *Page) notes() map[*course.Block][]margin.Note {
	if p.placed == nil {
		p.placed = p.deps.Book.Margin(p.chapter.Number).At(p.chapter)
	}
	return p.placed
}
