package cli

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"werkboek/internal/course"
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
	course *course.Course
	book   *workbook.Book
	found  workbook.Inventory
	place  func() error // takes away where somebody read
}

// erasable is something that can be wiped.
type erasable struct {
	name  string // what one types for it
	title string
	refs  []notes.Ref
	has   workbook.Remains
	whole bool
}

func (a *app) eraser() (eraser, error) {
	c, err := a.load()
	if err != nil {
		return eraser{}, err
	}
	dir := a.notesDir(c.Module().ID)
	f, err := notes.OpenFolder(dir, c.Module().ID, notes.OS(), rescueDirs()...)
	if err != nil {
		return eraser{}, fmt.Errorf("open the notes in %s: %w", dir, err)
	}
	e := eraser{course: c, book: workbook.New(c, notes.NewDesk(f, notes.Options{}))}
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
		fmt.Fprintln(a.err, wipeUncounted(notes.Reason(e.found.Err)))
	}
	if name == "" {
		fmt.Fprintln(a.out, e.choices())
		return nil
	}
	what, known := e.named(name)
	switch {
	case !known:
		return usageError{noWipe(name, e.choices())}
	case len(what.refs) == 0 && !what.whole:
		fmt.Fprintln(a.out, plain.Line(wipeNone(what.title)))
		return nil
	case !yes && !a.asks():
		return usageError{textWipeUnasked}
	}
	fmt.Fprintln(a.out, plain.Safe(wipeGoes(what.title, what.has, what.whole)))
	if !yes && !a.agrees() {
		fmt.Fprintln(a.out, textWipeLeft)
		return nil
	}
	wiped := e.wipe(what)
	if !wiped.Done() {
		return failure{strings.Join(wiped.ToldLeft(), "\n")}
	}
	done := textErased
	if !what.whole {
		done = wipeDone(what.title)
	}
	fmt.Fprintln(a.out, plain.Line(done))
	return nil
}

func (e eraser) wipe(what erasable) workbook.Wiped {
	if what.whole {
		return e.book.WiperOfAll(e.place)()
	}
	return e.book.Wiper(what.refs...)()
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

// all lists what can be wiped: everything, and each chapter with its notes.
func (e eraser) all() []erasable {
	list := []erasable{{name: wipeAll, title: textWipeWhole, has: e.found.All(), whole: true}}
	for _, ch := range e.course.Chapters() {
		kept, sum := e.found.Of(func(ref notes.Ref) bool { return ref.Chapter == ch.Number })
		chapter := erasable{name: strconv.Itoa(ch.Number), title: wipeChapter(ch.Number, ch.Title), has: sum}
		var inner []erasable
		for _, k := range kept {
			chapter.refs = append(chapter.refs, k.Ref)
			inner = append(inner, erasable{name: k.Ref.String(), title: k.Title, refs: []notes.Ref{k.Ref}, has: k.Remains})
		}
		list = append(append(list, chapter), inner...)
	}
	return list
}

// named finds what somebody typed. Of what the course has, and in which nothing is
// written, there are no refs.
func (e eraser) named(name string) (erasable, bool) {
	for _, what := range e.all() {
		if what.name == name {
			return what, true
		}
	}
	for _, ref := range e.book.Refs() {
		if ref.String() == name {
			return erasable{name: name, title: name}, true
		}
	}
	return erasable{}, false
}

// choices says what can be wiped, and what to type for it.
func (e eraser) choices() string {
	if e.found.All().Empty() {
		return textWipeNothing
	}
	var list []erasable
	width := 0
	for _, what := range e.all() {
		if what.whole || len(what.refs) > 0 {
			list = append(list, what)
			width = max(width, len(what.name))
		}
	}
	var lines []string
	for _, what := range list {
		lines = append(lines, plain.Safe(wipeChoice(what.name, width, plain.Line(what.title), what.has)))
	}
	return wipeChoices(strings.Join(lines, "\n"))
}
