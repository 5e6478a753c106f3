package bench

import "strconv"

const (
	textNothingUndone = "Er is niets meer om ongedaan te maken."
	textNothingRedone = "Er is niets om opnieuw te doen."
)

func chapterNumber(n int) string { return strconv.Itoa(n) }
