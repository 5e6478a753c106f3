package keys

import (
	"fmt"

	"charm.land/bubbles/v2/key"
)

// Move gives the row that a key chooses in a list of n rows; moved is false for a key
// that chooses none.
func (l List) Move(press fmt.Stringer, chosen, n int) (row int, moved bool) {
	switch {
	case key.Matches(press, l.Up):
		chosen--
	case key.Matches(press, l.Down):
		chosen++
	case key.Matches(press, l.First):
		chosen = 0
	case key.Matches(press, l.Last):
		chosen = n - 1
	default:
		return chosen, false
	}
	return max(0, min(chosen, n-1)), true
}
