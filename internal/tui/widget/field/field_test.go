package field_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"werkboek/internal/kind"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/widget/field"
)

func of(f kind.Field, value string) *field.Model {
	m := field.New(kind.Ask{Field: f, Options: f.Options}, value, theme.New(theme.Plain()), plain.Ruler{}, keys.NewField())
	m.SetToday(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	m.Focus(true)
	return m
}

func press(m *field.Model, keys ...string) *field.Model {
	special := map[string]rune{"up": tea.KeyUp, "down": tea.KeyDown, "enter": tea.KeyEnter, "left": tea.KeyLeft, "right": tea.KeyRight, "backspace": tea.KeyBackspace}
	for _, k := range keys {
		if letter, ok := strings.CutPrefix(k, "ctrl+"); ok {
			m.Update(tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl})
			continue
		}
		if code, ok := special[k]; ok {
			m.Update(tea.KeyPressMsg{Code: code})
			continue
		}
		for _, r := range k {
			code := r
			if r == ' ' {
				code = tea.KeySpace
			}
			m.Update(tea.KeyPressMsg{Code: code, Text: string(r)})
		}
	}
	return m
}

func shown(m *field.Model) string {
	var rows []string
	for i := range m.Rows() {
		rows = append(rows, ansi.Strip(m.Row(i)))
	}
	return strings.Join(rows, "\n")
}

func TestEachSortKeepsItsValue(t *testing.T) {
	t.Parallel()
	options := []string{"ja", "nee"}
	for name, c := range map[string]struct {
		f    kind.Field
		from string
		keys []string
		want string
		show string
	}{
		"tekst":              {kind.Field{Sort: kind.Prose}, "", []string{"een", "enter", "twee"}, "een\ntwee", "een\ntwee"},
		"regel":              {kind.Field{Sort: kind.Line}, "a", []string{"b", "enter"}, "ab", "ab"},
		"lijst":              {kind.Field{Sort: kind.List}, "- een", []string{"enter", "twee"}, "- een\n- twee", "- een\n- twee"},
		"keuze by arrows":    {kind.Field{Sort: kind.Choice, Options: options}, "", []string{"down", " "}, "nee", "○ ja\n● nee"},
		"keuze by digit":     {kind.Field{Sort: kind.Choice, Options: options}, "", []string{"1"}, "ja", "● ja\n○ nee"},
		"keuze taken back":   {kind.Field{Sort: kind.Choice, Options: options}, "ja", []string{"1"}, "", "○ ja\n○ nee"},
		"eigen":              {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "ja", []string{"misschien"}, "misschien", "○ ja\n○ nee\n● anders: misschien"},
		"eigen read":         {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "soms", nil, "soms", "○ ja\n○ nee\n● anders: soms"},
		"eigen, option":      {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "soms", []string{"up", "up", " "}, "ja", "● ja\n○ nee\n○ anders: soms"},
		"eigen, again":       {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "soms", []string{"up", "up", " ", "down", "down", "enter"}, "soms", "○ ja\n○ nee\n● anders: soms"},
		"keuze undone":       {kind.Field{Sort: kind.Choice, Options: options}, "ja", []string{"2", "ctrl+z"}, "ja", "● ja\n○ nee"},
		"regel from Windows": {kind.Field{Sort: kind.Prose}, "een\r\ntwee", nil, "een\ntwee", "een\ntwee"},
		"no longer offered":  {kind.Field{Sort: kind.Choice, Options: options}, "vroeger", nil, "vroeger", "○ ja\n○ nee\n● vroeger"},
		"vinken":             {kind.Field{Sort: kind.Ticks, Options: options}, "- ja", []string{"2", "1"}, "- nee", "[ ] ja\n[x] nee"},
		"getal":              {kind.Field{Sort: kind.Number, From: 1, To: 3}, "", []string{"2", "right"}, "3", "○ 1   ○ 2   ● 3"},
		"datum":              {kind.Field{Sort: kind.Date}, "", []string{"21-12"}, "2026-12-21", "21-12   maandag 21 december 2026"},
		"datum, weeks":       {kind.Field{Sort: kind.Date}, "", []string{"over 4 weken"}, "2026-12-21", "over 4 weken   maandag 21 december 2026"},
		"datum, next year":   {kind.Field{Sort: kind.Date}, "", []string{"3 feb"}, "2027-02-03", "3 feb   woensdag 3 februari 2027"},
		"datum, no date":     {kind.Field{Sort: kind.Date}, "", []string{"ooit"}, "ooit", "ooit   bijvoorbeeld 21-12 of over 4 weken"},
	} {
		m := press(of(c.f, c.from), c.keys...)
		if m.Value() != c.want || shown(m) != c.show {
			t.Errorf("%s: value %q, want %q; shown\n%s\nwant\n%s", name, m.Value(), c.want, shown(m), c.show)
		}
	}
}

func TestAnExampleIsShownAndNeverKept(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Prose, Example: "zoiets"}, "")
	if !strings.Contains(shown(m), "zoiets") || m.Value() != "" {
		t.Errorf("shown %q, value %q", shown(m), m.Value())
	}
	press(m, "x")
	if strings.Contains(shown(m), "zoiets") {
		t.Error("the example stays after the first letter")
	}
}

func TestHostileTextIsShownAsDotsAndKept(t *testing.T) {
	t.Parallel()
	value := "a\x1b[31m\u202eb"
	m := of(kind.Field{Sort: kind.Prose}, value)
	for _, r := range shown(m) {
		if plain.Hostile(r) {
			t.Errorf("the row holds %U", r)
		}
	}
	if m.Value() != value {
		t.Errorf("the value became %q", m.Value())
	}
}

func TestCtrlCWithNothingSelectedSaysHowToStop(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Prose}, "abc")
	if res := m.Update(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}); !strings.Contains(res.Say, "ctrl+q") {
		t.Errorf("says %q", res.Say)
	}
	m.Update(tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})
	if res := m.Update(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}); res.Copied != "abc" {
		t.Errorf("copied %q", res.Copied)
	}
}

func TestAPasteGoesIntoOnesOwnWords(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Choice, Options: []string{"ja"}, Own: true}, "")
	press(m, "down")
	m.Update(tea.PasteMsg{Content: "uit een mail"})
	if m.Value() != "uit een mail" {
		t.Errorf("the value is %q", m.Value())
	}
}
