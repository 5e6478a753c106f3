package page

import (
	"strings"

	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
)

// lines is a body of lines that were set before.
type lines struct {
	label string
	text  []string
}

func (l lines) Rows() int { return len(l.text) }

func (l lines) Row(i int) screen.Row {
	row := screen.Row{Text: l.text[i]}
	if i == 0 {
		row.Label = l.label
	}
	return row
}

// written is a body with a field to write on, the line under it, and what must be told
// of the words on it.
type written struct {
	field *field.Model
	label string
	rule  string   // "" where one chooses and does not write
	here  string   // the sign beside the row that one looks at, where one chooses
	leads string   // the mark beside a row with what leads to somebody; "" for none
	told  []string // while the cursor is in it
}

func newWritten(f *field.Model, measure int, env screen.Env, ruled bool, told []string) written {
	st := env.Styles
	w := written{field: f, here: st.Accent.Render(signHere), told: told}
	if env.Heeding {
		w.leads = st.Soft.Render(signLeads)
	}
	if ruled {
		w.rule = st.Soft.Render(strings.Repeat("─", measure))
	}
	if ruled && (f.Focused() || f.Value() != "") {
		w.label = st.Soft.Render(labelYou)
	}
	return w
}

func (w written) Rows() int {
	return w.ruled() + len(w.below())
}

// ruled counts the rows of the field and its line.
func (w written) ruled() int {
	if w.rule == "" {
		return w.field.Rows()
	}
	return w.field.Rows() + 1
}

// below gives what is told under the line.
func (w written) below() []string {
	if w.field.Focused() {
		return w.told
	}
	return nil
}

func (w written) Row(i int) screen.Row {
	if n := w.ruled(); i >= n {
		return screen.Row{Text: w.told[i-n]}
	}
	if i >= w.field.Rows() {
		return screen.Row{Text: w.rule}
	}
	row := screen.Row{Text: w.field.Row(i)}
	if i == 0 {
		row.Label = w.label
	}
	if at, ok := w.field.Pointed(); ok && at == i {
		row.Sign = w.here
	}
	if w.leads != "" && w.field.Leads(i) {
		row.Mark = w.leads
	}
	return row
}

// under is a body with its label on a line above it, for windows without a
// gutter.
type under struct {
	body
	label string
}

// inLayout gives a body as it stands in a layout: the label in the gutter, or on
// a line of its own.
func inLayout(b body, label string, l screen.Layout) body {
	if l.Gutter || label == "" {
		return b
	}
	return under{b, label}
}

func (u under) Rows() int { return u.body.Rows() + 1 }

func (u under) Row(i int) screen.Row {
	if i == 0 {
		return screen.Row{Text: u.label}
	}
	row := u.body.Row(i - 1)
	row.Label = ""
	return row
}

// offset is the number of rows of a body above its field.
func offset(b body) int {
	if _, ok := b.(under); ok {
		return 1
	}
	return 0
}
