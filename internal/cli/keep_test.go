package cli

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"werkboek/internal/notes"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
)

func TestAThemeForThisTimeOnlyIsNotKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "instellingen.txt")
	k := &keeper{path: filepath.Join(dir, "stand"), file: file, settings: settings.Settings{Theme: "licht"}, flag: "donker"}
	k.keep(progress.State{}, settings.Settings{Theme: "donker", WorkField: "onderwijs"})
	if got, err := settings.Load(file); err != nil || got != (settings.Settings{Theme: "licht", WorkField: "onderwijs"}) {
		t.Errorf("with another choice it keeps %+v, %v", got, err)
	}
	k.keep(progress.State{}, settings.Settings{Theme: "contrast"})
	if got, _ := settings.Load(file); got.Theme != "contrast" {
		t.Errorf("a theme that was chosen is kept as %q", got.Theme)
	}
}

func TestALineOfTheListObeysNothingInAFile(t *testing.T) {
	t.Parallel()
	for _, l := range []notes.Listed{
		{File: "00-\x1b]0;PWN\ax.md", Foreign: true, Module: "an\x1b[31mder"},
		{File: "x.md", Ref: notes.Ref{Name: "lee\x1b[31mrvraag"}, Title: "ti\u202etel", Changed: time.Now()},
	} {
		if got := noteLine(l, 10, 10, 0); strings.ContainsAny(got, "\x1b\a\u202e") {
			t.Errorf("it prints %q", got)
		}
	}
}

func TestWhatIsWholeIsNotToldAsLost(t *testing.T) {
	t.Parallel()
	if got := lostText("x", nil, true); strings.Contains(got, "lukte nergens") || !strings.Contains(got, "niets kwijt") {
		t.Errorf("nothing is lost, and it says %q", got)
	}
	if got := lostText("x", nil, false); !strings.Contains(got, "lukte nergens") {
		t.Errorf("all is lost, and it says %q", got)
	}
}
