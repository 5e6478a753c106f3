package page

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/workbook"
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
		text = append(text, b.teaser(e, ref)...)
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
	state, left := b.deps.Book.State(ref), ""
	if n := b.deps.Book.Missing(ref); state == kind.Begun && n > 0 {
		left = missing(n)
	}
	st, r := b.env.Styles, b.env.Ruler
	title := st.Title.Render(head.Title)
	room := b.layout.Measure - r.Width(title)
	all := exerciseTexts(head.Minutes, head.Form, state.String(), left)
	for _, facts := range all {
		if r.Width(facts) <= room {
			return title + st.Soft.Render(facts)
		}
	}
	return title + st.Soft.Render(r.Cut(all[len(all)-1], room))
}

// teaser gives the first question of a folded exercise, or the name of the instrument
// that it begins with.
func (b *builder) teaser(e *course.Assignment, ref notes.Ref) []string {
	for _, part := range b.deps.Book.Answer(ref).Parts(b.deps.Book.Env(b.chapter.Number)) {
		switch part := part.(type) {
		case kind.Ask:
			return b.softly(part.Field.Ask)
		case kind.Step:
			return b.softly(part.Title)
		case kind.Instrument:
			return b.softly(part.Title)
		}
	}
	return nil
}

func (b *builder) unfolded(block *course.Block, e *course.Assignment, ref notes.Ref) {
	id := block.Key.String()
	for i, intro := range e.Intro() {
		s := b.setter.Block(intro, b.layout.Measure)
		b.add(unit{
			place: place{block: block, links: s.Links},
			id:    id + "/uitleg" + number(i),
			above: min(i, 1),
			body:  lines{text: s.Lines},
		}, "")
	}
	b.tight = len(e.Intro()) == 0
	if b.deps.Book.Locked(ref) {
		b.note(block, id+"/slot", textLocked)
	}
	b.apart(block, id, ref)
	b.asked = false
	for _, part := range b.deps.Book.Answer(ref).Parts(b.deps.Book.Env(b.chapter.Number)) {
		b.part(block, id, ref, part)
	}
	b.tight = false
	b.acts(block, id, ref)
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
		b.ask(block, id, ref, workbook.AskKeeping(), func(value string) tea.Cmd { return b.Page.keep(ref, value) })
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
		b.passage(block, id+"/tekst/"+part.ID, part.Markdown)
	case kind.Ask:
		b.ask(block, id, ref, part, nil)
	case kind.Step:
		b.step(block, id, ref, part)
	case kind.Instrument:
		b.instrument(block, id, ref, part)
	case kind.Former:
		b.former(block, id, part.Words)
	}
}

// passage adds a text of an exercise. Its blocks are kept, so that they are parsed
// and set once.
func (b *builder) passage(block *course.Block, id, markdown string) {
	blocks, known := b.passages[markdown]
	if !known {
		blocks = course.ParseBlocks(markdown)
		b.passages[markdown] = blocks
	}
	for i, t := range blocks {
		above := 1
		if b.tight {
			above, b.tight = 0, false
		}
		s := b.setter.Block(t, b.layout.Measure)
		b.add(unit{
			place: place{block: block, links: s.Links}, id: id + "/" + number(i), above: above,
			leads: leadsIn(t, s), least: footOf(t), body: lines{text: s.Lines},
		}, "")
	}
}

// step adds a step of a worksheet: its title, and what belongs to it while it is
// unfolded. One that is done begins folded; nothing folds by itself while one
// looks at it.
func (b *builder) step(block *course.Block, id string, ref notes.Ref, s kind.Step) {
	key := fieldKey{ref, "stap/" + s.ID}
	folded, known := b.folded[key]
	if !known {
		folded = s.State == kind.Done
		b.folded[key] = folded
	}
	st := b.env.Styles
	title := st.Strong.Render(s.Title)
	facts := b.env.Ruler.Cut(stepFacts(s, folded), b.layout.Measure-b.env.Ruler.Width(s.Title))
	b.add(unit{
		place: place{block: block, step: &key},
		id:    id + "/stap/" + s.ID,
		above: 1,
		leads: !folded,
		body:  lines{text: []string{title + st.Soft.Render(facts)}},
	}, labelStep)
	if folded {
		return
	}
	b.tight, b.others = true, s.Others
	for _, inner := range s.Parts {
		b.part(block, id, ref, inner)
	}
	b.tight, b.others = false, false
}

