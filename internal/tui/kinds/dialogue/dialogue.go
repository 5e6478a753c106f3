// Package dialogue is the instrument of the kind `dialoog`: the clock of the
// rounds, one's role in each, the tallies of the observer and the silent phase in
// which everybody writes. Nobody who speaks or listens needs a key. It imports the
// kind, bench, the field and banner widgets and what a screen knows.
package dialogue

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/kind/dialogue"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
	"werkboek/internal/tui/widget/field"
)

// Dialogue is the screen.
type Dialogue struct {
	bench.Bench[dialogue.Answer]
	env   screen.Env
	keys  keys.Dialogue
	field keys.Field
	every keys.Everywhere

	start  *field.Model // the start time, while it is typed
	pages  []sheetField // the fields of the round that is written about
	round  int          // of pages, -1 for none
	at     int          // the field that has the cursor
	stops  bool         // writing was left with esc, in this round
	taking bool         // the next digit takes a tally back
	last   time.Time    // when a key was pressed last, by the displayed clock
	closed bool         // the screen is gone: the clock stops asking for redraws
}

// sheetField is a field of the silent phase.
type sheetField struct {
	ask   kind.Ask
	model *field.Model
}

// tick asks for a redraw of one screen's clock; it carries no time, which is
// always asked anew.
type tick struct{ of *Dialogue }

// New makes the instrument.
func New(deps bench.Deps, env screen.Env) screen.Screen {
	d := &Dialogue{
		Bench: bench.New[dialogue.Answer](deps), env: env,
		keys: keys.NewDialogue(), field: keys.NewField(), every: keys.NewEverywhere(), round: -1,
	}
	if d.Now().Clock().Start.IsZero() {
		d.askStart()
	}
	d.follow()
	return d
}

// Init starts the clock.
func (d *Dialogue) Init() tea.Cmd { return d.next() }

// next waits for the next whole second of the displayed clock.
func (d *Dialogue) next() tea.Cmd {
	wait := time.Second - time.Duration(d.env.Now().Nanosecond())
	return d.env.After(wait, tick{d})
}

// Leave saves what was written and stops the redraws.
func (d *Dialogue) Leave() tea.Cmd {
	d.closed = true
	return d.Bench.Leave()
}

// Adopt takes size, theme and ruler.
func (d *Dialogue) Adopt(env screen.Env) {
	d.env = env
	for _, m := range d.models() {
		m.Dress(env.Styles, env.Ruler)
		m.SetWidth(env.Layout().Measure)
	}
}

func (d *Dialogue) models() []*field.Model {
	var list []*field.Model
	if d.start != nil {
		list = append(list, d.start)
	}
	for _, p := range d.pages {
		list = append(list, p.model)
	}
	return list
}

// moment gives where the group is now; ok is false while nothing is agreed.
func (d *Dialogue) moment() (s dialogue.Scheme, m dialogue.Moment, ok bool) {
	a := d.Now()
	s, ok = a.Scheme()
	if !ok || a.Clock().Start.IsZero() {
		return s, m, false
	}
	return s, a.Clock().At(s, d.env.Now()), true
}

// phase gives the id of the phase that runs, "" before and after the rounds.
func (d *Dialogue) phase() string {
	s, m, ok := d.moment()
	if !ok || m.Early || m.Over {
		return ""
	}
	return s.Phases[m.Phase].ID
}

// settle is how long after the last key the screen goes along with a new phase: who
// is in the middle of a word finishes it, and a tally that comes late is no text.
const settle = 2 * time.Second

// follow opens the lines to write on in the silent phase, and closes them before
// anybody tallies again; who is still writing then has all of it saved.
func (d *Dialogue) follow() {
	_, m, ok := d.moment()
	phase := d.phase()
	quiet := d.env.Now().Sub(d.last) >= settle
	switch {
	case !ok || phase != dialogue.Quiet && phase != dialogue.Back:
		if quiet || !d.Typing() {
			d.closeFields()
			d.stops = false
		}
	case phase == dialogue.Quiet && d.round != m.Round && !d.stops && quiet:
		d.openFields(m.Round)
	}
}

