package theme_test

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"

	"werkboek/internal/theme"
)

// ratio is the contrast ratio of WCAG 2.2, from relative luminance.
func ratio(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestEveryRoleCanBeReadOnItsBackgrounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		palette theme.Palette
		on      []string
	}{
		{theme.Light(), []string{"#FFFFFF", "#FDF6E3"}},
		{theme.Dark(), []string{"#0C0C0C", "#012456", "#300A24"}},
	} {
		st := theme.New(c.palette)
		for least, s := range map[float64]*theme.Styles{4.5: st, 7: st.Projector()} {
			for name, role := range map[string]lipgloss.Style{"soft": s.Soft, "accent": s.Accent, "warm": s.Warm, "alarm": s.Alarm} {
				for _, on := range c.on {
					if got := ratio(role.GetForeground(), lipgloss.Color(on)); got < least {
						t.Errorf("%s: %s on %s has %.2f:1, less than %.1f:1", s.ID, name, on, got, least)
					}
				}
			}
		}
	}
}

func TestMeaningNeverHangsOnColourAlone(t *testing.T) {
	t.Parallel()
	for _, p := range []theme.Palette{theme.Plain(), theme.HighContrast()} {
		s := theme.New(p)
		if s.Chosen.Render("x") == s.Ink.Render("x") || s.Alarm.Render("x") == s.Ink.Render("x") || s.Selected.Render("x") == s.Ink.Render("x") {
			t.Errorf("%s: what is chosen, selected or wrong looks like any other text", p.ID)
		}
	}
}

func TestAutoWaitsForTheBackground(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name        theme.Name
		dark, known bool
		want        string
	}{
		{theme.Auto, true, false, "kaal"}, {theme.Auto, true, true, "donker"}, {theme.Auto, false, true, "licht"},
		{theme.Licht, true, true, "licht"}, {theme.Contrast, true, true, "contrast"},
	} {
		if got := theme.Choose(c.name, c.dark, c.known).ID; got != c.want {
			t.Errorf("Choose(%s, %v, %v) = %s, want %s", c.name, c.dark, c.known, got, c.want)
		}
	}
	if _, err := theme.Parse("paars"); err == nil {
		t.Error("an unknown theme was taken")
	}
}
