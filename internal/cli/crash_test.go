package cli

import (
	"errors"
	"strings"
	"testing"

	"werkboek/internal/tui"
)

func TestAMistakeInTheProgramIsToldInDutch(t *testing.T) {
	t.Parallel()
	crash := tui.Crashed{Kind: "index out of range [3] with length 3", Trace: []string{"tui/page.(*Page).Update:12"}}
	for name, err := range map[string]error{"saved": crash, "joined": errors.Join(crash, nil)} {
		text := told(err)
		for _, want := range []string{textCrashed, "is opgeslagen", "Open het werkboek opnieuw", crash.Kind, crash.Trace[0]} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in %q", name, want, text)
			}
		}
	}
	text := told(errors.Join(crash, tui.ErrLost{Copies: []string{"/elders/noodkopie.md"}, Err: errors.New("x")}))
	if !strings.Contains(text, textCrashed) || !strings.Contains(text, "/elders/noodkopie.md") || strings.Contains(text, "is opgeslagen") {
		t.Errorf("with a loss it says %q", text)
	}
}
