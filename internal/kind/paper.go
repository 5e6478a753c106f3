package kind

// PaperID is the field of every exercise with an instrument that says that it was
// done on paper.
const PaperID = "papier"

// Paper gives that field: one thing to tick.
func Paper() Field {
	return Field{ID: PaperID, Ask: textPaper, Sort: Ticks, Options: []string{textOnPaper}, MayEmpty: true}
}
