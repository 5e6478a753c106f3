package field

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/plain"
	"werkboek/internal/tui/keys"
)

// selection is what sets keuze and vinken apart.
type selection interface {
	mark(on bool) string
	chosen(value string) []string
	toggled(value, option string) string
}

// one is the selection of keuze: choosing the option again takes it away.
type one struct{}

func (one) mark(on bool) string {
	if on {
		return "● "
	}
	return "○ "
}

func (one) chosen(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

func (one) toggled(value, option string) string {
	if value == option {
		return ""
	}
	return option
}

// some is the selection of vinken.
type some struct{}

func (some) mark(on bool) string {
	if on {
		return "[x] "
	}
	return "[ ] "
}

func (some) chosen(value string) []string { return kind.Items(value) }

func (some) toggled(value, option string) string {
	items := kind.Items(value)
	if without := slices.DeleteFunc(slices.Clone(items), func(s string) bool { return s == option }); len(without) < len(items) {
		return kind.ListOf(without)
	}
	return kind.ListOf(append(items, option))
}

// options is an answer that is chosen among words, and, where that may be, put in
// one's own words in the last row (own.go).
type options struct {
	*frame
	how    selection
	choice keys.Choice
	held   string
	at     int      // the option that is pointed at
	own    *written // one's own words, nil where they are not asked
	inOwn  bool     // they are pointed at
	steps  history[moment]
	laid   []optionRow // nil: not laid out yet
	seen   []string    // the options that were last adapted to
}

// moment is what was chosen, and where one stood.
type moment struct {
	held, own string
	at        int
	inOwn     bool
}

func newOptions(f *frame, how selection, own bool) *options {
	o := &options{frame: f, how: how, choice: keys.NewChoice(), seen: f.ask.Options}
	if own {
		o.own = &written{frame: f, single: true, shown: asTyped, kept: asTyped, watch: &watch{}}
	}
	return o
}

func (o *options) set(value string) {
	o.held, o.steps = value, history[moment]{}
	if o.inOwn = false; o.own != nil {
		o.own.set("")
	}
	o.point()
	o.adapt()
}

func (o *options) value() string { return o.held }

func (o *options) words() int { return plain.Words(o.held) }

func (o *options) prose() (*written, int) { return o.own, len(o.layout()) }

func (o *options) focus(bool) {}

// adapt follows a change of the options or the width.
func (o *options) adapt() {
	o.laid = nil
	if o.own != nil {
		o.own.lead = o.ownLead()
		o.own.adapt()
	}
	if !slices.Equal(o.seen, o.ask.Options) {
		o.seen = o.ask.Options
		o.point()
	}
}

// point points at what is chosen, or else near where it pointed; what is no option
// stands in one's own words.
func (o *options) point() {
	i := slices.Index(o.ask.Options, o.held)
	if o.own != nil && !(o.inOwn && o.focused) {
		o.inOwn = i < 0 && o.held != "" || len(o.ask.Options) == 0
		o.settleOwn(i >= 0)
	}
	if i >= 0 {
		o.at = i
	}
	o.at = max(0, min(o.at, len(o.ask.Options)-1))
}

func (o *options) line() []key.Binding {
	if o.inOwn {
		return nil
	}
	return []key.Binding{o.choice.Toggle, o.choice.Down}
}

func (o *options) place() keys.Place {
	if o.inOwn {
		return keys.InField
	}
	return keys.InChoice
}

func (o *options) press(msg tea.KeyPressMsg) Result {
	switch {
	case key.Matches(msg, o.choice.Undo):
		return o.restore(o.steps.back(o.now()))
	case key.Matches(msg, o.choice.Redo):
		return o.restore(o.steps.again(o.now()))
	case o.inOwn:
		return o.pressOwn(msg)
	case o.own != nil && o.beginsOwn(msg):
		return o.writeOwn(func() Result { return o.own.press(msg) })
	}
	return o.choose(msg)
}

func (o *options) choose(msg tea.KeyPressMsg) Result {
	k := o.choice
	switch {
	case key.Matches(msg, k.Up, k.Left):
		return o.move(-1)
	case key.Matches(msg, k.Down, k.Right):
		return o.move(1)
	case key.Matches(msg, k.Clear) && o.held != "":
		return o.hold("")
	case key.Matches(msg, o.keys.NewLine) && o.at < len(o.ask.Options) && slices.Contains(o.how.chosen(o.held), o.ask.Options[o.at]):
		return Result{} // enter goes on from what is chosen; it takes nothing back
	case key.Matches(msg, k.Toggle) && len(o.ask.Options) > 0:
		return o.toggle(o.at)
	case key.Matches(msg, k.Digit):
		if i, ok := o.byDigit(msg.Key().Text); ok {
			return o.toggle(i)
		}
	}
	if len(o.ask.Options) == 0 {
		return o.chosenKey(msg, textNoOptions)
	}
	return o.chosenKey(msg, textChooseFirst)
}

func (o *options) move(by int) Result {
	at := o.at + by
	switch {
	case at >= 0 && at < len(o.ask.Options):
		o.at = at
	case by > 0 && o.own != nil:
		o.inOwn = true
	default:
		return Result{}
	}
	return Result{Handled: true}
}

// byDigit gives the option that a digit stands for: the one that begins with that
// number, or, where no option is a number, the one in that place.
func (o *options) byDigit(digit string) (int, bool) {
	numbers := false
	for i, option := range o.ask.Options {
		word, _, _ := strings.Cut(option, " ")
		if word == digit {
			return i, true
		}
		_, err := strconv.Atoi(word)
		numbers = numbers || err == nil
	}
	i, err := strconv.Atoi(digit)
	return i - 1, err == nil && !numbers && i >= 1 && i <= len(o.ask.Options)
}

// toggle chooses an option, or takes the choice away.
func (o *options) toggle(i int) Result {
	res := o.hold(o.how.toggled(o.held, o.ask.Options[i]))
	o.at = i
	return res
}

// hold changes the value, in a step that can be taken back.
func (o *options) hold(value string) Result {
	if value == o.held {
		return Result{Handled: true}
	}
	o.steps.did(o.now())
	o.held, o.laid = value, nil
	return Result{Handled: true, Changed: true}
}

func (o *options) now() moment {
	m := moment{held: o.held, at: o.at, inOwn: o.inOwn}
	if o.own != nil {
		m.own = o.own.buf.Text()
	}
	return m
}

func (o *options) restore(m moment, ok bool) Result {
	if !ok {
		return Result{Handled: true}
	}
	o.held, o.inOwn, o.laid = m.held, m.inOwn, nil
	o.at = max(0, min(m.at, len(o.ask.Options)-1))
	if o.own != nil {
		o.own.set(m.own)
	}
	return Result{Handled: true, Changed: true}
}

func (o *options) paste(text string) Result {
	if o.own == nil {
		return Result{Handled: true, Say: textChooseFirst}
	}
	return o.writeOwn(func() Result { return o.own.paste(text) })
}
