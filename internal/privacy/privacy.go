// Package privacy finds in a text what looks like a way to somebody: an address,
// a number, a date of birth. It judges by shape and check digits alone, knows no
// names, and imports nothing of ours.
//
// It would rather miss something than be wrong often: a mark that stands beside
// ordinary sentences is not read any more. Nothing that is found reaches over a
// line end, so that a text can be looked at line by line.
package privacy

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Sort is what something looks like. Where two share text, the one that comes first
// here is the one that is found.
type Sort int

// The sorts, the most specific first.
const (
	Email    Sort = iota
	IBAN          // of any country that has them; the check digits are right
	Birth         // a date that may be one of birth, see date.go
	Phone         // a Dutch number, or one that begins with + and a country
	BSN           // the eleven test holds
	Postcode      // with the number of a house
)

// Finding is a part of a text: the bytes from Start up to End.
type Finding struct {
	Sort       Sort
	Start, End int
}

// Find gives what looks like a way to somebody, in order and without overlap. Its
// time grows with the length of the text, whatever that holds.
func Find(text string) []Finding {
	var found []Finding
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '@':
			found = appendFound(found, email(text, i))
		case digit(c):
			found = numbers(found, text, i)
			for i+1 < len(text) && digit(text[i+1]) {
				i++
			}
		}
	}
	return settle(found)
}

// numbers looks what may begin at a run of digits.
func numbers(found []Finding, text string, at int) []Finding {
	found = appendFound(found, iban(text, at))
	g := groupsAt(text, at)
	for _, look := range [...]func(string, []group) Finding{birth, phone, bsn, postcode} {
		found = appendFound(found, look(text, g))
	}
	return found
}

// appendFound adds a finding, where it is one: the empty one is none.
func appendFound(found []Finding, f Finding) []Finding {
	if f.End > f.Start {
		return append(found, f)
	}
	return found
}

// settle puts findings in order and lets the most specific of those that share text
// stay.
func settle(found []Finding) []Finding {
	slices.SortStableFunc(found, func(a, b Finding) int { return a.Start - b.Start })
	kept := found[:0]
	for _, f := range found {
		for len(kept) > 0 && kept[len(kept)-1].End > f.Start && f.Sort < kept[len(kept)-1].Sort {
			kept = kept[:len(kept)-1]
		}
		if len(kept) == 0 || kept[len(kept)-1].End <= f.Start {
			kept = append(kept, f)
		}
	}
	return kept
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func upper(c byte) bool { return c >= 'A' && c <= 'Z' }

// at gives a byte of a text, 0 beyond its ends.
func at(text string, i int) byte {
	if i < 0 || i >= len(text) {
		return 0
	}
	return text[i]
}

// wordBefore tells whether a letter, a digit or a low line ends at i.
func wordBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return wordRune(r)
}

// wordAfter tells whether one begins at i.
func wordAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return wordRune(r)
}

func wordRune(r rune) bool {
	return r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// gap reads one separator as people write it in numbers: it gives its plain form,
// and how many bytes it takes; 0 bytes where there is none.
func gap(text string, i int) (sign byte, size int) {
	r, size := utf8.DecodeRuneInString(text[i:])
	switch r {
	case ' ', '-', '.', '/':
		return byte(r), size
	case '\t', '\u00a0', '\u2007', '\u2009', '\u202f':
		return ' ', size
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212':
		return '-', size
	}
	return 0, 0
}
