package settings

// textHeader is the beginning of a new settings file.
const textHeader = `# Keuzes voor het werkboek. Je mag dit bestand zelf veranderen.
# Het thema is auto, licht, donker of contrast
# Het werkveld is dat waaruit je voorbeelden ziet
# De privacytekens zijn aan of uit
`

// What a choice that is on or off is called.
const (
	valueOn  = "aan"
	valueOff = "uit"
)
