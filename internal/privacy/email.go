package privacy

import "strings"

// The most that stands before and behind the @, bytes.
const (
	mostLocal  = 64
	mostDomain = 253
)

// email looks at an @: something before it, and behind it a name with a dot and two
// letters or more.
func email(text string, sign int) Finding {
	start := sign
	for start > 0 && sign-start <= mostLocal && localPart(text[start-1]) {
		start--
	}
	for start < sign && !letter(text[start]) && !digit(text[start]) {
		start++
	}
	if start == sign || sign-start > mostLocal || text[sign-1] == '.' {
		return Finding{}
	}
	end := sign + 1
	for end < len(text) && end-sign <= mostDomain && domainPart(text[end]) {
		end++
	}
	domain := strings.TrimRight(text[sign+1:end], ".-")
	dot := strings.LastIndexByte(domain, '.')
	if end-sign > mostDomain || dot < 1 || !domainName(domain[dot+1:]) || strings.Contains(domain, "..") || domain[0] == '-' {
		return Finding{}
	}
	return Finding{Email, start, sign + 1 + len(domain)}
}

func localPart(c byte) bool {
	return letter(c) || digit(c) || strings.IndexByte("._%+-'", c) >= 0
}

func domainPart(c byte) bool { return letter(c) || digit(c) || c == '.' || c == '-' }

// domainName tells whether something is the last part of a domain.
func domainName(s string) bool {
	for _, c := range []byte(s) {
		if !letter(c) {
			return false
		}
	}
	return len(s) >= 2
}
