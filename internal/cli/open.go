package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/problem"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
	"werkboek/internal/tui"
	"werkboek/reader"
)

// embedded is the built-in course. It goes the same road as a folder.
func embedded() course.Pack {
	return course.Pack{Reader: reader.Files, Exercises: exercises.Files}
}

// folder is a course pack on the disk.
func folder(dir string) (course.Pack, error) {
	for _, sub := range []string{"reader", "exercises"} {
		if info, err := os.Stat(filepath.Join(dir, sub)); err != nil || !info.IsDir() {
			return course.Pack{}, usageError{noCourse(dir)}
		}
	}
	return course.Pack{Reader: os.DirFS(filepath.Join(dir, "reader")), Exercises: os.DirFS(filepath.Join(dir, "exercises"))}, nil
}

// pack gives the course pack that the call names.
func (a *app) pack() (course.Pack, error) {
	if a.course == "" {
		return embedded(), nil
	}
	return folder(a.course)
}

// load opens the course; what is wrong with it is told, and stops nothing that
// can open.
func (a *app) load() (*course.Course, error) {
	p, err := a.pack()
	if err != nil {
		return nil, err
	}
	c, problems := course.Open(p, all.Kinds())
	if len(c.Chapters()) == 0 {
		return nil, usageError{emptyCourse(a.course, firstProblem(problems))}
	}
	if n := problem.Mistakes(problems); n > 0 {
		a.say(courseMistakes(n, a.course))
	}
	return c, nil
}

func firstProblem(problems []problem.Problem) string {
	if len(problems) == 0 {
		return ""
	}
	return problems[0].String()
}

// exerciseCommand opens the page at one exercise.
func (a *app) exerciseCommand() *cobra.Command {
	return &cobra.Command{
		Use: textExerciseUse, Short: textExerciseShort,
		Args:              exactly(1),
		ValidArgsFunction: offer(a, exerciseNames),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.open(cmd.Context(), "", args[0])
		},
	}
}

// presentCommand opens the projector's view. It makes no desk: no file of the
// notes folder is opened.
func (a *app) presentCommand() *cobra.Command {
	return &cobra.Command{
		Use: textPresentUse, Short: textPresentShort,
		Args:              atMost(1),
		ValidArgsFunction: offer(a, chapterNames),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.load()
			if err != nil {
				return err
			}
			o := tui.Open{Slides: true}
			if o.Chapter, err = chapterOf(c, first(args)); err != nil {
				return err
			}
			deps, err := a.deps(c, o, "")
			if err != nil {
				return err
			}
			_, err = tui.Run(cmd.Context(), deps, nil)
			return err
		},
	}
}

// open opens the workbook: the day, a chapter, or an exercise.
func (a *app) open(ctx context.Context, chapter, exercise string) error {
	c, err := a.load()
	if err != nil {
		return err
	}
	o := tui.Open{}
	if exercise != "" {
		o.Chapter, o.Exercise, err = exerciseOf(c, exercise)
	} else {
		o.Chapter, err = chapterOf(c, chapter)
	}
	if err != nil {
		return err
	}
	dir := a.notesDir(c.Module().ID)
	deps, err := a.deps(c, o, dir)
	if err != nil {
		return err
	}
	f, _, err := a.folderOf(c)
	if err != nil {
		return err
	}
	desk := notes.NewDesk(f, notes.Options{})
	deps.Desk, deps.Folder = desk, dir
	deps.Write, deps.Documents = a.writer(c).Write, documentsDir()
	end, err := tui.Run(ctx, deps, desk)
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, goodbye(end))
	return nil
}

// deps gathers what every window needs.
func (a *app) deps(c *course.Course, o tui.Open, dir string) (tui.Deps, error) {
	if !a.window() {
		return tui.Deps{}, usageError{textNoWindow}
	}
	now, err := clockFrom(os.Getenv("WERKBOEK_NU"))
	if err != nil {
		return tui.Deps{}, err
	}
	filed, _ := settings.Load(settingsPath()) // a broken file is as good as none
	set := filed
	if a.theme != "" {
		set.Theme = a.theme
	}
	path := statePath(c.Module().ID, dir)
	k := &keeper{path: path, file: settingsPath(), state: progress.Load(path), settings: filed, flag: a.theme}
	return tui.Deps{
		Course: c, Now: now, Open: o,
		State: k.state, Settings: set,
		Keep: k.keep, Forget: k.forget,
	}, nil
}

