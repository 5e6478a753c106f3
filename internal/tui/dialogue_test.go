package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
)

// laptop is one person's, at the rounds of the dialogue.
func laptop(t *testing.T, dir, letter, start string, now time.Time) *play {
	t.Helper()
	six := 6
	p := begin(t, dir, Open{Chapter: &six, Exercise: "dialoog"}, 80, 24)
	p.now = now
	ref := notes.Ref{Name: "dialoog", Chapter: 6}
	if _, known := p.root.book.Answer(ref).Value("DI-1"); !known {
		p.root.book.Set(ref, "DI-1", letter)
		p.root.book.Set(ref, "DI-2", "3")
		p.root.book.Set(ref, "DI-3", "Wie hoort er voor jou bij 'familie'?")
	}
	p.toInstrument("dialoog")
	if start != "" {
		p.keys(start, "enter")
	}
	return p
}

// at shows the rounds at another moment: what runs now, and the digits of the clock.
func (p *play) at(now time.Time) (phase, clock, role string) {
	p.t.Helper()
	p.now = now
	lines := strings.Split(p.screen(), "\n")
	if i := strings.Index(lines[0], "ronde"); i >= 0 {
		phase = lines[0][i:]
	}
	for _, line := range lines[2:7] {
		cells := []rune(line)
		clock += strings.TrimRight(string(cells[:min(len(cells), 30)]), " ") + "\n"
	}
	for _, said := range []string{"Jij vertelt", "Je luistert", "Je kijkt"} {
		if strings.Contains(strings.Join(lines, "\n"), said) {
			role = said
		}
	}
	return phase, clock, role
}

// TestThreeLaptopsStayTogether plays three rounds on three laptops that know nothing of
// each other but the start that was typed on each: one is started again in the second
// round, one stands still for a while and types the start once more.
func TestThreeLaptopsStayTogether(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 14, 2, 0, 0, time.Local)
	before := start.Add(-70 * time.Second)
	laptops := map[string]*play{}
	for _, letter := range []string{"A", "B", "C"} {
		laptops[letter] = laptop(t, t.TempDir(), letter, "14.02", before)
	}
	for passed := 5 * time.Second; passed < 30*time.Minute; passed += 7 * time.Second {
		now := start.Add(passed)
		switch {
		case passed > 13*time.Minute && laptops["B"].now.Sub(start) < 13*time.Minute:
			again := t.TempDir()
			laptops["B"].notesTo(again)
			laptops["B"] = laptop(t, again, "B", "", now)
		case passed > 21*time.Minute && laptops["C"].now.Sub(start) < 21*time.Minute:
			c := laptops["C"]
			c.now = now
			c.keys("p")
			c.now = now.Add(25 * time.Second)
			c.keys("p", "s", "14.02", "enter")
		}
		phase, clock, _ := laptops["A"].at(now)
		if !strings.Contains(phase, "ronde") {
			t.Fatalf("%v after the start it shows\n%s", passed, laptops["A"].screen())
		}
		roles := map[string]int{}
		for letter, p := range laptops {
			gotPhase, gotClock, role := p.at(now)
			if gotPhase != phase || gotClock != clock {
				t.Fatalf("%v after the start %s shows %q\n%s\nA shows %q\n%s", passed, letter, gotPhase, gotClock, phase, clock)
			}
			roles[role]++
		}
		if strings.Contains(phase, "gesprek") && len(roles) != 3 {
			t.Fatalf("%v after the start the roles are %v", passed, roles)
		}
	}
	for letter, p := range laptops {
		p.now = start.Add(31 * time.Minute)
		if s := p.screen(); !strings.Contains(s, "De rondes zijn klaar") {
			t.Errorf("%s shows after the rounds\n%s", letter, s)
		}
	}
}

