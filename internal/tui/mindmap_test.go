package tui

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"werkboek/internal/kind"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/notes"
)

// chosen gives the path of the node that the map's screen has chosen.
func (p *play) chosen() tree.Path {
	p.t.Helper()
	v := reflect.ValueOf(p.root.top()).Elem().FieldByName("chosen")
	if !v.IsValid() {
		p.t.Fatalf("no map is open:\n%s", p.screen())
	}
	path := tree.Path{}
	for i := range v.Len() {
		path = append(path, int(v.Index(i).Int()))
	}
	return path
}

// drawn writes a map as lines, with all that its nodes carry.
func drawn(m tree.Map) string {
	var b strings.Builder
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		b.WriteString(strings.Repeat("  ", len(p)) + n.Label)
		for _, s := range []string{n.ID, n.Remark, n.Gives, n.Way, [...]string{"", "right", "left"}[n.Side]} {
			b.WriteString("|" + s)
		}
		if n.Folded {
			b.WriteString("|folded")
		}
		b.WriteString("\n")
		return true
	})
	return b.String()
}

// labels writes a map as lines of its labels.
func labels(m tree.Map) string {
	var b strings.Builder
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		b.WriteString(strings.Repeat("  ", len(p)) + n.Label + "\n")
		return true
	})
	return b.String()
}

// key presses one key, whatever it is.
func (p *play) key(code rune, mod tea.KeyMod) *play {
	p.send(tea.KeyPressMsg{Code: code, Mod: mod})
	return p
}

// someMap is 31 nodes: those of the dossier, filled to six branches of four.
const someMap = `ik
  relaties
    buurvrouw
    vriend van vroeger
    moeder van een vriendje
    collega's van vroeger
  gezinsleven
    zus
    zoon
    dochter
    ouders ver weg
  gezondheid
    huisarts
    wandelen
    slechte nachten
    fysiotherapeut
  werk
    collega ploeg B
    rooster
    kantine
    cursus Nederlands
  wat verder telt
    koor op dinsdag
    volkstuin
    geloof
    muziek van thuis
  wonen
    balkon
    trap
    buren boven
    eigen woorden
`

// TestThirtyOneNodesCostTheirLettersAndLittleMore types a whole map. The exercise's own
// branches stand there already and cost no letters.
func TestThirtyOneNodesCostTheirLettersAndLittleMore(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 120, 36)
	pressed, letters, typed := 0, 0, 0
	press := func(names ...string) {
		p.keys(names...)
		pressed += len(names)
	}
	write := func(word string) {
		p.keys(word)
		pressed, letters, typed = pressed+len([]rune(word)), letters+len([]rune(word)), typed+1
	}
	lines := strings.Split(strings.TrimRight(someMap, "\n"), "\n")[1:]
	press("right", "up") // the first branch
	for i, line := range lines {
		word, deep := strings.TrimSpace(line), strings.HasPrefix(line, "    ")
		switch {
		case deep && strings.HasPrefix(lines[i-1], "    "):
			press("enter")
			write(word)
		case deep && (i == 1 || word == "balkon"):
			press("tab")
			write(word)
		case deep:
			write(word) // shift+tab made it
		case i > 0:
			press("shift+tab")
			if word == "wonen" {
				write(word)
			}
		}
	}
	press("esc")
	if got := labels(p.mindmap().Map()); got != someMap {
		t.Errorf("it made\n%s\nwant\n%s\n%s", got, someMap, p.screen())
	}
	if n := p.mindmap().Map().Core.Size(); n != 31 {
		t.Errorf("%d nodes", n)
	}
	t.Logf("%d keys for %d letters of %d nodes", pressed, letters, typed)
	if more := float64(pressed - letters); more > 1.3*float64(typed) {
		t.Errorf("%v keys more than the letters, for %d nodes", more, typed)
	}
}

