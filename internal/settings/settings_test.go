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
