package place_test

import (
	"path/filepath"
	"testing"

	"werkboek/internal/tui/widget/place"
)

// It is not parallel: the home folder is of the whole program.
func TestAFolderIsReadAsPeopleTypeIt(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	other := t.TempDir()
	for typed, want := range map[string]string{
		"": "", "  ": "", "~": home, "~/stick": filepath.Join(home, "stick"), "Bureaublad": filepath.Join(home, "Bureaublad"),
		"'" + other + "'": other, ` "` + other + `" `: other, other + "/": other, "~stick": filepath.Join(home, "~stick"),
	} {
		if got := place.Folder(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}
