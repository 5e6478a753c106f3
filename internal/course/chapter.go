package course

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"werkboek/internal/plain"
)

// Chapter is a chapter of the reader. Its sections are cut when they are first
// asked for, and each is parsed when its blocks are.
type Chapter struct {
	ID     string   `yaml:"id"`
	Number int      `yaml:"nummer"`
	Title  string   `yaml:"titel"`
	Verb   string   `yaml:"werkwoord"` // what the trainee does in it, one word
	Short  string   `yaml:"kort"`      // what it teaches, one sentence
	Goals  []string `yaml:"leerdoelen"`
	File   string   `yaml:"-"`

	body     string
	bodyLine int
	once     sync.Once
	sections []*Section
}

// Section is a part of a chapter, from one `##` to the next. Number 0 is the text
// before the first one.
type Section struct {
	Number int
	ID     string
	Title  string

	raw    string
	line   int // of its first line, in the file
	once   sync.Once
	blocks []*Block
	slips  []slip
	counts sync.Once
	words  int
}

// Sections gives the sections, cut by a scan of the lines: nothing is parsed.
func (ch *Chapter) Sections() []*Section {
	ch.once.Do(func() { ch.sections = cut(ch.body, ch.bodyLine) })
	return ch.sections
}

// ownID matches the id that a heading carries: `## Drie stappen {#drie-stappen}`.
var ownID = regexp.MustCompile(`\s*\{#([^}\s]+)\}\s*$`)

func cut(body string, line int) []*Section {
	var sections []*Section
	begun, at, number, fence := 0, 0, 0, ""
	current := &Section{line: line}
	end := func(to int) {
		current.raw = body[begun:to]
		if current.Number > 0 || strings.TrimSpace(current.raw) != "" {
			sections = append(sections, current)
		}
		begun = to
	}
	for text := range strings.SplitAfterSeq(body, "\n") {
		fence = fenced(text, fence)
		if fence == "" && strings.HasPrefix(text, "## ") {
			end(at)
			number++
			title, id := heading(strings.TrimSpace(text[len("## "):]))
			current = &Section{Number: number, ID: id, Title: title, line: line}
		}
		at += len(text)
		line++
	}
	end(len(body))
	return sections
}

// fenced gives the fence that is open after a line, "" when none is.
func fenced(line, open string) string {
	trimmed := strings.TrimLeft(line, " ")
	for _, f := range []string{"```", "~~~"} {
		if strings.HasPrefix(trimmed, f) {
			switch open {
			case "":
				return f
			case f:
				return ""
			}
		}
	}
	return open
}

// heading splits a heading's text from its own id; without one, the id is the
// slug of its text.
func heading(text string) (title, id string) {
	if m := ownID.FindStringSubmatchIndex(text); m != nil {
		return plain.Line(strings.NewReplacer("*", "", "`", "").Replace(text[:m[0]])), text[m[2]:m[3]]
	}
	title = plain.Line(strings.NewReplacer("*", "", "`", "").Replace(text))
	return title, Slug(title)
}

// Slug gives a text as an id: lower case letters and digits, hyphens between.
func Slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// Blocks gives the blocks of the section, its heading first. Those that are
// Hidden are among them, for who sets slides or the trainer's own screen.
func (s *Section) Blocks() []*Block {
	s.once.Do(func() {
		s.blocks, s.slips = parse(s.raw, s.line)
		for _, b := range s.blocks {
			if b.Kind == Heading && b.Level == 2 {
				b.Number = s.Number
			}
		}
		giveKeys(s.ID, s.blocks)
	})
	return s.blocks
}

// Words counts the words that a trainee reads in the section, without parsing it.
func (s *Section) Words() int {
	s.counts.Do(func() {
		hidden := false
		for line := range strings.SplitSeq(s.raw, "\n") {
			quoted := strings.HasPrefix(line, ">")
			if quoted && strings.Contains(line, "[!") {
				hidden = strings.Contains(line, "[!"+string(SlideTip)) || strings.Contains(line, "[!"+string(Trainer))
			}
			if quoted && hidden {
				continue
			}
			s.words += plain.Words(line)
		}
	})
	return s.words
}
