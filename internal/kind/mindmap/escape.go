package mindmap

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	// itemStart is what begins an item: "- ", "* ", "+ ", "1. " or "1) ".
	itemStart = regexp.MustCompile(`^([-*+]|[0-9]{1,9}[.)])([ \t]+|$)`)
	coreStart = regexp.MustCompile(`^#{1,6}([ \t]+|$)`)
	entity    = regexp.MustCompile(`^&#([0-9]{1,7});`)
)

// blanks are what stands around the text of a line and is none of it.
const blanks = " \t"

// escape writes a label or a remark so that unescape gives it back, whatever it holds,
// and so that none of its lines begins like an item. Only what would be read otherwise
// is written otherwise: with a backslash, and blanks at the ends of a line and line
// breaks at the ends of the text as a character's number, as Markdown has it.
func escape(text string) string {
	text = strings.ToValidUTF8(text, string(utf8.RuneError))
	first, last := len(text)-len(strings.TrimLeft(text, "\n")), len(strings.TrimRight(text, "\n"))
	var b strings.Builder
	for i, r := range text {
		after := byteAt(text, i+1)
		switch {
		case r == '\n' && i > first && i < last:
			b.WriteRune(r)
		case r == '\\' && (isPunct(after) || after <= ' ' || after == 0x7f), r == '&' && entity.MatchString(text[i:]):
			b.WriteString(`\` + string(r))
		case strings.ContainsRune(blanks, r) && byteAt(text, i-1) != '\n' && after != '\n', r > ' ' && r != 0x7f:
			b.WriteRune(r)
		default:
			b.WriteString(number(r))
		}
	}
	lines := strings.Split(b.String(), "\n")
	for i, line := range lines {
		if m := itemStart.FindStringSubmatch(line); m != nil {
			at := len(m[1]) - 1 // the mark, or the dot behind the number
			lines[i] = line[:at] + `\` + line[at:]
		}
	}
	return strings.Join(lines, "\n")
}

// unescape gives what was escaped.
func unescape(text string) string {
	if !strings.ContainsAny(text, `\&`) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && isPunct(byteAt(text, i+1)) {
			i++
		} else if m := entity.FindStringSubmatch(text[i:]); m != nil {
			if n, err := strconv.Atoi(m[1]); err == nil && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				i += len(m[0]) - 1
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// byteAt gives a byte of a text; around the text are line breaks.
func byteAt(text string, i int) byte {
	if i < 0 || i >= len(text) {
		return '\n'
	}
	return text[i]
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
}

// number writes a character by its number.
func number(r rune) string { return "&#" + strconv.Itoa(int(r)) + ";" }

// continues tells whether a line of an item ends in a line break that belongs to it.
func continues(line string) bool {
	return (len(line)-len(strings.TrimRight(line, `\`)))%2 == 1
}