// keeper keeps the state and the settings: only what differs from what was kept last,
// and one call at a time. What it cannot keep is lost. Once the state was forgotten it
// keeps none any more.
type keeper struct {
	one      sync.Mutex
	path     string // of the state
	file     string // of the settings
	state    progress.State
	settings settings.Settings
	flag     string // the theme that was asked for this time only, "" for none
	forgot   bool
}

func (k *keeper) keep(s progress.State, set settings.Settings) {
	k.one.Lock()
	defer k.one.Unlock()
	if !k.forgot && !reflect.DeepEqual(s, k.state) && progress.Save(k.path, s) == nil {
		k.state = s
	}
	if k.flag != "" && set.Theme == k.flag {
		set.Theme = k.settings.Theme
	}
	if set != k.settings && settings.Save(k.file, set) == nil {
		k.settings = set
	}
}

func (k *keeper) forget() error {
	k.one.Lock()
	defer k.one.Unlock()
	k.forgot = true
	return progress.Remove(k.path)
}

// chapterOf reads a chapter's number; nil when none is named.
func chapterOf(c *course.Course, arg string) (*int, error) {
	if arg == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(arg)
	if err != nil || c.Chapter(n) == nil {
		return nil, usageError{noChapter(arg, chapterList(c))}
	}
	return &n, nil
}

// exerciseOf finds an exercise by its id, or "5/id" for one that stands in
// several chapters.
func exerciseOf(c *course.Course, arg string) (*int, string, error) {
	id, chapter := arg, -1
	if n, rest, ok := cutNumber(arg); ok {
		id, chapter = rest, n
	}
	e := c.Exercise(id)
	if e == nil || len(e.Head().Chapters) == 0 {
		return nil, "", usageError{noExercise(arg, exerciseList(c))}
	}
	if chapter < 0 {
		chapter = e.Head().Chapters[0]
	}
	for _, n := range e.Head().Chapters {
		if n == chapter {
			return &chapter, id, nil
		}
	}
	return nil, "", usageError{noExercise(arg, exerciseList(c))}
}

// clockFrom gives the displayed clock: the real one, or one that starts at a
// given moment and, with a "!" behind it, stands still.
func clockFrom(given string) (func() time.Time, error) {
	if given == "" {
		return time.Now, nil
	}
	still := given[len(given)-1] == '!'
	if still {
		given = given[:len(given)-1]
	}
	start, err := time.ParseInLocation("2006-01-02T15:04:05", given, time.Local)
	if err != nil {
		return nil, usageError{badClock(given)}
	}
	if still {
		return func() time.Time { return start }, nil
	}
	begun := time.Now()
	return func() time.Time { return start.Add(time.Since(begun)) }, nil
}

// version prints which program this is.
func (a *app) version() error {
	revision, built := "", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				revision = s.Value
			case "vcs.time":
				built = s.Value
			}
		}
	}
	fmt.Fprintln(a.out, versionText(revision, built))
	return nil
}

// told turns an error into Dutch: what happened, to which file, what to do.
func told(err error) string {
	var lost tui.ErrLost
	if errors.As(err, &lost) {
		return crashedBefore(err) + lostText(notes.Reason(lost.Err), lost.Copies, lost.Rescue == nil)
	}
	var crash tui.Crashed
	if errors.As(err, &crash) {
		return crashText(crash.Kind, crash.Trace)
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return wentWrong(notes.Reason(err), path.Path)
	}
	return wentWrong(notes.Reason(err), "")
}

// crashedBefore tells of a mistake in the program that came before a loss.
func crashedBefore(err error) string {
	var crash tui.Crashed
	if errors.As(err, &crash) {
		return textCrashed + "\n"
	}
	return ""
}
