package page

import (
	"strings"

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
	ask      *asked             // it is written in
	opens    *asked             // a hidden field that enter opens
}

// asked is a field of an exercise, or the question before a sensitive one.
type asked struct {
	key    fieldKey
	ask    kind.Ask
	field  *field.Model
	choose bool // it chooses whether the words are kept
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
	units []unit
	tight bool // the next unit follows without a blank line
}

func (b *builder) add(u unit, label string) {
	soft := ""
	if label != "" {
		soft = b.env.Styles.Soft.Render(label)
	}
	if l, ok := u.body.(lines); ok && b.layout.Gutter {
		l.label = soft
		u.body = l
	}
	u.body = inLayout(u.body, soft, b.layout)
	b.units = append(b.units, u)
}

// block adds what a block of the text sets.
func (b *builder) block(block *course.Block) {
	switch {
	case block.Hidden():
		return
	case block.Kind == course.Exercise:
		b.exercise(block)
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
		body:  lines{text: s.Lines},
	}, label)
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

// wholeUpTo is the height of the largest callout that is never split, in lines.
const wholeUpTo = 8

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
			body:  newWritten(n.field, b.layout.Measure, b.env.Styles, true),
		}, labelMargin)
	}
	if c := b.Page.card; c != nil && c.block == block {
		b.add(unit{
			place: place{block: block},
			id:    block.Key.String() + "/kaartje",
			above: 1,
			body:  lines{text: c.lines(b.setter, b.env.Styles, b.layout.Measure)},
		}, c.label)
	}
}

// exercise adds an exercise: two lines while it is folded, all of it when open.
func (b *builder) exercise(block *course.Block) {
	e := b.deps.Book.Course().Exercise(block.Target)
	if e == nil {
		return
	}
	ref := b.deps.Book.Ref(e, b.chapter.Number)
	b.tight = false
	folded := !b.Page.open[e.Head().ID]
	text := []string{b.exerciseTitle(e, ref)}
	if folded {
		text = append(text, b.teaser(e)...)
	}
	b.add(unit{
		place: place{block: block, exercise: e},
		id:    block.Key.String(),
		above: 1,
		leads: !folded,
		whole: true,
		body:  lines{text: text},
	}, labelExercise)
	if !folded {
		b.unfolded(block, e, ref)
	}
}

func (b *builder) exerciseTitle(e *course.Assignment, ref notes.Ref) string {
	head := e.Head()
	facts := exerciseFacts(head.Minutes, head.Form)
	if s := b.deps.Book.State(ref).String(); s != "" {
		facts += " · " + s
	}
	st := b.env.Styles
	title := st.Title.Render(head.Title)
	return title + st.Soft.Render(b.env.Ruler.Cut(" · "+facts, b.layout.Measure-b.env.Ruler.Width(title)))
}

// teaser gives the first question of a folded exercise, on one line.
func (b *builder) teaser(e *course.Assignment) []string {
	fields := e.Fields()
	if len(fields) == 0 {
		return nil
	}
	return []string{b.env.Styles.Soft.Render(b.env.Ruler.Cut(fields[0].Ask, b.layout.Measure))}
}

func (b *builder) unfolded(block *course.Block, e *course.Assignment, ref notes.Ref) {
	id := block.Key.String()
	for i, intro := range e.Intro() {
		s := b.setter.Block(intro, b.layout.Measure)
		b.add(unit{
			place: place{block: block},
			id:    id + "/uitleg" + number(i),
			above: min(i, 1),
			leads: true,
			body:  lines{text: s.Lines},
		}, "")
	}
	b.tight = len(e.Intro()) == 0
	if b.deps.Book.Locked(ref) {
		b.note(block, id+"/slot", textLocked)
	}
	if b.deps.Book.Sensitive(ref) && !b.keeping(block, id, ref) {
		return
	}
	for _, part := range b.deps.Book.Answer(ref).Parts(b.deps.Book.Env(b.chapter.Number)) {
		b.part(block, id, ref, part)
	}
}

// keeping adds the question before sensitive ones, or what was answered. It
// tells whether it was answered.
func (b *builder) keeping(block *course.Block, id string, ref notes.Ref) bool {
	if said, ok := keepingSaid(b.deps.Book.Keeping(ref)); ok {
		b.note(block, id+"/bewaren", said)
		return true
	}
	ask := kind.Ask{Field: keepingField(), Options: keepingField().Options}
	b.ask(block, id, ref, ask, true)
	return false
}

