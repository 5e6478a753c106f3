package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
	"werkboek/internal/typeset"
)

// The widths of a printed chapter, in cells.
const (
	printWidth = 72
	leastWidth = 20
	mostWidth  = 400
)

// readCommand prints a chapter.
func (a *app) readCommand() *cobra.Command {
	width := printWidth
	cmd := &cobra.Command{
		Use: textReadUse, Short: textReadShort,
		Args:              exactly(1),
		ValidArgsFunction: offer(a, chapterNames),
		RunE: func(_ *cobra.Command, args []string) error {
			if width < leastWidth || width > mostWidth {
				return usageError{badWidth(width, leastWidth, mostWidth)}
			}
			c, err := a.load()
			if err != nil {
				return err
			}
			n, err := chapterOf(c, args[0])
			if err != nil {
				return err
			}
			return a.print(c, c.Chapter(*n), width)
		},
	}
	cmd.Flags().IntVar(&width, flagWidth, printWidth, textFlagWidth)
	return cmd
}

// print sets a chapter and writes it; without any escape sequence when piped.
func (a *app) print(c *course.Course, ch *course.Chapter, width int) error {
	w := printer{
		course: c, chapter: ch.Number, width: width, styled: terminal(a.out),
		set: typeset.New(theme.New(theme.Plain()), plain.Ruler{}),
	}
	for _, l := range w.set.Text(fmt.Sprintf("%d  %s", ch.Number, ch.Title), width) {
		w.line(l)
	}
	for _, s := range ch.Sections() {
		for _, b := range s.Blocks() {
			w.block(b)
		}
	}
	if _, err := io.WriteString(a.out, w.String()); err != nil {
		return fmt.Errorf("print chapter %d: %w", ch.Number, err)
	}
	return nil
}

// printer writes a chapter from beginning to end.
type printer struct {
	strings.Builder
	course  *course.Course
	chapter int // its number
	set     *typeset.Setter
	width   int
	styled  bool
}

func (w *printer) line(text string) {
	if !w.styled {
		text = ansi.Strip(text)
	}
	w.WriteString(strings.TrimRight(text, " ") + "\n")
}

func (w *printer) block(b *course.Block) {
	if b.Hidden() {
		return
	}
	w.line("")
	switch b.Kind {
	case course.Heading:
		if b.Level == 2 {
			w.line("")
		}
	case course.Callout:
		for _, v := range append([]*course.Block{b}, b.Variants...) {
			if v != b {
				w.line("")
			}
			for _, l := range w.set.Text(calloutHead(v.Label, v.Fields), w.width) {
				w.line(l)
			}
			w.blockLines(v)
		}
		return
	case course.Exercise:
		if e := w.course.Exercise(b.Target); e != nil {
			h := e.Head()
			for _, l := range w.set.Text(exerciseLine(h.Title, h.Minutes, h.Form), w.width) {
				w.line(l)
			}
			w.line(exerciseCall(fullName(h, w.chapter)))
		}
		return
	case course.Action:
		for _, l := range w.set.Text(actionLine(b.Text.Plain()), w.width) {
			w.line(l)
		}
		return
	}
	w.blockLines(b)
}

// fullName is what the command calls an exercise: with the chapter's number where it
// stands in several.
func fullName(h kind.Head, chapter int) string {
	if h.Several() {
		return fmt.Sprintf("%d/%s", chapter, h.ID)
	}
	return h.ID
}

func (w *printer) blockLines(b *course.Block) {
	for _, l := range w.set.Block(b, w.width).Lines {
		w.line(l)
	}
}
