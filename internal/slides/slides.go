// Package slides sets the blocks of a chapter as slides: the second setter over
// the same list of blocks that the page sets. It knows lines and cells, no
// screen and no style, and opens no file. What is for the trainer, or done at home, is no
// slide. It imports course and plain.
package slides

import (
	"slices"
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/plain"
)

// Room is what a window holds, in lines of text and cells.
type Room struct{ Lines, Cells int }

// The most that reads well from the back row.
const (
	instructionLines, instructionCells = course.SlideLines, course.SlideCells
	textLines, textCells               = 9, 45
)

// Slide is one thing to show.
type Slide struct {
	Opening bool     // the first of its chapter: Verb stands in large letters
	Verb    string   // of an opening slide
	Label   string   // what it is: "praktijk", "vraag", "oefening"; "" for text
	Title   []string // lines
	Lines   []Line
	Source  Source
}

// Line is one line of a slide. Marker is a number or a sign; it stands MarkerWidth
// cells before the text, in the Indent. First is false where a point goes on.
type Line struct {
	Indent int // cells before the text
	Marker string
	Text   string
	First  bool
}

// MarkerWidth is the room for a marker and what follows it, cells.
const MarkerWidth = course.SlideMarker

// Source is what a slide was made of: it stays the same when the window changes.
type Source struct {
	Section int // index in Chapter.Sections
	Block   int // index in its blocks; -1 for the opening slide
	Part    int // which of the slides that one text is spread over
}

// Before tells whether a source stands before another in the chapter.
func (s Source) Before(o Source) bool {
	if s.Section != o.Section {
		return s.Section < o.Section
	}
	if s.Block != o.Block {
		return s.Block < o.Block
	}
	return s.Part < o.Part
}

// Of sets a chapter as slides. What does not fit on one goes on on the next;
// nothing is cut. Exercise finds the exercise of a block.
func Of(ch *course.Chapter, exercise func(id string) *course.Assignment, room Room, r plain.Ruler) []Slide {
	s := setter{room: room, ruler: r, exercise: exercise}
	s.opening(ch)
	for n, section := range ch.Sections() {
		s.section(n, section)
	}
	return s.slides
}

type setter struct {
	room     Room
	ruler    plain.Ruler
	exercise func(id string) *course.Assignment
	slides   []Slide
}

// text is the words of one slide, before they are spread.
type text struct {
	label  string
	title  string
	points []point
	lines  int // at most
	cells  int // at most
	source Source
}

func (s *setter) opening(ch *course.Chapter) {
	t := text{title: ch.Title, lines: instructionLines, cells: textCells, source: Source{Block: -1}}
	if ch.Short != "" {
		t.points = []point{{text: ch.Short}}
	}
	first := len(s.slides)
	s.spread(t)
	s.slides[first].Opening, s.slides[first].Verb = true, ch.Verb
}

// section makes the slides of a section: its DIA text, or the first sentence of
// each paragraph; cases, questions and exercises each have a slide of their own.
func (s *setter) section(n int, section *course.Section) {
	blocks := section.Blocks()
	instead := has(blocks, course.SlideTip)
	current := text{title: section.Title, lines: textLines, cells: textCells, source: Source{Section: n}}
	begun := len(s.slides)
	flush := func() {
		if len(current.points) > 0 {
			s.spread(current)
		}
		current.points = nil
	}
	for i, b := range blocks {
		own, alone := s.alone(b, section.Title)
		switch {
		case b.Kind == course.NewSlide || alone:
			flush()
			if alone {
				own.source = Source{Section: n, Block: i}
				s.spread(own)
			}
			current.source = Source{Section: n, Block: i + 1}
		case b.Kind == course.Heading && b.Level > 2 && !instead:
			flush()
			if len(s.slides) == begun && current.title != "" {
				s.spread(current) // else the section's own title is nowhere
			}
			current.title, current.source = b.Text.Plain(), Source{Section: n, Block: i}
		case !instead:
			current.points = append(current.points, points(b)...)
		}
	}
	flush()
}

