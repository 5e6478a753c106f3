package course

import (
	"fmt"
	"strings"

	"werkboek/internal/problem"
)

const (
	textUnreadable        = "dit bestand is er niet, of kan niet worden gelezen"
	textUnreadableRemedy  = "kijk of het er staat en of je het mag openen"
	textTooLarge          = "dit is geen gewoon bestand, of het is te groot"
	textTooLargeRemedy    = "houd het onder 8 MB"
	textNoTitle           = "het hoofdstuk heeft geen titel"
	textNoTitleRemedy     = "zet in de kop `titel: …`"
	textNoID              = "de oefening heeft geen bruikbaar id"
	textNoIDRemedy        = "zet in de kop `id: …`, één woord van hoogstens 60 kleine letters (a-z), cijfers en streepjes"
	textBadModuleID       = "het id van de module kan niet in de naam van een map staan"
	textBadModuleIDRemedy = "neem één woord van hoogstens 60 kleine letters (a-z), cijfers en streepjes"

	textGapRemedy         = "laat elk blok beginnen waar het vorige eindigt"
	textSlotRemedy        = "geef het blok een `hoofdstuk` dat er is, of een `pauze`"
	textTermRemedy        = "geef elk begrip een id, een naam en een uitleg"
	textSourceRemedy      = "geef elke bron een id en een titel"
	textDoubleRemedy      = "geef er één een ander id; let op: antwoorden hangen aan het oude"
	textUnusedRemedy      = "verwijs ernaar, of haal het weg"
	textHeadingRemedy     = "geef een van de koppen een eigen id: {#ander-id}"
	textDeepHeading       = "een kop hoort hier ## of ### te zijn"
	textDeepHeadingRemedy = "maak er ## of ### van; de titel staat al in de kop van het bestand"
	textCalloutRemedy     = "kies uit PRAKTIJK, VRAAG, LET OP, DIA en TRAINER"
	textWorkFieldRemedy   = "zet het werkveld in module.yaml, onder `werkvelden`"
	textReference         = "verwijzingen onderaan de tekst werken hier niet"
	textReferenceRemedy   = "zet het adres direct achter de tekst: [tekst](adres)"
	textImage             = "een afbeelding is in een terminal niet te zien"
	textImageRemedy       = "zeg in woorden wat erop staat"
	textHTML              = "HTML wordt niet getoond"
	textHTMLRemedy        = "schrijf het in Markdown"
	textChapterRemedy     = "laat `hoofdstuk` in de oefening kloppen met waar de oefening staat"
	textFieldLinkRemedy   = "zet haar in de tekst van de oefening, of in een uitleg"
	textFieldRemedy       = "geef elk veld een id zonder spaties en een vraag"
	textOptionsRemedy     = "zet onder `opties` waaruit gekozen kan worden, of noem met `uit` een lijst"
	textOptionsNeedless   = "haal ze weg, of maak er `soort: keuze` van"
	textRangeRemedy       = "laat het tweede getal groter zijn dan het eerste"
	textLengthRemedy      = "schrijf hoeveel tekens er passen, of haal `lengte` weg"
	textEndsRemedy        = "schrijf er twee: het woord bij het laagste en dat bij het hoogste getal"
	textOwnRemedy         = "haal `eigen` weg, of maak er `soort: keuze` van"

	textDoubleOptionRemedy      = "haal er één weg, of geef hem andere woorden"
	textLinkRemedy              = "verwijs met begrip:, bron: of oefening:, of met een adres dat met https:// begint"
	textNestedRemedy            = "zet het kader los in de tekst, met een lege regel erboven en eronder"
	textCalloutInExerciseRemedy = "zet het kader in het hoofdstuk, bij de oefening"

	textStrayActionRemedy = "zet de verwijzing alleen, in een eigen alinea van een hoofdstuk"

	textPlaceRemedy       = "schrijf het als oefening/veld, van iets dat bestaat"
	textLongHeadingRemedy = "maak de kop korter, dan past hij op één regel"
	textLongSlideRemedy   = "maak de tekst korter, of zet een `---` in de paragraaf"
	textWideTableRemedy   = "maak de tekst in de cellen korter, of maak er een lijst van"
	textMinutesRemedy     = "maak een oefening korter, doe er een thuis, of geef het blok meer tijd"
)

func twice(file string, line int, what, other string) problem.Problem {
	return problem.Problem{File: file, Line: line, What: fmt.Sprintf("%q is er al, in %s", what, other), Remedy: textDoubleRemedy}
}

func unknownKind(name string) string { return fmt.Sprintf("onbekende soort %q", name) }

func choose(names []string) string { return "kies uit " + strings.Join(names, ", ") }

func notClock(s string) string { return fmt.Sprintf("%q is geen tijd zoals 9.30", s) }

func missing(key string) string { return fmt.Sprintf("%q ontbreekt", key) }

func addKey(key string) string { return fmt.Sprintf("zet er `%s: …` bij", key) }

func gap(begin, end Clock) string {
	return fmt.Sprintf("het blok van %s begint niet waar het vorige eindigt (%s)", begin, end)
}

func emptySlot(begin Clock) string {
	return fmt.Sprintf("het blok van %s heeft geen hoofdstuk en geen pauze", begin)
}

func noSuchChapter(n int) string { return fmt.Sprintf("hoofdstuk %d is er niet", n) }

func incomplete(what string) string {
	return fmt.Sprintf("%q is niet compleet", strings.TrimSpace(what))
}

