package tui

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// Crashed is the end of a program by a mistake in itself. What it tells holds nothing
// that somebody wrote: a mistake's own words may, so they are left out.
type Crashed struct {
	Kind  string   // of the mistake, in the language of programmers
	Trace []string // where it happened, nearest first: functions and lines
}

// Error tells where it went wrong.
func (c Crashed) Error() string {
	return fmt.Sprintf("crashed: %s at %s", c.Kind, strings.Join(c.Trace, ", "))
}

// guard stands between Bubble Tea and the root: a mistake in a screen or a command
// saves all words at once and ends the program. Bubble Tea's own answer to it would
// print the mistake's words, which may be words of a note.
type guard struct {
	root  *root
	crash *crash
}

// crash keeps the first mistake.
type crash struct {
	once sync.Once
	what atomic.Pointer[Crashed]
	end  func() // ends the program and restores the terminal; it does not wait for that
}

// caught is to be deferred where a mistake may happen.
func (g guard) caught() {
	mistake := recover()
	if mistake == nil {
		return
	}
	g.crash.once.Do(func() {
		g.crash.what.Store(&Crashed{kindOf(mistake), trace()})
		defer g.crash.end()
		defer func() { _ = recover() }() // what fails now fails again in Run, after the window
		if g.root.deps.Desk != nil {
			_ = g.root.deps.Desk.Flush(signalLimit) // Run flushes again, and reports
		}
	})
}

// Init begins the program.
func (g guard) Init() (cmd tea.Cmd) {
	defer g.caught()
	return g.command(g.root.Init())
}

// Update routes a message.
func (g guard) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g // also after a mistake
	defer g.caught()
	_, cmd = g.root.Update(msg)
	return m, g.command(cmd)
}

// View draws the window.
func (g guard) View() (v tea.View) {
	defer g.caught()
	return g.root.View()
}

// command guards a command, and those that it gives rise to.
func (g guard) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer g.caught()
		return g.each(cmd())
	}
}

// each guards the commands of a message that holds some. The type of a sequence is
// known to Bubble Tea only; a slice of commands is what it is.
func (g guard) each(msg tea.Msg) tea.Msg {
	list := reflect.ValueOf(msg)
	if list.Kind() != reflect.Slice || list.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return msg
	}
	guarded := reflect.MakeSlice(list.Type(), list.Len(), list.Len())
	for i := range list.Len() {
		if cmd, ok := list.Index(i).Interface().(tea.Cmd); ok && cmd != nil {
			guarded.Index(i).Set(reflect.ValueOf(g.command(cmd)))
		}
	}
	return guarded.Interface()
}

// kindOf tells what sort of mistake it is. Only what the language itself says is
// certain to hold no words of a note.
func kindOf(mistake any) string {
	if err, ok := mistake.(error); ok {
		var own runtime.Error
		if errors.As(err, &own) {
			return own.Error()
		}
	}
	return fmt.Sprintf("%T", mistake)
}

// traced is how many places of a mistake are told.
const traced = 12

// trace lists the functions of ours that led to a mistake, without what they were
// given.
func trace() (places []string) {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(4, callers)])
	for {
		frame, more := frames.Next()
		if strings.Contains(frame.Function, "werkboek/") && len(places) < traced {
			_, name, _ := strings.Cut(frame.Function, "werkboek/internal/")
			places = append(places, fmt.Sprintf("%s:%d", name, frame.Line))
		}
		if !more {
			return places
		}
	}
}
