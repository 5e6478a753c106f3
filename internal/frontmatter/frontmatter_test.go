package frontmatter_test

import (
	"regexp"
	"strings"
	"testing"

	"werkboek/internal/frontmatter"
	"werkboek/internal/problem"
)

type head struct {
	ID    string            `yaml:"id"`
	Empty frontmatter.YesNo `yaml:"mag_leeg"`
	List  []struct {
		Name string `yaml:"naam"`
	} `yaml:"lijst"`
	Number int                 `yaml:"getal"`
	Texts  []string            `yaml:"teksten"`
	If     map[string][]string `yaml:"als"`
}

func TestTwoReadersShareAHead(t *testing.T) {
	t.Parallel()
	d, problems := frontmatter.Parse("x.md", []byte("\ufeff---\r\nid: kring\r\nmag_leeg: ja\r\nander: 3\r\nfout: x\r\n---\r\nTekst\r\n"))
	var a head
	var b struct {
		Other int `yaml:"ander"`
	}
	problems = append(problems, d.Take(&a)...)
	problems = append(problems, d.Take(&b)...)
	if len(problems) > 0 || a.ID != "kring" || !bool(a.Empty) || b.Other != 3 || d.Body != "Tekst\n" || d.BodyLine != 7 {
		t.Errorf("got %+v %+v %q line %d, %v", a, b, d.Body, d.BodyLine, problems)
	}
	left := d.Untaken()
	if len(left) != 1 || left[0].Line != 5 || !strings.Contains(left[0].What, "fout") {
		t.Errorf("untaken: %v", left)
	}
}

// english matches words of the library that no author should have to read.
var english = regexp.MustCompile(`(?i)!!|cannot|construct|line \d|yaml:|mapping|found|into|string|\bint\b`)

func TestMistakesHaveTheirLine(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		line int
		says string
	}{
		"unknown inside a list": {"---\nid: a\nlijst:\n  - naam: x\n  - naan: y\n---\n", 5, `bedoel je "naam"?`},
		"no boolean":            {"---\nid: a\nmag_leeg: misschien\n---\n", 3, `hier hoort ja of nee, er staat "misschien"`},
		"a word for a number":   {"---\nid: a\ngetal: drie\n---\n", 3, `hier hoort een getal, er staat "drie"`},
		"a broken number":       {"---\ngetal: 1.5\n---\n", 2, `hier hoort een getal, er staat "1.5"`},
		"too large a number":    {"---\ngetal: 99999999999999999999\n---\n", 2, `er staat "99999999999999999999"`},
		"a list for a number":   {"---\ngetal: [1]\n---\n", 2, "hier hoort een getal, er staat een lijst"},
		"a list for a text":     {"---\nid: [a]\n---\n", 2, "hier hoort één waarde"},
		"a word for a list":     {"---\nid: a\nlijst: drie\n---\n", 3, `hier hoort een lijst, er staat "drie"`},
		"keys for a list":       {"---\nteksten: {a: b}\n---\n", 2, "hier hoort een lijst, er staan sleutels"},
		"a list for keys":       {"---\nals: [a]\n---\n", 2, "er staat een lijst"},
		"a word inside keys":    {"---\nals: {rol: a}\n---\n", 2, `hier hoort een lijst, er staat "a"`},
		"a word in a list":      {"---\nlijst:\n  - naam: a\n  - b\n---\n", 4, `hier horen sleutels met een waarde, er staat "b"`},
		"double key":            {"---\nid: a\nid: b\n---\n", 3, `de sleutel "id" staat er al, op regel 2`},
		"double key inside":     {"---\nlijst:\n  - naam: a\n    naam: b\n---\n", 4, `staat er al, op regel 3`},
		"a colon too many":      {"---\nid: a\ngetal: b: c\n---\n", 3, "dubbele punt"},
		"an open list":          {"---\nteksten: [a\nid: b\n---\n", 2, "lijst met ["},
		"open keys":             {"---\nid: a\nals: {b: [c]\n---\n", 3, "iets met {"},
		"an open quote":         {"---\nid: \"a\ngetal: 3\n---\n", 2, "aanhalingsteken"},
		"a tab":                 {"---\nteksten:\n\t- a\n---\n", 3, "tab"},
		"a strange sign":        {"---\nid: @a\n---\n", 2, "tussen aanhalingstekens"},
		"a dash in a value":     {"---\nid: - a\n---\n", 2, "streepje"},
		"a line without colon":  {"---\nid: a\ngetal\nals: {}\n---\n", 3, "zonder dubbele punt"},
		"wrong indent":          {"---\nteksten:\n  - a\n - b\n---\n", 4, "past niet bij de sleutels erboven"},
		"a backslash":           {"---\nid: \"\\q\"\n---\n", 2, "enkele aanhalingstekens"},
		"a control character":   {"---\nid: \x01\n---\n", 2, "stuurteken"},
		"no such anchor":        {"---\nid: *x\n---\n", 2, "verwijzingen"},
		"alias":                 {"---\nid: &x a\n---\n", 2, "verwijzingen"},
		"open head":             {"---\nid: a\n", 1, "afgesloten"},
		"no head":               {"tekst", 1, "kop"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, problems := frontmatter.Parse("x.md", []byte(c.text))
			problems = append(problems, d.Take(&head{})...)
			if len(problems) != 1 || problems[0].Line != c.line || !strings.Contains(problems[0].String(), c.says) {
				t.Errorf("got %v, want one on line %d that says %q", problems, c.line, c.says)
			}
			for _, p := range problems {
				if m := english.FindString(p.String()); m != "" {
					t.Errorf("%v says %q", p, m)
				}
			}
		})
	}
}

func FuzzParseNeverFails(f *testing.F) {
	f.Add([]byte("---\nid: a\n---\nx"))
	f.Add([]byte("---\na: &x [*x]\n---"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, problems := frontmatter.Parse("x.md", data)
		problems = append(problems, d.Take(&head{})...)
		for _, p := range append(problems, d.Untaken()...) {
			if p.Line < 1 {
				t.Fatalf("a problem without a line: %+v", p)
			}
			if p.What == "" || p.Remedy == "" {
				t.Fatalf("a problem without words: %+v", p)
			}
		}
	})
}

func TestNearestOffersAWordThatIsClose(t *testing.T) {
	t.Parallel()
	if got := problem.Nearest("krign", []string{"kaarten", "kring"}, "x"); got != `bedoel je "kring"?` {
		t.Error(got)
	}
	if got := problem.Nearest("heelanders", []string{"kring"}, "haal weg"); got != "haal weg" {
		t.Error(got)
	}
}