func doubleID(id string) string { return fmt.Sprintf("het id %q komt twee keer voor", id) }

func notUsed(id string) string { return fmt.Sprintf("nergens wordt naar %q verwezen", id) }

func wrongNumber(n int) string {
	return fmt.Sprintf("de naam van het bestand past niet bij nummer %d", n)
}

func wrongName(id string) string {
	return fmt.Sprintf("de naam van het bestand past niet bij id %q", id)
}

func renameTo(want string) string { return fmt.Sprintf("noem het bestand %s…", want) }

func unknownCallout(name string) string { return fmt.Sprintf("onbekend kader [!%s]", name) }

func unknownWorkField(f string) string { return fmt.Sprintf("onbekend werkveld %q", f) }

func deadLink(target string) string { return fmt.Sprintf("%q is er niet", target) }

func deadLinkRemedy(scheme string) string {
	switch scheme {
	case SchemeTerm:
		return "zet het begrip in " + termsFile
	case SchemeSource:
		return "zet de bron in " + sourcesFile
	}
	return "maak de oefening in de map exercises, of haal de verwijzing weg"
}

func unknownAction(name string) string { return fmt.Sprintf("het werkboek kent %q niet", name) }

func nowhere(target string) string {
	return fmt.Sprintf("%q is geen verwijzing die het werkboek kent", target)
}

func strayAction(target string) string { return fmt.Sprintf("%q kan hier niet worden gekozen", target) }

func notLinked(n int) string { return fmt.Sprintf("hoofdstuk %d verwijst niet naar deze oefening", n) }

func linkRemedy(title, id string) string {
	return fmt.Sprintf("zet in het hoofdstuk, in een eigen alinea: [Oefening: %s](oefening:%s)", title, id)
}

func linkedFrom(n int) string {
	return fmt.Sprintf("hoofdstuk %d verwijst naar deze oefening, en die noemt dat hoofdstuk niet", n)
}

func unknownSort(id, sort string) string {
	return fmt.Sprintf("veld %q heeft een onbekende soort %q", id, sort)
}

func unknownValue(key, value string) string { return fmt.Sprintf("%q is geen `%s`", value, key) }

func nestedCallout(l Label) string {
	return fmt.Sprintf("het kader [!%s] staat in een lijst, een citaat of een ander kader", l)
}

func calloutInExercise(l Label) string {
	return fmt.Sprintf("het kader [!%s] wordt in een oefening nergens getoond", l)
}

func negative(id string, length int) string {
	return fmt.Sprintf("veld %q heeft een lengte van %d", id, length)
}

func badEnds(id string, n int) string {
	return fmt.Sprintf("veld %q heeft %d woorden als uitersten, en dat zijn er twee of geen", id, n)
}

func doubleOption(id, option string) string {
	return fmt.Sprintf("veld %q heeft de optie %q twee keer", id, option)
}

func noSuchOption(id, value string) string {
	return fmt.Sprintf("veld %q heeft geen optie %q", id, value)
}

func outOfRange(id, value string) string {
	return fmt.Sprintf("veld %q kan nooit %q zijn", id, value)
}

func chooseRange(from, to int) string {
	return fmt.Sprintf("kies een getal van %d tot en met %d", from, to)
}

func noOptions(id string) string { return fmt.Sprintf("veld %q heeft niets om uit te kiezen", id) }

func linkInField(id, key string) string {
	return fmt.Sprintf("veld %q heeft een verwijzing in `%s`, en die werkt daar niet", id, key)
}

func needless(id, key string) string { return fmt.Sprintf("veld %q heeft niets aan %s", id, key) }

func badRange(id string) string { return fmt.Sprintf("veld %q loopt van groot naar klein", id) }

func noSuchPlace(p string) string { return fmt.Sprintf("%q bestaat niet", p) }

func longHeading(cells, most int) string {
	return fmt.Sprintf("de kop is %d tekens breed, op een regel passen er %d", cells, most)
}

func longSlide(lines int) string {
	return fmt.Sprintf("de DIA-tekst neemt %d regels van %d tekens, op een dia passen er %d", lines, SlideCells, SlideLines)
}

func wideTable(cells, most int) string {
	return fmt.Sprintf("de tabel is %d tekens breed, op een bladzijde passen er %d", cells, most)
}

func tooLong(sum, slot int) string {
	return fmt.Sprintf("de oefeningen in de zaal duren samen %d minuten, het programma geeft er %d", sum, slot)
}

const (
	textCase     = "een voorbeeld uit de praktijk"
	textExercise = "een oefening"
	textSource   = "een bron"

	textWithoutRemedy      = "zet er een bij, of laat het zo als het hoofdstuk er geen nodig heeft"
	textNowhere            = "deze oefening staat in geen enkel hoofdstuk"
	textLongSentenceRemedy = "maak er twee zinnen van"
	textHardSectionRemedy  = "maak zinnen en woorden korter; het cijfer is een hulpmiddel, geen oordeel"
)

func without(what string) string { return "in dit hoofdstuk staat nergens " + what }

func longSentence(n, most int) string {
	return fmt.Sprintf("een zin telt %d woorden, en na %d raakt een lezer de draad kwijt", n, most)
}

// hardSection tells of the index of Flesch and Douma.
func hardSection(index, least int) string {
	return fmt.Sprintf("deze paragraaf leest moeilijk: Flesch-Douma %d, liever %d of meer", index, least)
}
