//go:build unix

package trial

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// payloads are what a terminal would obey, or what would hide or turn text around.
// None of them is anything that the program itself sends.
var payloads = []string{
	"\x1b]0;gekaapt\x07", "\x1b]2;gekaapt\x1b\\", "\x1b]52;c;Z2VrYWFwdA==\x07", "\x1b]8;;https://gekaapt.example\x1b\\link\x1b]8;;\x1b\\",
	"\x1b]8;;javascript:alert(1)\x07link\x1b]8;;\x07", "\x1b]4;1;rgb:ff/00/00\x1b\\", "\x1b]1337;File=:AA==\x07", "\x1b]9;gekaapt\x07",
	"\x1b[5;41m", "\x1b[2J\x1b[1;1H", "\x1b[?1049l", "\x1b[?1006;7727h", "\x1b[6n", "\x1b[21t", "\x1b[0c", "\x1b[4;20r", "\x1b[!p",
	"\x1bPq#0;2;0;0;0~\x1b\\", "\x1bP$qm\x1b\\", "\x1b_Ggekaapt\x1b\\", "\x1b^gekaapt\x1b\\", "\x1bXgekaapt\x1b\\", "\x1bc", "\x1b#8", "\x1b(0",
	"\u009b5;41m", "\u009d52;c;Z2VrYWFwdA==\u009c", "\u0090q~\u009c", "\u009fgekaapt\u009c", "\u0085", "\x07", "\x08\x08\x08", "\x7f", "\x0b\x0c", "\x0e\x0f",
	"\u202e", "\u202a\u202b\u202d\u202c", "\u2066\u2067\u2068\u2069", "\u200e\u200f\u061c", "\u200b", "\ufeff", "\u2060\u2061\u2062\u2063\u2064",
	"\U000e0001\U000e0067\U000e007f", "\u00ad", "\u2028\u2029",
}

// entities are payloads that Markdown brings to life.
var entities = []string{"&#27;]0;gekaapt&#7;", "&#27;[5;41m", "&#x9b;5;41m", "&#8238;", "&#x200b;", "[link](javascript:alert(1))", "<https://gekaapt.example/\x1b]52;c;AA==\x07>"}

// loaded gives a text that holds all payloads, each between words.
func loaded(extra ...string) string {
	var b strings.Builder
	for i, p := range slices.Concat(payloads, extra) {
		fmt.Fprintf(&b, "voor%d %s na%d\n", i, p, i)
	}
	return b.String()
}

// obeyed is what in a stream a terminal would do more for than draw.
type obeyed map[string]bool

// obey lists what a terminal would obey in a stream: strings sent to it, modes,
// questions. Where the cursor goes and how cells look is the program's daily work, and
// is not in the list.
func obey(stream string) obeyed {
	list := obeyed{}
	p := ansi.NewParser()
	p.SetDataSize(1 << 16)
	p.SetHandler(ansi.Handler{
		Execute: func(b byte) { list[fmt.Sprintf("control %#x", b)] = true },
		HandleEsc: func(cmd ansi.Cmd) {
			if cmd.Final() != '\\' { // the end of a string
				list[fmt.Sprintf("esc %c%c", cmd.Intermediate(), cmd.Final())] = true
			}
		},
		HandleCsi: func(cmd ansi.Cmd, params ansi.Params) {
			if cmd.Prefix() != 0 || cmd.Intermediate() != 0 || strings.ContainsRune("hlncqtps", rune(cmd.Final())) {
				list[fmt.Sprintf("csi %c%v%c%c", cmd.Prefix(), params, cmd.Intermediate(), cmd.Final())] = true
			}
		},
		HandleOsc: func(cmd int, data []byte) {
			what := fmt.Sprintf("osc %d", cmd)
			if cmd != 0 && cmd != 2 || strings.Contains(string(data), "gekaapt") {
				what = fmt.Sprintf("osc %q", data)
			}
			list[what] = true
		},
		HandleDcs: func(cmd ansi.Cmd, _ ansi.Params, data []byte) { list[fmt.Sprintf("dcs %v %q", cmd, data)] = true },
		HandlePm:  func(data []byte) { list[fmt.Sprintf("pm %q", data)] = true },
		HandleApc: func(data []byte) { list[fmt.Sprintf("apc %q", data)] = true },
		HandleSos: func(data []byte) { list[fmt.Sprintf("sos %q", data)] = true },
	})
	p.Parse([]byte(stream))
	return list
}

