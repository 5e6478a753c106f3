package sheet

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

// ErrNoText is the answer to bytes that are no text: they hold NUL or are not
// UTF-8. The caller sets such a file aside.
var ErrNoText = errors.New("not a text file")

// Sheet is a note, an immutable value. The zero value is an empty one.
type Sheet struct {
	mark  string   // the byte order mark that some editors put before everything
	head  []string // lines between the dashes, with their line ends; nil: no head
	open  string   // the line of dashes above the head, as it was written
	close string   // and the one below it
	lead  string   // verbatim text up to the first field
	parts []part
}

// part is a field as it stands in the file.
type part struct {
	heading string // the whole line, with its line end
	id      string
	before  string // the empty line under the heading
	value   string // as it was typed
	after   string // the line end and the empty line after it
}

// The form of what is written new.
const (
	dashes     = "---\n"
	fieldMark  = "## "
	separator  = " · "
	blankLine  = "\n"
	fieldEnd   = "\n\n"
	titleMark  = "# "
	orderMark  = "\ufeff"
	lineEnd    = "\n"
	lineEndDOS = "\r\n"
	headMiddle = ": "
)

// Field is a field as people and programs see it.
type Field struct{ ID, Question, Value string }

// New gives a sheet with a title.
func New(title string) Sheet {
	return Sheet{lead: titleMark + title + "\n\n"}
}

// Parse reads a note file. Its only error is ErrNoText.
func Parse(data []byte) (Sheet, error) {
	text := string(data)
	if strings.ContainsRune(text, 0) || !utf8.ValidString(text) {
		return Sheet{}, ErrNoText
	}
	var s Sheet
	if rest, marked := strings.CutPrefix(text, orderMark); marked {
		s.mark, text = orderMark, rest
	}
	text = s.parseHead(text)
	at := nextField(text)
	s.lead, text = text[:at], text[at:]
	for text != "" {
		end := strings.IndexByte(text, '\n') + 1
		if end == 0 {
			end = len(text)
		}
		heading := text[:end]
		text = text[end:]
		at := nextField(text)
		s.parts = append(s.parts, parsePart(heading, text[:at]))
		text = text[at:]
	}
	return s, nil
}

// parseHead takes the head off a text. One that is not closed is no head.
func (s *Sheet) parseHead(text string) string {
	lines := strings.SplitAfter(text, "\n")
	if strings.TrimRight(lines[0], "\r\n") != "---" {
		return text
	}
	for i, line := range lines[1:] {
		if strings.TrimRight(line, "\r\n") == "---" {
			s.open, s.close = lines[0], line
			s.head = append([]string{}, lines[1:i+1]...)
			return strings.Join(lines[i+2:], "")
		}
	}
	return text
}

// nextField gives the index of the first line that is the heading of a field.
func nextField(text string) int {
	if strings.HasPrefix(text, fieldMark) {
		return 0
	}
	if i := strings.Index(text, "\n"+fieldMark); i >= 0 {
		return i + 1
	}
	return len(text)
}

func parsePart(heading, body string) part {
	p := part{heading: heading}
	p.id, _ = splitHeading(heading)
	for _, before := range []string{"\r\n", "\n"} {
		if strings.HasPrefix(body, before) {
			p.before, body = before, body[len(before):]
			break
		}
	}
	for _, after := range []string{"\r\n\r\n", "\n\n", "\r\n", "\n"} {
		if strings.HasSuffix(body, after) {
			p.after, body = after, body[:len(body)-len(after)]
			break
		}
	}
	p.value = unescape(body)
	return p
}

func splitHeading(heading string) (id, question string) {
	text := strings.TrimRight(strings.TrimPrefix(heading, fieldMark), "\r\n")
	id, question, _ = strings.Cut(text, separator)
	if i := strings.IndexAny(id, " \t"); i >= 0 {
		id = id[:i]
	}
	return id, question
}

// Bytes gives the file.
func (s Sheet) Bytes() []byte {
	var b strings.Builder
	b.WriteString(s.mark)
	if s.head != nil {
		b.WriteString(s.open)
		for _, line := range s.head {
			b.WriteString(line)
		}
		b.WriteString(s.close)
	}
	b.WriteString(s.lead)
	for _, p := range s.parts {
		b.WriteString(p.heading + p.before + escape(p.value) + p.after)
	}
	return []byte(b.String())
}

// Value gives what was typed in a field; ok is false when it was never answered.
func (s Sheet) Value(id string) (value string, ok bool) {
	if i := s.index(id); i >= 0 {
		return s.parts[i].value, true
	}
	return "", false
}

func (s Sheet) index(id string) int {
	return slices.IndexFunc(s.parts, func(p part) bool { return p.id == id && id != "" })
}

// With gives the sheet with a field set. A new field comes before the first of
// those that are to stand later, or else last; an empty question leaves the one that
// stands there.
func (s Sheet) With(id, question, value string, later ...string) Sheet {
	i := s.index(id)
	s.parts = slices.Clone(s.parts)
	s.shieldLead()
	if i < 0 {
		i = slices.IndexFunc(s.parts, func(p part) bool { return slices.Contains(later, p.id) })
		if i < 0 {
			i = len(s.parts)
		}
		s.endBefore(i)
		s.parts = slices.Insert(s.parts, i, part{id: id})
	}
	p := &s.parts[i]
	if _, old := splitHeading(p.heading); p.heading == "" || question != "" && question != old {
		p.heading = headingOf(id, question)
	}
	if !strings.HasSuffix(p.heading, "\n") {
		p.heading += "\n"
	}
	p.before, p.value, p.after = blankLine, value, fieldEnd
	return s
}

