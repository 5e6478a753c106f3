package format

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The escapes for what a format cannot hold: \u{1} is a character by its number, \x{ff}
// a byte that is no text, \u{} nothing at all. Only these shapes are ever undone, so
// that a path like C:\nieuw in somebody's file is what it looks like.
var escapes = regexp.MustCompile(`\\([ux])\{([0-9A-Fa-f]{0,6})\}`)

const nothing = `\u{}`

// escape writes s with an escape for every rune that is bad, for bytes that are no
// text, and for a backslash that would read as the begin of an escape.
func escape(s string, bad func(r rune) bool) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		rest := s[i+n:]
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteString(byteEscape(s[i]))
		case bad(r), r == '\\' && (strings.HasPrefix(rest, "u{") || strings.HasPrefix(rest, "x{")):
			b.WriteString(runeEscape(r))
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

func runeEscape(r rune) string { return fmt.Sprintf(`\u{%X}`, r) }

func byteEscape(c byte) string { return fmt.Sprintf(`\x{%X}`, c) }

// unescape undoes escape.
func unescape(s string) string {
	return escapes.ReplaceAllStringFunc(s, func(e string) string {
		hex := e[3 : len(e)-1]
		if hex == "" {
			if e == nothing {
				return ""
			}
			return e
		}
		n, _ := strconv.ParseUint(hex, 16, 32) // six digits of hex at most
		switch {
		case e[1] == 'x' && n <= 0xff:
			return string([]byte{byte(n)})
		case e[1] == 'u' && utf8.ValidRune(rune(n)):
			return string(rune(n))
		}
		return e
	})
}

// edged escapes the blanks at both ends of s too, which readers take away.
func edged(s, blank string) string {
	inner := strings.Trim(s, " ")
	if inner == "" {
		return strings.Repeat(blank, len(s))
	}
	left := len(s) - len(strings.TrimLeft(s, " "))
	return strings.Repeat(blank, left) + inner + strings.Repeat(blank, len(s)-left-len(inner))
}

// control tells the control characters, and the mark that some programs put before
// and take from a text.
func control(r rune) bool { return r < 0x20 || r >= 0x7f && r <= 0x9f || r == 0xfeff }

// textOf gives the text of a file in UTF-8: without its byte order mark, and turned
// round where it is in UTF-16, as some Windows programs write it.
func textOf(data []byte) ([]byte, error) {
	wide := func(first, second int) []byte {
		units := make([]uint16, 0, len(data)/2)
		for i := 2; i+1 < len(data); i += 2 {
			units = append(units, uint16(data[i+first])<<8|uint16(data[i+second]))
		}
		return []byte(string(utf16.Decode(units)))
	}
	switch {
	case strings.HasPrefix(string(data[:min(3, len(data))]), "\xef\xbb\xbf"):
		data = data[3:]
	case strings.HasPrefix(string(data[:min(2, len(data))]), "\xff\xfe"):
		data = wide(1, 0)
	case strings.HasPrefix(string(data[:min(2, len(data))]), "\xfe\xff"):
		data = wide(0, 1)
	}
	if strings.ContainsRune(string(data), 0) {
		return nil, ErrNoText
	}
	return data, nil
}

// lines splits a text at its line ends.
func lines(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.Split(text, "\n")
}

// tabStop is how many columns a tab goes on to at most, as in Markdown.
const tabStop = 4

// indent gives the column at which a line begins, and the line from there.
func indent(line string) (column int, rest string) {
	for i := range len(line) {
		switch line[i] {
		case ' ':
			column++
		case '\t':
			column += tabStop - column%tabStop
		default:
			return column, strings.TrimRight(line[i:], " \t")
		}
	}
	return column, ""
}
