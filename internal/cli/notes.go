package cli

import (
	"fmt"
	"path"
	"slices"

	"github.com/spf13/cobra"

	"werkboek/internal/course"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
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
			Use: textRestoreUse, Short: textRestoreShort, Long: textRestoreLong, Args: between(1, 2),
			ValidArgsFunction: offer(a, exerciseNames),
			RunE:              func(_ *cobra.Command, args []string) error { return a.restore(args) },
		},
		&cobra.Command{
			Use: textPathUse, Short: textPathShort, Args: atMost(0),
			RunE: func(*cobra.Command, []string) error { return a.notesPath() },
		},
		a.wipeCommand(),
	)
	return cmd
}

// folder opens the folder of the notes, for reading.
func (a *app) folder() (*notes.Folder, string, error) {
	c, err := a.load()
	if err != nil {
		return nil, "", err
	}
	return a.folderOf(c)
}

func (a *app) folderOf(c *course.Course) (*notes.Folder, string, error) {
	dir := a.notesDir(c.Module().ID)
	f, err := notes.OpenFolder(dir, c.Module().ID, notes.OS(), rescueDirs()...)
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
	copies, err := f.Copies()
	if err != nil {
		a.say(plain.Line(notAllSeen(notes.Reason(err))))
	}
	list = withoutCopies(list, copies)
	name, title := 0, 0
	for _, n := range list {
		name, title = max(name, len(n.Ref.String())), max(title, (plain.Ruler{}).Width(plain.Line(n.Title)))
	}
	for _, n := range list {
		fmt.Fprintln(a.out, noteLine(n, name, title, apart(copies, n.Ref)))
	}
	return nil
}

// apart counts the copies of a note of which somebody has yet to choose.
func apart(copies []notes.Copy, ref notes.Ref) int {
	n := 0
	for _, c := range notes.CopiesOf(copies, ref) {
		if c.Apart() {
			n++
		}
	}
	return n
}

// withoutCopies leaves the copies that lie among the notes out, where their note is
// there too.
func withoutCopies(list []notes.Listed, copies []notes.Copy) []notes.Listed {
	isCopy, has := map[string]bool{}, map[string]bool{}
	for _, c := range copies {
		isCopy[c.Name] = c.Origin == notes.Synced
	}
	for _, n := range list {
		has[n.Ref.String()] = has[n.Ref.String()] || !isCopy[n.File]
	}
	return slices.DeleteFunc(list, func(n notes.Listed) bool { return isCopy[n.File] && has[n.Ref.String()] })
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
		a.say(plain.Line(leftOut(n.File, notes.Reason(n.Err), dir)))
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
	n, ok := called(f, list, name)
	if !ok {
		a.tellLeft(left, dir)
		return usageError{noNote(name, dir)}
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

// called gives the note, or the very file, of that name. A copy that lies beside its
// note is never taken for it.
func called(f *notes.Folder, list []notes.Listed, name string) (notes.Listed, bool) {
	for _, n := range list {
		if !n.Foreign && path.Base(n.File) == name {
			return n, true
		}
	}
	copies, _ := f.Copies() // what cannot be looked into is no note either
	for _, n := range withoutCopies(list, copies) {
		if !n.Foreign && n.Ref.String() == name {
			return n, true
		}
	}
	return notes.Listed{}, false
}
