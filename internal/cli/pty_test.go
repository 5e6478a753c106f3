//go:build unix

package cli_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// window is the program in a real terminal.
type window struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	mu   sync.Mutex
	seen bytes.Buffer
}

func start(t *testing.T, home string, args ...string) *window {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), runsInTerminal+"=1", "TERM=xterm-256color", "HOME="+home,
		"XDG_DATA_HOME="+home+"/d", "XDG_STATE_HOME="+home+"/s", "XDG_CONFIG_HOME="+home+"/c")
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	w := &window{t: t, cmd: cmd, tty: tty}
	go w.read()
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = tty.Close() })
	return w
}

func (w *window) read() {
	buf := make([]byte, 4096)
	for {
		n, err := w.tty.Read(buf)
		w.mu.Lock()
		w.seen.Write(buf[:n])
		w.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (w *window) press(keys string) {
	w.t.Helper()
	if _, err := w.tty.WriteString(keys); err != nil {
		w.t.Fatal(err)
	}
}

// until waits for something to become true, and fails the test when it does not.
func (w *window) until(what string, ok func() bool) {
	w.t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	timeout := time.After(20 * time.Second)
	for !ok() {
		select {
		case <-tick.C:
		case <-timeout:
			w.mu.Lock()
			defer w.mu.Unlock()
			w.t.Fatalf("waited in vain for %s; the terminal got %q", what, w.seen.String())
		}
	}
}

func (w *window) shows(text string) {
	w.t.Helper()
	w.until(text, func() bool {
		w.mu.Lock()
		defer w.mu.Unlock()
		return strings.Contains(w.seen.String(), text)
	})
}

// forget drops what was shown so far, so that shows waits for what comes.
func (w *window) forget() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen.Reset()
}

func (w *window) holds(path, text string) {
	w.t.Helper()
	w.until(text+" in "+path, func() bool {
		data, _ := os.ReadFile(path)
		return strings.Contains(string(data), text)
	})
}

func TestWordsAreThereAfterAKill(t *testing.T) {
	t.Parallel()
	home, dir := t.TempDir(), filepath.Join(t.TempDir(), "notities")
	w := start(t, home, "--notities", dir, "oefening", "leervraag")
	w.shows("Leervraag")
	w.shows("vanavond kunnen")
	w.press("Hoe vraag ik door?")
	w.holds(filepath.Join(dir, "00-leervraag.md"), "Hoe vraag ik door?")
	w.forget()
	w.press("\x1b")
	w.shows("spati") // the keys of reading; esc and a letter at once would be alt and that letter
	w.press("mNaast de tekst.")
	w.holds(filepath.Join(dir, "00-kantlijn.md"), "Naast de tekst.")
	_ = w.cmd.Process.Kill()
	_ = w.cmd.Wait()

	again := start(t, home, "--notities", dir, "oefening", "leervraag")
	again.shows("Hoe vraag ik door?")
	again.press("\x11") // ctrl+q
	if err := again.cmd.Wait(); err != nil {
		t.Errorf("ctrl+q: %v", err)
	}
	again.shows("Alles is opgeslagen")
}

func TestASignalSavesWhatWasTyped(t *testing.T) {
	t.Parallel()
	for name, sig := range map[string]os.Signal{"HUP": syscall.SIGHUP, "TERM": syscall.SIGTERM} {
		home, dir := t.TempDir(), filepath.Join(t.TempDir(), "notities")
		w := start(t, home, "--notities", dir, "oefening", "leervraag")
		w.shows("vanavond kunnen")
		w.press("\x1b[200~laatste\x1b[201~") // a paste is drawn at once
		w.shows("laatste")
		if err := w.cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		_ = w.cmd.Wait()
		data, _ := os.ReadFile(filepath.Join(dir, "00-leervraag.md"))
		if !strings.Contains(string(data), "laatste") {
			t.Errorf("%s: the note holds %q", name, data)
		}
	}
}

func TestPresentingOpensNoNote(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "notities")
	if err := os.Mkdir(dir, 0o000); err != nil {
		t.Fatal(err)
	}
	w := start(t, t.TempDir(), "--notities", dir, "presenteer", "5")
	w.shows("1 van")
	w.press("  ")
	w.shows("Het telt pas")
	w.press("q")
	if err := w.cmd.Wait(); err != nil {
		t.Errorf("q: %v", err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0 {
		t.Errorf("the folder was touched: %v %v", info, err)
	}
}

func TestAWorkbookThatIsWipedLeavesNoTrace(t *testing.T) {
	t.Parallel()
	home, dir := t.TempDir(), filepath.Join(t.TempDir(), "notities")
	w := start(t, home, "--notities", dir, "oefening", "leervraag")
	w.shows("vanavond kunnen")
	w.press("heel geheim")
	w.holds(filepath.Join(dir, "00-leervraag.md"), "heel geheim")
	w.until("a state", func() bool { return len(filesIn(home+"/s")) > 0 }) // it is kept while one reads
	w.press("\x1b")
	w.shows("spati")
	w.press("9")
	w.shows("Na de dag · werkboek")
	w.press("i")
	w.shows("Inhoud")
	w.press("\x1b[F\r\t\r") // the last section, and the next thing in it
	w.shows("Daarna stopt het werkboek.")
	w.press("2")
	if err := w.cmd.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
	w.shows("Je werkboek is gewist.")
	for _, where := range []string{dir, home} {
		for _, file := range filesIn(where) {
			if data, _ := os.ReadFile(file); strings.Contains(string(data), "geheim") || strings.HasPrefix(file, home+"/s") {
				t.Errorf("%s is left: %s", file, data)
			}
		}
	}
}

func filesIn(dir string) []string {
	var files []string
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return nil
	})
	return files
}

func TestTheCommandAsksBeforeItWipes(t *testing.T) {
	t.Parallel()
	home, dir := t.TempDir(), filepath.Join(t.TempDir(), "notities")
	path := filepath.Join(dir, "00-leervraag.md")
	note := "---\nmodule: burgers-met-een-migratieachtergrond\noefening: leervraag\n---\n## RF-4 · Wat?\n\ngeheim\n\n"
	if err := errors.Join(os.MkdirAll(dir, 0o700), os.WriteFile(path, []byte(note), 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, answer := range []string{"\r", "j\r", "nee\r", "\x04"} {
		w := start(t, home, "--notities", dir, "notities", "wis", "leervraag")
		w.shows("Typ ja")
		w.press(answer)
		w.shows("Er is niets gewist.")
		if err := w.cmd.Wait(); err != nil || len(filesIn(dir)) != 1 {
			t.Errorf("%q: %v, the folder holds %v", answer, err, filesIn(dir))
		}
	}
	open := start(t, home, "--notities", dir, "oefening", "leervraag")
	open.shows("geheim")
	w := start(t, home, "--notities", dir, "notities", "wis", "alles")
	w.shows("Typ ja")
	w.press("ja\r")
	w.shows("ander venster")
	if err := w.cmd.Wait(); w.cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("while another window has it: %v", err)
	}
	open.press("\x11")
	_ = open.cmd.Wait()
	w = start(t, home, "--notities", dir, "notities", "wis", "alles")
	w.shows("Typ ja")
	w.press("ja\r")
	w.shows("Je werkboek is gewist.")
	if err := w.cmd.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the note is left")
	}
}
