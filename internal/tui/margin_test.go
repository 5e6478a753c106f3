package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
)

// toBlock goes to a paragraph of chapter 5 that stands above an exercise.
func (p *play) toBlock() *play {
	return p.keys("5").toEntry("oefening Drie stappen").keys("up", "up")
}

// toEntry goes to an entry of the contents of a chapter.
func (p *play) toEntry(title string) *play {
	p.t.Helper()
	return p.keys("i", "home").choose(title).keys("enter")
}

// choose goes down a list to an entry.
func (p *play) choose(title string) *play {
	p.t.Helper()
	for range 40 {
		for line := range strings.SplitSeq(p.screen(), "\n") {
			if _, chosen, ok := strings.Cut(line, "›"); ok && strings.Contains(chosen, title) {
				return p
			}
		}
		p.keys("down")
	}
	p.t.Fatalf("no entry %q in the list:\n%s", title, p.screen())
	return p
}

func (p *play) file(name string) string {
	p.t.Helper()
	data, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(data)
}

func TestNewsOfAnotherNoteLeavesTheOneThatIsTyped(t *testing.T) {
	p := begin(t, t.TempDir(), Open{}, 120, 30).toBlock()
	p.keys("m", "Regel", "esc", "m")
	p.screen()
	p.keys(" twee")
	p.screen()
	p.send(notes.Event{Ref: notes.Ref{Name: "leervraag"}, What: notes.Changed})
	p.keys("!").save()
	if got := p.file("05-kantlijn.md"); !strings.Contains(got, "Regel twee!") {
		t.Errorf("the margin holds\n%s", got)
	}
}

func TestAMarginNoteThatChangedOutsideIsShownWhileItIsOpen(t *testing.T) {
	p := begin(t, t.TempDir(), Open{}, 120, 30).toBlock()
	p.keys("m", "Regel", "esc", "m").save()
	ref := notes.MarginOf(5)
	o, _ := p.desk.Read(ref)
	s := o.Sheet
	p.send(notes.Event{Ref: ref, What: notes.Changed, Edit: 1 << 30, Exists: true, Sheet: s.With(s.Fields()[0].ID, "", "Regel van een ander")})
	p.keys("!").save()
	if got := p.file("05-kantlijn.md"); !strings.Contains(got, "Regel van een ander!") {
		t.Errorf("the margin holds\n%s", got)
	}
}

func TestANoteWhoseTextChangedIsNotOverwritten(t *testing.T) {
	first := begin(t, t.TempDir(), Open{}, 120, 30).toBlock()
	first.keys("m", "eigen notitie", "esc").save()
	text := first.file("05-kantlijn.md")
	at := strings.Index(text, "## ")
	heading, _, _ := strings.Cut(text[at:], "\n")
	hash := strings.Split(strings.Fields(heading)[1], "/")[1]
	orphan := strings.Replace(heading, hash, "00000000", 1) + "\n\nwees notitie\n\n"
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "05-kantlijn.md"), []byte(text[:at]+orphan+text[at:]), 0o600); err != nil {
		t.Fatal(err)
	}
	p := begin(t, dir, Open{}, 120, 30).toBlock()
	p.keys("m", "X", "esc").save()
	now := p.file("05-kantlijn.md")
	if !strings.Contains(now, "eigen notitieX") || strings.Count(now, "wees notitie") != 1 {
		t.Errorf("it holds\n%s", now)
	}
}

func TestAClickInAFieldLeavesTheMargin(t *testing.T) {
	p := begin(t, t.TempDir(), Open{Chapter: five(), Exercise: "wat-neem-ik-mee"}, 120, 30)
	p.keys("AAA", "esc", "up", "up", "up", "m", "kant")
	for y, line := range strings.Split(p.screen(), "\n") {
		if before, _, ok := strings.Cut(line, "AAA"); ok {
			p.send(tea.MouseClickMsg{X: len([]rune(before)), Y: y, Button: tea.MouseLeft})
			p.keys("ZZZ")
			if s := p.screen(); strings.Contains(s, "kantZZZ") || !strings.Contains(s, "ZZZ") {
				t.Errorf("typed into\n%s", s)
			}
			return
		}
	}
	t.Errorf("the field is not on the screen:\n%s", p.screen())
}
