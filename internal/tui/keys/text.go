package keys

const (
	textRowUp        = "regel omhoog"
	textRowDown      = "regel omlaag"
	textCellLeft     = "naar links"
	textCellRight    = "naar rechts"
	textPlace        = "plek"
	textUnknown      = "weet ik niet"
	textHow          = "hoe weet ik dat?"
	textClearPlace   = "plek weghalen"
	textSecondMoment = "naar achteraf"
	textAlike        = "gelijk"
	textDifferent    = "verschil"
	textSkip         = "overslaan"
	textClearSign    = "teken weghalen"
	textAddTrait     = "kenmerk erbij"
	textRemoveTrait  = "kenmerk weglaten"
	textMorePersons  = "persoon erbij"
	textFewerPersons = "persoon minder"
	textNextCard     = "volgende"
	textOtherLook    = "eerste of tweede blik"
	textAddCard      = "eigen kaart"
	textAllCards     = "alle kaarten"
	textDisagree     = "oneens, want …"
	textTally        = "turven"
	textUntally      = "turf terug"
	textPause        = "pauze"
	textLonger       = "minuut erbij"
	textStart        = "starttijd"
	textWriteOn      = "verder schrijven"

	textQuit   = "stoppen"
	textHelp   = "hulp"
	textCover  = "scherm afdekken"
	textSave   = "bewaren"
	textRedraw = "scherm opnieuw tekenen"
	textBack   = "terug"
	textTheme  = "thema"

	textVersions = "twee versies naast elkaar"
	textNotes    = "mijn notities"

	textToPage       = "naar het boek"
	textDiscard      = "in de prullenbak"
	textUndoDiscard  = "uit de prullenbak halen"
	textAboutNotes   = "waar ze staan"
	textTurnText     = "verder"
	textTurnTextBack = "terugbladeren"
	textKeepThis     = "deze houden"
	textTakeOther    = "de andere nemen"
	textLeftVersion  = "linker kiezen"
	textRightVersion = "rechter kiezen"

	textUp          = "rij omhoog"
	textDown        = "rij omlaag"
	textFirstRow    = "eerste rij"
	textLastRow     = "laatste rij"
	textOpenRow     = "kiezen"
	textOpenChapter = "openen"
	textChapter     = "hoofdstuk"
	textMore        = "meer"

	textTurn           = "verder"
	textTurnBack       = "blad terug"
	textBlockUp        = "alinea omhoog"
	textBlockDown      = "alinea omlaag"
	textFirstPage      = "begin van het hoofdstuk"
	textLastPage       = "einde van het hoofdstuk"
	textNextThing      = "naar wat je kunt openen of invullen"
	textPreviousThing  = "terug naar wat je kunt openen"
	textOpenThing      = "openen"
	textContents       = "inhoud"
	textMargin         = "kantlijn"
	textOtherField     = "ander werkveld"
	textLay            = "kaart op die plek leggen, of er weghalen"
	textBelow          = "eronder"
	textBeside         = "ernaast"
	textBefore         = "ervoor"
	textBetween        = "ertussen: een tak boven deze"
	textEditNode       = "wijzigen"
	textDeleteNode     = "weghalen, met alles eronder"
	textRemark         = "iets erbij schrijven"
	textMoveUp         = "omhoog schuiven"
	textMoveDown       = "omlaag schuiven"
	textDeeper         = "onder de vorige hangen"
	textHigher         = "een stap hoger hangen"
	textOtherSide      = "tak naar de andere kant"
	textCopyBranch     = "tak kopiëren"
	textCutBranch      = "tak knippen"
	textPasteBranch    = "hieronder plakken, ook een lijst"
	textFoldNode       = "dicht- of openvouwen"
	textLevels         = "zoveel lagen tonen; 0: tot het past"
	textAsList         = "als lijst, of als kaart"
	textFocusBranch    = "alleen deze tak tonen"
	textFind           = "zoeken"
	textFindNext       = "volgende vondst"
	textIdentityBranch = "tak 'wie ik ben', als je dat wilt"
	textGives          = "wat het geeft; nog een keer: weg"
	textWays           = "welke kant het op gaat"
	textAlone          = "één antwoord tonen, groot en alleen"
	textUndoRestart    = "opnieuw beginnen ongedaan maken"

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

	textSwitch      = "aan of uit"
	textSwitchAll   = "alles aan; nog een keer: weer zoals het begon"
	textReadOn      = "verder lezen"
	textReadBack    = "terug lezen"
	textOtherFolder = "andere map"
	textWriteBlank  = "leeg werkboek maken"
	textWriteAlong  = "bestand maken"

	textLower       = "lager"
	textHangHigher  = "hoger"
	textNumberDigit = "getal typen"
	textClearNumber = "getal weghalen"

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
	InNumber:    "bij een getal",
	InList:      "in een lijst",
	InTaking:    "bij het meenemen",
	InNotebook:  "bij mijn notities",
	InPast:      "om te bladeren",
	InBeside:    "bij twee versies naast elkaar",
	OnSlides:    "bij het presenteren",

	InInstrument: "in het hele venster",
	InScale:      "op de schalen",
	InCircle:     "in de kring",
	InCards:      "bij de kaarten",
	InDialogue:   "in de rondes",
	InMindmap:    "op de mindmap",
}