// invisible matches what no stream may hold, whoever sends it.
var invisible = regexp.MustCompile("[\u0080-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")

// daily are the controls that a calm program may or may not need in a run of it.
var daily = map[string]bool{"control 0xd": true, "control 0xa": true, "control 0x8": true, "control 0x9": true, "esc \x00M": true,
	"csi ?[7]\x00h": true, "csi ?[7]\x00l": true}

// harmless holds that a stream holds nothing that a clean one of the same program does
// not.
func harmless(t *testing.T, what, stream string, clean obeyed) {
	t.Helper()
	stream = strings.ReplaceAll(stream, "\x1b_einde\x1b\\", "")
	for sent := range obey(stream) {
		if !clean[sent] && !daily[sent] {
			t.Errorf("%s: the terminal is sent %s", what, sent)
		}
	}
	if found := invisible.FindString(stream); found != "" {
		i := strings.Index(stream, found)
		t.Errorf("%s: the terminal is sent %+q in %+q", what, found, stream[max(0, i-30):min(len(stream), i+30)])
	}
	if !utf8.ValidString(stream) {
		t.Errorf("%s: the terminal is sent broken text", what)
	}
	if strings.Contains(stream, "\x1b[5;41m") {
		t.Errorf("%s: a style of the text's own", what)
	}
}

// run starts the program, presses keys one by one, leaves it, and gives the stream.
func (h home) run(c call, keys ...string) string {
	h.t.Helper()
	w := h.open(c)
	if len(keys) > 0 {
		w.until("a screen", func() bool { return len(strings.TrimSpace(w.text())) > 200 })
		for _, key := range keys {
			w.press(key)
			w.settled()
		}
		w.press(ctrlQ)
	}
	w.exits(patience)
	w.drained()
	return w.stream()
}

// cleanly gives what the program sends without anybody's payloads.
func cleanly(t *testing.T) obeyed {
	t.Helper()
	h := newHome(t)
	h.write(leervraag, form("een gewone regel"))
	return obey(strings.ReplaceAll(h.run(call{args: []string{"oefening", "leervraag"}}, "woord "), "\x1b_einde\x1b\\", ""))
}

func TestNoPayloadOfANoteReachesTheTerminal(t *testing.T) {
	t.Parallel()
	clean := cleanly(t)
	h := newHome(t)
	family := "👩\u200d👩\u200d👧"
	h.write(leervraag, form(family+"\n"+loaded(entities...)))
	h.write("00-kantlijn.md", "---\nmodule: "+module+"\noefening: kantlijn\nhoofdstuk: 0\n---\n# "+oneLine()+"\n\n## a/1a2b3c4d/1 · "+oneLine()+"\n\n"+loaded()+"\n\n")
	h.write("08-mindmap.md", "---\nmodule: "+module+"\noefening: mindmap\n---\n# "+oneLine()+"\n\n- "+oneLine()+"\n  - "+oneLine()+"\n")
	h.write("ander.md", "---\nmodule: \"iets "+escaped()+"\"\noefening: \""+escaped()+"\"\ntitel: x\n---\n# "+oneLine()+"\n")
	h.write("07-\x1b]0;gekaapt\x07\u202e.md", "")
	h.write("07-\x9b31m.md", "---\nx")
	h.write("12-\x1b]0;gekaapt\x07\u202e.md", "---\nmodule: ander\noefening: x\n---\n# x\n")
	h.write("13-rauw.md", "---\nmodule: "+module+"\noefening: lee\x1b[5;41mrvraag\u202e\n---\n# x\n")
	all := h.run(call{args: []string{"oefening", "leervraag"}, height: 70, width: 100}, "woord ", "\x1b[6~", "\x1b[6~")
	harmless(t, "the page", all, clean)
	if !strings.Contains(all, family) {
		t.Error("a family is torn apart")
	}
	harmless(t, "the day", h.run(call{}, "?"), clean)
	harmless(t, "a chapter", h.run(call{args: []string{"8"}}, "\t", enter), clean)
	harmless(t, "the notes", h.run(call{}, "n", "\x1b[6~", enter), clean)
	for _, args := range [][]string{
		{"notities", "lijst"}, {"notities", "wis"}, {"notities", "herstel", "leervraag"}, {"notities", "toon", "leervraag"}, {"notities", "toon", "0/kantlijn"}, {"notities", "toon", "mindmap"},
		{"mindmap", "exporteer", "--formaat", "md"}, {"mindmap", "exporteer", "--formaat", "txt"}, {"mindmap", "exporteer", "--formaat", "svg"},
	} {
		harmless(t, strings.Join(args, " "), h.run(call{args: args}), nil)
	}
}