func (d *Dialogue) openFields(round int) {
	d.pages, d.round, d.at = nil, round, 0
	for _, ask := range d.Now().RoundAsks(round, d.Book.Env(d.Chapter)) {
		value, _ := d.Now().Value(ask.Field.ID)
		m := field.New(ask, value, d.env.Styles, d.env.Ruler, d.field)
		m.SetWidth(d.env.Layout().Measure)
		d.pages = append(d.pages, sheetField{ask, m})
	}
	d.focus()
}

func (d *Dialogue) focus() {
	for i, p := range d.pages {
		if i == d.at {
			p.model.Focus(true)
		} else {
			p.model.Blur()
		}
	}
}

// refresh shows what is written as it is now: another program may have changed it.
func (d *Dialogue) refresh() {
	for _, p := range d.pages {
		if value, _ := d.Now().Value(p.ask.Field.ID); field.Normal(value) != p.model.Value() {
			p.model.SetValue(value)
		}
	}
}

func (d *Dialogue) closeFields() {
	if d.round >= 0 {
		d.Book.Hurry(d.Ref)
	}
	d.pages, d.round = nil, -1
}

// askStart begins typing the start time.
func (d *Dialogue) askStart() {
	ask := kind.Ask{Field: kind.Field{ID: "start", Sort: kind.Line}}
	d.start = field.New(ask, "", d.env.Styles, d.env.Ruler, d.field)
	d.start.SetWidth(d.env.Layout().Measure)
	d.start.Focus(true)
}

// Update takes a message.
func (d *Dialogue) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tick:
		if msg.of != d || d.closed {
			return nil
		}
		d.follow()
		return d.next()
	case notes.Event:
		d.Changed(msg)
		d.refresh()
	case tea.KeyPressMsg:
		d.follow()
		d.last = d.env.Now()
		return d.pressed(msg)
	case tea.PasteMsg:
		return d.pasted(msg)
	}
	return nil
}

func (d *Dialogue) pasted(msg tea.PasteMsg) tea.Cmd {
	switch {
	case d.start != nil:
		return d.wroteStart(d.start.UpdateWith(&d.env.Clip.Text, msg))
	case d.round >= 0 && len(d.pages) > 0:
		return d.wrote(d.pages[d.at].model.UpdateWith(&d.env.Clip.Text, msg))
	}
	return nil
}

func (d *Dialogue) pressed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case d.start != nil:
		return d.typedStart(msg)
	case d.round >= 0 && len(d.pages) > 0:
		return d.typed(msg)
	}
	k := d.keys
	if taking := d.taking; taking {
		d.taking = false
		if key.Matches(msg, k.Tally) {
			return d.takeBack(msg.Key().Text)
		}
	}
	if key.Matches(msg, keys.NewInstrument().Undo) {
		return d.untally() // the clock is no step: it is agreed on with others
	}
	if cmd, ok := d.Common(msg); ok {
		return cmd
	}
	switch {
	case key.Matches(msg, k.Tally):
		return d.tally(msg.Key().Text)
	case key.Matches(msg, k.Untally):
		return d.untally()
	case key.Matches(msg, k.Pause):
		return d.setClock(func(c dialogue.Clock) dialogue.Clock { return c.Pause(d.env.Now()) })
	case key.Matches(msg, k.Longer):
		if !d.lastsAMinute() {
			return screen.Tell(textTooEarly)
		}
		return d.setClock(dialogue.Clock.Longer)
	case key.Matches(msg, k.Start):
		d.askStart()
	case key.Matches(msg, k.Write):
		return d.writeOn()
	default:
		return screen.Tell(d.deadKey())
	}
	return nil
}