// shieldLead puts an empty head before a lead that looks like a head which is never
// closed: three dashes in a value would close it.
func (s *Sheet) shieldLead() {
	first, _, _ := strings.Cut(s.lead, "\n")
	if s.head == nil && strings.TrimRight(first, "\r") == "---" {
		s.head, s.open, s.close = []string{}, dashes, dashes
	}
}

// endBefore ends what stands before a place among the parts with an empty line, so
// that a field can follow.
func (s *Sheet) endBefore(at int) {
	if at > 0 {
		if p := &s.parts[at-1]; p.after != fieldEnd && p.after != "\r\n\r\n" {
			p.after = fieldEnd
			if !strings.HasSuffix(p.heading, "\n") {
				p.heading += "\n"
			}
		}
		return
	}
	if s.head != nil && !strings.HasSuffix(s.close, "\n") {
		s.close += "\n"
	}
	if s.lead != "" && !strings.HasSuffix(s.lead, "\n") {
		s.lead += "\n"
	}
	if s.lead != "" && !strings.HasSuffix(s.lead, "\n\n") && !strings.HasSuffix(s.lead, "\r\n\r\n") {
		s.lead += "\n"
	}
}

func headingOf(id, question string) string {
	question = strings.Join(strings.Fields(question), " ")
	if question == "" {
		return fieldMark + id + "\n"
	}
	return fieldMark + id + separator + question + "\n"
}

// Without gives the sheet without a field.
func (s Sheet) Without(id string) Sheet {
	s.parts = slices.DeleteFunc(slices.Clone(s.parts), func(p part) bool { return p.id == id })
	return s
}

// Fields lists the fields in the order of the file; of two with the same id, the
// first.
func (s Sheet) Fields() []Field {
	var fields []Field
	for i, p := range s.parts {
		if p.id != "" && s.index(p.id) == i {
			_, question := splitHeading(p.heading)
			fields = append(fields, Field{p.id, question, p.value})
		}
	}
	return fields
}

// Empty tells whether no field holds anything, be it a blank.
func (s Sheet) Empty() bool {
	return !slices.ContainsFunc(s.parts, func(p part) bool { return p.value != "" })
}

// Lead gives the text before the first field, the title among it.
func (s Sheet) Lead() string { return s.lead }

// Title gives the title, "" when there is none.
func (s Sheet) Title() string {
	for line := range strings.SplitSeq(s.lead, "\n") {
		if title, ok := strings.CutPrefix(line, titleMark); ok {
			return strings.TrimSpace(title)
		}
	}
	return ""
}

// Head gives the value of a `key: value` line of the head, "" when there is none.
func (s Sheet) Head(key string) string {
	for _, line := range s.head {
		if value, ok := strings.CutPrefix(line, key+":"); ok {
			return strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return ""
}

// WithHead gives the sheet with a line of the head set, or taken away where the
// value is empty. Other lines stay as they are.
func (s Sheet) WithHead(key, value string) Sheet {
	at := slices.IndexFunc(s.head, func(line string) bool { return strings.HasPrefix(line, key+":") })
	if at < 0 && value == "" || s.Head(key) == value && value != "" {
		return s
	}
	end := lineEnd
	if strings.HasSuffix(s.open, lineEndDOS) {
		end = lineEndDOS
	}
	line := key + headMiddle + strings.Join(strings.Fields(value), " ") + end
	s.head = slices.Clone(s.head)
	switch {
	case value == "":
		s.head = slices.Delete(s.head, at, at+1)
	case at >= 0:
		s.head[at] = line
	default:
		s.head = append(s.head, line)
	}
	if s.open == "" {
		s.open, s.close = dashes, dashes
	}
	return s
}

// WithFirstHead is WithHead, but a line that is new comes first.
func (s Sheet) WithFirstHead(key, value string) Sheet {
	before := len(s.head)
	s = s.WithHead(key, value)
	if n := len(s.head); n > before {
		s.head = append(s.head[n-1:n:n], s.head[:n-1]...)
	}
	return s
}

// escape gives lines that look like a heading one more backslash.
func escape(value string) string { return mapLines(value, func(l string) string { return `\` + l }, 0) }

// unescape takes it away again.
func unescape(value string) string { return mapLines(value, func(l string) string { return l[1:] }, 1) }

// mapLines changes the lines that are "## " after at least so many backslashes.
func mapLines(value string, change func(string) string, least int) string {
	if !strings.Contains(value, fieldMark) {
		return value
	}
	lines := strings.Split(value, "\n")
	for i, l := range lines {
		bare := strings.TrimLeft(l, `\`)
		if strings.HasPrefix(bare, fieldMark) && len(l)-len(bare) >= least {
			lines[i] = change(l)
		}
	}
	return strings.Join(lines, "\n")
}
