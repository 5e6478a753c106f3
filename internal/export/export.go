// Package export makes what one takes along: one Markdown document with one's own
// words in chapter order under their questions, of which every part can be chosen, or
// the empty workbook for pen and paper; and it writes a document to a folder. It may
// import course, kind, margin, workbook, notes, sheet and plain.
package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/workbook"
)

// Part is a piece of the document that goes along or does not.
type Part struct {
	Name    string // by which a command names it: "leervraag", "5/kantlijn", "eiland/prive"
	Title   string // for people
	Words   int    // that were written
	Private bool   // it goes along only when that is asked for
	On      bool   // it goes along

	chapter  int
	heading  string // of the exercise, in the document
	passages []kind.Passage
}

// privateName stands behind the name of an exercise of which some fields are private.
const privateName = "/prive"

// Parts lists what somebody wrote, in the order of the course: a part per exercise and
// chapter, one apart for what is private in it, and one per margin. What is private is
// not on. Words that are for now only are in none of them.
func Parts(b *workbook.Book) []Part {
	var parts []Part
	for _, ch := range b.Course().Chapters() {
		var list []Part
		for _, ex := range standing(b.Course(), ch) {
			list = append(list, exercise(b, ex, b.Ref(ex, ch.Number))...)
		}
		for _, p := range append(list, beside(b, ch)) {
			if p.Words = p.count(); p.Words > 0 {
				p.chapter, p.On = ch.Number, !p.Private
				parts = append(parts, p)
			}
		}
	}
	return parts
}

// standing lists the exercises of a chapter in the order of its text; those that it does
// not name come last.
func standing(c *course.Course, ch *course.Chapter) []*course.Assignment {
	var named []string
	for _, s := range ch.Sections() {
		for _, b := range s.Blocks() {
			if b.Kind == course.Exercise {
				named = append(named, b.Target)
			}
		}
	}
	at := func(ex *course.Assignment) int {
		if i := slices.Index(named, ex.Head().ID); i >= 0 {
			return i
		}
		return len(named)
	}
	list := slices.DeleteFunc(slices.Clone(c.Exercises()), func(ex *course.Assignment) bool {
		return !slices.Contains(ex.Head().Chapters, ch.Number)
	})
	slices.SortStableFunc(list, func(a, b *course.Assignment) int { return at(a) - at(b) })
	return list
}

// exercise gives the parts of an exercise: what goes along, and what is private.
func exercise(b *workbook.Book, ex *course.Assignment, ref notes.Ref) []Part {
	head := ex.Head()
	title := plain.Line(head.Title)
	open := Part{Name: plain.Line(ref.String()), Title: title, heading: title}
	if ref.PerChapter {
		open.Title = ofChapter(title, ref.Chapter)
	}
	own := open
	own.Private = true
	for _, p := range ex.Read(b.Sheet(ref)).Passages() {
		if p.Private {
			own.passages = append(own.passages, told(ex, p))
		} else {
			open.passages = append(open.passages, told(ex, p))
		}
	}
	if !head.Private {
		own.Name += privateName
		own.Title = plain.Line(privateTitle(open.Title, private(ex)))
		own.heading = privateHeading(title)
	}
	return []Part{open, own}
}

// private lists the fields of an exercise that are private, each once.
func private(ex *course.Assignment) []kind.Field {
	var list []kind.Field
	for _, f := range ex.Fields() {
		f.ID, _, _ = strings.Cut(f.ID, "@")
		if bool(f.Private) && !slices.ContainsFunc(list, func(o kind.Field) bool { return o.ID == f.ID }) {
			list = append(list, f)
		}
	}
	return list
}

func (p Part) count() int {
	n := 0
	for _, x := range p.passages {
		n += max(1, plain.Words(x.Text)) // a sign is something too
	}
	return n
}

// Markdown gives the part as it stands in the document.
func (p Part) Markdown() string {
	var b strings.Builder
	b.WriteString("### " + heading(p.heading) + "\n")
	for _, x := range p.passages {
		b.WriteString("\n")
		b.WriteString("#### " + heading(cmp.Or(x.Ask, x.Field)) + "\n\n" + strings.Trim(x.Text, "\n") + "\n")
	}
	return b.String()
}

// Document makes one document of the parts that are on.
func Document(c *course.Course, parts []Part, day time.Time) string {
	var b strings.Builder
	b.WriteString(opening(heading(c.Module().Title), day.Format(dayForm)))
	last := -1
	for _, p := range parts {
		if !p.On {
			continue
		}
		if p.chapter != last {
			last = p.chapter
			fmt.Fprintf(&b, "\n## %s\n", chapterTitle(c, last))
		}
		b.WriteString("\n" + p.Markdown())
	}
	return b.String()
}

func chapterTitle(c *course.Course, n int) string {
	if ch := c.Chapter(n); ch != nil {
		return numbered(n, heading(ch.Title))
	}
	return numbered(n, "")
}
