package page

import (
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/tui/widget/field"
)

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
	b.asked = false
	for _, part := range b.deps.Book.Answer(ref).Parts(b.deps.Book.Env(b.chapter.Number)) {
		b.part(block, id, ref, part)
	}
}

// keeping adds, before the first sensitive field, the question whether such words
// are kept, or what was answered. It tells whether it was answered: until then
// the sensitive fields take no text.
func (b *builder) keeping(block *course.Block, id string, ref notes.Ref) bool {
	said, ok := keepingSaid(b.deps.Book.Keeping(ref))
	switch {
	case b.asked:
	case ok:
		b.note(block, id+"/bewaren", said)
	default:
		ask := kind.Ask{Field: keepingField(), Options: keepingField().Options}
		b.ask(block, id, ref, ask, true)
	}
	b.asked = true
	return ok
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
	if !choose && b.deps.Book.SensitiveField(ref, ask.Field.ID) && !b.keeping(block, id, ref) {
		return
	}
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
	if where := fieldWhen(ask.Field.When); where != "" {
		text = append(text, b.softly(where)...)
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
