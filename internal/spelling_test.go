package internal_test

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowedWords holds the names and terms that are right and in no dictionary, one a
// line; what stands behind # says why.
const allowedWords = "../.ci/woorden.txt"

// spellingMust says that there has to be a dictionary; without it the test is skipped
// where there is none.
const spellingMust = "WERKBOEK_SPELLING"

// contentFolders hold all texts that authors write.
var contentFolders = []string{"../reader", "../exercises", "starter/reader", "starter/exercises"}

// TestEveryWordThatAUserReadsIsInTheDictionary holds the content of the course and the
// texts of the screens against the Dutch dictionary of hunspell.
func TestEveryWordThatAUserReadsIsInTheDictionary(t *testing.T) {
	t.Parallel()
	hunspell, err := exec.LookPath("hunspell")
	if err != nil {
		if os.Getenv(spellingMust) != "" {
			t.Fatal(err)
		}
		t.Skip("no hunspell here")
	}
	words := map[string]string{} // → where it stands first
	for _, dir := range contentFolders {
		contentWords(t, dir, words)
	}
	screenWords(t, words)
	if len(words) < 2000 {
		t.Fatalf("only %d words were found to look at", len(words))
	}
	allowed := readAllowed(t)
	cmd := exec.CommandContext(t.Context(), hunspell, "-d", "nl", "-i", "utf-8", "-l")
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdin = strings.NewReader(strings.Join(slices.Sorted(maps.Keys(words)), "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, word := range strings.Fields(string(out)) {
		if allowed[word] {
			used[word] = true
			continue
		}
		if !allowed[word] {
			t.Errorf("%s: %q is in no dictionary; mend it, or put it in .ci/woorden.txt", words[word], word)
		}
	}
	for word := range allowed {
		if !used[word] {
			t.Errorf(".ci/woorden.txt allows %q, which stands nowhere or is in the dictionary", word)
		}
	}
}

func readAllowed(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(allowedWords)
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(line, "#")
		if word := strings.TrimSpace(line); word != "" {
			allowed[word] = true
		}
	}
	return allowed
}

var (
	spelledWord = regexp.MustCompile(`\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*`)
	unspelled   = regexp.MustCompile(`\]\([^)]*\)|\{#[^}]*\}|https?://\S+|\S+@\S+|\S+\.(?:nl|org|com|be|md|svg|yaml)\b|` + "`[^`]*`")
	keyLine     = regexp.MustCompile(`^\s*(?:- )?\{?([a-z_]+): ?(.*)$`)
)

// idKeys hold ids, words of the format and titles in other languages: no Dutch to read.
var idKeys = []string{
	"id", "bron", "url", "uit", "toont", "als", "soort", "vandaag", "terugkijken", "hoofdstuk", "taal", "versie", "auteur", "titel", "uitgave", "opmerking", "email", "veld", "rol",
}

// contentWords gathers the words of a folder of content.
func contentWords(t *testing.T, dir string, words map[string]string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) == ".go" {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		sources := filepath.Base(path) == "bronnen.yaml"
		for n := 1; lines.Scan(); n++ {
			text := lines.Text()
			if m := keyLine.FindStringSubmatch(text); m != nil {
				if text = m[2]; slices.Contains(idKeys, m[1]) && (sources || m[1] != "titel") {
					continue
				}
			}
			if !sources {
				gather(text, fmt.Sprintf("%s:%d", path, n), words)
			}
		}
		return lines.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
}

// screenWords gathers the words of the texts on the screens.
func screenWords(t *testing.T, words map[string]string) {
	t.Helper()
	for _, s := range sources(t) {
		if ok, _ := filepath.Match("text*.go", filepath.Base(s.path)); !ok {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.KeyValueExpr: // of what is looked up, only what is found is shown
				ast.Inspect(n.Value, func(n ast.Node) bool { return shownWords(s, n, words) })
				return false
			}
			return shownWords(s, n, words)
		})
	}
}

// verb matches what fmt puts something in the place of.
var verb = regexp.MustCompile(`%[-+ #0-9.*]*[a-zA-Z]`)

func shownWords(s source, n ast.Node, words map[string]string) bool {
	if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		text, _ := strconv.Unquote(lit.Value)
		gather(verb.ReplaceAllString(text, " "), s.set.Position(lit.Pos()).String(), words)
	}
	return true
}

func gather(text, where string, words map[string]string) {
	for _, word := range spelledWord.FindAllString(unspelled.ReplaceAllString(text, " "), -1) {
		word = strings.ReplaceAll(word, "’", "'")
		if _, known := words[word]; !known {
			words[word] = where
		}
	}
}
