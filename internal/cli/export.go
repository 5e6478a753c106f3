package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"werkboek/internal/course"
	"werkboek/internal/export"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/workbook"
)

const (
	flagBlank   = "leeg"
	flagWith    = "met"
	flagWithout = "zonder"
	flagAll     = "alles"
)

// taking is what somebody asks to take along.
type taking struct {
	to            string
	blank, all    bool
	with, without []string
}

// takeCommand takes along what somebody wrote, or the empty workbook.
func (a *app) takeCommand() *cobra.Command {
	var t taking
	cmd := &cobra.Command{
		Use: textTakeUse, Short: textTakeShort, Long: textTakeLong,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error { return a.take(t) },
	}
	flags := cmd.Flags()
	flags.StringVar(&t.to, flagTo, "", textFlagFolder)
	flags.BoolVar(&t.blank, flagBlank, false, textFlagBlank)
	flags.BoolVar(&t.all, flagAll, false, textFlagAll)
	flags.StringSliceVar(&t.with, flagWith, nil, textFlagWith)
	flags.StringSliceVar(&t.without, flagWithout, nil, textFlagWithout)
	return cmd
}

func (a *app) take(t taking) error {
	if t.blank && (t.all || len(t.with)+len(t.without) > 0) {
		return usageError{textBlankAlone}
	}
	c, err := a.load()
	if err != nil {
		return err
	}
	if t.blank {
		return a.takeBlank(c, t.to)
	}
	book, err := a.readBook(c)
	if err != nil {
		return err
	}
	parts, err := t.choose(export.Parts(book))
	switch {
	case err != nil:
		return err
	case len(parts) == 0 && t.to == "":
		a.say(nothingWritten(a.notesDir(c.Module().ID)))
		return nil
	case len(parts) == 0:
		return failure{nothingWritten(a.notesDir(c.Module().ID))}
	case t.to == "":
		a.preview(parts)
		return nil
	case !slices.ContainsFunc(parts, func(p export.Part) bool { return p.On }):
		return failure{textNothingOn}
	}
	return a.takeParts(c, parts, t.to)
}

// readBook reads every note; one that cannot be read is told, and left out.
func (a *app) readBook(c *course.Course) (*workbook.Book, error) {
	f, err := notes.OpenFolder(a.notesDir(c.Module().ID), c.Module().ID, notes.OS())
	if err != nil {
		return nil, fmt.Errorf("open the notes: %w", err)
	}
	book := workbook.New(c, notes.NewDesk(f, notes.Options{}))
	for _, ref := range book.Refs() {
		found := book.Reader(ref)()
		switch {
		case found.Err != nil:
			a.say(notTaken(ref.String(), notes.Reason(found.Err)))
		case found.Opened.Notice != "":
			a.say(notTaken(ref.String(), textNoNoteText))
		default:
			book.Accept(found.Opened, false)
		}
	}
	return book, nil
}

// choose puts parts on and off, as asked.
func (t taking) choose(parts []export.Part) ([]export.Part, error) {
	for _, name := range slices.Concat(t.with, t.without) {
		if !slices.ContainsFunc(parts, func(p export.Part) bool { return p.Name == name }) {
			return nil, usageError{noPart(name, parts)}
		}
		if slices.Contains(t.with, name) && slices.Contains(t.without, name) {
			return nil, usageError{bothWays(name)}
		}
	}
	for i, p := range parts {
		on := p.On || t.all || slices.Contains(t.with, p.Name)
		parts[i].On = on && !slices.Contains(t.without, p.Name)
	}
	return parts, nil
}

// preview prints what would go along, and says how to go on.
func (a *app) preview(parts []export.Part) {
	name, count := 0, 0
	for _, p := range parts {
		name, count = max(name, len(p.Name)), max(count, len(fmt.Sprint(p.Words)))
	}
	for _, p := range parts {
		fmt.Fprintln(a.out, partLine(p, name, count))
	}
	a.say(textGoOn)
}

func (a *app) writer(c *course.Course) export.Writer {
	return export.Writer{Disk: notes.OS(), Notes: a.notesDir(c.Module().ID)}
}

func (a *app) takeParts(c *course.Course, parts []export.Part, to string) error {
	today := time.Now()
	path, err := a.writer(c).Write(to, export.FileName(today), []byte(export.Document(c, parts, today)))
	if err != nil {
		return failure{notWrittenTo(to, export.Reason(err))}
	}
	var on, off, private []string
	words := 0
	for _, p := range parts {
		if !p.On {
			off = append(off, p.Name)
			continue
		}
		on = append(on, p.Name)
		words += p.Words
		if p.Private {
			private = append(private, p.Title)
		}
	}
	fmt.Fprintln(a.out, plain.Line(taken(path, on, words)))
	if len(off) > 0 {
		fmt.Fprintln(a.out, leftBehind(off))
	}
	if len(private) > 0 {
		a.say(privateGoes(private))
	}
	return nil
}

// takeBlank writes the empty workbook, or prints it: it opens no notes.
func (a *app) takeBlank(c *course.Course, to string) error {
	doc := export.Blank(c)
	if to == "" {
		if _, err := fmt.Fprint(a.out, plain.Safe(doc)); err != nil {
			return fmt.Errorf("print the empty workbook: %w", err)
		}
		return nil
	}
	path, err := a.writer(c).Write(to, export.BlankFile, []byte(doc))
	if err != nil {
		return failure{notWrittenTo(to, export.Reason(err))}
	}
	fmt.Fprintln(a.out, plain.Line(blankTaken(path)))
	return nil
}

// documentsDir is where what one takes along is put, unless somebody says otherwise.
func documentsDir() string {
	if dir := strings.TrimSpace(xdg.UserDirs.Documents); dir != "" {
		return dir
	}
	return xdg.Home
}
