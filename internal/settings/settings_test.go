package settings_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"werkboek/internal/settings"
)

func TestChoicesComeBackAndTheRestOfTheFileStays(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "map", "instellingen")
	if err := settings.Save(path, settings.Settings{Theme: "donker"}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	byHand := "# van mij\nlettertype: groot\n" + string(text)
	if err := os.WriteFile(path, []byte(byHand), 0o600); err != nil {
		t.Fatal(err)
	}
	want := settings.Settings{Theme: "licht", WorkField: "onderwijs"}
	if err := settings.Save(path, want); err != nil {
		t.Fatal(err)
	}
	if got, err := settings.Load(path); err != nil || got != want {
		t.Errorf("loaded %+v, %v", got, err)
	}
	if text, _ = os.ReadFile(path); !strings.Contains(string(text), "# van mij\nlettertype: groot\n") {
		t.Errorf("the file holds\n%s", text)
	}
}

func TestNoFileIsNoChoiceAndNoError(t *testing.T) {
	t.Parallel()
	if got, err := settings.Load(filepath.Join(t.TempDir(), "weg")); err != nil || got != (settings.Settings{}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestPrivacyMarksAreOnUntilTheyAreSwitchedOff(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "instellingen")
	for _, step := range []struct {
		set  settings.Settings
		line string // of the file, "" where it has none
	}{
		{settings.Settings{Theme: "donker"}, ""},
		{settings.Settings{Theme: "donker", Unheeding: true}, "privacytekens: uit"},
		{settings.Settings{Theme: "licht", Unheeding: true}, "privacytekens: uit"},
		{settings.Settings{Theme: "licht"}, "privacytekens: aan"},
	} {
		if err := settings.Save(path, step.set); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if has := strings.Contains(string(text), "\nprivacytekens: "); err != nil || has != (step.line != "") || !strings.Contains(string(text), step.line) {
			t.Errorf("the file holds %q, %v; want %q", text, err, step.line)
		}
		if got, err := settings.Load(path); err != nil || got != step.set {
			t.Errorf("loaded %+v, %v; want %+v", got, err, step.set)
		}
	}
	for text, off := range map[string]bool{"privacytekens: Uit\n": true, "privacytekens:\n": false, "privacytekens: misschien\n": false, "privacytekens:uit": true} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, _ := settings.Load(path); got.Unheeding != off {
			t.Errorf("of %q: off is %v", text, got.Unheeding)
		}
	}
}
