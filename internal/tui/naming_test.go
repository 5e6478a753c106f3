package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
)

// named are the instruments in which something of one's own gets a name.
var named = []struct {
	exercise string
	chapter  int
}{{"barrieres", 4}, {"kring", 3}}

// naming begins to name something of one's own in each of them.
func naming(t *testing.T, test func(t *testing.T, p *play, ref notes.Ref)) {
	for _, n := range named {
		t.Run(n.exercise, func(t *testing.T) {
			t.Parallel()
			p := begin(t, t.TempDir(), Open{Chapter: &n.chapter, Exercise: n.exercise}, 80, 24)
			p.toInstrument(n.exercise)
			test(t, p.keys("+"), p.root.book.Ref(p.root.deps.Course.Exercise(n.exercise), n.chapter))
		})
	}
}

func TestANameIsKeptLetterByLetter(t *testing.T) {
	t.Parallel()
	naming(t, func(t *testing.T, p *play, ref notes.Ref) {
		for _, letter := range []string{"z", "w", "e", "m"} {
			p.keys(letter).save()
		}
		if files := under(t, p.dir, "zwem"); len(files) != 1 || !p.root.book.Exists(ref) {
			t.Errorf("before it is ready it stands in %v", files)
		}
		p.shows("zwem")
		if n := strings.Count(p.screen(), "zwem"); n != 1 {
			t.Errorf("it stands on the screen %d times", n)
		}
		p.keys("backspace", "l", "esc").save()
		if len(under(t, p.dir, "zwel")) != 1 || len(under(t, p.dir, "zwem")) > 0 {
			t.Errorf("it was %v, and is %v", under(t, p.dir, "zwem"), under(t, p.dir, "zwel"))
		}
		p.keys("ctrl+z").save()
		if files := under(t, p.dir, "zwe"); len(files) > 0 {
			t.Errorf("one step back it still stands in %v", files)
		}
	})
}

func TestANameThatWasTakenBackIsNothing(t *testing.T) {
	t.Parallel()
	naming(t, func(t *testing.T, p *play, ref notes.Ref) {
		p.keys("eerst", "esc", "+", "dan", "backspace", "backspace", "backspace", "esc").save()
		if len(under(t, p.dir, "eerst")) != 1 || len(under(t, p.dir, "dan |")) > 0 {
			t.Errorf("the first stands in %v", under(t, p.dir, "eerst"))
		}
		p.keys("ctrl+z").save()
		if files := under(t, p.dir, "eerst"); len(files) > 0 {
			t.Errorf("one step back is no step: %v", files)
		}
	})
}

func TestANameThatPassesAnotherLeavesThatAlone(t *testing.T) {
	t.Parallel()
	naming(t, func(t *testing.T, p *play, ref notes.Ref) {
		p.keys("fiets", "esc", "+", "fietser", "esc").save()
		if len(under(t, p.dir, "fiets ")) != 1 || len(under(t, p.dir, "fietser")) != 1 {
			t.Errorf("fiets is in %v, fietser in %v", under(t, p.dir, "fiets "), under(t, p.dir, "fietser"))
		}
	})
}

func TestANameIsKeptWhenTheNoteChangesUnderIt(t *testing.T) {
	t.Parallel()
	naming(t, func(t *testing.T, p *play, ref notes.Ref) {
		p.keys("zwem")
		p.send(notes.Event{Ref: ref, What: notes.Changed, Edit: 1 << 30})
		p.keys("men").save()
		if len(under(t, p.dir, "zwemmen")) != 1 {
			t.Error("the name is gone")
		}
	})
}

func TestWordsThatAreCutFromANameCanBePasted(t *testing.T) {
	t.Parallel()
	naming(t, func(t *testing.T, p *play, _ notes.Ref) {
		p.keys("zwem", "ctrl+a", "ctrl+x")
		if got := p.root.env.Clip.Text; got != "zwem" {
			t.Errorf("cut %q", got)
		}
		p.keys("ctrl+v")
		p.send(tea.WindowSizeMsg{Width: 50, Height: 14})
		if p.keys("esc").save(); len(under(t, p.dir, "zwem")) != 1 {
			t.Error("pasted nothing")
		}
	})
}