// TestAMapOfOnesOwnCostsLittleMoreAsWell takes the exercise's branches away and types
// all 31 labels.
func TestAMapOfOnesOwnCostsLittleMoreAsWell(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 120, 36)
	p.keys("right", "up")
	for _, side := range []string{"right", "left"} {
		p.keys("home", side)
		for range 3 { // one at the core, which stays
			p.key(tea.KeyDelete, 0)
		}
	}
	p.keys("home", "r", "ctrl+a")
	pressed, letters, deep := 0, 0, 0
	for i, line := range strings.Split(strings.TrimRight(someMap, "\n"), "\n") {
		word := strings.TrimSpace(line)
		at := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		if i > 0 {
			name := map[int]string{1: "tab", 0: "enter", -1: "shift+tab"}[at-deep]
			p.keys(name)
			pressed++
		}
		p.keys(word)
		deep, letters = at, letters+len([]rune(word))
	}
	p.keys("esc")
	pressed += letters + 4
	if got := labels(p.mindmap().Map()); got != someMap {
		t.Errorf("it made\n%s\nwant\n%s\n%s", got, someMap, p.screen())
	}
	t.Logf("%d keys for %d letters", pressed, letters)
	if more := float64(pressed - letters); more > 1.3*31 {
		t.Errorf("%v keys more than the letters", more)
	}
}

// act is something that a person does on a map.
type act struct {
	name string
	do   func(p *play, word string)
}

// acts are edits of every sort. What is written ends with esc.
func acts() []act {
	press := func(names ...string) func(*play, string) {
		return func(p *play, _ string) { p.keys(names...) }
	}
	written := func(names ...string) func(*play, string) {
		return func(p *play, word string) {
			if p.keys(names...); p.root.top().Typing() { // between the core and nothing there is none
				p.keys(word, "esc")
			}
		}
	}
	code := func(code rune, mod tea.KeyMod) func(*play, string) {
		return func(p *play, _ string) { p.key(code, mod) }
	}
	list := []act{
		{"below", written("tab")},
		{"below", written("tab")},
		{"beside", written("enter")},
		{"before", written("v")},
		{"between", written("i")},
		{"chain", func(p *play, word string) { p.keys("tab", word, "enter", word, "tab", word, "shift+tab", word, "esc") }},
		{"empty", press("tab", "esc")},
		{"emptied", press("r", "ctrl+a", "backspace", "esc")},
		{"name", written("r")},
		{"untouched", press("r", "esc")},
		{"remark", written("o")},
		{"untouched remark", press("o", "esc")},
		{"sought", func(p *play, word string) { p.keys("/", word, "enter") }},
		{"delete", code(tea.KeyDelete, 0)},
		{"other side", press("s")},
		{"identity", func(p *play, _ string) {
			if p.keys("m"); p.root.top().Typing() { // whether it is kept
				p.keys("1")
			}
		}},
		{"cut", press("ctrl+x")},
		{"copy", press("ctrl+c")},
		{"paste", press("ctrl+v")},
		{"home", press("home")},
	}
	for _, name := range []string{"up", "down", "left", "right", "b", "n", "d", "h", " ", "f", "l", "0", "1", "2", "9", "p", "g", ">", "~", "w"} {
		list = append(list, act{name, press(name)})
	}
	return list
}

// steps counts the steps that can be undone.
func (p *play) steps(field string) int {
	return reflect.ValueOf(p.root.top()).Elem().FieldByName(field).Len()
}

