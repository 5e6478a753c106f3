package dialogue

import (
	"strings"
	"time"

	"werkboek/internal/kind/dialogue"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/banner"
	"werkboek/internal/tui/widget/bench"
)

// drawing is one frame.
type drawing struct {
	*Dialogue
	rows   []screen.Row
	cursor *screen.Spot
}

// View draws the rounds.
func (d *Dialogue) View() screen.Frame {
	s, m, ok := d.moment()
	w := &drawing{Dialogue: d}
	far := ""
	switch {
	case d.start != nil || !ok:
		w.askingStart()
	default:
		far = w.far(s, m)
		w.clock(s, m)
		w.body(s, m)
	}
	frame := screen.Frame{Title: d.Title, Lines: d.Head(d.env, far), Cursor: w.cursor}
	if d.round >= 0 && len(d.pages) > 0 {
		frame.Remark = d.pages[d.at].model.Remark()
	}
	height := max(1, d.env.Body()-bench.HeadLines-1)
	top := max(0, min(w.focusRow()-height+2, len(w.rows)-height))
	if w.cursor != nil {
		w.cursor.Row += bench.HeadLines - top
		frame.Cursor = w.cursor
	}
	frame.Lines = append(frame.Lines, bench.Window(w.rows, top, height, d.env)...)
	for len(frame.Lines) < d.env.Body()-1 {
		frame.Lines = append(frame.Lines, "")
	}
	safety := screen.Row{Text: d.env.Styles.Soft.Render(textStop)} // always in sight
	frame.Lines = append(frame.Lines, d.env.Layout().Compose(safety, d.env.Ruler))
	return frame
}

// focusRow is the row that has to be in sight.
func (w *drawing) focusRow() int {
	if w.cursor == nil {
		return 0
	}
	return w.cursor.Row
}

func (w *drawing) add(label, text string) {
	w.rows = append(w.rows, screen.Row{Label: w.env.Styles.Soft.Render(label), Text: text})
}

func (w *drawing) wrapped(label, text string) {
	for i, line := range w.env.Ruler.Wrap(plain.Safe(text), w.env.Layout().Measure) {
		if i > 0 {
			label = ""
		}
		w.add(label, line)
	}
}

func (w *drawing) soft(label, text string) {
	for i, line := range w.env.Ruler.Wrap(text, w.env.Layout().Measure) {
		if i > 0 {
			label = ""
		}
		w.add(label, w.env.Styles.Soft.Render(line))
	}
}

// askingStart asks for the start time that the group agrees on.
func (w *drawing) askingStart() {
	w.wrapped("", textStartAsk)
	w.soft("", startHelp(w.env.Now(), dialogue.Clock{Start: dialogue.Propose(w.env.Now())}.Said()))
	w.add("", "")
	if w.start == nil {
		return
	}
	row, cell, _ := w.start.Cursor()
	w.cursor = &screen.Spot{Row: len(w.rows) + row, Cell: w.env.Layout().Axis + cell}
	for i := range w.start.Rows() {
		label := labelStart
		if i > 0 {
			label = ""
		}
		w.add(label, w.start.Row(i))
	}
	w.add("", w.env.Styles.Soft.Render(strings.Repeat("─", w.env.Layout().Measure)))
	w.add("", "")
}

// far says at which round and phase the group is.
func (w *drawing) far(s dialogue.Scheme, m dialogue.Moment) string {
	switch {
	case m.Early:
		return textEarly
	case m.Over:
		return ""
	}
	return farText(m.Round+1, s.Group, s.Phases[m.Phase].Name)
}

// besideClock is the room between the digits and what stands beside them, cells.
const besideClock = 4

// clock draws the digits, and beside them one's role and whom it is about.
func (w *drawing) clock(s dialogue.Scheme, m dialogue.Moment) {
	if m.Over {
		w.add("", w.env.Styles.Title.Render(textOver))
		w.wrapped("", textOverHelp)
		w.blank()
		return
	}
	digits := w.digits(m)
	wide := w.env.Ruler.Width(digits[0])
	if w.env.Layout().Measure-wide-besideClock < leastBeside {
		for _, row := range digits {
			w.add("", w.env.Styles.Banner.Render(row))
		}
		for _, text := range w.who(s, m) {
			w.wrapped("", text)
		}
	} else {
		w.sideBySide(digits, wide, w.who(s, m))
	}
	w.blank()
}

