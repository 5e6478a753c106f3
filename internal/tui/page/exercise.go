package page

import (
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/tui/screen"
)

// toggle unfolds the exercise of the current unit, with the cursor in its first
// field, or folds it.
func (p *Page) toggle(u unit) tea.Cmd {
	id := u.exercise.Head().ID
	if p.open[id] {
		delete(p.open, id)
		p.forget()
		p.restore()
		return nil
	}
	return p.unfold(u.exercise)
}

func (p *Page) unfold(e *course.Assignment) tea.Cmd {
	id := e.Head().ID
	p.open[id] = true
	p.forget()
	p.restore()
	return p.writeIn(p.deps.Book.Ref(e, p.chapter.Number), func() tea.Cmd {
		p.toFirstField(id)
		return nil
	})
}

// Unfold goes to an exercise of the chapter and unfolds it.
func (p *Page) Unfold(id string) tea.Cmd {
	for n, section := range p.chapter.Sections() {
		for _, b := range section.Blocks() {
			if b.Kind == course.Exercise && b.Target == id {
				p.goToBlock(n, b)
				p.withHeading(n)
				return p.unfold(p.deps.Book.Course().Exercise(id))
			}
		}
	}
	return nil
}

// withHeading shows the section from its heading on, where the current unit is
// then still in the upper half of the window.
func (p *Page) withHeading(section int) {
	i, _ := p.find(p.cur.section, p.cur.id)
	u := p.units(section)[i]
	top := p.flow().text(spot{section, 0, 0})
	if row, seen := p.flow().row(top, p.height(), spot{section, i, u.above}); seen && row <= p.height()/2 {
		p.top = top
		p.remember()
	}
}

// toFirstField puts the cursor in the first field of an exercise that is still
// empty, or else in its first.
func (p *Page) toFirstField(exercise string) {
	var first, free *spot
	for _, s := range p.fieldSpots() {
		a := p.flow().at(s).ask
		if a.key.ref.Name != exercise {
			continue
		}
		if first == nil {
			first = &s
		}
		if free == nil && a.field.Value() == "" {
			free = &s
		}
	}
	if free != nil {
		first = free
	}
	if first != nil {
		p.writeAt(*first)
	}
}

// fieldSpots lists the units with a field in the section where the reader is.
func (p *Page) fieldSpots() []spot {
	var spots []spot
	for i, u := range p.units(p.cur.section) {
		if u.ask != nil {
			spots = append(spots, spot{p.cur.section, i, 0})
		}
	}
	return spots
}

// writeAt puts the cursor in the field of a unit.
func (p *Page) writeAt(s spot) {
	p.leaveField()
	p.card = nil
	u := p.flow().at(s)
	p.cur = cursor{s.section, u.id, -1}
	p.typing = true
	u.ask.field.Focus(true)
	p.forget()
	p.showField()
}

// write puts the cursor in the field of the current unit.
func (p *Page) write() tea.Cmd {
	u, _ := p.current()
	ref := u.ask.key.ref
	return p.writeIn(ref, func() tea.Cmd {
		if i, ok := p.find(p.cur.section, p.cur.id); ok {
			p.writeAt(spot{p.cur.section, i, 0})
		}
		return nil
	})
}

// showField scrolls so that the question and its field are in the window, and
// as much of what stands above them as was there.
func (p *Page) showField() {
	i, ok := p.find(p.cur.section, p.cur.id)
	if !ok {
		return
	}
	here := spot{p.cur.section, i, 0}
	if question, ok := p.flow().previousUnit(here); ok && p.flow().at(question).leads {
		u := p.flow().at(here)
		p.bringLine(spot{here.section, here.unit, min(u.height(), p.height()-2) - 1})
		p.bringLine(p.flow().text(question))
	}
	p.showCursor()
}

