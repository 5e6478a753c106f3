package kind_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/kind"
	"werkboek/internal/sheet"
)

var head = kind.Head{ID: "eiland", Title: "Eiland"}

func form(fields []kind.Field, pairs ...string) kind.Form {
	f := kind.NewForm(head, fields, sheet.New("Eiland"))
	for i := 0; i < len(pairs); i += 2 {
		f = f.With(pairs[i], pairs[i+1])
	}
	return f
}

func asks(f kind.Form, env kind.Env) []string {
	var ids []string
	for _, a := range kind.Asks(f.Parts(env)) {
		ids = append(ids, a.Field.ID)
	}
	return ids
}

func TestAFieldComesAndGoesWithAChoiceAndKeepsItsText(t *testing.T) {
	t.Parallel()
	fields := []kind.Field{
		{ID: "rol", Sort: kind.Choice, Options: []string{"nieuwkomer", "bewoner"}},
		{ID: "N", Sort: kind.Prose, If: map[string][]string{"rol": {"nieuwkomer"}}},
	}
	f := form(fields, "rol", "nieuwkomer", "N", "ik raadde")
	if got := asks(f, kind.Env{}); !slices.Equal(got, []string{"rol", "N"}) {
		t.Errorf("asks %v", got)
	}
	f = f.With("rol", "bewoner")
	if got := asks(f, kind.Env{}); !slices.Equal(got, []string{"rol"}) {
		t.Errorf("asks %v", got)
	}
	if v, _ := f.With("rol", "nieuwkomer").Value("N"); v != "ik raadde" {
		t.Errorf("the text is %q", v)
	}
}

func TestStateFollowsWhatIsShown(t *testing.T) {
	t.Parallel()
	fields := []kind.Field{
		{ID: "A", Sort: kind.Prose}, {ID: "B", Sort: kind.Prose, MayEmpty: true},
		{ID: "C", Sort: kind.Prose, If: map[string][]string{"A": {"ja"}}},
	}
	for _, c := range []struct {
		pairs []string
		want  kind.State
	}{
		{nil, kind.Untouched},
		{[]string{"A", "  "}, kind.Untouched},
		{[]string{"B", "x"}, kind.Begun},
		{[]string{"A", "nee"}, kind.Done},
		{[]string{"A", "ja"}, kind.Begun},
		{[]string{"A", "ja", "C", "y"}, kind.Done},
	} {
		if got := form(fields, c.pairs...).State(kind.Env{}); got != c.want {
			t.Errorf("%v: %v, want %v", c.pairs, got, c.want)
		}
	}
}

func TestOptionsAndRecalledWordsAreLive(t *testing.T) {
	t.Parallel()
	fields := []kind.Field{
		{ID: "L", Sort: kind.List},
		{ID: "K", Sort: kind.Choice, OptionsOf: kind.ParsePlace("eiland/L"), Shows: kind.Shows{{Place: kind.ParsePlace("ander/X-1"), Word: "toen"}}},
	}
	env := kind.Env{Recall: func(p kind.Place) string {
		if p != (kind.Place{Exercise: "ander", Field: "X-1"}) {
			t.Errorf("asked for %v", p)
		}
		return "eerder\ngezegd"
	}}
	k := kind.Asks(form(fields, "L", "- een\n- twee").Parts(env))[1]
	if !slices.Equal(k.Options, []string{"een", "twee"}) || !slices.Equal(k.Recall, []kind.Recalled{{Word: "toen", Text: "eerder\ngezegd"}}) {
		t.Errorf("options %v, recalled %v", k.Options, k.Recall)
	}
}

func TestAnAnswerWithoutAQuestionIsShownAndKept(t *testing.T) {
	t.Parallel()
	s := sheet.New("Eiland").With("OUD", "Vroeger?", "was er").With("A", "Nu?", "nu")
	f := kind.NewForm(head, []kind.Field{{ID: "A", Sort: kind.Prose}}, s)
	parts := f.Parts(kind.Env{})
	former, ok := parts[len(parts)-1].(kind.Former)
	if !ok || former.Words.Text != "was er" || former.Words.Ask != "Vroeger?" {
		t.Errorf("parts %v", parts)
	}
	if v, _ := f.With("A", "later").Sheet().Value("OUD"); v != "was er" {
		t.Errorf("it was lost: %q", v)
	}
}

func TestListsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.StringOf(rapid.RuneFrom([]rune("- \t\nabë"))).Draw(t, "typed")
		entries := strings.Split(typed, "\n")
		if got := strings.Join(kind.Entries(kind.ListOf(entries)), "\n"); got != typed {
			t.Fatalf("%q came back as %q", typed, got)
		}
	})
}

func TestListsOfOtherProgramsAreRead(t *testing.T) {
	t.Parallel()
	for value, want := range map[string][]string{
		"los\n\n- met streep\n":           {"los", "met streep"},
		"  - ingesprongen  \n-\n- \n-los": {"ingesprongen", "-los"},
		"- - streep\n-   blank":           {"- streep", "blank"},
		"- -":                             {"-"},
	} {
		if got := kind.Items(value); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	}
}

func TestAListOfEmptyEntriesIsNotFilled(t *testing.T) {
	t.Parallel()
	f := form([]kind.Field{{ID: "L", Sort: kind.List}}, "L", "- \n-  ")
	if f.State(kind.Env{}) != kind.Untouched || len(f.Words()) > 0 {
		t.Errorf("state %v, words %v", f.State(kind.Env{}), f.Words())
	}
}

func TestPlacesReadBack(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"leervraag/RF-4", "5/wat-neem-ik-mee/RF-1"} {
		if got := kind.ParsePlace(s).String(); got != s {
			t.Errorf("%q reads back as %q", s, got)
		}
	}
}
