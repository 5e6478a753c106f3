//go:build unix

package trial

import (
	"syscall"
	"testing"
	"time"
)

func TestWhatEndsTheProgramLosesNothing(t *testing.T) {
	t.Parallel()
	for name, sig := range map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP, "SIGINT": syscall.SIGINT} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			w := h.writing(call{})
			w.press("alles wat hier staat tot en met het laatste")
			w.shows("met het laatste")
			w.signal(sig)
			w.exits(time.Second)
			if got := h.saved(); got != "alles wat hier staat tot en met het laatste" {
				t.Errorf("the note holds %q", got)
			}
			w.restored()
		})
	}
}

func TestAClosedWindowLosesNothing(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	w.press("alles wat hier staat tot en met het laatste")
	w.shows("met het laatste")
	_ = w.tty.Close()
	w.exits(time.Second)
	if got := h.saved(); got != "alles wat hier staat tot en met het laatste" {
		t.Errorf("the note holds %q", got)
	}
}

func TestQuittingLeavesTheTerminalAsItWas(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	w.press("klaar")
	w.shows("klaar")
	w.quit()
	w.shows("Alles is opgeslagen")
	w.restored()
	if got := h.saved(); got != "klaar" {
		t.Errorf("the note holds %q", got)
	}
}