// TestUndoGoesAllTheWayBackAndRedoAllTheWayOn does anything, and takes all of it back.
func TestUndoGoesAllTheWayBackAndRedoAllTheWayOn(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	turn := 0
	rapid.Check(t, func(rt *rapid.T) {
		turn++
		p := openMap(t, filepath.Join(dir, string(rune('a'+turn%26))+time.Duration(turn).String()), 120, 36)
		list, start := acts(), drawn(p.mindmap().Map())
		from := p.chosen() // as it was before the first step
		for i := range 200 {
			a := rapid.SampledFrom(list).Draw(rt, "act")
			word := rapid.StringMatching(`[a-z]{0,3}é`).Draw(rt, "word")
			if p.steps("past") == 0 {
				from = p.chosen()
			}
			a.do(p, word)
			if i%10 == 0 {
				p.root.View()
			}
			if m := p.mindmap().Map(); m.At(p.chosen()) == nil {
				rt.Fatalf("after %s %v is chosen, and not there", a.name, p.chosen())
			}
		}
		end, to := drawn(p.mindmap().Map()), p.chosen()
		p.readsBack()
		undone := 0
		for p.steps("past") > 0 {
			before := p.mindmap().Map()
			p.keys("ctrl+z")
			undone++
			if p.mindmap().Map() == before { // it may look the same: twins can change places
				rt.Fatalf("step %d back changes nothing\n%s", undone, drawn(before))
			}
		}
		if got := drawn(p.mindmap().Map()); got != start {
			rt.Fatalf("back at\n%s\nwant\n%s", got, start)
		}
		if undone > 0 && !reflect.DeepEqual(p.chosen(), from) {
			rt.Fatalf("back at %v, want %v", p.chosen(), from)
		}
		for range undone {
			p.keys("ctrl+y")
		}
		if got := drawn(p.mindmap().Map()); got != end {
			rt.Fatalf("on again at\n%s\nwant\n%s", got, end)
		}
		if undone > 0 && !reflect.DeepEqual(p.chosen(), to) {
			rt.Fatalf("on again at %v, want %v", p.chosen(), to)
		}
	})
}

func TestALabelIsOneStep(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	start := drawn(p.mindmap().Map())
	p.keys("right", "tab", "een lange naam", "esc")
	if n := p.steps("past"); n != 1 {
		t.Errorf("%d steps for a node", n)
	}
	p.keys("r", " erbij", "esc")
	if n := p.steps("past"); n != 2 {
		t.Errorf("%d steps after another name", n)
	}
	p.keys("ctrl+z", "ctrl+z")
	if got := drawn(p.mindmap().Map()); got != start {
		t.Errorf("back at\n%s", got)
	}
}

func TestLookingAtANameTakesNothingFromRedo(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"r", "esc"}, {"o", "esc"}, {"o", "tab"}, {"tab", "esc"}} {
		p := openMap(t, t.TempDir(), 80, 24)
		p.keys("right", "tab", "zus", "esc")
		end := drawn(p.mindmap().Map())
		p.keys("ctrl+z").keys(keys...).keys("ctrl+y")
		if got := drawn(p.mindmap().Map()); got != end {
			t.Errorf("after %v nothing is done again:\n%s", keys, got)
		}
	}
}

func TestNothingCanBeBetweenTheCoreAndNothing(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	start := drawn(p.mindmap().Map())
	p.keys("i", "ctrl+a", "backspace", "esc", "esc")
	if got := drawn(p.mindmap().Map()); got != start {
		t.Errorf("it is\n%s", got)
	}
}

// TestARemarkIsKeptHoweverItEnds leaves a remark in every way.
func TestARemarkIsKeptHoweverItEnds(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(p *play){
		"esc":    func(p *play) { p.keys("esc") },
		"tab":    func(p *play) { p.keys("tab") },
		"esc2":   func(p *play) { p.keys("esc", "esc") },
		"quit":   func(p *play) { p.keys("ctrl+q") },
		"killed": func(*play) {},
		"cover":  func(p *play) { p.keys("f9") },
		"help":   func(p *play) { p.keys("f1") },
		"resize": func(p *play) { p.send(tea.WindowSizeMsg{Width: 60, Height: 18}) },
		"mouse":  func(p *play) { p.send(tea.MouseClickMsg{X: 1, Y: 1, Button: tea.MouseLeft}) },
		"wheel":  func(p *play) { p.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown}); p.keys("!") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			p := openMap(t, dir, 80, 24)
			p.keys("right", "tab", "zus", "esc", "o", "belt elke week", "enter", "en soms vaker")
			leave(p)
			p.save()
			other := t.TempDir() // the folder itself stays locked, as after a kill
			p.notesTo(other)
			again := openMap(t, other, 80, 24)
			if got := again.mindmap().Map().At(tree.Path{2, 0}); got == nil || got.Label != "zus" ||
				!strings.HasPrefix(got.Remark, "belt elke week\nen soms vaker") {
				t.Errorf("it is %+v\n%s", got, p.file("mindmap.md"))
			}
		})
	}
}

