package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/typeset"
)

// This file keeps the looks: the theme, what the terminal says of its background, and how
// wide its letters are.

// dress makes the styles of the present theme and the setter that uses them.
func (r *root) dress() {
	name, _ := theme.Parse(r.deps.Settings.Theme)
	r.env.Styles = theme.New(theme.Choose(name, r.dark, r.known))
	r.setter = typeset.New(r.env.Styles, r.env.Ruler)
}

func (r *root) background(dark bool) tea.Cmd {
	if r.known && r.dark == dark {
		return nil
	}
	r.dark, r.known = dark, true
	r.dress()
	r.adopt()
	return nil
}

// graphemes is the terminal mode in which a cluster is as wide as it looks.
const graphemes = 2027

func (r *root) mode(msg tea.ModeReportMsg) tea.Cmd {
	if int(msg.Mode.Mode()) == graphemes && (msg.Value.IsSet() || msg.Value.IsReset()) {
		r.env.Ruler = plain.Graphemes()
		r.dress()
		r.adopt()
	}
	return nil
}

// nextTheme goes to the theme after the present one; it is kept.
func (r *root) nextTheme() tea.Cmd {
	names := theme.Names()
	i := max(0, slices.Index(names, r.deps.Settings.Theme)) // none is auto
	r.deps.Settings.Theme = names[(i+1)%len(names)]
	r.dress()
	r.adopt()
	r.said = themeSaid(r.deps.Settings.Theme)
	return nil
}
