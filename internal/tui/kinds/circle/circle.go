// Package circle is the instrument of the kind `kring`: a table of persons and
// traits, with a sign in each cell. It imports the kind, the widgets bench, field
// and list, and what a screen knows.
package circle

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/kind/circle"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/tui/widget/list"
)

// Circle is the screen.
type Circle struct {
	bench.Bench[circle.Answer]
	env    screen.Env
	walk   keys.Instrument
	keys   keys.Circle
	every  keys.Everywhere
	row    int // of the table, of what was left out below it, or the last: one's own
	person int
	own    *field.Model // the name of a trait of one's own, while it is typed
	draft  string       // that name as it stands in the answer already, "" while it does not
	top    int
}

// New makes the instrument, at the first sign that is still open.
func New(deps bench.Deps, env screen.Env) screen.Screen {
	c := &Circle{Bench: bench.New[circle.Answer](deps), env: env, walk: keys.NewInstrument(), keys: keys.NewCircle(), every: keys.NewEverywhere()}
	c.toOpen(0)
	return c
}

// toOpen goes to the first open sign from a row on.
func (c *Circle) toOpen(from int) bool {
	for i, r := range c.Now().Rows() {
		for p, s := range r.Signs {
			if i >= from && s == circle.Blank {
				c.row, c.person = i, p
				return true
			}
		}
	}
	return false
}

// Init needs nothing.
func (c *Circle) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (c *Circle) Adopt(env screen.Env) {
	c.env = env
	if c.own != nil {
		c.own.Dress(env.Styles, env.Ruler)
		c.own.SetWidth(env.Layout().Measure)
	}
}

// Update takes a message.
func (c *Circle) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case notes.Event:
		c.Changed(msg)
		c.row = min(c.row, c.last())
	case tea.KeyPressMsg:
		if c.own != nil {
			return c.typed(msg)
		}
		return c.pressed(msg)
	case tea.PasteMsg:
		if c.own != nil {
			return c.wrote(c.own.UpdateWith(&c.env.Clip.Text, msg))
		}
	case tea.MouseWheelMsg:
		c.row = max(0, min(c.row+list.Wheel(msg), c.last()))
	}
	return nil
}

// table gives the answer as the table shows it: a trait of one's own has the last row
// while its name is typed.
func (c *Circle) table() circle.Answer { return c.Now().WithoutOwn(c.draft) }

// last gives the last row: that of a trait of one's own.
func (c *Circle) last() int {
	a := c.table()
	return len(a.Rows()) + len(a.LeftOut())
}

// inTable tells whether the chosen row is one with signs.
func (c *Circle) inTable() bool { return c.row < len(c.table().Rows()) }

func (c *Circle) pressed(msg tea.KeyPressMsg) tea.Cmd {
	if cmd, ok := c.Common(msg); ok {
		c.row, c.person = min(c.row, c.last()), min(c.person, c.Now().Persons()-1)
		return cmd
	}
	if c.moved(msg) {
		return nil
	}
	k, a := c.keys, c.Now()
	for _, s := range []struct {
		sign circle.Sign
		key  key.Binding
	}{{circle.Alike, k.Alike}, {circle.Different, k.Different}, {circle.Unknown, k.Unknown}, {circle.Skipped, k.Skip}} {
		if key.Matches(msg, s.key) {
			return c.mark(s.sign)
		}
	}
	switch {
	case key.Matches(msg, k.Clear) && c.inTable():
		c.Do(a.Mark(c.row, c.person, circle.Blank))
	case key.Matches(msg, k.Add):
		c.row = c.last()
		c.write()
	case key.Matches(msg, k.Remove) && c.inTable():
		c.Do(a.Without(c.row))
		return screen.Tell(textLeftOut)
	case key.Matches(msg, k.More):
		c.Do(a.WithPersons(a.Persons() + 1))
	case key.Matches(msg, k.Fewer):
		c.Do(a.WithPersons(a.Persons() - 1))
		c.person = min(c.person, c.Now().Persons()-1)
	case key.Matches(msg, keys.NewList().Open):
		c.opened()
	default:
		return screen.Tell(textDeadKey)
	}
	return nil
}

// moved takes the arrows.
func (c *Circle) moved(msg tea.KeyPressMsg) bool {
	switch {
	case key.Matches(msg, c.walk.Up):
		c.row = max(0, c.row-1)
	case key.Matches(msg, c.walk.Down):
		c.row = min(c.last(), c.row+1)
	case key.Matches(msg, c.walk.Left):
		c.person = max(0, c.person-1)
	case key.Matches(msg, c.walk.Right):
		c.person = min(c.Now().Persons()-1, c.person+1)
	case key.Matches(msg, c.walk.First):
		c.row, c.person = 0, 0
	case key.Matches(msg, c.walk.Last):
		c.row = c.last()
	default:
		return false
	}
	return true
}

