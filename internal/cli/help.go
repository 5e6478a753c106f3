package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"werkboek/internal/course"
	"werkboek/internal/kind/all"
)

// helpCommand explains the command that is named, or all of them. It stands in no
// list: --help does the same.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: textHelpUse, Short: textHelpShort, Aliases: []string{"help"}, Hidden: true,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) (list []string, _ cobra.ShellCompDirective) {
			a.reveal(cmd.Root())
			about, _, _ := cmd.Root().Find(args) // an unknown one has nothing below it
			for _, c := range below(about) {
				list = append(list, c.Name()+"\t"+c.Short)
			}
			return list, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			a.reveal(cmd.Root())
			about, left, err := cmd.Root().Find(args)
			if err != nil || len(left) > 0 {
				return usageError{noCommand(strings.Join(args, " "), below(cmd.Root()))}
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// below lists the commands of a command.
func below(of *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(of.Commands()), func(c *cobra.Command) bool { return !c.IsAvailableCommand() })
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
		Args:      exactly(1),
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

// offer completes the one thing that a command takes, from the course.
func offer(a *app, names func(*course.Course) []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		p, err := a.pack()
		if err != nil || len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		c, _ := course.Open(p, all.Kinds())
		return names(c), cobra.ShellCompDirectiveNoFileComp
	}
}

func chapterNames(c *course.Course) []string {
	var list []string
	for _, ch := range c.Chapters() {
		list = append(list, fmt.Sprintf("%d\t%s", ch.Number, ch.Title))
	}
	return list
}

func exerciseNames(c *course.Course) []string {
	var list []string
	for _, e := range c.Exercises() {
		list = append(list, e.Head().ID+"\t"+e.Head().Title)
	}
	return list
}