// TestAnotherWindowTakesNoText opens the same note twice.
func TestAnotherWindowTakesNoText(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := openMap(t, dir, 80, 24)
	p.keys("right", "tab", "zus", "esc")
	p.save()
	chapter := 8
	other := begin(t, dir, Open{Chapter: &chapter, Exercise: "mindmap"}, 80, 24)
	for range 30 {
		other.keys("tab", "enter", "x", "enter", "x")
		other.screen()
	}
	other.save()
	if text := p.file(p.noteFile()); !strings.Contains(text, "- zus") || strings.Contains(text, "x\n") {
		t.Errorf("kept\n%s", text)
	}
}

// noteFile is the file of the map.
func (p *play) noteFile() string { return p.mapRef().File() }

// TestWordsOfAnotherProgramComeInWhileOneTypes changes the note underneath.
func TestWordsOfAnotherProgramComeInWhileOneTypes(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	p.keys("right", "tab", "zus", "tab", "diep", "tab", "dieper")
	sheet := p.root.deps.Course.Exercise("mindmap").Read(p.mindmap().Sheet()).Set("kaart", "### ik\n\n- werk\n").Sheet()
	p.send(notes.Event{Ref: p.mapRef(), What: notes.Changed, Edit: 1 << 30, Sheet: sheet, Exists: true})
	for _, key := range []string{"x", "home", " ", "tab", "een", "esc", "ctrl+z", "ctrl+z", "f", "r", "esc", "d", "h", "n"} {
		p.keys(key)
		p.root.View()
	}
	if m := p.mindmap().Map(); m.At(p.chosen()) == nil {
		t.Errorf("%v is chosen of\n%s", p.chosen(), labels(m))
	}
}

const brokenList = `### ik

zomaar een regel
- werk
	- met een tab
 - scheef
* een ster
  1. een nummer (P Q) ?? [dicht
     onder het nummer

     na een lege regel
- relaties [links] [rechts]
      - te diep
    - <b>html</b> en \ een streep
| geen | tabel |
- #kop &amp; co
-
geen punt
`

