// Package past is the versions of one note: what is in it now, the earlier ones with how
// they differ from that, and two of which somebody has to choose one. It changes
// nothing itself; it asks the root. It imports screen, keys, widget/list, compare,
// workbook and what lies below them.
package past

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/compare"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/list"
	"werkboek/internal/workbook"
)

// Deps is what these screens need of the world.
type Deps struct {
	Book *workbook.Book
	Ref  notes.Ref
}

// Note gives the note of which these are versions.
func (d Deps) Note() (notes.Ref, bool) { return d.Ref, true }

// title gives the name of the note.
func (d Deps) title() string { return d.Book.Name(d.Ref) }

// told is a copy as it was read and compared with the present text; without a name it
// is the present text itself.
type told struct {
	name  string
	turn  int
	words int
	err   error
	other int // words that differ

	difference compare.Difference
	whole      bool // the difference has its questions
}

// light is how many words a difference may have that is kept though it is not shown.
const light = 5000

// words counts those that are in the note now.
func (d Deps) words() int { return d.Book.Words(d.Ref, d.Book.Sheet(d.Ref)) }

// teller gives the reading and comparing of a copy; it may run anywhere.
func (d Deps) teller(c notes.Copy, turn int, whole bool) tea.Cmd {
	read, now := d.Book.Texter(c), d.Book.Readable(d.Ref, d.Book.Sheet(d.Ref))
	return func() tea.Msg {
		s, err := read()
		if err != nil {
			return told{name: c.Name, turn: turn, err: err}
		}
		diff := compare.Of(d.Book.Readable(d.Ref, s), now)
		t := told{name: c.Name, turn: turn, words: d.Book.Words(d.Ref, s), other: diff.Words()}
		if whole || t.words+diff.Now < light {
			t.difference, t.whole = diff, true
		}
		return t
	}
}

// present gives the reading of what is in the note now, for where there is nothing to
// compare it with; it may run anywhere.
func (d Deps) present(turn int) tea.Cmd {
	now := d.Book.Readable(d.Ref, d.Book.Sheet(d.Ref))
	return func() tea.Msg { return told{turn: turn, difference: compare.Of(now, now), whole: true} }
}

// Past is the screen of the earlier versions.
type Past struct {
	Deps
	env    screen.Env
	list   list.List
	keys   keys.Past
	every  keys.Everywhere
	copies []notes.Copy // newest first
	told   map[string]told
	turn   int // of what is compared: the present text changes
	now    int // words of the present text
	looked bool

	lines  []line // of the chosen copy
	from   int    // the first of them that is shown
	asking bool   // whether to bring it back
}

// New makes the screen of a note's earlier versions.
func New(deps Deps, env screen.Env) *Past {
	p := &Past{Deps: deps, list: list.New(), keys: keys.NewPast(), every: keys.NewEverywhere()}
	p.Adopt(env)
	return p
}

// Init reads the copies that are known.
func (p *Past) Init() tea.Cmd { return p.renew() }

// Adopt takes size, theme and ruler.
func (p *Past) Adopt(env screen.Env) {
	p.env = env
	p.paint()
	p.fit()
}

// renew takes the copies as they are known now, and compares them anew.
func (p *Past) renew() tea.Cmd {
	was := p.copy()
	p.copies = p.Book.Copies(p.Ref)
	p.told = map[string]told{}
	p.turn++
	p.now = p.words()
	at := slices.IndexFunc(p.copies, func(c notes.Copy) bool { return c.Name == was.Name })
	p.list.Choose(at, len(p.copies))
	p.asking = p.asking && at >= 0 // it was asked about a version that is gone
	p.fit()
	p.paint()
	if len(p.copies) == 0 {
		return p.present(p.turn)
	}
	cmds := []tea.Cmd{p.teller(p.copy(), p.turn, true)}
	for i, c := range p.copies {
		if i != p.list.Chosen {
			cmds = append(cmds, p.teller(c, p.turn, false))
		}
	}
	return tea.Sequence(cmds...)
}