// leastBeside is the least room, in cells, in which something can stand beside the
// digits.
const leastBeside = 24

// digits gives the time that is left, in block letters where there is room for them.
func (w *drawing) digits(m dialogue.Moment) []string {
	said := leftText(m.Left)
	if w.Now().Clock().Paused {
		said = textPaused
	}
	if rows := banner.Rows(said); len(rows) > 0 && !w.low() {
		return rows
	}
	return []string{said}
}

// sideBySide puts texts beside the digits; the first one counts most.
func (w *drawing) sideBySide(digits []string, wide int, texts []string) {
	st := w.env.Styles
	var told []string
	for i, text := range texts {
		for _, line := range w.env.Ruler.Wrap(plain.Line(text), w.env.Layout().Measure-wide-besideClock) {
			if i == 0 {
				line = st.Title.Render(line)
			}
			told = append(told, line)
		}
	}
	for i := range max(len(digits), len(told)) {
		left, right := strings.Repeat(" ", wide), ""
		if i < len(digits) {
			left = st.Banner.Render(digits[i])
		}
		if i < len(told) {
			right = told[i]
		}
		w.add("", left+strings.Repeat(" ", besideClock)+right)
	}
}

// who says one's role now, whom it is about and what to do.
func (w *drawing) who(s dialogue.Scheme, m dialogue.Moment) []string {
	letter, ok := w.Now().Letter()
	switch {
	case w.Now().OutOfGroup():
		return []string{outOfGroup(s.Group)}
	case !ok:
		return []string{textNoLetter}
	}
	role := s.Roles[s.Role(letter, m.Round)]
	at := func(i int) string { return letterName(s.Who(i, m.Round)) }
	text := []string{roleText(role, at(0), at(min(1, s.Group-1)))}
	if w.Now().Clock().Paused {
		text = append(text, textPauseHelp)
	}
	switch {
	case m.Early:
		text[0] = firstRole(role)
		text = append(text, startsAt(w.Now().Clock().Said()))
	case w.phase() == dialogue.Talk:
		text = append(text, w.Now().Definition().Order(role))
	case w.phase() == dialogue.Quiet:
		text = []string{textQuiet, textQuietHelp}
	case w.phase() == dialogue.Back:
		text = []string{textBackTitle, textBackOrder}
	default:
		if m.Round+1 < s.Group {
			text = append(text, nextRole(s.Roles[s.Role(letter, m.Round+1)]))
		}
	}
	if m.Left <= time.Minute && w.phase() == dialogue.Talk {
		text = append(text, textLastMinute)
	}
	return text
}

// body draws what belongs to the phase: lines to write on, tallies, the question, and
// afterwards what one can read out.
func (w *drawing) body(s dialogue.Scheme, m dialogue.Moment) {
	phase := w.phase()
	switch {
	case w.round >= 0:
		w.tallied(m.Round)
		w.fields()
	case dialogue.Observes(w.role()) && phase == dialogue.Talk:
		w.tallies(m.Round)
	case phase == dialogue.Back:
		w.tallied(m.Round)
		w.readOut(m.Round)
	case w.role() == listener(s) && w.Now().Question() != "" && !m.Over:
		w.wrapped(labelAsk, w.Now().Question())
		w.add("", "")
	}
	if w.round < 0 && phase != dialogue.Talk && phase != dialogue.Back || w.env.Layout().Margin > 0 {
		w.scheme(s, m)
	}
}

// tallied says on one line what the observer counted in a round.
func (w *drawing) tallied(round int) {
	var said []string
	for _, t := range w.Now().Definition().Tallies {
		if n := w.Now().Count(t.ID, round); n > 0 {
			said = append(said, t.Name+" "+strokes(n))
		}
	}
	if len(said) > 0 && dialogue.Observes(w.role()) {
		w.wrapped(labelTally, strings.Join(said, " · "))
		w.add("", "")
	}
}

