package field_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/widget/field"
)

func TestALongOptionIsWrappedUnderItsOwnBeginning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		f    kind.Field
		want string
	}{
		{kind.Field{Sort: kind.Choice}, "  ○ ja\n  ○ een heel lange\n    keuze\n› ○ nee"},
		{kind.Field{Sort: kind.Ticks}, "  [ ] ja\n  [ ] een heel\n      lange keuze\n› [ ] nee"},
	} {
		c.f.Options = []string{"ja", "een heel lange keuze", "nee"}
		m := of(c.f, "")
		m.SetWidth(16)
		press(m, "down", "down")
		if shown(m) != c.want {
			t.Errorf("shown\n%s\nwant\n%s", shown(m), c.want)
		}
		if row, _, _ := m.Cursor(); row != 3 {
			t.Errorf("the cursor is in row %d", row)
		}
		for row, option := range []int{0, 1, 1, 3} {
			m.Click(row, 5)
			if at, _, _ := m.Cursor(); at != option {
				t.Errorf("a click in row %d points at row %d", row, at)
			}
		}
	}
}

func TestAClickPointsAtOnesOwnWords(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Choice, Options: []string{"een keuze van twee rijen"}, Own: true}, "soms")
	m.SetWidth(18)
	m.Click(0, 0)
	m.Click(2, ansi.StringWidth("● anders: so"))
	if row, cell, ok := m.Cursor(); row != 2 || cell != 12 || !ok {
		t.Errorf("the cursor is at %d,%d", row, cell)
	}
}

func TestAPasteGoesIntoOnesOwnWords(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Choice, Options: []string{"ja"}, Own: true}, "")
	m.Update(tea.PasteMsg{Content: "uit een mail"})
	if m.Value() != "uit een mail" {
		t.Errorf("the value is %q", m.Value())
	}
	m = of(kind.Field{Sort: kind.Choice, Options: []string{"ja"}}, "")
	if res := m.Update(tea.PasteMsg{Content: "ja"}); res.Changed || res.Say == "" {
		t.Errorf("a paste gives %+v", res)
	}
}

func TestWhatWasChosenIsUndoneAndDoneAgain(t *testing.T) {
	t.Parallel()
	options := []string{"ja", "nee", "soms"}
	for name, c := range map[string]struct {
		f     kind.Field
		keys  []string
		steps []string // the values, the first before any key
	}{
		"keuze":  {kind.Field{Sort: kind.Choice, Options: options}, []string{"2", "3", "backspace"}, []string{"", "nee", "soms", ""}},
		"vinken": {kind.Field{Sort: kind.Ticks, Options: options}, []string{"2", "1", "2"}, []string{"", "- nee", "- nee\n- ja", "- ja"}},
		"getal":  {kind.Field{Sort: kind.Number, From: 1, To: 20}, []string{"1", "5", "right", "3", "backspace"}, []string{"", "15", "16", "3", ""}},
		"eigen":  {kind.Field{Sort: kind.Choice, Options: options, Own: true}, []string{"1", "half om", "up", "2", "down", "down", "x"}, []string{"", "ja", "half ", "half om", "nee", "half omx"}},
	} {
		m := press(of(c.f, ""), c.keys...)
		for i := len(c.steps) - 1; i >= 0; i-- {
			if m.Value() != c.steps[i] {
				t.Errorf("%s: back at %q, want %q", name, m.Value(), c.steps[i])
			}
			press(m, "ctrl+z")
		}
		for _, want := range c.steps {
			if m.Value() != want {
				t.Errorf("%s: again at %q, want %q", name, m.Value(), want)
			}
			press(m, "ctrl+y")
		}
		m.SetValue(c.steps[1])
		if press(m, "ctrl+z"); m.Value() != c.steps[1] {
			t.Errorf("%s: undo goes back beyond what was set", name)
		}
	}
}

func TestAnOptionThatComesLaterIsMarkedOnce(t *testing.T) {
	t.Parallel()
	f := kind.Field{Sort: kind.Choice, Own: true, OptionsOf: kind.Place{Field: "L"}}
	m := field.New(kind.Ask{Field: f}, "ja", theme.New(theme.Plain()), plain.Ruler{}, keys.NewField())
	if shown(m) != "● anders: ja" {
		t.Errorf("without options it shows\n%s", shown(m))
	}
	m.SetAsk(kind.Ask{Field: f, Options: []string{"nee", "ja"}})
	if shown(m) != "○ nee\n● ja\n○ anders: " || m.Value() != "ja" {
		t.Errorf("with them, of %q, it shows\n%s", m.Value(), shown(m))
	}
	m.SetAsk(kind.Ask{Field: f, Options: []string{"nee"}})
	if shown(m) != "○ nee\n● anders: ja" || m.Value() != "ja" {
		t.Errorf("without it again it shows\n%s", shown(m))
	}
}

func TestOnesOwnWordsAreWhereOneIsWhenNothingElseIsThere(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Choice, Own: true}, "")
	if row, _, ok := m.Cursor(); row != 0 || !ok || shown(m) != "› ○ anders: " {
		t.Errorf("the cursor is in row %d (%v) of\n%s", row, ok, shown(m))
	}
}

func TestWhatIsBeingTypedIsNotTakenAwayByNewOptions(t *testing.T) {
	t.Parallel()
	f := kind.Field{Sort: kind.Choice, Own: true}
	m := press(of(f, ""), "ja")
	m.SetAsk(kind.Ask{Field: f, Options: []string{"ja"}})
	if press(m, "mmer"); m.Value() != "jammer" {
		t.Errorf("the value is %q", m.Value())
	}
}

func TestAChoiceOfNothingSaysSoWhereverItsOptionsComeFrom(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Choice}, "")
	m.SetWidth(30)
	if strings.Contains(shown(m), "hierboven") || !strings.Contains(shown(m), "Nog niets te kiezen") || m.Rows() < 2 {
		t.Errorf("shown\n%s", shown(m))
	}
	if res := m.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}); !strings.Contains(res.Say, "Nog niets te kiezen") {
		t.Errorf("a key says %q", res.Say)
	}
}

func TestADigitChoosesTheOptionThatIsThatNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		options []string
		own     bool
		digit   string
		want    string
	}{
		{[]string{"3", "4"}, false, "3", "3"},
		{[]string{"3", "4"}, false, "1", ""},
		{[]string{"3 mensen", "4 mensen"}, false, "4", "4 mensen"},
		{[]string{"ja", "nee"}, false, "2", "nee"},
		{[]string{"ja", "nee"}, false, "0", ""},
		{[]string{"3", "4"}, true, "6", "6"},
	} {
		m := press(of(kind.Field{Sort: kind.Choice, Options: c.options, Own: frontmatter.YesNo(c.own)}, ""), c.digit)
		if m.Value() != c.want {
			t.Errorf("%s among %q chooses %q", c.digit, c.options, m.Value())
		}
	}
}

func TestAWrongKeyNamesTheKeysThatAreShown(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Choice, Options: []string{"ja"}}, "")
	if res := m.Update(tea.KeyPressMsg{Code: 'x', Text: "x"}); !strings.Contains(res.Say, "spatie") || strings.Contains(res.Say, "cijfer") {
		t.Errorf("says %q", res.Say)
	}
}
