package field_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"werkboek/internal/kind"
	"werkboek/internal/tui/widget/field"
)

func TestAListComesBackToTheByte(t *testing.T) {
	t.Parallel()
	list := kind.Field{Sort: kind.List}
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.StringOf(rapid.RuneFrom([]rune("- \nabë"))).Draw(t, "typed")
		m := of(list, "- begin")
		m.Update(ctrl('a'))
		m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
		if typed != "" {
			m.Update(tea.PasteMsg{Content: typed})
		}
		back := of(list, m.Value())
		if back.Value() != m.Value() || shown(back) != shown(m) {
			t.Fatalf("%q is kept as %q, and reads back as\n%s", typed, m.Value(), shown(back))
		}
	})
}

func TestAListOfAnotherProgramStaysUntilItIsChanged(t *testing.T) {
	t.Parallel()
	theirs := "los\n\n  - ingesprongen \n- gewoon\n"
	m := of(kind.Field{Sort: kind.List}, theirs)
	if m.Value() != theirs || shown(m) != "- los\n- ingesprongen\n- gewoon" {
		t.Errorf("kept as %q, shown\n%s", m.Value(), shown(m))
	}
	press(m, "!", "backspace")
	if m.Value() != theirs {
		t.Errorf("taken back, it is %q", m.Value())
	}
	press(m, "!")
	if m.Value() != "- los\n- ingesprongen\n- gewoon!" {
		t.Errorf("changed, it is %q", m.Value())
	}
}

func TestAListInvitesSoftly(t *testing.T) {
	t.Parallel()
	list := kind.Field{Sort: kind.List, Min: 2, Max: 3, Example: "zoiets"}
	for value, want := range map[string]string{
		"":                        "- bijvoorbeeld: zoiets\n  nog 2, als je wilt",
		"- a\n- ":                 "- a\n- \n  nog 1, als je wilt",
		"- a\n- b":                "- a\n- b",
		"- a\n- b\n- c\n- d\n- e": "- a\n- b\n- c\n- d\n- e\n  5, er passen er 3",
	} {
		m := of(list, value)
		if shown(m) != want {
			t.Errorf("%q is shown\n%s\nwant\n%s", value, shown(m), want)
		}
		row, cell, _ := m.Cursor()
		m.Blur()
		if strings.Contains(shown(m), "nog") || strings.Contains(shown(m), "passen") {
			t.Errorf("without the cursor it says\n%s", shown(m))
		}
		if r, c, _ := m.Cursor(); r != row || c != cell {
			t.Errorf("%q: the text moved from %d,%d to %d,%d", value, row, cell, r, c)
		}
	}
}

func TestALongLineSaysHowMuchLonger(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Line, Length: 5}, "")
	press(m, "twaal")
	if shown(m) != "twaal" {
		t.Errorf("shown %q", shown(m))
	}
	press(m, "f")
	if shown(m) != "twaalf\n1 teken langer dan gevraagd" {
		t.Errorf("shown %q", shown(m))
	}
	if press(m, "en"); shown(m) != "twaalfen\n3 tekens langer dan gevraagd" || m.Value() != "twaalfen" {
		t.Errorf("shown %q, value %q", shown(m), m.Value())
	}
}

func TestAnExampleOfAListHasOneMark(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.List, Example: "een woord dat bij je past, en nog een"}, "")
	m.SetWidth(20)
	if want := "- bijvoorbeeld: een\n  woord dat bij je\n  past, en nog een"; shown(m) != want {
		t.Errorf("shown\n%s\nwant\n%s", shown(m), want)
	}
}

func TestErasingIsUndoneByWords(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Prose}, "een twee")
	press(m, strings.Split(strings.Repeat("backspace ", 6), " ")...)
	if press(m, "ctrl+z"); m.Value() != "een " {
		t.Errorf("one undo gives %q", m.Value())
	}
	if press(m, "ctrl+z", "ctrl+z"); m.Value() != "een twee" {
		t.Errorf("two give %q", m.Value())
	}
}

// A benchmark types a letter and takes it back, and draws a window: two keys.
func BenchmarkKey(b *testing.B) {
	line := "Een regel van ongeveer tachtig tekens, zoals mensen die schrijven in een notitie."
	for _, c := range []struct {
		sort  kind.Sort
		lines int
		line  string
	}{
		{kind.Prose, 0, ""}, {kind.Prose, 300, line + "\n"}, {kind.Prose, 3000, line + "\n"}, {kind.Prose, 20000, line + "\n"},
		{kind.List, 300, "- " + line + "\n"}, {kind.List, 3000, "- " + line + "\n"},
		{kind.Line, 435, "zonder één regeleinde, "},
	} {
		m := of(kind.Field{Sort: c.sort, Min: 3, Max: 5, Length: 200}, strings.Repeat(c.line, c.lines))
		b.Run(fmt.Sprintf("%s of %d", c.sort, c.lines), func(b *testing.B) { typeAndErase(b, m, false) })
		b.Run(fmt.Sprintf("%s of %d, and its value", c.sort, c.lines), func(b *testing.B) { typeAndErase(b, m, true) })
	}
}

func typeAndErase(b *testing.B, m *field.Model, value bool) {
	for b.Loop() {
		for _, msg := range []tea.KeyPressMsg{{Code: 'a', Text: "a"}, {Code: tea.KeyBackspace}} {
			m.Update(msg)
			row, _, _ := m.Cursor()
			for i := max(0, row-20); i < min(row+2, m.Rows()); i++ {
				m.Row(i)
			}
			if value {
				m.Value()
			}
		}
	}
}
