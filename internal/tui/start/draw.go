package start

import (
	"strings"
	"time"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/tui/screen"
)

// titleIndent is where the titles stand, after the number of the chapter.
const titleIndent = 3

// View draws the day.
func (s *Start) View() screen.Frame {
	d := s.drawn()
	var lines []string
	last := min(len(d.rows), d.from+s.env.Body())
	for i, r := range d.rows[d.from:last] {
		switch {
		case i == 0 && d.from > 0:
			r.Mark = d.soft(signAbove)
		case d.from+i == last-1 && last < len(d.rows):
			r.Mark = d.soft(signBelow)
		}
		lines = append(lines, s.layout.Compose(r, s.env.Ruler))
	}
	return screen.Frame{Title: s.deps.Book.Course().Module().Title, Lines: lines}
}

func (s *Start) drawn() *drawing {
	d := &drawing{Start: s, now: s.env.Now(), at: make([]int, len(s.rows))}
	d.head()
	d.welcome()
	d.ownQuestion()
	d.day()
	d.below()
	d.beside()
	d.fit(s.env.Body())
	return d
}

// The signs beside the first and last row of a window that does not show them all.
const (
	signAbove = "▲"
	signBelow = "▼"
)

// drawing is one frame of the day.
type drawing struct {
	*Start
	now  time.Time
	rows []screen.Row
	day0 int   // first row of the day, where the margin begins
	at   []int // row of each line of the day
	keep int   // row that must be in sight: the chosen one
	from int   // first row that is shown
	airy bool  // breaks have a blank row before and after them
	bare bool  // there is room for the programme and no more
}

func (d *drawing) add(r screen.Row) { d.rows = append(d.rows, r) }

func (d *drawing) soft(s string) string { return d.env.Styles.Soft.Render(s) }

// head is the title of the module, and the date.
func (d *drawing) head() {
	title := d.env.Styles.Title.Render(d.deps.Book.Course().Module().Title)
	d.add(screen.Row{Text: d.layout.Ends(title, d.soft(date(d.now)), d.env.Ruler)})
	d.add(screen.Row{})
}

// ownQuestion is the reader's question of today, on one line above the day, where
// the window has no place for all of it.
func (d *drawing) ownQuestion() {
	words := d.deps.Book.Recall(d.deps.Book.Course().Module().Today)
	if words == "" || d.layout.Margin > 0 || d.env.Body() >= roomyRows {
		return
	}
	line := d.deps.Setter().Text(words, d.layout.Measure)
	first := line[0]
	if len(line) > 1 {
		first = d.env.Ruler.Cut(first, d.layout.Measure-1) + "…"
	}
	d.rows = d.rows[:1] // in the place of the blank row: each row counts here
	d.add(screen.Row{Text: d.env.Styles.Warm.Render(first)})
	d.add(screen.Row{})
	d.day0 = len(d.rows)
}

// roomyRows is the height of a window, in rows, that has room for a question under
// the day.
const roomyRows = 22

// welcome is the four lines of the very first time.
func (d *drawing) welcome() {
	if d.deps.Welcome {
		for _, line := range welcomeLines(d.deps.Folder) {
			for _, set := range d.deps.Setter().Text(line, d.layout.Measure) {
				d.add(screen.Row{Text: set})
			}
		}
		d.add(screen.Row{})
	}
	d.day0 = len(d.rows)
}

// day is the programme. Breaks get air where there are rows to spare.
func (d *drawing) day() {
	need := len(d.rows) + len(d.Start.rows) + detailLines + 1
	for _, r := range d.Start.rows {
		if r.chapter == nil {
			need += 2
		}
	}
	d.airy = need <= d.env.Body()
	d.bare = d.deps.Welcome && len(d.rows)+len(d.Start.rows)+detailLines >= d.env.Body()
	for i, r := range d.Start.rows {
		d.at[i] = len(d.rows)
		switch {
		case r.chapter == nil:
			d.pause(r)
		case i == d.chosen:
			d.keep = len(d.rows)
			d.chapterRow(r, true)
			d.details(r)
		default:
			d.chapterRow(r, false)
			d.runningNow(r)
		}
	}
}

func (d *drawing) pause(r row) {
	if d.airy {
		d.add(screen.Row{})
	}
	d.line(r.hour, indent(d.soft(r.name)))
	if d.airy {
		d.add(screen.Row{})
	}
}

// indent puts a text under the titles.
func indent(s string) string { return strings.Repeat(" ", titleIndent) + s }

