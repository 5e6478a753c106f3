package cli

import (
	"fmt"
	"path"
	"strings"

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
		Args: atMost(0, textNotesUse),
		RunE: func(*cobra.Command, []string) error { return a.listNotes() },
	}
	cmd.AddCommand(
		&cobra.Command{
			Use: textListUse, Short: textListShort, Args: atMost(0, textListUse),
			RunE: func(*cobra.Command, []string) error { return a.listNotes() },
		},
		&cobra.Command{
			Use: textShowUse, Short: textShowShort, Args: exactly(1, textShowUse),
			ValidArgsFunction: a.completeExercises,
			RunE:              func(_ *cobra.Command, args []string) error { return a.showNote(args[0]) },
		},
		&cobra.Command{
			Use: textPathUse, Short: textPathShort, Args: atMost(0, textPathUse),
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

func (a *app) notesPath() error {
	c, err := a.load()
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, a.notesDir(c.Module().ID))
	return nil
}

func (a *app) listNotes() error {
	f, dir, err := a.folder()
	if err != nil {
		return err
	}
	list, err := f.List()
	if err != nil {
		return fmt.Errorf("list the notes in %s: %w", dir, err)
	}
	if len(list) == 0 {
		fmt.Fprintln(a.err, noNotes(dir))
		return nil
	}
	for _, n := range list {
		fmt.Fprintln(a.out, noteLine(n))
	}
	return nil
}

// showNote prints a note: its exact bytes when piped, made safe on a terminal.
func (a *app) showNote(name string) error {
	f, dir, err := a.folder()
	if err != nil {
		return err
	}
	list, err := f.List()
	if err != nil {
		return fmt.Errorf("list the notes in %s: %w", dir, err)
	}
	for _, n := range list {
		if n.Foreign || n.Ref.String() != name && path.Base(n.File) != name {
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
	return usageError{noNote(name, dir)}
}

// checkCommand checks a course pack.
func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: textCheckUse, Short: textCheckShort,
		Args: atMost(1, textCheckUse),
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
	fmt.Fprintln(a.err, checkedText(n, len(problems)-n))
	if n > 0 {
		return quiet{exitWrong}
	}
	return nil
}

// completionCommand prints the completion script of a shell.
func (a *app) completionCommand() *cobra.Command {
	shells := map[string]func(*cobra.Command) error{
		"bash":       func(r *cobra.Command) error { return r.GenBashCompletionV2(a.out, true) },
		"zsh":        func(r *cobra.Command) error { return r.GenZshCompletion(a.out) },
		"fish":       func(r *cobra.Command) error { return r.GenFishCompletion(a.out, true) },
		"powershell": func(r *cobra.Command) error { return r.GenPowerShellCompletionWithDesc(a.out) },
	}
	names := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use: textCompletionUse, Short: textCompletionShort, Long: textCompletionLong,
		Args:      exactly(1, textCompletionUse),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			generate, ok := shells[args[0]]
			if !ok {
				return usageError{noShell(args[0], strings.Join(names, ", "))}
			}
			return generate(cmd.Root())
		},
	}
}

// completeChapters offers the chapters by number.
func (a *app) completeChapters(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	p, err := a.pack()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	c, _ := course.Open(p, all.Kinds())
	var list []string
	for _, ch := range c.Chapters() {
		list = append(list, fmt.Sprintf("%d\t%s", ch.Number, ch.Title))
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}

// completeExercises offers the exercises by id.
func (a *app) completeExercises(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	p, err := a.pack()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	c, _ := course.Open(p, all.Kinds())
	var list []string
	for _, e := range c.Exercises() {
		list = append(list, e.Head().ID+"\t"+e.Head().Title)
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}
