package page

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"werkboek/internal/course"
	"werkboek/internal/theme"
	"werkboek/internal/tui/screen"
	"werkboek/internal/typeset"
)

// card is a term or a source that is shown where it stands.
type card struct {
	at    string // id of the unit where its link stands
	label string
	title string
	text  []string // paragraphs
}

// openLink shows the term or source of the chosen link in place.
func (p *Page) openLink(u unit) tea.Cmd {
	if p.cur.link < 0 {
		p.cur.link = u.links[0].Ordinal
	}
	for _, l := range u.links {
		if l.Ordinal != p.cur.link {
			continue
		}
		c, ok := p.lookUp(l)
		if !ok {
			return screen.Tell(textNoTerm)
		}
		c.at = u.id
		p.card = c
		p.forget()
		p.restore()
		p.showCard()
		return nil
	}
	return nil
}

// cardSuffix makes the id of a card of the id of its unit.
const cardSuffix = "/kaartje"

// showCard scrolls so that a card under its paragraph is in the window.
func (p *Page) showCard() {
	if i, ok := p.find(p.cur.section, p.card.at+cardSuffix); ok {
		p.bring(spot{p.cur.section, i, 0})
	}
}

// lookUp makes the card of a link.
func (p *Page) lookUp(l typeset.Link) (*card, bool) {
	scheme, id, _ := strings.Cut(l.Target, ":")
	switch scheme {
	case course.SchemeTerm:
		t, ok := p.deps.Book.Course().Term(id)
		c := &card{label: labelTerm, title: t.Name, text: []string{t.Text}}
		if s, found := p.deps.Book.Course().Source(t.Source); found {
			c.text = append(c.text, sourceLine(s))
		}
		return c, ok
	case course.SchemeSource:
		s, ok := p.deps.Book.Course().Source(id)
		return &card{label: labelSource, title: s.Title, text: sourceTexts(s)}, ok
	}
	return &card{label: labelLink, title: l.Text, text: []string{l.Target}}, true
}

// lines sets a card at a width.
func (c *card) lines(set *typeset.Setter, st *theme.Styles, width int) []string {
	var text []string
	for _, l := range set.Text(c.title, width) {
		text = append(text, st.Strong.Render(l))
	}
	for _, t := range c.text {
		text = append(text, set.Text(t, width)...)
	}
	return text
}

// chosen marks the cells of the chosen link in a line.
func chosen(line string, from, to int, st *theme.Styles) string {
	word := ansi.Strip(ansi.Cut(line, from, to))
	return ansi.Cut(line, 0, from) + st.Chosen.Render(word) + ansi.TruncateLeft(line, to, "")
}
