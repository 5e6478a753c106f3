package past

import (
	"charm.land/bubbles/v2/key"

	"werkboek/internal/compare"
	"werkboek/internal/notes"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
)

// View draws the two versions.
func (b *Beside) View() screen.Frame {
	lay, r := b.env.Layout(), b.env.Ruler
	lines := head(b.Deps, b.env, b.which(), b.says())
	switch {
	case len(b.copies) == 0 && b.looked:
		lines = append(lines, lay.Compose(screen.Row{Text: textOnlyOne}, r))
	case len(b.copies) == 0 || b.told.name != b.copies[0].Name:
		lines = append(lines, lay.Compose(screen.Row{Text: b.env.Styles.Soft.Render(textReading)}, r))
	default:
		lines = append(lines, b.text()...)
	}
	return screen.Frame{Lines: lines[:min(len(lines), b.env.Body())], Title: b.title()}
}

func (b *Beside) which() string {
	if len(b.copies) > 1 {
		return joined(textBeside, whichOf(1, len(b.copies)))
	}
	return textBeside
}

// says is the line below the title: what the signs mean.
func (b *Beside) says() string {
	switch {
	case len(b.copies) == 0 || b.told.name != b.copies[0].Name || b.told.err != nil:
		return textNothingIs
	case b.told.other == 0:
		return textSameBoth
	}
	return textDiffer
}

// text gives the names of the two and what is in sight of their words.
func (b *Beside) text() []string {
	var rows []pair
	if b.columns() {
		left, right := b.name(compare.Now), b.name(compare.Then)
		for i := range b.names() {
			rows = append(rows, pair{at(left, i), at(right, i)})
		}
	}
	rows = append(rows, b.rows[b.from:min(len(b.rows), b.from+b.height())]...)
	lay, accent := b.env.Layout(), b.env.Styles.Accent
	var lines []string
	for _, p := range rows {
		text := p.left.shown()
		if len(p.right.runs) > 0 {
			text = padded(text, b.cells()+gap-2, b.env) + padded(accent.Render(p.right.sign), 2, b.env) + p.right.shown()
		}
		lines = append(lines, lay.Compose(screen.Row{Sign: accent.Render(p.left.sign), Text: text}, b.env.Ruler))
	}
	return lines
}

// name gives the rows that say which version it is, where from and when, and a blank
// one.
func (b *Beside) name(side compare.Side) []line {
	st := b.env.Styles
	title, about, more := textNowSide, screen.Words(b.now), ""
	if side == compare.Then {
		c := b.copies[0]
		title, about = textOtherSide, screen.Moment(c.When.In(b.env.Now().Location()), b.env.Now())
		if b.told.err == nil {
			about = joined(about, screen.Words(b.told.words))
		}
		if c.Origin != notes.Other { // else the title says it
			about, more = c.Called(), about
		}
	}
	style, sign := st.Strong, ""
	if b.other == (side == compare.Then) {
		style, sign = st.Chosen, "›"
	}
	rows := []line{{sign, []run{{style, title}}}, styled(st.Soft, b.env.Ruler.Cut(about, b.cells()))}
	if more != "" || b.columns() {
		rows = append(rows, styled(st.Soft, b.env.Ruler.Cut(more, b.cells())))
	}
	return append(rows, line{})
}

// Line gives the keys of the bottom line.
func (b *Beside) Line() []key.Binding {
	later := screen.Named(b.every.Back, textLater)
	if len(b.copies) == 0 {
		return []key.Binding{screen.Named(b.every.Back, textBack)}
	}
	line := []key.Binding{screen.Named(b.keys.Mine, textKeepMine), screen.Named(b.keys.Other, textTakeThat), later}
	if len(b.rows) > b.height() {
		line = append(line, b.page.Turn)
	}
	return line
}

// Places says which keys count here.
func (b *Beside) Places() []keys.Place {
	return []keys.Place{keys.InList, keys.InPast, keys.InBeside, keys.Unwritten, keys.InAllPlaces}
}

// Typing is false: nothing is written here.
func (b *Beside) Typing() bool { return false }
