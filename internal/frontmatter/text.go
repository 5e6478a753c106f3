package frontmatter

import "fmt"

const (
	textTooLarge        = "het bestand is te groot"
	textTooLargeRemedy  = "houd het onder 8 MB"
	textNoHead          = "het bestand begint niet met een kop tussen twee regels ---"
	textNoHeadRemedy    = "zet bovenaan ---, daaronder de sleutels, en weer ---"
	textOpenHead        = "de kop tussen --- is niet afgesloten"
	textOpenHeadRemedy  = "zet onder de sleutels een regel met alleen ---"
	textNoMap           = "de kop bestaat niet uit sleutels met een waarde"
	textNoMapRemedy     = "schrijf per regel `sleutel: waarde`"
	textAlias           = "verwijzingen met & en * mogen hier niet"
	textAliasRemedy     = "schrijf de waarde voluit"
	textKeyRemedy       = "haal de sleutel weg"
	textBroken          = "dit kan ik niet lezen"
	textBrokenRemedy    = "kijk naar inspringen, dubbele punten en aanhalingstekens op en boven deze regel"
	textMisfitRemedy    = "verander de waarde, of haal de sleutel weg"
	textOneRemedy       = "schrijf er één waarde achter, zonder streepjes, [ ] of { }"
	textListRemedy      = "schrijf er [één, twee] achter, of eronder per regel een streepje met een waarde"
	textKeysRemedy      = "schrijf er per regel `sleutel: waarde` onder, verder ingesprongen"
	textDoubleKeyRemedy = "haal er één weg"

	textNumber = "een getal"
	textYesNo  = "ja of nee"
	textValue  = "één waarde"
)

// syntaxText is what a message of the YAML library means for an author.
type syntaxText struct {
	says         string // part of the message, which nobody is shown
	opened       bool   // the mistake is where something began that was never closed
	what, remedy string
}

const textQuoteRemedy = "zet de hele waarde tussen aanhalingstekens, of laat hem even ver inspringen als de regels erboven"

// syntaxTexts lists them; the first that fits counts.
var syntaxTexts = []syntaxText{
	{says: "mapping values are not allowed", what: "hier staat een dubbele punt die er niet kan staan", remedy: textQuoteRemedy},
	{says: "block sequence entries are not allowed", what: "hier staat een streepje dat er niet kan staan", remedy: "begin de lijst op een nieuwe regel, of zet de waarde tussen aanhalingstekens"},
	{says: "expected ',' or ']'", opened: true, what: "hier begint een lijst met [ die niet goed wordt afgesloten", remedy: "zet er ] achter, en een komma tussen de waarden"},
	{says: "expected ',' or '}'", opened: true, what: "hier begint iets met { dat niet goed wordt afgesloten", remedy: "zet er } achter, en een komma na elke waarde"},
	{says: "unexpected end of stream", opened: true, what: "hier begint een aanhalingsteken dat niet wordt afgesloten", remedy: "zet hetzelfde aanhalingsteken ook achter de tekst"},
	{says: "unknown escape character", what: `tussen dubbele aanhalingstekens staat een \ met een teken dat daar niet kan`, remedy: "gebruik enkele aanhalingstekens"},
	{says: "tab character", what: "deze regel springt in met een tab", remedy: "spring in met spaties"},
	{says: "cannot start any token", what: "hier staat een tab, of een teken waarmee een waarde niet kan beginnen", remedy: "spring in met spaties, en zet de waarde tussen aanhalingstekens"},
	{says: "expected '-' indicator", what: "deze regel past niet bij de lijst erboven", remedy: "laat hem met een streepje beginnen, even ver ingesprongen als de andere"},
	{says: "did not find expected key", what: "deze regel past niet bij de sleutels erboven", remedy: "laat hem even ver inspringen, en zet achter een aanhalingsteken niets meer"},
	{says: "could not find expected ':'", opened: true, what: "op deze regel staat een sleutel zonder dubbele punt", remedy: "schrijf `sleutel: waarde`, of spring in als het bij de regel erboven hoort"},
	{says: "control characters", what: "er staat een onzichtbaar stuurteken in", remedy: "typ de regel opnieuw"},
	{says: "unknown anchor", what: textAlias, remedy: textAliasRemedy},
}

func unknownKeyText(key string) string { return fmt.Sprintf("onbekende sleutel %q", key) }

func notYesNo(value string) string { return notThat(textYesNo, value) }

// quoted gives a value, or its beginning where it is long.
func quoted(value string) string {
	const most = 40
	if runes := []rune(value); len(runes) > most {
		value = string(runes[:most]) + "…"
	}
	return fmt.Sprintf("%q", value)
}

func notThat(wanted, value string) string {
	return fmt.Sprintf("hier hoort %s, er staat %s", wanted, quoted(value))
}

func notOne(wanted string) string {
	return fmt.Sprintf("hier hoort %s, er staat een lijst of een rij sleutels", wanted)
}

func notList(value string) string {
	if value == "" {
		return "hier hoort een lijst, er staan sleutels"
	}
	return fmt.Sprintf("hier hoort een lijst, er staat %s", quoted(value))
}

func notKeys(value string) string {
	if value == "" {
		return "hier horen sleutels met een waarde, er staat een lijst"
	}
	return fmt.Sprintf("hier horen sleutels met een waarde, er staat %s", quoted(value))
}

func doubleKey(key string, line int) string {
	return fmt.Sprintf("de sleutel %q staat er al, op regel %d", key, line)
}
