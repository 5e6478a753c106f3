package dialogue

import "time"

// Moment is where a group is in its rounds.
type Moment struct {
	Round int           // counted from 0
	Phase int           // index in the scheme's phases
	Left  time.Duration // until the phase ends, or until the start
	Early bool          // the start is still to come
	Over  bool          // all rounds are done
}

// Length gives how long a round takes.
func (s Scheme) Length() time.Duration {
	var d time.Duration
	for _, p := range s.Phases {
		d += p.length()
	}
	return d
}

func (p Phase) length() time.Duration { return time.Duration(p.Seconds) * time.Second }

// At gives the moment for a start and a now. It computes in wall time: a laptop
// that slept is in phase again when it wakes.
func (s Scheme) At(start, now time.Time) Moment {
	return s.after(now.Round(0).Sub(start.Round(0)))
}

// after gives the moment so long after the start.
func (s Scheme) after(elapsed time.Duration) Moment {
	if elapsed < 0 {
		return Moment{Left: -elapsed, Early: true}
	}
	round := int(elapsed / s.Length())
	if round >= s.Group {
		return Moment{Round: s.Group - 1, Phase: len(s.Phases) - 1, Over: true}
	}
	elapsed -= time.Duration(round) * s.Length()
	for i, p := range s.Phases {
		if elapsed < p.length() {
			return Moment{Round: round, Phase: i, Left: p.length() - elapsed}
		}
		elapsed -= p.length()
	}
	return Moment{Round: round, Phase: len(s.Phases) - 1}
}

// Begins gives when a phase of a round begins, counted from the start.
func (s Scheme) Begins(round, phase int) time.Duration {
	d := time.Duration(round) * s.Length()
	for _, p := range s.Phases[:phase] {
		d += p.length()
	}
	return d
}

// Role gives the index of the role that a letter has in a round; both are counted
// from 0. Everybody moves one role back each round.
func (s Scheme) Role(letter, round int) int {
	return ((letter-round)%s.Group + s.Group) % s.Group
}

// Who gives the letter that has a role in a round.
func (s Scheme) Who(role, round int) int { return (role + round) % s.Group }
