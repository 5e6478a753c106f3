package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"werkboek/internal/course"
	"werkboek/internal/export"
	"werkboek/internal/kind"
	"werkboek/internal/kind/all"
	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/mindmap/format"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/workbook"
)

const (
	flagFormat = "formaat"
	flagTo     = "naar"
	// saveLimit is how long a disk may take to save.
	saveLimit = 10 * time.Second
)

// mindmapCommand takes a mind map to other programs and back. It stands in no list
// until reveal sees a mind map in the course.
func (a *app) mindmapCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: textMindmapUse, Short: textMindmapShort, Hidden: true,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.exportMapCommand(), a.importMapCommand())
	return cmd
}

func (a *app) exportMapCommand() *cobra.Command {
	var as, to string
	cmd := &cobra.Command{
		Use: textExportUse, Short: textExportShort, Long: textExportLong,
		Args:              atMost(1),
		ValidArgsFunction: offer(a, mapNames),
		RunE:              func(_ *cobra.Command, args []string) error { return a.exportMap(first(args), as, to) },
	}
	cmd.Flags().StringVar(&as, flagFormat, "", textFlagFormat)
	cmd.Flags().StringVar(&to, flagTo, "", textFlagTo)
	_ = cmd.RegisterFlagCompletionFunc(flagFormat, cobra.FixedCompletions(formats(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (a *app) importMapCommand() *cobra.Command {
	return &cobra.Command{
		Use: textImportUse, Short: textImportShort, Long: textImportLong,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return exactly(1)(cmd, args)
			}
			return atMost(2)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return a.importMap(first(args[:len(args)-1]), args[len(args)-1])
		},
	}
}

// reveal shows the command in the lists when the course has a mind map.
func (a *app) reveal(root *cobra.Command) {
	p, err := a.pack()
	if err != nil {
		return
	}
	c, _ := course.Open(p, all.Kinds())
	for _, cmd := range root.Commands() {
		if cmd.Name() == textMindmapUse {
			cmd.Hidden = len(mapNames(c)) == 0
		}
	}
}

// chart is the mind map of a course, as one person has it.
type chart struct {
	book   *workbook.Book
	desk   *notes.Desk
	ref    notes.Ref
	writer export.Writer
}

// mapNames lists the exercises with a mind map, as completion shows them.
func mapNames(c *course.Course) []string {
	book := workbook.New(c, nil)
	var list []string
	for _, e := range c.Exercises() {
		for _, n := range e.Head().Chapters {
			if _, ok := book.Answer(book.Ref(e, n)).(mindmap.Answer); ok {
				list = append(list, fullName(e.Head(), n)+"\t"+e.Head().Title)
				if !e.Head().Several() {
					break
				}
			}
		}
	}
	return list
}

// chart finds the mind map that is named, or the only one.
func (a *app) chart(name string) (chart, error) {
	c, err := a.load()
	if err != nil {
		return chart{}, err
	}
	list := mapNames(c)
	told := "  " + strings.ReplaceAll(strings.Join(list, "\n  "), "\t", "  ")
	known := func(l string) bool { return strings.HasPrefix(l, name+"\t") }
	switch {
	case len(list) == 0:
		return chart{}, usageError{textNoMap}
	case name == "" && len(list) > 1:
		return chart{}, usageError{whichMap(told)}
	case name == "":
		name, _, _ = strings.Cut(list[0], "\t")
	case !slices.ContainsFunc(list, known):
		return chart{}, usageError{noMap(name, told)}
	}
	chapter, id, err := exerciseOf(c, name)
	if err != nil {
		return chart{}, err
	}
	f, _, err := a.folderOf(c)
	if err != nil {
		return chart{}, err
	}
	desk := notes.NewDesk(f, notes.Options{})
	book := workbook.New(c, desk)
	return chart{book, desk, book.Ref(c.Exercise(id), *chapter), a.writer(c)}, nil
}

// answer gives what is in hand of the map; chart made sure that it is one.
func (c chart) answer() mindmap.Answer { return c.book.Answer(c.ref).(mindmap.Answer) }

// formats lists the formats that can be written.
func formats() []string {
	var list []string
	for _, f := range format.Formats() {
		list = append(list, string(f))
	}
	return list
}

// formatFor gives the format that is asked for, or that a file's name asks for.
func formatFor(as, to string) (format.Format, error) {
	if as == "" {
		as = strings.TrimPrefix(strings.ToLower(filepath.Ext(to)), ".")
	}
	if !slices.Contains(formats(), as) {
		return "", usageError{noFormat(as, strings.Join(formats(), ", "))}
	}
	return format.Format(as), nil
}

// exportMap writes the map to a new file, or to the output.
func (a *app) exportMap(name, as, to string) error {
	c, err := a.chart(name)
	if err != nil {
		return err
	}
	f, err := formatFor(as, to)
	if err != nil {
		return err
	}
	found := c.book.Reader(c.ref)()
	switch {
	case found.Err != nil:
		return fmt.Errorf("read the mind map: %w", found.Err)
	case found.Opened.Notice != "":
		return failure{textMapBroken + found.Opened.Notice}
	}
	if _, err := c.writer.Place(filepath.Dir(to)); to != "" && err != nil {
		return failure{notWritten(to, export.Reason(err))}
	}
	c.book.Accept(found.Opened, false)
	if err = a.writeMap(c.answer().Map(), f, to); err == nil {
		a.tellOfExport(c.answer(), f)
	}
	return err
}

func (a *app) writeMap(m tree.Map, f format.Format, to string) error {
	data := format.Encode(f, m)
	if to == "" {
		return a.printMap(data)
	}
	if err := writeNew(to, data); err != nil {
		return err
	}
	fmt.Fprintln(a.out, plain.Line(written(to, m.Core.Size()-1)))
	return nil
}

// tellOfExport tells what to know before giving the file away.
func (a *app) tellOfExport(of mindmap.Answer, f format.Format) {
	if of.Own() == kind.Untouched {
		a.say(textMapIsEmpty)
	}
	if label, ok := of.Personal(); ok {
		fmt.Fprintf(a.err, textGoes, plain.Line(label))
	}
	if left := format.Dropped(f, of.Map()); left != "" {
		a.say(left)
	}
}

// printMap prints a map: its exact bytes when piped, made safe on a terminal.
func (a *app) printMap(data []byte) error {
	if terminal(a.out) {
		data = []byte(plain.Safe(string(data)))
	}
	if _, err := a.out.Write(data); err != nil {
		return fmt.Errorf("print the mind map: %w", err)
	}
	return nil
}

// writeNew writes a file that is not there yet, for its owner only; whole or not at
// all.
func writeNew(file string, data []byte) error {
	out, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return failure{fileExists(file)}
	}
	if err != nil {
		return failure{notWritten(file, notes.Reason(err))}
	}
	_, err = out.Write(data)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		_ = os.Remove(file) // half a map is worse than none
		return failure{notWritten(file, notes.Reason(err))}
	}
	return nil
}

