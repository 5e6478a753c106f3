package leaflet

import (
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/typeset"
)

// keyColumn is the width of the keys' names in help, cells.
const keyColumn = 18

// Help makes the help: the keys that count in the given places, from the one
// table of keys, and then the short guide.
func Help(places []keys.Place, set func() *typeset.Setter) Maker {
	return func(env screen.Env) []screen.Row {
		var rows []screen.Row
		for i, g := range keys.At(places...) {
			if i > 0 {
				rows = append(rows, screen.Row{})
			}
			rows = append(rows, screen.Row{Text: env.Styles.Strong.Render(g.Place.Name())})
			rows = append(rows, groupRows(g, env)...)
		}
		rows = append(rows, screen.Row{}, screen.Row{Text: env.Styles.Strong.Render(textGuideTitle)})
		return append(rows, Blocks(course.ParseBlocks(textGuide), set())(env)...)
	}
}

// groupRows gives a row per key. Bindings with the same help stand on one row.
func groupRows(g keys.Group, env screen.Env) []screen.Row {
	var rows []screen.Row
	last := ""
	for _, b := range g.Bindings {
		h := b.Help()
		if h.Desc == last {
			continue
		}
		last = h.Desc
		lead := env.Styles.Key.Render(h.Key) + strings.Repeat(" ", max(1, keyColumn-env.Ruler.Width(h.Key)))
		for _, line := range env.Ruler.Wrap(h.Desc, env.Layout().Measure-keyColumn) {
			rows = append(rows, screen.Row{Text: lead + env.Styles.Soft.Render(line)})
			lead = strings.Repeat(" ", keyColumn)
		}
	}
	return rows
}

// Blocks makes rows of blocks of text, a blank line between them.
func Blocks(blocks []*course.Block, set *typeset.Setter) Maker {
	return func(env screen.Env) []screen.Row {
		var rows []screen.Row
		for i, b := range blocks {
			if i > 0 && (blocks[i-1].Kind != course.Heading) {
				rows = append(rows, screen.Row{})
			}
			for _, line := range set.Block(b, env.Layout().Measure).Lines {
				rows = append(rows, screen.Row{Text: line})
			}
		}
		return rows
	}
}
