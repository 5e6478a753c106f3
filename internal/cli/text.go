package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"werkboek/internal/course"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
)

const (
	textRootUse   = "werkboek [HOOFDSTUK]"
	textRootShort = "Het werkboek van een trainingsdag: lezen, oefenen en opschrijven"
	textRootLong  = `Het werkboek van een trainingsdag: lezen, oefenen en opschrijven.

Zonder iets erachter opent het werkboek met het programma van de dag. Met een
nummer opent het dat hoofdstuk, waar je gebleven was.

Wat je schrijft blijft op deze computer.`

	textExerciseUse   = "oefening ID"
	textExerciseShort = "Opent het werkboek bij één oefening, klaar om te schrijven"
	textReadUse       = "lees HOOFDSTUK"
	textReadShort     = "Drukt een hoofdstuk af in dit venster of naar een bestand"
	textPresentUse    = "presenteer [HOOFDSTUK]"
	textPresentShort  = "Laat de hoofdstukken zien als dia's; opent geen notities"
	textNotesUse      = "notities"
	textNotesShort    = "Laat zien wat je schreef, zonder het werkboek te openen"
	textListUse       = "lijst"
	textListShort     = "Noemt je notities, één per regel"
	textShowUse       = "toon ID"
	textShowShort     = "Laat een notitie zien, bijvoorbeeld leervraag of 5/kantlijn"
	textPathUse       = "pad"
	textPathShort     = "Noemt de map waar je notities staan"
	textCheckUse      = "controleer [MAP]"
	textCheckShort    = "Kijkt een cursus na, en zegt per fout hoe je hem herstelt"

	textCompletionUse   = "aanvulling SHELL"
	textCompletionShort = "Laat je shell opdrachten aanvullen (bash, zsh, fish, powershell)"
	textCompletionLong  = `Drukt een script af waarmee je shell de opdrachten van werkboek aanvult.

In bash bijvoorbeeld: source <(werkboek aanvulling bash)`

	textFlagCourse  = "`MAP` met een eigen cursus (reader/ en exercises/)"
	textFlagNotes   = "`MAP` voor je notities, in plaats van de gewone"
	textFlagTheme   = "`THEMA`: auto, licht, donker of contrast"
	textFlagVersion = "noemt de versie"
	textFlagHelp    = "laat deze uitleg zien"
	textFlagWidth   = "breedte van een regel, in tekens"

	textGoodbye = "Alles is opgeslagen. Tot straks."

	textNoWindow = `Het werkboek heeft een venster nodig om in te lezen en te schrijven, en dat is hier niet.
Open het in een terminal. Zonder venster werken wel:
  werkboek lees 5           een hoofdstuk lezen
  werkboek notities lijst   zien wat je schreef`
)

const usageTemplate = `Zo gebruik je het:
  {{.UseLine | zonderFlags}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} OPDRACHT{{end}}{{if .HasAvailableSubCommands}}

Opdrachten:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name 12}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Opties:
{{.LocalFlags | opties}}{{end}}{{if .HasAvailableInheritedFlags}}

Opties die overal gelden:
{{.InheritedFlags | opties}}{{end}}{{if .HasAvailableSubCommands}}

Meer over een opdracht: {{.CommandPath}} OPDRACHT --help{{end}}
`

const helpTemplate = `{{with or .Long .Short}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`

// withoutFlags takes cobra's English mark for flags off a usage line.
func withoutFlags(line string) string { return strings.TrimSuffix(line, " [flags]") }

// flagLines lists flags without pflag's English additions.
func flagLines(flags *pflag.FlagSet) string {
	var lines []string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() == "int" {
			value, usage = "N", fmt.Sprintf("%s (gewoon %s)", usage, f.DefValue)
		}
		if f.Value.Type() != "bool" {
			name += " " + value
		}
		lines = append(lines, fmt.Sprintf("%-24s %s", name, usage))
	})
	return strings.Join(lines, "\n")
}

// flagText says in Dutch what is wrong with a flag.
func flagText(err error, command string) string {
	what := "Deze optie begrijp ik niet: " + err.Error() + "."
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		what = fmt.Sprintf("De optie --%s bestaat niet.", unknown.GetSpecifiedName())
	case errors.As(err, &empty):
		what = fmt.Sprintf("Achter --%s hoort nog iets te staan.", empty.GetSpecifiedName())
	case errors.As(err, &invalid):
		what = fmt.Sprintf("%q past niet bij --%s.", invalid.GetValue(), invalid.GetFlag().Name)
	}
	return what + "\n" + seeHelp(command)
}

func seeHelp(command string) string { return "Zie: " + command + " --help" }

func tooMany(arg, use, command string) string {
	return fmt.Sprintf("%q kan ik hier niet plaatsen. Bedoel je: %s?\n%s", arg, withRoot(use), seeHelp(command))
}

