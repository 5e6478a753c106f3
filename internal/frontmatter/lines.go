package frontmatter

import (
	"reflect"

	"go.yaml.in/yaml/v4"
)

// Lines tells on which lines of its file something was written: by key, and its
// first line under "". A struct that has a field of this type, with the tag
// `yaml:"-"`, gets it filled by Take and DecodeFile.
type Lines map[string]int

// Of gives the line of a key, or the first line where the key is not written; 1
// when nothing is known.
func (l Lines) Of(key string) int {
	if n, ok := l[key]; ok {
		return n
	}
	return max(1, l[""])
}

var linesType = reflect.TypeFor[Lines]()

// locate fills the Lines of a value, and of all in it, from the nodes that it was
// decoded from. First is the line of the file on which the nodes begin.
func locate(n *yaml.Node, v reflect.Value, first int) {
	switch {
	case n.Kind == yaml.SequenceNode && v.Kind() == reflect.Slice:
		for i, c := range n.Content {
			if i < v.Len() {
				locate(c, v.Index(i), first)
			}
		}
	case n.Kind == yaml.MappingNode && v.Kind() == reflect.Struct:
		locateKeys(n, v, first)
	}
}

func locateKeys(n *yaml.Node, v reflect.Value, first int) {
	lines := Lines{}
	if n.Line > 0 {
		lines[""] = n.Line + first - 1
	}
	inner := map[string]reflect.Value{}
	for i := range v.NumField() {
		if v.Type().Field(i).Type == linesType {
			v.Field(i).Set(reflect.ValueOf(lines))
		} else if name := tag(v.Type().Field(i)); name != "" {
			inner[name] = v.Field(i)
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		lines[key.Value] = key.Line + first - 1
		if field, ok := inner[key.Value]; ok {
			locate(n.Content[i+1], field, first)
		}
	}
}
