package format

import (
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"werkboek/internal/kind/mindmap/tree"
)

// listColumn is where lists begin in an outline: to the right of every heading.
const listColumn = 10

func decodeMD(data []byte) (tree.Map, error) {
	o, err := readMD(string(data))
	if err != nil {
		return tree.Map{}, err
	}
	return o.result()
}

// mdReader reads Markdown line by line.
type mdReader struct {
	outline
	texts  map[*draft][]string // the lines of each node
	last   *draft              // takes lines that go on; nil where none can
	fenced string              // the sign that ends a block of code, "" outside
}

// readMD reads headings and lists as levels. Other lines are nodes too, so that none
// is lost: those that go on without a blank line between are one.
func readMD(text string) (*outline, error) {
	r := &mdReader{texts: map[*draft][]string{}}
	for _, l := range afterHead(lines(text)) {
		if err := r.line(l); err != nil {
			return nil, err
		}
	}
	for d, texts := range r.texts {
		d.read(strings.Join(texts, " "))
	}
	return &r.outline, nil
}

// afterHead skips the front matter.
func afterHead(all []string) []string {
	if strings.TrimRight(all[0], " \t") != "---" {
		return all
	}
	for i, l := range all[1:] {
		if strings.TrimRight(l, " \t") == "---" {
			return all[i+2:]
		}
	}
	return all
}

func (r *mdReader) line(line string) error {
	column, rest := indent(line)
	fence := fenceOf(rest)
	switch {
	case r.fenced != "":
		if fence != "" && strings.HasPrefix(fence, r.fenced) && fence == rest {
			r.fenced = ""
			return nil
		}
		return r.node(listColumn+column, 1, rest)
	case fence != "":
		r.fenced, r.last = fence, nil
		return nil
	case rest == "":
		r.last = nil
		return nil
	case ruled(rest):
		r.last = nil
		return nil
	}
	if depth, text, ok := heading(rest); ok && column < tabStop {
		err := r.node(depth, 0, text)
		r.last = nil
		return err
	}
	if text, ok := item(rest); ok {
		return r.node(listColumn+column, 1, text)
	}
	if r.last != nil {
		r.texts[r.last] = append(r.texts[r.last], rest)
		return nil
	}
	return r.node(listColumn+column, 1, rest)
}

func (r *mdReader) node(at, slack int, text string) error {
	d, err := r.add(at, slack, tree.Node{})
	if err != nil {
		return err
	}
	r.last, r.texts[d] = d, []string{text}
	if r.fenced != "" {
		r.last = nil
	}
	return nil
}

// fenceOf gives the sign that begins or ends a block of code.
func fenceOf(line string) string {
	for _, sign := range []string{"`", "~"} {
		if n := len(line) - len(strings.TrimLeft(line, sign)); n >= 3 {
			return line[:n]
		}
	}
	return ""
}

// ruled tells whether a line is drawn: a break, or what stands below a heading.
func ruled(line string) bool {
	bare := strings.ReplaceAll(line, " ", "")
	return len(bare) >= 3 && strings.ContainsRune("-*_=", rune(bare[0])) && strings.Trim(bare, bare[:1]) == ""
}

var headingSigns = regexp.MustCompile(`^(#{1,6})(?:[ \t]+|$)`)

// heading takes the signs of a heading off a line.
func heading(line string) (depth int, text string, ok bool) {
	m := headingSigns.FindStringSubmatch(line)
	if m == nil {
		return 0, "", false
	}
	text = line[len(m[0]):]
	if bare := strings.TrimRight(text, "#"); bare == "" || strings.HasSuffix(bare, " ") {
		text = strings.TrimRight(bare, " \t")
	}
	return len(m[1]), text, true
}

var itemSigns = regexp.MustCompile(`^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)`)

// item takes the sign of a list off a line.
func item(line string) (text string, ok bool) {
	sign := itemSigns.FindString(line)
	return line[len(sign):], sign != ""
}

var marksCode = regexp.MustCompile("(?:^|[ \t])`\\[([A-Z]*)([><=~w]?)\\]`$")

// read takes the label, the marks and the remark of a node from its line.
func (d *draft) read(line string) {
	var remarks []string
	for strings.HasSuffix(line, "-->") {
		at := strings.LastIndex(line, "<!--")
		if at < 0 || at > 0 && line[at-1] == '\\' || at+len("<!---->") > len(line) {
			break
		}
		comment := strings.Trim(line[at+len("<!--"):len(line)-len("-->")], " \t")
		line = strings.TrimRight(line[:at], " \t")
		if comment == foldComment {
			d.Folded = true
		} else if !strings.HasPrefix(comment, "markmap:") {
			comment, _ = strings.CutPrefix(comment, wordRemark)
			remarks = append(remarks, mdUnescape(strings.TrimLeft(comment, " ")))
		}
	}
	slices.Reverse(remarks)
	d.Remark = strings.Join(remarks, "\n")
	if m := marksCode.FindStringSubmatch(line); m != nil && m[1]+m[2] != "" {
		d.Gives, d.Way = m[1], m[2]
		line = strings.TrimRight(line[:len(line)-len(m[0])], " \t")
	}
	if line != emptyLabel {
		d.Label = mdUnescape(line)
	}
}

// special matches what mdUnescape undoes.
var special = regexp.MustCompile(`\\x\{[0-9A-Fa-f]{1,2}\}|\\[!-/:-@\[-` + "`" + `{-~]|<br ?/?>|&#[0-9]{1,7};|&#[xX][0-9A-Fa-f]{1,6};|&[A-Za-z][A-Za-z0-9]{1,30};`)

// mdUnescape gives the text that a line of Markdown shows; signs of emphasis and links
// stay as they were typed.
func mdUnescape(s string) string {
	return special.ReplaceAllStringFunc(s, func(e string) string {
		switch {
		case strings.HasPrefix(e, `\x{`):
			return unescape(e)
		case e[0] == '\\':
			return e[1:]
		case e[0] == '<':
			return "\n"
		case e[1] != '#':
			return html.UnescapeString(e)
		}
		digits, base := e[2:len(e)-1], 10
		if digits[0] == 'x' || digits[0] == 'X' {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseInt(digits, base, 32)
		if err != nil || !utf8.ValidRune(rune(n)) {
			return e
		}
		return string(rune(n))
	})
}