// showCursor scrolls so that the cursor and the line under it are in the window.
func (p *Page) showCursor() {
	f := p.writing()
	if f == nil || p.beside != nil && p.layout.Margin > 0 {
		return
	}
	id := p.cur.id
	if p.beside != nil {
		id = p.beside.block.Key.String() + "/kantlijn"
	}
	i, ok := p.find(p.cur.section, id)
	if !ok {
		return
	}
	u := p.units(p.cur.section)[i]
	row, _, _ := f.Cursor()
	line := u.above + offset(u.body) + row
	p.bringLine(spot{p.cur.section, i, min(line+1, u.height()-1)})
	p.bringLine(spot{p.cur.section, i, line})
	p.remember()
}

// toField goes to the next or previous field of the exercise; past its last one
// reading goes on.
func (p *Page) toField(by int) tea.Cmd {
	if p.beside != nil {
		return p.stopWriting()
	}
	a := p.asked()
	spots := p.fieldSpots()
	for i, s := range spots {
		if p.flow().at(s).id != p.cur.id {
			continue
		}
		if n := i + by; n >= 0 && n < len(spots) && p.flow().at(spots[n]).ask.key.ref == a.key.ref {
			p.writeAt(spots[n])
			return nil
		}
	}
	if by < 0 {
		return nil
	}
	cmd := p.stopWriting()
	return tea.Batch(cmd, p.step(1))
}

// toFieldID puts the cursor in a field of the section by its id.
func (p *Page) toFieldID(id string) tea.Cmd {
	for _, s := range p.fieldSpots() {
		if a := p.flow().at(s).ask; a.key.id == id {
			return p.writeIn(a.key.ref, func() tea.Cmd { p.writeAt(s); return nil })
		}
	}
	return nil
}

// stopWriting goes back to reading; what was written is saved at once.
func (p *Page) stopWriting() tea.Cmd {
	if p.beside != nil {
		p.stopScribbling()
		return nil
	}
	if a := p.asked(); a != nil {
		p.deps.Book.Hurry(a.key.ref)
	}
	p.leaveField()
	p.typing = false
	p.forget()
	p.remember()
	return nil
}

// leaveField takes the cursor out of the field, and closes one that is hidden.
func (p *Page) leaveField() {
	a := p.asked()
	if a == nil || a.field == nil {
		return
	}
	a.field.Blur()
	delete(p.shown, a.key)
}

// toTarget goes to the next or previous thing that can be opened or filled in.
func (p *Page) toTarget(by int) tea.Cmd {
	if p.nextLink(by) {
		return nil
	}
	f := p.flow()
	i, ok := p.find(p.cur.section, p.cur.id)
	if !ok {
		return screen.Tell(textNothing)
	}
	s, more := spot{p.cur.section, i, 0}, true
	for {
		if by > 0 {
			s, more = f.nextUnit(s)
		} else {
			s, more = f.previousUnit(s)
		}
		if !more {
			return screen.Tell(textNothing)
		}
		if u := f.at(s); u.target() {
			return p.toUnit(s, by)
		}
	}
}

// target tells whether a unit holds something to open or to fill in.
func (u unit) target() bool {
	return u.exercise != nil || u.ask != nil || u.opens != nil || len(u.links) > 0
}

// toUnit makes a unit with something to open current.
func (p *Page) toUnit(s spot, by int) tea.Cmd {
	u := p.flow().at(s)
	p.card = nil
	p.cur = cursor{s.section, u.id, -1}
	if len(u.links) > 0 {
		p.cur.link = u.links[0].Ordinal
		if by < 0 {
			p.cur.link = u.links[len(u.links)-1].Ordinal
		}
	}
	p.bring(s)
	if u.ask != nil {
		return p.write()
	}
	return nil
}

// nextLink goes to the next link of the current unit, where there is one.
func (p *Page) nextLink(by int) bool {
	u, ok := p.current()
	if !ok || len(u.links) == 0 {
		return false
	}
	n := p.cur.link + by
	if p.cur.link < 0 && by < 0 || n < 0 || n > u.links[len(u.links)-1].Ordinal {
		return false
	}
	p.cur.link = n
	return true
}
