package rescue

const (
	textTitle       = "Nog niet alles is bewaard"
	textStillThere  = "Wat je schreef staat nog in het werkboek. Wat wil je doen?"
	textNothingLeft = "Alles is nu bewaard."

	textRetry     = "Opnieuw proberen"
	textRetryHelp = "Bijvoorbeeld als je ruimte hebt gemaakt op de schijf."
	textPlace     = "Op een andere plek bewaren, en stoppen"
	textPlaceHelp = "Bijvoorbeeld op een USB-stick. Je kiest zelf de map."
	textQuit      = "Stoppen, met een noodkopie"
	textStay      = "Terug naar mijn tekst"
	textStayHelp  = "Het werkboek probeert het vanzelf opnieuw."

	textSaved     = "Alles is nu bewaard."
	textNoPlace   = "Typ eerst een map, bijvoorbeeld D:\\notities of ~/Documenten."
	textDeadKey   = "Kies met ↑ en ↓ en druk op enter; esc gaat terug naar je tekst."
	textBusy      = "Ik ben nog aan het bewaren; een ogenblik."
	textSaveThere = "hier bewaren"
	textBack      = "andere keuze"
	textStayShort = "terug naar mijn tekst"
	textQuitShort = "noodkopie"
)

func because(reason string) string { return "! Nog niet bewaard: " + reason + "." }

func still(reason string) string { return "Het lukt nog niet: " + reason + "." }

func notThere(reason string) string {
	return "Op die plek lukt het niet: " + reason + ". Kies een andere map."
}

// quitHelp says where an emergency copy goes.
func quitHelp(shelter string) string {
	if shelter == "" {
		return "ctrl+q doet dit ook. De plek staat daarna in de terminal."
	}
	return "ctrl+q doet dit ook. De kopie komt in " + shelter
}
