package course_test

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/plain"
	"werkboek/internal/problem"
	"werkboek/reader"
)

func open(t testing.TB, dir string) (*course.Course, []problem.Problem) {
	t.Helper()
	return course.Open(course.Pack{Reader: os.DirFS(dir + "/reader"), Exercises: os.DirFS(dir + "/exercises")}, all.Kinds())
}

func TestAnUnknownCourseOpens(t *testing.T) {
	t.Parallel()
	c, problems := open(t, "testdata/klein")
	for _, p := range append(problems, c.Check()...) {
		t.Error(p)
	}
	blocks := c.Chapter(1).Sections()[1].Blocks()
	if len(c.Chapters()) != 3 || len(blocks) != 4 || len(blocks[2].Variants) != 1 {
		t.Errorf("%d chapters, blocks %v", len(c.Chapters()), blocks)
	}
	if got := blocks[2].Practice("thuis").Plain(); got != "Je buurman belt aan." {
		t.Errorf("the case for thuis is %q", got)
	}
}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	t.Parallel()
	c, problems := open(t, "testdata/stuk")
	var b strings.Builder
	problems = append(problems, c.Check()...)
	problem.Sort(problems)
	for _, p := range problems {
		fmt.Fprintln(&b, p)
	}
	golden.RequireEqual(t, b.String())
}

func TestABlockIsFoundAgainByItsKey(t *testing.T) {
	t.Parallel()
	for _, ch := range builtIn(t).Chapters() {
		seen := map[string]bool{}
		for s, section := range ch.Sections() {
			for i, b := range section.Blocks() {
				if seen[b.Key.String()] {
					t.Errorf("chapter %d: two blocks have key %s", ch.Number, b.Key)
				}
				seen[b.Key.String()] = true
				gs, gi, ok := ch.Find(b.Key)
				if !ok || ch.Sections()[gs].Blocks()[gi].Hidden() {
					t.Errorf("chapter %d: %s found at %d/%d, where a page shows nothing", ch.Number, b.Key, gs, gi)
				}
				if !b.Hidden() && (gs != s || gi != i) {
					t.Errorf("chapter %d: %s found at %d/%d, stands at %d/%d", ch.Number, b.Key, gs, gi, s, i)
				}
				back, err := course.ParseKey(b.Key.String())
				if err != nil || back.Hash != b.Key.Hash {
					t.Errorf("key %s reads back as %v, %v", b.Key, back, err)
				}
			}
		}
	}
}

func TestABlockIsFoundWhenTheTextAroundItChanges(t *testing.T) {
	t.Parallel()
	text := func(first, second string) *course.Chapter {
		data := "---\nid: x\nnummer: 1\ntitel: X\n---\n## Een\n\n" + first + "\n\nDe methode begint niet bij de ander maar bij jezelf en zo.\n\n## Twee\n\n" + second + "\n"
		c, _ := course.Open(course.Pack{Reader: fstest.MapFS{"01-x.md": {Data: []byte(data)}}, Exercises: fstest.MapFS{}}, all.Kinds())
		return c.Chapter(1)
	}
	old := text("Eerst dit.", "Slot.")
	key := old.Sections()[0].Blocks()[2].Key
	for name, c := range map[string]struct {
		ch    *course.Chapter
		quote string
	}{
		"another paragraph before it": {text("Iets heel anders.\n\nEn nog wat.", "Slot."), "De methode begint"},
		"moved to another section":    {movedChapter(), "De methode begint"},
	} {
		s, i, ok := c.ch.Find(key)
		if got := c.ch.Sections()[s].Blocks()[i].Plain(); !ok || !strings.HasPrefix(got, c.quote) {
			t.Errorf("%s: found %q", name, got)
		}
	}
}

func movedChapter() *course.Chapter {
	data := "---\nid: x\nnummer: 1\ntitel: X\n---\n## Een\n\nAndere woorden.\n\n## Twee\n\nDe methode begint niet bij de ander maar bij jezelf en zo.\n"
	c, _ := course.Open(course.Pack{Reader: fstest.MapFS{"01-x.md": {Data: []byte(data)}}, Exercises: fstest.MapFS{}}, all.Kinds())
	return c.Chapter(1)
}

func TestABrokenFileDoesNotStopTheRest(t *testing.T) {
	t.Parallel()
	dir := fstest.MapFS{}
	_ = fs.WalkDir(os.DirFS("testdata/klein/reader"), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, _ := os.ReadFile("testdata/klein/reader/" + path)
			dir[path] = &fstest.MapFile{Data: data}
		}
		return err
	})
	dir["02-remmen.md"] = &fstest.MapFile{Data: []byte("---\ntitel: [\n---\n")}
	c, problems := course.Open(course.Pack{Reader: dir, Exercises: os.DirFS("testdata/klein/exercises")}, all.Kinds())
	if len(c.Chapters()) != 2 || problem.Mistakes(problems) == 0 {
		t.Errorf("%d chapters, problems %v", len(c.Chapters()), problems)
	}
}

func FuzzNoContentIsDangerous(f *testing.F) {
	f.Add("---\nid: a\n---\n## K {#k}\n\n> [!PRAKTIJK a]\n> &#27;[31m \u202e [x](javascript:1)\n\n| a |\n|--|\n| b |\n")
	f.Fuzz(func(t *testing.T, text string) {
		pack := course.Pack{
			Reader:    fstest.MapFS{"01-a.md": {Data: []byte(text)}, "module.yaml": {Data: []byte(text)}, "begrippen.yaml": {Data: []byte(text)}},
			Exercises: fstest.MapFS{"a.md": {Data: []byte(text)}},
		}
		c, _ := course.Open(pack, all.Kinds())
		c.Check()
		for _, b := range course.ParseBlocks(text) {
			b.Walk(func(b *course.Block) {
				if p := b.Plain(); plain.Safe(p) != p {
					t.Fatalf("block text %q is not safe", p)
				}
				for _, l := range b.Links() {
					if strings.HasPrefix(strings.ToLower(l), "javascript:") {
						t.Fatalf("link %q", l)
					}
				}
			})
		}
	})
}

func TestHardBreaksTasksAndTablesAreRead(t *testing.T) {
	t.Parallel()
	blocks := course.ParseBlocks("een  \ntwee\n\n- [x] af\n- [ ] open\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n\n```\ncode\n```\n")
	if len(blocks) != 4 || !blocks[0].Text[1].Break || !*blocks[1].Items[0].Task || *blocks[1].Items[1].Task ||
		blocks[2].Align[1] != course.Right || blocks[3].Literal != "code\n" {
		t.Errorf("got %+v", blocks)
	}
}

func TestSlugsAreStable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := course.Slug(rapid.String().Draw(t, "text"))
		if course.Slug(s) != s {
			t.Fatalf("slug %q changes", s)
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	}
}

func BenchmarkSectionsOfALongChapter(b *testing.B) {
	var text strings.Builder
	text.WriteString("---\nid: x\nnummer: 1\ntitel: X\n---\n")
	for i := range 54000 {
		if i%60 == 0 {
			fmt.Fprintf(&text, "## Kop %d\n", i)
		}
		text.WriteString("woord\n")
	}
	for b.Loop() {
		c, _ := course.Open(course.Pack{Reader: fstest.MapFS{"01-x.md": {Data: []byte(text.String())}}, Exercises: fstest.MapFS{}}, all.Kinds())
		c.Chapter(1).Sections()
	}
}
