package progress_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"werkboek/internal/progress"
)

func TestWhatIsSavedIsLoaded(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "map", "voortgang.json")
	dark := true
	s := progress.State{Chapter: 5, Welcome: true, Dark: &dark}.With(5, progress.Place{Block: "kop/1a2b3c4d/1", Quote: "Je komt"})
	if err := progress.Save(path, s); err != nil {
		t.Fatal(err)
	}
	if got := progress.Load(path); !reflect.DeepEqual(got, s) {
		t.Errorf("loaded %+v, saved %+v", got, s)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestABrokenStateIsAnEmptyOne(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "voortgang.json")
	for _, text := range []string{"", "{", "[1]", "\x00"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := progress.Load(path); !reflect.DeepEqual(got, progress.State{}) {
			t.Errorf("%q loads as %+v", text, got)
		}
	}
}

func TestWithLeavesTheStateBeforeItAlone(t *testing.T) {
	t.Parallel()
	first := progress.State{}.With(1, progress.Place{Block: "a"})
	second := first.With(1, progress.Place{Block: "b"})
	if first.Places[1].Block != "a" || second.Places[1].Block != "b" {
		t.Errorf("%+v and %+v", first, second)
	}
}
