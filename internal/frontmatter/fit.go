package frontmatter

import (
	"encoding"
	"errors"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"werkboek/internal/problem"
)

// Misfit is what a type that reads itself says of a value that it cannot take, in
// Dutch: the author of the course reads it as it is.
type Misfit string

// Error gives what does not fit.
func (m Misfit) Error() string { return string(m) }

// decode decodes a node and tells what in it does not fit. What does is read.
func decode(file string, n *yaml.Node, into any, first int) []problem.Problem {
	f := fitter{file: file, first: first}
	f.value(n, reflect.TypeOf(into).Elem())
	if err := n.Decode(into); err != nil && len(f.problems) == 0 {
		f.say(n, textBroken, textBrokenRemedy)
	}
	return f.problems
}

// fitter compares nodes with the types that they are decoded into. The library
// tells of the same mistakes, in English and by the names of Go's types.
type fitter struct {
	file     string
	first    int // line of the file on which the nodes begin
	problems []problem.Problem
}

func (f *fitter) say(n *yaml.Node, what, remedy string) {
	f.problems = append(f.problems, problem.Problem{File: f.file, Line: max(1, n.Line) + f.first - 1, What: what, Remedy: remedy})
}

// value compares a value with its type; a key without a value fits everywhere.
func (f *fitter) value(n *yaml.Node, t reflect.Type) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case n.ShortTag() == "!!null":
	case readsItself(t):
		f.scalar(n, t)
	case t.Kind() == reflect.Struct:
		f.structure(n, t)
	case t.Kind() == reflect.Map:
		f.mapping(n, t)
	case t.Kind() == reflect.Slice:
		f.list(n, t)
	case n.Kind != yaml.ScalarNode:
		f.say(n, notOne(wanted(t)), textOneRemedy)
	default:
		f.scalar(n, t)
	}
}

func readsItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[yaml.Unmarshaler]()) || p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// scalar tries whether a value can be read, and says what belongs there if not.
func (f *fitter) scalar(n *yaml.Node, t reflect.Type) {
	if t.Kind() == reflect.String && n.Kind == yaml.ScalarNode && !readsItself(t) {
		return // every value is a text
	}
	err := n.Decode(reflect.New(t).Interface())
	var load *yaml.LoadError // in which the library wraps what a type says
	var own Misfit
	switch {
	case err == nil:
	case errors.As(err, &load) && errors.As(load.Unwrap(), &own):
		f.say(n, string(own), textMisfitRemedy)
	case n.Kind != yaml.ScalarNode:
		f.say(n, notOne(wanted(t)), textOneRemedy)
	default:
		f.say(n, notThat(wanted(t), n.Value), textMisfitRemedy)
	}
}

func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Int:
		return textNumber
	case reflect.Bool:
		return textYesNo
	}
	return textValue
}

func (f *fitter) list(n *yaml.Node, t reflect.Type) {
	if n.Kind != yaml.SequenceNode {
		f.say(n, notList(n.Value), textListRemedy)
		return
	}
	for _, c := range n.Content {
		f.value(c, t.Elem())
	}
}

func (f *fitter) mapping(n *yaml.Node, t reflect.Type) {
	if !f.keys(n) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		f.value(n.Content[i+1], t.Elem())
	}
}

// structure compares keys with those that the type has a place for.
func (f *fitter) structure(n *yaml.Node, t reflect.Type) {
	if !f.keys(n) {
		return
	}
	fields := map[string]reflect.Type{}
	for i := range t.NumField() {
		if name := tag(t.Field(i)); name != "" {
			fields[name] = t.Field(i).Type
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if inner, ok := fields[key.Value]; ok {
			f.value(n.Content[i+1], inner)
		} else {
			f.problems = append(f.problems, unknownKey(f.file, key, keysOf(fields), f.first))
		}
	}
}

// keys tells whether a node has keys. One that stands there twice is a mistake;
// only the first is read.
func (f *fitter) keys(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		f.say(n, notKeys(n.Value), textKeysRemedy)
		return false
	}
	seen := map[string]int{}
	var once []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if line, twice := seen[key.Value]; twice {
			f.say(key, doubleKey(key.Value, line), textDoubleKeyRemedy)
			continue
		}
		seen[key.Value] = key.Line + f.first - 1
		once = append(once, key, n.Content[i+1])
	}
	n.Content = once
	return true
}

func keysOf(m map[string]reflect.Type) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func tags(into any) []string {
	t := reflect.TypeOf(into).Elem()
	var names []string
	for i := range t.NumField() {
		if name := tag(t.Field(i)); name != "" {
			names = append(names, name)
		}
	}
	return names
}

func tag(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	if name == "-" {
		return ""
	}
	return name
}

func unknownKey(file string, key *yaml.Node, known []string, first int) problem.Problem {
	return problem.Problem{
		File: file, Line: key.Line + first - 1,
		What: unknownKeyText(key.Value), Remedy: problem.Nearest(key.Value, known, textKeyRemedy),
	}
}

// broken tells of text that is no YAML. What is left open is told where it was
// opened.
func broken(file string, err error, data []byte, first int) []problem.Problem {
	var load *yaml.LoadError
	line, what, remedy := 1, textBroken, textBrokenRemedy
	if errors.As(err, &load) {
		at := load.Mark.Line
		for _, m := range syntaxTexts {
			if strings.Contains(load.Message, m.says) {
				what, remedy = m.what, m.remedy
				if m.opened {
					at = load.ContextMark.Line
				}
				break
			}
		}
		line = min(max(1, at), strings.Count(string(data), "\n")+1)
	}
	return []problem.Problem{{File: file, Line: line + first - 1, What: what, Remedy: remedy}}
}