// instrument adds the line that opens what takes the whole window.
func (b *builder) instrument(block *course.Block, id string, ref notes.Ref, in kind.Instrument) {
	st := b.env.Styles
	text := []string{st.Strong.Render(in.Title)}
	summary := in.Summary
	if summary == "" {
		summary = textInstrument
	}
	for _, line := range b.setter.Text(summary, b.layout.Measure) {
		text = append(text, st.Soft.Render(line))
	}
	b.add(unit{
		place: place{block: block, opening: &ref, undone: in.State != kind.Done},
		id:    id + "/instrument",
		above: 1,
		whole: true,
		body:  lines{text: text},
	}, labelDo)
	b.tight = false
}

// questionSuffix makes the id of a question of the id of its field.
const questionSuffix = "/vraag"

// ask adds a question and the field under it. Chosen takes the answer to a question
// of the page's own; it is nil for those of the exercise.
func (b *builder) ask(block *course.Block, id string, ref notes.Ref, ask kind.Ask, chosen func(string) tea.Cmd) {
	if chosen == nil && b.deps.Book.SensitiveField(ref, ask.Field.ID) && !b.keeping(block, id, ref) {
		return
	}
	a := &asked{key: fieldKey{ref, ask.Field.ID}, ask: ask, chosen: chosen, others: b.others}
	id += "/" + ask.Field.ID
	hidden := bool(ask.Field.Hidden) && !b.Page.shown[a.key]
	above := 1
	if b.tight && (ask.Field.Sort.Writes() || len(b.units) > 0 && b.units[len(b.units)-1].step != nil) {
		above = 0 // the line of the field before it is room enough
	}
	b.tight = false
	question := unit{
		place: place{block: block},
		id:    id + questionSuffix,
		above: above,
		leads: !hidden,
		body:  lines{text: b.question(ref, ask, hidden)},
	}
	if hidden {
		question.opens = a
	}
	b.add(question, "")
	if hidden {
		return
	}
	a.field = b.fieldOf(a)
	ruled := ask.Field.Sort.Writes()
	b.add(unit{
		place: place{block: block, ask: a},
		id:    id,
		body:  newWritten(a.field, b.layout.Measure, b.env, ruled, b.trouble()),
	}, "")
	b.tight = ruled
}

// question gives the lines above a field: the question, what is recalled, help.
func (b *builder) question(ref notes.Ref, ask kind.Ask, hidden bool) []string {
	text := b.setter.Text(ask.Field.Ask, b.layout.Measure)
	if hidden {
		if value, _ := b.deps.Book.Answer(ref).Value(ask.Field.ID); strings.TrimSpace(value) != "" {
			return append(text, b.softly(textHiddenFilled)...)
		}
		return append(text, b.softly(textHidden)...)
	}
	for _, r := range ask.Recall {
		text = append(text, b.recalled(r)...)
	}
	if ask.Field.Help != "" {
		text = append(text, b.softly(ask.Field.Help)...)
	}
	if where := kind.Where(ask.Field.When); where != "" {
		text = append(text, b.softly(where)...)
	}
	return text
}

// recalled gives the lines of what was written elsewhere; the word before it is soft.
func (b *builder) recalled(r kind.Recalled) []string {
	lead := ""
	if r.Word != "" {
		lead = r.Word + " "
	}
	var text []string
	for part := range strings.SplitSeq(lead+r.Text, "\n") {
		for _, line := range b.setter.Text(part, b.layout.Measure) {
			text = append(text, b.env.Styles.Warm.Render(line))
		}
	}
	if word, rest, ok := strings.Cut(ansi.Strip(text[0]), lead); lead != "" && ok && word == "" {
		text[0] = b.env.Styles.Soft.Render(lead) + b.env.Styles.Warm.Render(rest)
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
