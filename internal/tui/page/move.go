package page

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
)

func (p *Page) pressedInText(msg tea.KeyPressMsg) tea.Cmd {
	k := p.keys.page
	switch {
	case key.Matches(msg, k.Turn):
		return p.turn()
	case key.Matches(msg, k.TurnBack):
		p.turnBack()
	case key.Matches(msg, k.Down):
		return p.step(1)
	case key.Matches(msg, k.Up):
		return p.step(-1)
	case key.Matches(msg, k.First):
		p.show(p.flow().start())
	case key.Matches(msg, k.Last):
		p.show(p.flow().last(p.height()))
	case key.Matches(msg, k.Next):
		return p.toTarget(1)
	case key.Matches(msg, k.Previous):
		return p.toTarget(-1)
	case key.Matches(msg, k.Open):
		return p.openHere()
	default:
		return p.letter(msg)
	}
	return nil
}

// letter takes the keys that stand for something and are no moves.
func (p *Page) letter(msg tea.KeyPressMsg) tea.Cmd {
	k := p.keys.page
	switch {
	case key.Matches(msg, k.Margin):
		return p.scribble()
	case key.Matches(msg, k.Contents):
		p.openContents()
	case key.Matches(msg, k.Notes):
		return screen.Ask(screen.ToNotebook{})
	case key.Matches(msg, k.OtherField):
		return p.otherField()
	case key.Matches(msg, k.Alone):
		return p.alone()
	case key.Matches(msg, k.Undo):
		return p.undoRestart()
	case key.Matches(msg, k.Chapter):
		return p.toChapter(msg)
	case key.Matches(msg, p.keys.back.Save):
		return nil
	case key.Matches(msg, p.keys.back.Back):
		return p.back()
	case key.Matches(msg, p.keys.field.Copy):
		return screen.Tell(textHowToQuit)
	default:
		return screen.Tell(textDeadLetter)
	}
	return nil
}

func (p *Page) toChapter(msg tea.KeyPressMsg) tea.Cmd {
	n := keys.Digit(msg)
	if p.deps.Book.Course().Chapter(n) == nil {
		return screen.Tell(textDeadDigit)
	}
	return screen.Ask(screen.ToChapter{Number: n})
}

// back closes what is open, one thing at a time, and then leaves the chapter.
func (p *Page) back() tea.Cmd {
	if p.card != nil {
		p.card = nil
		p.forget()
		p.restore()
		return nil
	}
	if p.cur.link >= 0 {
		p.cur.link = -1
		return nil
	}
	return screen.Ask(screen.Back{})
}

// turn turns to the next page.
func (p *Page) turn() tea.Cmd {
	next, ok := p.flow().turn(p.top, p.height())
	if !ok {
		return screen.Tell(p.atEnd())
	}
	p.turned = append(p.turned, p.top)
	p.top = next
	p.settle()
	return nil
}

// atEnd says that the chapter ends, and what opens the next one.
func (p *Page) atEnd() string {
	chapters := p.deps.Book.Course().Chapters()
	for i, ch := range chapters[:max(0, len(chapters)-1)] {
		if ch == p.chapter && chapters[i+1].Number < 10 {
			return endText(chapters[i+1].Number)
		}
	}
	return textAtEnd
}

// turnBack turns back, to the very page that was turned where there is one.
func (p *Page) turnBack() {
	if n := len(p.turned); n > 0 {
		p.top = p.flow().fit(p.turned[n-1])
		p.turned = p.turned[:n-1]
	} else if top, ok := p.flow().turnBack(p.top, p.height()); ok {
		p.top = top
	}
	p.settle()
}

// show turns to a page that begins at a spot.
func (p *Page) show(top spot) {
	p.turned = nil
	p.top = top
	p.settle()
}

// settle makes the first unit that begins on the page the current one.
func (p *Page) settle() {
	p.card = nil
	for _, s := range p.flow().page(p.top, p.height()) {
		if u := p.flow().at(s); s.line == u.above {
			p.cur = cursor{s.section, u.id, -1}
			break
		}
	}
	p.remember()
}

// step makes the unit before or after the current one current; the page follows
// by lines. A unit taller than the window is read line by line.
func (p *Page) step(by int) tea.Cmd {
	i, ok := p.find(p.cur.section, p.cur.id)
	if !ok {
		p.settle()
		return nil
	}
	f, here := p.flow(), spot{p.cur.section, i, 0}
	if p.beyond(here, by) {
		return p.scroll(by)
	}
	next, more := f.nextUnit(here)
	if by < 0 {
		next, more = f.previousUnit(here)
	}
	if !more {
		return p.scroll(by)
	}
	p.cur = cursor{next.section, f.at(next).id, -1}
	p.bring(next)
	return nil
}

