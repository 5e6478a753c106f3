package course

import (
	"werkboek/internal/kind"
	"werkboek/internal/plain"
)

// The most that reads well from the back row on a slide with a text of its own
// (DIA): lines, and cells of a line. What stands before an item takes some of them.
const (
	SlideLines  = 7
	SlideCells  = 40
	SlideMarker = 4
)

// What fits on one line of a page, cells.
const (
	tableCells   = 60
	headingCells = 56 // the number and how far one is stand beside it
	columnGap    = 2
)

// exerciseTexts checks the instruction of an exercise and the texts of its kind:
// their links, and callouts that nobody would see there.
func (k *checker) exerciseTexts(e *Assignment) {
	file := e.Head().File
	check := func(markdown string, at func(line int) int) {
		blocks, slips := parse(markdown, e.bodyLine)
		for _, b := range blocks {
			if b.Kind == Callout && b.Hidden() {
				k.say(file, at(b.Line), calloutInExercise(b.Label), textCalloutInExerciseRemedy)
			}
			b.Walk(func(b *Block) { k.exerciseBlock(file, at(b.Line), b) })
		}
		for _, s := range slips {
			k.say(file, at(s.line), s.what, s.remedy)
		}
	}
	check(e.Head().Body, func(line int) int { return line })
	if t, ok := e.Definition.(kind.Texter); ok {
		for _, text := range t.Texts() {
			check(text.Markdown, func(int) int { return text.Line })
		}
	}
}

func (k *checker) exerciseBlock(file string, line int, b *Block) {
	k.callout(file, line, b)
	switch b.Kind {
	case Action:
		k.target(file, line, SchemeAction+":"+b.Target)
	case Table:
		k.table(file, line, b)
	}
	for _, target := range b.Links() {
		k.target(file, line, target)
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
	if lines := slideLines(b.Children, SlideCells); lines > SlideLines {
		k.advise(file, b.Line, longSlide(lines), textLongSlideRemedy)
	}
}

// slideLines counts the lines that blocks take on a slide of some cells.
func slideLines(blocks []*Block, cells int) int {
	lines := 0
	for _, b := range blocks {
		switch {
		case len(b.Items) > 0:
			for _, item := range b.Items {
				lines += slideLines(item.Children, cells-SlideMarker)
			}
		case len(b.Children) > 0:
			lines += slideLines(b.Children, cells)
		default:
			lines += len(plain.Ruler{}.Wrap(b.Plain(), cells))
		}
	}
	return lines
}

// table advises on a table that is wider than a page.
func (k *checker) table(file string, line int, b *Block) {
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
		k.advise(file, line, wideTable(total, tableCells), textWideTableRemedy)
	}
}
