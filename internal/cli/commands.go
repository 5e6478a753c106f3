package cli

import (
	"fmt"
	"path"

	"github.com/spf13/cobra"

	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/problem"
)

// notesCommand shows the notes without opening the workbook.
func (a *app) notesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: textNotesUse, Short: textNotesShort,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error { return a.listNotes() },
	}
	cmd.AddCommand(
		&cobra.Command{
			Use: textListUse, Short: textListShort, Args: atMost(0),
			RunE: func(*cobra.Command, []string) error { return a.listNotes() },
		},
		&cobra.Command{
			Use: textShowUse, Short: textShowShort, Args: exactly(1),
			ValidArgsFunction: offer(a, exerciseNames),
			RunE:              func(_ *cobra.Command, args []string) error { return a.showNote(args[0]) },
		},
		&cobra.Command{
			Use: textPathUse, Short: textPathShort, Args: atMost(0),
			RunE: func(*cobra.Command, []string) error { return a.notesPath() },
		},
	)
	return cmd
}

// folder opens the folder of the notes, for reading.
func (a *app) folder() (*notes.Folder, string, error) {
	c, err := a.load()
	if err != nil {
		return nil, "", err
	}
	dir := a.notesDir(c.Module().ID)
	f, err := notes.OpenFolder(dir, c.Module().ID, notes.OS())
	if err != nil {
		return nil, dir, fmt.Errorf("open the notes in %s: %w", dir, err)
	}
	return f, dir, nil
}

// notesPath prints where the notes are: exactly when piped, made safe on a terminal.
func (a *app) notesPath() error {
	c, err := a.load()
	if err != nil {
		return err
	}
	dir := a.notesDir(c.Module().ID)
	if terminal(a.out) {
		dir = plain.Safe(dir)
	}
	fmt.Fprintln(a.out, dir)
	return nil
}

func (a *app) listNotes() error {
	f, dir, err := a.folder()
	if err != nil {
		return err
	}
	list, left, err := notesIn(f, dir)
	if err != nil {
		return err
	}
	if len(list)+len(left) == 0 {
		a.say(noNotes(dir))
	}
	a.tellLeft(left, dir)
	name, title := 0, 0
	for _, n := range list {
		name, title = max(name, len(n.Ref.String())), max(title, (plain.Ruler{}).Width(plain.Line(n.Title)))
	}
	for _, n := range list {
		fmt.Fprintln(a.out, noteLine(n, name, title))
	}
	return nil
}

// notesIn lists the notes in a folder, and the files that cannot be read as one.
func notesIn(f *notes.Folder, dir string) (list, left []notes.Listed, err error) {
	all, err := f.List()
	if err != nil {
		return nil, nil, fmt.Errorf("list the notes in %s: %w", dir, err)
	}
	for _, n := range all {
		if n.Err != nil {
			left = append(left, n)
		} else {
			list = append(list, n)
		}
	}
	return list, left, nil
}

// tellLeft tells which files were left out, and why.
func (a *app) tellLeft(left []notes.Listed, dir string) {
	for _, n := range left {
		fmt.Fprintln(a.err, plain.Line(leftOut(n.File, notes.Reason(n.Err), dir)))
	}
}

// showNote prints a note: its exact bytes when piped, made safe on a terminal.
func (a *app) showNote(name string) error {
	f, dir, err := a.folder()
	if err != nil {
		return err
	}
	list, left, err := notesIn(f, dir)
	if err != nil {
		return err
	}
	for _, n := range list {
		if n.Err != nil || n.Foreign || n.Ref.String() != name && path.Base(n.File) != name {
			continue
		}
		data, err := f.Bytes(n)
		if err != nil {
			return fmt.Errorf("read %s: %w", n.File, err)
		}
		if terminal(a.out) {
			data = []byte(plain.Safe(string(data)))
		}
		if _, err := a.out.Write(data); err != nil {
			return fmt.Errorf("print %s: %w", n.File, err)
		}
		return nil
	}
	a.tellLeft(left, dir)
	return usageError{noNote(name, dir)}
}

// checkCommand checks a course pack.
func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: textCheckUse, Short: textCheckShort,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				a.course = args[0]
			}
			return a.check()
		},
	}
}

func (a *app) check() error {
	p, err := a.pack()
	if err != nil {
		return err
	}
	c, problems := course.Open(p, all.Kinds())
	problems = append(problems, c.Check()...)
	problem.Sort(problems)
	last := ""
	for _, p := range problems {
		if line := plain.Line(p.String()); line != last {
			fmt.Fprintln(a.out, line)
			last = line
		}
	}
	n := problem.Mistakes(problems)
	a.say(checkedText(n, len(problems)-n))
	if n > 0 {
		return quiet{exitWrong}
	}
	return nil
}
