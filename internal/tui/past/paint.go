package past

import (
	"strings"

	"charm.land/lipgloss/v2"

	"werkboek/internal/compare"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
)

// line is a row of text with a sign beside it, where words differ. Its runs are styled
// when it is shown: a long note has far more rows than are ever in sight.
type line struct {
	sign string
	runs []run
}

// run is some words that look the same.
type run struct {
	style lipgloss.Style
	text  string
}

func styled(style lipgloss.Style, text string) line { return line{"", []run{{style, text}}} }

// shown gives the text of a line.
func (l line) shown() string {
	var b strings.Builder
	for _, r := range l.runs {
		words := strings.TrimLeft(r.text, " ") // the space before them has no style
		b.WriteString(r.text[:len(r.text)-len(words)])
		if words != "" {
			b.WriteString(r.style.Render(words))
		}
	}
	return b.String()
}

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
	runs      []run           // of the row that is being set
	run       strings.Builder // the last of them
	side      compare.Side    // of run
	cells     int
	space     int // wanted before the next word
	then, now bool
	column    bool // of two: the other's words are not here
}

// text gives rows of plain words.
func (p *paper) text(style lipgloss.Style, text string) {
	for _, l := range p.ruler.Wrap(text, p.width) {
		p.lines = append(p.lines, styled(style, l))
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
	for len(p.lines) > 0 && len(p.lines[len(p.lines)-1].runs) == 0 {
		p.lines = p.lines[:len(p.lines)-1]
	}
	p.lines = append(p.lines, line{})
}

func (p *paper) word(text string, side compare.Side, gap string) {
	if wide := p.wide(text); wide <= p.width {
		p.put(text, wide, side)
	} else {
		for _, piece := range p.ruler.Wrap(text, p.width) {
			p.put(piece, p.ruler.Width(piece), side)
		}
	}
	p.gap(gap)
}

// wide gives the width of a word. Most words are of the simplest letters, and a long note
// has many.
func (p *paper) wide(word string) int {
	for i := range len(word) {
		if word[i] < ' ' || word[i] > '~' {
			return p.ruler.Width(word)
		}
	}
	return len(word)
}

func (p *paper) put(piece string, wide int, side compare.Side) {
	if piece == "" {
		return
	}
	if p.cells > 0 && p.cells+p.space+wide > p.width {
		p.flush()
	}
	if p.cells == 0 {
		p.space = min(p.space, max(0, p.width-wide))
	}
	if side != p.side {
		p.ink()
		p.side = side
	}
	p.run.WriteString(blanks[:p.space])
	p.run.WriteString(piece)
	p.cells += p.space + wide
	p.space = 0
	p.then = p.then || side == compare.Then
	p.now = p.now || side == compare.Now
}

// mostBlanks is the widest space between two words that is kept.
const mostBlanks = 16

var blanks = strings.Repeat(" ", mostBlanks)

// ink ends a run of words: it looks as its side does.
func (p *paper) ink() {
	if p.run.Len() == 0 {
		return
	}
	style := p.styles.Ink
	switch {
	case p.side == compare.Then, p.side == compare.Now && p.column:
		style = p.styles.Own
	case p.side == compare.Now:
		style = p.styles.Soft
	}
	p.runs = append(p.runs, run{style, p.run.String()})
	p.run.Reset()
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
	p.space = min(p.space, p.width/2, mostBlanks)
}

func (p *paper) flush() {
	p.ink()
	p.lines = append(p.lines, line{p.sign(), p.runs})
	p.runs = nil
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