// importMap takes a map from a file.
func (a *app) importMap(name, file string) error {
	c, err := a.chart(name)
	if err != nil {
		return err
	}
	m, err := readMap(file)
	if err != nil {
		return err
	}
	begin := c.answer().Map() // of an answer that nobody gave yet
	found := c.book.Opener(c.ref)()
	switch {
	case found.Err != nil:
		return fmt.Errorf("open the mind map: %w", found.Err)
	case found.Opened.Locked:
		return failure{textMapLocked}
	case found.Opened.Notice != "":
		return failure{textMapBroken + found.Opened.Notice}
	}
	c.book.Accept(found.Opened, true)
	was := c.answer()
	said := c.join(begin, m, file)
	if err := c.desk.Flush(saveLimit); err != nil {
		return failure{notKept(file, notes.Reason(err))}
	}
	fmt.Fprintln(a.out, plain.Line(said))
	if label := c.answer().Map().Core.Label; label != was.Map().Core.Label {
		fmt.Fprintf(a.out, textCoreIs, plain.Line(label))
	}
	if word := was.Definition().Identity.Word; tellsOf(m, word) {
		fmt.Fprintf(a.out, textCame, plain.Line(word))
	}
	return nil
}

// join puts a map from a file in the answer; begin is the map that nobody touched yet.
func (c chart) join(begin, m tree.Map, file string) string {
	answer := c.answer()
	if format.Untouched(answer.Map(), begin) {
		answer = answer.WithCore(m.Core.Label)
	}
	joined, said := format.Join(answer.Map(), begin, m, file)
	c.book.Replace(c.ref, answer.WithMap(joined))
	return said
}

// tellsOf tells whether a main branch has a label, and more than that.
func tellsOf(m tree.Map, label string) bool {
	return label != "" && slices.ContainsFunc(m.Core.Nodes, func(n *tree.Node) bool {
		return n.Label == label && (n.Size() > 1 || n.Remark != "")
	})
}

// readMap reads a map from a file.
func readMap(file string) (tree.Map, error) {
	info, err := os.Stat(file)
	if err == nil && !info.Mode().IsRegular() {
		err = notes.ErrNoFile
	}
	var data []byte
	if err == nil {
		data, err = readUpTo(file, format.MaxBytes+1)
	}
	if err != nil {
		return tree.Map{}, failure{fileUnread(file, unread(err))}
	}
	m, err := format.Decode(format.Of(file, data), data)
	if err == nil && m.Core.Size() == 1 && strings.TrimSpace(m.Core.Label) == "" {
		err = format.ErrNoMap
	}
	if err != nil {
		return tree.Map{}, failure{format.Refusal(file, err)}
	}
	return m, nil
}

func readUpTo(file string, limit int64) ([]byte, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }()
	return io.ReadAll(io.LimitReader(in, limit))
}

func unread(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return textNotThere
	}
	return notes.Reason(err)
}
