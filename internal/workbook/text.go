package workbook

// marginTitle is the title of a chapter's margin notes, in their file.
func marginTitle(chapter string) string { return "Kantlijn bij " + chapter }

const (
	textAskKeeping  = "Wat je hier schrijft is persoonlijk. Wil je het bewaren?"
	textKeepingHelp = "Je kiest dit één keer, voor deze oefening."
	textKeep        = "bewaren op deze computer"
	textForNow      = "alleen voor nu: het verdwijnt als je stopt"
)
