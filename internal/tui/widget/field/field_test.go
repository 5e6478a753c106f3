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
			m.Update(ctrl(rune(letter[0])))
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

func ctrl(letter rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: letter, Mod: tea.ModCtrl} }

func shown(m *field.Model) string {
	var rows []string
	for i := range m.Rows() {
		rows = append(rows, pointer(m, i)+ansi.Strip(m.Row(i)))
	}
	return strings.Join(rows, "\n")
}

// pointer is what the page shows beside a row of what one chooses from.
func pointer(m *field.Model, row int) string {
	at, ok := m.Pointed()
	switch {
	case ok && at == row:
		return "› "
	case ok:
		return "  "
	}
	return ""
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
		"keuze by arrows":    {kind.Field{Sort: kind.Choice, Options: options}, "", []string{"down", " "}, "nee", "  ○ ja\n› ● nee"},
		"keuze by digit":     {kind.Field{Sort: kind.Choice, Options: options}, "", []string{"1"}, "ja", "› ● ja\n  ○ nee"},
		"keuze taken back":   {kind.Field{Sort: kind.Choice, Options: options}, "ja", []string{"1"}, "", "› ○ ja\n  ○ nee"},
		"eigen":              {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "ja", []string{"misschien"}, "misschien", "  ○ ja\n  ○ nee\n› ● anders: misschien"},
		"eigen read":         {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "soms", nil, "soms", "  ○ ja\n  ○ nee\n› ● anders: soms"},
		"eigen, option":      {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "soms", []string{"up", "up", " "}, "ja", "› ● ja\n  ○ nee\n  ○ anders: soms"},
		"eigen, again":       {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "soms", []string{"up", "up", " ", "down", "down", "enter"}, "soms", "  ○ ja\n  ○ nee\n› ● anders: soms"},
		"eigen, an option":   {kind.Field{Sort: kind.Choice, Options: options, Own: true}, "", []string{"down", "down", "ja"}, "ja", "  ● ja\n  ○ nee\n› ○ anders: ja"},
		"regel from Windows": {kind.Field{Sort: kind.Prose}, "een\r\ntwee", nil, "een\ntwee", "een\ntwee"},
		"no longer offered":  {kind.Field{Sort: kind.Choice, Options: options}, "vroeger", nil, "vroeger", "› ○ ja\n  ○ nee\n  ● vroeger"},
		"vinken":             {kind.Field{Sort: kind.Ticks, Options: options}, "- ja", []string{"2", "1"}, "- nee", "› [ ] ja\n  [x] nee"},
		"getal":              {kind.Field{Sort: kind.Number, From: 1, To: 3}, "", []string{"2", "right"}, "3", "› ○ 1   ○ 2   ● 3"},
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

func TestAKeyWithoutUseSaysWhatWorks(t *testing.T) {
	t.Parallel()
	for name, f := range everySort() {
		m := of(f, "")
		for _, msg := range []tea.KeyPressMsg{{Code: tea.KeyF2}, ctrl('k'), ctrl('f'), ctrl('e')} {
			if res := m.Update(msg); res.Say == "" || !res.Handled || res.Changed {
				t.Errorf("%s: %v gives %+v", name, msg, res)
			}
		}
		for _, msg := range []tea.KeyPressMsg{{Code: tea.KeyTab}, ctrl('s'), {Code: tea.KeyF1}, {Code: tea.KeyUp}} {
			if res := m.Update(msg); res.Say != "" || res.Handled {
				t.Errorf("%s: %v is for the page, and gives %+v", name, msg, res)
			}
		}
		if res := m.Update(ctrl('c')); !strings.Contains(res.Say, "ctrl+q") {
			t.Errorf("%s: ctrl+c says %q", name, res.Say)
		}
	}
}

func TestAnEmptyPasteSaysThatThereIsNothing(t *testing.T) {
	t.Parallel()
	for name, f := range everySort() {
		m := of(f, "")
		if res := m.Update(tea.PasteMsg{}); res.Changed || !strings.Contains(res.Say, "plakken") {
			t.Errorf("%s: %+v", name, res)
		}
		if res := m.Update(ctrl('v')); res.Paste != f.Sort.Writes() || res.Say == "" {
			t.Errorf("%s: ctrl+v gives %+v", name, res)
		}
	}
}

func TestNoRowIsWiderThanTheField(t *testing.T) {
	t.Parallel()
	long := "Vertel eens over een keer dat je ergens nieuw was. Wat hielp je toen, en wat niet?"
	sorts := everySort()
	for name, f := range sorts {
		f.Example, f.Options = long, []string{long, "ja"}
		f.To, f.Ends = 20, []string{"helemaal niet zeker", "heel zeker, al jaren"}
		for _, value := range []string{"", long, "- " + long, "14", "21-12"} {
			for width := 16; width < 80; width += 3 {
				m := of(f, value)
				m.SetWidth(width)
				for i := range m.Rows() {
					if row := ansi.Strip(m.Row(i)); ansi.StringWidth(strings.TrimRight(row, " ")) > width {
						t.Errorf("%s: row %q is wider than %d", name, row, width)
					}
				}
				if row, _, _ := m.Cursor(); row < 0 || row >= m.Rows() {
					t.Errorf("%s: the cursor is in row %d of %d", name, row, m.Rows())
				}
			}
		}
	}
}

func TestAThemeChangesNoCell(t *testing.T) {
	t.Parallel()
	for name, f := range everySort() {
		for _, value := range []string{"", "ja", "2"} {
			m := of(f, value)
			want := shown(m)
			for _, p := range []theme.Palette{theme.Light(), theme.Dark(), theme.HighContrast()} {
				m.Dress(theme.New(p), plain.Ruler{})
				if got := shown(m); got != want {
					t.Errorf("%s: %q, in %s %q", name, want, p.ID, got)
				}
			}
		}
	}
}

func everySort() map[string]kind.Field {
	sorts := map[string]kind.Field{}
	for _, s := range kind.Sorts() {
		sorts[string(s)] = kind.Field{Sort: s, Options: []string{"ja", "nee"}, From: 1, To: 5}
	}
	sorts["eigen"] = kind.Field{Sort: kind.Choice, Options: []string{"ja", "nee"}, Own: true}
	return sorts
}
