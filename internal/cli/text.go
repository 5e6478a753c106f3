package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"werkboek/internal/course"
	"werkboek/internal/problem"
)

const (
	textRootUse   = "werkboek [HOOFDSTUK]"
	textRootShort = "Het werkboek van een trainingsdag: lezen, oefenen en opschrijven"
	textRootLong  = `Het werkboek van een trainingsdag: lezen, oefenen en opschrijven.

Zonder iets erachter opent het werkboek met het programma van de dag. Met een
nummer opent het dat hoofdstuk, waar je gebleven was.

Wat je schrijft blijft op deze computer.`

	textExerciseUse   = "oefening NAAM"
	textExerciseShort = "Opent het werkboek bij één oefening, klaar om te schrijven"
	textReadUse       = "lees HOOFDSTUK"
	textReadShort     = "Laat een hoofdstuk als gewone tekst zien, van begin tot eind"
	textPresentUse    = "presenteer [HOOFDSTUK]"
	textPresentShort  = "Laat de hoofdstukken zien als dia's; opent geen notities"
	textCheckUse      = "controleer [MAP]"
	textCheckShort    = "Kijkt een cursus na, en zegt per fout hoe je hem herstelt"

	textMindmapUse   = "mindmap"
	textMindmapShort = "Neemt je mindmap mee naar een ander programma, of haalt er een op"
	textExportUse    = "exporteer [NAAM]"
	textExportShort  = "Schrijft je mindmap op voor een ander programma"
	textExportLong   = `Schrijft je mindmap op voor een ander programma, met het midden erbij.

  svg      een tekening, voor een browser of een document
  md       een lijst in Markdown; markmap maakt er een mindmap van
  mm       voor Freeplane en FreeMind
  opml     voor programma's die met lijsten in lijsten werken
  mermaid  een mindmap in Mermaid
  txt      gewone regels, met tabs ervoor

Zonder --naar staat het resultaat op je scherm. Een bestand dat er al is, wordt
nooit overschreven.`
	textImportUse   = "importeer [NAAM] BESTAND"
	textImportShort = "Haalt een mindmap op uit een bestand; wat er al stond blijft"
	textImportLong  = `Haalt een mindmap op uit een bestand: md, mm, opml, of regels met tabs of spaties
ervoor. Een lege mindmap wordt ermee gevuld. Staat er al iets in de jouwe, dan
komt het bestand erbij als één tak. Er gaat nooit iets van jou weg.`
	textFlagFormat = "`SOORT`: svg, md, mm, opml, mermaid of txt"
	textFlagTo     = "nieuw `BESTAND` om in te schrijven"

	textNoMap      = "In deze cursus zit geen mindmap.\nWelke oefeningen er zijn: werkboek oefening --help"
	textMapIsEmpty = "Je mindmap is nog leeg; hier staat alleen het begin."
	textMapBroken  = "Je mindmap is niet te lezen. "
	textNotThere   = "het is er niet"
	textCoreIs     = "In het midden staat nu %q.\n"
	textGoes       = "Let op: de tak %q gaat ook mee. Kijk eerst of je die wilt laten zien.\n"
	textCame       = "De tak %q uit het bestand is bewaard in je notitie, als een gewone tak.\n"
	textMapLocked  = "Je mindmap staat open in een ander venster; er is niets veranderd.\nSluit hem daar en probeer het opnieuw."

	textCompletionUse   = "aanvulling NAAM"
	textCompletionShort = "Laat tab je opdrachten aanvullen (bash, zsh, fish, powershell)"
	textCompletionLong  = `Geeft wat bash, zsh, fish of powershell nodig heeft om met tab de opdrachten
van werkboek aan te vullen.

In bash bijvoorbeeld: source <(werkboek aanvulling bash)`

	textHelpUse   = "hulp [OPDRACHT]"
	textHelpShort = "Legt een opdracht uit, net als --help"

	textFlagCourse  = "`MAP` met een eigen cursus, in plaats van de ingebouwde"
	textFlagNotes   = "`MAP` voor je notities, in plaats van de gewone"
	textFlagTheme   = "`THEMA`: auto, licht, donker of contrast"
	textFlagVersion = "noemt de versie"
	textFlagHelp    = "laat deze uitleg zien"
	textFlagWidth   = "breedte van een regel, in tekens"

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
func flagText(err error, cmd *cobra.Command) string {
	what := "Deze opties begrijp ik niet."
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		what = fmt.Sprintf("De optie %s bestaat niet.%s", dashed(unknown), nearestFlag(unknown, cmd.Flags()))
	case errors.As(err, &empty):
		what = fmt.Sprintf("Achter %s hoort nog iets te staan.", dashed(empty))
	case errors.As(err, &invalid):
		what = fmt.Sprintf("%q past niet bij --%s.", invalid.GetValue(), invalid.GetFlag().Name)
	case errors.As(err, &syntax):
		what = fmt.Sprintf("%q is geen optie.", syntax.GetSpecifiedFlag())
	}
	return what + "\n" + seeHelp(cmd.CommandPath())
}

// specified is an error about a flag as it was typed.
type specified interface {
	GetSpecifiedName() string
	GetSpecifiedShortnames() string
}

