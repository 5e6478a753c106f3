package privacy

import "strings"

// group is a run of digits, and what stands between it and the one before.
type group struct {
	start, end int
	before     byte // one separator in its plain form; 0 for the first
}

func (g group) size() int { return g.end - g.start }

// The most that is looked at from one run of digits on: no number that is found has
// more.
const (
	mostGroups = 8
	mostDigits = 16
)

// groupsAt gives the runs of digits from one on, as long as one separator stands
// between them. A run that is too long for anything ends the list.
func groupsAt(text string, from int) []group {
	list := make([]group, 0, mostGroups)
	g := group{start: from}
	for len(list) < mostGroups {
		g.end = g.start
		for g.end < len(text) && digit(text[g.end]) && g.size() <= mostDigits {
			g.end++
		}
		if g.size() > mostDigits {
			break
		}
		list = append(list, g)
		sign, size := gap(text, g.end)
		next := g.end + size
		if size == 0 || !digit(at(text, next)) {
			break
		}
		g = group{start: next, before: sign}
	}
	return list
}

// goesOn tells whether a number begins before i: a digit or a letter stands there, or
// one of some signs with a digit before it.
func goesOn(text string, i int, signs string) bool {
	if i > 0 && strings.IndexByte(signs, text[i-1]) >= 0 {
		return digit(at(text, i-2))
	}
	return wordBefore(text, i)
}

// ends tells whether a number ends at i: no digit and no letter follows, nor one of
// some signs with a digit behind it.
func ends(text string, i int, signs string) bool {
	if wordAfter(text, i) {
		return false
	}
	for _, s := range []byte(signs) {
		if at(text, i) == s && digit(at(text, i+1)) {
			return false
		}
	}
	return true
}

// digits gives the digits of groups without what stands between them.
func digits(text string, list []group) string {
	all := make([]byte, 0, mostDigits)
	for _, g := range list {
		all = append(all, text[g.start:g.end]...)
	}
	return string(all)
}

// value reads the few digits of a group.
func value(text string, g group) int {
	n := 0
	for _, c := range []byte(text[g.start:min(g.end, g.start+4)]) {
		n = n*10 + int(c-'0')
	}
	return n
}
