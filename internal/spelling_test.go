package internal_test

import (
	"fmt"
	"go/ast"
	"go/token"
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
	words := map[string]string{} // → where it stands first
	for _, dir := range contentFolders {
		contentWords(t, dir, words)
	}
	screenWords(t, words)
	if len(words) < 2000 {
		t.Fatalf("only %d words were found to look at", len(words))
	}
	allowed := readAllowed(t)
	used := map[string]bool{}
	for _, word := range unknownWords(t, slices.Sorted(maps.Keys(words))) {
		if allowed[word] {
			used[word] = true
			continue
		}
		t.Errorf("%s: %q is in no dictionary; mend it, or put it in .ci/woorden.txt", words[word], word)
	}
	for word := range allowed {
		if !used[word] {
			t.Errorf(".ci/woorden.txt allows %q, which stands nowhere or is in the dictionary", word)
		}
	}
}

// unknownWords gives the words that the dictionary does not know, in one call.
func unknownWords(t *testing.T, words []string) []string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "hunspell", "-d", "nl", "-i", "utf-8", "-l")
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	out, err := cmd.Output()
	switch {
	case err != nil && os.Getenv(spellingMust) != "":
		t.Fatal(err)
	case err != nil:
		t.Skip("no hunspell here, or no Dutch dictionary for it")
	}
	return strings.Fields(string(out))
}

// readAllowed reads the allowed words, and holds that those of a group, under its own
// line with a #, stand in order and once.
func readAllowed(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(allowedWords)
	if err != nil {
		t.Fatal(err)
	}
	allowed, last := map[string]bool{}, ""
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			last = ""
		}
		line, _, _ = strings.Cut(line, "#")
		word := strings.TrimSpace(line)
		if word == "" {
			continue
		}
		if allowed[word] || word <= last {
			t.Errorf("%s: %q stands twice, or not in its order", allowedWords, word)
		}
		allowed[word], last = true, word
	}
	return allowed
}

var (
	spelledWord = regexp.MustCompile(`\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*`)
	unspelled   = regexp.MustCompile(`\]\([^)]*\)|\{#[^}]*\}|\S*https?://\S+|\S+@\S+|\S+\.(?:nl|org|com|be|md|svg|yaml)\b|` + "`[^`]*`")
	keyLine     = regexp.MustCompile(`^\s*(?:- )?\{?([a-z_]+): ?(.*)$`)
)

// idKeys hold ids and words of the format, and foreignKeys what others wrote in the
// list of sources, often in their own language: no Dutch of ours to read.
var (
	idKeys      = []string{"id", "bron", "url", "uit", "toont", "als", "soort", "vandaag", "terugkijken", "hoofdstuk", "taal", "versie", "email", "veld", "rol"}
	foreignKeys = []string{"auteur", "jaar", "titel", "uitgave"}
)

// contentWords gathers the words of a folder of content.
func contentWords(t *testing.T, dir string, words map[string]string) {
	t.Helper()
	paths, err := filepath.Glob(dir + "/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if ext := filepath.Ext(path); ext != ".md" && ext != ".yaml" {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		unread := idKeys
		if filepath.Base(path) == "bronnen.yaml" {
			unread = slices.Concat(idKeys, foreignKeys)
		}
		skip, fenced := false, false
		for n, text := range strings.Split(string(data), "\n") {
			if strings.HasPrefix(text, "```") {
				fenced = !fenced
			}
			if m := keyLine.FindStringSubmatch(text); m != nil {
				skip, text = slices.Contains(unread, m[1]), m[2]
			} else if !strings.HasPrefix(text, " ") {
				skip = false // only a line that stands further in goes on with its key
			}
			if !skip && !fenced {
				gather(text, fmt.Sprintf("%s:%d", path, n+1), words)
			}
		}
	}
}

// screenWords gathers the words of the texts on the screens.
func screenWords(t *testing.T, words map[string]string) {
	t.Helper()
	for _, s := range sources(t) {
		if ok, _ := filepath.Match("text*.go", filepath.Base(s.path)); !ok {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool { return shownWords(s, n, words) })
	}
}

// unshown matches what fmt and a template put something else in the place of.
var unshown = regexp.MustCompile(`%[-+ #0-9.*]*[a-zA-Z]|\{\{[^}]*\}\}`)

// saysField is the field that holds a part of what another program says: it is looked
// for in a message, and shown to nobody.
const saysField = "says"

// shownWords gathers the words of a literal, and passes over what is only compared
// with, looked for or looked up.
func shownWords(s source, n ast.Node, words map[string]string) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.CaseClause:
		for _, stmt := range n.Body {
			ast.Inspect(stmt, func(n ast.Node) bool { return shownWords(s, n, words) })
		}
		return false
	case *ast.BinaryExpr:
		return n.Op != token.EQL && n.Op != token.NEQ
	case *ast.KeyValueExpr:
		if field, ok := n.Key.(*ast.Ident); !ok || field.Name != saysField {
			ast.Inspect(n.Value, func(n ast.Node) bool { return shownWords(s, n, words) })
		}
		return false
	case *ast.CallExpr:
		return !looksFor(n)
	case *ast.BasicLit:
		if n.Kind == token.STRING {
			text, _ := strconv.Unquote(n.Value)
			gather(unshown.ReplaceAllString(text, " "), s.set.Position(n.Pos()).String(), words)
		}
	}
	return true
}

// looksFor tells whether a call looks for a literal in something.
func looksFor(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := f.X.(*ast.Ident)
	return ok && pkg.Name == "strings" && slices.Contains([]string{"HasPrefix", "HasSuffix", "TrimPrefix", "TrimSuffix", "Contains", "Cut"}, f.Sel.Name)
}

func gather(text, where string, words map[string]string) {
	for _, word := range spelledWord.FindAllString(unspelled.ReplaceAllString(text, " "), -1) {
		word = strings.ReplaceAll(word, "’", "'")
		if _, known := words[word]; !known {
			words[word] = where
		}
	}
}
