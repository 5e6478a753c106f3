package page

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/workbook"
)

// read and opened carry a note that was read: for showing, or for writing.
type (
	readNote   struct{ loaded workbook.Loaded }
	openedNote struct{ loaded workbook.Loaded }
)

// waiting holds the keys that were typed while a note was being opened.
type waiting struct {
	ref  notes.Ref
	then func() tea.Cmd
	keys []tea.Msg
}

func (p *Page) read(ref notes.Ref) tea.Cmd {
	if p.deps.Book.Known(ref) {
		return nil
	}
	load := p.deps.Book.Reader(ref)
	return func() tea.Msg { return readNote{load()} }
}

// writeIn opens a note for writing and then does what was meant. Keys that come
// in between are kept, so that no letter is lost.
func (p *Page) writeIn(ref notes.Ref, then func() tea.Cmd) tea.Cmd {
	if p.deps.Book.Writable(ref) {
		return then()
	}
	p.waiting = &waiting{ref: ref, then: then}
	load := p.deps.Book.Opener(ref)
	return func() tea.Msg { return openedNote{load()} }
}

// Update takes a message.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case readNote:
		return p.onRead(msg.loaded)
	case openedNote:
		return p.onOpened(msg.loaded)
	case workbook.Wiped:
		return p.onWiped(msg)
	case notes.Event:
		return p.onEvent(msg)
	case screen.Looked:
		return p.onLooked()
	case tea.KeyPressMsg:
		return p.pressed(msg)
	case tea.PasteMsg:
		return p.pasted(msg)
	case tea.MouseWheelMsg:
		return p.wheel(msg)
	case tea.MouseClickMsg:
		return p.clicked(msg)
	}
	return nil
}

func (p *Page) onRead(l workbook.Loaded) tea.Cmd {
	if l.Err != nil {
		return screen.Tell(notOpened(l.Opened.Ref.File(), l.Err))
	}
	p.deps.Book.Accept(l.Opened, false)
	p.refresh()
	return nil
}

func (p *Page) onOpened(l workbook.Loaded) tea.Cmd {
	w := p.waiting
	if w == nil || w.ref != l.Opened.Ref {
		if l.Err == nil {
			p.deps.Book.Close(l.Opened.Ref) // nobody waits for it any more
		}
		return nil
	}
	p.waiting = nil
	if l.Err != nil {
		p.typing, p.beside = false, nil
		return screen.Tell(notOpened(l.Opened.Ref.File(), l.Err))
	}
	p.held[l.Opened.Ref]++
	p.deps.Book.Accept(l.Opened, true)
	p.refresh()
	if l.Opened.Locked {
		p.typing, p.beside = false, nil
		return screen.Tell(textLocked)
	}
	cmds := []tea.Cmd{w.then()}
	for _, k := range w.keys {
		cmds = append(cmds, p.Update(k))
	}
	if l.Opened.Notice != "" {
		cmds = append(cmds, screen.Tell(l.Opened.Notice))
	}
	return tea.Batch(cmds...)
}

// onEvent takes news of the notes: another program may have changed one.
func (p *Page) onEvent(ev notes.Event) tea.Cmd {
	switch ev.What {
	case notes.Changed, notes.Conflict, notes.Unlocked:
		p.refresh()
	}
	return nil
}

// refresh shows the words as they are now.
func (p *Page) refresh() {
	p.forget()
	for k, f := range p.fields {
		answer := p.deps.Book.Answer(k.ref)
		if answer == nil {
			continue
		}
		if value, _ := answer.Value(k.id); field.Normal(value) != f.Value() && !asksItself(k.id) {
			f.SetValue(value)
		}
	}
	if n := p.beside; n != nil {
		text := n.written(p.deps.Book.Margin(p.chapter.Number))
		if field.Normal(text) != n.field.Value() {
			n.field.SetValue(text)
		}
	}
	if p.typing && p.asked() == nil { // the question that was being answered is gone
		p.typing = false
	}
	p.restore()
}

// Typing tells whether keys that carry text are text now.
func (p *Page) Typing() bool {
	return p.waiting != nil || p.list == nil && p.writing() != nil && p.writesText()
}

// writing gives the field that has the cursor, nil while one reads.
func (p *Page) writing() *field.Model {
	if p.beside != nil {
		return p.beside.field
	}
	if a := p.asked(); p.typing && a != nil {
		return a.field
	}
	return nil
}

// asked gives the ask at the current unit, nil where there is none.
func (p *Page) asked() *asked {
	u, ok := p.current()
	if !ok {
		return nil
	}
	return u.ask
}

// writesText tells whether the field that has the cursor takes letters.
func (p *Page) writesText() bool {
	a := p.asked()
	return p.beside != nil || a == nil || a.ask.Field.Sort.Writes() || bool(a.ask.Field.Own)
}

func (p *Page) pressed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case p.waiting != nil:
		p.waiting.keys = append(p.waiting.keys, msg)
		return nil
	case p.list != nil:
		return p.pressedInContents(msg)
	case p.writing() != nil:
		return p.pressedInField(msg)
	}
	return p.pressedInText(msg)
}

func (p *Page) pasted(msg tea.PasteMsg) tea.Cmd {
	switch {
	case p.waiting != nil:
		p.waiting.keys = append(p.waiting.keys, msg)
	case p.writing() != nil && p.list == nil:
		return p.typed(msg)
	default:
		return screen.Tell(textDeadLetter)
	}
	return nil
}