// TestEveryLineOfABrokenListSurvives opens what somebody wrote by hand, changes a node,
// and looks whether all words are still there.
func TestEveryLineOfABrokenListSurvives(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first := openMap(t, t.TempDir(), 80, 24)
	first.keys("right", "tab", "zus", "esc")
	first.notesTo(dir)
	file := filepath.Join(dir, first.noteFile())
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, after, ok := strings.Cut(string(data), "### ik\n")
	if !ok {
		t.Fatalf("the note is\n%s", data)
	}
	rest := ""
	if i := strings.Index(after, "\n## "); i >= 0 {
		rest = after[i:]
	}
	if err := os.WriteFile(file, []byte(before+brokenList+rest), 0o600); err != nil {
		t.Fatal(err)
	}
	p := openMap(t, dir, 120, 36)
	p.root.View()
	p.keys("right", "tab", "nieuw", "esc")
	p.save()
	text := p.file(p.noteFile())
	for _, words := range []string{
		"zomaar een regel", "werk", "met een tab", "scheef", "een ster", "een nummer (P Q) ?? [dicht", "onder het nummer",
		"na een lege regel", "relaties", "[links]", "te diep", "<b>html</b> en", "een streep", "| geen | tabel |", "#kop", "geen punt", "nieuw",
	} {
		if !strings.Contains(text, words) && !strings.Contains(strings.ReplaceAll(text, `\`, ""), words) {
			t.Errorf("%q is gone from\n%s", words, text)
		}
	}
	again := openMapCopy(t, p)
	if got, want := drawn(again.mindmap().Map()), drawn(p.mindmap().Map()); got != want {
		t.Errorf("read again\n%s\nwant\n%s", got, want)
	}
}

// openMapCopy opens what another play saved.
func openMapCopy(t *testing.T, p *play) *play {
	t.Helper()
	dir := t.TempDir()
	p.notesTo(dir)
	return openMap(t, dir, 120, 36)
}

// spot finds where words stand on the screen.
func (p *play) spot(words string) (x, y int) {
	p.t.Helper()
	for y, line := range strings.Split(p.screen(), "\n") {
		if before, _, ok := strings.Cut(line, words); ok {
			return len([]rune(before)), y
		}
	}
	p.t.Fatalf("%q is not on the screen:\n%s", words, p.screen())
	return 0, 0
}

func (p *play) click(words string) *play {
	p.t.Helper()
	x, y := p.spot(words)
	p.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	p.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	return p
}

// chose holds which node is chosen, by its label.
func (p *play) chose(label string) {
	p.t.Helper()
	if n := p.mindmap().Map().At(p.chosen()); n == nil || n.Label != label {
		p.t.Errorf("%v is chosen, not %q\n%s", p.chosen(), label, p.screen())
	}
}

func mapToClick(t *testing.T, width, height int) *play {
	t.Helper()
	dir := t.TempDir()
	fillNote(t, dir, "mindmap", 8, kind.Done)
	return openMap(t, dir, width, height)
}

func TestAClickChoosesAndTwoEdit(t *testing.T) {
	t.Parallel()
	for _, s := range sizes[1:] {
		for _, list := range []bool{false, true} {
			p := mapToClick(t, s.width, s.height)
			if list {
				p.keys("l")
			}
			for _, label := range []string{"zus", "huisarts", "rooster"} {
				p.click(label)
				p.chose(label)
				p.now = p.now.Add(time.Minute)
			}
			p.click("huisarts")
			if p.root.top().Typing() {
				t.Error("one click types")
			}
			p.send(tea.MouseClickMsg{X: 0, Y: s.height - 1, Button: tea.MouseLeft}) // beside all
			p.now = p.now.Add(time.Minute)
			x, y := p.spot("buur") // it has a remark, which is shown at the foot once it is chosen
			for range 2 {
				p.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
				p.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
				p.screen()
				p.now = p.now.Add(100 * time.Millisecond)
			}
			if !p.root.top().Typing() {
				t.Errorf("%s: two clicks do not type:\n%s", s.name, p.screen())
			}
			p.keys("!", "esc")
			p.chose("buur!")
		}
	}
}

func TestAClickWhileOneTypesFindsWhatIsSeen(t *testing.T) {
	t.Parallel()
	for _, s := range sizes[1:] {
		for _, make := range [][]string{{"r"}, {"tab"}, {"i"}, {"v"}, {"tab", "neef"}, {"o"}} {
			for _, label := range []string{"zus", "huisarts", "rooster", "koor"} {
				p := mapToClick(t, s.width, s.height)
				p.click("ouders")
				p.keys(make...)
				x, y := p.spot(label)
				p.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
				p.chose(label)
			}
		}
	}
}

func TestADragMovesABranch(t *testing.T) {
	t.Parallel()
	drag := func(p *play, from, to string) {
		x, y := p.spot(from)
		p.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		x, y = p.spot(to)
		p.send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
		p.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	}
	p := mapToClick(t, 120, 36)
	start := drawn(p.mindmap().Map())
	drag(p, "huisarts", "zus")
	p.chose("huisarts")
	if got := p.mindmap().Map().At(tree.Path{1, 0}); got.Label != "zus" || len(got.Nodes) != 2 || got.Nodes[1].Label != "huisarts" {
		t.Errorf("below %q hang %d", got.Label, len(got.Nodes))
	}
	p.keys("ctrl+z")
	drag(p, "zus", "keukentafel") // below itself it cannot hang
	drag(p, "rooster", "rooster")
	if got := drawn(p.mindmap().Map()); got != start {
		t.Errorf("it is\n%s", got)
	}
	drag(p, "buur", "huisarts") // it has a remark
	if got := p.mindmap().Map().At(tree.Path{2, 0}); len(got.Nodes) != 1 {
		t.Errorf("nothing hangs below %q:\n%s", got.Label, p.screen())
	}
}

func TestTheWheelWalksAndTakesNoTextAlong(t *testing.T) {
	t.Parallel()
	p := mapToClick(t, 120, 36)
	p.click("huisarts")
	p.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	p.chose("wandelen langs het kanaal, elke ochtend voor het werk")
	p.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	p.chose("huisarts")
	p.send(tea.MouseWheelMsg{Button: tea.MouseWheelLeft})
	p.chose("huisarts")
	p.keys("r")
	p.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	p.keys("!", "esc")
	p.chose("huisarts!")
	if got := p.mindmap().Map().At(tree.Path{2, 1}).Label; !strings.HasPrefix(got, "wandelen") {
		t.Errorf("what was typed went to another node: %q", got)
	}
}

func TestSearchingFindsTheNextAndGoesAround(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	p.keys("right", "tab", "zus een", "enter", "zus twee", "enter", "zus drie", "esc", "home", "/", "zus", "enter")
	p.chose("zus een")
	for _, label := range []string{"zus twee", "zus drie", "zus een"} {
		p.key(tea.KeyF3, 0)
		p.chose(label)
	}
}

// TestWhatIsChosenIsSeen folds above the chosen node, in every way there is.
func TestWhatIsChosenIsSeen(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"1"}, {"f", "1", "f"}, {"f", "1", "esc"}, {"1", "m"}} {
		p := mapToClick(t, 120, 36)
		p.click("keukentafel")
		p.keys(keys...)
		m, at := p.mindmap().Map(), p.chosen()
		for i := 1; i < len(at); i++ {
			if m.At(at[:i]).Folded {
				t.Errorf("after %v %v is chosen, which a fold hides", keys, at)
			}
		}
	}
}

func TestADigitOfTheKeypadIsADigit(t *testing.T) {
	t.Parallel()
	p := mapToClick(t, 120, 36)
	p.key(tea.KeyKp1, 0)
	if !p.mindmap().Map().At(tree.Path{0}).Folded {
		t.Error("nothing is folded")
	}
}

func TestTheFocusGoesWithItsBranch(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	p.keys("right", "tab", "zus", "esc", "f")
	for _, key := range []string{"ctrl+z", "home", " ", "tab", "neef", "esc", "home", "f", "ctrl+x", "home", " ", "r", "esc"} {
		p.keys(key)
		p.root.View()
		if p.mindmap().Map().At(p.chosen()) == nil {
			t.Fatalf("after %s %v is chosen, and not there", key, p.chosen())
		}
	}
}

// TestEveryKeyDoesWhatItSays presses keys at huisarts, the first on the third branch.
func TestEveryKeyDoesWhatItSays(t *testing.T) {
	t.Parallel()
	label := func(words string, at ...int) func(tree.Map) bool {
		return func(m tree.Map) bool { n := m.At(at); return n != nil && n.Label == words }
	}
	node := func(is func(n *tree.Node) bool, at ...int) func(tree.Map) bool {
		return func(m tree.Map) bool { n := m.At(at); return n != nil && is(n) }
	}
	folded := func(n *tree.Node) bool { return n.Folded }
	for keys, is := range map[string]func(tree.Map) bool{
		"enter x esc":          label("x", 2, 1),
		"tab x esc":            label("x", 2, 0, 0),
		"v x esc":              label("x", 2, 0),
		"i x esc":              label("huisarts", 2, 0, 0),
		"r x esc":              label("huisartsx", 2, 0),
		"delete":               node(func(n *tree.Node) bool { return len(n.Nodes) == 1 }, 2),
		"n":                    label("huisarts", 2, 1),
		"n b":                  label("huisarts", 2, 0),
		"n d":                  label("huisarts", 2, 0, 0),
		"h":                    label("huisarts", 3),
		"s":                    node(func(n *tree.Node) bool { return n.Side == tree.Left }, 2),
		"ctrl+x ctrl+v":        label("huisarts", 2, 0, 0),
		"ctrl+x":               node(func(n *tree.Node) bool { return len(n.Nodes) == 1 }, 2),
		"ctrl+c ctrl+v":        label("huisarts", 2, 0, 0),
		"w":                    node(func(n *tree.Node) bool { return n.Way == "w" }, 2, 0),
		"p":                    node(func(n *tree.Node) bool { return n.Gives == "PA" }, 2, 0),
		"a":                    node(func(n *tree.Node) bool { return n.Gives == "" }, 2, 0),
		"o x esc":              node(func(n *tree.Node) bool { return n.Remark == "x" }, 2, 0),
		"left space":           node(folded, 2),
		"1":                    node(folded, 2),
		"2":                    node(folded, 1, 0),
		"m 1":                  node(func(n *tree.Node) bool { return n.ID == "MM-6" }, 5),
		"delete ctrl+z":        label("huisarts", 2, 0),
		"delete ctrl+z ctrl+y": node(func(n *tree.Node) bool { return len(n.Nodes) == 1 }, 2),
	} {
		t.Run(keys, func(t *testing.T) {
			t.Parallel()
			p := mapToClick(t, 120, 36).click("huisarts")
			for _, key := range strings.Fields(keys) {
				switch key {
				case "delete":
					p.key(tea.KeyDelete, 0)
				case "space":
					p.key(tea.KeySpace, 0)
				default:
					p.keys(key)
				}
			}
			if m := p.mindmap().Map(); !is(m) {
				t.Errorf("it is\n%s\n%s", drawn(m), p.screen())
			}
		})
	}
}

func TestNoLetterBecomesACommandWhenAnotherProgramWrites(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	p.keys("right", "tab", "ja", "ctrl+s")
	ref := notes.Ref{Name: "mindmap", Chapter: 8}
	p.send(notes.Event{Ref: ref, What: notes.Changed})
	p.keys("npq", "esc")
	n := p.mindmap().Map().At(p.chosen())
	if n.Label != "janpq" || n.Gives != "" {
		t.Errorf("%q gives %q\n%s", n.Label, n.Gives, p.screen())
	}
}

func TestWhoWritesGoesAlongWithTheNodeWhenItStandsElsewhere(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	p.keys("right", "tab", "ja", "ctrl+s")
	a := p.mindmap()
	m, _ := a.Map().Before(tree.Path{0}, tree.Of(tree.Node{Label: "van elders"}))
	p.root.book.Replace(p.mapRef(), a.WithMap(m))
	p.send(notes.Event{Ref: p.mapRef(), What: notes.Changed})
	p.keys("np", "esc")
	if got := labels(p.mindmap().Map()); !strings.Contains(got, "    janp\n") || !strings.Contains(got, "van elders\n") {
		t.Errorf("it is\n%s", got)
	}
}

func TestStepsAreThereWhenTheMapIsOpenedAgain(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	start := drawn(p.mindmap().Map())
	p.keys("right", "tab", "zus", "esc", "esc").toInstrument("mindmap")
	p.keys("ctrl+z")
	if got := drawn(p.mindmap().Map()); got != start {
		t.Errorf("it is\n%s", got)
	}
	p.keys("ctrl+y").key(tea.KeyDelete, 0).keys("esc")
	ref := notes.Ref{Name: "mindmap", Chapter: 8}
	p.root.book.Wiped(p.root.book.Wiper(ref)())
	p.toInstrument("mindmap").keys("ctrl+z")
	if got := labels(p.mindmap().Map()); strings.Contains(got, "zus") {
		t.Errorf("what was wiped came back:\n%s", got)
	}
}

func TestTheBranchOfIdentityAsksAndGoesToNoClipboard(t *testing.T) {
	t.Parallel()
	p := openMap(t, t.TempDir(), 80, 24)
	p.keys("m")
	if s := p.screen(); !strings.Contains(s, "Wil je het bewaren?") {
		t.Errorf("it does not ask\n%s", s)
	}
	p.keys("2", "tab", "geheim", "ctrl+c")
	p.keys("esc", "ctrl+c", "home", "ctrl+v").save()
	if n := strings.Count(labels(p.mindmap().Map()), "geheim"); n != 1 {
		t.Errorf("it is there %d times\n%s", n, p.screen())
	}
	if text := p.file("08-mindmap.md"); strings.Contains(text, "geheim") {
		t.Errorf("the file says\n%s", text)
	}
}

func TestTheFocusEndsWhenItsOwnNodeMoves(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"ctrl+x", "home"}, {"v", "x", "esc"}, {"enter", "x", "esc"}, {"b"}, {"s"}} {
		p := openMap(t, t.TempDir(), 80, 24)
		p.keys("right", "f").keys(keys...)
		if s := p.screen(); !strings.Contains(s, "wat verder") || p.mindmap().Map().At(p.chosen()) == nil {
			t.Errorf("after %v\n%s", keys, s)
		}
	}
}
