package course

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/plain"
	"werkboek/internal/problem"
)

// The names of a pack's folders and files, as problems tell them.
const (
	readerFolder    = "reader"
	exercisesFolder = "exercises"

	moduleFile  = readerFolder + "/module.yaml"
	termsFile   = readerFolder + "/begrippen.yaml"
	sourcesFile = readerFolder + "/bronnen.yaml"
)

// Course is an opened course. Its methods may be called from several goroutines.
type Course struct {
	pack      Pack
	kinds     kind.Registry
	module    Module
	chapters  []*Chapter
	exercises []*Assignment
	files     map[string]string // id of an exercise or chapter → its file

	lists    sync.Once
	terms    []Term
	sources  []Source
	listsBad []problem.Problem
}

// Assignment is an exercise of a course: a definition of its kind, and its
// instruction as blocks.
type Assignment struct {
	kind.Definition
	bodyLine int // of the instruction's first line, in the file
	once     sync.Once
	intro    []*Block
}

// AtHome tells whether it is done at home, and not in the room.
func (e *Assignment) AtHome() bool { return e.Head().When == kind.AtHome }

// Intro gives the instruction, parsed when it is first asked for.
func (e *Assignment) Intro() []*Block {
	e.once.Do(func() { e.intro = ParseBlocks(e.Head().Body) })
	return e.intro
}

// Open reads a course: module.yaml and the heads of chapters and exercises. It
// never fails: what can open, opens, and the problems tell the rest.
func Open(p Pack, kinds kind.Registry) (*Course, []problem.Problem) {
	c := &Course{pack: p, kinds: kinds, files: map[string]string{}}
	var problems []problem.Problem
	data, bad := read(p.Reader, moduleFile)
	problems = append(problems, bad...)
	problems = append(problems, frontmatter.DecodeFile(moduleFile, data, &c.module)...)
	c.module.clean()
	for _, file := range markdown(p.Reader, readerFolder) {
		problems = append(problems, c.openChapter(file)...)
	}
	for _, file := range markdown(p.Exercises, exercisesFolder) {
		problems = append(problems, c.openExercise(file)...)
	}
	slices.SortStableFunc(c.chapters, func(a, b *Chapter) int { return cmp.Compare(a.Number, b.Number) })
	slices.SortStableFunc(c.exercises, func(a, b *Assignment) int {
		return cmp.Compare(firstChapter(a), firstChapter(b))
	})
	problem.Sort(problems)
	return c, problems
}

func firstChapter(e *Assignment) int {
	if ch := e.Head().Chapters; len(ch) > 0 {
		return ch[0]
	}
	return 0
}

// markdown lists the Markdown files of a folder, by their paths inside the pack.
func markdown(dir fs.FS, folder string) []string {
	if dir == nil {
		return nil
	}
	files, _ := fs.Glob(dir, "*.md") // its only error is a bad pattern
	for i, file := range files {
		files[i] = path.Join(folder, file)
	}
	return files
}

// read reads a file of a pack whole, when it is not too large. Its path begins
// with the folder that is given.
func read(dir fs.FS, file string) ([]byte, []problem.Problem) {
	if dir == nil {
		return nil, []problem.Problem{{File: file, Line: 1, What: textUnreadable, Remedy: textUnreadableRemedy}}
	}
	info, err := fs.Stat(dir, path.Base(file))
	if err == nil && (info.Size() > frontmatter.MaxBytes || !info.Mode().IsRegular()) {
		return nil, []problem.Problem{{File: file, Line: 1, What: textTooLarge, Remedy: textTooLargeRemedy}}
	}
	data, err := fs.ReadFile(dir, path.Base(file))
	if err != nil {
		return nil, []problem.Problem{{File: file, Line: 1, What: textUnreadable, Remedy: textUnreadableRemedy}}
	}
	return data, nil
}

func (c *Course) openChapter(file string) []problem.Problem {
	data, problems := read(c.pack.Reader, file)
	if data == nil {
		return problems
	}
	doc, problems := frontmatter.Parse(file, data)
	ch := &Chapter{File: file, body: doc.Body, bodyLine: doc.BodyLine}
	problems = append(problems, doc.Take(ch)...)
	problems = append(problems, doc.Untaken()...)
	ch.Title, ch.Verb, ch.Short = plain.Line(ch.Title), plain.Line(ch.Verb), plain.Line(ch.Short)
	switch other := c.Chapter(ch.Number); {
	case ch.Title == "" && !doc.Readable():
		return problems // that its title is missing is no news
	case ch.Title == "":
		return append(problems, problem.Problem{File: file, Line: 1, What: textNoTitle, Remedy: textNoTitleRemedy})
	case other != nil:
		return append(problems, twice(file, doc.Line("nummer"), fmt.Sprint(ch.Number), other.File))
	}
	c.chapters = append(c.chapters, ch)
	return problems
}

