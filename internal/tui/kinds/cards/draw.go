package cards

import (
	"strings"

	"werkboek/internal/kind/cards"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/bench"
)

// gap is the room between two columns, cells.
const gap = 2

// View draws the table, and the card in hand at the foot of the window.
func (c *Cards) View() screen.Frame {
	a := c.Now()
	laid, looked, of := a.Counts(c.all)
	frame := screen.Frame{Title: c.Title, Lines: c.Head(c.env, farText(c.second, laid, looked, of))}
	foot, cursor := c.foot(a)
	foot, cursor = low(foot, cursor, c.env.Body()-bench.HeadLines-2)
	height := max(2, c.env.Body()-bench.HeadLines-len(foot))
	for _, line := range c.table(a, height) {
		frame.Lines = append(frame.Lines, c.compose("", line))
	}
	for len(frame.Lines) < bench.HeadLines+height {
		frame.Lines = append(frame.Lines, "")
	}
	if cursor != nil {
		cursor.Row += len(frame.Lines)
		frame.Cursor = cursor
	}
	frame.Remark = c.text.Remark()
	frame.Lines = append(frame.Lines, foot...)
	return frame
}

// low cuts the foot to a height, so that the cursor stays in sight.
func low(foot []string, cursor *screen.Spot, height int) ([]string, *screen.Spot) {
	from := 0
	if cursor != nil {
		from = max(0, cursor.Row-height+2)
	}
	if len(foot) <= height {
		return foot, cursor
	}
	if cursor != nil {
		cursor.Row -= from
	}
	return foot[from:min(len(foot), from+height)], cursor
}

func (c *Cards) compose(label, text string) string {
	lay := c.env.Layout()
	return lay.Compose(screen.Row{Label: label, Text: text}, c.env.Ruler)
}

// table draws the columns; each shows the cards that were laid there last, and the
// one in hand where it lies there.
func (c *Cards) table(a cards.Answer, height int) []string {
	places := a.Definition().Places
	wide := (c.tableCells() - gap*(len(places)-1)) / max(1, len(places))
	columns := make([][]string, len(places))
	for i, p := range places {
		columns[i] = c.column(a, p, wide, height)
	}
	lines := make([]string, height)
	for y := range lines {
		var b strings.Builder
		pad := 0
		for i, column := range columns {
			if i > 0 {
				b.WriteString(strings.Repeat(" ", max(0, pad)+gap))
			}
			text := ""
			if y < len(column) {
				text = column[y]
			}
			b.WriteString(text)
			pad = wide - c.env.Ruler.Width(text)
		}
		lines[y] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// tableCells is the room for the columns: the measure, and the margin where there is
// one, since whole titles say more.
func (c *Cards) tableCells() int {
	if lay := c.env.Layout(); lay.Margin > 0 {
		return lay.Margin + lay.Beside - lay.Axis
	}
	return c.env.Layout().Measure
}

// column draws the head of a place with how many lie there, and the cards below.
func (c *Cards) column(a cards.Answer, p cards.Place, wide, height int) []string {
	st, r := c.env.Styles, c.env.Ruler
	hand, _ := c.card()
	var lines []string
	here := -1
	for _, card := range a.Cards(true) {
		if !a.At(card, p.ID) {
			continue
		}
		text := c.shortTitle(card, elsewhere(a, card, p.ID), wide)
		if card.Key() == hand.Key() {
			here = len(lines)
			lines = append(lines, st.Chosen.Render(text))
		} else {
			lines = append(lines, st.Warm.Render(text))
		}
	}
	head := st.Strong.Render(r.Cut(headText(p, len(lines)), wide))
	room := max(1, height-1)
	from := max(0, len(lines)-room)
	if here >= 0 && here < from {
		from = here
	}
	return append([]string{head}, lines[from:min(len(lines), from+room)]...)
}

// shortTitle gives a card's title and where it lies too; the title gives way.
func (c *Cards) shortTitle(card cards.Card, also string, wide int) string {
	r := c.env.Ruler
	title := plain.Line(card.Title)
	if r.Width(title+also) > wide {
		title = r.Cut(title, max(0, wide-r.Width(also)-1)) + "…"
	}
	return r.Cut(title+also, wide)
}

// elsewhere says where a card lies too.
func elsewhere(a cards.Answer, card cards.Card, place string) string {
	var others []string
	for _, p := range a.Definition().Places {
		if p.ID != place && a.At(card, p.ID) {
			others = append(others, p.ID)
		}
	}
	return alsoText(others)
}

// foot draws the card in hand: what it says, and at the second look what it asks
// and what one can do.
func (c *Cards) foot(a cards.Answer) ([]string, *screen.Spot) {
	card, ok := c.card()
	if !ok {
		return []string{c.compose("", textNoCards)}, nil
	}
	st := c.env.Styles
	lines := []string{"", c.compose(st.Soft.Render(labelNow), st.Title.Render(c.env.Ruler.Cut(plain.Line(card.Title), c.env.Layout().Measure)))}
	for _, line := range c.wrap(card.Situation) {
		lines = append(lines, c.compose("", line))
	}
	if c.second {
		for _, q := range a.Ask(card) {
			for i, line := range c.wrap(questionText(q)) {
				label := ""
				if i == 0 {
					label = st.Soft.Render(labelAlso)
				}
				lines = append(lines, c.compose(label, line))
			}
		}
		for i, line := range c.wrap(helpText(card.Help)) {
			label := ""
			if i == 0 {
				label = st.Soft.Render(labelHelp)
			}
			lines = append(lines, c.compose(label, line))
		}
	}
	return c.footText(card, a, lines)
}

// footText adds what is written, or was written, about the card in hand.
func (c *Cards) footText(card cards.Card, a cards.Answer, lines []string) ([]string, *screen.Spot) {
	st, lay := c.env.Styles, c.env.Layout()
	label := st.Soft.Render(labelYou)
	if c.text == nil {
		remark, _ := a.Value(card.ID)
		if card.ID == "" || remark == "" || !c.second {
			return lines, nil
		}
		for _, line := range c.wrap(remark) {
			lines = append(lines, c.compose(label, st.Warm.Render(line)))
			label = ""
		}
		return lines, nil
	}
	row, cell, _ := c.text.Cursor()
	spot := &screen.Spot{Row: len(lines) + row, Cell: lay.Axis + cell}
	for i := range c.text.Rows() {
		lines = append(lines, c.compose(label, c.text.Row(i)))
		label = ""
	}
	return append(lines, c.compose("", st.Soft.Render(strings.Repeat("─", lay.Measure)))), spot
}

func (c *Cards) wrap(text string) []string {
	if text == "" {
		return nil
	}
	return c.env.Ruler.Wrap(plain.Safe(text), c.env.Layout().Measure)
}
