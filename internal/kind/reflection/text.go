package reflection

const (
	textNoFields       = "de oefening heeft geen vragen"
	textNoFieldsRemedy = "zet onder `velden:` minstens één veld met id, vraag en soort"
)