func (c *Course) openExercise(file string) []problem.Problem {
	data, problems := read(c.pack.Exercises, file)
	if data == nil {
		return problems
	}
	doc, problems := frontmatter.Parse(file, data)
	head := kind.Head{Body: doc.Body, File: file}
	problems = append(problems, doc.Take(&head)...)
	head.Title, head.Form = plain.Line(head.Title), plain.Line(head.Form)
	k, ok := c.kinds.Find(head.Kind)
	switch {
	case !doc.Readable():
		return problems
	case !nameable(head.ID):
		return append(problems, problem.Problem{File: file, Line: doc.Line("id"), What: textNoID, Remedy: textNoIDRemedy})
	case c.Exercise(head.ID) != nil:
		return append(problems, twice(file, doc.Line("id"), head.ID, c.files[head.ID]))
	case !ok:
		remedy := problem.Nearest(head.Kind, c.kinds.Names(), choose(c.kinds.Names()))
		return append(problems, problem.Problem{File: file, Line: doc.Line("soort"), What: unknownKind(head.Kind), Remedy: remedy})
	}
	def, bad := k.Parse(head, doc)
	problems = append(problems, bad...)
	problems = append(problems, doc.Untaken()...)
	c.exercises = append(c.exercises, &Assignment{Definition: def, bodyLine: doc.BodyLine})
	c.files[head.ID] = file
	return problems
}

// longestID is the longest id of a module or an exercise.
const longestID = 60

// marginID is the name of margin notes, and so of no exercise.
const marginID = "kantlijn"

var bareWord = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// nameable tells whether an id can stand in the name of a file on any system, and
// twice in no two spellings: files of notes are named after exercises and modules.
func nameable(id string) bool {
	return len(id) <= longestID && id != marginID && bareWord.MatchString(id)
}

// Module gives what module.yaml says.
func (c *Course) Module() Module { return c.module }

// Chapters lists the chapters by number.
func (c *Course) Chapters() []*Chapter { return c.chapters }

// Chapter gives the chapter of a number, nil when there is none.
func (c *Course) Chapter(n int) *Chapter {
	for _, ch := range c.chapters {
		if ch.Number == n {
			return ch
		}
	}
	return nil
}

// Exercises lists the exercises by the first chapter that they stand in.
func (c *Course) Exercises() []*Assignment { return c.exercises }

// Exercise gives the exercise of an id, nil when there is none.
func (c *Course) Exercise(id string) *Assignment {
	for _, e := range c.exercises {
		if e.Head().ID == id {
			return e
		}
	}
	return nil
}

// Question gives the question of a field, "" when there is none.
func (c *Course) Question(p kind.Place) string {
	name := p.Exercise
	if _, rest, ok := strings.Cut(name, "/"); ok {
		name = rest
	}
	if e := c.Exercise(name); e != nil {
		for _, f := range e.Fields() {
			if f.ID == p.Field {
				return f.Ask
			}
		}
	}
	return ""
}

// ExercisesOf lists the exercises that are a chapter's own: one that stands in
// several chapters is not counted.
func (c *Course) ExercisesOf(n int) []*Assignment {
	var list []*Assignment
	for _, e := range c.exercises {
		if ch := e.Head().Chapters; len(ch) == 1 && ch[0] == n {
			list = append(list, e)
		}
	}
	return list
}

// Slot gives the block of the programme in which a chapter is done.
func (c *Course) Slot(n int) (Slot, bool) {
	for _, s := range c.module.Programme {
		if s.Chapter != nil && *s.Chapter == n {
			return s, true
		}
	}
	return Slot{}, false
}

// readLists reads terms and sources, once.
func (c *Course) readLists() {
	c.lists.Do(func() {
		data, bad := read(c.pack.Reader, termsFile)
		c.listsBad = append(bad, frontmatter.DecodeFile(termsFile, data, &c.terms)...)
		data, bad = read(c.pack.Reader, sourcesFile)
		c.listsBad = append(append(c.listsBad, bad...), frontmatter.DecodeFile(sourcesFile, data, &c.sources)...)
		for i := range c.terms {
			c.terms[i].clean()
		}
		for i := range c.sources {
			c.sources[i].clean()
		}
	})
}

// Term gives a term by its id.
func (c *Course) Term(id string) (Term, bool) {
	c.readLists()
	for _, t := range c.terms {
		if t.ID == id {
			return t, true
		}
	}
	return Term{}, false
}

// Source gives a source by its id.
func (c *Course) Source(id string) (Source, bool) {
	c.readLists()
	for _, s := range c.sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}
