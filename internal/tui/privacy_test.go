package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
	"werkboek/internal/tui/screen"
)

// The words of a remark.
const (
	onPhone = "○ Dit lijkt op een telefoonnummer: zo vind je iemand."
	onEmail = "○ Dit lijkt op een e-mailadres: zo vind je iemand."
)

// lacks is the contrary of shows.
func (p *play) lacks(text string) {
	p.t.Helper()
	if s := p.screen(); strings.Contains(s, text) {
		p.t.Errorf("the screen shows %q:\n%s", text, s)
	}
}

// rowOf gives the row of the window in which a text stands.
func (p *play) rowOf(text string) string {
	p.t.Helper()
	for row := range strings.SplitSeq(p.screen(), "\n") {
		if strings.Contains(row, text) {
			return row
		}
	}
	p.t.Errorf("%q stands nowhere:\n%s", text, p.screen())
	return ""
}

// recalling opens the page at an exercise of open questions, with the cursor in the
// first.
func recalling(t *testing.T, width, height int) *play {
	n := 9
	return begin(t, t.TempDir(), Open{Chapter: &n, Exercise: "terugblik"}, width, height)
}

func TestAMarkAndARemarkComeAndGoWithWhatLeadsToSomebody(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		p := recalling(t, s.width, s.height)
		p.keys("Ik belde haar op 06-1234567")
		p.lacks("○")
		p.keys("8", " terug.", "enter", "Een zin om 14.02")
		if row := p.rowOf("06-12345678"); !strings.HasSuffix(row, " ○") {
			t.Errorf("%s: no mark in %q", s.name, row)
		}
		if row := p.rowOf("14.02"); strings.Contains(row, "○") {
			t.Errorf("%s: a mark in %q", s.name, row)
		}
		lines := strings.Split(p.screen(), "\n")
		want := onPhone + " Kan het zonder?"
		if s.width < 80 {
			want = onPhone
		}
		if above := strings.TrimSpace(lines[s.height-2]); above != want {
			t.Errorf("%s: above the keys stands %q", s.name, above)
		}
		p.keys("up", "end", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
		p.lacks("○")
		p.keys("ctrl+z")
		p.shows(onPhone)
		p.keys("esc")
		p.lacks("Dit lijkt op")
		if row := p.rowOf("06-12345678"); !strings.HasSuffix(row, " ○") {
			t.Errorf("%s: no mark in %q while one reads", s.name, row)
		}
	}
}

func TestARemarkFitsTheSmallestWindow(t *testing.T) {
	t.Parallel()
	p := recalling(t, screen.MinWidth, screen.MinHeight).keys("bel 0612345678")
	if row := strings.TrimSpace(p.rowOf("Dit lijkt op")); row != "○ Dit lijkt op een telefoonnummer." {
		t.Errorf("it says %q", row)
	}
}

func TestWhatIsMarkedIsWrittenAndKeptAsAnyText(t *testing.T) {
	t.Parallel()
	p := recalling(t, 80, 24)
	p.keys("bel 0612345678", "tab", "verder")
	p.shows("verder")
	p.save()
	if text := p.file("09-terugblik.md"); !strings.Contains(text, "bel 0612345678\n") || !strings.Contains(text, "verder\n") {
		t.Errorf("kept:\n%s", text)
	}
}

func TestTheRemarkGivesWayToWhatMustBeTold(t *testing.T) {
	t.Parallel()
	p := recalling(t, 80, 24)
	p.keys("bel 0612345678")
	p.send(screen.Say{Text: "Iets anders."})
	p.lacks("Dit lijkt op")
	p.keys("x", "backspace")
	p.shows(onPhone)
	p.send(notes.Event{What: notes.Conflict, Ref: notes.Ref{Name: "terugblik"}, Copy: "elders"})
	p.lacks("Dit lijkt op")
}

