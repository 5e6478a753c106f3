// Package cli is the command line: commands, flags, wiring and exit codes. It may
// import everything below it, and the embedded course.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"werkboek/internal/plain"
	"werkboek/internal/theme"
)

// The exit codes: done, gone wrong, used wrongly.
const (
	exitDone  = 0
	exitWrong = 1
	exitUsage = 2
)

// usageError is a call that was made wrongly.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// failure is what went wrong, told whole: what happened, to which file, what to do.
type failure struct{ text string }

func (e failure) Error() string { return e.text }

// quiet is a failure of which everything was told already.
type quiet struct{ code int }

func (q quiet) Error() string { return fmt.Sprintf("exit %d", q.code) }

// app is one call of the command.
type app struct {
	in       io.Reader
	out, err io.Writer
	course   string // --cursus
	notes    string // --notities
	theme    string // --thema
}

// Main runs the command and gives its exit code.
func Main(args []string, in io.Reader, out, errs io.Writer) int {
	a := &app{in: in, out: out, err: errs}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	return a.exit(root.ExecuteContext(context.Background()))
}

// exit tells an error and gives its code.
func (a *app) exit(err error) int {
	var silent quiet
	var usage usageError
	var whole failure
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &silent):
		return silent.code
	case errors.As(err, &usage):
		a.say(usage.text)
		return exitUsage
	case errors.As(err, &whole):
		a.say(whole.text)
		return exitWrong
	}
	a.say(told(err))
	return exitWrong
}

// say tells something beside what was asked for. Names of files and folders in it are
// somebody else's words.
func (a *app) say(text string) { fmt.Fprintln(a.err, fitted(a.err, plain.Safe(text))) }

// fitted gives text with lines that fit a terminal, broken between words; what goes
// elsewhere stays as it is.
func fitted(stream io.Writer, text string) string {
	f, ok := stream.(*os.File)
	if !ok {
		return text
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return text
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, folded(line, width)...)
	}
	return strings.Join(lines, "\n")
}

// folded breaks a line between words only: the name of a file stays whole, so that it
// can be copied.
func folded(line string, width int) []string {
	words := strings.SplitAfter(line, " ")
	lines, used := []string{""}, 0
	for _, word := range words {
		cells := (plain.Ruler{}).Width(strings.TrimRight(word, " "))
		if last := len(lines) - 1; used > 0 && used+cells > width && strings.TrimSpace(lines[last]) != "" {
			lines[last] = strings.TrimRight(lines[last], " ")
			lines, used = append(lines, ""), 0
		}
		lines[len(lines)-1] += word
		used += (plain.Ruler{}).Width(word)
	}
	return lines
}

// tuneCobra sets what cobra keeps for the whole program, once: calls may stand beside
// each other.
var tuneCobra = sync.OnceFunc(func() {
	cobra.MousetrapHelpText = "" // a double click opens the workbook
	cobra.AddTemplateFunc("zonderFlags", withoutFlags)
	cobra.AddTemplateFunc("opties", flagLines)
})

// root builds the command with everything below it.
func (a *app) root() *cobra.Command {
	tuneCobra()
	cmd := &cobra.Command{
		Use:               textRootUse,
		Short:             textRootShort,
		Long:              textRootLong,
		Args:              atMost(1),
		ValidArgsFunction: offer(a, chapterNames),
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.checkTheme() },
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, args []string) error {
			if versie, _ := cmd.Flags().GetBool(flagVersion); versie {
				return a.version()
			}
			return a.open(cmd.Context(), first(args), "")
		},
	}
	cmd.Flags().Bool(flagVersion, false, textFlagVersion)
	flags := cmd.PersistentFlags()
	flags.StringVar(&a.course, flagCourse, "", textFlagCourse)
	flags.StringVar(&a.notes, flagNotes, "", textFlagNotes)
	flags.StringVar(&a.theme, flagTheme, "", textFlagTheme)
	flags.BoolP("help", "h", false, textFlagHelp)
	_ = cmd.RegisterFlagCompletionFunc(flagTheme, cobra.FixedCompletions(theme.Names(), cobra.ShellCompDirectiveNoFileComp))
	cmd.AddCommand(a.exerciseCommand(), a.readCommand(), a.presentCommand(), a.notesCommand(), a.mindmapCommand(), a.takeCommand(), a.newCommand(), a.checkCommand(), a.completionCommand())
	cmd.SetHelpCommand(a.helpCommand())
	help := cmd.HelpFunc()
	cmd.SetHelpFunc(func(about *cobra.Command, args []string) {
		a.reveal(cmd)
		help(about, args)
	})
	cmd.SetUsageTemplate(usageTemplate)
	cmd.SetHelpTemplate(helpTemplate)
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{flagText(err, c)} })
	return cmd
}

const (
	flagVersion = "versie"
	flagCourse  = "cursus"
	flagNotes   = "notities"
	flagTheme   = "thema"
	flagWidth   = "breedte"
)

func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// checkTheme refuses a theme that is not there, whatever the command.
func (a *app) checkTheme() error {
	if _, err := theme.Parse(a.theme); err != nil {
		return usageError{err.Error()}
	}
	return nil
}

// atMost, exactly and between check the number of arguments, with an answer in Dutch.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return usageError{tooMany(args[n], withoutFlags(cmd.UseLine()), cmd.CommandPath())}
		}
		return nil
	}
}

func exactly(n int) cobra.PositionalArgs { return between(n, n) }

func between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least {
			return usageError{tooFew(withoutFlags(cmd.UseLine()), cmd.CommandPath())}
		}
		return atMost(most)(cmd, args)
	}
}

// terminal tells whether a stream is a terminal that can show the workbook.
func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// window tells whether there is a window to draw in.
func (a *app) window() bool {
	return terminal(a.in) && terminal(a.out) && os.Getenv("TERM") != "dumb"
}
