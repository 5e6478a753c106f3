package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"werkboek/internal/export"
	"werkboek/internal/notes"
)

// takeTo is a person who wrote something, in front of what can be taken along.
func takeTo(t testing.TB, dir string, width, height int) *play {
	t.Helper()
	p := begin(t, dir, Open{}, width, height)
	to := filepath.Join(t.TempDir(), "Documenten")
	p.root.deps.Write = export.Writer{Disk: notes.OS(), Notes: dir}.Write
	p.root.deps.Documents = to
	write := func(chapter int, name, field, text string) {
		ex := p.root.book.Course().Exercise(name)
		ref := p.root.book.Ref(ex, chapter)
		p.root.book.Accept(p.root.book.Opener(ref)().Opened, true)
		p.root.book.Set(ref, field, text)
	}
	write(0, "leervraag", "RF-4", "Ik wil doorvragen zonder in te vullen, ook als het stil wordt.")
	write(1, "wie-ben-ik", "WB-1", "- moeder\n- collega")
	write(2, "eiland", "FI-1", "iedereen op tijd is")
	write(2, "eiland", "FI-17", "wat een rare gewoonte")
	write(5, "wat-neem-ik-mee", "RF-1", "Ik vulde in dat ze geen zin had.\nIk vroeg het niet.")
	write(5, "wat-neem-ik-mee", "RF-3", "Vragen wat het betekent.")
	write(9, "einde-dag", "RF-5", "Halverwege.")
	p.save()
	return p.keys(".").choose("Meenemen").keys("enter")
}

func (p *play) documents(t testing.TB) map[string]string {
	t.Helper()
	all := map[string]string{}
	list, _ := os.ReadDir(p.root.deps.Documents)
	for _, e := range list {
		data, err := os.ReadFile(filepath.Join(p.root.deps.Documents, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

func TestTakingScreens(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		for name, make := range map[string]func(p *play) *play{
			"keuze":      func(p *play) *play { return p.keys("down", " ") },
			"geschreven": func(p *play) *play { return p.keys("down", " ", "enter") },
			"map":        func(p *play) *play { return p.keys("w", "/stick") },
		} {
			t.Run(name+"-"+s.name, func(t *testing.T) {
				t.Parallel()
				p := takeTo(t, t.TempDir(), s.width, s.height)
				p.root.deps.Write = func(dir, file string, _ []byte) (string, error) { return dir + "/" + file, nil }
				p.root.deps.Documents = "/thuis/Documenten"
				golden.RequireEqual(t, make(p.keys("esc", "enter")).screen())
			})
		}
	}
	t.Run("leeg-80x24", func(t *testing.T) {
		t.Parallel()
		golden.RequireEqual(t, begin(t, t.TempDir(), Open{}, 80, 24).keys(".").choose("Meenemen").keys("enter").screen())
	})
}

func TestWhatIsOnIsWrittenAndNothingElse(t *testing.T) {
	t.Parallel()
	p := takeTo(t, t.TempDir(), 80, 24)
	p.keys("enter")
	p.shows("Klaar. Je bestand staat hier:")
	p.shows("mijn-werkboek-2026-11-23.md")
	doc := p.documents(t)["mijn-werkboek-2026-11-23.md"]
	if !strings.Contains(doc, "iedereen op tijd is") || strings.Contains(doc, "moeder") || strings.Contains(doc, "rare gewoonte") {
		t.Errorf("written is\n%s", doc)
	}
	p.keys("home", " ", "down", " ", "enter")
	p.shows("persoonlijke delen gaan mee")
	doc = p.documents(t)["mijn-werkboek-2026-11-23-2.md"]
	if strings.Contains(doc, "doorvragen") || !strings.Contains(doc, "moeder") {
		t.Errorf("written is\n%s", doc)
	}
}

func TestAllIsOneKeyAndBackAnother(t *testing.T) {
	t.Parallel()
	p := takeTo(t, t.TempDir(), 80, 24)
	p.shows("4 van de 6 delen gaan mee")
	p.keys("a").shows("6 van de 6 delen gaan mee")
	p.keys("a").shows("4 van de 6 delen gaan mee")
	p.keys(" ", "down", "down", " ", "end", " ", "up", " ", "enter")
	p.shows("Er staat niets aan")
	if len(p.documents(t)) > 0 {
		t.Error("something was written")
	}
}

func TestTheEmptyWorkbookIsOneKey(t *testing.T) {
	t.Parallel()
	p := takeTo(t, t.TempDir(), 80, 24)
	p.keys("l")
	p.shows("Het lege werkboek staat hier:")
	if doc := p.documents(t)[export.BlankFile]; !strings.Contains(doc, "### Fantasy Island") || strings.Contains(doc, "als het stil wordt") {
		t.Errorf("written is\n%.400s", doc)
	}
}

func TestAnotherFolderIsTypedAndTheNotesFolderIsRefused(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := takeTo(t, dir, 120, 36)
	other := filepath.Join(t.TempDir(), "stick")
	p.keys("w", "ctrl+a", other, "enter", "enter")
	p.shows("Je bestand staat hier:")
	if list, _ := os.ReadDir(other); len(list) != 1 {
		t.Errorf("in the other folder stands %v", list)
	}
	p.keys("w", "ctrl+a")
	p.send(tea.PasteMsg{Content: `"` + dir + `"`})
	p.keys("esc", "enter")
	p.shows("! Niet gelukt: in die map staan je notities.")
	p.shows("Druk op w voor een andere map")
	p.keys("w", "ctrl+a", "backspace", "enter", "enter")
	if len(p.documents(t)) != 1 {
		t.Error("an empty folder is not the usual one")
	}
}

func TestAChangeElsewhereKeepsWhatWasChosen(t *testing.T) {
	t.Parallel()
	p := takeTo(t, t.TempDir(), 120, 36)
	p.keys(" ", "down", " ")
	p.send(notes.Event{Ref: notes.MarginOf(3), What: notes.Changed})
	p.shows("○ Leervraag")
	p.shows("● Wie ben ik")
}

func TestAClickChoosesAndTurnsOn(t *testing.T) {
	t.Parallel()
	p := takeTo(t, t.TempDir(), 80, 24)
	click := tea.MouseClickMsg{X: 14, Y: 5, Button: tea.MouseLeft}
	p.send(click)
	p.shows("○ Wie ben ik")
	p.send(click)
	p.shows("● Wie ben ik")
}

func TestMeerShowsTheChosenLineInTheLowestWindow(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 50, 14)
	p.keys(".", "end").shows("Stoppen")
	p.keys("home").shows("Presenteren")
	p.keys("down").shows("Meenemen")
}

func TestWhatIsPastedGoesToTheScreenOnTopOnly(t *testing.T) {
	t.Parallel()
	p := drieStappen(begin(t, t.TempDir(), Open{Chapter: five()}, 80, 24))
	p.run(p.root.push(p.root.taking()))
	p.keys("w", "ctrl+a")
	p.send(tea.ClipboardMsg{Content: "/tmp/mijn-map"})
	p.shows("/tmp/mijn-map")
	p.keys("enter", "esc")
	if strings.Contains(p.screen(), "mijn-map") {
		t.Errorf("it stands on the page too:\n%s", p.screen())
	}
}
