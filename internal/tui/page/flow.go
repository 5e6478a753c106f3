package page

import "werkboek/internal/tui/screen"

// A page is a column of sections of units of lines. This file finds its way
// along the lines: it knows what must stay together, and nothing of what the
// lines say.

// unit is what stands together: a paragraph, a question, a field.
type unit struct {
	place
	id    string
	above int  // blank lines before it
	whole bool // never split over two pages, where it fits on one
	leads bool // never the last on a page: what follows belongs to it
	least int  // lines of it that a page shows before it may end in it; 0 is as good as 1
	body  body
}

// body is the lines of a unit, each made when it is asked for.
type body interface {
	Rows() int
	Row(i int) screen.Row
}

func (u unit) height() int { return u.above + u.body.Rows() }

// column is where the units come from, section by section.
type column interface {
	sections() int
	units(section int) []unit
}

// spot is one line of the column: a unit of a section and a line of it, the
// blank lines above the unit counted first.
type spot struct{ section, unit, line int }

// flow walks along a column.
type flow struct{ column }

// at gives the unit of a spot.
func (f flow) at(s spot) unit { return f.units(s.section)[s.unit] }

// start gives the first line of text of the column.
func (f flow) start() spot {
	for s := range f.sections() {
		if units := f.units(s); len(units) > 0 {
			return spot{s, 0, units[0].above}
		}
	}
	return spot{}
}

// empty tells whether the column holds no line at all.
func (f flow) empty() bool {
	for s := range f.sections() {
		if len(f.units(s)) > 0 {
			return false
		}
	}
	return true
}

// fit gives the nearest spot that exists to one that perhaps does not any more.
func (f flow) fit(s spot) spot {
	if f.empty() {
		return spot{}
	}
	s.section = min(max(s.section, 0), f.sections()-1)
	if len(f.units(s.section)) == 0 {
		return f.start()
	}
	s.unit = min(max(s.unit, 0), len(f.units(s.section))-1)
	s.line = min(max(s.line, 0), f.at(s).height()-1)
	return s
}

// next gives the line after s; ok is false at the end.
func (f flow) next(s spot) (spot, bool) {
	if s.line+1 < f.at(s).height() {
		return spot{s.section, s.unit, s.line + 1}, true
	}
	return f.nextUnit(s)
}

// nextUnit gives the first line, blank ones included, of the unit after s.
func (f flow) nextUnit(s spot) (spot, bool) {
	if s.unit+1 < len(f.units(s.section)) {
		return spot{s.section, s.unit + 1, 0}, true
	}
	for n := s.section + 1; n < f.sections(); n++ {
		if len(f.units(n)) > 0 {
			return spot{n, 0, 0}, true
		}
	}
	return s, false
}

// previous gives the line before s; ok is false at the start.
func (f flow) previous(s spot) (spot, bool) {
	if s.line > 0 {
		return spot{s.section, s.unit, s.line - 1}, true
	}
	p, ok := f.previousUnit(s)
	if !ok {
		return s, false
	}
	p.line = f.at(p).height() - 1
	return p, true
}

// previousUnit gives the first line of the unit before s.
func (f flow) previousUnit(s spot) (spot, bool) {
	if s.unit > 0 {
		return spot{s.section, s.unit - 1, 0}, true
	}
	for n := s.section - 1; n >= 0; n-- {
		if units := f.units(n); len(units) > 0 {
			return spot{n, len(units) - 1, 0}, true
		}
	}
	return s, false
}

// back gives the line n lines before s, or the first line of text.
func (f flow) back(s spot, n int) spot {
	first := f.start()
	for ; n > 0 && s != first; n-- {
		p, ok := f.previous(s)
		if !ok {
			return first
		}
		s = p
	}
	return s
}

// blank tells whether a spot is a blank line between units.
func (f flow) blank(s spot) bool { return s.line < f.at(s).above }

// page gives the lines shown from top on in a window of the given height. A
// unit that leads does not end it, one that is whole is not begun when it does
// not fit, nor another when less than its least does, and no blank lines end it;
// so it may be shorter than the window.
func (f flow) page(top spot, height int) []spot {
	if f.empty() || height <= 0 {
		return nil
	}
	top = f.fit(top) // what stood there may be gone
	lines := []spot{top}
	for s := top; len(lines) < height; {
		next, ok := f.next(s)
		if !ok {
			return f.trim(lines, top, true)
		}
		lines = append(lines, next)
		s = next
	}
	return f.trim(lines, top, false)
}

