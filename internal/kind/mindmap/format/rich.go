package format

import (
	"regexp"
	"slices"
	"strings"
)

// hardBlank is the blank that HTML does not take away. In what we write it stands for
// a blank that it would; a real one gets an escape.
const hardBlank = "\u00a0"

// htmlBlanks gives one line as HTML shows it with all its blanks.
func htmlBlanks(line string) string {
	line = escape(line, func(r rune) bool { return xmlBad(r) || r == '\t' || r == '\r' || r == '\u00a0' })
	line = strings.ReplaceAll(line, "  ", " "+hardBlank)
	return edged(line, hardBlank)
}

// richText gathers the lines of a text in HTML.
type richText struct {
	lines []string
	now   strings.Builder
	skip  int  // depth inside what is not shown
	plain bool // inside Freeplane's <text>, where blanks count
}

func (r *richText) start(name string) {
	switch {
	case r.skip > 0 || hiddenTag(name):
		r.skip++
	case name == "text":
		r.plain = true
	case blockTag(name):
		r.flush(false)
	case name == "br":
		r.flush(true)
	}
}

func (r *richText) end(name string) {
	switch {
	case r.skip > 0:
		r.skip--
	case name == "text":
		r.lines, r.plain = append(r.lines, r.now.String()), false
		r.now.Reset()
	case blockTag(name):
		r.flush(name == "p")
	}
}

func (r *richText) text(s string) {
	if r.skip == 0 {
		r.now.WriteString(s)
	}
}

var blanks = regexp.MustCompile(`[ \t\r\n]+`)

// flush ends a line; an empty one only counts where always is set.
func (r *richText) flush(always bool) {
	line := strings.Trim(blanks.ReplaceAllString(r.now.String(), " "), " ")
	r.now.Reset()
	if line != "" || always {
		r.lines = append(r.lines, strings.ReplaceAll(line, hardBlank, " "))
	}
}

func (r *richText) result() string {
	r.flush(false)
	return unescape(strings.Join(r.lines, "\n"))
}

func hiddenTag(name string) bool { return slices.Contains([]string{"head", "style", "script"}, name) }

func blockTag(name string) bool {
	return slices.Contains([]string{"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "body"}, name)
}
