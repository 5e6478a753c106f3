package field

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"werkboek/internal/kind"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/tui/keys"
)

func watched(f kind.Field, value string) *Model {
	m := New(kind.Ask{Field: f, Options: f.Options}, value, theme.New(theme.Plain()), plain.Ruler{}, keys.NewField())
	m.SetWidth(24)
	m.Focus(true)
	return m
}

// marked lists the rows with a mark.
func marked(m *Model) string {
	var rows []string
	for i := range m.Rows() {
		if m.Leads(i) {
			rows = append(rows, fmt.Sprint(i))
		}
	}
	return strings.Join(rows, " ")
}

func TestRowsWithWhatLeadsToSomebodyAreMarked(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		field       kind.Field
		value, want string
		remark      string
	}{
		"nothing":               {kind.Field{Sort: kind.Prose}, "12 van de 24, om 14.02", "", ""},
		"an example is no text": {kind.Field{Sort: kind.Prose, Example: "0612345678"}, "", "", ""},
		"the second line":       {kind.Field{Sort: kind.Prose}, "een\nbel 0612345678", "1", "telefoonnummer"},
		"over two rows":         {kind.Field{Sort: kind.Prose}, "dat was toen 06 12 34 56 78", "0 1", "telefoonnummer"},
		"behind a wrapped row":  {kind.Field{Sort: kind.Prose}, "een lange zin voor het woord a@b.nl", "1", "e-mailadres"},
		"before a wrapped row":  {kind.Field{Sort: kind.Prose}, "a@b.nl en dan een lange zin", "0", "e-mailadres"},
		"a line":                {kind.Field{Sort: kind.Line}, "NL91 ABNA 0417 1643 00", "0", "rekeningnummer"},
		"a list":                {kind.Field{Sort: kind.List}, "- een\n- geb. 12-3-1980", "1", "geboortedatum"},
		"own words":             {kind.Field{Sort: kind.Choice, Own: true, Options: []string{"ja", "nee"}}, "1234 AB 12", "2", "een adres"},
		"an option":             {kind.Field{Sort: kind.Choice, Options: []string{"0612345678"}}, "0612345678", "", ""},
		"a day is asked for":    {kind.Field{Sort: kind.Date}, "1980-03-12", "", ""},
		"a number":              {kind.Field{Sort: kind.Number, From: 0, To: 999999999}, "123456782", "", ""},
	} {
		m := watched(c.field, c.value)
		if got := marked(m); got != c.want {
			t.Errorf("%s: rows %q are marked, want %q", name, got, c.want)
		}
		if got := m.Remark(); (got == "") != (c.remark == "") || !strings.Contains(got, c.remark) {
			t.Errorf("%s: it says %q, want %q", name, got, c.remark)
		}
	}
}

func TestTheRemarkIsOnTheRowOfTheCursorOrElseTheFirst(t *testing.T) {
	t.Parallel()
	m := watched(kind.Field{Sort: kind.Prose}, "niets\na@b.nl\nbel 0612345678\nniets")
	for _, want := range []string{"e-mailadres", "telefoonnummer", "e-mailadres", "e-mailadres"} {
		if got := m.Remark(); !strings.Contains(got, want) {
			row, _, _ := m.Cursor()
			t.Errorf("on row %d it says %q, want %q", row, got, want)
		}
		m.Update(tea.KeyPressMsg{Code: tea.KeyUp})
	}
	m.Blur()
	if got := m.Remark(); got != "" {
		t.Errorf("without the cursor it says %q", got)
	}
	if got := (*Model)(nil).Remark(); got != "" {
		t.Errorf("of no field it says %q", got)
	}
}

func TestWhatIsKnownOfATextIsWhatWouldBeFoundAnew(t *testing.T) {
	t.Parallel()
	texts := rapid.SampledFrom([]string{"0612345678", "6", " ", "a@b.nl", "\n", "woord ", "12-3-1980\ngeb. ", "1234 AB 12"})
	rapid.Check(t, func(t *rapid.T) {
		m := watched(kind.Field{Sort: kind.Prose}, "een\n0612345678")
		for range rapid.IntRange(0, 30).Draw(t, "edits") {
			switch rapid.IntRange(0, 4).Draw(t, "sort") {
			case 0, 1:
				m.Update(tea.PasteMsg{Content: texts.Draw(t, "text")})
			case 2:
				m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
			case 3:
				m.Update(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl})
			default:
				m.Update(tea.KeyPressMsg{Code: rapid.SampledFrom([]rune{tea.KeyUp, tea.KeyLeft, tea.KeyHome}).Draw(t, "move")})
			}
			fresh := watched(kind.Field{Sort: kind.Prose}, m.Value())
			if got, want := marked(m), marked(fresh); got != want {
				t.Fatalf("%q: rows %q are marked, want %q", m.Value(), got, want)
			}
			if (m.Remark() == "") != (fresh.Remark() == "") {
				t.Fatalf("%q: it says %q, want %q", m.Value(), m.Remark(), fresh.Remark())
			}
		}
	})
}

func TestAKeyLooksAtOneLineAndNotAtTheText(t *testing.T) {
	t.Parallel()
	for _, lines := range []int{300, 3000} {
		m := watched(kind.Field{Sort: kind.Prose}, strings.Repeat("een regel van 12 woorden\n", lines))
		m.Remark()
		w, _ := m.answer.prose()
		m.Update(tea.KeyPressMsg{Code: tea.KeyUp})
		m.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
		unknown := 0
		for _, found := range w.watch.found {
			if found == nil {
				unknown++
			}
		}
		if unknown != 1 || len(w.watch.found)-w.watch.bare > 2 {
			t.Errorf("of %d lines %d are looked at after a key, from line %d on", lines, unknown, w.watch.bare)
		}
	}
}
