// Package plain makes text safe and visible, and measures it in the cells of a
// terminal. Everything that leaves for a screen, an export or a log goes through
// it; what is saved never does. It imports nothing of ours.
package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Safe gives s without anything that a terminal could obey or that hides text:
// escape sequences, control characters, bidi overrides, invisible and private
// characters. CR LF and CR become LF; LF and tab stay. Joiners stay between two
// visible characters, where emoji and scripts need them.
func Safe(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if harmless(s) {
		return s
	}
	s = ansi.Strip(newlines(s))
	return joiners(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || !hostile(r) {
			return r
		}
		return -1
	}, s))
}

// harmless tells whether s is printable ASCII and line ends only: the common case.
func harmless(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '\n' && c != '\t' && (c < 0x20 || c >= 0x7f) {
			return false
		}
	}
	return true
}

func newlines(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}

// Hostile tells whether a rune must not reach a terminal as it is. Tab and line
// end are not hostile; joiners are not either.
func Hostile(r rune) bool { return r != '\n' && r != '\t' && hostile(r) }

func hostile(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f: // C0, DEL, C1
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c: // bidi
		return true
	case r == 0x200b, r == 0xfeff, r >= 0x2060 && r <= 0x2065, r >= 0x206a && r <= 0x206f, r == 0x00ad, r == 0x180e: // invisible
		return true
	case r == 0x2028, r == 0x2029, r >= 0xe0000 && r <= 0xe007f: // separators, tags
		return true
	}
	return unicode.Is(unicode.Co, r)
}

// joiners drops U+200C and U+200D where they do not join two visible runes.
func joiners(s string) string {
	if !strings.ContainsAny(s, "\u200c\u200d") {
		return s
	}
	var b strings.Builder
	last := rune(0)
	for i, r := range s {
		if isJoiner(r) {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !visible(last) || !visible(next) {
				continue
			}
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

func isJoiner(r rune) bool { return r == 0x200c || r == 0x200d }

func visible(r rune) bool {
	return r != 0 && r != utf8.RuneError && !isJoiner(r) && !unicode.IsSpace(r)
}

// Line gives s made safe and on one line: runs of blanks, tabs and line ends
// become one space.
func Line(s string) string { return strings.Join(strings.Fields(Safe(s)), " ") }

// Typed gives what somebody typed or pasted as it is kept: CR LF and CR become
// LF, tabs stay, other control characters and broken bytes are dropped. Dropped
// is how many runes went.
func Typed(s string) (kept string, dropped int) {
	var b strings.Builder
	for _, r := range newlines(strings.ToValidUTF8(s, "\x00")) {
		if r != '\n' && r != '\t' && (r < 0x20 || r >= 0x7f && r <= 0x9f) {
			dropped++
			continue
		}
		b.WriteRune(r)
	}
	return b.String(), dropped
}

// Words counts words as people do: what stands between blanks and holds a letter
// or a digit.
func Words(s string) int {
	n, counted := 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			counted = false
		case !counted && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			n++
			counted = true
		}
	}
	return n
}
