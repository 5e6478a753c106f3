package table_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/table"
)

// taker takes every head that it knows, and of each row what stands below one.
type taker struct {
	known []string
	head  []string
	rows  [][]string
}

func (r *taker) Head(cells []string) bool {
	r.head = cells
	return !slices.ContainsFunc(cells, func(c string) bool { return !slices.Contains(r.known, c) })
}

func (r *taker) Row(cells []string) []string {
	took, left := make([]string, len(cells)), false
	for i, c := range cells {
		if i == 0 || i < len(r.head) && slices.Contains(r.known, r.head[i]) {
			took[i] = c
		} else {
			left = left || c != ""
			continue
		}
		if i > 0 {
			cells[i] = ""
		}
	}
	r.rows = append(r.rows, took)
	if !left {
		return nil
	}
	return cells
}

func TestATableComesBack(t *testing.T) {
	t.Parallel()
	cell := rapid.StringMatching(`[a-zë|\\=≠?]{1,3}( [a-z|\\]{1,4})?`)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "columns")
		row := rapid.SliceOfN(cell, n, n)
		head, want := row.Draw(t, "head"), rapid.SliceOfN(row, 1, 5).Draw(t, "rows")
		text := table.Write(head, want, table.Left{})
		r := &taker{known: head}
		if left := table.Read(text, r).String(); left != "" || !reflect.DeepEqual(r.rows, want) {
			t.Fatalf("wrote\n%s\nread %q, left %q", text, r.rows, left)
		}
	})
}

func TestWhatIsNotTakenStaysBelowItsHead(t *testing.T) {
	t.Parallel()
	r := &taker{known: []string{"", "A"}}
	left := table.Read("eigen regel\n\n| | A | naam |\n|---|:-:|--|\n| taal | = | te veel |\n| kort\n| kring | ≠ || los\nnog een\r\n", r)
	want := "|       | A | naam    |     |\n|-------|---|---------|-----|\n| taal  |   | te veel |     |\n| kring |   |         | los |\n\neigen regel\nnog een"
	if got := left.String(); got != want {
		t.Errorf("left\n%s", got)
	}
	again := &taker{known: []string{"", "A", "naam"}}
	written := table.Write([]string{"", "A"}, r.rows, left)
	if table.Read(written, again); !slices.ContainsFunc(again.rows, func(row []string) bool { return slices.Contains(row, "te veel") }) {
		t.Errorf("it is not read when it fits again:\n%s", written)
	}
}

func TestAHeadWithWordsOfItsOwnStays(t *testing.T) {
	t.Parallel()
	left := table.Read("| | Fatma |\n|-|-|\n| taal | = |", &taker{known: []string{""}})
	if got := left.String(); !strings.Contains(got, "Fatma") {
		t.Errorf("left %q", got)
	}
}

func TestNamesAreFoundByTheirIDFirst(t *testing.T) {
	t.Parallel()
	names := []table.Name{{ID: "ik", Name: "ik"}, {ID: "org", Name: "mijn organisatie"}, {ID: "mij", Name: "org"}}
	const org = "org · mijn organisatie"
	for text, want := range map[string]table.Found{
		"ik": {0, "ik", ""}, "ik · toen": {0, "ik", "toen"}, "org": {1, org, ""}, "org·": {1, org, ""}, org: {1, org, ""},
		"org ·ons huis": {1, "org · ons huis", ""}, org + ", team B": {1, org, ", team B"},
		"mijn organisatie": {1, org, ""}, "Mijn organisatie": {1, org, ""}, "ORG": {1, org, ""}, "mij · org": {2, "mij · org", ""},
		"mijn organisatie B": {-1, "", "mijn organisatie B"}, "": {-1, "", ""}, "iets": {-1, "", "iets"},
	} {
		if got := table.Find(text, names); got != want {
			t.Errorf("%q is %+v, want %+v", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("| a | b |\n|---|---|\n| 1 | \\| |")
	f.Add("| a\n|-|\n| b | \n|-|\n| c\n| d\n|-|-|\nx")
	f.Fuzz(func(t *testing.T, text string) {
		leave := func(s string) string { return table.Read(s, keeper{}).String() }
		once := leave(text)
		if twice := leave(once); twice != once {
			t.Errorf("%q became %q and then %q", text, once, twice)
		}
		for _, word := range words(text) {
			if !strings.Contains(once, word) {
				t.Errorf("%q lost %q: %q", text, word, once)
			}
		}
	})
}

// keeper takes nothing.
type keeper struct{}

func (keeper) Head([]string) bool          { return false }
func (keeper) Row(cells []string) []string { return cells }

// words gives the plain words of a text.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
}
