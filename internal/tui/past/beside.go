package past

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/compare"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
)

// Beside is the screen of two versions of a note, neither of which is the older one.
// Somebody chooses; nothing is merged.
type Beside struct {
	Deps
	env    screen.Env
	list   keys.List
	page   keys.Past
	keys   keys.Beside
	every  keys.Everywhere
	copies []notes.Copy // of which one has yet to choose; the first is shown
	told   told
	turn   int
	now    int // words of the present text
	looked bool
	sent   string // the copy about which was chosen already
	had    bool   // something was there to choose

	other bool   // the other version is the chosen one
	rows  []pair // what stands beside each other, or one under the other
	from  int
}

// pair is a row of both texts; in a narrow window right is empty.
type pair struct{ left, right line }

// NewBeside makes the screen of two versions of a note.
func NewBeside(deps Deps, env screen.Env) *Beside {
	b := &Beside{Deps: deps, list: keys.NewList(), page: keys.NewPast(), keys: keys.NewBeside(), every: keys.NewEverywhere()}
	b.Adopt(env)
	return b
}

// Init reads the other version, where it is known.
func (b *Beside) Init() tea.Cmd { return b.renew() }

// Adopt takes size, theme and ruler.
func (b *Beside) Adopt(env screen.Env) {
	b.env = env
	b.paint()
}

// renew takes what there is to choose from as it is known now. Once all is chosen the
// screen goes.
func (b *Beside) renew() tea.Cmd {
	b.copies = b.Book.Apart(b.Ref)
	b.turn++
	b.now = b.words()
	b.told = told{}
	b.paint()
	if len(b.copies) > 0 {
		b.had = true
		return b.teller(b.copies[0], b.turn, true)
	}
	if b.looked && b.had {
		b.had = false
		return screen.Ask(screen.Back{})
	}
	return nil
}

// Update takes a message.
func (b *Beside) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.Looked:
		b.looked, b.sent = true, ""
		return b.renew()
	case notes.Event:
		if msg.Ref == b.Ref && msg.What == notes.Changed {
			return b.renew()
		}
	case told:
		if msg.turn == b.turn && len(b.copies) > 0 && msg.name == b.copies[0].Name {
			b.told = msg
			b.paint()
		}
	case tea.KeyPressMsg:
		return b.pressed(msg)
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			b.scroll(-3)
		case tea.MouseWheelDown:
			b.scroll(3)
		}
	}
	return nil
}

func (b *Beside) pressed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, b.keys.Mine):
		return b.choose(false)
	case key.Matches(msg, b.keys.Other):
		return b.choose(true)
	case key.Matches(msg, b.list.Open):
		return b.choose(b.other)
	case key.Matches(msg, b.keys.Left):
		b.point(false)
	case key.Matches(msg, b.keys.Right):
		b.point(true)
	case key.Matches(msg, b.list.Up):
		b.scroll(-1)
	case key.Matches(msg, b.list.Down):
		b.scroll(1)
	case key.Matches(msg, b.page.Turn):
		b.scroll(b.height() - 2)
	case key.Matches(msg, b.page.TurnBack):
		b.scroll(2 - b.height())
	case key.Matches(msg, b.list.First):
		b.scroll(-len(b.rows))
	case key.Matches(msg, b.list.Last):
		b.scroll(len(b.rows))
	case key.Matches(msg, b.every.Back):
		return screen.Ask(screen.Back{})
	case key.Matches(msg, b.every.Save):
	default:
		return screen.Tell(textDeadSide)
	}
	return nil
}

// point makes one of the two the chosen one.
func (b *Beside) point(other bool) {
	b.other = other
	b.paint()
}

// choose asks for what somebody chose, once.
func (b *Beside) choose(other bool) tea.Cmd {
	if len(b.copies) == 0 {
		return screen.Tell(textOnlyOne)
	}
	c := b.copies[0]
	switch {
	case b.sent == c.Name, b.told.name != c.Name: // not read yet: nobody chooses what they did not see
		return nil
	case !other:
		b.sent = c.Name
		return screen.Ask(screen.Keep{Ref: b.Ref, Copy: c})
	case b.told.err != nil:
		return screen.Tell(textNothing)
	}
	b.sent = c.Name
	return screen.Ask(screen.BringBack{Ref: b.Ref, Copy: c})
}

// height gives the rows of the text.
func (b *Beside) height() int { return max(1, b.env.Body()-headLines-b.names()) }

// names counts the rows with the names of the versions above the text.
func (b *Beside) names() int {
	if b.columns() {
		return 4
	}
	return 0
}

func (b *Beside) scroll(by int) {
	b.from = max(0, min(b.from+by, len(b.rows)-b.height()))
}

// columns tells whether the two stand beside each other.
func (b *Beside) columns() bool { return b.env.Layout().Gutter }

// gap is what stands between the columns: two blanks and the sign of the right one.
const gap = 4

func (b *Beside) cells() int {
	lay := b.env.Layout()
	if !b.columns() {
		return lay.Measure
	}
	return min(mostCells, (lay.Width-lay.Axis-gap-edge)/2)
}

// paint sets both texts: question for question at the same height.
func (b *Beside) paint() {
	b.rows = nil
	defer func() { b.scroll(0) }()
	if len(b.copies) == 0 || b.told.name != b.copies[0].Name {
		return
	}
	if !b.columns() {
		b.under()
		return
	}
	for _, q := range b.told.difference.Questions {
		left, right := b.question(q, compare.Now), b.question(q, compare.Then)
		for i := range max(len(left), len(right)) {
			b.rows = append(b.rows, pair{at(left, i), at(right, i)})
		}
	}
	if b.told.err != nil {
		for _, l := range b.broken() {
			b.rows = append(b.rows, pair{right: l})
		}
	}
}

func at(lines []line, i int) line {
	if i < len(lines) {
		return lines[i]
	}
	return line{}
}

func (b *Beside) paper() *paper {
	return &paper{width: b.cells(), styles: b.env.Styles, ruler: b.env.Ruler}
}

func (b *Beside) question(q compare.Question, side compare.Side) []line {
	w := b.paper()
	w.one(q, side)
	return w.lines
}

// broken says why the other version cannot be read, and where it lies.
func (b *Beside) broken() []line {
	w := b.paper()
	w.text(w.styles.Ink, unread(b.told.err))
	w.text(w.styles.Soft, lies(safe(b.copies[0].Name)))
	return w.lines
}

// under sets one text under the other, for a narrow window.
func (b *Beside) under() {
	for _, side := range []compare.Side{compare.Now, compare.Then} {
		for _, l := range b.name(side) {
			b.rows = append(b.rows, pair{left: l})
		}
		for _, q := range b.told.difference.Questions {
			for _, l := range b.question(q, side) {
				b.rows = append(b.rows, pair{left: l})
			}
		}
	}
	if b.told.err != nil {
		for _, l := range b.broken() {
			b.rows = append(b.rows, pair{left: l})
		}
	}
}

func safe(name string) string { return plain.Line(name) }
