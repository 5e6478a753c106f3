package dialogue

import (
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind/dialogue"
	"werkboek/internal/tui/screen"
)

// observing gives the round in which one tallies now: only the observer does, and only
// while people talk.
func (d *Dialogue) observing() (round int, ok bool) {
	_, m, ok := d.moment()
	return m.Round, ok && dialogue.Observes(d.role()) && d.phase() == dialogue.Talk
}

// behaviour gives the id of what a digit stands for, "" for nothing.
func (d *Dialogue) behaviour(digit string) string {
	for _, t := range d.Now().Definition().Tallies {
		if t.Key == digit {
			return t.ID
		}
	}
	return ""
}

// tally counts a behaviour.
func (d *Dialogue) tally(digit string) tea.Cmd {
	round, ok := d.observing()
	if !ok {
		return screen.Tell(textNoTally)
	}
	if id := d.behaviour(digit); id != "" {
		d.put(d.Now().Tally(id, round))
	}
	return nil
}

// untally takes back the last tally of the round that runs. After a start in between
// nobody knows which that was: then it asks.
func (d *Dialogue) untally() tea.Cmd {
	round, ok := d.observing()
	if !ok {
		return screen.Tell(textNoUntally)
	}
	if a, ok := d.Now().Untally(round); ok {
		d.put(a)
		return nil
	}
	for _, t := range d.Now().Definition().Tallies {
		if d.Now().Count(t.ID, round) > 0 {
			d.taking = true
			return screen.Tell(textWhichBack)
		}
	}
	return screen.Tell(textNoUntally)
}

func (d *Dialogue) takeBack(digit string) tea.Cmd {
	if round, ok := d.observing(); ok && d.behaviour(digit) != "" {
		d.put(d.Now().TakeBack(d.behaviour(digit), round))
	}
	return nil
}

// put keeps an answer at once: a tally is not to be lost.
func (d *Dialogue) put(a dialogue.Answer) {
	d.Book.Replace(d.Ref, a)
	d.Book.Hurry(d.Ref)
}