// mark sets a sign and goes on to the next person, or the next trait.
func (c *Circle) mark(s circle.Sign) tea.Cmd {
	switch {
	case c.row == c.last():
		return screen.Tell(textNoOwn)
	case !c.inTable():
		return screen.Tell(textNoCell)
	}
	c.Do(c.Now().Mark(c.row, c.person, s))
	if c.person+1 < c.Now().Persons() {
		c.person++
	} else if c.row+1 < len(c.Now().Rows()) {
		c.row, c.person = c.row+1, 0
	}
	if c.Now().Own() == kind.Done {
		return screen.Tell(textAllSet)
	}
	return nil
}

// opened does what enter does: it takes in a trait that was left out, begins one
// of one's own, or goes to the next open sign.
func (c *Circle) opened() {
	a := c.Now()
	switch out := c.row - len(a.Rows()); {
	case out < 0:
		if !c.toOpen(c.row) {
			c.toOpen(0)
		}
	case out < len(a.LeftOut()):
		c.row = len(a.Rows())
		c.person = 0
		c.Do(a.WithTrait(a.LeftOut()[out]))
	default:
		c.write()
	}
}

// ownLength is how long the name of a trait may be, runes, as an invitation.
const ownLength = 30

// write begins a trait of one's own.
func (c *Circle) write() {
	ask := kind.Ask{Field: kind.Field{ID: "eigen", Sort: kind.Line, Length: ownLength, Example: textExample}}
	c.own = field.New(ask, "", c.env.Styles, c.env.Ruler, keys.NewField())
	c.own.SetWidth(c.env.Layout().Measure)
	c.own.Focus(true)
	c.draft = ""
}

// typed takes a key for the name of a trait of one's own. esc keeps it.
func (c *Circle) typed(msg tea.KeyPressMsg) tea.Cmd {
	k := keys.NewField()
	switch {
	case key.Matches(msg, k.NewLine, k.Next, c.every.Back):
		c.finish()
	case key.Matches(msg, c.every.Save):
		c.Book.Hurry(c.Ref)
	default:
		return c.wrote(c.own.UpdateWith(&c.env.Clip.Text, msg))
	}
	return nil
}

// wrote keeps the name as it is typed, letter by letter.
func (c *Circle) wrote(res field.Result) tea.Cmd {
	if res.Changed {
		rest := c.table()
		next := rest.WithTrait(circle.Trait{Name: c.own.Value()})
		c.draft = ""
		if rows := next.Rows(); len(rows) > len(rest.Rows()) {
			c.draft = rows[len(rows)-1].Trait.Name
		}
		c.Write(next)
		c.row = c.last()
	}
	return screen.Said(res.Cmd, res.Say)
}

// finish ends writing: the name is a trait, or nothing.
func (c *Circle) finish() {
	if c.own == nil {
		return
	}
	if c.Written(c.draft != ""); c.draft != "" {
		c.row, c.person = len(c.table().Rows()), 0
	}
	c.own, c.draft = nil, ""
}

// Leave ends writing, and saves.
func (c *Circle) Leave() tea.Cmd {
	c.finish()
	return c.Bench.Leave()
}

// Line gives the keys of the bottom line.
func (c *Circle) Line() []key.Binding {
	if c.own != nil {
		return []key.Binding{screen.Named(keys.NewField().NewLine, textReady)}
	}
	if !c.inTable() {
		take := textTakeIn
		if c.row == c.last() {
			take = textWrite
		}
		return []key.Binding{screen.Named(keys.NewList().Open, take), c.walk.Up, screen.Named(c.every.Back, textBack), keys.NewLetters().Help}
	}
	return []key.Binding{c.keys.Alike, c.keys.Different, c.keys.Unknown, c.keys.Skip, screen.Named(c.every.Back, textBack), keys.NewLetters().Help}
}

// Places says which keys count here.
func (c *Circle) Places() []keys.Place {
	if c.own != nil {
		return []keys.Place{keys.InField, keys.InAllPlaces}
	}
	return []keys.Place{keys.InCircle, keys.InInstrument, keys.Unwritten, keys.InAllPlaces}
}

// Typing tells whether the name of a trait is typed now.
func (c *Circle) Typing() bool { return c.own != nil }
