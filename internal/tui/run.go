package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
	"werkboek/internal/tui/rescue"
	"werkboek/internal/tui/screen"
	"werkboek/internal/workbook"
)

// Worker is the part of the desk that saves while the program runs.
type Worker interface {
	// Work saves until ctx ends, and tells what happened.
	Work(ctx context.Context, tell func(notes.Event))
}

// ErrLost is the end of a program that could not save everything. Its text
// names the emergency copies, where some could be written.
type ErrLost struct {
	Copies []string // paths of the emergency copies
	Err    error    // why it could not be saved
	Rescue error    // why some of it is in no copy either, nil when all is
}

// Error tells what was lost and where it can be found.
func (e ErrLost) Error() string {
	if len(e.Copies) == 0 {
		return fmt.Sprintf("not everything could be saved: %v", e.Err)
	}
	return fmt.Sprintf("not everything could be saved (copies in %q): %v", e.Copies, e.Err)
}

// Unwrap gives the reason.
func (e ErrLost) Unwrap() error { return e.Err }

// The limits of the last saves, so that no disk can hold up the way out.
const (
	flushLimit  = 2 * time.Second
	signalLimit = 800 * time.Millisecond
	rescueLimit = 5 * time.Second
	openLimit   = 3 * time.Second // for a note in which was typed before it was open
)

// Ending is what there is to say when the program was left.
type Ending int

// The endings.
const (
	Kept     Ending = iota // everything is saved
	Fleeting               // and what was for now only is gone
	Erased                 // the workbook was wiped, and nothing was written after that
)

// Run runs the program until it is left. Whatever way that happens, everything
// that was typed is saved before Run returns, save what was for now only.
func Run(ctx context.Context, deps Deps, worker Worker) (end Ending, err error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM, os.Interrupt)
	defer signal.Stop(signals) // the last thing: a second signal must not cut off the saving
	if deps.Desk == nil {
		r := newRoot(deps)
		defer briefly(signalLimit, r.keepLast)
		return Kept, show(ctx, r, nil, signals)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	r := newRoot(deps)
	defer briefly(signalLimit, r.keepLast) // after the words: it may be lost, and its disk may hang
	defer func() {
		if left := deps.Desk.Flush(flushLimit); left != nil {
			err = errors.Join(err, r.lost(left))
		}
	}()
	err = show(ctx, r, worker, signals)
	return r.ending(), err
}

func (r *root) ending() Ending {
	switch {
	case r.book.Fleeting():
		return Fleeting
	case r.erased && r.book.Blank():
		return Erased
	}
	return Kept
}

// show runs Bubble Tea with our own way of taking signals: words are saved
// outside the event loop, before anything is written to a terminal that may be
// gone.
func show(ctx context.Context, r *root, worker Worker, signals <-chan os.Signal) error {
	g := guard{root: r, crash: &crash{}}
	p := tea.NewProgram(g, tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFPS(frames()))
	g.crash.end = func() { go p.Kill() } // it waits for the loop in which the mistake was made
	work, stop := context.WithCancel(ctx)
	var ended sync.WaitGroup
	if worker != nil {
		ended.Go(func() { worker.Work(work, func(ev notes.Event) { p.Send(ev) }) })
	}
	go r.onSignal(work, signals, p)
	_, err := p.Run()
	stop()
	if worker != nil {
		briefly(signalLimit, ended.Wait) // a writer that hangs on a dead share must not hold the program
	}
	if what := g.crash.what.Load(); what != nil {
		return *what
	}
	if errors.Is(err, tea.ErrProgramPanic) { // in a place of Bubble Tea's own
		return Crashed{Kind: tea.ErrProgramPanic.Error()}
	}
	if errors.Is(err, tea.ErrProgramKilled) || errors.Is(err, tea.ErrInterrupted) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("run the workbook: %w", err)
	}
	return nil
}

// onSignal saves and stops when the system asks to, or the window is closed.
func (r *root) onSignal(ctx context.Context, signals <-chan os.Signal, p *tea.Program) {
	defer func() { _ = recover() }() // a failure here must not leave the terminal raw
	select {
	case <-ctx.Done():
		return
	case <-signals:
	}
	if r.deps.Desk != nil {
		_ = r.deps.Desk.Flush(signalLimit) // Run flushes again, and reports
	}
	time.AfterFunc(openLimit, p.Kill)
	p.Send(hungUp{})
}

// hungUp is that the system wants the program to stop: nobody is there to be asked
// anything.
type hungUp struct{}

// hangUp stops, once what was typed has a note to go to.
func (r *root) hangUp() tea.Cmd {
	r.hung = true
	if r.deps.Desk == nil || !r.awaits() {
		return tea.Quit
	}
	r.leaving = true
	return nil
}

