package wiping

const (
	textTitle    = "Definitief wissen"
	textLead     = "Wat je hier wist, komt niet terug. enter vraagt het eerst nog na."
	textLeaving  = "Sluit af en wis mijn werkboek"
	textCounting = "Even tellen wat er is …"
	textWorking  = "Even wissen …"
	textNone     = "Er is niets bewaard van wat je schreef."
	textNoNotes  = "Er is niets bewaard van wat je schreef. Alleen waar je was met lezen."
	textGoes     = "Dit gaat voorgoed weg:"
	textSure     = "Wil je dit wissen?"
	textWait     = "Even wachten: het wissen is bijna klaar."
	textDeadKey  = "Kies met ↑ en ↓ en druk op enter; esc gaat terug."
	textBack     = "terug"
	textWipe     = "wissen"
	textMore     = "verder lezen"
	textStops    = "Daarna stopt het werkboek."
	textHere     = "nee, terug"
)

// doneText says what was wiped.
func doneText(what string) string {
	return "Gewist: " + what + ". Wat je zelf meenam of kopieerde, staat er nog."
}
