package placard

const (
	textBack    = "terug"
	textDeadKey = "Dit is één antwoord, en niets anders. esc gaat terug."
)
