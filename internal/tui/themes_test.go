package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"werkboek/internal/theme"
)

// TestThemes holds one coloured frame per theme, and that they differ in nothing
// but colour.
func TestThemes(t *testing.T) {
	plain := ""
	for _, name := range theme.Names() {
		t.Run(name, func(t *testing.T) {
			p := begin(t, t.TempDir(), Open{}, 120, 30)
			p.root.deps.Settings.Theme = name
			p.root.dress()
			p.root.adopt()
			p.toBlock().keys("m", "Dat is mijn regel.", "esc", "down", "down", "enter", "Een eigen zin.")
			golden.RequireEqual(t, p.root.View().Content)
			if plain == "" {
				plain = p.screen()
			}
			if got := p.screen(); got != plain {
				t.Errorf("other characters than in the first theme:\n%s", got)
			}
		})
	}
}

func TestAPageWithoutOwnWordsHasNoWarmCell(t *testing.T) {
	p := begin(t, t.TempDir(), Open{}, 120, 30).keys("5")
	p.root.deps.Settings.Theme = "licht"
	p.root.dress()
	p.root.adopt()
	before := p.root.View().Content
	warm := p.root.env.Styles.Warm.Render("x")
	warm = warm[:len(warm)-len("x\x1b[m")]
	for range 20 {
		if n := strings.Count(p.root.View().Content, warm); n > 0 {
			t.Fatalf("%d warm runs on a page without words of one's own", n)
		}
		p.keys(" ")
	}
	p.toBlock().keys("m", "x")
	if strings.Count(p.root.View().Content, warm) == 0 {
		t.Errorf("one's own words are not warm (%q)\n%q", warm, before)
	}
}
