//go:build unix

package trial

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// opening is how long a screen may take, whatever lies in the folder.
const opening = 2 * time.Second

// hostile is a file that is no note, or no good one.
type hostile struct {
	text string
	make func(path string) error // in place of a file with text
	told string                  // what the page says of it; "" where it needs no word
}

// head gives the front matter of a note, with lines of its own.
func head(lines string) string {
	return "---\nformaat: 1\nmodule: " + module + "\noefening: leervraag\nsoort: reflectie\n" + lines + "---\n# Leervraag\n"
}

func noise(n int) string {
	b := make([]byte, n)
	r := rand.NewChaCha8([32]byte{1})
	_, _ = r.Read(b)
	return string(b)
}

// bomb is front matter that grows a thousand millionfold where aliases are followed.
func bomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n")
	for i := range 9 {
		fmt.Fprintf(&b, "a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d,", i), 9), i)
	}
	return b.String()
}

var hostiles = map[string]hostile{
	"empty":            {text: ""},
	"cut UTF-8":        {text: strings.TrimSuffix(form("wat \xe2\x82"), "\n\n"), told: "geen leesbare tekst"},
	"NUL":              {text: form("een\x00twee"), told: "geen leesbare tekst"},
	"random":           {text: noise(4096), told: "geen leesbare tekst"},
	"50 MB":            {make: large, told: "te groot"},
	"CRLF":             {text: strings.ReplaceAll(form("een regel"), "\n", "\r\n")},
	"BOM":              {text: "\ufeff" + form("een regel")},
	"broken head":      {text: "---\nformaat: [1\n\t: x\n---\n# Leervraag\n" + question + "een regel\n\n"},
	"open head":        {text: "---\nformaat: 1\noefening: leervraag\n# Leervraag\n" + question + "een regel\n\n"},
	"alias bomb":       {text: head(bomb()) + question + "een regel\n\n"},
	"merge marks":      {text: form("<<<<<<< hier\neen\n=======\ntwee\n>>>>>>> daar")},
	"deep head":        {text: head("x: "+strings.Repeat("[", 100000)+"\n") + question + "een regel\n\n"},
	"folder":           {make: func(path string) error { return os.Mkdir(path, 0o700) }, told: "geen gewoon bestand"},
	"pipe":             {make: func(path string) error { return syscall.Mkfifo(path, 0o600) }, told: "geen gewoon bestand"},
	"link outside":     {make: linkOutside, told: "geen gewoon bestand"},
	"link to itself":   {make: func(path string) error { return os.Symlink(filepath.Base(path), path) }, told: "geen gewoon bestand"},
	"link to a device": {make: func(path string) error { return os.Symlink("/dev/zero", path) }, told: "geen gewoon bestand"},
	"may not be read":  {make: unreadable, told: "geen toegang"},
	"one line of 1 MB": {text: form(strings.Repeat("lang ", 1<<20/5))},
	"20,000 fields":    {text: form("een") + strings.Repeat("## X\n\n\n\n", 20000)},
}

func large(path string) error {
	if err := os.WriteFile(path, []byte(form("groot")), 0o600); err != nil {
		return err
	}
	return os.Truncate(path, 50<<20)
}

func linkOutside(path string) error {
	secret := filepath.Join(filepath.Dir(filepath.Dir(path)), "geheim.md")
	if err := os.WriteFile(secret, []byte(form("van buiten de map")), 0o600); err != nil {
		return err
	}
	return os.Symlink(secret, path)
}

func unreadable(path string) error {
	if os.Getuid() == 0 {
		return errRoot
	}
	return os.WriteFile(path, []byte(form("dicht")), 0)
}

var errRoot = fmt.Errorf("permissions do not bind root")

// lay puts a hostile file in place.
func (f hostile) lay(t *testing.T, h home, name string) string {
	t.Helper()
	path := h.write(name, f.text)
	if f.make != nil {
		remove(t, path)
		if err := f.make(path); err != nil {
			t.Skip(err)
		}
	}
	return path
}

