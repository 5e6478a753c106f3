package privacy

import "strings"

// bsnForms are the ways in which the digits of a BSN are grouped where they are not
// written in one: nine of them, or eight without the 0 in front. 12.345.678 is not
// among them, since it is how sums are written.
var bsnForms = [...]string{"333", "423", "2223", "422", "2222"}

// bsnWords announce a BSN; behind them it may be grouped in any way.
var bsnWords = [...]string{"bsn", "burgerservicenummer", "sofinummer", "sofi-nummer"}

// bsn looks at eight or nine digits for which the eleven test holds. What stands in a
// path or is a day is none.
func bsn(text string, g []group) Finding {
	if len(g) == 0 || goesOn(text, g[0].start, ".,:-") || at(text, g[0].start-1) == '/' || priced(text, g[0].start) {
		return Finding{}
	}
	if _, _, day := dateAt(text, g); day {
		return Finding{}
	}
	if n := g[0].size(); n == 8 || n == 9 {
		g = g[:1]
	} else if g = oneSign(g); len(g) > 1 && follows(text, g[0].start, g[1].before) {
		return Finding{}
	}
	all, end := digits(text, g), g[len(g)-1].end
	switch {
	case len(all) != 8 && len(all) != 9, !ends(text, end, "-.,/:"), !checks11(all):
		return Finding{}
	case len(g) == 1 && (len(all) == 9 || !likeDay(all)):
	case len(g) > 1 && g[1].before != '/' && (bsnForm(g) || announced(text[:g[0].start], 2, bsnWords[:])):
	default:
		return Finding{}
	}
	return Finding{BSN, g[0].start, end}
}

// priced tells whether a sign of money stands before i.
func priced(text string, i int) bool {
	before := strings.TrimRight(text[max(0, i-6):i], " \u00a0")
	return strings.HasSuffix(before, "€") || strings.HasSuffix(before, "$")
}

// oneSign gives the groups between which the same separator stands.
func oneSign(g []group) []group {
	for i := 2; i < len(g); i++ {
		if g[i].before != g[1].before {
			return g[:i]
		}
	}
	return g
}

// follows tells whether another run of digits stands before i, with one separator.
func follows(text string, i int, sign byte) bool {
	for size := 1; size <= 3 && size < i; size++ {
		if s, n := gap(text, i-size); s == sign && n == size {
			return digit(text[i-size-1])
		}
	}
	return false
}

func bsnForm(g []group) bool {
	sizes := make([]byte, len(g))
	for i := range g {
		sizes[i] = '0' + byte(min(9, g[i].size()))
	}
	for _, form := range bsnForms {
		if form == string(sizes) {
			return true
		}
	}
	return false
}

// checks11 is the eleven test: the digits count for 9 down to 2, the last for -1, and
// the sum can be divided by eleven.
func checks11(all string) bool {
	sum := 0
	for i, c := range []byte(all) {
		weight := len(all) - i
		if weight == 1 {
			weight = -1
		}
		sum += weight * int(c-'0')
	}
	return sum%11 == 0 && strings.Trim(all, "0") != ""
}

// likeDay tells whether eight digits in one are a day: 20261125 or 25112026.
func likeDay(all string) bool {
	year := func(s string) bool { return s[:2] == "19" || s[:2] == "20" }
	upTo := func(s, most string) bool { return s >= "01" && s <= most }
	return year(all[:4]) && upTo(all[4:6], "12") && upTo(all[6:], "31") ||
		year(all[4:]) && upTo(all[2:4], "12") && upTo(all[:2], "31")
}
