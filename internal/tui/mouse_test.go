package tui

import (
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// signRow gives the row of the window with the sign of what is chosen.
func (p *play) signRow() int {
	p.t.Helper()
	for i, line := range strings.Split(p.screen(), "\n") {
		if strings.Contains(line, "›") {
			return i
		}
	}
	p.t.Fatalf("nothing is chosen on\n%s", p.screen())
	return -1
}

func (p *play) clickRow(row int) *play {
	p.send(tea.MouseClickMsg{X: p.root.env.Layout().Axis + 2, Y: row, Button: tea.MouseLeft})
	return p
}

// unplaced gives the screen without the folders of this run.
func (p *play) unplaced() string { return folders.ReplaceAllString(p.screen(), "MAP") }

var folders = regexp.MustCompile(`/\S+`)

func TestTheMouseDoesInAListWhatTheKeysDo(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		open      func(t *testing.T) *play
		turnsText bool // the wheel does, and chooses nothing
	}{
		"Meer":      {func(t *testing.T) *play { return begin(t, t.TempDir(), Open{}, 80, 40).keys(".") }, false},
		"Meer, low": {func(t *testing.T) *play { return begin(t, t.TempDir(), Open{}, 80, 24).keys(".") }, false},
		"the notes": {func(t *testing.T) *play { return begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).keys("n") }, false},
		"wiping": {func(t *testing.T) *play {
			return begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).toWiping("Het hele werkboek")
		}, false},
		"earlier versions": {func(t *testing.T) *play {
			return begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).keys("n", "enter")
		}, true},
		"beside the text": {func(t *testing.T) *play {
			return begin(t, lay(t, t.TempDir(), history()), Open{}, 140, 36).keys("n", "enter")
		}, true},
		"stopping unsaved": {func(t *testing.T) *play {
			p, _, _ := onFullDisk(t, 80, 24)
			p.quits("ctrl+q")
			return p
		}, false},
	} {
		open := c.open
		keyed := open(t)
		first := keyed.signRow()
		keyed.keys("down")
		second, want := keyed.signRow(), keyed.unplaced()
		if got := open(t).clickRow(second).unplaced(); got != want {
			t.Errorf("%s: a click on the second shows\n%s\ndown shows\n%s", name, got, want)
		}
		back := open(t).clickRow(second)
		if got, want := back.clickRow(back.signRow()).unplaced(), open(t).keys("down", "enter").unplaced(); got != want {
			t.Errorf("%s: a second click shows\n%s\nenter shows\n%s", name, got, want)
		}
		if got, want := open(t).clickRow(0).unplaced(), open(t).unplaced(); got != want {
			t.Errorf("%s: a click on the title shows\n%s", name, got)
		}
		if c.turnsText {
			continue
		}
		turned := open(t)
		if turned.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown}); turned.unplaced() != want {
			t.Errorf("%s: the wheel shows\n%s", name, turned.unplaced())
		}
		if turned.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp}); turned.signRow() != first {
			t.Errorf("%s: the wheel back shows\n%s", name, turned.unplaced())
		}
	}
}

func TestAClickOnTheTextOfAVersionChoosesNoOther(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 140, 36).keys("n", "enter")
	before := p.screen()
	for row := range 30 {
		p.send(tea.MouseClickMsg{X: 120, Y: row, Button: tea.MouseLeft})
	}
	if p.screen() != before {
		t.Errorf("clicks beside the list show\n%s", p.screen())
	}
}

func TestAClickOnTheLinesOfTheProgramChoosesNothing(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(t *testing.T) *play{
		"Meer":      func(t *testing.T) *play { return begin(t, t.TempDir(), Open{}, 80, 27).keys(".") },
		"wiping":    func(t *testing.T) *play { return wornWorkbook(t).toWiping("Het hele werkboek") },
		"the notes": func(t *testing.T) *play { return wornWorkbook(t).keys("n") },
		"earlier versions": func(t *testing.T) *play {
			return begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).keys("n", "enter")
		},
		"stopping unsaved": func(t *testing.T) *play {
			p, _, _ := onFullDisk(t, 60, 18)
			p.quits("ctrl+q")
			return p
		},
	} {
		p := open(t)
		before := p.above()
		for row := p.root.env.Body(); row < p.root.env.Height; row++ {
			p.clickRow(row)
		}
		if got := p.above(); got != before {
			t.Errorf("%s: clicks on the lines below show\n%s", name, got)
		}
	}
}

func TestAListHoldsStillUnderTheMouse(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(t *testing.T) *play{
		"Meer":      func(t *testing.T) *play { return begin(t, t.TempDir(), Open{}, 60, 18).keys(".") },
		"Meenemen":  func(t *testing.T) *play { return wornWorkbook(t).keys(".").toRow("Meenemen").keys("enter") },
		"the notes": func(t *testing.T) *play { return wornWorkbook(t).keys("n") },
		"wiping":    func(t *testing.T) *play { return wornWorkbook(t).toWiping("Het hele werkboek") },
	} {
		p := open(t)
		for range 40 {
			p.keys("down") // to the end: the column was scrolled
		}
		rows := strings.Split(p.screen(), "\n")
		for at, was := 0, p.signRow(); at < p.root.env.Body(); at++ { // the first row on which a click chooses
			if p.clickRow(at); p.signRow() == was {
				continue
			}
			if row := strings.Split(p.screen(), "\n")[at]; p.signRow() != at || bare(row) != bare(rows[at]) {
				t.Errorf("%s: a click on %q chose %q", name, rows[at], strings.Split(p.screen(), "\n")[p.signRow()])
			}
			break
		}
	}
}

// bare gives a row without the sign of what is chosen.
func bare(row string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(row, "›", "")), " ")
}

func TestWhileAVersionIsAskedAboutClicksChooseNoOther(t *testing.T) {
	t.Parallel()
	p := begin(t, lay(t, t.TempDir(), history()), Open{}, 80, 24).keys("n", "enter", "enter")
	before := p.screen()
	for row := range p.root.env.Body() {
		p.clickRow(row)
	}
	if got := p.screen(); got != before {
		t.Errorf("clicks show\n%s", got)
	}
}

func TestWhileAFolderIsTypedTheMouseChoosesNothing(t *testing.T) {
	t.Parallel()
	p, _, _ := onFullDisk(t, 80, 24)
	p.quits("ctrl+q")
	p.keys("down", "enter", "/ergens")
	for row := range p.root.env.Height {
		p.clickRow(row)
		p.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	}
	if p.left {
		t.Error("it stopped")
	}
	p.shows("/ergens")
}

func TestInAFolderOneCopiesAndPastes(t *testing.T) {
	t.Parallel()
	p, _, _ := onFullDisk(t, 80, 24)
	p.quits("ctrl+q")
	p.keys("down", "enter", "/ergens", "ctrl+a", "ctrl+c", "end", "ctrl+v")
	p.shows("/ergens/ergens")
}

func TestWhatAClickSaysStaysWhenTheButtonGoesUp(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 80, 40).keys(".").toRow("Thema")
	row := p.signRow()
	p.clickRow(row).clickRow(row)
	said := p.root.said
	p.send(tea.MouseReleaseMsg{X: p.root.env.Layout().Axis + 2, Y: row})
	if said == "" || p.root.said != said {
		t.Errorf("it said %q, and then %q", said, p.root.said)
	}
}
