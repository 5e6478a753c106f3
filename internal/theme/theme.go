// Package theme is the only home of colours: palettes, and the styles that one
// builder makes of them. It imports Lip Gloss and nothing of ours.
package theme

import (
	"errors"
	"image/color"
	"slices"

	"charm.land/lipgloss/v2"
)

// Name is a theme that somebody can choose.
type Name string

// The themes.
const (
	Auto     Name = "auto"
	Licht    Name = "licht"
	Donker   Name = "donker"
	Contrast Name = "contrast"
)

// Names lists the themes that can be chosen.
func Names() []string {
	return []string{string(Auto), string(Licht), string(Donker), string(Contrast)}
}

// Parse reads a theme's name; empty is Auto. The error is Dutch, for people.
func Parse(s string) (Name, error) {
	if s == "" {
		return Auto, nil
	}
	if !slices.Contains(Names(), s) {
		return Auto, errors.New(noSuchTheme(s, Names()))
	}
	return Name(s), nil
}

// Palette is the colours of a theme. A nil colour is the terminal's own
// foreground; what it means is then told by bold, underline or reverse.
type Palette struct {
	ID                        string
	Soft, Accent, Warm, Alarm color.Color
	projector                 *Palette // the same with 7:1
	reverse                   bool     // own words are reversed: contrast
}

// Light is for a light background: Delft blue and brick.
func Light() Palette {
	return Palette{
		ID: "licht", Soft: hex("#666666"), Accent: hex("#1F4E8C"), Warm: hex("#A2410F"), Alarm: hex("#B00020"),
		projector: &Palette{ID: "licht-7", Soft: hex("#484848"), Accent: hex("#1F4E8C"), Warm: hex("#7A2E08"), Alarm: hex("#8B0019")},
	}
}

// Dark is for a dark background.
func Dark() Palette {
	return Palette{
		ID: "donker", Soft: hex("#9A9A9A"), Accent: hex("#8DB9F2"), Warm: hex("#F2A66B"), Alarm: hex("#FF7B7B"),
		projector: &Palette{ID: "donker-7", Soft: hex("#B8B8B8"), Accent: hex("#A8CBF7"), Warm: hex("#F5B583"), Alarm: hex("#FFA0A0")},
	}
}

// HighContrast uses no colour at all, on any background.
func HighContrast() Palette { return Palette{ID: "contrast", reverse: true} }

// Plain is for a terminal that has not told its background: no colour, bold and
// underline only.
func Plain() Palette { return Palette{ID: "kaal"} }

func hex(s string) color.Color { return lipgloss.Color(s) }

// Choose gives the palette of a theme. Auto follows the terminal's background, as
// soon as that is known.
func Choose(n Name, dark, known bool) Palette {
	switch {
	case n == Licht:
		return Light()
	case n == Donker:
		return Dark()
	case n == Contrast:
		return HighContrast()
	case !known:
		return Plain()
	case dark:
		return Dark()
	}
	return Light()
}

// Styles is what things look like.
type Styles struct {
	ID string // of the palette, for caches

	Ink      lipgloss.Style // text
	Soft     lipgloss.Style // gutter, labels, help
	Accent   lipgloss.Style // where you are
	Chosen   lipgloss.Style // the chosen thing, in words
	Banner   lipgloss.Style // large letters, and the marks before points on a slide
	Warm     lipgloss.Style // your own words
	Own      lipgloss.Style // your own words where you are: the chosen node of a map
	Branch   lipgloss.Style // your own words around those
	Twig     lipgloss.Style // the lines between those
	Alarm    lipgloss.Style // not saved, conflict, error
	Title    lipgloss.Style
	Strong   lipgloss.Style
	Emph     lipgloss.Style
	Code     lipgloss.Style
	Link     lipgloss.Style
	Key      lipgloss.Style // a key's name
	Selected lipgloss.Style // selected text in a field

	palette Palette
}

// New makes the styles of a palette.
func New(p Palette) *Styles {
	base := lipgloss.NewStyle()
	s := &Styles{
		ID: p.ID, palette: p,
		Ink: base, Title: base.Bold(true), Strong: base.Bold(true), Emph: base.Italic(true), Code: base,
		Link: base.Underline(true), Key: base, Selected: base.Reverse(true),
		Soft:   tinted(base, p.Soft),
		Accent: tinted(base, p.Accent).Bold(true),
		Chosen: tinted(base, p.Accent).Bold(true),
		Banner: tinted(base, p.Accent).Bold(true),
		Warm:   tinted(base, p.Warm),
		Alarm:  tinted(base, p.Alarm).Bold(true),
	}
	if p.Accent == nil {
		s.Accent = s.Accent.Underline(true)
		s.Chosen = s.Chosen.Underline(true)
	}
	s.Own, s.Branch, s.Twig = s.Chosen, s.Warm, tinted(base, p.Accent)
	if p.Warm != nil {
		s.Own = s.Warm.Bold(true)
	}
	if p.reverse {
		s.Warm = base.Reverse(true)
		s.Own, s.Branch = s.Warm.Bold(true), base.Bold(true)
		s.Selected = base.Underline(true).Bold(true)
	}
	return s
}

func tinted(s lipgloss.Style, c color.Color) lipgloss.Style {
	if c == nil {
		return s
	}
	return s.Foreground(c)
}

// Projector gives the same styles with a contrast of at least 7:1.
func (s *Styles) Projector() *Styles {
	if s.palette.projector == nil {
		return s
	}
	return New(*s.palette.projector)
}
