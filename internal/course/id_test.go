package course_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"werkboek/internal/course"
	"werkboek/internal/kind/all"
)

func TestAnIDThatCannotStandInTheNameOfAFileIsToldAtItsLine(t *testing.T) {
	t.Parallel()
	for id, good := range map[string]bool{
		"drie-stappen": true, "oef1": true, "2-voor": true, "con": true,
		"../weg": false, "a/b": false, `'a\b'`: false, "/weg": false, `"C:weg"`: false, `"a."`: false, `"a b"`: false, `"-"`: false,
		"Brief": false, "één": false, "kantlijn": false, `""`: false, strings.Repeat("lang", 75): false,
	} {
		pack := course.Pack{
			Reader:    fstest.MapFS{"module.yaml": {Data: []byte("id: " + id + "\ntitel: T\n")}},
			Exercises: fstest.MapFS{"x.md": {Data: []byte("---\nid: " + id + "\ntitel: T\nhoofdstuk: 0\nsoort: reflectie\nvelden:\n  - {id: A, vraag: Wat?}\n---\n")}},
		}
		c, problems := course.Open(pack, all.Kinds())
		told := map[string]bool{}
		for _, p := range append(problems, c.Check()...) {
			if p.Line > 0 && (strings.Contains(p.What, "geen bruikbaar id") || strings.Contains(p.What, "naam van een map")) {
				told[p.File] = true
			}
		}
		if empty := id == `""`; told["exercises/x.md"] == good || !empty && told["reader/module.yaml"] == good && told["module.yaml"] == good {
			t.Errorf("%q: told of %v; all: %v", id, told, problems)
		}
		if (len(c.Exercises()) == 1) != good {
			t.Errorf("%q: %d exercises open", id, len(c.Exercises()))
		}
	}
}
