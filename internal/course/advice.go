package course

import (
	"werkboek/internal/kind"
	"werkboek/internal/plain"
)

// The most that reads well from the back row on a slide with a text of its own
// (DIA): lines, and cells of a line.
const (
	SlideLines = 7
	SlideCells = 40
)

// What fits on one line of a page, cells.
const (
	tableCells   = 64
	headingCells = 56 // the number and how far one is stand beside it
	columnGap    = 2
)

// exerciseTexts checks the instruction of an exercise and the texts of its kind:
// their links, and callouts that nobody would see there.
func (k *checker) exerciseTexts(e *Assignment) {
	file := e.Head().File
	check := func(markdown string, line func(*Block) int) {
		blocks, nested := parse(markdown, e.bodyLine)
		for _, b := range blocks {
			if b.Kind == Callout && b.Hidden() {
				k.say(file, line(b), calloutInExercise(b.Label), textCalloutInExerciseRemedy)
			}
			b.Walk(func(b *Block) {
				k.callout(file, line(b), b)
				if b.Kind == Action {
					k.target(file, line(b), SchemeAction+":"+b.Target)
				}
				for _, target := range b.Links() {
					k.target(file, line(b), target)
				}
			})
		}
		for _, b := range nested {
			k.say(file, line(b), nestedCallout(b.Label), textNestedRemedy)
		}
	}
	check(e.Head().Body, func(b *Block) int { return b.Line })
	if t, ok := e.Definition.(kind.Texter); ok {
		for _, text := range t.Texts() {
			check(text.Markdown, func(*Block) int { return text.Line })
		}
	}
}

// heading advises on a title that does not fit on its line.
func (k *checker) heading(file string, line int, title string) {
	if cells := (plain.Ruler{}).Width(title); cells > headingCells {
		k.advise(file, line, longHeading(cells, headingCells), textLongHeadingRemedy)
	}
}

// slideText advises on a DIA text that takes more than one slide.
func (k *checker) slideText(file string, b *Block) {
	lines := 0
	count := func(text string) {
		lines += len(plain.Ruler{}.Wrap(text, SlideCells))
	}
	for _, c := range b.Children {
		for _, item := range c.Items {
			for _, p := range item.Children {
				count(p.Plain())
			}
		}
		if len(c.Items) == 0 {
			count(c.Plain())
		}
	}
	if lines > SlideLines {
		k.advise(file, b.Line, longSlide(lines), textLongSlideRemedy)
	}
}

// table advises on a table that is wider than a page.
func (k *checker) table(file string, b *Block) {
	var wide []int
	for _, row := range b.Rows {
		for c, cell := range row {
			if c == len(wide) {
				wide = append(wide, 0)
			}
			wide[c] = max(wide[c], plain.Ruler{}.Width(cell.Plain()))
		}
	}
	total := columnGap * max(0, len(wide)-1)
	for _, w := range wide {
		total += w
	}
	if total > tableCells {
		k.advise(file, b.Line, wideTable(total, tableCells), textWideTableRemedy)
	}
}