// beyond tells whether the current unit goes on outside the window in the
// direction of a step.
func (p *Page) beyond(here spot, by int) bool {
	f := p.flow()
	u := f.at(here)
	if u.height() <= p.height() {
		return false
	}
	end := spot{here.section, here.unit, u.height() - 1}
	if by < 0 {
		end.line = u.above
	}
	_, seen := f.row(p.top, p.height(), end)
	return !seen
}

// scroll moves the page by lines.
func (p *Page) scroll(by int) tea.Cmd {
	f := p.flow()
	p.top = f.fit(p.top)
	p.turned = nil
	for ; by < 0; by++ {
		p.top = f.back(p.top, 1)
	}
	for ; by > 0; by-- {
		lines := f.page(p.top, p.height())
		if len(lines) == 0 {
			return nil
		}
		if _, more := f.next(lines[len(lines)-1]); !more {
			p.remember()
			return screen.Tell(p.atEnd())
		}
		p.top, _ = f.next(p.top)
	}
	p.remember()
	return nil
}

// bring scrolls by as few lines as show all of a unit, or its first lines where
// it is taller than the window.
func (p *Page) bring(s spot) {
	f := p.flow()
	u := f.at(s)
	first := spot{s.section, s.unit, u.above}
	last := spot{s.section, s.unit, u.height() - 1}
	p.bringLine(last)
	p.bringLine(first)
	p.remember()
}

// bringLine scrolls by as few lines as show one line.
func (p *Page) bringLine(s spot) {
	f := p.flow()
	p.top = f.fit(p.top)
	if _, seen := f.row(p.top, p.height(), s); seen {
		return
	}
	p.turned = nil
	if before(s, p.top) {
		p.top = s
		return
	}
	p.top = f.back(s, p.height()-1)
	if _, seen := f.row(p.top, p.height(), s); !seen {
		p.top = f.text(f.back(s, p.height()/2)) // what may not end a page hid it
	}
}

func (p *Page) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	const by = 3
	if p.list != nil {
		return nil
	}
	switch msg.Button {
	case tea.MouseWheelUp:
		p.scroll(-by)
	case tea.MouseWheelDown:
		p.scroll(by)
	default:
		return nil
	}
	if p.writing() == nil {
		p.seen()
	}
	return nil
}

// seen makes a unit current that is on the page, when the current one is not.
func (p *Page) seen() {
	lines := p.flow().page(p.top, p.height())
	for _, s := range lines {
		if u := p.flow().at(s); u.id == p.cur.id && s.section == p.cur.section {
			return
		}
	}
	p.settle()
}

// remember notes the row of the line that is read, to keep it there when the
// window changes.
func (p *Page) remember() {
	i, ok := p.find(p.cur.section, p.cur.id)
	if !ok {
		return
	}
	u := p.units(p.cur.section)[i]
	line := u.above
	if f := p.writing(); f != nil && p.beside == nil {
		row, _, _ := f.Cursor()
		line += offset(u.body) + row
	}
	s := spot{p.cur.section, i, line}
	row, seen := p.flow().row(p.top, p.height(), s)
	if !seen { // its beginning lies above the window
		s, row = p.top, 0
		i, line = s.unit, s.line
	}
	p.anchor = anchor{s.section, p.units(s.section)[i].id, line, row}
}

// restore shows the remembered line on its row again, or as near to it as the
// window allows.
func (p *Page) restore() {
	i, ok := p.find(p.anchor.section, p.anchor.id)
	if !ok {
		p.top = p.flow().fit(p.top)
		return
	}
	f := p.flow()
	s := f.fit(spot{p.anchor.section, i, p.anchor.line})
	p.top = f.back(s, min(p.anchor.row, p.height()-1))
	if _, seen := f.row(p.top, p.height(), s); !seen {
		p.bringLine(s)
	}
	if p.typing {
		p.showCursor()
	}
}

// openHere does what enter does at the current unit.
func (p *Page) openHere() tea.Cmd {
	u, ok := p.current()
	switch {
	case !ok:
		return nil
	case p.cur.link >= 0:
		return p.openLink(u)
	case u.exercise != nil:
		return p.toggle(u)
	case u.step != nil:
		return p.toggleStep(*u.step)
	case u.opening != nil:
		return p.openInstrument(*u.opening)
	case u.opens != nil:
		p.shown[u.opens.key] = true
		p.forget()
		return p.toFieldID(u.opens.key.id)
	case u.ask != nil:
		return p.write()
	case u.action != "":
		return screen.Ask(screen.ToAction{Name: u.action})
	case u.acts != nil:
		return p.choose(*u.acts)
	case len(u.links) > 0:
		return p.openLink(u)
	}
	return screen.Tell(textNothing)
}
