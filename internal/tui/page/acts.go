package page

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
	"werkboek/internal/workbook"
)

// This file is what one can do with an exercise as a whole: begin it anew, see its
// earlier versions, wipe it, show one answer of it and nothing else.

// act is one thing that can be done with all of an exercise.
type act struct {
	words string                               // at the foot of the exercise
	ask   func() kind.Field                    // the question before it; nil where it changes nothing
	yes   string                               // the option that does it
	do    func(p *Page, ref notes.Ref) tea.Cmd // what it does
	can   func(foot) bool                      // where there is something to do
}

// foot is what there is of an exercise.
type foot struct{ exists, copies, writable bool }

// acts lists them, in the order in which they stand there.
func acts() []act {
	return []act{
		{textRestart, restartField, textReallyRestart, (*Page).restart, func(f foot) bool { return f.exists && f.writable }},
		{textVersions, nil, "", (*Page).versions, func(f foot) bool { return f.copies }},
		{textWipe, wipingField, workbook.ReallyWipe, (*Page).wipe, func(f foot) bool { return (f.exists || f.copies) && f.writable }},
	}
}

// asking is an act of an exercise that was chosen, and is asked about.
type asking struct {
	ref notes.Ref
	act *act   // nil for none
	id  string // of the first unit of that foot
}

// acts adds, at the foot of an exercise of which there is something, what can be done
// with all of it; once one chose, the question.
func (b *builder) acts(block *course.Block, id string, ref notes.Ref) {
	book := b.deps.Book
	there := foot{book.Exists(ref), len(book.Copies(ref)) > 0, book.Writable(ref)}
	if a := b.asking.act; a != nil && b.asking.ref == ref {
		f := a.ask()
		b.ask(block, id, ref, kind.Ask{Field: f, Options: f.Options}, func(value string) tea.Cmd { return b.Page.answered(id, value) })
		return
	}
	first := ""
	for i, a := range acts() {
		if !a.can(there) {
			continue
		}
		u := unit{id: id + actSuffix + number(i), body: lines{text: b.softly(a.words)}}
		if first == "" {
			first, u.above = u.id, 1
		}
		u.place = place{block: block, acts: &asking{ref, &a, first}}
		b.add(u, "")
	}
}

// actSuffix makes the ids of that foot of the id of its exercise.
const actSuffix = "/doen"

// choose asks about an act, or does it.
func (p *Page) choose(a asking) tea.Cmd {
	if a.act.ask == nil {
		return a.act.do(p, a.ref)
	}
	p.asking = a
	p.forget()
	p.restore()
	return p.toFieldID(a.act.ask().ID)
}

// answered takes the answer to the question about an act.
func (p *Page) answered(exercise, value string) tea.Cmd {
	chosen := p.asking
	p.asking = asking{}
	p.leaveField()
	p.typing = false
	p.cur.id = exercise
	if value != chosen.act.yes {
		p.cur.id = chosen.id
		p.anew(chosen.ref)
		return nil
	}
	return chosen.act.do(p, chosen.ref)
}

// restart begins an exercise anew.
func (p *Page) restart(ref notes.Ref) tea.Cmd {
	p.deps.Book.Restart(ref)
	p.deps.Book.Hurry(ref)
	p.anew(ref)
	return tea.Batch(screen.Tell(textRestarted), screen.Ask(screen.Look{}))
}

// anew shows an exercise of which all answers changed at once.
func (p *Page) anew(ref notes.Ref) {
	p.drop(ref)
	p.forget()
	p.restore()
}

// drop forgets the fields of a note, and with them what they would undo.
func (p *Page) drop(ref notes.Ref) {
	for key := range p.fields {
		if key.ref == ref {
			delete(p.fields, key)
		}
	}
	p.forgetSteps(ref.Name)
	if ref == notes.MarginOf(p.chapter.Number) {
		p.beside = nil
	}
}

// undoRestart puts back what was there before the exercise at hand was begun anew.
func (p *Page) undoRestart() tea.Cmd {
	u, ok := p.current()
	if !ok || u.block == nil || u.block.Kind != course.Exercise {
		return screen.Tell(textNothingUndone)
	}
	ref := p.deps.Book.Ref(p.deps.Book.Course().Exercise(u.block.Target), p.chapter.Number)
	return p.writeIn(ref, func() tea.Cmd { return p.restored(ref) })
}

// restored puts back what was there before a note was begun anew; where that is long
// ago it says where it lies.
func (p *Page) restored(ref notes.Ref) tea.Cmd {
	switch {
	case p.deps.Book.Restore(ref):
		p.typing = false
		p.deps.Book.Hurry(ref)
		p.anew(ref)
		return tea.Batch(screen.Tell(textRestored), screen.Ask(screen.Look{}))
	case len(p.deps.Book.Copies(ref)) > 0:
		return screen.Tell(textLongUndone)
	}
	return screen.Tell(textNothingUndone)
}

// wipe takes an exercise off the disk for good.
func (p *Page) wipe(ref notes.Ref) tea.Cmd {
	work := p.deps.Book.Wiper(ref)
	p.wiping = true
	p.anew(ref)
	return func() tea.Msg { return work() }
}

// onWiped shows what is left once notes were wiped, from here or elsewhere.
func (p *Page) onWiped(w workbook.Wiped) tea.Cmd {
	for _, ref := range w.Refs {
		p.drop(ref)
	}
	if a := p.asked(); a == nil || slices.Contains(w.Refs, a.key.ref) {
		p.typing = false
	}
	p.forget()
	p.restore()
	asked := p.wiping
	p.wiping = false
	switch {
	case !asked:
		return nil
	case w.Done():
		return screen.Tell(textWiped)
	}
	return screen.Tell(strings.Join(w.ToldLeft(), " "))
}

// alone asks for the answer at hand, large and with nothing else around it.
func (p *Page) alone() tea.Cmd {
	a := p.asked()
	if a == nil || a.field == nil || a.chosen != nil || strings.TrimSpace(a.field.Value()) == "" {
		return screen.Tell(textNothingAlone)
	}
	return screen.Ask(screen.ToPlacard{Question: a.ask.Field.Ask, Words: a.field.Value()})
}
