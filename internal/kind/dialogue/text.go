package dialogue

import (
	"fmt"
	"strings"
)

const (
	textNoSchemes       = "de dialoog heeft geen schema"
	textNoSchemesRemedy = "zet onder `schemas:` een schema met groep, rollen en fasen"
	textSchemeRemedy    = "geef elke groepsgrootte evenveel rollen, en elke fase een aantal seconden"
	textTallyRemedy     = "geef elk gedrag een eigen cijfer als toets, een eigen id zonder spaties en een naam"
	textSideRemedy      = "zet er `kant: helpt` of `kant: stopt`"
	textRoleRemedy      = "noem een rol die in een van de schema's staat"

	textSection    = "Turven"
	textInstrument = "De rondes"
	textTallied    = "Geturfd: "

	textTallyOnPaper = "De waarnemer turft wat de luisteraar doet."
)

func badScheme(group int) string {
	return fmt.Sprintf("het schema voor een groep van %d klopt niet", group)
}

func noPhase(group int, id string) string {
	return fmt.Sprintf("het schema voor een groep van %d heeft geen fase %q", group, id)
}

func phaseRemedy(id string) string {
	return fmt.Sprintf("geef één van de fasen `id: %s`: zonder die fase wordt er niet geturfd of geschreven", id)
}

func noField(key, id string) string { return fmt.Sprintf("`%s` noemt geen veld: %q", key, id) }

func fieldRemedy(key string) string {
	return fmt.Sprintf("zet achter `%s:` de id van een veld onder `vooraf:`", key)
}

func noRole(id, role string) string {
	return fmt.Sprintf("het veld %q is voor de rol %q, die in geen schema staat", id, role)
}

func badTally(id string) string {
	return fmt.Sprintf("het turven van %q kan zo niet, of komt twee keer voor", id)
}

func doubleKey(key, id string) string {
	return fmt.Sprintf("de toets %q van %q is al van een ander gedrag", key, id)
}

func badSide(id, side string) string {
	return fmt.Sprintf("de kant %q van %q is onbekend", side, id)
}

func roundText(n int) string { return fmt.Sprintf("ronde %d", n) }

func tallied(name string, n int) string { return fmt.Sprintf("%s %d keer", name, n) }

func startedText(start string) string {
	return fmt.Sprintf("Starttijd %s. enter opent de rondes.", start)
}

func ofRole(role, ask string) string { return "De " + role + ": " + ask }

// ofRound gives a question that comes back every round with its round.
func ofRound(round, ask string) string { return "Ronde " + round + ": " + ask }

// onPaper says who has which role in which round, and how long each part takes.
func (s Scheme) onPaper() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Met %d mensen:\n", s.Group)
	for round := range s.Group {
		var who []string
		for i, role := range s.Roles {
			who = append(who, fmt.Sprintf("%c is %s", 'A'+s.Who(i, round), role))
		}
		fmt.Fprintf(&b, "\n- %s: %s", roundText(round+1), strings.Join(who, ", "))
	}
	var phases []string
	for _, p := range s.Phases {
		phases = append(phases, fmt.Sprintf("%s %d:%02d", p.Name, p.Seconds/60, p.Seconds%60))
	}
	return b.String() + "\n\nElke ronde, in minuten: " + strings.Join(phases, ", ") + "."
}
