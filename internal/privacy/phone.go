package privacy

import "strings"

// phone looks at digits that may begin a telephone number: Dutch and with its 0, or
// behind +31 or 0031, or of another country with its +.
func phone(text string, g []group) Finding {
	if len(g) == 0 || goesOn(text, g[0].start, ".:-") {
		return Finding{}
	}
	start := g[0].start
	if at(text, start-1) == '+' {
		if start--; wordBefore(text, start) {
			return Finding{}
		}
		return around(text, start, abroad(text, g))
	}
	first := text[g[0].start:g[0].end]
	if rest, ok := strings.CutPrefix(first, "0031"); ok {
		return around(text, start, national(text, withoutPrefix(text, g, len(first)-len(rest))))
	}
	if len(first) < 2 || first[0] != '0' || !zone(first[1:]) {
		return Finding{}
	}
	if at(text, g[0].end) == ')' { // (020) 123 45 67
		g = beyondBracket(text, g)
	} else if first[1] != '6' && len(first) == 2 || likeDate(text, g) {
		return Finding{}
	}
	return around(text, start, endAt(text, g, 10))
}

// zone tells whether a number in the country may begin with these digits: those for
// mobile and fixed telephones, and not those of services.
func zone(number string) bool {
	switch number[0] {
	case '1', '2', '3', '4', '5', '6', '7':
		return true
	case '8':
		return len(number) > 1 && strings.IndexByte("4578", number[1]) >= 0
	}
	return false
}

// abroad gives the end of a number behind a +, -1 where it is none.
func abroad(text string, g []group) int {
	first := text[g[0].start:g[0].end]
	if rest, ok := strings.CutPrefix(first, "31"); ok {
		return national(text, withoutPrefix(text, g, len(first)-len(rest)))
	}
	const least, most = 10, 15
	n, end, dots := 0, -1, 0
	for _, next := range g {
		if n += next.size(); n > most {
			break
		}
		if next.before == '.' && next.size() == 3 {
			dots++
		}
		if n >= least {
			end = next.end
		}
	}
	if first[0] == '0' || dots > 1 { // a sum, with a dot at every thousand
		return -1
	}
	return end
}

// national gives the end of a number behind 31, with or without its 0; -1 where it is
// none.
func national(text string, g []group) int {
	if len(g) == 0 {
		return -1
	}
	switch first := text[g[0].start:g[0].end]; {
	case first == "0" && at(text, g[0].end) == ')': // +31 (0)6 12345678
		if g = beyondBracket(text, g); len(g) < 2 {
			return -1
		}
		if !zone(text[g[1].start:g[1].end]) {
			return -1
		}
		return endAt(text, g[1:], 9)
	case first[0] == '0' && len(first) > 1 && zone(first[1:]):
		return endAt(text, g, 10)
	case zone(first):
		return endAt(text, g, 9)
	}
	return -1
}

// withoutPrefix takes some digits away at the beginning, and looks behind a bracket
// that follows them.
func withoutPrefix(text string, g []group, n int) []group {
	if g[0].size() > n {
		g[0].start += n
		return g
	}
	if len(g) > 1 {
		return g[1:]
	}
	next := g[0].end
	if _, size := gap(text, next); size > 0 {
		next += size
	}
	if at(text, next) == '(' || at(text, next) == ')' {
		next++
	}
	if _, size := gap(text, next); size > 0 {
		next += size
	}
	if !digit(at(text, next)) {
		return nil
	}
	return groupsAt(text, next)
}

// beyondBracket adds the groups behind a bracket that closes after the first one.
func beyondBracket(text string, g []group) []group {
	next := g[0].end + 1
	if _, size := gap(text, next); size > 0 {
		next += size
	}
	if !digit(at(text, next)) {
		return g[:1]
	}
	return append(g[:1:1], groupsAt(text, next)...)
}

// endAt gives the end of the group with which there are exactly n digits, -1 where
// there is none. Only the first group may be one digit.
func endAt(text string, g []group, n int) int {
	for i, next := range g {
		if n -= next.size(); n == 0 {
			return next.end
		}
		if n < 0 || i > 0 && next.size() < 2 {
			return -1
		}
	}
	return -1
}

// likeDate tells whether groups begin as a day, a month and a year: 06-12-2026.
func likeDate(text string, g []group) bool {
	return len(g) > 2 && g[0].size() == 2 && g[1].size() <= 2 && g[2].size() == 4 &&
		value(text, g[1]) <= 12 && value(text, g[2]) >= 1900 && value(text, g[2]) < 2100
}

// around makes a number of what stands between two places, with the bracket before
// it; none where it does not end there.
func around(text string, start, end int) Finding {
	if end < 0 || !ends(text, end, "-.") {
		return Finding{}
	}
	if at(text, start-1) == '(' {
		start--
	}
	return Finding{Phone, start, end}
}