// dashed gives a flag as it was typed: -x, or --naam.
func dashed(f specified) string {
	if f.GetSpecifiedShortnames() != "" {
		return "-" + f.GetSpecifiedName()
	}
	return "--" + f.GetSpecifiedName()
}

// nearestFlag offers the flag that somebody may have meant; "" where none is close.
func nearestFlag(typed specified, flags *pflag.FlagSet) string {
	name := typed.GetSpecifiedName()
	if short := typed.GetSpecifiedShortnames(); short != "" {
		name = short // -versie, with one dash too few
	}
	var known []string
	flags.VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	if len(name) < 2 {
		return ""
	}
	if meant := problem.Nearest("--"+name, known, ""); meant != "" {
		return " B" + strings.TrimPrefix(meant, "b")
	}
	return ""
}

func seeHelp(command string) string { return "Zie: " + command + " --help" }

func tooMany(arg, use, command string) string {
	return fmt.Sprintf("%q kan ik hier niet plaatsen. Zo gebruik je het: %s\n%s", arg, use, seeHelp(command))
}

func tooFew(use, command string) string {
	return fmt.Sprintf("Er ontbreekt iets. Zo gebruik je het: %s\n%s", use, seeHelp(command))
}

func noCommand(name string, known []*cobra.Command) string {
	text := fmt.Sprintf("De opdracht %q is er niet. Kies uit:", name)
	for _, c := range known {
		text += fmt.Sprintf("\n  %-12s %s", c.Name(), c.Short)
	}
	return text
}

func noCourse(dir string) string {
	return fmt.Sprintf("In %s staat geen cursus: ik zoek daar de mappen reader en exercises.\nKijk of de map klopt.", dir)
}

func emptyCourse(dir, first string) string {
	where := "de ingebouwde cursus"
	if dir != "" {
		where = dir
	}
	return fmt.Sprintf("In %s vond ik geen hoofdstuk.\n%s\nAlles nakijken: %s", where, first, checkCall(dir))
}

func courseMistakes(n int, dir string) string {
	verb := "staan"
	if n == 1 {
		verb = "staat"
	}
	return fmt.Sprintf("In deze cursus %s %s; de rest werkt. Nakijken: %s", verb, count(n, "fout", "fouten"), checkCall(dir))
}

// checkCall is the command that checks a course.
func checkCall(dir string) string {
	return strings.TrimRight("werkboek controleer "+typed(dir), " ")
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

func checkedText(mistakes, advice int) string {
	switch {
	case mistakes == 0 && advice == 0:
		return "Nagekeken: alles klopt."
	case mistakes == 0:
		return fmt.Sprintf("Nagekeken: geen fouten, %s.", count(advice, "raad", "keer raad"))
	}
	return fmt.Sprintf("Nagekeken: %s, %s.", count(mistakes, "fout", "fouten"), count(advice, "raad", "keer raad"))
}

func whichMap(list string) string {
	return "In deze cursus zit meer dan één mindmap. Zeg welke:\n" + list
}

func noMap(name, list string) string {
	return fmt.Sprintf("%q is hier geen mindmap. Kies uit:\n%s", name, list)
}

// noFormat tells which formats there are; name is "" where none was given.
func noFormat(name, list string) string {
	if name == "" {
		return "Zeg erbij hoe je de mindmap wilt hebben. Kies uit: " + list + "\nBijvoorbeeld: werkboek mindmap exporteer --formaat md"
	}
	return fmt.Sprintf("Het formaat %q ken ik niet. Kies uit: %s", name, list)
}

func fileExists(file string) string {
	return "Het bestand " + file + " is er al; ik overschrijf het niet.\nKies met --naar een andere naam."
}

func notWritten(file, reason string) string {
	return "De mindmap is niet geschreven naar " + file + ": " + reason + ".\nKies met --naar een andere plek en probeer het opnieuw."
}

func written(file string, nodes int) string {
	return fmt.Sprintf("Je mindmap staat in %s: het midden en %s.", file, count(nodes, "knoop", "knopen"))
}

func fileUnread(file, reason string) string {
	return "Het bestand " + file + " is niet te openen: " + reason + ".\nKijk of de naam klopt, en of je het mag lezen."
}

func notKept(file, reason string) string {
	return "De mindmap uit " + file + " is niet bewaard: " + reason + ".\nWat je had, staat er nog. Probeer het opnieuw, of kies een andere map met --notities MAP."
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
func exerciseCall(name string) string { return "werkboek oefening " + name }

// lostText tells what could not be saved, and where it is; whole when all of it is there.
func lostText(reason string, copies []string, whole bool) string {
	text := "Niet alles kon worden bewaard: " + reason + "."
	switch {
	case len(copies) == 0 && whole:
		return text + "\nVan wat je schreef is niets kwijt: alleen het oude bestand kon niet weg. Probeer het opnieuw."
	case len(copies) == 0:
		return text + "\nOok een noodkopie lukte nergens."
	case !whole:
		text += "\nOok de noodkopie is niet heel."
	}
	return text + "\nEen noodkopie van wat je schreef staat in " + strings.Join(copies, " en ") + "."
}

// wentWrong tells of an error, and of the file where it is known.
func wentWrong(reason, file string) string {
	if file != "" {
		reason += " (" + file + ")"
	}
	return "Het ging mis: " + reason + ".\nProbeer het opnieuw, of kies een andere map met --notities MAP."
}
