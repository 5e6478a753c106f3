package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers is the picture of the program: what each package may import of ours. A
// name that ends in "/" stands for everything below it. Changing this table is a
// decision about the design, and stands alone in its commit.
var layers = map[string][]string{
	"problem":     {},
	"plain":       {},
	"frontmatter": {"problem", "plain"},
	"sheet":       {"problem", "frontmatter"},
	"readability": {},
	"edit":        {"plain"},
	"table":       {},
	"privacy":     {},
	"compare":     {"sheet", "plain"},

	"kind":                {"problem", "frontmatter", "sheet"},
	"kind/reflection":     {"kind", "problem", "frontmatter", "sheet"},
	"kind/worksheet":      {"kind", "problem", "frontmatter", "sheet"},
	"kind/statements":     {"kind", "problem", "frontmatter", "sheet"},
	"kind/scale":          {"kind", "table", "problem", "frontmatter", "sheet"},
	"kind/circle":         {"kind", "table", "problem", "frontmatter", "sheet"},
	"kind/cards":          {"kind", "table", "problem", "frontmatter", "sheet"},
	"kind/dialogue":       {"kind", "table", "problem", "frontmatter", "sheet"},
	"kind/mindmap":        {"kind", "kind/mindmap/tree", "problem", "frontmatter", "sheet"},
	"kind/mindmap/tree":   {},
	"kind/mindmap/layout": {"kind/mindmap/tree", "plain"},
	"kind/mindmap/format": {"kind/mindmap/tree", "kind/mindmap/layout", "plain"},
	"kind/all":            {"kind", "kind/"},
	"course":              {"kind", "problem", "frontmatter", "sheet", "plain", "readability"},
	"margin":              {"course", "sheet", "plain"},
	"slides":              {"course", "plain"},
	"starter":             {"course"},

	"notes":    {"sheet", "plain", "problem"},
	"workbook": {"course", "kind", "margin", "notes", "sheet", "plain"},
	"export":   {"course", "kind", "margin", "workbook", "notes", "sheet", "plain"},
	"progress": {},
	"settings": {},

	"theme":   {},
	"typeset": {"course", "plain", "theme"},

	"tui/keys":           {},
	"tui/screen":         {"theme", "plain", "course", "notes", "tui/keys"},
	"tui/widget/field":   {"theme", "edit", "plain", "privacy", "kind", "tui/keys"},
	"tui/widget/banner":  {},
	"tui/widget/place":   {},
	"tui/widget/list":    {"tui/keys"},
	"tui/widget/bench":   {"tui/screen", "tui/keys", "kind", "notes", "workbook"},
	"tui/kinds/scale":    {"kind/scale", "tui/widget/bench", "tui/widget/list", "tui/screen", "tui/keys", "notes", "plain"},
	"tui/kinds/circle":   {"kind", "kind/circle", "tui/widget/bench", "tui/widget/list", "tui/widget/field", "tui/screen", "tui/keys", "notes", "plain"},
	"tui/kinds/cards":    {"kind", "kind/cards", "tui/widget/bench", "tui/widget/list", "tui/widget/field", "tui/screen", "tui/keys", "notes", "plain"},
	"tui/kinds/mindmap":  {"workbook", "kind", "kind/mindmap", "kind/mindmap/tree", "kind/mindmap/layout", "kind/mindmap/format", "tui/widget/bench", "tui/widget/list", "tui/widget/field", "tui/screen", "tui/keys", "notes", "plain"},
	"tui/kinds/dialogue": {"kind", "kind/dialogue", "tui/widget/bench", "tui/widget/field", "tui/widget/banner", "tui/screen", "tui/keys", "notes", "plain"},
	"tui/page":           {"tui/screen", "tui/widget/field", "tui/keys", "workbook", "course", "kind", "margin", "notes", "plain", "privacy", "theme", "typeset"},
	"tui/start":          {"tui/screen", "tui/keys", "workbook", "course", "kind", "notes", "plain", "theme", "typeset"},
	"tui/leaflet":        {"tui/screen", "tui/keys", "course", "typeset"},
	"tui/more":           {"tui/screen", "tui/keys", "tui/widget/list"},
	"tui/rescue":         {"tui/screen", "tui/keys", "tui/widget/field", "tui/widget/list", "tui/widget/place", "kind", "notes", "plain"},
	"tui/taking":         {"tui/screen", "tui/keys", "tui/widget/field", "tui/widget/list", "tui/widget/place", "workbook", "export", "kind", "notes", "plain"},
	"tui/notebook":       {"tui/screen", "tui/keys", "tui/widget/list", "workbook", "course", "notes", "plain"},
	"tui/past":           {"tui/screen", "tui/keys", "tui/widget/list", "workbook", "compare", "notes", "sheet", "plain", "theme"},
	"tui/wiping":         {"tui/screen", "tui/keys", "tui/widget/bench", "tui/widget/field", "tui/widget/list", "workbook", "course", "kind", "notes", "plain"},
	"tui/placard":        {"tui/screen", "tui/keys", "tui/widget/banner", "plain"},
	"tui/presenter":      {"tui/screen", "tui/keys", "tui/widget/banner", "course", "slides"},
	"tui":                {"tui/", "workbook", "course", "kind/", "notes", "sheet", "plain", "progress", "settings", "theme", "typeset"},

	"trial": {}, // tests only

	"cli": {"tui", "compare", "course", "workbook", "export", "kind", "kind/all", "kind/mindmap", "kind/mindmap/tree", "kind/mindmap/format", "notes", "plain", "problem", "progress", "settings", "starter", "theme", "typeset", "../reader", "../exercises"},
}

