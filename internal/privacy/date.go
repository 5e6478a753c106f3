package privacy

import (
	"slices"
	"strings"
	"time"
)

// The rule for a date of birth. It is a day, a month and a year that exist, with
//   - a word that tells of a birth among the four before it in the sentence: then of any
//     year from 1900 on, in two digits too; or
//   - no such word, and a year from 1900 to 2012. What came after is mostly the day of
//     a talk or a plan; who is younger than that is found by the word alone. A day
//     behind "sinds", "per", "vanaf" or "tot" is one of a rule or of work, and not found.

// The years of dates.
const (
	firstYear    = 1900
	lastBareYear = 2012
	lastYear     = 2099
)

var (
	birthWords  = [...]string{"geboren", "geb", "geboortedatum", "geboortedag", "geboorte", "verjaardag", "jarig", "bevallen"}
	workWords   = [...]string{"sinds", "per", "vanaf", "tot", "t/m"}
	monthWords  = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
	monthShorts = [...]string{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}
)

// birth looks at digits that may begin a date of birth.
func birth(text string, g []group) Finding {
	if len(g) == 0 || goesOn(text, g[0].start, ".,:-/") {
		return Finding{}
	}
	day, end, ok := dateAt(text, g)
	if !ok || !ends(text, end, "-./:") {
		return Finding{}
	}
	before := text[:g[0].start]
	known := announced(before, 4, birthWords[:])
	bare := day.full && day.year <= lastBareYear && !day.loose && !announced(before, 1, workWords[:])
	if day.year < firstYear || day.year > lastYear || !known && !bare {
		return Finding{}
	}
	return Finding{Birth, g[0].start, end}
}

// date is a day as it is written.
type date struct {
	year  int
	full  bool // the year has four digits
	loose bool // only blanks stand between three numbers
}

// dateAt reads a date, and where it ends.
func dateAt(text string, g []group) (date, int, bool) {
	if len(g) >= 3 && g[1].before == g[2].before {
		loose := g[1].before == ' '
		if g[0].size() == 4 { // 1980-03-12
			ok := g[1].size() <= 2 && g[2].size() <= 2 && exists(value(text, g[2]), value(text, g[1]), value(text, g[0]))
			return date{value(text, g[0]), true, loose}, g[2].end, ok
		}
		year, full, ok := yearOf(text, g[2])
		ok = ok && g[0].size() <= 2 && g[1].size() <= 2 && exists(value(text, g[0]), value(text, g[1]), year)
		return date{year, full, loose}, g[2].end, ok
	}
	month, next := monthAt(text, g[0].end)
	if month == 0 || g[0].size() > 2 {
		return date{}, 0, false
	}
	last := groupsAt(text, next)
	if len(last) == 0 {
		return date{}, 0, false
	}
	year, full, ok := yearOf(text, last[0])
	return date{year, full, false}, last[0].end, ok && exists(value(text, g[0]), month, year)
}

// yearOf reads a year of four digits, or of two: 80 is 1980, 05 is 2005.
func yearOf(text string, g group) (year int, full, ok bool) {
	switch year = value(text, g); g.size() {
	case 4:
		return year, true, true
	case 2:
		if year <= 30 {
			return 2000 + year, false, true
		}
		return 1900 + year, false, true
	}
	return 0, false, false
}

func exists(day, month, year int) bool {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return month >= 1 && month <= 12 && d.Day() == day && int(d.Month()) == month
}

// monthAt reads the name of a month behind a day, and gives where the year begins.
func monthAt(text string, from int) (month, next int) {
	_, size := gap(text, from)
	if size == 0 {
		return 0, 0
	}
	from += size
	end := from
	for end < len(text) && letter(text[end]) && end-from < len("september") {
		end++
	}
	word := strings.ToLower(text[from:end])
	if month = 1 + slices.Index(monthWords[:], word); month == 0 {
		if word == "sept" {
			word = "sep"
		}
		month = 1 + slices.Index(monthShorts[:], word)
		if at(text, end) == '.' {
			end++
		}
	}
	_, size = gap(text, end)
	if month == 0 || size == 0 || !digit(at(text, end+size)) {
		return 0, 0
	}
	return month, end + size
}

// farthest is how far back an announcing word may begin, bytes.
const farthest = 60

// announced tells whether one of some words is among the last n words of a text, in the
// same sentence.
func announced(before string, n int, words []string) bool {
	before = before[max(0, len(before)-farthest):]
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i+1:]
	}
	fields := strings.FieldsFunc(before, func(r rune) bool { return strings.ContainsRune(" \t\u00a0(),;:=", r) })
	for _, f := range slices.Backward(fields[max(0, len(fields)-n):]) {
		if slices.Contains(words, strings.ToLower(strings.Trim(f, ".'\"*-"))) {
			return true
		}
		if strings.HasSuffix(f, ".") || strings.HasSuffix(f, "!") || strings.HasSuffix(f, "?") {
			return false
		}
	}
	return false
}