func (d *drawing) chapterRow(r row, chosen bool) {
	st := d.env.Styles
	style := st.Ink
	if chosen {
		style = st.Chosen
	}
	lead := number(r.chapter.Number) + "  "
	for i, line := range d.env.Ruler.Wrap(r.chapter.Title, d.measure()-titleIndent) {
		text := style.Render(lead + line)
		if i > 0 {
			d.line("", indent(style.Render(line)))
			continue
		}
		d.line(r.hour, d.ends(text, d.soft(d.state(r.chapter))))
	}
}

// hourCells is the room for an hour before a line of the day, where there is no gutter
// for it, cells.
const hourCells = 7

// measure gives the room for a line of the day.
func (d *drawing) measure() int {
	if d.layout.Gutter {
		return d.layout.Measure
	}
	return d.layout.Measure - hourCells
}

// ends puts a text at the right end of a line of the day.
func (d *drawing) ends(left, right string) string {
	lay := d.layout
	lay.Measure = d.measure()
	return lay.Ends(left, right, d.env.Ruler)
}

// line adds a line of the day: its hour, or "nu", in the gutter or before it.
func (d *drawing) line(label, text string) {
	if d.layout.Gutter {
		d.add(screen.Row{Label: d.soft(label), Text: text})
		return
	}
	before := strings.Repeat(" ", max(0, hourCells-2-d.env.Ruler.Width(label)))
	d.add(screen.Row{Text: before + d.soft(label) + "  " + text})
}

// state is how far the exercises of a chapter are: nothing, begonnen or af.
func (d *drawing) state(ch *course.Chapter) string {
	states := map[kind.State]int{}
	list := d.deps.Book.Course().ExercisesOf(ch.Number)
	for _, e := range list {
		states[d.deps.Book.State(d.deps.Book.Ref(e, ch.Number))]++
	}
	switch {
	case len(list) > 0 && states[kind.Done] == len(list):
		return kind.Done.String()
	case states[kind.Done]+states[kind.Begun] > 0 || d.begun(ch.Number):
		return kind.Begun.String()
	}
	return ""
}

// details are the soft lines under the chosen chapter: until when it runs, where
// the reader left it, and its exercises.
func (d *drawing) details(r row) {
	if d.bare {
		return
	}
	label := ""
	text := ""
	if r.slot != nil && runs(*r.slot, d.now) {
		label, text = textNow, until(r.slot.Begin+course.Clock(r.slot.Minutes))
	}
	if where := d.where(r.chapter); where != "" {
		text = joined(text, where)
	}
	if text != "" {
		d.line(label, indent(d.soft(d.env.Ruler.Cut(text, d.measure()-titleIndent))))
	}
	if n := d.exercises(r.chapter); n != "" {
		d.line("", indent(d.soft(n)))
	}
}

// runningNow adds the line under the chapter that runs at this hour.
func (d *drawing) runningNow(r row) {
	if r.slot != nil && runs(*r.slot, d.now) && !d.bare {
		d.line(textNow, indent(d.soft(until(r.slot.Begin+course.Clock(r.slot.Minutes)))))
	}
}

// runs tells whether a slot of the programme runs at a moment.
func runs(s course.Slot, now time.Time) bool {
	at := course.Clock(now.Hour()*60 + now.Minute())
	return at >= s.Begin && at < s.Begin+course.Clock(s.Minutes)
}

// where says at which section the reader left a chapter, and the minutes that
// are left of it.
func (d *drawing) where(ch *course.Chapter) string {
	place, ok := d.deps.Place(ch.Number)
	if !ok {
		return ""
	}
	at, _, ok := ch.Find(place.Block)
	if !ok {
		return ""
	}
	words := 0
	for _, s := range ch.Sections()[at:] {
		words += s.Words()
	}
	return goOnAt(ch.Sections()[at].Title, minutes(words))
}

func (d *drawing) exercises(ch *course.Chapter) string {
	list := d.deps.Book.Course().ExercisesOf(ch.Number)
	done := 0
	for _, e := range list {
		if d.deps.Book.State(d.deps.Book.Ref(e, ch.Number)) == kind.Done {
			done++
		}
	}
	return exerciseCount(len(list), done)
}

// fit chooses the first row that is shown: where they do not all fit, the
// chosen chapter and its details are in sight.
func (d *drawing) fit(height int) {
	d.from = max(0, min(len(d.rows)-height, d.keep+detailLines+1-height))
}

// detailLines is the number of lines under the chosen chapter.
const detailLines = 2

// placed gives the row of the window on which each line of the day stands.
func (s *Start) placed() []int {
	d := s.drawn()
	for i := range d.at {
		d.at[i] -= d.from
	}
	return d.at
}