func TestAPauseMovesTheStartForTheOthersToType(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 14, 2, 0, 0, time.Local)
	a := laptop(t, t.TempDir(), "A", "14.02", start.Add(-time.Minute))
	b := laptop(t, t.TempDir(), "B", "14.02", start.Add(-time.Minute))
	a.now = start.Add(2 * time.Minute)
	a.keys("p")
	a.now = start.Add(3*time.Minute + 4*time.Second)
	a.keys("p")
	a.shows("14.03.10") // on a whole ten seconds, so that it can be typed
	b.now = a.now
	b.keys("s", "14.03.10", "enter")
	now := start.Add(5 * time.Minute)
	onePhase, oneClock, _ := a.at(now)
	otherPhase, otherClock, _ := b.at(now)
	if onePhase != otherPhase || oneClock != otherClock {
		t.Errorf("%s\n%s\nand\n%s\n%s", onePhase, oneClock, otherPhase, otherClock)
	}
}

func TestADigitNeverLandsInATextAndALetterNeverTallies(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 14, 2, 0, 0, time.Local)
	c := laptop(t, t.TempDir(), "C", "14.02", start.Add(-time.Minute))
	press := func(passed time.Duration, keys ...string) {
		c.now = start.Add(passed)
		c.keys(keys...)
	}
	press(time.Minute, "1", "1", "x") // C observes the first conversation
	press(4*time.Minute+59*time.Second, "1")
	press(5*time.Minute+500*time.Millisecond, "1") // too late, and no text either
	press(5*time.Minute+10*time.Second, "een vraag")
	press(8*time.Minute+59*time.Second, " a")
	press(9*time.Minute+500*time.Millisecond, "f") // still writing when the roles change
	press(9*time.Minute+20*time.Second, "p")       // and not any more
	if s := c.screen(); !strings.Contains(s, "De klok staat stil") {
		t.Errorf("p is no pause:\n%s", s)
	}
	c.save()
	text := c.file("06-dialoog.md")
	if !strings.Contains(text, "\neen vraag af\n") || !strings.Contains(text, "| 3 ") {
		t.Errorf("kept\n%s", text)
	}
}

func TestNoStepBackTakesWordsAlong(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 14, 2, 0, 0, time.Local)
	c := laptop(t, t.TempDir(), "C", "14.02", start.Add(-time.Minute))
	c.now = start.Add(time.Minute)
	c.keys("1", "1")
	c.now = start.Add(5*time.Minute + 10*time.Second)
	c.keys("een vraag", "esc", "ctrl+z", "ctrl+z", "ctrl+z").save()
	if text := c.file("06-dialoog.md"); !strings.Contains(text, "een vraag") || !strings.Contains(text, "klok: 2026-11-23 14.02.00") {
		t.Errorf("kept\n%s", text)
	}
	four := 4
	p := begin(t, t.TempDir(), Open{Chapter: &four, Exercise: "barrieres"}, 80, 30).toInstrument("barrieres")
	p.keys("b", "enter", "tab", "o", "oneens, want het is onze brief", "esc", "ctrl+z", "ctrl+z").save()
	if text := p.file("04-barrieres.md"); !strings.Contains(text, "onze brief") {
		t.Errorf("kept\n%s", text)
	}
}

func TestATallyOfBeforeAStartIsTakenBackByItsDigit(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 14, 2, 0, 0, time.Local)
	dir := t.TempDir()
	c := laptop(t, t.TempDir(), "C", "14.02", start.Add(-time.Minute))
	c.now = start.Add(time.Minute)
	c.keys("1", "1", "6").notesTo(dir)
	again := laptop(t, dir, "C", "", start.Add(2*time.Minute))
	again.keys("backspace")
	again.shows("Welke haal je terug")
	again.keys("1").save()
	if text := again.file("06-dialoog.md"); !strings.Contains(text, "| 1 ") || strings.Contains(text, "| 2 ") {
		t.Errorf("kept\n%s", text)
	}
}

func TestStoppingIsAlwaysInSight(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 14, 2, 0, 0, time.Local)
	for _, letter := range []string{"A", "B", "C"} {
		p := laptop(t, t.TempDir(), letter, "14.02", start.Add(-time.Minute))
		p.send(tea.WindowSizeMsg{Width: 60, Height: 18})
		for passed := -30 * time.Second; passed < 31*time.Minute; passed += 20 * time.Second {
			p.now = start.Add(passed)
			if s := p.screen(); !strings.Contains(s, "Stoppen of pauze mag altijd.") {
				t.Fatalf("%s, %v after the start:\n%s", letter, passed, s)
			}
		}
	}
}
