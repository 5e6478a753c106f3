package tui

import (
	"testing"

	"werkboek/internal/kind"
	"werkboek/internal/kind/all"
)

// TestEveryInstrumentHasAScreen holds that the registry of kinds and the table of
// screens agree: whatever names an instrument can be opened, and nothing else is there.
func TestEveryInstrumentHasAScreen(t *testing.T) {
	t.Parallel()
	p := begin(t, t.TempDir(), Open{}, 80, 24)
	needed := map[string]bool{}
	for _, e := range p.root.deps.Course.Exercises() {
		ref := p.root.book.Ref(e, e.Head().Chapters[0])
		for _, part := range p.root.book.Answer(ref).Parts(kind.Env{}) {
			if _, ok := part.(kind.Instrument); ok {
				needed[e.Head().Kind] = true
			}
		}
	}
	for _, name := range all.Kinds().Names() {
		if _, has := instruments()[name]; has != needed[name] {
			t.Errorf("kind %s: an instrument is named: %v, a screen is there: %v", name, needed[name], has)
		}
	}
}