func TestAHostileFileIsOpenedCalmly(t *testing.T) {
	t.Parallel()
	for name, f := range hostiles {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			path := f.lay(t, h, leervraag)
			before := state(t, path)
			for _, args := range [][]string{{}, {"0"}, {"oefening", "leervraag"}} {
				w := h.open(call{args: args})
				w.showsWithin(opening, "Inleiding")
				if len(args) == 2 && len(f.text) < 1<<19 {
					w.showsWithin(opening, "vanavond kunnen")
					w.until("what is due", func() bool { return f.told == "" || w.has(f.told) })
					if w.has("van buiten de map") {
						t.Error("a link out of the folder is followed")
					}
				}
				w.quit()
			}
			if after := state(t, path); after != before {
				t.Errorf("the file was touched: %s, %s", before, after)
			}
			f.writtenOver(t, h, path)
		})
	}
}

// state describes what stands at a path, without going through it.
func state(t *testing.T, path string) string {
	t.Helper()
	info, err := os.Lstat(path)
	if err != nil {
		return err.Error()
	}
	text := info.Mode().String()
	if info.Mode().IsRegular() {
		data, err := os.ReadFile(path)
		text += fmt.Sprintf(" %d %x %v", len(data), data[:min(len(data), 4096)], err)
	}
	return text
}

// writtenOver holds that words which are typed on a hostile file are kept, and that
// what stood in it is kept too.
func (f hostile) writtenOver(t *testing.T, h home, path string) {
	t.Helper()
	w := h.open(call{args: []string{"oefening", "leervraag"}})
	w.until("the exercise", func() bool { return len(f.text) > 1<<19 || w.has("vanavond kunnen") && (f.make != nil || w.has("jij")) })
	if f.make != nil {
		w.quit()
		return // no text is taken there
	}
	was, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w.press("typte ik")
	w.until("the words in the note, or why not", func() bool { return w.has("Dit veld is vol") || len(h.holding("typte ik")) > 0 })
	w.quit()
	for _, name := range h.holding("") {
		if there, _ := os.ReadFile(name); bytes.Equal(there, was) {
			return
		}
	}
	t.Errorf("the bytes that were there are gone; there are %v", h.named(""))
}

func TestCommandsTakeHostileFilesCalmly(t *testing.T) {
	t.Parallel()
	for name, f := range hostiles {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			path := f.lay(t, h, leervraag)
			f.lay(t, h, "08-mindmap.md")
			before := state(t, path)
			for _, args := range [][]string{{"notities", "lijst"}, {"notities", "toon", "leervraag"}, {"notities", "toon", "mindmap"}, {"mindmap", "exporteer", "--formaat", "md"}} {
				w := h.open(call{args: args})
				code := w.exits(opening)
				w.drained()
				if out := w.stream(); code > 2 || code < 0 || strings.Contains(out, "goroutine") {
					t.Errorf("%v: exit code %d, %.2000q", args, code, out)
				}
				if f.told != "" && strings.TrimSpace(w.text()) == "" {
					t.Errorf("%v says nothing", args)
				}
				if strings.Contains(w.stream(), "van buiten de map") {
					t.Errorf("%v follows a link out of the folder", args)
				}
			}
			if after := state(t, path); after != before {
				t.Errorf("the file was touched: %s, %s", before, after)
			}
		})
	}
}

func TestTenThousandFilesDoNotHoldUpTheScreen(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	for i := range 10000 {
		h.write(fmt.Sprintf("%05d.md", i), fmt.Sprintf("---\nmodule: %s\noefening: iets%d\n---\n# Iets\n\n## A · b\n\nwoorden\n\n", module, i))
	}
	h.write(leervraag, form("tussen alle andere"))
	for _, args := range [][]string{{}, {"oefening", "leervraag"}, {"oefening", "brief"}} {
		begun := time.Now()
		w := h.open(call{args: args})
		w.within(opening, "a screen", func() bool { return w.has("Inleiding") || w.has("Na de dag") })
		switch {
		case len(args) == 0:
			w.showsWithin(opening, "begonnen") // the notes are read
		case args[1] == "leervraag":
			w.showsWithin(opening, "tussen alle andere")
		default:
			w.showsWithin(opening, "0 woorden") // it takes text
		}
		t.Logf("%v: shown after %v", args, time.Since(begun).Round(time.Millisecond))
		w.quit()
	}
	begun := time.Now()
	w := h.open(call{args: []string{"notities", "lijst"}})
	if code := w.exits(patience); code != 0 {
		t.Errorf("exit code %d", code)
	}
	t.Logf("listed after %v", time.Since(begun).Round(time.Millisecond))
}
