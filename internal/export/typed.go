package export

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"werkboek/internal/course"
	"werkboek/internal/kind"
	"werkboek/internal/plain"
)

// heading gives a text that stands in a heading of ours.
func heading(s string) string { return strings.ReplaceAll(plain.Line(s), "<", `\<`) }

// told gives a passage with its text as it stands in the document.
func told(ex *course.Assignment, p kind.Passage) kind.Passage {
	if f, ok := fieldOf(ex, p.Field); ok {
		switch f.Sort {
		case kind.Date:
			if day, err := time.Parse(time.DateOnly, strings.TrimSpace(p.Text)); err == nil {
				p.Text = day.Format(dayForm)
			}
		case kind.List, kind.Ticks:
			p.Text = kind.ListOf(kind.Items(p.Text))
		case kind.Number:
			if _, err := strconv.Atoi(strings.TrimSpace(p.Text)); err == nil && len(f.Ends) == 2 {
				p.Text = strings.TrimSpace(p.Text) + between(f.From, f.To, f.Ends)
			}
		}
	}
	if p.Sort == kind.Prose || p.Sort == kind.Line || p.Sort == kind.Choice {
		p.Text = withBreaks(p.Text)
	}
	p.Text = nested(p.Text)
	return p
}

func fieldOf(ex *course.Assignment, id string) (kind.Field, bool) {
	for _, f := range ex.Fields() {
		if f.ID == id {
			return f, true
		}
	}
	return kind.Field{}, false
}

// withBreaks ends each line that another one follows with two blanks, so that it stays
// a line of its own in what is made of the document.
func withBreaks(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i := range lines[:len(lines)-1] {
		if bare := strings.TrimRight(lines[i], " \t"); bare != "" && strings.TrimSpace(lines[i+1]) != "" {
			lines[i] = bare + "  "
		}
	}
	return strings.Join(lines, "\n")
}

// opens matches what opens more than words at the beginning of a line: a heading, a
// fence, a callout.
var opens = regexp.MustCompile("^(#{1,6}([ \t]|$)|```|~~~|\\[!)")

// rules are what a line across the page, or below a heading, is made of.
const rules = "-=*_ \t"

// structure tells whether a line, or what is left of it, is more than words.
func structure(line string) bool {
	ruled := strings.Trim(line, rules) == "" && strings.TrimSpace(line) != ""
	return ruled || opens.MatchString(line)
}

// container matches one mark that a line of a list or a quotation begins with, or the
// blanks before it.
var container = regexp.MustCompile(`^(?:[ \t]+|>|[-*+][ \t]|[0-9]{1,9}[.)][ \t])`)

// tag matches what begins HTML.
var tag = regexp.MustCompile(`<([a-zA-Z/!?])`)

// nested makes what somebody wrote safe, and keeps it from being anything else than
// words and lists in the document: none of it is a heading or hides what follows.
func nested(text string) string {
	lines := strings.Split(plain.Safe(text), "\n")
	for i, line := range lines {
		line = strings.ReplaceAll(tag.ReplaceAllString(line, `\<$1`), "]:", `]\:`) // the address of a link is no text
		lines[i] = words(line)
	}
	return strings.Join(lines, "\n")
}

// mostMarks is how many marks a line begins with that people mean as such.
const mostMarks = 24

// words gives a line with what would be structure at its beginning, or behind a mark of
// a list or a quotation, as words.
func words(line string) string {
	for at, marks := 0, 0; ; marks++ {
		if structure(line[at:]) || marks == mostMarks {
			return line[:at] + `\` + line[at:]
		}
		mark := len(container.FindString(line[at:]))
		if mark == 0 {
			return line
		}
		at += mark
	}
}
