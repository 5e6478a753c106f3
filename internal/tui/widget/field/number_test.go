package field_test

import (
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/tui/keys"
)

func TestDigitsBuildANumberWithinTheRange(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, to int
		keys     []string
		want     string
	}{
		{0, 20, []string{"15"}, "15"},
		{0, 20, []string{"35"}, "5"},
		{0, 20, []string{"201"}, "1"},
		{0, 20, []string{"05"}, "5"},
		{1, 5, []string{"15"}, "5"},
		{1, 5, []string{"7"}, ""},
		{10, 20, []string{"1"}, ""},
		{10, 20, []string{"15"}, "15"},
		{0, 300, []string{"123"}, "123"},
		{0, 20, []string{"1", "right", "5"}, "5"},
		{0, 20, []string{"right", "right", "left", "left"}, "0"},
		{0, 20, []string{"20", "right"}, "20"},
		{-3, 3, []string{"left"}, "-3"},
		{0, 20, []string{"enter"}, ""},
	} {
		m := press(of(kind.Field{Sort: kind.Number, From: c.from, To: c.to}, ""), c.keys...)
		if m.Value() != c.want {
			t.Errorf("%d to %d: %q gives %q, want %q", c.from, c.to, c.keys, m.Value(), c.want)
		}
	}
}

func TestEveryNumberIsShown(t *testing.T) {
	t.Parallel()
	for _, width := range []int{36, 46, 64} {
		f := kind.Field{Sort: kind.Number, From: 0, To: 20}
		for n := f.From; n <= f.To; n++ {
			m := of(f, strconv.Itoa(n))
			m.SetWidth(width)
			words := strings.Fields(shown(m))
			for other := f.From; other <= f.To; other++ {
				if !strings.Contains(strings.Join(words, " ")+" ", " "+strconv.Itoa(other)+" ") {
					t.Errorf("in %d cells %d is not there:\n%s", width, other, shown(m))
				}
			}
			if !strings.Contains(shown(m), "● "+strconv.Itoa(n)) || strings.Count(shown(m), "›") != 1 {
				t.Errorf("%d is not marked:\n%s", n, shown(m))
			}
		}
	}
	m := of(kind.Field{Sort: kind.Number, From: 0, To: 20}, "14")
	m.SetWidth(44)
	want := "  ○ 0    ○ 1    ○ 2    ○ 3    ○ 4    ○ 5\n  ○ 6    ○ 7    ○ 8    ○ 9    ○ 10   ○ 11\n› ○ 12   ○ 13   ● 14   ○ 15   ○ 16   ○ 17\n  ○ 18   ○ 19   ○ 20"
	if shown(m) != want {
		t.Errorf("shown\n%s\nwant\n%s", shown(m), want)
	}
}

func TestALongRangeIsShownAroundItsNumber(t *testing.T) {
	t.Parallel()
	f := kind.Field{Sort: kind.Number, From: 0, To: 1000}
	rows := of(f, "").Rows()
	for n := range 1001 {
		m := of(f, strconv.Itoa(n))
		if !strings.Contains(shown(m), "● "+strconv.Itoa(n)) || m.Rows() != rows || !strings.Contains(shown(m), "van 0 tot en met 1000") {
			t.Fatalf("%d is shown in %d rows, %d before:\n%s", n, m.Rows(), rows, shown(m))
		}
	}
}

func TestANumberOutsideTheRangeIsShownAndKept(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Number, From: 1, To: 3, Ends: []string{"niet", "heel"}}, "7")
	if want := "› ○ 1   ○ 2   ○ 3\n  ● 7\n  1 niet, 3 heel"; shown(m) != want || m.Value() != "7" {
		t.Errorf("value %q, shown\n%s", m.Value(), shown(m))
	}
}

func TestAWrongKeyAtANumberSaysTheRange(t *testing.T) {
	t.Parallel()
	m := of(kind.Field{Sort: kind.Number, From: 1, To: 5}, "")
	for _, msg := range []tea.KeyPressMsg{{Code: 'x', Text: "x"}, {Code: tea.KeySpace, Text: " "}, {Code: '7', Text: "7"}} {
		if res := m.Update(msg); !strings.Contains(res.Say, "van 1 tot en met 5") {
			t.Errorf("%v says %q", msg, res.Say)
		}
	}
}

func TestTheBottomLineHasTheKeysOfTheSort(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		f     kind.Field
		line  string
		place keys.Place
	}{
		"tekst": {kind.Field{Sort: kind.Prose}, "", keys.InField},
		"keuze": {kind.Field{Sort: kind.Choice, Options: []string{"ja"}}, "spatie ↓", keys.InChoice},
		"getal": {kind.Field{Sort: kind.Number, To: 5}, "← →", keys.InNumber},
	} {
		m := of(c.f, "")
		var names []string
		for _, b := range m.Line() {
			names = append(names, b.Help().Key)
		}
		if got := strings.Join(names, " "); got != c.line || m.Place() != c.place {
			t.Errorf("%s: line %q, place %v", name, got, m.Place())
		}
	}
	m := of(kind.Field{Sort: kind.Choice, Options: []string{"ja"}, Own: true}, "")
	if press(m, "down"); m.Place() != keys.InField || len(m.Line()) > 0 {
		t.Errorf("in one's own words: line %v, place %v", m.Line(), m.Place())
	}
}
