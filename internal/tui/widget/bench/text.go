package bench

import "strconv"

// What an instrument says where there is no step to go back or on.
const (
	NothingUndone = "Er is niets meer om ongedaan te maken."
	NothingRedone = "Er is niets om opnieuw te doen."
)

func chapterNumber(n int) string { return strconv.Itoa(n) }
