package frontmatter

import (
	"fmt"
	"strings"
)

const (
	textTooLarge       = "het bestand is te groot"
	textTooLargeRemedy = "houd het onder 8 MB"
	textNoHead         = "het bestand begint niet met een kop tussen twee regels ---"
	textNoHeadRemedy   = "zet bovenaan ---, daaronder de sleutels, en weer ---"
	textOpenHead       = "de kop tussen --- is niet afgesloten"
	textOpenHeadRemedy = "zet onder de sleutels een regel met alleen ---"
	textNoMap          = "de kop bestaat niet uit sleutels met een waarde"
	textNoMapRemedy    = "schrijf per regel `sleutel: waarde`"
	textAlias          = "verwijzingen met & en * mogen hier niet"
	textAliasRemedy    = "schrijf de waarde voluit"
	textKeyRemedy      = "haal de sleutel weg"
	textBrokenRemedy   = "kijk naar inspringen, dubbele punten en aanhalingstekens op en boven deze regel"
)

func unknownKeyText(key string) string { return fmt.Sprintf("onbekende sleutel %q", key) }

func notYesNo(value string) string { return fmt.Sprintf("%q is geen ja of nee", value) }

func brokenText(detail string) string {
	detail = strings.TrimSpace(strings.TrimPrefix(lineOf.ReplaceAllString(detail, ""), "yaml: "))
	return "dit kan ik niet lezen (" + detail + ")"
}
