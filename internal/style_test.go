package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The budget of a file and a function, in lines.
const (
	fileLines     = 400
	functionLines = 50
)

// source is a parsed file of the program.
type source struct {
	path string
	set  *token.FileSet
	file *ast.File
	text string
}

func sources(t *testing.T) []source {
	t.Helper()
	var list []source
	for _, root := range []string{".", "../cmd", "../reader", "../exercises"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, path, data, parser.ParseComments)
			if err != nil {
				return err
			}
			list = append(list, source{path, set, f, string(data)})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return list
}

func TestFilesAndFunctionsStayWithinTheBudget(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		if n := strings.Count(s.text, "\n"); n > fileLines {
			t.Errorf("%s has %d lines; %d is the most", s.path, n, fileLines)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1
			if n > functionLines && !table(f) {
				t.Errorf("%s: %s has %d lines; %d is the most", s.path, f.Name.Name, n, functionLines)
			}
		}
	}
}

// table tells whether a function is one literal that it returns: a table.
func table(f *ast.FuncDecl) bool {
	if len(f.Body.List) != 1 {
		return false
	}
	_, ok := f.Body.List[0].(*ast.ReturnStmt)
	return ok
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && receiverExported(d) && d.Doc == nil {
					t.Errorf("%s: %s has no comment", s.path, d.Name.Name)
				}
			case *ast.GenDecl:
				undocumented(t, s, d)
			}
		}
	}
}

func receiverExported(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	typ := f.Recv.List[0].Type
	if p, ok := typ.(*ast.StarExpr); ok {
		typ = p.X
	}
	name, ok := typ.(*ast.Ident)
	return ok && name.IsExported()
}

func undocumented(t *testing.T, s source, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if spec.Name.IsExported() && d.Doc == nil && spec.Doc == nil {
				t.Errorf("%s: %s has no comment", s.path, spec.Name.Name)
			}
		case *ast.ValueSpec:
			if spec.Names[0].IsExported() && d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
				t.Errorf("%s: %s has no comment", s.path, spec.Names[0].Name)
			}
		}
	}
}

func TestEveryPackageSaysItsDuty(t *testing.T) {
	t.Parallel()
	said := map[string]bool{}
	for _, s := range sources(t) {
		dir := filepath.Dir(s.path)
		said[dir] = said[dir] || s.file.Doc != nil
	}
	for dir, ok := range said {
		if !ok {
			t.Errorf("package %s has no comment", dir)
		}
	}
}

// sentence matches a literal of three words or more.
var sentence = regexp.MustCompile(`\p{L}{2,}[ ,]+\p{L}{2,}[ ,]+\p{L}{2,}`)

func TestWhatAUserReadsStandsInTextFiles(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		dir := filepath.ToSlash(s.path)
		if ok, _ := filepath.Match("text*.go", filepath.Base(dir)); ok {
			continue // text.go, and text_<what>.go where a package has much to say
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && wraps(call) {
				return false // errors below the screens are English, and not shown as they are
			}
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			if text, _ := strconv.Unquote(lit.Value); sentence.MatchString(text) {
				t.Errorf("%s: %s belongs in text.go", s.set.Position(lit.Pos()), lit.Value)
			}
			return true
		})
	}
}

func wraps(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := f.X.(*ast.Ident)
	return ok && (pkg.Name == "errors" && f.Sel.Name == "New" || pkg.Name == "fmt" && (f.Sel.Name == "Errorf" || f.Sel.Name == "Sprintf") && english(call))
}

func english(call *ast.CallExpr) bool {
	lit, ok := call.Args[0].(*ast.BasicLit)
	return ok && (strings.Contains(lit.Value, "%w") || strings.Contains(lit.Value, "could be saved"))
}

func TestColoursLiveInTheme(t *testing.T) {
	t.Parallel()
	hex := regexp.MustCompile(`"#[0-9a-fA-F]{6}"`)
	for _, s := range sources(t) {
		if strings.HasPrefix(filepath.ToSlash(s.path), "theme/") {
			continue
		}
		if strings.Contains(s.text, "lipgloss.NewStyle") || strings.Contains(s.text, "lipgloss.Color(") || hex.MatchString(s.text) {
			t.Errorf("%s makes a style or a colour of its own", s.path)
		}
	}
}
