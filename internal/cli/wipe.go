package cli

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/progress"
	"werkboek/internal/workbook"
)

const flagYes = "ja"

// wipeCommand takes what was written off the disk for good.
func (a *app) wipeCommand() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use: textWipeUse, Short: textWipeShort, Long: textWipeLong,
		Args:              atMost(1),
		ValidArgsFunction: offer(a, exerciseNames),
		RunE:              func(_ *cobra.Command, args []string) error { return a.wipe(first(args), yes) },
	}
	cmd.Flags().BoolVar(&yes, flagYes, false, textFlagYes)
	return cmd
}

// eraser wipes what there is of a course.
type eraser struct {
	book  *workbook.Book
	found workbook.Inventory
	place func() error // takes away where somebody read
}

func (a *app) eraser() (eraser, error) {
	c, err := a.load()
	if err != nil {
		return eraser{}, err
	}
	f, dir, err := a.folderOf(c)
	if err != nil {
		return eraser{}, err
	}
	e := eraser{book: workbook.New(c, notes.NewDesk(f, notes.Options{}))}
	e.place = func() error { return progress.Remove(statePath(c.Module().ID, dir)) }
	e.found = e.book.Counter()()
	return e, nil
}

// wipe wipes what is named, once it is sure that somebody means it.
func (a *app) wipe(name string, yes bool) error {
	e, err := a.eraser()
	if err != nil {
		return err
	}
	if e.found.Err != nil {
		a.say(workbook.Uncounted(e.found.Err))
	}
	if name == "" {
		fmt.Fprintln(a.out, e.choices())
		return nil
	}
	what, known := e.named(name)
	switch {
	case !known:
		return usageError{noWipe(name, e.choices())}
	case len(what.Notes) == 0 && !what.Whole:
		fmt.Fprintln(a.out, plain.Line(wipeNone(what.Full)))
		return nil
	case !yes && !a.asks():
		return usageError{textWipeUnasked}
	}
	fmt.Fprintln(a.out, plain.Safe(wipeGoes(what.Full, what.Has, what.Whole)))
	if !yes && !a.agrees() {
		fmt.Fprintln(a.out, textWipeLeft)
		return nil
	}
	wiped := e.book.WiperOf(what, e.place)()
	if !wiped.Done() {
		return failure{strings.Join(wiped.ToldLeft(), "\n")}
	}
	done := textErased
	if !what.Whole {
		done = wipeDone(what.Full)
	}
	fmt.Fprintln(a.out, plain.Line(done))
	return nil
}

// asks tells whether there is somebody to ask.
func (a *app) asks() bool { return terminal(a.in) && terminal(a.out) }

// agrees asks whether to go on.
func (a *app) agrees() bool {
	fmt.Fprint(a.out, "\n"+textWipeAsk)
	answer, err := bufio.NewReader(a.in).ReadString('\n') // none is no
	if err != nil {
		fmt.Fprintln(a.err) // nobody pressed enter
	}
	return strings.EqualFold(strings.TrimSpace(answer), wipeYes)
}

// named finds what somebody typed. Of what the course has, and in which nothing is
// written, there are no refs.
func (e eraser) named(name string) (workbook.Target, bool) {
	for _, what := range e.book.Targets(e.found) {
		if what.Name == name {
			return what, true
		}
	}
	for _, ref := range e.book.Refs() {
		if ref.String() == name {
			return workbook.Target{Name: name, Full: name}, true
		}
	}
	return workbook.Target{}, false
}

// choices says what can be wiped, and what to type for it.
func (e eraser) choices() string {
	if e.found.All().Empty() {
		return textWipeNothing
	}
	var list []workbook.Target
	width := 0
	for _, what := range e.book.Targets(e.found) {
		if what.Whole || len(what.Notes) > 0 {
			list = append(list, what)
			width = max(width, len(what.Name))
		}
	}
	var lines []string
	for _, what := range list {
		lines = append(lines, plain.Safe(wipeChoice(what.Name, width, plain.Line(what.Title), what.Has)))
	}
	return wipeChoices(strings.Join(lines, "\n"))
}
