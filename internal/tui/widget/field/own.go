package field

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// This file is the last row of a choice with `eigen: ja`: one's own words in place
// of an option.

// ownLead is the room for what stands before one's own words, cells.
func (o *options) ownLead() int {
	return o.ruler.Width(o.how.mark(false) + textOwn)
}

// settleOwn puts a value that is no option in the row of one's own words, and
// takes it out of them when it has become one.
func (o *options) settleOwn(offered bool) {
	switch words := o.own.buf.Text(); {
	case offered && words == o.held:
		o.own.set("")
	case !offered && o.held != "" && words != o.held:
		o.own.set(o.held)
	}
}

// ownRow shows a row of one's own words.
func (o *options) ownRow(i int) string {
	words := o.own.buf.Text()
	on := words != "" && o.held == words && !slices.Contains(o.ask.Options, words)
	if i > 0 {
		return strings.Repeat(" ", o.ownLead()) + o.own.row(i)
	}
	return o.style(o.inOwn, on).Render(o.how.mark(on)+textOwn) + o.own.row(i)
}

// beginsOwn tells whether a key is the first letter of one's own words.
func (o *options) beginsOwn(msg tea.KeyPressMsg) bool {
	text := msg.Key().Text
	if key.Matches(msg, o.choice.Digit) {
		_, ok := o.byDigit(text)
		return !ok
	}
	return strings.TrimSpace(text) != ""
}

// pressOwn takes a key while one's own words are pointed at.
func (o *options) pressOwn(msg tea.KeyPressMsg) Result {
	words := o.own.buf.Text()
	switch {
	case key.Matches(msg, o.keys.Up):
		if len(o.ask.Options) == 0 {
			return Result{}
		}
		o.inOwn, o.at = false, len(o.ask.Options)-1
		return Result{Handled: true}
	case key.Matches(msg, o.keys.NewLine) && words != "" && words != o.held:
		return o.hold(words) // chosen again
	case key.Matches(msg, o.keys.Down, o.keys.NewLine):
		return Result{}
	}
	return o.writeOwn(func() Result { return o.own.press(msg) })
}

// writeOwn lets a key or a paste change one's own words, which are then what is
// chosen. Letters join one step as they do in any text.
func (o *options) writeOwn(write func() Result) Result {
	was, steps := o.now(), o.own.buf.Steps()
	o.inOwn = true
	res := write()
	if res.Changed {
		if was.held != was.own || o.own.buf.Steps() != steps {
			o.steps.did(was)
		}
		o.held, o.laid = o.own.buf.Text(), nil
	}
	return res
}
