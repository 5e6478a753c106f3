package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestANoteThatCannotOpenIsNamedWithWhatToDo(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		put  func(path string) error
		want string
	}{
		"of another module": {func(path string) error {
			return os.WriteFile(path, []byte("---\nmodule: anders\noefening: leervraag\n---\n# X\n"), 0o600)
		}, "00-leervraag.md gaat niet open: het bestand is van een andere module. Verplaats het, of start met --notities MAP."},
		"a folder": {func(path string) error { return os.Mkdir(path, 0o700) },
			"00-leervraag.md gaat niet open: op die plek staat geen gewoon bestand. Herstel dat, of start met --notities MAP."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := c.put(filepath.Join(dir, "00-leervraag.md")); err != nil {
				t.Fatal(err)
			}
			zero := 0
			p := begin(t, dir, Open{Chapter: &zero, Exercise: "leervraag"}, 80, 24)
			said := strings.Join(strings.Fields(p.screen()), " ")
			if !strings.Contains(said, c.want) {
				t.Errorf("the screen does not say %q:\n%s", c.want, p.screen())
			}
		})
	}
}