// windowed lists who may know Bubble Tea, Lip Gloss and Glamour.
var windowed = []string{"theme", "typeset", "tui", "tui/"}

func TestEveryPackageImportsOnlyWhatItsLayerAllows(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for file, imports := range importsOf(t, ".") {
		pkg := filepath.ToSlash(filepath.Dir(file))
		if pkg == "." {
			continue
		}
		seen[pkg] = true
		allowed, known := layers[pkg]
		if !known {
			t.Errorf("package %s is not in the table of layers", pkg)
			continue
		}
		for _, path := range imports {
			if ours, ok := strings.CutPrefix(path, "werkboek/"); ok {
				name, inside := strings.CutPrefix(ours, "internal/")
				if !inside {
					name = "../" + ours
				}
				if !permits(allowed, name) {
					t.Errorf("%s imports %s", file, name)
				}
			}
			if strings.HasPrefix(path, "charm.land/") && !permits(windowed, pkg) {
				t.Errorf("%s imports %s: only %v may", file, path, windowed)
			}
		}
	}
	for pkg := range layers {
		if !seen[pkg] {
			t.Errorf("the table names %s, which is no package", pkg)
		}
	}
}

// family names those that never import each other: the kinds, and the screens.
// What all of a family may use is of none; what stands under the name of one is a part
// of it.
func family(pkg string) string {
	switch {
	case pkg == "kind/all" || pkg == "tui/keys" || pkg == "tui/screen" || strings.HasPrefix(pkg, "tui/widget/"):
		return ""
	case strings.HasPrefix(pkg, "kind/"):
		return "kind"
	case strings.HasPrefix(pkg, "tui/"):
		return "screen"
	}
	return ""
}

// member names the one of a family that a package is a part of: of "kind/mindmap/tree"
// that is "kind/mindmap", of "tui/kinds/cards" it is itself.
func member(pkg string) string {
	for other := range layers {
		if family(other) == family(pkg) && strings.HasPrefix(pkg, other+"/") {
			return member(other)
		}
	}
	return pkg
}

func TestNoKindAndNoScreenImportsAnother(t *testing.T) {
	t.Parallel()
	screens := 0
	for pkg, allowed := range layers {
		if family(pkg) == "screen" {
			screens++
		}
		for other := range layers {
			if family(pkg) != "" && other != pkg && family(other) == family(pkg) && member(other) != member(pkg) && permits(allowed, other) {
				t.Errorf("%s %s may import %s", family(pkg), pkg, other)
			}
		}
	}
	if screens < 10 {
		t.Errorf("only %d screens were looked at", screens)
	}
}

func permits(allowed []string, name string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool {
		return a == name || strings.HasSuffix(a, "/") && strings.HasPrefix(name, a)
	})
}

// importsOf lists the imports of every file that is no test, by its path.
func importsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	files := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		files[path] = []string{}
		for _, spec := range f.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			files[path] = append(files[path], name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
