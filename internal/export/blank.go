package export

import (
	"cmp"
	"fmt"
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/plain"
)

// Blank makes the empty workbook of a whole course, for pen and paper. It knows the
// course only: nothing that anybody wrote.
func Blank(c *course.Course) string {
	w := &sheet{course: c}
	w.WriteString(blankOpening(heading(c.Module().Title)))
	for _, ch := range c.Chapters() {
		w.block("## " + numbered(ch.Number, heading(ch.Title)))
		if len(ch.Goals) > 0 {
			w.block(textGoals + "\n\n- " + strings.Join(safe(ch.Goals), "\n- "))
		}
		for _, ex := range standing(c, ch) {
			w.exercise(ex)
		}
	}
	return w.String()
}

// sheet is the paper that is being filled.
type sheet struct {
	strings.Builder
	course *course.Course
	home   string // id of the exercise that is being written
}

// block adds a piece of Markdown, apart from what stands above it.
func (w *sheet) block(text string) {
	if text = strings.Trim(text, "\n"); text != "" {
		w.WriteString("\n" + text + "\n")
	}
}

func (w *sheet) exercise(ex *course.Assignment) {
	head := ex.Head()
	w.home = head.ID
	w.block("### " + heading(head.Title))
	w.block(manner(head.Minutes, head.Form, head.When))
	w.block(markdown(ex.Intro()))
	w.parts(ex.Blank(), "####")
}

// parts writes parts of an exercise under headings of a level.
func (w *sheet) parts(parts []kind.Part, level string) {
	for _, p := range parts {
		switch p := p.(type) {
		case kind.Text:
			w.block(markdown(course.ParseBlocks(p.Markdown)))
		case kind.Ask:
			w.ask(p, level)
		case kind.Step:
			w.block(level + " " + heading(stepTitle(p)))
			w.parts(p.Parts, level+"#")
		case kind.Grid:
			w.block(grid(p))
		}
	}
}

// ask writes a question, what helps, and room for the answer.
func (w *sheet) ask(a kind.Ask, level string) {
	f := a.Field
	w.block(level + " " + heading(f.Ask))
	for _, line := range []string{kind.Where(f.When), kind.OnlyIf(f.If), f.Help, example(f.Example)} {
		if line = heading(line); line != "" {
			w.block(nested(line))
		}
	}
	for _, s := range f.Shows {
		if question := w.question(s.Place); question != "" {
			w.block(readAgain(question))
		}
	}
	w.block(w.room(f))
}

// The number of ruled lines that a field gets.
const (
	proseLines = 5
	fewLines   = 3 // where it may stay empty
	listLines  = 4
	longLine   = 100 // runes from which a line gets a second one
	mostCells  = 12  // numbers that stand in a row
)

// ruled is one line to write on.
var ruled = strings.Repeat("_", 64)

// lines gives so many lines to write on.
func lines(n int) string { return strings.TrimSuffix(strings.Repeat(ruled+"\n\n", n), "\n\n") }

// room gives what an answer is written on, by the sort of the field.
func (w *sheet) room(f kind.Field) string {
	switch f.Sort {
	case kind.Prose:
		if f.MayEmpty {
			return lines(fewLines)
		}
		return lines(proseLines)
	case kind.List:
		var items []string
		n := max(f.Min, listLines)
		if f.Max > 0 {
			n = min(n, f.Max)
		}
		for i := range n {
			items = append(items, fmt.Sprintf("%d. %s", i+1, ruled[:60]))
		}
		return strings.Join(items, "\n")
	case kind.Choice, kind.Ticks:
		return w.boxes(f)
	case kind.Number:
		return numbers(f)
	case kind.Date:
		return textDate
	}
	if f.Length > longLine {
		return lines(2)
	}
	return lines(1)
}

// question gives the question of a field, of the exercise itself where none is named; ""
// where it is the list of an instrument.
func (w *sheet) question(p kind.Place) string {
	p.Exercise = cmp.Or(p.Exercise, w.home)
	return heading(w.course.Question(p))
}

// boxes gives options to tick; those that are one's own words elsewhere are written.
func (w *sheet) boxes(f kind.Field) string {
	var boxes []string
	for _, option := range safe(f.Options) {
		boxes = append(boxes, "- [ ] "+nested(option))
	}
	if f.Own && len(boxes) > 0 {
		boxes = append(boxes, "- [ ] "+textOther+" "+ruled[:40])
	}
	parts := []string{strings.Join(boxes, "\n")}
	if !f.OptionsOf.IsZero() {
		if question := w.question(f.OptionsOf); question != "" {
			parts = append(parts, chooseFrom(question))
		}
		parts = append(parts, ruled)
	}
	return strings.Join(parts, "\n\n")
}

// numbers gives the numbers to choose from in a row, or a place for one.
func numbers(f kind.Field) string {
	words := ""
	if len(f.Ends) == 2 {
		words = ends(f.From, f.To, safe(f.Ends)) + "\n\n"
	}
	if f.To-f.From >= mostCells {
		return words + lines(1)
	}
	var cells []string
	for n := f.From; n <= f.To; n++ {
		cells = append(cells, fmt.Sprint(n))
	}
	return words + textCircle + " " + strings.Join(cells, "   ")
}

// blankCell is an empty cell of a table that one writes in.
const blankCell = "          "

func grid(g kind.Grid) string {
	row := func(cells []string) string { return "| " + strings.Join(cells, " | ") + " |\n" }
	head, rule := safe(g.Columns), make([]string, len(g.Columns))
	for i := range head {
		head[i], rule[i] = cell(head[i]), "---"
	}
	text := row(head) + row(rule)
	for _, name := range g.Rows {
		cells := []string{cell(plain.Line(name))}
		for range len(g.Columns) - 1 {
			cells = append(cells, blankCell)
		}
		if cells[0] == "" {
			cells[0] = blankCell
		}
		text += row(cells)
	}
	return text
}

// cell gives a text as it stands in a table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// safe gives texts on one line each, without what a terminal obeys.
func safe(texts []string) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = heading(t)
	}
	return list
}
