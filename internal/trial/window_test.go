//go:build unix

package trial

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"

	"werkboek/internal/sheet"

	_ "werkboek/internal/cli" // of what is tried here: when it changes, no result of before counts
)

// program is the path of the binary that is put on trial.
var program string

// sideBySide is how many tests run at a time: they wait more than they work.
const sideBySide = "6"

func TestMain(m *testing.M) {
	if role := os.Getenv(asRole); role != "" {
		roles[role]()
		return
	}
	flag.Parse()
	chosen := false
	flag.Visit(func(f *flag.Flag) { chosen = chosen || f.Name == "test.parallel" })
	if !chosen {
		_ = flag.Set("test.parallel", sideBySide)
	}
	os.Exit(built(m))
}

// asRole makes the test binary play a part of its own instead of running tests.
const asRole = "WERKBOEK_TEST_ROL"

// roles are those parts.
var roles = map[string]func(){}

// play gives the command line and the environment for a part.
func play(role string, args ...string) (argv, env []string) {
	return append([]string{os.Args[0]}, args...), []string{asRole + "=" + role}
}

// built builds the program and runs the tests. The program is built as people get it:
// without the race detector, and without the system's C library.
func built(m *testing.M) int {
	dir, err := os.MkdirTemp("", "werkboek-trial-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "werkboek")
	build := exec.Command("go", "build", "-o", program, "werkboek/cmd/werkboek")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS="+strings.ReplaceAll(os.Getenv("GOFLAGS"), "-race", ""))
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// home is somebody's computer: all that the program may touch.
type home struct {
	t     testing.TB
	dir   string
	notes string

	pid  int    // of the program that has the notes on a disk of its own, and
	disk string // where it has that
}

func newHome(t testing.TB) home {
	t.Helper()
	dir := t.TempDir()
	return home{t: t, dir: dir, notes: filepath.Join(dir, "notities")}
}

func (h home) path(parts ...string) string {
	return filepath.Join(append([]string{h.notes}, parts...)...)
}

// write lays a file in the folder of the notes before the program sees it.
func (h home) write(name, text string) string {
	h.t.Helper()
	path := h.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
	return path
}

func (h home) env() []string {
	var env []string
	for _, e := range os.Environ() {
		name, _, _ := strings.Cut(e, "=")
		if name != "TMUX" && name != "SSH_TTY" && name != "COLORTERM" && name != "TERM_PROGRAM" && !strings.HasPrefix(name, "WERKBOEK_") {
			env = append(env, e)
		}
	}
	return append(env, "TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME="+h.dir, "XDG_DOCUMENTS_DIR="+h.dir+"/Documenten", "TMPDIR="+h.dir,
		"XDG_DATA_HOME="+h.dir+"/d", "XDG_STATE_HOME="+h.dir+"/s", "XDG_CONFIG_HOME="+h.dir+"/c")
}

// leervraag is the note that most trials write in, and what its form looks like.
const (
	leervraag = "00-leervraag.md"
	module    = "burgers-met-een-migratieachtergrond"
	question  = "\n## RF-4 · Wat wil ik vanavond kunnen?\n\n"
)

// form gives the note with a text in its field.
func form(value string) string {
	return "---\nformaat: 1\nmodule: " + module + "\noefening: leervraag\nsoort: reflectie\n" +
		"gewijzigd: 2026-11-23T11:42:05+01:00\n---\n# Leervraag\n" + question + value + "\n\n"
}

// answer gives what stands in a field of a note; an error where the note is torn.
func answer(data []byte, field string) (string, error) {
	s, err := sheet.Parse(data)
	if err != nil {
		return "", err
	}
	value, ok := s.Value(field)
	if !ok {
		return "", fmt.Errorf("no field %s in %q", field, data)
	}
	return value, nil
}

// saved gives what stands in the note on the disk; "" where there is none yet.
func (h home) saved() string {
	data, err := os.ReadFile(h.path(leervraag))
	if err != nil {
		return ""
	}
	value, _ := answer(data, "RF-4")
	return value
}

// call says how the program is started.
type call struct {
	args          []string
	argv          []string // in place of the program
	env           []string
	width, height int                      // 80x24 when 0; a width of -1 is none
	reply         func(sent []byte) []byte // what the terminal says back
	errs          *bytes.Buffer            // where errors go; nil for the terminal
	bare          bool                     // without --notities
	attr          *syscall.SysProcAttr
}

// window is a program in a terminal.
type window struct {
	t      testing.TB
	cmd    *exec.Cmd
	tty    *os.File // our side
	inner  *os.File // its side
	before *term.State
	done   chan struct{} // closed when it has ended
	ended  time.Time

	mu     sync.Mutex
	raw    bytes.Buffer
	screen *screen
	watch  func(*screen) string // tells what is wrong with a frame
	wrong  string               // what it told first
	bell   chan struct{}        // something came
}

// open starts the program on somebody's computer.
func (h home) open(c call) *window {
	h.t.Helper()
	w, err := h.started(c)
	if err != nil {
		h.t.Fatal(err)
	}
	return w
}

func (h home) started(c call) (*window, error) {
	h.t.Helper()
	if c.width == 0 {
		c.width, c.height = 80, 24
	}
	argv := append(append([]string{}, c.argv...), c.args...)
	if len(c.argv) == 0 {
		argv = append([]string{program}, c.args...)
		if !c.bare {
			argv = append([]string{program, "--notities", h.notes}, c.args...)
		}
	}
	blocking, inner, err := pty.Open()
	if err != nil {
		h.t.Fatal(err)
	}
	tty := pollable(h.t, blocking)
	_ = pty.Setsize(tty, &pty.Winsize{Cols: uint16(max(0, c.width)), Rows: uint16(c.height)})
	w := &window{t: h.t, tty: tty, inner: inner, done: make(chan struct{}), bell: make(chan struct{}, 1), screen: newScreen(c.width, c.height)}
	if w.before, err = term.GetState(int(inner.Fd())); err != nil {
		h.t.Fatal(err)
	}
	w.cmd = exec.CommandContext(context.Background(), argv[0], argv[1:]...)
	w.cmd.Dir, w.cmd.Env = h.dir, append(h.env(), c.env...)
	w.cmd.Stdin, w.cmd.Stdout, w.cmd.Stderr = inner, inner, inner
	if c.errs != nil {
		w.cmd.Stderr = c.errs
	}
	w.cmd.SysProcAttr = c.attr
	if c.attr == nil {
		w.cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	w.cmd.SysProcAttr.Setsid, w.cmd.SysProcAttr.Setctty = true, true
	if err := w.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %v: %w", argv, err)
	}
	go w.read(c.reply)
	go func() {
		_ = w.cmd.Wait() // how it ended is in ProcessState
		w.ended = time.Now()
		close(w.done)
	}()
	h.t.Cleanup(w.away)
	return w, nil
}

// over tells whether the program has ended.
func (w *window) over() bool {
	select {
	case <-w.done:
		return true
	default:
		return false
	}
}

// pollable gives a terminal that can be closed while it is read from: closing it is
// then what closing a window is.
func pollable(t testing.TB, f *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(f.Fd()))
	if err == nil {
		err = errors.Join(f.Close(), syscall.SetNonblock(fd, true))
	}
	if err != nil {
		t.Fatal(err)
	}
	syscall.CloseOnExec(fd)
	return os.NewFile(uintptr(fd), f.Name())
}

// away takes the window away, whatever state it is in.
func (w *window) away() {
	_ = w.cmd.Process.Kill()
	<-w.done
	_ = w.inner.Close()
	_ = w.tty.Close()
	if w.wrong != "" {
		w.t.Error(w.wrong)
	}
}

func (w *window) read(reply func([]byte) []byte) {
	buf := make([]byte, 1<<16)
	for {
		n, err := w.tty.Read(buf)
		w.mu.Lock()
		w.raw.Write(buf[:n])
		w.screen.write(buf[:n])
		if w.watch != nil && w.wrong == "" {
			w.wrong = w.watch(w.screen)
		}
		w.mu.Unlock()
		select {
		case w.bell <- struct{}{}:
		default:
		}
		if reply != nil && n > 0 {
			if back := reply(buf[:n]); len(back) > 0 {
				_, _ = w.tty.Write(back)
			}
		}
		if err != nil {
			return
		}
	}
}

// press sends keys to the program.
func (w *window) press(keys string) {
	w.t.Helper()
	if _, err := w.tty.WriteString(keys); err != nil {
		w.t.Fatal(err)
	}
}

// Keys that are more than a letter.
const (
	esc   = "\x1b"
	ctrlQ = "\x11"
	ctrlS = "\x13"
	enter = "\r"
	end   = "\x1b[F"
)

// paste gives text as a terminal pastes it.
func paste(text string) string { return "\x1b[200~" + text + "\x1b[201~" }

// size gives the window another size, and the program word of it.
func (w *window) size(width, height int) {
	w.t.Helper()
	w.mu.Lock()
	w.screen.resize(width, height)
	w.mu.Unlock()
	if err := pty.Setsize(w.tty, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
		w.t.Fatal(err)
	}
}

// patience is how long a trial waits for what must come sooner or later: a test that
// fails says what it waited for, and does not hang.
const patience = 30 * time.Second

// waited waits until something holds, and gives how long that took; ok is false when
// patience ran out.
func (w *window) waited(holds func() bool) (took time.Duration, ok bool) {
	begun := time.Now()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		if time.Since(begun) > patience {
			return time.Since(begun), false
		}
		select {
		case <-w.bell:
		case <-tick.C:
		}
	}
	return time.Since(begun), true
}

