package leaflet

const (
	textBack    = "terug"
	textDeadKey = "esc gaat terug; spatie en PgUp bladeren."

	textGuideTitle = "kort gezegd"
	textGuide      = `Je leest met de spatiebalk en met ↑ en ↓. Wat je kunt openen of invullen
vind je met tab; enter opent het. Met esc ga je steeds één stap terug, en daarbij
gaat niets verloren.

Schrijven gaat zoals je gewend bent. Je hoeft niets op te slaan: dat gaat vanzelf.
Rechtsonder staat ` + "`opgeslagen`" + ` als alles op de schijf staat.

Met n zie je al je notities, met hun eerdere versies en de prullenbak. Zijn er van een
notitie twee versies, dan zet F6 ze naast elkaar en kies je zelf.

Met m schrijf je iets in de kantlijn, naast de alinea waar je bent. Met F9 dek je je
scherm meteen af als iemand meekijkt.

Wat je schrijft blijft op deze computer. Schrijf over jezelf, en noem geen namen van
cliënten. Lijkt iets op een telefoonnummer, adres of geboortedatum, dan staat er een
○ naast. Namen herkent het werkboek niet. Deel je de laptop, of is hij van je werk?
Dan wis je alles voorgoed met Wissen: druk op de eerste bladzijde op . (Meer).`
)
