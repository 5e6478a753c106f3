// Package cards is the instrument of the kind `kaarten`: a table with a column per
// place, and the card in hand below it. It imports the kind, the widgets
// bench, field and list, and what a screen knows.
package cards

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/kind/cards"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/tui/widget/list"
)

// Cards is the screen.
type Cards struct {
	bench.Bench[cards.Answer]
	env    screen.Env
	walk   keys.Instrument
	keys   keys.Cards
	every  keys.Everywhere
	at     int  // the card in hand
	second bool // the second look
	all    bool // all cards, not only those for the room
	text   *field.Model
	about  string // id of the card that text is a remark on; "" for the title of a new one
	draft  string // that title as it stands among the cards already, "" while it does not
}

// New makes the instrument, at the first card that does not lie yet; when all lie,
// at the first that was not looked at twice.
func New(deps bench.Deps, env screen.Env) screen.Screen {
	c := &Cards{Bench: bench.New[cards.Answer](deps), env: env, walk: keys.NewInstrument(), keys: keys.NewCards(), every: keys.NewEverywhere()}
	if !c.toNext(0) {
		c.second = true
		c.toNext(0)
	}
	return c
}

// Init needs nothing.
func (c *Cards) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (c *Cards) Adopt(env screen.Env) {
	c.env = env
	if c.text != nil {
		c.text.Dress(env.Styles, env.Ruler)
		c.text.SetWidth(env.Layout().Measure)
	}
}

func (c *Cards) cards() []cards.Card { return c.Now().Cards(c.all) }

// card gives the card in hand; ok is false where there are none.
func (c *Cards) card() (cards.Card, bool) {
	list := c.cards()
	if c.at < 0 || c.at >= len(list) {
		return cards.Card{}, false
	}
	return list[c.at], true
}

// open tells whether something is still to be done with a card at this look.
func (c *Cards) open(card cards.Card) bool {
	l := c.Now().Laid(card)
	if c.second {
		return !l.Looked && len(l.First) > 0
	}
	return len(l.First) == 0
}

// toNext goes to the first card from one on with which something is to be done.
func (c *Cards) toNext(from int) bool {
	list := c.cards()
	for i := range list {
		at := (from + i) % len(list)
		if c.open(list[at]) {
			c.at = at
			return true
		}
	}
	return false
}

// Update takes a message.
func (c *Cards) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case notes.Event:
		c.Changed(msg)
		c.at = max(0, min(c.at, len(c.cards())-1))
		c.refresh()
	case tea.KeyPressMsg:
		if c.text != nil {
			return c.typed(msg)
		}
		return c.pressed(msg)
	case tea.PasteMsg:
		if c.text != nil {
			return c.wrote(c.text.UpdateWith(&c.env.Clip.Text, msg))
		}
	case tea.MouseWheelMsg:
		c.at = max(0, min(c.at+list.Wheel(msg), len(c.cards())-1))
	}
	return nil
}

func (c *Cards) pressed(msg tea.KeyPressMsg) tea.Cmd {
	if cmd, ok := c.Common(msg); ok {
		c.at = max(0, min(c.at, len(c.cards())-1))
		return cmd
	}
	if card, ok := c.card(); ok {
		if cmd, laid := c.lays(card, msg); laid {
			return cmd
		}
	}
	k := c.keys
	switch {
	case key.Matches(msg, k.Next):
		return c.next()
	case key.Matches(msg, c.walk.Down, c.walk.Right):
		c.at = min(len(c.cards())-1, c.at+1)
	case key.Matches(msg, c.walk.Up, c.walk.Left):
		c.at = max(0, c.at-1)
	case key.Matches(msg, c.walk.First):
		c.at = 0
	case key.Matches(msg, c.walk.Last):
		c.at = len(c.cards()) - 1
	case key.Matches(msg, k.Look):
		c.second = !c.second
		c.toNext(0)
	case key.Matches(msg, k.All):
		c.showAll()
		return screen.Tell(howMany(len(c.cards())))
	case key.Matches(msg, k.Add):
		c.write("", "")
	case key.Matches(msg, k.Disagree):
		return c.disagree()
	default:
		return screen.Tell(deadKey(c.Now().Definition().Places))
	}
	return nil
}

// showAll shows all cards, or those for the room again; the card in hand stays in hand
// where it is among them.
func (c *Cards) showAll() {
	hand, _ := c.card()
	c.all = !c.all
	at := slices.IndexFunc(c.cards(), func(o cards.Card) bool { return o.Key() == hand.Key() })
	c.at = max(0, at)
}

