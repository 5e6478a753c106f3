// Package page is a chapter on the screen: text, and lines to write on, in one
// column at one measure. It draws blocks and the fields of every kind; it turns
// whole pages, unfolds exercises where they stand, and keeps notes in the
// margin. It imports screen, keys, the field widget, workbook and what lies
// below them.
package page

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/margin"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/typeset"
	"werkboek/internal/workbook"
)

// Deps is what a page needs of the world.
type Deps struct {
	Book      *workbook.Book
	Setter    func() *typeset.Setter // of the present theme
	WorkField func() string          // the reader's, "" while not chosen
	SetField  func(string)
}

// Page is the screen of one chapter.
type Page struct {
	deps    Deps
	env     screen.Env
	layout  screen.Layout
	setter  *typeset.Setter
	chapter *course.Chapter
	keys    keyMap

	cache  map[int][]unit
	placed map[*course.Block][]margin.Note // nil until it is asked for
	top    spot
	turned []spot // tops of the pages that were turned, to turn back to the same

	cur    cursor
	anchor anchor

	passages  map[string][]*course.Block // texts of exercises, by their Markdown
	wordsFrom []int                      // words from each section to the end; nil until asked for

	open    map[string]bool   // ids of exercises that are unfolded
	shown   map[fieldKey]bool // hidden fields that are open
	folded  map[fieldKey]bool // steps of worksheets, once they were seen
	fields  map[fieldKey]*field.Model
	typing  bool
	beside  *marginNote // the margin note that is being written
	card    *card       // the term or source that is shown
	list    *contents
	waiting *waiting
	asking  asking            // what is asked about, of an exercise as a whole
	wiping  bool              // an exercise is being wiped from here
	held    map[notes.Ref]int // how often each note was opened here for writing
}

type keyMap struct {
	page  keys.Page
	field keys.Field
	list  keys.List
	back  keys.Everywhere
}

// cursor is where the reader is: a unit, and perhaps a link in it.
type cursor struct {
	section int
	id      string
	link    int // ordinal of the chosen link, -1 for none
}

// anchor is a line that keeps its row when the window changes.
type anchor struct {
	section int
	id      string
	line    int // of the unit, blank lines above it counted
	row     int
}

type fieldKey struct {
	ref notes.Ref
	id  string
}

// New makes the page of a chapter, at its start.
func New(deps Deps, env screen.Env, chapter *course.Chapter) *Page {
	p := &Page{
		deps: deps, chapter: chapter,
		keys: keyMap{page: keys.NewPage(), field: keys.NewField(), list: keys.NewList(), back: keys.NewEverywhere()},
		open: map[string]bool{}, shown: map[fieldKey]bool{}, folded: map[fieldKey]bool{},
		passages: map[string][]*course.Block{}, fields: map[fieldKey]*field.Model{}, held: map[notes.Ref]int{},
		cur: cursor{link: -1},
	}
	p.Adopt(env)
	p.top = p.flow().start()
	p.settle()
	return p
}

// Place gives the block where the reader is, and its row.
func (p *Page) Place() screen.Place {
	at := screen.Place{Chapter: p.chapter.Number, First: p.top == p.flow().start() && !p.typing}
	u, ok := p.current()
	if !ok || u.block == nil {
		return at
	}
	at.Block = u.block.Key
	for i, other := range p.units(p.cur.section) {
		if other.block == u.block {
			at.Row, _ = p.flow().row(p.top, p.height(), p.flow().text(spot{p.cur.section, i, 0}))
			break
		}
	}
	return at
}

// GoTo turns to a place: its block, found again by its key, on its row again where
// the window has that.
func (p *Page) GoTo(at screen.Place) {
	section, block, ok := p.chapter.Find(at.Block)
	if !ok {
		return
	}
	p.goToBlock(section, p.chapter.Sections()[section].Blocks()[block])
	p.anchor.row = min(max(0, at.Row), p.height()-1)
	p.restore()
	p.remember()
}

func (p *Page) goToBlock(section int, b *course.Block) {
	for i, u := range p.units(section) {
		if u.block == b {
			p.cur = cursor{section, u.id, -1}
			p.top = p.flow().text(spot{section, i, 0})
			p.turned = nil
			p.remember()
			return
		}
	}
}

// Init reads the notes of the chapter, so that its words stand on the page.
func (p *Page) Init() tea.Cmd {
	cmds := []tea.Cmd{p.read(notes.MarginOf(p.chapter.Number))}
	for _, e := range p.exercises() {
		cmds = append(cmds, p.read(p.deps.Book.Ref(e, p.chapter.Number)))
	}
	return tea.Batch(cmds...)
}

// exercises lists the exercises that stand in the chapter.
func (p *Page) exercises() []*course.Assignment {
	var list []*course.Assignment
	for _, e := range p.deps.Book.Course().Exercises() {
		for _, n := range e.Head().Chapters {
			if n == p.chapter.Number {
				list = append(list, e)
			}
		}
	}
	return list
}

// Adopt takes size, theme and ruler; the line that was read keeps its row.
func (p *Page) Adopt(env screen.Env) {
	p.env, p.layout, p.setter = env, env.Layout(), p.deps.Setter()
	for _, f := range p.fields {
		f.Dress(env.Styles, env.Ruler)
	}
	if p.beside != nil {
		p.beside.field.Dress(env.Styles, env.Ruler)
		p.beside.field.SetWidth(p.marginWidth())
	}
	p.refresh()
}

// forget drops what was set, so that it is made anew.
func (p *Page) forget() {
	p.cache = map[int][]unit{}
	p.placed = nil
}

// height gives the lines of the window that show text.
func (p *Page) height() int { return max(1, p.env.Body()-p.headLines()) }

// headLines counts the lines of the title and the blank one below it.
func (p *Page) headLines() int { return len(p.title()) + 1 }

// fleeting tells whether what is written now is for now only.
func (p *Page) fleeting() bool {
	a := p.asked()
	return p.beside == nil && a != nil && p.deps.Book.Keeping(a.key.ref) == workbook.ForNow && p.deps.Book.SensitiveField(a.key.ref, a.key.id)
}

func (p *Page) flow() flow { return flow{p} }

func (p *Page) now() time.Time { return p.env.Now() }