// note adds a soft remark.
func (b *builder) note(block *course.Block, id, text string) {
	b.add(unit{
		place: place{block: block},
		id:    id,
		above: 1,
		body:  lines{text: b.softly(text)},
	}, "")
}

func (b *builder) softly(text string) []string {
	set := b.setter.Text(text, b.layout.Measure)
	for i, line := range set {
		set[i] = b.env.Styles.Soft.Render(line)
	}
	return set
}

func (b *builder) part(block *course.Block, id string, ref notes.Ref, part kind.Part) {
	switch part := part.(type) {
	case kind.Text:
		for i, t := range course.ParseBlocks(part.Markdown) {
			b.add(unit{
				place: place{block: block}, id: id + "/tekst" + number(len(b.units)+i), above: 1,
				body: lines{text: b.setter.Block(t, b.layout.Measure).Lines},
			}, "")
		}
	case kind.Ask:
		b.ask(block, id, ref, part, false)
	case kind.Step:
		for _, inner := range part.Parts {
			b.part(block, id, ref, inner)
		}
	case kind.Former:
		b.former(block, id, part.Words)
	}
}

// ask adds a question and the field under it.
func (b *builder) ask(block *course.Block, id string, ref notes.Ref, ask kind.Ask, choose bool) {
	a := &asked{key: fieldKey{ref, ask.Field.ID}, ask: ask, choose: choose}
	id += "/" + ask.Field.ID
	hidden := bool(ask.Field.Hidden) && !b.Page.shown[a.key]
	above := 1
	if b.tight {
		above, b.tight = 0, false
	}
	question := unit{
		place: place{block: block},
		id:    id + "/vraag",
		above: above,
		leads: !hidden,
		body:  lines{text: b.question(ask, hidden)},
	}
	if hidden {
		question.opens = a
	}
	b.add(question, "")
	if hidden {
		return
	}
	a.field = b.fieldOf(a)
	ruled := writes(ask.Field.Sort)
	b.add(unit{
		place: place{block: block, ask: a},
		id:    id,
		body:  newWritten(a.field, b.layout.Measure, b.env.Styles, ruled),
	}, "")
	b.tight = ruled
}

// writes tells whether a sort of field is written in, on a line.
func writes(s kind.Sort) bool {
	return s != kind.Choice && s != kind.Ticks && s != kind.Number
}

// question gives the lines above a field: the question, what is recalled, help.
func (b *builder) question(ask kind.Ask, hidden bool) []string {
	text := b.setter.Text(ask.Field.Ask, b.layout.Measure)
	if hidden {
		return append(text, b.softly(textHidden)...)
	}
	for _, words := range ask.Recall {
		for _, line := range b.setter.Text(words, b.layout.Measure) {
			text = append(text, b.env.Styles.Warm.Render(line))
		}
	}
	if ask.Field.Help != "" {
		text = append(text, b.softly(ask.Field.Help)...)
	}
	return text
}

// fieldOf gives the field of an ask; it lives as long as the page, so that undo
// goes back further than one visit.
func (b *builder) fieldOf(a *asked) *field.Model {
	f := b.Page.fields[a.key]
	if f == nil {
		value, _ := b.deps.Book.Answer(a.key.ref).Value(a.key.id)
		f = field.New(a.ask, value, b.env.Styles, b.env.Ruler, b.keys.field)
		f.SetToday(b.now())
		b.Page.fields[a.key] = f
	}
	f.SetAsk(a.ask)
	f.SetWidth(b.layout.Measure)
	return f
}

// former adds words whose question is gone.
func (b *builder) former(block *course.Block, id string, w kind.Words) {
	text := b.softly(textFormer)
	text = append(text, b.setter.Text(w.Ask, b.layout.Measure)...)
	for line := range strings.SplitSeq(w.Text, "\n") {
		for _, set := range b.setter.Text(line, b.layout.Measure) {
			text = append(text, b.env.Styles.Warm.Render(set))
		}
	}
	b.add(unit{place: place{block: block}, id: id + "/eerder/" + w.Field, above: 1, body: lines{text: text}}, labelFormer)
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
