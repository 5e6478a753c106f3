package page

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/typeset"
)

// place is what a unit belongs to, and what can be done with it.
type place struct {
	block    *course.Block
	links    []typeset.Link
	exercise *course.Assignment // enter unfolds or folds it
	step     *fieldKey          // enter unfolds or folds this step of a worksheet
	opening  *notes.Ref         // enter opens the instrument of this exercise
	undone   bool               // something is still to be done in that instrument
	ask      *asked             // it is written in
	opens    *asked             // a hidden field that enter opens
	action   string             // enter asks the program for this, by name
	acts     *asking            // enter asks whether to do this with the exercise
}

// asked is a field of an exercise, or a question of the page's own.
type asked struct {
	key    fieldKey
	ask    kind.Ask
	field  *field.Model
	chosen func(value string) tea.Cmd // of a question of the page's own: takes its answer
	others bool                       // somebody else types it, where a group has one laptop
}

// sections and units make Page a column.
func (p *Page) sections() int { return len(p.chapter.Sections()) }

func (p *Page) units(section int) []unit {
	if section < 0 || section >= p.sections() {
		return nil
	}
	if units, ok := p.cache[section]; ok {
		return units
	}
	b := builder{Page: p}
	for _, block := range p.chapter.Sections()[section].Blocks() {
		b.block(block)
	}
	p.cache[section] = b.units
	return b.units
}

// builder makes the units of a section.
type builder struct {
	*Page
	units  []unit
	tight  bool // the next unit follows without a blank line
	others bool // what is added belongs to a step that somebody else types
	asked  bool // of this exercise it was asked, or said, whether sensitive words are kept
}

func (b *builder) add(u unit, label string) {
	soft := ""
	if label != "" {
		soft = b.env.Styles.Soft.Render(label)
	}
	if l, text := u.body.(lines); text {
		u.least = max(u.least, footLines)
		if b.layout.Gutter {
			l.label = soft
			u.body = l
		}
	}
	u.body = inLayout(u.body, soft, b.layout)
	b.units = append(b.units, u)
	if c := b.Page.card; c != nil && c.at == u.id && b.layout.Margin == 0 {
		b.add(unit{
			place: place{block: u.block},
			id:    u.id + cardSuffix,
			above: 1,
			body:  lines{text: c.lines(b.setter, b.env.Styles, b.layout.Measure)},
		}, c.label)
	}
}

// block adds what a block of the text sets.
func (b *builder) block(block *course.Block) {
	switch {
	case block.Hidden():
		return
	case block.Kind == course.Exercise:
		b.exercise(block)
	case block.Kind == course.Action:
		b.action(block)
	case block.Kind == course.Heading:
		b.heading(block)
	case block.Kind == course.Callout:
		b.callout(block)
	default:
		b.text(block, block, "", 1)
	}
	b.beside(block)
}

// text adds a block as it is set. The block gives the unit its identity; set is
// what is shown, which differs where a case has variants.
func (b *builder) text(block, set *course.Block, label string, above int) {
	s := b.setter.Block(set, b.layout.Measure)
	if len(s.Lines) == 0 {
		return
	}
	if b.tight {
		above, b.tight = 0, false
	}
	b.add(unit{
		place: place{block: block, links: s.Links},
		id:    block.Key.String(),
		above: above,
		leads: leadsIn(set, s),
		least: footOf(set),
		body:  lines{text: s.Lines},
	}, label)
}

// leadsIn tells whether a block is a short one that ends with a colon: then what it
// announces follows.
func leadsIn(b *course.Block, s typeset.Set) bool {
	return b.Kind == course.Paragraph && len(s.Lines) <= leadsUpTo && strings.HasSuffix(b.Text.Plain(), ":")
}

// The lines at the foot of a page of what goes on on the next one: no line of a text
// stands there alone, nor the head of a table.
const footLines, footRows = 2, 3

// footOf gives those that a block asks for beyond what every text does.
func footOf(b *course.Block) int {
	if b.Kind == course.Table {
		return footRows
	}
	return 0
}

// action adds what the program does when it is chosen.
func (b *builder) action(block *course.Block) {
	var text []string
	for _, line := range b.setter.Text(block.Text.Plain(), b.layout.Measure) {
		text = append(text, b.env.Styles.Title.Render(line))
	}
	b.tight = false
	b.add(unit{
		place: place{block: block, action: block.Target},
		id:    block.Key.String(),
		above: 1,
		whole: true,
		body:  lines{text: text},
	}, labelDo)
}

func (b *builder) heading(block *course.Block) {
	above, label := 1, ""
	if block.Level == 2 {
		above, label = 2, number(block.Number)
	}
	b.text(block, block, label, above)
	if len(b.units) == 0 {
		return
	}
	b.units[len(b.units)-1].leads = true
	b.tight = block.Level > 2
}

// The height of the largest callout that is never split, and of the largest paragraph
// that stays with what it announces, in lines.
const wholeUpTo, leadsUpTo = 8, 4

func (b *builder) callout(block *course.Block) {
	set := block.Practice(b.deps.WorkField())
	b.text(block, set, calloutLabel(block.Label), 1)
	if len(b.units) == 0 || b.units[len(b.units)-1].block != block {
		return
	}
	u := &b.units[len(b.units)-1]
	if len(block.Variants) > 0 {
		b.sign(u, set)
	}
	u.whole = u.body.Rows() <= wholeUpTo
}

// sign adds the work field of a case to its last line, or below it.
func (b *builder) sign(u *unit, set *course.Block) {
	l, inner := u.body.(lines)
	if !inner {
		l = u.body.(under).body.(lines)
	}
	text := b.env.Styles.Soft.Render(otherField(strings.Join(set.Fields, ", ")))
	last := len(l.text) - 1
	l.text = append([]string(nil), l.text...)
	if joined := b.layout.Ends(l.text[last], text, b.env.Ruler); joined != l.text[last] {
		l.text[last] = joined
	} else {
		l.text = append(l.text, b.layout.Ends(" ", text, b.env.Ruler))
	}
	if inner {
		u.body = l
	} else {
		u.body = under{l, u.body.(under).label}
	}
}

// beside adds what opens under a block where there is no margin for it.
func (b *builder) beside(block *course.Block) {
	if b.layout.Margin > 0 {
		return
	}
	if n := b.Page.beside; n != nil && n.block == block {
		b.add(unit{
			place: place{block: block},
			id:    block.Key.String() + "/kantlijn",
			body:  newWritten(n.field, b.layout.Measure, b.env, true, b.trouble()),
		}, labelMargin)
	}
}

// current gives the unit where the reader is.
func (p *Page) current() (unit, bool) {
	i, ok := p.find(p.cur.section, p.cur.id)
	if !ok {
		return unit{}, false
	}
	return p.units(p.cur.section)[i], true
}

// find gives the index of a unit in its section.
func (p *Page) find(section int, id string) (int, bool) {
	for i, u := range p.units(section) {
		if u.id == id {
			return i, true
		}
	}
	return 0, false
}
