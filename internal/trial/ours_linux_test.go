package trial

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func TestTheProgramSpeaksToNoNetwork(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	looked, stop := make(chan string), make(chan struct{})
	go func() { looked <- sockets(w.cmd.Process.Pid, stop) }()
	w.press("woorden")
	w.holds(h, "woorden")
	w.press(esc)
	w.shows("enter schrijven")
	w.press("?")
	w.settled()
	w.press(ctrlQ)
	w.exits(opening)
	close(stop)
	if found := <-looked; found != "" {
		t.Errorf("it has a socket: %s", found)
	}
}

// sockets watches the open files of a process for one that is a socket.
func sockets(pid int, stop <-chan struct{}) string {
	tick := time.NewTicker(atOnce)
	defer tick.Stop()
	for {
		open, _ := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", pid))
		for _, name := range open {
			if to, _ := os.Readlink(name); strings.HasPrefix(to, "socket:") {
				return to
			}
		}
		select {
		case <-stop:
			return ""
		case <-tick.C:
		}
	}
}

func TestTheProgramAsksForNoSocket(t *testing.T) {
	t.Parallel()
	tracer, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("no strace; the open files are watched instead")
	}
	h := newHome(t)
	log := filepath.Join(h.dir, "vraagt")
	w := h.open(call{argv: []string{tracer, "-f", "-qq", "-e", "trace=socket,connect,bind,execve", "-o", log, program, "--notities", h.notes}})
	w.until("the day", func() bool { return w.over() || w.has("Inleiding") })
	asked, err := os.ReadFile(log)
	if w.over() || err != nil || len(asked) == 0 {
		t.Skipf("nothing can be traced here: %s", w.text())
	}
	w.quit()
	asked, err = os.ReadFile(log)
	if err != nil || strings.Contains(string(asked), "socket(") || strings.Contains(string(asked), "connect(") || strings.Count(string(asked), "execve(") > 1 {
		t.Errorf("it asks for %s, %v", asked, err)
	}
}

func TestPresentingOpensNothingOfTheNotes(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(leervraag, form("van mij"))
	h.write("05-kantlijn.md", form("van mij"))
	watch, err := unix.InotifyInit1(unix.IN_NONBLOCK | unix.IN_CLOEXEC)
	if err != nil {
		t.Skip(err)
	}
	defer unix.Close(watch)
	// A program that another test starts may have our file open for a moment, and its
	// closing then comes late.
	const all = unix.IN_ALL_EVENTS &^ unix.IN_CLOSE_WRITE
	if _, err := unix.InotifyAddWatch(watch, h.notes, all); err != nil {
		t.Skip(err)
	}
	w := h.open(call{args: []string{"presenteer", "5"}})
	w.shows("1 van")
	w.press("  ")
	w.shows("Het telt pas")
	w.press("q")
	if code := w.exits(opening); code != 0 {
		t.Errorf("q: exit code %d", code)
	}
	events := make([]byte, 4096)
	if n, err := unix.Read(watch, events); n > 0 || err != unix.EAGAIN {
		t.Errorf("the folder was touched: %q, %v", events[:max(0, n)], err)
	}
	_, _ = os.ReadDir(h.notes)
	if n, _ := unix.Read(watch, events); n <= 0 {
		t.Error("the watch sees nothing")
	}
}