// until waits for something that must come.
func (w *window) until(what string, holds func() bool) {
	w.t.Helper()
	if _, ok := w.waited(holds); !ok {
		w.t.Fatalf("waited in vain for %s; the screen is\n%s", what, w.text())
	}
}

// within waits for something that must come in time.
func (w *window) within(limit time.Duration, what string, holds func() bool) {
	w.t.Helper()
	took, ok := w.waited(holds)
	switch {
	case !ok:
		w.t.Fatalf("waited in vain for %s; the screen is\n%s", what, w.text())
	default:
		w.inTime(what, took, limit)
	}
}

// inTime holds a time against its bar. The bars are those of a calm machine; one with
// more work than it has processors for gets three times as long.
func (w *window) inTime(what string, took, limit time.Duration) {
	w.t.Helper()
	if took <= limit {
		return
	}
	if load := load(); load > 1.25*float64(runtime.NumCPU()) && took <= 3*limit {
		w.t.Logf("%s took %v; %v is the most, but the load is %.1f", what, took.Round(time.Millisecond), limit, load)
		return
	}
	w.t.Errorf("%s took %v; %v is the most", what, took.Round(time.Millisecond), limit)
}

// load gives how much work waits for the machine's processors; 0 where it does not say.
func load() (now float64) {
	data, _ := os.ReadFile("/proc/loadavg")
	_, _ = fmt.Sscan(string(data), &now)
	return now
}