func (p *Page) pressedInField(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, p.keys.back.Back):
		return p.stopWriting()
	case key.Matches(msg, p.keys.back.Save):
		p.hurry()
		return nil
	case key.Matches(msg, p.keys.field.Next):
		return p.toField(1)
	case key.Matches(msg, p.keys.field.Previous):
		return p.toField(-1)
	case key.Matches(msg, p.keys.field.Alone):
		return p.alone()
	}
	return p.typed(msg)
}

// typed gives a key or a paste to the field. A note that was closed meanwhile is opened
// first: else the words would be on the screen alone.
func (p *Page) typed(msg tea.Msg) tea.Cmd {
	if ref := p.writesIn(); !p.deps.Book.Writable(ref) {
		return p.writeIn(ref, func() tea.Cmd { return p.intoField(msg) })
	}
	return p.intoField(msg)
}

// writesIn gives the note that what is typed is about.
func (p *Page) writesIn() notes.Ref {
	if p.beside != nil {
		return notes.MarginOf(p.chapter.Number)
	}
	return p.asked().key.ref
}

// intoField gives a key or a paste to the field, and the change to the workbook.
func (p *Page) intoField(msg tea.Msg) tea.Cmd {
	f := p.writing()
	if f == nil {
		return screen.Tell(textDeadLetter)
	}
	rows := f.Rows()
	res := f.UpdateWith(&p.env.Clip.Text, msg)
	cmds := []tea.Cmd{res.Cmd}
	if res.Changed {
		cmds = append(cmds, p.wrote(f))
	}
	if f.Rows() != rows || res.Changed && !p.writesText() {
		p.forget()
	}
	if res.Paste { // nothing was copied here; few terminals give what was elsewhere
		return tea.Batch(tea.ReadClipboard, screen.Tell(textNoPaste))
	}
	if res.Say != "" {
		cmds = append(cmds, screen.Tell(res.Say))
	}
	if press, ok := msg.(tea.KeyPressMsg); ok && key.Matches(press, p.keys.field.Undo) && !res.Changed && p.beside == nil {
		return p.undoRestart() // nothing was typed since
	}
	if press, ok := msg.(tea.KeyPressMsg); ok && !res.Handled {
		cmds = append(cmds, p.beyondField(press))
	}
	p.showCursor()
	if res.Changed && !p.writesText() {
		p.showOpened()
	}
	return tea.Batch(cmds...)
}

// showOpened scrolls so that what a choice opened under it is in the window, without
// taking the choice out of it.
func (p *Page) showOpened() {
	i, ok := p.find(p.cur.section, p.cur.id)
	if !ok {
		return
	}
	here := spot{p.cur.section, i, 0}
	next, more := p.flow().nextUnit(here)
	if u := p.flow().at(next); more && u.block == p.flow().at(here).block && u.ask == nil && !u.leads {
		p.bringLine(spot{next.section, next.unit, u.height() - 1})
		p.bringLine(p.flow().text(here))
		p.remember()
	}
}

// wrote hands what stands in the field to the workbook.
func (p *Page) wrote(f *field.Model) tea.Cmd {
	book := p.deps.Book
	if p.beside != nil {
		book.SetMargin(p.chapter.Number, p.beside.key, f.Value())
		p.placed = nil
		return nil
	}
	a := p.asked()
	if a.chosen != nil {
		return a.chosen(f.Value())
	}
	book.Set(a.key.ref, a.key.id, f.Value())
	if p.dependents(a) {
		p.forget()
	}
	return nil
}

// dependents tells whether other parts of the exercise hang on a field.
func (p *Page) dependents(a *asked) bool {
	e := p.deps.Book.Course().Exercise(a.key.ref.Name)
	for _, f := range e.Fields() {
		if _, hangs := f.If[a.key.id]; hangs || f.OptionsOf.Field == a.key.id || slices.ContainsFunc(f.Shows, func(s kind.Shown) bool { return s.Place.Field == a.key.id }) {
			return true
		}
	}
	return false
}

// keep takes the answer to "keep it, or for now only?", and goes on to the first
// question.
func (p *Page) keep(ref notes.Ref, value string) tea.Cmd {
	p.deps.Book.Choose(ref, workbook.KeepingOf(value))
	delete(p.fields, fieldKey{ref, workbook.AskKeeping().Field.ID})
	p.forget()
	for _, s := range p.fieldSpots() {
		if a := p.flow().at(s).ask; a.key.ref == ref && p.deps.Book.SensitiveField(ref, a.key.id) {
			p.writeAt(s)
			return nil
		}
	}
	p.begin(ref.Name)
	return nil
}

// beyondField takes a key that the field had no use for.
func (p *Page) beyondField(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case p.beside != nil:
		return nil
	case key.Matches(msg, p.keys.field.Up):
		return p.toField(-1)
	case key.Matches(msg, p.keys.field.Down), key.Matches(msg, p.keys.field.NewLine):
		return p.toField(1)
	}
	return nil
}

// hurry asks to save what is being written now.
func (p *Page) hurry() {
	switch {
	case p.beside != nil:
		p.deps.Book.Hurry(notes.MarginOf(p.chapter.Number))
	case p.asked() != nil:
		p.deps.Book.Hurry(p.asked().key.ref)
	}
}

// Awaits tells whether keys wait for the note that they are for.
func (p *Page) Awaits() bool { return p.waiting != nil && len(p.waiting.keys) > 0 }

// Leave saves what was written here; it is called when the screen is left.
func (p *Page) Leave() tea.Cmd {
	if p.writing() != nil {
		return p.stopWriting()
	}
	return nil
}

// Close lets go of the notes that were opened here, once the page is left for good.
func (p *Page) Close() {
	for ref, times := range p.held {
		for range times {
			p.deps.Book.Close(ref)
		}
	}
}
