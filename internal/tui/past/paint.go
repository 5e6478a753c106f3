package past

import (
	"strings"

	"charm.land/lipgloss/v2"

	"werkboek/internal/compare"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
)

// line is a row of text with a sign beside it, where words differ.
type line struct{ sign, text string }

// What stands beside a row in which words differ.
const (
	signThen  = "+" // some are only in the other text
	signNow   = "-" // some are only in the present one
	signBoth  = "±"
	signOther = "≠" // of two columns: some are not in the other one
)

// paper is what words are put on.
type paper struct {
	width  int
	styles *theme.Styles
	ruler  plain.Ruler

	lines     []line
	row       strings.Builder
	cells     int
	space     int // wanted before the next word
	then, now bool
	column    bool // of two: the other's words are not here
}

// text gives rows of plain words.
func (p *paper) text(style lipgloss.Style, text string) {
	for _, l := range p.ruler.Wrap(text, p.width) {
		p.lines = append(p.lines, line{"", style.Render(l)})
	}
}

// merged gives a question with the words of both texts: those that are only in the
// other one stand out, those that are only in the present one stand in brackets.
func (p *paper) merged(q compare.Question) {
	p.ask(q.Ask)
	for i, w := range q.Words {
		text, gap := w.Text, w.Then
		if w.Side == compare.Now {
			gap = w.Now
			if i == 0 || q.Words[i-1].Side != compare.Now {
				text = "[" + text
			}
			if i == len(q.Words)-1 || q.Words[i+1].Side != compare.Now {
				text += "]"
			}
		}
		if gap == "" && w.Text != "" {
			gap = " " // one text ends here, the other goes on
		}
		p.word(text, w.Side, gap)
	}
	p.end()
}

// one gives a question with the words of one text.
func (p *paper) one(q compare.Question, side compare.Side) {
	p.column = true
	p.ask(q.Ask)
	for _, w := range q.Words {
		gap := w.Then
		if side == compare.Now {
			gap = w.Now
		}
		if w.Side == compare.Both || w.Side == side {
			p.word(w.Text, w.Side, gap)
		}
	}
	p.end()
}

func (p *paper) ask(ask string) {
	if ask != "" {
		p.text(p.styles.Soft, ask)
	}
}

// end ends a question, with a blank row.
func (p *paper) end() {
	p.flush()
	for len(p.lines) > 0 && p.lines[len(p.lines)-1].text == "" {
		p.lines = p.lines[:len(p.lines)-1]
	}
	p.lines = append(p.lines, line{})
}

func (p *paper) word(text string, side compare.Side, gap string) {
	style := p.styles.Ink
	switch {
	case side == compare.Then, side == compare.Now && p.column:
		style = p.styles.Own
	case side == compare.Now:
		style = p.styles.Soft
	}
	for i, piece := range p.pieces(text) {
		wide := p.ruler.Width(piece)
		if i > 0 || p.cells > 0 && p.cells+p.space+wide > p.width {
			p.flush()
		}
		p.put(piece, wide, style)
		p.then = p.then || text != "" && side == compare.Then
		p.now = p.now || text != "" && side == compare.Now
	}
	p.gap(gap)
}

// pieces cuts a word that is wider than the paper.
func (p *paper) pieces(text string) []string {
	if p.ruler.Width(text) <= p.width {
		return []string{text}
	}
	return p.ruler.Wrap(text, p.width)
}

func (p *paper) put(piece string, wide int, style lipgloss.Style) {
	if piece == "" {
		return
	}
	p.row.WriteString(strings.Repeat(" ", p.space) + style.Render(piece))
	p.cells += p.space + wide
	p.space = 0
}

// gap takes the space behind a word: blanks, or the ends of lines.
func (p *paper) gap(gap string) {
	for _, r := range gap {
		switch r {
		case '\n':
			p.flush()
		case '\t':
			p.space += 2
		default:
			p.space++
		}
	}
	p.space = min(p.space, p.width/2)
}

func (p *paper) flush() {
	l := line{p.sign(), p.row.String()}
	p.lines = append(p.lines, l)
	p.row.Reset()
	p.cells, p.space, p.then, p.now = 0, 0, false, false
}

func (p *paper) sign() string {
	switch {
	case p.column && (p.then || p.now):
		return signOther
	case p.then && p.now:
		return signBoth
	case p.then:
		return signThen
	case p.now:
		return signNow
	}
	return ""
}
