package keys_test

import (
	"testing"

	"werkboek/internal/tui/keys"
)

// named is a key by its name.
type named string

func (n named) String() string { return string(n) }

func TestAListIsWalkedToItsEnds(t *testing.T) {
	t.Parallel()
	l := keys.NewList()
	for _, c := range []struct {
		key       named
		from, n   int
		row       int
		isOfAList bool
	}{
		{"down", 0, 3, 1, true}, {"down", 2, 3, 2, true}, {"up", 0, 3, 0, true}, {"up", 2, 3, 1, true},
		{"home", 2, 3, 0, true}, {"end", 0, 3, 2, true}, {"end", 0, 0, 0, true}, {"x", 1, 3, 1, false}, {"enter", 1, 3, 1, false},
	} {
		if row, moved := l.Move(c.key, c.from, c.n); row != c.row || moved != c.isOfAList {
			t.Errorf("%s from %d of %d: %d, %v", c.key, c.from, c.n, row, moved)
		}
	}
}
