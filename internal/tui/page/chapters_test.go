package page

import (
	"testing"
	"time"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/sheet"
	"werkboek/internal/theme"
	"werkboek/internal/tui/screen"
	"werkboek/internal/typeset"
	"werkboek/internal/workbook"
	"werkboek/reader"
)

// silent is a desk without notes.
type silent struct{}

func (silent) Put(notes.Ref, int, sheet.Sheet)                 {}
func (silent) Renew(notes.Ref, int, sheet.Sheet, notes.Origin) {}
func (silent) WipeAll(int, ...notes.Ref) error                 { return nil }
func (silent) Copies() ([]notes.Copy, error)                   { return nil, nil }
func (silent) Notes() ([]notes.Listed, error)                  { return nil, nil }
func (silent) Text(notes.Copy) (sheet.Sheet, error)            { return sheet.Sheet{}, nil }
func (silent) Settle(notes.Copy) error                         { return nil }
func (silent) WipeEach(int, ...notes.Ref) error                { return nil }
func (silent) Close(notes.Ref) bool                            { return true }
func (silent) Now() time.Time                                  { return time.Time{} }
func (silent) Took(notes.Event)                                {}
func (silent) Hurry(notes.Ref)                                 {}
func (silent) Open(ref notes.Ref) (notes.Opened, error)        { return notes.Opened{Ref: ref}, nil }
func (silent) Read(ref notes.Ref) (notes.Opened, error)        { return notes.Opened{Ref: ref}, nil }

// pageOf makes the page of a chapter of the course, with every exercise unfolded.
func pageOf(t *testing.T, number, width, height int) *Page {
	t.Helper()
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	styles := theme.New(theme.Light())
	setter := typeset.New(styles, plain.Ruler{})
	p := New(Deps{
		Book: workbook.New(c, silent{}), Setter: func() *typeset.Setter { return setter },
		WorkField: func() string { return "" }, SetField: func(string) {},
	}, screen.Env{Width: width, Height: height, Styles: styles, Now: time.Now, Clip: &screen.Clip{}}, c.Chapter(number))
	for _, e := range p.exercises() {
		p.open[e.Head().ID] = true
	}
	p.forget()
	p.show(p.flow().start())
	return p
}

// badEnd says what is wrong with the end of a page, "" when nothing is.
func badEnd(f flow, lines []spot) string {
	last := lines[len(lines)-1]
	u := f.at(last)
	if _, goesOn := f.next(last); !goesOn {
		return ""
	}
	if u.leads {
		return u.id + " ends a page"
	}
	if last.line == u.above && u.body.Rows() > 1 && u.block != nil && u.ask == nil {
		return "one line of " + u.id + " ends a page"
	}
	if table := u.block != nil && u.block.Kind == course.Table && u.body.Rows() > 3; table && last.line < u.above+2 {
		return "the head of " + u.id + " ends a page"
	}
	return ""
}

func TestTurningTheRealChaptersSkipsNoLine(t *testing.T) {
	t.Parallel()
	for number := range 10 {
		for _, width := range []int{60, 80, 120} {
			for height := 16; height <= 60; height += 4 {
				p := pageOf(t, number, width, height)
				seen := map[spot]bool{}
				for more := true; more; {
					lines := p.flow().page(p.top, p.height())
					if why := badEnd(p.flow(), lines); why != "" {
						t.Errorf("chapter %d at %dx%d: %s", number, width, height, why)
					}
					for _, s := range lines {
						seen[s] = true
					}
					before := p.top
					p.turn()
					more = p.top != before
				}
				for _, s := range p.flow().all() {
					if !seen[s] {
						t.Fatalf("chapter %d at %dx%d: line %v is skipped", number, width, height, s)
					}
				}
			}
		}
	}
}

func TestLinesBreakAtTheSamePlaceAtEveryWidth(t *testing.T) {
	t.Parallel()
	for number := range 10 {
		var want []string
		for width := 80; width <= 200; width += 7 {
			p := pageOf(t, number, width, 30)
			var got []string
			for _, s := range p.flow().all() {
				u := p.flow().at(s)
				got = append(got, u.body.Row(s.line-u.above).Text)
			}
			if want == nil {
				want = got
			}
			if len(got) != len(want) {
				t.Fatalf("chapter %d: %d lines at %d columns, %d at 80", number, len(got), width, len(want))
			}
			for i := range got {
				if got[i] != want[i] {
					t.Fatalf("chapter %d at %d columns: %q, at 80 %q", number, width, got[i], want[i])
				}
			}
		}
	}
}
