package frontmatter_test

import (
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

func TestMistakesHaveTheirLine(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		line int
		says string
	}{
		"unknown inside a list": {"---\nid: a\nlijst:\n  - naam: x\n  - naan: y\n---\n", 5, `bedoel je "naam"?`},
		"no boolean":            {"---\nid: a\nmag_leeg: misschien\n---\n", 3, "ja of nee"},
		"wrong type":            {"---\nid: a\nlijst: drie\n---\n", 3, "lezen"},
		"double key":            {"---\nid: a\nid: b\n---\n", 3, "lezen"},
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