// copy gives the chosen copy, an empty one where there is none.
func (p *Past) copy() notes.Copy {
	if p.list.Chosen < len(p.copies) {
		return p.copies[p.list.Chosen]
	}
	return notes.Copy{}
}

// Update takes a message.
func (p *Past) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Looked:
		p.looked = true
		return p.renew()
	case notes.Event:
		if msg.Ref == p.Ref && msg.What == notes.Changed {
			return p.renew()
		}
	case told:
		p.onTold(msg)
	case tea.KeyPressMsg:
		return p.pressed(msg)
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			p.scroll(-3)
		case tea.MouseWheelDown:
			p.scroll(3)
		}
	case tea.MouseClickMsg:
		return p.clicked(msg)
	}
	return nil
}

// clicked chooses a copy; the chosen one it asks to bring back.
func (p *Past) clicked(msg tea.MouseClickMsg) tea.Cmd {
	if p.asking || p.wide() && msg.X >= p.env.Layout().Axis+listCells {
		return nil
	}
	switch p.list.Update(msg, len(p.copies), p.at) {
	case list.Opened:
		return p.ask()
	case list.Walked:
		return p.chosen()
	}
	return nil
}

func (p *Past) onTold(t told) {
	if t.turn != p.turn {
		return
	}
	p.told[t.name] = t
	if t.name == p.copy().Name {
		p.paint()
	}
}

func (p *Past) pressed(msg tea.KeyPressMsg) tea.Cmd {
	if p.asking {
		return p.answered(msg)
	}
	switch p.list.Update(msg, len(p.copies), p.at) {
	case list.Opened:
		return p.ask()
	case list.Walked:
		return p.chosen()
	}
	switch {
	case key.Matches(msg, p.keys.Turn):
		p.scroll(p.detailHeight() - 2)
	case key.Matches(msg, p.keys.TurnBack):
		p.scroll(2 - p.detailHeight())
	case key.Matches(msg, p.every.Back):
		return screen.Ask(screen.Back{})
	case key.Matches(msg, p.every.Save):
	default:
		return screen.Tell(textDeadKey)
	}
	return nil
}

// chosen shows the copy that was chosen.
func (p *Past) chosen() tea.Cmd {
	p.from = 0
	p.fit()
	p.paint()
	if t, known := p.told[p.copy().Name]; len(p.copies) > 0 && known && !t.whole && t.err == nil {
		return p.teller(p.copy(), p.turn, true)
	}
	return nil
}

// ask asks whether to bring the chosen copy back, where it can be read.
func (p *Past) ask() tea.Cmd {
	if len(p.copies) == 0 {
		return screen.Tell(textNone)
	}
	if p.told[p.copy().Name].err != nil {
		return screen.Tell(textNothing)
	}
	p.asking = true
	return nil
}

func (p *Past) answered(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, p.list.Keys.Open):
		p.asking = false
		return screen.Ask(screen.BringBack{Ref: p.Ref, Copy: p.copy()})
	case key.Matches(msg, p.every.Back):
		p.asking = false
	default:
		return screen.Tell(textDeadAsk)
	}
	return nil
}

// Line gives the keys of the bottom line.
func (p *Past) Line() []key.Binding {
	if p.asking {
		return []key.Binding{screen.Named(p.list.Keys.Open, textYes), screen.Named(p.every.Back, textNo)}
	}
	line := []key.Binding{screen.Named(p.every.Back, textBack)}
	if len(p.lines) > p.detailHeight() {
		line = append([]key.Binding{p.keys.Turn}, line...)
	}
	if len(p.copies) > 0 {
		line = append([]key.Binding{screen.Named(p.list.Keys.Open, textRestore), p.list.Keys.Down}, line...)
	}
	return line
}

// Places says which keys count here.
func (p *Past) Places() []keys.Place {
	return []keys.Place{keys.InList, keys.InPast, keys.Unwritten, keys.InAllPlaces}
}

// Typing is false: nothing is written here.
func (p *Past) Typing() bool { return false }
