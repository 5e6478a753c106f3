package internal_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// forbiddenWords lists what no text holds, and why.
const forbiddenWords = "../.ci/verboden.yaml"

// forbidden is a word or a pattern that no text holds.
type forbidden struct {
	Word   string   `yaml:"woord"`
	Why    string   `yaml:"waarom"`
	Rather string   `yaml:"liever"`
	May    []string `yaml:"mag"`

	match *regexp.Regexp
}

func readForbidden(t *testing.T) []forbidden {
	t.Helper()
	data, err := os.ReadFile(forbiddenWords)
	if err != nil {
		t.Fatal(err)
	}
	var list []forbidden
	if err := yaml.Unmarshal(data, &list); err != nil || len(list) == 0 {
		t.Fatalf("%s holds %d words: %v", forbiddenWords, len(list), err)
	}
	for i, w := range list {
		if w.Word == "" || w.Why == "" || w.Rather == "" {
			t.Errorf("%s: %q has no reason, or nothing to write instead", forbiddenWords, w.Word)
		}
		list[i].match = regexp.MustCompile(`(?i)\b(?:` + strings.ReplaceAll(w.Word, " ", `\s+`) + `)`)
	}
	return list
}

// line is one line of a text, and where it stands.
type line struct {
	text   string
	places []string // file, file#section, [!LABEL]
	where  string
}

// said finds the forbidden words in lines that stand below each other; a pattern may
// reach over the end of a line.
func said(lines []line, words []forbidden) []string {
	var whole strings.Builder
	var starts []int
	for _, l := range lines {
		starts = append(starts, whole.Len())
		whole.WriteString(l.text + "\n")
	}
	var found []string
	for _, w := range words {
		for _, m := range w.match.FindAllStringIndex(whole.String(), -1) {
			at, exact := slices.BinarySearch(starts, m[0])
			if !exact {
				at--
			}
			l := lines[at]
			if slices.ContainsFunc(l.places, func(p string) bool { return slices.Contains(w.May, p) }) {
				continue
			}
			found = append(found, fmt.Sprintf("%s: %q. %s Liever: %s.", l.where, whole.String()[m[0]:m[1]], w.Why, w.Rather))
		}
	}
	return found
}

var (
	sectionLine = regexp.MustCompile(`^## .*\{#([^}]+)\}`)
	calloutLine = regexp.MustCompile(`^> (\[!\pL[\pL ]*)`)
	linkTarget  = regexp.MustCompile(`\]\([^)]*\)|\{#[^}]*\}|https?://\S+`)
)

// othersKeys hold what others wrote: the names of sources.
var othersKeys = []string{"titel", "auteur", "uitgave", "url", "id"}

// linesOf gives a file of content as lines, without what nobody reads.
func linesOf(t *testing.T, path string) []line {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimPrefix(filepath.ToSlash(path), "../")
	sources, others := filepath.Base(path) == "bronnen.yaml", false
	section, label := "", ""
	var lines []line
	for n, text := range strings.Split(string(data), "\n") {
		if m := sectionLine.FindStringSubmatch(text); m != nil {
			section = m[1]
		}
		if m := calloutLine.FindStringSubmatch(text); m != nil {
			label = strings.TrimSpace(m[1]) + "]"
		} else if !strings.HasPrefix(text, ">") {
			label = ""
		}
		if m := keyLine.FindStringSubmatch(text); m != nil {
			others = sources && slices.Contains(othersKeys, m[1])
			text = m[2]
			if m[1] == "id" {
				text = ""
			}
		}
		if others {
			text = ""
		}
		text = linkTarget.ReplaceAllString(strings.TrimPrefix(strings.TrimPrefix(text, ">"), " "), " ")
		lines = append(lines, line{text, []string{name, name + "#" + section, label}, fmt.Sprintf("%s:%d", name, n+1)})
	}
	return lines
}

func TestNoTextHoldsAForbiddenWord(t *testing.T) {
	t.Parallel()
	words := readForbidden(t)
	files := 0
	for _, dir := range contentFolders {
		paths, err := filepath.Glob(dir + "/*")
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if filepath.Ext(path) == ".go" {
				continue
			}
			files++
			for _, found := range said(linesOf(t, path), words) {
				t.Error(found)
			}
		}
	}
	if files < 30 {
		t.Errorf("only %d files were read", files)
	}
	for _, s := range sources(t) {
		if ok, _ := filepath.Match("text*.go", filepath.Base(s.path)); !ok {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				text, _ := strconv.Unquote(lit.Value)
				for _, found := range said([]line{{text: text, where: s.set.Position(lit.Pos()).String()}}, words) {
					t.Error(found)
				}
			}
			return true
		})
	}
}

func TestAForbiddenWordIsFoundWhereItMayNotStand(t *testing.T) {
	t.Parallel()
	words := []forbidden{{Word: "zulke mensen", May: []string{"a.md#twee"}, match: regexp.MustCompile(`(?i)\bzulke\s+mensen`)}}
	one, two := []string{"a.md", "a.md#een", ""}, []string{"a.md", "a.md#twee", ""}
	for name, c := range map[string]struct {
		lines []line
		want  int
	}{
		"on one line":      {[]line{{text: "Met zulke mensen.", places: one}}, 1},
		"over a line end":  {[]line{{text: "Met Zulke", places: one}, {text: "mensen praat je.", places: one}}, 1},
		"where it may":     {[]line{{text: "Met zulke mensen.", places: two}}, 0},
		"another word":     {[]line{{text: "Met gezulke mensen.", places: one}}, 0},
		"twice":            {[]line{{text: "zulke mensen", places: one}, {text: "zulke mensen", places: one}}, 2},
		"over a paragraph": {[]line{{text: "zulke", places: one}, {text: "", places: one}, {text: "koeien", places: one}}, 0},
	} {
		if got := said(c.lines, words); len(got) != c.want {
			t.Errorf("%s: found %v, want %d", name, got, c.want)
		}
	}
}
