package page

import (
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/tui/screen"
)

// otherField shows the case at the reader, or the first on the page, as it is in
// another work field; the choice is kept for the whole book.
func (p *Page) otherField() tea.Cmd {
	b := p.caseHere()
	if b == nil {
		return screen.Tell(textNoVariant)
	}
	versions := append([]*course.Block{b}, b.Variants...)
	now := b.Practice(p.deps.WorkField())
	for i, v := range versions {
		if v != now {
			continue
		}
		next := versions[(i+1)%len(versions)]
		if len(next.Fields) == 0 {
			p.deps.SetField("")
		} else {
			p.deps.SetField(next.Fields[0])
		}
		break
	}
	p.forget()
	p.restore()
	return nil
}

// caseHere gives the case with other versions where the reader is, or the first
// one on the page.
func (p *Page) caseHere() *course.Block {
	if u, ok := p.current(); ok && u.block != nil && len(u.block.Variants) > 0 {
		return u.block
	}
	for _, s := range p.flow().page(p.top, p.height()) {
		if b := p.flow().at(s).block; b != nil && len(b.Variants) > 0 {
			return b
		}
	}
	return nil
}

// clicked puts the cursor where the mouse points: in a field, or on what can be
// opened.
func (p *Page) clicked(msg tea.MouseClickMsg) tea.Cmd {
	lines := p.flow().page(p.top, p.height())
	i := msg.Y - p.headLines()
	if msg.Button != tea.MouseLeft || p.list != nil || p.waiting != nil || i < 0 || i >= len(lines) {
		return nil
	}
	s := lines[i]
	u := p.flow().at(s)
	if p.flow().blank(s) || u.id == "" {
		return nil
	}
	if u.ask != nil {
		return p.clickField(s, u, msg.X)
	}
	cmd := p.Leave()
	p.cur = cursor{s.section, u.id, -1}
	for _, l := range u.links {
		cell := msg.X - p.layout.Axis
		if l.Line == s.line-u.above-offset(u.body) && cell >= l.From && cell < l.To {
			p.cur.link = l.Ordinal
			return tea.Batch(cmd, p.openHere())
		}
	}
	p.remember()
	if u.exercise != nil {
		return tea.Batch(cmd, p.openHere())
	}
	return cmd
}

func (p *Page) clickField(s spot, u unit, x int) tea.Cmd {
	row, cell := s.line-u.above-offset(u.body), x-p.layout.Axis
	if p.beside != nil {
		p.stopScribbling()
	}
	return p.writeIn(u.ask.key.ref, func() tea.Cmd {
		if i, ok := p.find(s.section, u.id); ok {
			p.writeAt(spot{s.section, i, 0})
			u.ask.field.Click(row, max(0, cell))
		}
		return nil
	})
}