// lastsAMinute tells whether the phase that runs has lasted a minute: less would turn
// the clock back into the one before it.
func (d *Dialogue) lastsAMinute() bool {
	s, m, ok := d.moment()
	if !ok || m.Early {
		return true
	}
	return time.Duration(s.Phases[m.Phase].Seconds)*time.Second-m.Left >= time.Minute
}

// deadKey names the keys that count now.
func (d *Dialogue) deadKey() string {
	if dialogue.Observes(d.role()) && d.phase() == dialogue.Talk {
		return textDeadTally
	}
	return textDeadKey
}

// setClock changes the clock, and says the new start for the others to type.
func (d *Dialogue) setClock(change func(dialogue.Clock) dialogue.Clock) tea.Cmd {
	c := d.Now().Clock()
	if c.Start.IsZero() {
		return screen.Tell(textNoStart)
	}
	d.Book.Replace(d.Ref, d.Now().WithClock(change(c)))
	d.Book.Hurry(d.Ref)
	d.follow()
	if now := d.Now().Clock(); !now.Paused {
		return screen.Tell(newStart(now.Said()))
	}
	return nil
}

// writeOn goes on writing while there is time to.
func (d *Dialogue) writeOn() tea.Cmd {
	_, m, ok := d.moment()
	if phase := d.phase(); !ok || phase != dialogue.Quiet && phase != dialogue.Back {
		return screen.Tell(textNoWriting)
	}
	d.stops = false
	d.openFields(m.Round)
	return nil
}

// role gives one's role in the round that runs.
func (d *Dialogue) role() string {
	s, m, ok := d.moment()
	letter, known := d.Now().Letter()
	if !ok || !known {
		return ""
	}
	return s.Roles[s.Role(letter, m.Round)]
}

// typedStart takes a key for the start time.
func (d *Dialogue) typedStart(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, d.every.Back):
		d.start = nil
		if d.Now().Clock().Start.IsZero() {
			return screen.Ask(screen.Back{})
		}
	case key.Matches(msg, d.field.NewLine):
		return d.started()
	default:
		return d.wroteStart(d.start.UpdateWith(&d.env.Clip.Text, msg))
	}
	return nil
}

func (d *Dialogue) wroteStart(res field.Result) tea.Cmd { return screen.Said(res.Cmd, res.Say) }

// started takes the start time that was typed, or the proposed one.
func (d *Dialogue) started() tea.Cmd {
	at := dialogue.Propose(d.env.Now())
	if typed := d.start.Value(); typed != "" {
		var err error
		if at, err = dialogue.ParseStart(typed, d.env.Now()); err != nil {
			return screen.Tell(textNoTime)
		}
	}
	if _, ok := d.Now().Scheme(); !ok {
		return screen.Tell(textNoGroup)
	}
	d.start = nil
	d.Book.Replace(d.Ref, d.Now().WithClock(dialogue.Clock{Start: at}))
	d.Book.Hurry(d.Ref)
	d.follow()
	return nil
}

// typed takes a key in the silent phase.
func (d *Dialogue) typed(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, d.every.Back):
		d.closeFields()
		d.stops = true
		return nil
	case key.Matches(msg, d.every.Save):
		d.Book.Hurry(d.Ref)
		return nil
	case key.Matches(msg, d.field.Next):
		d.at = (d.at + 1) % len(d.pages)
		d.focus()
		return nil
	case key.Matches(msg, d.field.Previous):
		d.at = (d.at + len(d.pages) - 1) % len(d.pages)
		d.focus()
		return nil
	}
	return d.wrote(d.pages[d.at].model.UpdateWith(&d.env.Clip.Text, msg))
}

// wrote hands what was typed to the workbook.
func (d *Dialogue) wrote(res field.Result) tea.Cmd {
	if res.Changed {
		p := d.pages[d.at]
		d.Book.Set(d.Ref, p.ask.Field.ID, p.model.Value())
	}
	return screen.Said(res.Cmd, res.Say)
}
