package cli

import (
	"slices"
	"testing"
)

func TestLinesFoldBetweenWordsOnly(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		line string
		want []string
	}{
		{"", []string{""}},
		{"een korte", []string{"een korte"}},
		{"een regel die niet past", []string{"een regel", "die niet", "past"}},
		{"in /heel/lang-pad/noodkopie.md staat", []string{"in", "/heel/lang-pad/noodkopie.md", "staat"}},
		{"  ingesprongen woorden", []string{"  ingesprongen", "woorden"}},
	} {
		if got := folded(c.line, 10); !slices.Equal(got, c.want) {
			t.Errorf("%q became %q, want %q", c.line, got, c.want)
		}
	}
}