// text gives what stands on the screen.
func (w *window) text() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.screen.String()
}

// stream gives all bytes that came.
func (w *window) stream() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.raw.String()
}

// has tells whether the screen shows a text, also one that was wrapped.
func (w *window) has(text string) bool {
	return strings.Contains(flat(w.text()), flat(text))
}

var blanks = regexp.MustCompile(`\s+`)

func flat(s string) string { return blanks.ReplaceAllString(s, " ") }

func (w *window) shows(text string) {
	w.t.Helper()
	w.until(fmt.Sprintf("%q", text), func() bool { return w.has(text) })
}

func (w *window) showsWithin(limit time.Duration, text string) {
	w.t.Helper()
	w.within(limit, fmt.Sprintf("%q on the screen", text), func() bool { return w.has(text) })
}

// settled waits until the program has nothing more to draw for the moment.
func (w *window) settled() {
	quiet := time.NewTimer(150 * time.Millisecond)
	defer quiet.Stop()
	for {
		select {
		case <-w.bell:
			quiet.Reset(150 * time.Millisecond)
		case <-quiet.C:
			return
		}
	}
}

// exits waits for the end of the program, and gives its exit code.
func (w *window) exits(limit time.Duration) int {
	w.t.Helper()
	begun := time.Now()
	select {
	case <-w.done:
	case <-time.After(patience):
		w.t.Fatalf("it does not end; the screen is\n%s", w.text())
	}
	w.inTime("the end", w.ended.Sub(begun), limit)
	return w.cmd.ProcessState.ExitCode()
}

func (w *window) signal(sig syscall.Signal) {
	w.t.Helper()
	if err := w.cmd.Process.Signal(sig); err != nil && !errors.Is(err, os.ErrProcessDone) {
		w.t.Fatal(err)
	}
}

// quit leaves the program as people do.
func (w *window) quit() {
	w.t.Helper()
	w.press(ctrlQ)
	if code := w.exits(2 * time.Second); code != 0 {
		w.t.Errorf("ctrl+q: exit code %d; the screen is\n%s", code, w.text())
	}
	w.drained()
}

// drained waits until all that an ended program wrote is read.
func (w *window) drained() {
	w.t.Helper()
	const mark = "\x1b_einde\x1b\\"
	if _, err := w.inner.WriteString(mark); err != nil {
		w.t.Fatal(err)
	}
	w.until("the end of the stream", func() bool { return strings.Contains(w.stream(), mark) })
}

// restored holds that an ended program left the terminal as it found it.
func (w *window) restored() {
	w.t.Helper()
	w.drained()
	w.mu.Lock()
	defer w.mu.Unlock()
	for mode, want := range map[int]bool{1049: false, 25: true, 2004: false, 1000: false, 1002: false, 1003: false, 1006: false, 7: true} {
		if w.screen.modes[mode] != want {
			w.t.Errorf("terminal mode %d is %v afterwards", mode, !want)
		}
	}
	now, err := term.GetState(int(w.inner.Fd()))
	if err != nil || !reflect.DeepEqual(now, w.before) {
		w.t.Errorf("the terminal was %+v and is %+v, %v", w.before, now, err)
	}
}

// writing opens the exercise Leervraag, ready to be written in.
func (h home) writing(c call) *window {
	h.t.Helper()
	c.args = []string{"oefening", "leervraag"}
	w := h.open(c)
	w.shows("vanavond kunnen")
	w.shows("woord")
	return w
}

// holds waits until the note holds a text.
func (w *window) holds(h home, text string) {
	w.t.Helper()
	w.until(fmt.Sprintf("%q in the note", text), func() bool { return strings.Contains(h.saved(), text) })
}
