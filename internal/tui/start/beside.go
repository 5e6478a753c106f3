package start

import (
	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/tui/screen"
)

// This file is what stands beside or under the day: the reader's question, what the
// chosen chapter teaches, what they wrote.

// below is what stands under the day where there is no margin, as far as there
// are rows for it.
func (d *drawing) below() {
	if d.layout.Margin > 0 {
		return
	}
	d.add(screen.Row{})
	for _, p := range d.paragraphs(d.layout.Measure) {
		p = d.fitting(p)
		if len(p) == 0 {
			return
		}
		for _, line := range p {
			d.add(screen.Row{Text: line})
		}
	}
}

// fitting gives as much of a paragraph as there are rows for, two at least.
func (d *drawing) fitting(p []string) []string {
	room := d.env.Body() - len(d.rows)
	if len(p) <= room {
		return p
	}
	if room < 2 {
		return nil
	}
	return p[:room]
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
