package keys_test

import (
	"strings"
	"testing"

	"werkboek/internal/tui/keys"
)

func TestNoKeyHasTwoMeaningsInOnePlace(t *testing.T) {
	t.Parallel()
	type seat struct {
		place keys.Place
		help  string
	}
	meanings := map[string][]seat{}
	for _, g := range keys.Table() {
		for _, b := range g.Bindings {
			for _, k := range b.Keys() {
				for _, s := range meanings[k] {
					if together(s.place, g.Place) {
						t.Errorf("%q means %q (%s) and %q (%s)", k, s.help, s.place.Name(), b.Help().Desc, g.Place.Name())
					}
				}
				meanings[k] = append(meanings[k], seat{g.Place, b.Help().Desc})
			}
		}
	}
}

func TestEveryBindingHasItsHelp(t *testing.T) {
	t.Parallel()
	for _, g := range keys.Table() {
		if g.Place.Name() == "" {
			t.Errorf("place %d has no name", g.Place)
		}
		for _, b := range g.Bindings {
			h := b.Help()
			if len(b.Keys()) == 0 || h.Key == "" || h.Desc == "" {
				t.Errorf("%s: a binding without key, name or help: %+v", g.Place.Name(), h)
			}
		}
	}
}

func TestNothingInAFieldCarriesText(t *testing.T) {
	t.Parallel()
	for _, g := range keys.At(keys.InAllPlaces, keys.InField) {
		for _, b := range g.Bindings {
			for _, k := range b.Keys() {
				if len([]rune(k)) == 1 || k == "space" {
					t.Errorf("%q in %s would swallow a typed character", k, g.Place.Name())
				}
			}
		}
	}
}

func TestKeysAreWrittenAsTheLibraryNamesThem(t *testing.T) {
	t.Parallel()
	for _, g := range keys.Table() {
		for _, b := range g.Bindings {
			for _, k := range b.Keys() {
				if k == " " || strings.ToLower(k) != k {
					t.Errorf("%q never matches", k)
				}
			}
		}
	}
}

// together tells whether the keys of two places count at the same moment. Where
// they do, no key may stand in both.
func together(a, b keys.Place) bool {
	if a > b {
		a, b = b, a
	}
	if a == keys.InAllPlaces || a == b {
		return true
	}
	if a == keys.InInstrument || a == keys.InList && (b == keys.InNotebook || b == keys.InPast || b == keys.InBeside) {
		return true
	}
	if a == keys.InNotebook && b == keys.InPast || a == keys.InPast && b == keys.InBeside {
		return true
	}
	return a == keys.Unwritten && b != keys.InField && b != keys.InChoice && b != keys.InNumber
}
