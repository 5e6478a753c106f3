package page

import (
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
)

// toggle unfolds the exercise of the current unit, with the cursor in its first
// field, or folds it.
func (p *Page) toggle(u unit) tea.Cmd {
	id := u.exercise.Head().ID
	if p.open[id] {
		delete(p.open, id)
		p.forgetSteps(id)
		p.forget()
		p.restore()
		return nil
	}
	return p.unfold(u.exercise)
}

// forgetSteps lets the steps of an exercise begin anew: those that are done folded.
func (p *Page) forgetSteps(exercise string) {
	for key := range p.folded {
		if key.ref.Name == exercise {
			delete(p.folded, key)
		}
	}
}

// toggleStep folds or unfolds a step of a worksheet.
func (p *Page) toggleStep(key fieldKey) tea.Cmd {
	p.folded[key] = !p.folded[key]
	p.forget()
	p.restore()
	return nil
}

// openInstrument asks for the instrument of an exercise, once its note is open.
func (p *Page) openInstrument(ref notes.Ref) tea.Cmd {
	return p.writeIn(ref, func() tea.Cmd { return screen.Ask(screen.ToInstrument{Exercise: ref.Name, Chapter: p.chapter.Number}) })
}

func (p *Page) unfold(e *course.Assignment) tea.Cmd {
	id := e.Head().ID
	p.open[id] = true
	p.forget()
	p.restore()
	return p.writeIn(p.deps.Book.Ref(e, p.chapter.Number), func() tea.Cmd {
		p.begin(id)
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

// begin goes to the first thing of an exercise in which nothing was done yet: a
// field, with the cursor in it, or the instrument. What somebody else types is passed
// over. Where all is done it goes to the first.
func (p *Page) begin(exercise string) {
	var first, free *spot
	for i, u := range p.units(p.cur.section) {
		if u.ask == nil && u.opening == nil || u.block.Target != exercise {
			continue
		}
		s := spot{p.cur.section, i, 0}
		if first == nil {
			first = &s
		}
		if free == nil && (u.undone || u.ask != nil && !u.ask.others && u.ask.field.Value() == "") {
			free = &s
		}
	}
	if free != nil {
		first = free
	}
	if first != nil {
		p.stopAt(*first)
	}
}

// stopAt makes a unit current: with the cursor in it where it is a field.
func (p *Page) stopAt(s spot) {
	if p.flow().at(s).ask != nil {
		p.writeAt(s)
		return
	}
	p.leaveField()
	p.card, p.typing = nil, false
	p.cur = cursor{s.section, p.flow().at(s).id, -1}
	p.forget()
	if i, ok := p.find(p.cur.section, p.cur.id); ok {
		p.bring(spot{p.cur.section, i, 0})
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
	p.bringLine(spot{p.cur.section, i, min(line+1+len(p.trouble()), u.height()-1)})
	p.bringLine(spot{p.cur.section, i, line})
	p.remember()
}

// toField goes to the next or previous thing of the exercise that can be filled in or
// opened. At the last one the cursor stays: letters that come next are words, and no
// keys of reading.
func (p *Page) toField(by int) tea.Cmd {
	if p.beside != nil {
		return p.stopWriting()
	}
	if s, ok := p.nextStop(by); ok {
		p.deps.Book.Hurry(p.asked().key.ref)
		p.stopAt(s)
		return nil
	}
	if by < 0 {
		return nil
	}
	return screen.Tell(textLastField)
}

// nextStop gives the next or previous thing of the same exercise that can be filled in
// or opened.
func (p *Page) nextStop(by int) (spot, bool) {
	units := p.units(p.cur.section)
	i, ok := p.find(p.cur.section, p.cur.id)
	for n := i + by; ok && n >= 0 && n < len(units) && units[n].block == units[i].block; n += by {
		if u := units[n]; u.ask != nil || u.opens != nil || u.opening != nil || u.step != nil && p.folded[*u.step] {
			return spot{p.cur.section, n, 0}, true
		}
	}
	return spot{}, false
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
	if p.shown[a.key] {
		delete(p.shown, a.key)
		p.cur.id += questionSuffix // the field is gone, its question stays
	}
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
			return screen.Tell(p.noFurther())
		}
		if u := f.at(s); u.target() && (!u.onlyLinks() || p.inSight(s)) {
			return p.toUnit(s, by)
		}
	}
}

// noFurther says that there is nothing more in a direction to open or fill in.
func (p *Page) noFurther() string {
	if u, ok := p.current(); ok && u.target() {
		return textNoFurther
	}
	return textNothing
}

// onlyLinks tells whether links are all that a unit has to open. Far away they are
// no target: tab goes from the page that is read to the next exercise.
func (u unit) onlyLinks() bool {
	return u.exercise == nil && u.step == nil && u.opening == nil && u.ask == nil && u.opens == nil && u.acts == nil && u.action == ""
}

// inSight tells whether a unit stands in the window.
func (p *Page) inSight(s spot) bool {
	s.line = p.flow().at(s).above
	_, seen := p.flow().row(p.top, p.height(), s)
	return seen
}

// target tells whether a unit holds something to open or to fill in.
func (u unit) target() bool {
	return !u.onlyLinks() || len(u.links) > 0
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
