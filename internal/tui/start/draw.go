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
	for _, r := range d.rows[d.from:min(len(d.rows), d.from+s.env.Body())] {
		lines = append(lines, s.layout.Compose(r, s.env.Ruler))
	}
	return screen.Frame{Title: s.deps.Book.Course().Module().Title, Lines: lines}
}

func (s *Start) drawn() *drawing {
	d := &drawing{Start: s, now: s.env.Now(), at: make([]int, len(s.rows))}
	d.head()
	d.welcome()
	d.day()
	d.below()
	d.beside()
	d.fit(s.env.Body())
	return d
}

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
}

func (d *drawing) add(r screen.Row) { d.rows = append(d.rows, r) }

func (d *drawing) soft(s string) string { return d.env.Styles.Soft.Render(s) }

// head is the title of the module, and the date.
func (d *drawing) head() {
	title := d.env.Styles.Title.Render(d.deps.Book.Course().Module().Title)
	d.add(screen.Row{Text: d.layout.Ends(title, d.soft(date(d.now)), d.env.Ruler)})
	d.add(screen.Row{})
}

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
	d.add(screen.Row{Label: d.soft(r.hour), Text: indent(d.soft(r.name))})
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
	name := style.Render(number(r.chapter.Number)) + "  " + style.Render(r.chapter.Title)
	text := d.layout.Ends(name, d.soft(d.state(r.chapter)), d.env.Ruler)
	d.add(screen.Row{Label: d.soft(r.hour), Text: text})
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
	label := ""
	text := ""
	if r.slot != nil && runs(*r.slot, d.now) {
		label, text = d.soft(textNow), until(r.slot.Begin+course.Clock(r.slot.Minutes))
	}
	if where := d.where(r.chapter); where != "" {
		text = joined(text, where)
	}
	if text != "" {
		d.add(screen.Row{Label: label, Text: indent(d.soft(d.env.Ruler.Cut(text, d.layout.Measure-titleIndent)))})
	}
	if n := d.exercises(r.chapter); n != "" {
		d.add(screen.Row{Text: indent(d.soft(n))})
	}
}

// runningNow adds the line under the chapter that runs at this hour.
func (d *drawing) runningNow(r row) {
	if r.slot != nil && runs(*r.slot, d.now) {
		d.add(screen.Row{Label: d.soft(textNow), Text: indent(d.soft(until(r.slot.Begin + course.Clock(r.slot.Minutes))))})
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
	k, ok := d.deps.Place(ch.Number)
	if !ok {
		return ""
	}
	at, _, ok := ch.Find(k)
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

// below is what stands under the day where there is no margin, as far as there
// are rows for it.
func (d *drawing) below() {
	if d.layout.Margin > 0 {
		return
	}
	d.add(screen.Row{})
	for _, p := range d.paragraphs(d.layout.Measure) {
		if len(d.rows)+len(p) > d.env.Body() {
			return
		}
		for _, line := range p {
			d.add(screen.Row{Text: line})
		}
	}
}

// beside is what stands in the margin: the question of today at its top, what
// the chosen chapter teaches below it.
func (d *drawing) beside() {
	if d.layout.Margin == 0 {
		return
	}
	at := d.day0
	for i, p := range d.paragraphs(d.layout.Beside) {
		if i > 0 {
			at++
		}
		for _, line := range p {
			for at >= len(d.rows) {
				d.add(screen.Row{})
			}
			d.rows[at].Margin = line
			at++
		}
	}
}

// paragraphs are the question of today, what the chapter teaches, and how often
// one wrote in it.
func (d *drawing) paragraphs(width int) [][]string {
	var list [][]string
	if q := d.question(width); q != nil {
		list = append(list, q)
	}
	if ch := d.chapter(); ch != nil {
		text := []string{d.env.Styles.Strong.Render(chapterVerb(ch.Number, ch.Verb))}
		list = append(list, append(text, d.deps.Setter().Text(ch.Short, width)...))
		if w := d.wrote(ch); w != nil {
			list = append(list, w)
		}
		if all := d.deps.Book.Course().Chapters(); ch == all[len(all)-1] {
			list = append(list, d.lookBack(width)...)
		}
	}
	return list
}

// lookBack is what the last chapter looks back on: the reader's own words, each
// under its question.
func (d *drawing) lookBack(width int) [][]string {
	c := d.deps.Book.Course()
	var list [][]string
	for _, place := range c.Module().LookBack {
		words := d.deps.Book.Recall(place)
		if words == "" || place == c.Module().Today {
			continue
		}
		list = append(list, d.recalled(c.Question(place), words, width))
	}
	return list
}

// question is the reader's own question of today.
func (d *drawing) question(width int) []string {
	words := d.deps.Book.Recall(d.deps.Book.Course().Module().Today)
	if words == "" {
		return nil
	}
	return d.recalled(textToday, words, width)
}

// recalled is the reader's own words under what they answer.
func (d *drawing) recalled(ask, words string, width int) []string {
	var text []string
	for _, line := range d.deps.Setter().Text(ask, width) {
		text = append(text, d.soft(line))
	}
	for i, line := range d.deps.Setter().Text(words, width) {
		if i == questionLines {
			break
		}
		text = append(text, d.env.Styles.Warm.Render(line))
	}
	return text
}

// questionLines is how much of one's question is shown, lines.
const questionLines = 4

func (d *drawing) wrote(ch *course.Chapter) []string {
	margin := len(d.deps.Book.Margin(ch.Number).Notes())
	begun := 0
	list := d.deps.Book.Course().ExercisesOf(ch.Number)
	for _, e := range list {
		if d.deps.Book.State(d.deps.Book.Ref(e, ch.Number)) != kind.Untouched {
			begun++
		}
	}
	said := wroteHere(margin, begun, len(list))
	if said == nil {
		return nil
	}
	text := []string{d.soft(textWrote)}
	for _, line := range said {
		text = append(text, d.env.Styles.Warm.Render(line))
	}
	return text
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