// trim takes from the end of a page what must not end it.
func (f flow) trim(lines []spot, top spot, atEnd bool) []spot {
	for !atEnd && len(lines) > 1 {
		last := lines[len(lines)-1]
		u := f.at(last)
		cut := last.line+1 < u.height() && (u.whole || last.line < u.above+u.least-1)
		if !cut && !u.leads && !f.blank(last) {
			break
		}
		begun := lines[:len(lines)-1]
		for len(begun) > 0 && sameUnit(begun[len(begun)-1], last) && !f.blank(last) {
			begun = begun[:len(begun)-1]
		}
		if len(begun) == 0 || sameUnit(last, top) && !f.blank(last) {
			break // it fills the window from the first line: then it is split
		}
		lines = begun
	}
	return lines
}

func sameUnit(a, b spot) bool { return a.section == b.section && a.unit == b.unit }

// kept is the number of lines of text that a turn of the page keeps on top.
const kept = 2

// turn gives the top of the page after the one that begins at top; ok is false
// when that one shows the end.
func (f flow) turn(top spot, height int) (spot, bool) {
	lines := f.page(top, height)
	if len(lines) == 0 {
		return top, false
	}
	last := lines[len(lines)-1]
	after, more := f.next(last)
	if !more {
		return top, false
	}
	from := f.overlap(lines)
	if len(f.page(from, height)) == 0 || !before(last, f.lastOf(from, height)) {
		from = f.text(after) // keeping lines would stand still
	}
	return from, true
}

// overlap gives the line where the next page begins so that the last lines of
// text of this one stand on top of it. A whole unit is not cut for it.
func (f flow) overlap(lines []spot) spot {
	i, texts := len(lines)-1, 0
	if !f.blank(lines[i]) {
		texts = 1
	}
	for i > 1 && texts < kept {
		i--
		if !f.blank(lines[i]) {
			texts++
		}
	}
	from := lines[i]
	if u := f.at(from); u.whole || u.leads {
		from.line = u.above
	}
	return from
}

func (f flow) lastOf(top spot, height int) spot {
	lines := f.page(top, height)
	return lines[len(lines)-1]
}

// text gives s, or the first line of its unit's text when s is blank.
func (f flow) text(s spot) spot {
	s.line = max(s.line, f.at(s).above)
	return s
}

// turnBack gives the top of the page before the one that begins at top: the
// last lines of it are the first of this one.
func (f flow) turnBack(top spot, height int) (spot, bool) {
	if top == f.start() || f.empty() {
		return top, false
	}
	first := f.back(top, height-kept)
	for first != top && !f.reaches(first, height, top) {
		next, _ := f.next(first)
		first = next
	}
	return f.text(first), true
}

// reaches tells whether the page from first shows the line before top, so that
// nothing between them is skipped.
func (f flow) reaches(first spot, height int, top spot) bool {
	last := f.lastOf(f.text(first), height)
	p, ok := f.previous(top)
	for ok && f.blank(p) {
		p, ok = f.previous(p)
	}
	return !ok || !before(last, p)
}

func before(a, b spot) bool {
	if a.section != b.section {
		return a.section < b.section
	}
	if a.unit != b.unit {
		return a.unit < b.unit
	}
	return a.line < b.line
}

// last gives the top of the last page: the end of the column at its foot.
func (f flow) last(height int) spot {
	if f.empty() {
		return spot{}
	}
	s := f.start()
	for n := f.sections() - 1; n >= 0; n-- {
		if units := f.units(n); len(units) > 0 {
			u := len(units) - 1
			s = spot{n, u, units[u].height() - 1}
			break
		}
	}
	return f.text(f.back(s, height-1))
}

// row gives the line of the window, from 0, on which a spot is shown.
func (f flow) row(top spot, height int, s spot) (int, bool) {
	for i, l := range f.page(top, height) {
		if l == s {
			return i, true
		}
	}
	return 0, false
}
