package cli

import "strings"

const textCrashed = "Het werkboek is gestopt door een fout in het programma zelf."

// crashText tells of a mistake in the program. All words were saved before it ended.
func crashText(kind string, trace []string) string {
	text := textCrashed + "\nWat je schreef is opgeslagen. Open het werkboek opnieuw: je gaat verder waar je was." +
		"\n\nGaat het weer mis op dezelfde plek? Geef dan dit door aan wie je het werkboek gaf; er staat niets in van wat je schreef:\n  " + kind
	if len(trace) > 0 {
		text += "\n  " + strings.Join(trace, "\n  ")
	}
	return text
}
