package worksheet

import "fmt"

const (
	textNoSteps       = "de oefening heeft geen stappen"
	textNoStepsRemedy = "zet onder `stappen:` minstens één stap met id, titel en velden"
	textBadStepRemedy = "geef elke stap een eigen id zonder spaties en een titel"
)

func badStep(id string) string {
	return fmt.Sprintf("de stap %q is niet compleet, of komt twee keer voor", id)
}
