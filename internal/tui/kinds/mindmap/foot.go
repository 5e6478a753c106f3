package mindmap

import (
	"strings"

	"charm.land/lipgloss/v2"

	"werkboek/internal/kind/mindmap"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
	"werkboek/internal/workbook"
)

// The rows below the map. They are mostly as many, so that the map stays where it is
// when one begins to type.
const (
	footRows = 3 // the blank one above included
	mostFoot = 4 // of a text that is written
)

// foot gives the lines below the map: what is written or asked, or what belongs to the
// chosen node.
func (s *Mindmap) foot() []string {
	lines := []string{""}
	for _, row := range s.below() {
		lines = append(lines, s.env.Layout().Compose(row, s.env.Ruler))
	}
	for len(lines) < footRows {
		lines = append(lines, "")
	}
	return lines
}

// fleeting tells whether what is chosen is kept in no file.
func (s *Mindmap) fleeting() bool {
	return s.forNow() && within(s.Now(), s.chosen)
}

func (s *Mindmap) below() []screen.Row {
	n := s.node()
	switch t := s.typing; {
	case t != nil && t.what == aKeeping:
		return s.question()
	case t != nil:
		return s.written()
	case n.Remark != "":
		return s.remarked(n.Remark)
	case n.ID != "" && n.ID == s.Now().Definition().Identity.ID:
		return s.wrapped(s.Now().Definition().Identity.Help, s.env.Styles.Soft)
	case len(s.chosen) > 0:
		return s.legend()
	}
	return nil
}

// written gives what is being typed, on its line.
func (s *Mindmap) written() []screen.Row {
	t, st := s.typing, s.env.Styles
	var rows []screen.Row
	for i := t.top(); i < min(t.model.Rows(), t.top()+mostFoot); i++ {
		rows = append(rows, screen.Row{Text: t.model.Row(i)})
	}
	rows[0].Label = st.Soft.Render(t.label())
	return append(rows, screen.Row{Text: st.Soft.Render(strings.Repeat("─", s.env.Layout().Measure))})
}

// top is the first row of what is typed that shows.
func (t *typing) top() int {
	row, _, _ := t.model.Cursor()
	return max(0, row-mostFoot+1)
}

// question asks whether sensitive words are kept.
func (s *Mindmap) question() []screen.Row {
	ask, m := workbook.AskKeeping().Field, s.typing.model
	rows := append(s.wrapped(ask.Ask, s.env.Styles.Ink), s.wrapped(ask.Help, s.env.Styles.Soft)...)
	at, _ := m.Pointed()
	for i := range m.Rows() {
		row := screen.Row{Text: m.Row(i)}
		if i == at {
			row.Sign = s.env.Styles.Accent.Render("›")
		}
		rows = append(rows, row)
	}
	return rows
}

// remarked gives the beginning of a remark.
func (s *Mindmap) remarked(remark string) []screen.Row {
	lay, st := s.env.Layout(), s.env.Styles
	if most := 8 * footRows * lay.Measure; len(remark) > most { // a long one is not wrapped whole for two rows
		remark = remark[:most]
	}
	lines := s.env.Ruler.Wrap(plain.Line(remark), lay.Measure)
	if room := footRows - 1; len(lines) > room {
		lines = lines[:room]
		lines[room-1] = s.env.Ruler.Cut(lines[room-1], lay.Measure-1) + "…"
	}
	rows := make([]screen.Row, len(lines))
	for i, line := range lines {
		rows[i].Text = st.Warm.Render(line)
	}
	rows[0].Label = st.Soft.Render(labelRemark)
	return rows
}

func (s *Mindmap) wrapped(text string, style lipgloss.Style) []screen.Row {
	var rows []screen.Row
	for _, line := range s.env.Ruler.Wrap(plain.Line(text), s.env.Layout().Measure) {
		rows = append(rows, screen.Row{Text: style.Render(line)})
	}
	return rows
}

// legend tells which letter is which mark, where there is room.
func (s *Mindmap) legend() []screen.Row {
	var rows []screen.Row
	for _, marks := range [][]mindmap.Mark{s.Now().Definition().Gives, s.Now().Definition().Ways} {
		var words []string
		for _, m := range marks {
			words = append(words, s.env.Styles.Key.Render(strings.ToLower(m.Sign))+" "+s.env.Styles.Soft.Render(plain.Line(m.Word)))
		}
		line := strings.Join(words, "  ")
		if s.env.Ruler.Width(line) > s.env.Layout().Measure {
			return nil
		}
		rows = append(rows, screen.Row{Text: line})
	}
	return rows
}
