package starter_test

import (
	"bytes"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/privacy"
	"werkboek/internal/problem"
	"werkboek/internal/starter"
	"werkboek/reader"
)

func builtIn() course.Pack {
	return course.Pack{Reader: reader.Files, Exercises: exercises.Files}
}

// made opens the course that a folder of this name gets.
func made(t *testing.T, folder string) (*course.Course, []problem.Problem, []starter.File) {
	t.Helper()
	files, err := starter.Course(builtIn(), folder)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]fstest.MapFS{"reader": {}, "exercises": {}}
	for _, f := range files {
		dir, name := path.Split(f.Path)
		in := parts[strings.TrimSuffix(dir, "/")]
		if in == nil || in[name] != nil {
			t.Errorf("%s stands nowhere, or twice", f.Path)
			continue
		}
		in[name] = &fstest.MapFile{Data: f.Data}
	}
	c, problems := course.Open(course.Pack{Reader: parts["reader"], Exercises: parts["exercises"]}, all.Kinds())
	return c, append(problems, c.Check()...), files
}

func TestTheCopyIsAValidCourseOfOnesOwn(t *testing.T) {
	t.Parallel()
	c, problems, _ := made(t, "Mijn dag in Één buurt")
	original, _ := course.Open(builtIn(), all.Kinds())
	if n := problem.Mistakes(problems); n > 0 {
		t.Errorf("the copy has %d mistakes: %v", n, problems)
	}
	if m := c.Module(); m.ID != "eigen-mijn-dag-in-een-buurt" || m.Title != original.Module().Title+" (eigen versie)" {
		t.Errorf("the copy is called %q, %q", m.ID, m.Title)
	}
	if got, want := len(c.Chapters()), len(original.Chapters())+1; got != want {
		t.Errorf("%d chapters, want %d", got, want)
	}
	if got, want := len(c.Exercises()), len(original.Exercises())+1; got != want {
		t.Errorf("%d exercises, want %d", got, want)
	}
}

func TestTheGuideGivesAnAuthorNoAdvice(t *testing.T) {
	t.Parallel()
	c, problems, _ := made(t, "x")
	ch := c.Chapter(starter.GuideChapter)
	if ch == nil {
		t.Fatal("there is no such chapter")
	}
	for _, p := range problems {
		if p.File == ch.File || strings.HasSuffix(p.File, "mijn-eigen-cursus.md") {
			t.Error(p)
		}
	}
}

func TestTheGuideIsAWayToNobody(t *testing.T) {
	t.Parallel()
	_, _, files := made(t, "x")
	for _, f := range files {
		if !strings.Contains(f.Path, "eigen-cursus") {
			continue
		}
		for _, found := range privacy.Find(string(f.Data)) {
			t.Errorf("%s: %q", f.Path, f.Data[found.Start:found.End])
		}
	}
}

func TestOnlyTheNameOfTheModuleIsChanged(t *testing.T) {
	t.Parallel()
	_, _, files := made(t, "x")
	for _, f := range files {
		dir, name := path.Split(f.Path)
		from := reader.Files
		if dir == "exercises/" {
			from = exercises.Files
		}
		old, err := from.ReadFile(name)
		if err != nil {
			continue // of the guide
		}
		changed := 0
		was, is := bytes.Split(old, []byte("\n")), bytes.Split(f.Data, []byte("\n"))
		for i := range was {
			if i >= len(is) || !bytes.Equal(was[i], is[i]) {
				changed++
			}
		}
		want := 0
		if name == "module.yaml" {
			want = 2
		}
		if changed != want || len(was) != len(is) {
			t.Errorf("%s has %d changed lines, want %d", f.Path, changed, want)
		}
	}
}

func TestEveryNameOfAFileIsSafeOnWindows(t *testing.T) {
	t.Parallel()
	safe := regexp.MustCompile(`^(reader|exercises)/[a-z0-9][a-z0-9-]*\.(md|yaml)$`)
	device := regexp.MustCompile(`^(con|nul|aux|prn|com\d|lpt\d)\.`)
	_, _, files := made(t, "x")
	for _, f := range files {
		if !safe.MatchString(f.Path) || device.MatchString(path.Base(f.Path)) {
			t.Errorf("%q is no name on every system", f.Path)
		}
	}
}

func TestEveryFolderGivesAnIDThatTheCheckerTakes(t *testing.T) {
	t.Parallel()
	original, _ := course.Open(builtIn(), all.Kinds())
	valid := func(t rapid.TB, folder string) {
		id := starter.ID(folder)
		pack := course.Pack{Reader: fstest.MapFS{"module.yaml": {Data: []byte("id: " + id + "\ntitel: x\ntaal: nl\nversie: \"1\"\n")}}, Exercises: fstest.MapFS{}}
		c, _ := course.Open(pack, all.Kinds())
		for _, p := range c.Check() {
			if p.File == "reader/module.yaml" {
				t.Errorf("folder %q gives %q: %v", folder, id, p)
			}
		}
		if id == original.Module().ID {
			t.Errorf("folder %q gives the id of the built-in course", folder)
		}
	}
	for _, folder := range []string{"", ".", "CON", "kantlijn", "課程", "---", strings.Repeat("lang ", 40), original.Module().ID, "a\x00b"} {
		valid(t, folder)
	}
	rapid.Check(t, func(t *rapid.T) { valid(t, rapid.String().Draw(t, "folder")) })
}
