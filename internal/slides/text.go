package slides

import (
	"fmt"
	"strings"

	"werkboek/internal/course"
)

func calloutLabel(l course.Label) string { return strings.ToLower(string(l)) }

// exerciseLabel says what an exercise asks of time and company.
func exerciseLabel(minutes int, form string) string {
	label := "oefening"
	if minutes > 0 {
		label += fmt.Sprintf(" · %d min", minutes)
	}
	if form != "" {
		label += " · " + form
	}
	return label
}
