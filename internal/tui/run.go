package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/notes"
)

// Worker is the part of the desk that saves while the program runs.
type Worker interface {
	// Work saves until ctx ends, and tells what happened.
	Work(ctx context.Context, tell func(notes.Event))
}

// ErrLost is the end of a program that could not save everything. Its text
// names the emergency copy, where one could be written.
type ErrLost struct {
	Copy string // path of the emergency copy, "" when there is none
	Err  error
}

// Error tells what was lost and where it can be found.
func (e ErrLost) Error() string {
	if e.Copy == "" {
		return fmt.Sprintf("not everything could be saved: %v", e.Err)
	}
	return fmt.Sprintf("not everything could be saved (copy in %s): %v", e.Copy, e.Err)
}

// Unwrap gives the reason.
func (e ErrLost) Unwrap() error { return e.Err }

// The limits of the last saves, so that no disk can hold up the way out.
const (
	flushLimit  = 2 * time.Second
	signalLimit = 800 * time.Millisecond
)

// Run runs the program until it is left. Whatever way that happens, everything
// that was typed is saved before Run returns.
func Run(ctx context.Context, deps Deps, worker Worker) (err error) {
	if deps.Desk == nil {
		return show(ctx, newRoot(deps), nil)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	r := newRoot(deps)
	defer func() {
		if left := deps.Desk.Flush(flushLimit); left != nil {
			path, _ := deps.Desk.Emergency(deps.Rescue...)
			err = errors.Join(err, ErrLost{path, left})
		}
	}()
	return show(ctx, r, worker)
}

// show runs Bubble Tea with our own way of taking signals: words are saved
// outside the event loop, before anything is written to a terminal that may be
// gone.
func show(ctx context.Context, r *root, worker Worker) error {
	p := tea.NewProgram(r, tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFPS(frames()))
	work, stop := context.WithCancel(ctx)
	var ended sync.WaitGroup
	if worker != nil {
		ended.Go(func() { worker.Work(work, func(ev notes.Event) { p.Send(ev) }) })
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM, os.Interrupt)
	go r.onSignal(work, signals, p)
	_, err := p.Run()
	signal.Stop(signals)
	stop()
	if worker != nil {
		waitFor(&ended, signalLimit)
	}
	r.deps.Keep(r.deps.State, r.deps.Settings)
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
	time.AfterFunc(signalLimit, p.Kill)
	p.Quit()
}

// waitFor waits for work to end, but no longer than a limit: a writer that hangs
// on a dead share must not hold the program.
func waitFor(work *sync.WaitGroup, limit time.Duration) {
	done := make(chan struct{})
	go func() { work.Wait(); close(done) }()
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

// quit saves everything and stops. Where something cannot be saved it asks
// first; asked again, it stops and leaves an emergency copy.
func (r *root) quit() tea.Cmd {
	var cmds []tea.Cmd
	for i := len(r.stack) - 1; i >= 0; i-- {
		cmds = append(cmds, r.leave(r.stack[i]))
	}
	r.noteLast()
	if r.deps.Desk == nil || r.asked {
		return tea.Quit
	}
	desk := r.deps.Desk
	return tea.Sequence(tea.Batch(cmds...), func() tea.Msg { return flushed{desk.Flush(flushLimit)} })
}

func (r *root) onFlushed(msg flushed) tea.Cmd {
	if msg.err == nil {
		return tea.Quit
	}
	r.asked = true
	return nil
}

// noteLast remembers which chapter was open last, and that the welcome was seen.
func (r *root) noteLast() {
	r.deps.State.Welcome = true
	for _, s := range r.stack {
		if n, ok := s.(interface{ Number() int }); ok {
			r.deps.State.Chapter = n.Number()
		}
	}
	if r.known {
		r.deps.State.Dark = &r.dark
	}
}
