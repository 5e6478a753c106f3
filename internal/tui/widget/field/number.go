package field

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/plain"
	"werkboek/internal/tui/keys"
)

// number is an answer that is a number in a range.
type number struct {
	*frame
	numbers keys.Number
	held    string
	typed   string // the digits that the next one may go on
	joins   bool   // they made a step that the next one joins
	steps   history[string]
}

func newNumber(f *frame) *number { return &number{frame: f, numbers: keys.NewNumber()} }

func (n *number) set(value string) {
	n.held, n.typed, n.steps = value, "", history[string]{}
}

func (n *number) value() string { return n.held }

func (n *number) words() int { return plain.Words(n.held) }

func (n *number) adapt() {}

func (n *number) focus(bool) { n.typed = "" }

func (n *number) click(int, int) {}

func (n *number) prose() (*written, int) { return nil, 0 }

func (n *number) line() []key.Binding { return []key.Binding{n.numbers.Lower, n.numbers.Higher} }

func (n *number) place() keys.Place { return keys.InNumber }

func (n *number) paste(string) Result { return n.sayRange() }

func (n *number) sayRange() Result {
	return Result{Handled: true, Say: rangeText(n.ask.Field.From, n.ask.Field.To)}
}

func (n *number) press(msg tea.KeyPressMsg) Result {
	typed := n.typed
	n.typed = ""
	k := n.numbers
	switch {
	case key.Matches(msg, k.Lower):
		return n.step(-1)
	case key.Matches(msg, k.Higher):
		return n.step(1)
	case key.Matches(msg, k.Digit):
		return n.digit(typed, msg.Key().Text)
	case key.Matches(msg, k.Clear) && n.held != "":
		return n.hold("")
	case key.Matches(msg, k.Undo):
		return n.restore(n.steps.back(n.held))
	case key.Matches(msg, k.Redo):
		return n.restore(n.steps.again(n.held))
	}
	return n.chosenKey(msg, n.sayRange().Say)
}

// at gives the number that is chosen, where it is one of the range.
func (n *number) at() (v int, ok bool) {
	v, err := strconv.Atoi(n.held)
	return v, err == nil && n.within(v)
}

// step goes to the next number; the first one is where it begins.
func (n *number) step(by int) Result {
	at, err := strconv.Atoi(n.held)
	if err != nil {
		at, by = n.ask.Field.From, 0
	}
	return n.hold(strconv.Itoa(min(max(at+by, n.ask.Field.From), n.ask.Field.To)))
}

// digit goes on with the number that is being typed where the range allows it, and
// otherwise begins anew.
func (n *number) digit(typed, digit string) Result {
	for _, text := range []string{typed + digit, digit} {
		v, err := strconv.Atoi(text)
		if err != nil {
			continue
		}
		going := text != digit && n.joins
		switch {
		case n.within(v):
			res := n.put(strconv.Itoa(v), going)
			n.typed, n.joins = strconv.Itoa(v), going || res.Changed
			return res
		case n.begins(v):
			n.typed, n.joins = text, going
			return n.sayRange()
		}
	}
	return n.sayRange()
}

func (n *number) within(v int) bool { return v >= n.ask.Field.From && v <= n.ask.Field.To }

// begins tells whether a number of the range begins with some digits.
func (n *number) begins(v int) bool {
	for low, high := v*10, v*10+9; v > 0 && low <= n.ask.Field.To; low, high = low*10, high*10+9 {
		if high >= n.ask.Field.From {
			return true
		}
	}
	return false
}

// hold changes the value, in a step that can be taken back.
func (n *number) hold(value string) Result { return n.put(value, false) }

// put changes the value; a change that joins is part of the step before it.
func (n *number) put(value string, joins bool) Result {
	if value == n.held {
		return Result{Handled: true}
	}
	if !joins {
		n.steps.did(n.held)
	}
	n.held = value
	return Result{Handled: true, Changed: true}
}

func (n *number) restore(value string, ok bool) Result {
	n.held = value
	return Result{Handled: true, Changed: ok}
}
