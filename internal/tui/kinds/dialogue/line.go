package dialogue

import (
	"charm.land/bubbles/v2/key"

	"werkboek/internal/kind/dialogue"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
)

// Line gives the keys of the bottom line.
func (d *Dialogue) Line() []key.Binding {
	back := screen.Named(d.every.Back, textBack)
	switch {
	case d.start != nil:
		return []key.Binding{screen.Named(d.field.NewLine, textBegin), back}
	case d.round >= 0 && len(d.pages) > 0:
		return append(d.pages[d.at].model.Line(), d.field.Next, screen.Named(d.every.Back, textReady))
	case dialogue.Observes(d.role()) && d.phase() == dialogue.Talk:
		return []key.Binding{d.keys.Tally, d.keys.Untally, d.keys.Pause, back, keys.NewLetters().Help}
	}
	help := keys.NewLetters().Help
	switch _, m, ok := d.moment(); {
	case ok && m.Over:
		return []key.Binding{back, d.keys.Start, help}
	case d.Now().Clock().Paused:
		return []key.Binding{screen.Named(d.keys.Pause, textGoOn), d.keys.Start, back, help}
	case d.phase() == dialogue.Quiet || d.phase() == dialogue.Back:
		return []key.Binding{d.keys.Write, d.keys.Pause, back, help}
	}
	return []key.Binding{d.keys.Pause, d.keys.Longer, d.keys.Start, back, help}
}

// Places says which keys count here.
func (d *Dialogue) Places() []keys.Place {
	if d.Typing() {
		return []keys.Place{keys.InField, keys.InAllPlaces}
	}
	return []keys.Place{keys.InDialogue, keys.InInstrument, keys.Unwritten, keys.InAllPlaces}
}

// Typing tells whether something is written now.
func (d *Dialogue) Typing() bool { return d.start != nil || d.round >= 0 && len(d.pages) > 0 }
