// Package placard is one answer, large, and nothing else: for two people who put
// their laptops together. It imports screen, keys, banner and plain.
package placard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/plain"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/banner"
)

// The measure of a placard, in cells and rows: as wide as reads well over a table.
const (
	mostCells = 45
	edge      = 4
	headRows  = 2 // blank rows above the question
	footRows  = 2 // a blank row and the bottom line
)

// Placard is the screen.
type Placard struct {
	env             screen.Env
	question, words string
	top             int
	page            keys.Page
	back            keys.Everywhere
}

// New makes a placard of a question and what somebody answered, raw.
func New(env screen.Env, question, words string) *Placard {
	return &Placard{
		env: env, question: plain.Line(question), words: strings.TrimSpace(plain.Safe(words)),
		page: keys.NewPage(), back: keys.NewEverywhere(),
	}
}

// Init needs nothing.
func (p *Placard) Init() tea.Cmd { return nil }

// Adopt takes size, theme and ruler.
func (p *Placard) Adopt(env screen.Env) {
	p.env = env
	p.scroll(0)
}

// Update takes a message.
func (p *Placard) Update(msg tea.Msg) tea.Cmd {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case key.Matches(press, p.page.Turn):
		p.scroll(p.height() - 1)
	case key.Matches(press, p.page.TurnBack):
		p.scroll(1 - p.height())
	case key.Matches(press, p.page.Down):
		p.scroll(1)
	case key.Matches(press, p.page.Up):
		p.scroll(-1)
	case key.Matches(press, p.back.Save):
	case key.Matches(press, p.back.Back, p.page.Alone, p.page.Open):
		return screen.Ask(screen.Back{})
	default:
		return screen.Tell(textDeadKey)
	}
	return nil
}

func (p *Placard) scroll(by int) {
	p.top = max(0, min(p.top+by, len(p.rows())-p.height()))
}

// axis is where the words start: with the text of a page where there is a gutter.
func (p *Placard) axis() int {
	if l := p.env.Layout(); l.Gutter {
		return l.Axis
	}
	return edge
}

func (p *Placard) room() int { return max(1, p.env.Width-p.axis()-edge) }

// asked gives the rows of the question.
func (p *Placard) asked() []string { return p.env.Ruler.Wrap(p.question, min(p.room(), mostCells)) }

// height gives the rows for the words.
func (p *Placard) height() int {
	return max(1, p.env.Height-headRows-len(p.asked())-1-footRows)
}

// rows gives the words: in block letters where they fit so, or else with air
// between the lines where there is room.
func (p *Placard) rows() []string {
	if large, ok := p.large(); ok {
		return large
	}
	lines := p.env.Ruler.Wrap(strings.ReplaceAll(p.words, "\t", "  "), min(p.room(), mostCells))
	if 2*len(lines)-1 > p.height() {
		return lines
	}
	var rows []string
	for i, line := range lines {
		if i > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, line)
	}
	return rows
}

// large gives the words in block letters; ok is false where they do not fit, or
// hold a letter that cannot be written so.
func (p *Placard) large() (rows []string, ok bool) {
	line := ""
	flush := func() {
		if len(rows) > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, banner.Rows(line)...)
		line = ""
	}
	for _, word := range strings.Fields(p.words) {
		if cells, known := banner.Width(word); !known || cells > p.room() {
			return nil, false
		}
		joined := strings.TrimSpace(line + " " + word)
		if cells, _ := banner.Width(joined); line != "" && cells > p.room() {
			flush()
			joined = word
		}
		line = joined
	}
	flush()
	return rows, len(rows) <= p.height()
}

// View draws the placard.
func (p *Placard) View() screen.Frame {
	st := p.env.Styles
	lines := make([]string, headRows, p.env.Height)
	put := func(text string) { lines = append(lines, strings.Repeat(" ", p.axis())+text) }
	for _, line := range p.asked() {
		put(st.Soft.Render(line))
	}
	lines = append(lines, "")
	rows := p.rows()
	for _, line := range rows[p.top:min(len(rows), p.top+p.height())] {
		put(st.Warm.Render(line))
	}
	for len(lines) < p.env.Height-1 {
		lines = append(lines, "")
	}
	lines = lines[:max(0, p.env.Height-1)]
	help := screen.KeyLine([]screen.KeyHelp{{Key: p.back.Back.Help().Key, Help: textBack}}, p.room(), st, p.env.Ruler)
	if len(rows) > p.height() {
		help = screen.KeyLine([]screen.KeyHelp{
			{Key: p.page.Turn.Help().Key, Help: p.page.Turn.Help().Desc}, {Key: p.back.Back.Help().Key, Help: textBack},
		}, p.room(), st, p.env.Ruler)
	}
	put(help)
	return screen.Frame{Lines: lines, Whole: true}
}

// Line gives the keys of the bottom line.
func (p *Placard) Line() []key.Binding { return []key.Binding{screen.Named(p.back.Back, textBack)} }

// Places says which keys count here.
func (p *Placard) Places() []keys.Place { return []keys.Place{keys.Unwritten, keys.InAllPlaces} }

// Typing is false: nothing is written here.
func (p *Placard) Typing() bool { return false }
