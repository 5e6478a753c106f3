package kind

import "fmt"

const (
	textPaper     = "Deed je dit op papier? Dat telt net zo goed."
	textOnPaper   = "op papier gedaan"
	textForRoom   = "Voor in de zaal."
	textForHome   = "Voor thuis, na de dag."
	textOr        = " of "
	textAnd       = ", en "
	textBadPlaces = "hier hoort oefening/veld, of {plaats: oefening/veld, woord: …}"
)

func notChapter(value string) string {
	return fmt.Sprintf("hier hoort het nummer van een hoofdstuk, er staat %q", value)
}

func onlyIf(choices string) string { return "Alleen als je koos: " + choices + "." }
