package more

const (
	textTitle   = "Meer"
	textBack    = "terug"
	textDeadKey = "Kies met ↑ en ↓ en druk op enter; esc gaat terug."
)