func TestMarginNotesAreMarkedToo(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		p := begin(t, t.TempDir(), Open{Chapter: five()}, s.width, s.height)
		p.keys("down", "m", "Een eerste regel.", "enter", "a.b@voorbeeld.nl")
		p.shows(onEmail)
		if row := p.rowOf("a.b@voorbeeld.nl"); !strings.Contains(row, "○") {
			t.Errorf("%s: no mark in %q", s.name, row)
		}
		if row := p.rowOf("Een eerste regel."); strings.Contains(row, "○") {
			t.Errorf("%s: a mark in %q", s.name, row)
		}
		p.keys("esc")
		if s.width >= 112 {
			if row := p.rowOf("a.b@voorbeeld.nl"); !strings.Contains(row, "○") {
				t.Errorf("%s: no mark in %q while one reads", s.name, row)
			}
		}
		p.shows("•")
	}
}

// writingIn opens every place in which an instrument lets one write, at 80 by 24.
var writingIn = map[string]func(t *testing.T) *play{
	"the title of a card": func(t *testing.T) *play { return instrument(t, "barrieres", 4).keys("+") },
	"a remark on a card":  func(t *testing.T) *play { return instrument(t, "barrieres", 4).keys("o") },
	"a trait":             func(t *testing.T) *play { return instrument(t, "kring", 3).keys("+") },
	"a branch":            func(t *testing.T) *play { return instrument(t, "mindmap", 8).keys("tab") },
	"the silent phase of a round": func(t *testing.T) *play {
		start := time.Date(2026, 11, 23, 14, 2, 0, 0, time.Local)
		p := laptop(t, t.TempDir(), "C", "14.02", start.Add(-time.Minute))
		p.now = start.Add(5*time.Minute + 10*time.Second)
		return p
	},
}

func instrument(t *testing.T, id string, chapter int) *play {
	t.Helper()
	return begin(t, t.TempDir(), Open{Chapter: &chapter, Exercise: id}, 80, 24).toInstrument(id)
}

func TestARemarkStandsInEveryInstrumentThatIsWrittenIn(t *testing.T) {
	t.Parallel()
	for name, open := range writingIn {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := open(t).keys("bel 061234567")
			p.lacks("Dit lijkt op")
			p.keys("8")
			for _, s := range sizes {
				p.send(tea.WindowSizeMsg{Width: s.width, Height: s.height})
				if above := strings.Split(p.screen(), "\n")[s.height-2]; !strings.Contains(above, onPhone) {
					t.Errorf("%s: above the keys stands %q:\n%s", s.name, above, p.screen())
				}
			}
			p.keys("backspace")
			p.lacks("Dit lijkt op")
		})
	}
}

func TestTheMarksAreSwitchedOffAndThatIsRemembered(t *testing.T) {
	t.Parallel()
	p := recalling(t, 80, 24)
	var kept settings.Settings
	p.root.deps.Keep = func(_ progress.State, s settings.Settings) { kept = s }
	p.keys("bel 0612345678")
	p.shows("○")
	p.keys("esc", "esc", ".").choose("Privacytekens")
	p.shows("Nu aan. enter zet ze uit.")
	p.keys("enter")
	p.shows("Nu uit. enter zet ze aan.")
	p.root.keepLast()
	if !kept.Unheeding {
		t.Error("it is not kept")
	}
	again := func(set settings.Settings) *play {
		q := begin(t, t.TempDir(), Open{}, 80, 24)
		n, deps := 9, q.root.deps
		deps.Settings, deps.Open = set, Open{Chapter: &n, Exercise: "terugblik"}
		q.root = newRoot(deps)
		q.root.env.After = p.root.env.After
		q.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		return q.keys("bel 0612345678")
	}
	q := again(kept)
	q.shows("bel 0612345678")
	q.lacks("○")
	p.keys("enter")
	p.shows("Namen herkent het werkboek niet.")
	p.root.keepLast()
	again(kept).shows(onPhone)
}

func TestTheLastItemOfMeerIsReachedInALowWindow(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 60, 14).keys(".")
	p.shows(textPresent)
	p.lacks(quitHelp(false))
	p.keys("end")
	p.shows(quitHelp(false))
	p.shows("› " + textQuit)
	p.keys("home")
	p.shows("› " + textPresent)
}

func TestTheMarkOfANoteStandsWhereBothWould(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{Chapter: five()}, 120, 30)
	p.keys("down", "m", "06-12345678", "esc")
	if row := p.rowOf("06-12345678"); strings.Count(row, "•") != 2 || strings.Count(row, "○") != 1 {
		t.Errorf("the note, its mark and the one beside its text: %q", row)
	}
}