func tooFew(use, command string) string {
	return fmt.Sprintf("Er ontbreekt iets. Zo gebruik je het: %s\n%s", withRoot(use), seeHelp(command))
}

func withRoot(use string) string {
	if strings.HasPrefix(use, appName) {
		return use
	}
	return appName + " … " + use
}

func noCourse(dir string) string {
	return fmt.Sprintf("In %s staat geen cursus: ik zoek daar de mappen reader en exercises.\nKijk of de map klopt.", dir)
}

func emptyCourse(dir, problem string) string {
	if dir == "" {
		dir = "de ingebouwde cursus"
	}
	return fmt.Sprintf("In %s vond ik geen hoofdstuk.\n%s\nAlles nakijken: werkboek controleer %s", dir, problem, dir)
}

func courseMistakes(n int, dir string) string {
	return fmt.Sprintf("In deze cursus staan %s; de rest werkt. Nakijken: werkboek controleer %s", count(n, "fout", "fouten"), dir)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func noChapter(arg, list string) string {
	return fmt.Sprintf("Hoofdstuk %q is er niet. Kies uit:\n%s", arg, list)
}

func chapterList(c *course.Course) string {
	var lines []string
	for _, ch := range c.Chapters() {
		lines = append(lines, fmt.Sprintf("  %d  %s", ch.Number, ch.Title))
	}
	return strings.Join(lines, "\n")
}

func noExercise(arg, list string) string {
	return fmt.Sprintf("De oefening %q is er niet. Kies uit:\n%s", arg, list)
}

func exerciseList(c *course.Course) string {
	var lines []string
	for _, e := range c.Exercises() {
		lines = append(lines, fmt.Sprintf("  %-18s %s", e.Head().ID, e.Head().Title))
	}
	return strings.Join(lines, "\n")
}

func badClock(given string) string {
	return fmt.Sprintf("WERKBOEK_NU is %q, en dat is geen tijd. Zo wel: 2026-11-23T11:42:00", given)
}

func badWidth(n, least, most int) string {
	return fmt.Sprintf("Een breedte van %d gaat niet; kies een getal van %d tot %d.", n, least, most)
}

func versionText(revision, built string) string {
	if revision == "" {
		return "werkboek (eigen bouw)"
	}
	return fmt.Sprintf("werkboek %.12s (%s)", revision, built)
}

func noNotes(dir string) string {
	return "Er zijn nog geen notities in " + dir + ".\nWat je in het werkboek schrijft, komt daar te staan."
}

// noteLine is one note in the list.
func noteLine(n notes.Listed) string {
	if n.Foreign {
		return fmt.Sprintf("%-26s van een andere module (%s); blijft zoals het is", n.File, plain.Line(n.Module))
	}
	return fmt.Sprintf("%-22s %-30s %s, %s", n.Ref, plain.Line(n.Title), n.Changed.Format("02-01-2006 15.04"), count(n.Words, "woord", "woorden"))
}

func noNote(name, dir string) string {
	return fmt.Sprintf("De notitie %q is er niet in %s.\nWelke er wel zijn: werkboek notities lijst", name, dir)
}

func checkedText(mistakes, advice int) string {
	switch {
	case mistakes == 0 && advice == 0:
		return "Nagekeken: alles klopt."
	case mistakes == 0:
		return fmt.Sprintf("Nagekeken: geen fouten, %s.", count(advice, "raad", "keer raad"))
	}
	return fmt.Sprintf("Nagekeken: %s, %s.", count(mistakes, "fout", "fouten"), count(advice, "raad", "keer raad"))
}

func noShell(name, list string) string {
	return fmt.Sprintf("Voor %q heb ik geen aanvulling. Kies uit: %s", name, list)
}

// calloutHead stands above a callout in print.
func calloutHead(label course.Label, fields []string) string {
	head := strings.ToLower(string(label))
	if len(fields) > 0 {
		head += " · " + strings.Join(fields, ", ")
	}
	return "[" + head + "]"
}

func exerciseLine(title string, minutes int, form string) string {
	return fmt.Sprintf("[oefening] %s · %d min · %s", title, minutes, form)
}

// exerciseCall is the command that opens an exercise.
func exerciseCall(id string) string { return "werkboek oefening " + id }

func lostText(reason, rescued string) string {
	if rescued == "" {
		return "Niet alles kon worden bewaard: " + reason + ".\nOok een noodkopie lukte nergens."
	}
	return "Niet alles kon worden bewaard: " + reason + ".\nEen noodkopie van wat je schreef staat in " + rescued + "."
}

func wentWrong(reason string, err error) string {
	return fmt.Sprintf("Het ging mis: %s.\n(%v)\nProbeer het opnieuw, of kies een andere map met --notities MAP.", reason, err)
}