// oneLine gives the payloads on one line, escaped the way YAML does in quotes.
func oneLine() string { return strings.ReplaceAll(loaded(), "\n", " ") }

func escaped() string {
	return strings.NewReplacer("\x1b", `\e`, "\x07", `\a`).Replace("\x1b]0;gekaapt\x07 \u202e \u200b")
}

func TestNoPayloadOfAPasteReachesTheTerminal(t *testing.T) {
	t.Parallel()
	clean := cleanly(t)
	h := newHome(t)
	w := h.writing(call{height: 70, width: 100})
	text := loaded()
	for _, p := range strings.SplitAfter(text, "\n") {
		w.press(paste(p))
	}
	w.shows(fmt.Sprintf("na%d", len(payloads)-1))
	w.quit()
	harmless(t, "a paste", w.stream(), clean)
}

func TestNoPayloadOfACourseReachesTheTerminal(t *testing.T) {
	t.Parallel()
	clean := cleanly(t)
	h := newHome(t)
	pack := filepath.Join(h.dir, "cursus\u202e\x1b]0;gekaapt\x07")
	if err := os.CopyFS(pack, os.DirFS("../course/testdata/klein")); err != nil {
		t.Fatal(err)
	}
	chapter := filepath.Join(pack, "reader", "01-banden.md")
	data, err := os.ReadFile(chapter)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), "titel: Banden", "titel: \"Banden "+escaped()+"\"", 1)
	text = strings.Replace(text, "Een alinea vooraf", loaded(entities...)+"\n\n- "+oneLine()+"\n\n`"+oneLine()+"`\n\n| a | b |\n|---|---|\n| "+oneLine()+" | \x9b5;41m |\n\nEen alinea vooraf", 1)
	put(t, chapter, text+"\n## Kop "+oneLine()+"\n\nTekst.\n")
	put(t, filepath.Join(pack, "exercises", "kwaad\u202e\x1b]0;gekaapt\x07.md"), "---\nid: \""+escaped()+"\"\nsoort: \""+escaped()+"\"\n---\n")
	open := func(args ...string) call { return call{args: append([]string{"--cursus", pack}, args...)} }
	harmless(t, "the day", h.run(open(), "?"), clean)
	harmless(t, "the chapter", h.run(open("1"), "\x1b[6~", "\x1b[6~", "i"), clean)
	harmless(t, "the slides", h.run(open("presenteer", "1"), " ", " "), clean)
	harmless(t, "lees", h.run(open("lees", "1")), nil)
	harmless(t, "controleer", h.run(open("controleer")), nil)
}

func TestNoPayloadOfANameReachesTheTerminal(t *testing.T) {
	t.Parallel()
	clean := cleanly(t)
	h := newHome(t)
	h.notes = filepath.Join(h.dir, "n\x1b]0;gekaapt\x07\u202e\u200b\u009b5;41m")
	harmless(t, "the day", h.run(call{}, "?"), clean)
	name := "\x1b]52;c;Z2VrYWFwdA==\x07\u202e\u009b5;41m"
	for _, args := range [][]string{
		{"notities", "pad"}, {"notities", "lijst"}, {"notities", "toon", name}, {"oefening", name}, {name}, {"lees", name}, {"--thema", name}, {"--" + name},
		{"--cursus", name}, {"controleer", name}, {"hulp", name}, {"notities", name}, {"mindmap", "exporteer", "--formaat", name}, {"mindmap", "exporteer", name},
		{"mindmap", "importeer", name}, {"mindmap", "exporteer", "--formaat", "md", "--naar", name + "/x"}, {"presenteer", name}, {"aanvulling", name},
	} {
		harmless(t, fmt.Sprintf("%q", args), h.run(call{args: args}), nil)
	}
	put(t, h.notes, "geen map")
	harmless(t, "a file in place of the folder", h.run(call{}), nil)
}