// readOut shows what one wrote in the round, to tell it from.
func (w *drawing) readOut(round int) {
	for _, ask := range w.Now().RoundAsks(round, w.Book.Env(w.Chapter)) {
		value, _ := w.Now().Value(ask.Field.ID)
		if strings.TrimSpace(value) == "" {
			continue
		}
		w.soft("", ask.Field.Ask)
		for i, line := range w.env.Ruler.Wrap(plain.Safe(value), w.env.Layout().Measure) {
			label := labelYou
			if i > 0 {
				label = ""
			}
			w.add(label, w.env.Styles.Warm.Render(line))
		}
		w.add("", "")
	}
}

// listener gives the role that asks the opening question: the second.
func listener(s dialogue.Scheme) string {
	if len(s.Roles) < 2 {
		return ""
	}
	return s.Roles[1]
}

func (w *drawing) fields() {
	st := w.env.Styles
	for i, p := range w.pages {
		w.wrapped("", p.ask.Field.Ask)
		if p.ask.Field.Help != "" {
			w.soft("", p.ask.Field.Help)
		}
		if i == w.at {
			if row, cell, ok := p.model.Cursor(); ok {
				w.cursor = &screen.Spot{Row: len(w.rows) + row, Cell: w.env.Layout().Axis + cell}
			}
		}
		for row := range p.model.Rows() {
			label := ""
			if row == 0 {
				label = labelYou
			}
			w.add(label, p.model.Row(row))
		}
		w.add("", st.Soft.Render(strings.Repeat("─", w.env.Layout().Measure)))
	}
}

// tallies draws what the observer counts: what helps at the left, what stops at
// the right; below each other where there is no room.
func (w *drawing) tallies(round int) {
	var helps, stops []dialogue.Tally
	for _, t := range w.Now().Definition().Tallies {
		if t.Helps() {
			helps = append(helps, t)
		} else {
			stops = append(stops, t)
		}
	}
	for _, side := range []struct {
		head string
		list []dialogue.Tally
	}{{textHelps, helps}, {textStops, stops}} {
		if !w.low() {
			w.add("", w.env.Styles.Soft.Render(side.head))
		}
		for _, t := range side.list {
			marks := w.env.Styles.Warm.Render(strokes(w.Now().Count(t.ID, round)))
			name := t.Name
			if !w.env.Layout().Gutter {
				name = t.Key + "  " + name
			}
			w.add(t.Key, w.env.Layout().Ends(name, marks, w.env.Ruler))
		}
	}
	w.blank()
}

// lowRows is the height, in rows, below which a screen has room for what matters and
// no more.
const lowRows = 22

// low tells whether the window is that low.
func (w *drawing) low() bool { return w.env.Height < lowRows }

// blank adds an empty row where there is room for it.
func (w *drawing) blank() {
	if !w.low() {
		w.add("", "")
	}
}

// scheme draws who does what in which round, and when it begins, and below it the
// phases of the round that runs: in the margin where there is one.
func (w *drawing) scheme(s dialogue.Scheme, m dialogue.Moment) {
	st := w.env.Styles
	lines := []string{st.Soft.Render(schemeHead(s))}
	start := w.Now().Clock().Start
	for round := range s.Group {
		line := schemeLine(s, round, start.Add(s.Begins(round, 0)))
		if round == m.Round && !m.Early && !m.Over {
			line = st.Chosen.Render(line)
		}
		lines = append(lines, line)
	}
	if !m.Early && !m.Over {
		lines = append(lines, "")
		for i, p := range s.Phases {
			line := start.Add(s.Begins(m.Round, i)).Format(hourLayout) + "  " + p.Name
			if i == m.Phase {
				line = st.Chosen.Render(line)
			} else {
				line = st.Soft.Render(line)
			}
			lines = append(lines, line)
		}
	}
	if w.env.Layout().Margin == 0 {
		for _, line := range lines {
			w.add("", line)
		}
		w.add("", "")
		return
	}
	for i, line := range lines {
		for i >= len(w.rows) {
			w.add("", "")
		}
		w.rows[i].Margin = w.env.Ruler.Cut(line, w.env.Layout().Beside)
	}
}
