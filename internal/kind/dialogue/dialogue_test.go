package dialogue_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/kind/dialogue"
	"werkboek/internal/sheet"
)

const definition = `---
letter: L
groep: G
vraag: V
schemas:
  - groep: 3
    rollen: [spreker, luisteraar, waarnemer]
    fasen: [{id: gesprek, naam: gesprek, seconden: 300}, {id: stil, naam: stil, seconden: 60}, {id: terug, naam: terug, seconden: 180}, {id: wissel, naam: wissel, seconden: 60}]
  - groep: 4
    rollen: [spreker, luisteraar, waarnemer, waarnemer]
    fasen: [{id: gesprek, naam: gesprek, seconden: 240}, {id: stil, naam: stil, seconden: 30}, {id: terug, naam: terug, seconden: 120}, {id: wissel, naam: wissel, seconden: 60}]
turven:
  - {toets: "1", id: DI-4a, naam: open vraag, kant: helpt}
  - {toets: "6", id: DI-4f, naam: gesloten vraag, kant: stopt}
rondevelden:
  - {id: DI-5, rol: waarnemer, vraag: Welke vraag opende het?, soort: regel}
  - {id: DI-7, rol: luisteraar, vraag: Wat slikte ik in?, soort: tekst}
  - {id: DI-9, rol: spreker, vraag: Hoe begrepen?, soort: getal, van: 1, tot: 5}
---
`

func parsed(t testing.TB) kind.Definition {
	t.Helper()
	doc, problems := frontmatter.Parse("dialoog.md", []byte(definition))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	head := kind.Head{ID: "dialoog", Before: []kind.Field{{ID: "L", Sort: kind.Choice}, {ID: "G", Sort: kind.Choice}, {ID: "V", Sort: kind.Prose}}}
	d, problems := dialogue.Kind{}.Parse(head, doc)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return d
}

func answer(t testing.TB, letter, group string) dialogue.Answer {
	t.Helper()
	return parsed(t).Read(sheet.New("Dialoog")).Set("L", letter).Set("G", group).(dialogue.Answer)
}

func TestEverybodyHasEveryRoleInTheSchemes(t *testing.T) {
	t.Parallel()
	want := map[string][][]string{
		"3": {{"A", "B", "C"}, {"B", "C", "A"}, {"C", "A", "B"}},
		"4": {{"A", "B", "C", "D"}, {"B", "C", "D", "A"}, {"C", "D", "A", "B"}, {"D", "A", "B", "C"}},
	}
	for group, rounds := range want {
		s, ok := answer(t, "A", group).Scheme()
		if !ok || s.Group != len(rounds) {
			t.Fatalf("scheme of %s: %+v", group, s)
		}
		for round, letters := range rounds {
			for role, letter := range letters {
				if got := s.Who(role, round); got != int(letter[0]-'A') {
					t.Errorf("group of %s, round %d: role %d has %c, want %s", group, round+1, role, 'A'+got, letter)
				}
				if got := s.Role(int(letter[0]-'A'), round); got != role {
					t.Errorf("group of %s, round %d: %s has role %d, want %d", group, round+1, letter, got, role)
				}
			}
		}
	}
}

func TestBothSchemesTakeHalfAnHour(t *testing.T) {
	t.Parallel()
	for _, group := range []string{"3", "4"} {
		s, _ := answer(t, "A", group).Scheme()
		if d := time.Duration(s.Group) * s.Length(); d != 30*time.Minute {
			t.Errorf("a group of %s takes %v", group, d)
		}
	}
}

var start = time.Date(2026, 11, 23, 14, 2, 0, 0, time.Local)

func TestThePhaseFollowsFromTheStart(t *testing.T) {
	t.Parallel()
	s, _ := answer(t, "A", "3").Scheme()
	for after, want := range map[time.Duration]dialogue.Moment{
		-90 * time.Second:              {Early: true, Left: 90 * time.Second},
		0:                              {Round: 0, Phase: 0, Left: 5 * time.Minute},
		5*time.Minute - time.Second:    {Round: 0, Phase: 0, Left: time.Second},
		5 * time.Minute:                {Round: 0, Phase: 1, Left: time.Minute},
		9*time.Minute + 30*time.Second: {Round: 0, Phase: 3, Left: 30 * time.Second},
		10 * time.Minute:               {Round: 1, Phase: 0, Left: 5 * time.Minute},
		26 * time.Minute:               {Round: 2, Phase: 2, Left: 3 * time.Minute},
		30 * time.Minute:               {Round: 2, Phase: 3, Over: true},
		5 * time.Hour:                  {Round: 2, Phase: 3, Over: true},
	} {
		if got := s.At(start, start.Add(after)); got != want {
			t.Errorf("after %v: %+v, want %+v", after, got, want)
		}
	}
}

