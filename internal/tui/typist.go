package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/tui/screen"
)

// typist knows whether somebody is typing: then the corner counts words; in a
// pause it says how saving stands.
type typist struct {
	busy    bool // typed since the last pause
	more    bool // typed since the last tick
	ticking bool
	saved   bool // something was saved since one last read on, or asked for
}

// pause is the tick that finds out whether typing stopped.
type pause struct{}

// pauseAfter is how long nobody types before it is a pause.
const pauseAfter = 700 * time.Millisecond

// pressed takes a key: one that asks to save shows how saving stands at once.
func (t *typist) pressed(typing, save bool) {
	if save {
		t.busy, t.saved = false, true
		return
	}
	t.busy = typing
	t.more = t.more || typing
	t.saved = t.saved && typing // while one reads the keys need the room
}

func (t *typist) pasted() { t.busy, t.more = true, true }

// tick starts the waiting for a pause, once.
func (t *typist) tick(after screen.After) tea.Cmd {
	if t.ticking || !t.busy {
		return nil
	}
	t.ticking, t.more = true, false
	return after(pauseAfter, pause{})
}

// rested takes a tick: typing went on, or it is a pause.
func (t *typist) rested(after screen.After) tea.Cmd {
	t.ticking = false
	if t.busy && !t.more {
		t.busy = false
	}
	return t.tick(after)
}

// after waits by the real clock; tests do not wait.
func after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// minute is the tick of the displayed clock.
type minute struct{}

// nextMinute waits for the next whole minute of the displayed clock.
func (r *root) nextMinute() tea.Cmd {
	now := r.deps.Now()
	left := time.Minute - time.Duration(now.Second())*time.Second
	return r.env.After(left, minute{})
}
