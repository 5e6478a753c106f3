package frontmatter

import (
	"bytes"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"werkboek/internal/problem"
)

// MaxBytes is the largest file that is read as content.
const MaxBytes = 8 << 20

// YesNo is a truth value that is written `ja` or `nee`.
type YesNo bool

// UnmarshalYAML reads ja and nee; true and false are understood too.
func (y *YesNo) UnmarshalYAML(node *yaml.Node) error {
	switch {
	case node.Kind != yaml.ScalarNode:
		return Misfit(notOne(textYesNo))
	case node.Value == "ja" || node.Value == "true":
		*y = true
	case node.Value == "nee" || node.Value == "false":
		*y = false
	default:
		return Misfit(notYesNo(node.Value))
	}
	return nil
}

// NoYes is a truth value of which `nee` is what counts: only where that is written it
// is true.
type NoYes bool

// UnmarshalYAML reads what YesNo reads, the other way round.
func (n *NoYes) UnmarshalYAML(node *yaml.Node) error {
	var yes YesNo
	if err := yes.UnmarshalYAML(node); err != nil {
		return err
	}
	*n = NoYes(!yes)
	return nil
}

// Doc is a file with its head.
type Doc struct {
	File     string
	Body     string // Markdown, with LF line ends
	BodyLine int    // 1-based line of the body's first line

	root  *yaml.Node // the mapping of the head; nil when there is none
	first int        // line of the head's first line
	taken map[string]bool
	known []string
}

// Parse splits a file. The Doc is never nil; where the head is broken it is
// empty, and a problem says why.
func Parse(file string, data []byte) (*Doc, []problem.Problem) {
	d := &Doc{File: file, BodyLine: 1, first: 2, taken: map[string]bool{}}
	if len(data) > MaxBytes {
		return d, d.say(1, textTooLarge, textTooLargeRemedy)
	}
	text := normal(data)
	head, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !strings.HasPrefix(text, "---\n") {
		d.Body = text
		return d, d.say(1, textNoHead, textNoHeadRemedy)
	}
	if !ok {
		if head, ok = strings.CutSuffix(head, "\n---"); !ok {
			d.Body = text
			return d, d.say(1, textOpenHead, textOpenHeadRemedy)
		}
		body = ""
	}
	d.Body = body
	d.BodyLine = strings.Count(head, "\n") + 4
	root, problems := parse(file, []byte(head), d.first)
	if root == nil || len(problems) > 0 {
		return d, problems
	}
	if root.Kind != yaml.MappingNode {
		return d, d.say(d.first, textNoMap, textNoMapRemedy)
	}
	d.root = root
	return d, nil
}

func normal(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	text := strings.ToValidUTF8(string(data), "\uFFFD")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// parse reads YAML into its nodes; aliases are refused. First is the line of the
// file on which it begins.
func parse(file string, data []byte, first int) (*yaml.Node, []problem.Problem) {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, broken(file, err, data, first)
	}
	if len(root.Content) == 0 {
		return nil, nil
	}
	if line := alias(root.Content[0]); line > 0 {
		return nil, []problem.Problem{{File: file, Line: line + first - 1, What: textAlias, Remedy: textAliasRemedy}}
	}
	return root.Content[0], nil
}

func alias(n *yaml.Node) int {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return n.Line
	}
	for _, c := range n.Content {
		if line := alias(c); line > 0 {
			return line
		}
	}
	return 0
}

func (d *Doc) say(line int, what, remedy string) []problem.Problem {
	return []problem.Problem{{File: d.File, Line: line, What: what, Remedy: remedy}}
}

// Take decodes the keys of the head that the struct *into names in its yaml tags,
// and marks them as taken. What does not fit becomes a problem, and leaves the
// rest as it was read.
func (d *Doc) Take(into any) []problem.Problem {
	names := tags(into)
	d.known = append(d.known, names...)
	if d.root == nil {
		return nil
	}
	part := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for i := 0; i+1 < len(d.root.Content); i += 2 {
		if slices.Contains(names, d.root.Content[i].Value) {
			d.taken[d.root.Content[i].Value] = true
			part.Content = append(part.Content, d.root.Content[i], d.root.Content[i+1])
		}
	}
	problems := decode(d.File, part, into, d.first)
	clean(reflect.ValueOf(into))
	locate(part, reflect.ValueOf(into).Elem(), d.first)
	return problems
}

// Untaken gives a problem for every key that nobody took.
func (d *Doc) Untaken() []problem.Problem {
	if d.root == nil {
		return nil
	}
	var problems []problem.Problem
	for i := 0; i+1 < len(d.root.Content); i += 2 {
		if key := d.root.Content[i]; !d.taken[key.Value] {
			problems = append(problems, unknownKey(d.File, key, d.known, d.first))
		}
	}
	return problems
}

// Readable tells whether the file has a head that could be read.
func (d *Doc) Readable() bool { return d.root != nil }

// Line gives the line of a top-level key, or of the head's first line.
func (d *Doc) Line(key string) int {
	if d.root != nil {
		for i := 0; i+1 < len(d.root.Content); i += 2 {
			if d.root.Content[i].Value == key {
				return d.root.Content[i].Line + d.first - 1
			}
		}
	}
	return d.first - 1
}

// DecodeFile decodes a file that is YAML only, a list or a mapping as into asks
// for, strictly.
func DecodeFile(file string, data []byte, into any) []problem.Problem {
	if len(data) > MaxBytes {
		return []problem.Problem{{File: file, Line: 1, What: textTooLarge, Remedy: textTooLargeRemedy}}
	}
	root, problems := parse(file, []byte(normal(data)), 1)
	if root == nil {
		return problems
	}
	problems = decode(file, root, into, 1)
	clean(reflect.ValueOf(into))
	locate(root, reflect.ValueOf(into).Elem(), 1)
	return problems
}
