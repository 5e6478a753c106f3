package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/plain"
	"werkboek/internal/problem"
)

// checkCommand checks a course pack.
func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: textCheckUse, Short: textCheckShort,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				a.course = args[0]
			}
			return a.check()
		},
	}
}

func (a *app) check() error {
	p, err := a.pack()
	if err != nil {
		return err
	}
	c, problems := course.Open(p, all.Kinds())
	problems = append(problems, c.Check()...)
	problem.Sort(problems)
	last := ""
	for _, p := range problems {
		if line := plain.Line(p.String()); line != last {
			fmt.Fprintln(a.out, line)
			last = line
		}
	}
	n := problem.Mistakes(problems)
	a.say(checkedText(n, len(problems)-n))
	if n > 0 {
		return quiet{exitWrong}
	}
	return nil
}
