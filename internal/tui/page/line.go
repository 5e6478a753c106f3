package page

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"werkboek/internal/course"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
)

// Line gives the keys of the bottom line.
func (p *Page) Line() []key.Binding {
	reading := screen.Named(p.keys.back.Back, textBackToReading)
	switch {
	case p.list != nil:
		return []key.Binding{p.keys.list.Open, p.keys.list.Down, screen.Named(p.keys.back.Back, textCloseList)}
	case p.beside != nil:
		return []key.Binding{reading, p.keys.field.Undo}
	case p.writing() != nil:
		if own := p.writing().Line(); len(own) > 0 {
			return p.withNext(len(own), append(own, reading)...)
		}
		return p.withNext(1, reading, p.keys.field.Undo)
	case p.card != nil:
		return []key.Binding{screen.Named(p.keys.back.Back, textCloseList), p.keys.page.Turn}
	}
	return p.readingLine()
}

// withNext puts the key that goes to another question of the exercise among others: tab,
// or at the last one shift+tab.
func (p *Page) withNext(at int, line ...key.Binding) []key.Binding {
	next := p.keys.field.Next
	if _, ok := p.nextStop(1); !ok {
		next = screen.Named(p.keys.field.Previous, textFieldBefore)
		if _, ok := p.nextStop(-1); !ok {
			return line
		}
	}
	return slices.Insert(line, at, next)
}

func (p *Page) readingLine() []key.Binding {
	line := []key.Binding{p.keys.page.Turn}
	if a := p.asked(); a != nil && a.field != nil && strings.TrimSpace(a.field.Value()) != "" {
		return append(line, screen.Named(p.keys.page.Open, textWrite), screen.Named(p.keys.page.Alone, textAlone), p.keys.page.Margin, keys.NewLetters().Help)
	}
	if u, ok := p.current(); ok && (u.target() && len(u.links) == 0 || p.cur.link >= 0) {
		line = append(line, screen.Named(p.keys.page.Open, p.openWord(u)))
	} else {
		line = append(line, screen.Named(p.keys.page.Next, p.nextWord()))
	}
	return append(line, p.keys.page.Margin, p.keys.page.Contents, keys.NewLetters().Help)
}

// nextWord says where tab goes: to a term or source in sight, or to the next exercise.
func (p *Page) nextWord() string {
	i, ok := p.find(p.cur.section, p.cur.id)
	if !ok {
		return textToExercise
	}
	here := spot{p.cur.section, i, 0}
	for _, s := range p.flow().page(p.top, p.height()) {
		u := p.flow().at(s)
		switch {
		case before(s, here) || s.line != u.above || !u.target():
		case !u.onlyLinks():
			return textToExercise
		case strings.HasPrefix(u.links[0].Target, course.SchemeTerm+":"):
			return labelTerm
		case strings.HasPrefix(u.links[0].Target, course.SchemeSource+":"):
			return labelSource
		}
	}
	return textToExercise
}

// openWord says what enter does at a unit.
func (p *Page) openWord(u unit) string {
	switch {
	case p.cur.link >= 0:
		return textLook
	case u.exercise != nil && p.open[u.exercise.Head().ID], u.step != nil && !p.folded[*u.step]:
		return textFold
	case u.exercise != nil && p.deps.Book.Locked(p.deps.Book.Ref(u.exercise, p.chapter.Number)):
		return textOpen
	case u.exercise != nil, u.ask != nil:
		return textWrite
	}
	return textOpen
}

// Places says which keys count now.
func (p *Page) Places() []keys.Place {
	switch {
	case p.list != nil:
		return []keys.Place{keys.InList, keys.InAllPlaces}
	case p.writing() != nil:
		return []keys.Place{p.writing().Place(), keys.InAllPlaces}
	}
	return []keys.Place{keys.OnPage, keys.Unwritten, keys.InAllPlaces}
}
