package screen

import "fmt"

// NotSaved is how a failed save is told, at the place of the words.
const textStillHere = "! Je tekst staat hier nog; ik probeer het opnieuw. ctrl+s: nu."

// Lines tells it in two lines: that the words are still here and what to press, and
// what could not be saved. Nil when all is well.
func (t Trouble) Lines() []string {
	if t.Reason == "" {
		return nil
	}
	return []string{textStillHere, fmt.Sprintf("%s (%s)", t.Word(), t.File)}
}

// Word tells it in a few words.
func (t Trouble) Word() string { return "! Nog niet bewaard: " + t.Reason }