func TestWhoTypesTheNewStartIsInPhase(t *testing.T) {
	t.Parallel()
	s, _ := answer(t, "A", "3").Scheme()
	rapid.Check(t, func(t *rapid.T) {
		stop := time.Duration(rapid.IntRange(0, 1700_000).Draw(t, "stop ms")) * time.Millisecond
		stand := time.Duration(rapid.IntRange(0, 600_000).Draw(t, "stand ms")) * time.Millisecond
		c := dialogue.Clock{Start: start}
		if rapid.Bool().Draw(t, "longer") {
			c = c.Longer()
		}
		paused := c.Pause(start.Add(stop))
		on := paused.Pause(start.Add(stop + stand))
		typed, err := dialogue.ParseStart(on.Said(), start)
		if err != nil || !typed.Equal(on.Start) {
			t.Fatalf("said %s, typed %v, is %v: %v", on.Said(), typed, on.Start, err)
		}
		now := start.Add(stop + stand + 15*time.Second)
		if a, b := on.At(s, now), s.At(typed, now); a != b {
			t.Fatalf("one is at %+v, the other at %+v", a, b)
		}
		lost := on.Start.Sub(c.Start) - stand
		if lost < -time.Second || lost > 11*time.Second {
			t.Fatalf("a pause of %v moved the start by %v", stand, on.Start.Sub(c.Start))
		}
	})
}

func TestTimesAreReadAsPeopleTypeThem(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"14.02": "14.02", "14:02": "14.02", "1402": "14.02", "9.5": "09.05", "14.02.30": "14.02.30", " 14 u": "", "25.00": "", "": "", "nu": ""} {
		got, err := dialogue.ParseStart(text, start)
		if want == "" {
			if err == nil {
				t.Errorf("%q is read as %v", text, got)
			}
			continue
		}
		if said := (dialogue.Clock{Start: got}).Said(); err != nil || said != want {
			t.Errorf("%q is read as %s, %v", text, said, err)
		}
	}
}

func TestTheNoteGivesTheSameDialogueBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		def := parsed(&testing.T{})
		a := def.Read(sheet.New("Dialoog")).Set("L", "C").Set("G", "3").(dialogue.Answer)
		if rapid.Bool().Draw(t, "started") {
			a = a.WithClock(dialogue.Clock{Start: start, Paused: rapid.Bool().Draw(t, "paused")})
		}
		for range rapid.IntRange(0, 30).Draw(t, "tallies") {
			if rapid.IntRange(0, 4).Draw(t, "back") == 0 {
				a, _ = a.Untally(rapid.IntRange(0, 2).Draw(t, "round"))
				continue
			}
			a = a.Tally(rapid.SampledFrom([]string{"DI-4a", "DI-4f"}).Draw(t, "id"), rapid.IntRange(0, 2).Draw(t, "round"))
		}
		words := rapid.StringMatching(`[^\r\x00]{0,40}`).Draw(t, "words")
		a = a.Set("DI-5@2", words).(dialogue.Answer)
		s, err := sheet.Parse(a.Sheet().Bytes())
		if err != nil {
			t.Fatal(err)
		}
		b := def.Read(s).(dialogue.Answer)
		if got, _ := b.Value("DI-5@2"); got != words || b.Clock() != a.Clock() {
			t.Fatalf("words %q, clock %+v; wrote %q, %+v", got, b.Clock(), words, a.Clock())
		}
		for round := range 3 {
			for _, id := range []string{"DI-4a", "DI-4f"} {
				if a.Count(id, round) != b.Count(id, round) {
					t.Fatalf("%s of round %d: wrote %d, read %d", id, round+1, a.Count(id, round), b.Count(id, round))
				}
			}
		}
	})
}

