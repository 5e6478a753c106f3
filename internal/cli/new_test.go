package cli

import (
	"os"
	"path/filepath"
	"testing"

	"werkboek/internal/starter"
)

func TestACopyThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	files := []starter.File{{Path: "reader/a.md"}, {Path: "exercises/b.md"}, {Path: "reader/a.md"}}
	for name, dir := range map[string]string{"a new folder": filepath.Join(home, "a", "b"), "an empty one": t.TempDir()} {
		left, err := plant(dir, files)
		if err == nil || len(left) > 0 {
			t.Errorf("%s: it went on over a file that was there: %v, left %v", name, err, left)
		}
		if entries, _ := os.ReadDir(dir); len(entries) > 0 {
			t.Errorf("%s: %v is left", name, entries)
		}
	}
	if entries, _ := os.ReadDir(home); len(entries) > 0 {
		t.Errorf("folders are left: %v", entries)
	}
}

func TestACopyTakesAwayNothingOfSomebodyElse(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	theirs := filepath.Join(dir, "reader", "a.md")
	if err := os.MkdirAll(filepath.Dir(theirs), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(theirs, []byte("van mij"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := plant(dir, []starter.File{{Path: "exercises/b.md"}, {Path: "reader/a.md", Data: []byte("x")}}); err == nil {
		t.Error("it wrote over a file that was there")
	}
	if data, _ := os.ReadFile(theirs); string(data) != "van mij" {
		t.Errorf("the file holds %q", data)
	}
	if _, err := os.Stat(filepath.Join(dir, "exercises")); err == nil {
		t.Error("exercises is left")
	}
}
