package field

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"werkboek/internal/plain"
)

var (
	dayMonth = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}))?$`)
	dayWord  = regexp.MustCompile(`^(\d{1,2}) ([a-z]+)(?: (\d{4}))?$`)
	inWeeks  = regexp.MustCompile(`^over (\d{1,3}) (dag|dagen|week|weken|maand|maanden)$`)
)

// proposal says which day enter fills in.
func (f *frame) proposal() string {
	said := plain.Line(f.ask.Field.Proposal)
	if d, ok := parseDate(said, f.today); ok {
		said = longDate(d)
	}
	return proposalText(said)
}

// parseDate reads a day as people write it: 21-12-2026, 21-12, 21 december, over 4
// weken. Without a year it is the next one to come.
func parseDate(s string, today time.Time) (time.Time, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if d, err := time.Parse(time.DateOnly, s); err == nil {
		return d, true
	}
	if m := inWeeks.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[1])
		switch m[2] {
		case "dag", "dagen":
			return day(today).AddDate(0, 0, n), true
		case "week", "weken":
			return day(today).AddDate(0, 0, 7*n), true
		}
		return day(today).AddDate(0, n, 0), true
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		month, _ := strconv.Atoi(m[2])
		return dateOf(m[1], month, m[3], today)
	}
	if m := dayWord.FindStringSubmatch(s); m != nil {
		return dateOf(m[1], monthOf(m[2]), m[3], today)
	}
	return time.Time{}, false
}

func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// monthOf reads a month by its first three letters, 0 for none.
func monthOf(word string) int {
	for i, name := range months {
		if len(word) >= 3 && strings.HasPrefix(name, word) {
			return i + 1
		}
	}
	return 0
}

func dateOf(dayText string, month int, yearText string, today time.Time) (time.Time, bool) {
	dayNumber, _ := strconv.Atoi(dayText)
	year := today.Year()
	if yearText != "" {
		year, _ = strconv.Atoi(yearText)
	}
	d := time.Date(year, time.Month(month), dayNumber, 0, 0, 0, 0, time.UTC)
	if yearText == "" && d.Before(day(today)) {
		d = time.Date(year+1, time.Month(month), dayNumber, 0, 0, 0, 0, time.UTC)
	}
	return d, month >= 1 && month <= 12 && d.Day() == dayNumber && int(d.Month()) == month
}