// briefly does work, and waits for it no longer than a limit.
func briefly(limit time.Duration, work func()) {
	done := make(chan struct{})
	go func() { defer close(done); work() }()
	select {
	case <-done:
	case <-time.After(limit):
	}
}

// frames is the number of frames per second: fewer over a network.
func frames() int {
	if os.Getenv("SSH_TTY") != "" {
		return 30
	}
	return 120
}

// flushed is the answer to a last save.
type flushed struct{ err error }

// lost tells what could not be saved, and where it is instead.
func (r *root) lost(why error) ErrLost {
	if len(r.elsewhere) > 0 {
		return ErrLost{r.elsewhere, why, nil}
	}
	paths, failed := inTime(rescueLimit, r.deps.Desk.Emergency)
	return ErrLost{paths, why, failed}
}

// inTime gives what writing emergency copies gave, unless that takes too long: a share
// that is gone must not hold the program.
func inTime(limit time.Duration, write func(dirs ...string) ([]string, error)) ([]string, error) {
	type outcome struct {
		paths []string
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- outcome{nil, fmt.Errorf("emergency copies: %v", r)}
			}
		}()
		paths, err := write()
		done <- outcome{paths, err}
	}()
	select {
	case o := <-done:
		return o.paths, o.err
	case <-time.After(limit):
		return nil, os.ErrDeadlineExceeded
	}
}

// quit saves everything and stops. Where something cannot be saved it asks
// first; asked again, it stops and leaves an emergency copy.
func (r *root) quit() tea.Cmd {
	if r.deps.Desk == nil || r.asking() || r.hung {
		return tea.Quit
	}
	switch {
	case r.book.Wiping(): // or some of it would stay
		r.leaving, r.said = true, textStillWiping
		return nil
	case r.awaits() && !r.leaving: // or it would be in no file; asked again, it stops
		r.leaving, r.said = true, textStillOpening
		return nil
	}
	desk := r.deps.Desk
	return func() tea.Msg { return flushed{desk.Flush(flushLimit)} }
}

func (r *root) onFlushed(msg flushed) tea.Cmd {
	if msg.err == nil || r.asking() {
		return tea.Quit
	}
	r.troubled()
	r.covered = false // the question holds no words
	return r.push(rescue.New(r.env, rescue.Deps{
		State:   r.deps.Desk.State,
		Retry:   func() error { return r.deps.Desk.Flush(flushLimit) },
		Save:    func(dir string) ([]string, error) { return r.deps.Desk.Emergency(dir) },
		Shelter: r.deps.Desk.Shelter(),
	}))
}

// asking tells whether there is a question what to do with what cannot be saved, be it
// under help.
func (r *root) asking() bool {
	return slices.ContainsFunc(r.stack, func(s screen.Screen) bool {
		_, is := s.(*rescue.Rescue)
		return is
	})
}

// wiped takes the end of wiping: no screen, and nothing that is kept to go back to,
// has words of it after that.
func (r *root) wiped(w workbook.Wiped) tea.Cmd {
	r.book.Wiped(w)
	r.env.Clip.Text = ""
	for _, ref := range w.Refs {
		delete(r.shelf, ref)
	}
	if w.All && w.Done() {
		r.erased = true
		r.deps.State.Chapter, r.deps.State.Places = 0, nil
	}
	return tea.Batch(r.forward(w), r.look())
}

// placeDue is the moment in which the place of the reader is kept.
type placeDue struct{}

// keepAfter is how long after a key that is done: not at every step, and before
// anybody who reads on has gone far.
const keepAfter = 2 * time.Second

// keepSoon plans to keep the place, so that a program that is killed opens there too.
func (r *root) keepSoon() tea.Cmd {
	if r.keeping || r.deps.Desk == nil {
		return nil
	}
	r.keeping = true
	return r.env.After(keepAfter, placeDue{})
}

func (r *root) keepNow() tea.Cmd {
	r.keeping = false
	r.notePlaces()
	state, set, keep := r.deps.State, r.deps.Settings, r.deps.Keep
	return func() tea.Msg {
		keep(state, set)
		return nil
	}
}

// keepLast keeps the place on the way out, whichever way that is. After a failure
// in a screen there may be no place to ask for.
func (r *root) keepLast() {
	defer func() { _ = recover() }()
	defer func() { r.deps.Keep(r.deps.State, r.deps.Settings) }()
	r.notePlaces()
}

// notePlaces remembers which chapter is open and where in it the reader is.
func (r *root) notePlaces() {
	for _, s := range r.stack {
		if p, ok := s.(screen.Placed); ok {
			r.keepPlace(p.Place())
		}
	}
	if r.known {
		dark := r.dark
		r.deps.State.Dark = &dark
	}
}
