package keys

const (
	textQuit   = "stoppen"
	textHelp   = "hulp"
	textCover  = "scherm afdekken"
	textSave   = "bewaren"
	textRedraw = "scherm opnieuw tekenen"
	textBack   = "terug"
	textTheme  = "thema"

	textUp          = "rij omhoog"
	textDown        = "rij omlaag"
	textFirstRow    = "eerste rij"
	textLastRow     = "laatste rij"
	textOpenRow     = "kiezen"
	textOpenChapter = "openen"
	textChapter     = "hoofdstuk"
	textMore        = "meer"

	textTurn          = "verder"
	textTurnBack      = "blad terug"
	textBlockUp       = "alinea omhoog"
	textBlockDown     = "alinea omlaag"
	textFirstPage     = "begin van het hoofdstuk"
	textLastPage      = "einde van het hoofdstuk"
	textNextThing     = "naar wat je kunt openen of invullen"
	textPreviousThing = "terug naar wat je kunt openen"
	textOpenThing     = "openen"
	textContents      = "inhoud"
	textMargin        = "kantlijn"
	textOtherField    = "ander werkveld"

	textNextField     = "volgende vraag"
	textPreviousField = "vorige vraag"
	textLeft          = "teken terug"
	textRight         = "teken verder"
	textLineUp        = "regel omhoog"
	textLineDown      = "regel omlaag"
	textWordLeft      = "woord terug"
	textWordRight     = "woord verder"
	textLineStart     = "begin van de regel"
	textLineEnd       = "einde van de regel"
	textTextStart     = "begin van de tekst"
	textTextEnd       = "einde van de tekst"
	textFieldPageUp   = "stuk omhoog"
	textFieldPageDown = "stuk omlaag"
	textSelect        = "selecteren"
	textSelectAll     = "alles selecteren"
	textCopy          = "kopiëren"
	textCut           = "knippen"
	textPaste         = "plakken"
	textUndo          = "ongedaan"
	textRedo          = "opnieuw"
	textNewLine       = "nieuwe regel"
	textBackspace     = "teken wissen"
	textDelete        = "teken erna wissen"
	textBackspaceWord = "woord wissen"
	textDeleteWord    = "woord erna wissen"

	textOptionUp   = "keuze terug"
	textOptionDown = "keuze verder"
	textToggle     = "kiezen"
	textDigit      = "keuze met een cijfer"
	textClear      = "keuze weghalen"

	textNextSlide     = "volgende"
	textPreviousSlide = "vorige"
	textFirstSlide    = "eerste dia"
	textLastSlide     = "laatste dia"
	textBlack         = "zwart"
	textSlideDigit    = "nummer van een dia"
	textJump          = "naar dat nummer"
)

var placeNames = [...]string{
	InAllPlaces: "overal",
	Unwritten:   "waar je niet typt",
	OnStart:     "op het beginscherm",
	OnPage:      "in een hoofdstuk",
	InField:     "op een schrijfregel",
	InChoice:    "bij een keuze",
	InList:      "in een lijst",
	OnSlides:    "bij het presenteren",
}
