package cli

import (
	"fmt"
	"strings"

	"werkboek/internal/starter"
)

const (
	textNewUse   = "nieuw MAP"
	textNewShort = "Maakt een kopie van de cursus, om er je eigen cursus van te maken"
	textNewLong  = `Maakt een kopie van de cursus in een nieuwe map, om er je eigen cursus van te
maken. In het laatste hoofdstuk staat hoe je een zin, een casus, een oefening of
het programma verandert.

De kopie heeft een eigen id, dus notities bij de gewone cursus blijven apart. Er
wordt nooit iets overschreven: de map is er nog niet, of er staat niets in.

  werkboek nieuw "Mijn cursus"        maakt de map
  werkboek controleer "Mijn cursus"   kijkt na wat je veranderde
  werkboek --cursus "Mijn cursus"     opent je cursus`

	textNewOther = "Dit maakt een kopie van de ingebouwde cursus. Laat --cursus weg, of kopieer je eigen map."
)

func newOccupied(dir string) string {
	return fmt.Sprintf("In %s staat al iets; daar schrijf ik niets overheen.\nKies een map die er nog niet is, of een lege.", dir)
}

func newFailed(dir, reason string) string {
	return fmt.Sprintf("De cursus kon niet in %s worden gezet: %s.\nKies een andere map en probeer het opnieuw.", dir, reason)
}

// newLeft tells what is left of a copy that failed.
func newLeft(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return "\nDit bleef staan, en kun je weggooien:\n  " + strings.Join(paths, "\n  ")
}

// newDone says what to do next.
func newDone(dir string) string {
	return fmt.Sprintf("Je eigen cursus staat klaar. Lees eerst hoe je hem verandert: werkboek --cursus %s %d\nIets veranderd? Kijk het na: %s",
		typed(dir), starter.GuideChapter, checkCall(dir))
}

// typed gives the name of a folder as one types it behind a command.
func typed(dir string) string {
	if strings.ContainsAny(dir, " \t'&()[]{}^=;!+,`~$*?<>|#%") {
		return `"` + dir + `"`
	}
	return dir
}