func TestATallyIsTakenBackAndNoStoryHasAPlace(t *testing.T) {
	t.Parallel()
	a := answer(t, "C", "3").Tally("DI-4a", 0).Tally("DI-4a", 0).Tally("DI-4f", 1)
	a, ok := a.Untally(1)
	if !ok || a.Count("DI-4f", 1) != 0 || a.Count("DI-4a", 0) != 2 {
		t.Errorf("after taking one back: %d and %d", a.Count("DI-4a", 0), a.Count("DI-4f", 1))
	}
	if asks := a.RoundAsks(0, kind.Env{}); len(asks) != 1 || asks[0].Field.ID != "DI-5@1" {
		t.Errorf("the observer is asked %+v", asks)
	}
	if asks := a.RoundAsks(1, kind.Env{}); len(asks) != 1 || asks[0].Field.ID != "DI-7@2" {
		t.Errorf("the listener is asked %+v", asks)
	}
}

func TestAHandEditedTableKeepsItsOtherRows(t *testing.T) {
	t.Parallel()
	s, err := sheet.Parse([]byte("## turven · Turven\n\n| | ronde 1 |\n|-|-|\n| DI-4a open vraag | 2 |\n| eigen rij | veel |\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	a := parsed(t).Read(s).(dialogue.Answer).Tally("DI-4a", 0)
	out := string(a.Sheet().Bytes())
	if a.Count("DI-4a", 0) != 3 || !containsAll(out, "eigen rij", "veel", "| 3") {
		t.Errorf("it holds\n%s", out)
	}
}

func containsAll(s string, parts ...string) bool {
	for _, p := range parts {
		if !strings.Contains(s, p) {
			return false
		}
	}
	return true
}

func read(t *testing.T, section string) dialogue.Answer {
	t.Helper()
	return parsed(t).Read(sheet.New("Dialoog").With(dialogue.Section, "", section)).(dialogue.Answer)
}

func TestTheRoundIsReadFromTheHead(t *testing.T) {
	t.Parallel()
	a := read(t, "| | ronde 1 | Ronde III | ronde 2 (kort) |\n|-|-|-|-|\n| DI-4a | II | 4 | 3 |")
	if a.Count("DI-4a", 0) != 2 || a.Count("DI-4a", 2) != 4 || a.Count("DI-4a", 1) != 3 {
		t.Errorf("read %d, %d, %d", a.Count("DI-4a", 0), a.Count("DI-4a", 1), a.Count("DI-4a", 2))
	}
	if out := string(a.Tally("DI-4f", 0).Sheet().Bytes()); !strings.Contains(out, "(kort)") || !strings.Contains(out, "| 2       | 3       | 4       |") {
		t.Errorf("it holds\n%s", out)
	}
	if far := read(t, "| | ronde 99 |\n|-|-|\n| DI-4a | 1 |"); far.Count("DI-4a", 98) != 0 {
		t.Error("a round that nobody can have is read")
	}
}

func TestATallyIsTakenBackInItsOwnRound(t *testing.T) {
	t.Parallel()
	a := answer(t, "C", "3").Tally("DI-4a", 0).Tally("DI-4f", 0).Tally("DI-4a", 1)
	a, ok := a.Untally(0)
	if !ok || a.Count("DI-4f", 0) != 0 || a.Count("DI-4a", 0) != 1 || a.Count("DI-4a", 1) != 1 {
		t.Errorf("after one: %d, %d, %d", a.Count("DI-4a", 0), a.Count("DI-4f", 0), a.Count("DI-4a", 1))
	}
	if _, ok = a.Untally(2); ok {
		t.Error("something of a round without tallies was taken back")
	}
	b := parsed(t).Read(a.Sheet()).(dialogue.Answer).TakeBack("DI-4a", 0).TakeBack("DI-4a", 0)
	if b.Count("DI-4a", 0) != 0 || b.Count("DI-4a", 1) != 1 {
		t.Errorf("after a restart: %d and %d", b.Count("DI-4a", 0), b.Count("DI-4a", 1))
	}
	if _, ok = a.TakeBack("DI-4a", 0).Untally(0); ok {
		t.Error("one tally was taken back twice")
	}
}

func TestTheLetterMayBeASmallOne(t *testing.T) {
	t.Parallel()
	if n, ok := answer(t, " c", "3").Letter(); !ok || n != 2 {
		t.Errorf("it is %d, %v", n, ok)
	}
}