func has(blocks []*course.Block, label course.Label) bool {
	for _, b := range blocks {
		if b.Kind == course.Callout && b.Label == label {
			return true
		}
	}
	return false
}

// alone gives the text of a block that has slides of its own.
func (s *setter) alone(b *course.Block, section string) (text, bool) {
	switch {
	case b.Kind == course.Exercise:
		return s.exerciseText(b)
	case b.Kind != course.Callout || b.Label == course.Trainer:
		return text{}, false
	case b.Label == course.SlideTip:
		return text{title: section, points: all(b), lines: instructionLines, cells: instructionCells}, true
	}
	return text{label: calloutLabel(b.Label), points: all(b), lines: textLines, cells: textCells}, true
}

func (s *setter) exerciseText(b *course.Block) (text, bool) {
	e := s.exercise(b.Target)
	if e == nil || e.AtHome() {
		return text{}, false // what is done at home is no slide
	}
	head := e.Head()
	t := text{label: exerciseLabel(head.Minutes, head.Form), title: head.Title, lines: instructionLines, cells: instructionCells}
	for _, intro := range e.Intro() {
		t.points = append(t.points, all(intro)...)
	}
	return t, true
}

// spread makes as many slides of a text as it needs. A title that would take most
// of the room is spread with the text.
func (s *setter) spread(t text) {
	cells := max(1, min(t.cells, s.room.Cells))
	var title []string
	if t.title != "" {
		title = s.ruler.Wrap(t.title, cells)
	}
	if 2*len(title) > s.room.Lines {
		title, t.points = nil, append([]point{{text: t.title}}, t.points...)
	}
	most := max(1, min(t.lines, s.room.Lines-len(title)))
	var parts [][]Line
	var part []Line
	for i, p := range t.points {
		under := 0 // lines of what it heads
		if p.heads && i+1 < len(t.points) {
			under = len(s.lines(t.points[i+1], cells))
		}
		if need := len(s.lines(p, cells)) + under; len(part) > 0 && len(part)+need > most {
			parts, part = append(parts, part), nil
		}
		pages := s.split(p, most-min(under, most/2), cells)
		full, rest := pages[:len(pages)-1], pages[len(pages)-1]
		parts, part = append(parts, full...), append(part, rest...)
	}
	for i, lines := range append(parts, part) {
		t.source.Part = i
		s.slides = append(s.slides, Slide{Label: t.label, Title: title, Lines: lines, Source: t.source})
	}
}

// split gives the lines of a point for one slide after another: whole sentences, and
// lines of a sentence only where that alone is more than a slide.
func (s *setter) split(p point, most, cells int) [][]Line {
	var pages [][]Line
	put := func(p point) {
		pages = append(pages, slices.Collect(slices.Chunk(s.lines(p, cells), most))...)
	}
	rest := p.text
	p.text = ""
	for rest != "" {
		sentence := FirstSentence(rest)
		rest = strings.TrimLeft(rest[len(sentence):], " ")
		more := p
		more.text = strings.TrimPrefix(p.text+" "+sentence, " ")
		if p.text != "" && len(s.lines(more, cells)) > most {
			put(p)
			more.marker, more.text = "", sentence
		}
		p = more
	}
	put(p)
	return pages
}

// lines wraps a point. What stands before its text takes room on every line: at
// most half of it, however deep a list is.
func (s *setter) lines(p point, cells int) []Line {
	indent := min(p.indent, max(MarkerWidth, cells/2))
	if s.ruler.Width(p.marker) >= MarkerWidth {
		p.marker, p.text = "", p.marker+" "+p.text
	}
	var lines []Line
	for i, t := range s.ruler.Wrap(p.text, max(1, cells-indent)) {
		line := Line{Indent: indent, Text: t, First: i == 0}
		if i == 0 {
			line.Marker = p.marker
		}
		lines = append(lines, line)
	}
	return lines
}