// lays takes the letter of a place; it says what is not plain to see.
func (c *Cards) lays(card cards.Card, msg tea.KeyPressMsg) (cmd tea.Cmd, laid bool) {
	a := c.Now()
	for _, p := range a.Definition().Places {
		if msg.Key().Text != p.ID {
			continue
		}
		if c.second && slices.Contains(a.Laid(card).First, p.ID) {
			return screen.Tell(textLiesThere), true
		}
		if c.second {
			c.Do(a.Look(card, p.ID))
		} else {
			c.Do(a.Lay(card, p.ID))
		}
		if l := c.Now().Laid(card); len(l.First)+len(l.Added) > 1 {
			return screen.Tell(liesAt(len(l.First)+len(l.Added), p.ID)), true
		}
		return nil, true
	}
	return nil, false
}

// next goes on: at the second look that says that nothing is to be added.
func (c *Cards) next() tea.Cmd {
	card, ok := c.card()
	if !ok {
		return nil
	}
	if c.second && !c.Now().Laid(card).Looked {
		c.Do(c.Now().Look(card, ""))
	}
	if c.toNext(c.at + 1) {
		return nil
	}
	if c.second {
		return screen.Tell(textAllLooked)
	}
	return screen.Tell(textAllLaid)
}

func (c *Cards) disagree() tea.Cmd {
	card, ok := c.card()
	if !ok || card.ID == "" {
		return screen.Tell(textOwnCard)
	}
	value, _ := c.Now().Value(card.ID)
	c.write(value, card.ID)
	return nil
}

// titleLength is how long the title of a card may be, runes, as an invitation.
const titleLength = 38

// write begins a remark on a card, or, without one, the title of a card of one's own.
func (c *Cards) write(value, about string) {
	ask := kind.Ask{Field: kind.Field{ID: "tekst", Sort: kind.Line, Length: titleLength, Example: textExample}}
	if about != "" {
		ask.Field = kind.Field{ID: "tekst", Sort: kind.Prose, Example: textRemarkExample}
	}
	c.about = about
	c.text = field.New(ask, value, c.env.Styles, c.env.Ruler, keys.NewField())
	c.text.SetWidth(c.env.Layout().Measure)
	c.text.Focus(true)
	c.draft = ""
}

// refresh shows a remark as it is now: another program may have changed it.
func (c *Cards) refresh() {
	if c.text == nil || c.about == "" {
		return
	}
	if value, _ := c.Now().Value(c.about); field.Normal(value) != c.text.Value() {
		c.text.SetValue(value)
	}
}

// typed takes a key for what is written. esc keeps it, as everywhere.
func (c *Cards) typed(msg tea.KeyPressMsg) tea.Cmd {
	k := keys.NewField()
	switch {
	case key.Matches(msg, c.every.Back, k.Next), c.about == "" && key.Matches(msg, k.NewLine):
		return c.finish()
	case key.Matches(msg, c.every.Save):
		c.Book.Hurry(c.Ref)
	default:
		return c.wrote(c.text.UpdateWith(&c.env.Clip.Text, msg))
	}
	return nil
}

// finish ends writing: a title is a card, or nothing.
func (c *Cards) finish() tea.Cmd {
	if c.text == nil {
		return nil
	}
	title, draft := c.text.Value(), c.draft
	c.text, c.draft = nil, ""
	c.Written(draft != "")
	switch {
	case draft != "":
		c.at = len(c.cards()) - 1
	case c.about == "" && strings.TrimSpace(title) != "":
		return screen.Tell(textSameCard)
	}
	return nil
}

// Leave ends writing, and saves.
func (c *Cards) Leave() tea.Cmd {
	c.finish()
	return c.Bench.Leave()
}

// wrote hands what is written to the workbook, as it is typed.
func (c *Cards) wrote(res field.Result) tea.Cmd {
	switch {
	case !res.Changed:
	case c.about != "":
		c.Book.Set(c.Ref, c.about, c.text.Value())
	default:
		c.name(c.text.Value())
	}
	return screen.Said(res.Cmd, res.Say)
}

// name gives the new card its title, letter by letter.
func (c *Cards) name(title string) {
	rest := c.Now().Remove(cards.Card{Title: c.draft})
	next := rest.Add(title)
	c.draft = ""
	if list := next.Cards(true); len(list) > len(rest.Cards(true)) {
		c.draft = list[len(list)-1].Title
	}
	c.Write(next)
}

// Line gives the keys of the bottom line.
func (c *Cards) Line() []key.Binding {
	back := screen.Named(c.every.Back, textBack)
	if c.text != nil {
		return []key.Binding{screen.Named(keys.NewField().Next, textReady), back}
	}
	line := []key.Binding{letters(c.Now().Definition().Places), c.keys.Next, back, keys.NewLetters().Help, screen.Named(c.keys.Look, lookName(!c.second))}
	if c.second {
		return append(line, c.keys.Disagree)
	}
	return append(line, c.keys.Add)
}

// Places says which keys count here.
func (c *Cards) Places() []keys.Place {
	if c.text != nil {
		return []keys.Place{keys.InField, keys.InAllPlaces}
	}
	return []keys.Place{keys.InCards, keys.InInstrument, keys.Unwritten, keys.InAllPlaces}
}

// Typing tells whether something is written now.
func (c *Cards) Typing() bool { return c.text != nil }
