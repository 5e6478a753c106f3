package page

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/tui/screen"
)

// contents is the list of what stands in the chapter, over the margin or over
// the page.
type contents struct {
	entries []entry
	chosen  int
}

// entry is a section, or an exercise in it.
type entry struct {
	section int
	block   *course.Block
	number  string
	title   string
}

func (p *Page) openContents() {
	c := &contents{}
	for n, section := range p.chapter.Sections() {
		for _, b := range section.Blocks() {
			switch {
			case b.Kind == course.Heading && b.Level == 2:
				c.entries = append(c.entries, entry{n, b, number(b.Number), b.Text.Plain()})
			case b.Kind == course.Exercise && p.deps.Book.Course().Exercise(b.Target) != nil:
				e := p.deps.Book.Course().Exercise(b.Target)
				c.entries = append(c.entries, entry{n, b, "", labelExercise + " " + e.Head().Title})
			}
		}
		if n <= p.cur.section && len(c.entries) > 0 {
			c.chosen = lastOf(c.entries, n)
		}
	}
	p.card = nil
	p.list = c
}

// lastOf gives the first entry of a section, or the last before it.
func lastOf(entries []entry, section int) int {
	at := 0
	for i, e := range entries {
		if e.section < section {
			at = i
		}
		if e.section == section {
			return i
		}
	}
	return at
}

func (p *Page) pressedInContents(msg tea.KeyPressMsg) tea.Cmd {
	c, k := p.list, p.keys.list
	switch {
	case key.Matches(msg, k.Up):
		c.chosen = max(0, c.chosen-1)
	case key.Matches(msg, k.Down):
		c.chosen = min(len(c.entries)-1, c.chosen+1)
	case key.Matches(msg, k.First):
		c.chosen = 0
	case key.Matches(msg, k.Last):
		c.chosen = len(c.entries) - 1
	case key.Matches(msg, k.Open):
		p.list = nil
		if len(c.entries) > 0 {
			p.goToBlock(c.entries[c.chosen].section, c.entries[c.chosen].block)
		}
	case key.Matches(msg, p.keys.back.Back), key.Matches(msg, p.keys.page.Contents):
		p.list = nil
	default:
		return screen.Tell(textDeadInList)
	}
	return nil
}

// lines draws the list at a width, so that the chosen entry is in sight.
func (c *contents) lines(p *Page, width, height int) []string {
	st := p.env.Styles
	text := []string{st.Soft.Render(textContents), ""}
	chosenAt := 0
	for i, e := range c.entries {
		for j, line := range p.setter.Text(e.title, width-marginIndent) {
			lead := "   "
			if j == 0 && e.number != "" {
				lead = (e.number + "   ")[:marginIndent]
			}
			style := st.Ink
			if i == c.chosen {
				style, chosenAt = st.Chosen, len(text)
				if j == 0 {
					lead = signHere + lead[:marginIndent-1]
				}
			}
			text = append(text, st.Soft.Render(lead)+style.Render(line))
		}
	}
	from := max(0, min(chosenAt-height+1, len(text)-1))
	return text[from:min(len(text), from+height)]
}

// over draws the list on the page itself, where there is no margin.
func (c *contents) over(p *Page) []string {
	var rows []string
	for _, line := range c.lines(p, p.layout.Measure, p.height()) {
		rows = append(rows, p.layout.Compose(screen.Row{Text: line}, p.env.Ruler))
	}
	return rows
}
