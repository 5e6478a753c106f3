package privacy

import "strings"

// houseWords may stand between a postcode and the number of a house.
var houseWords = [...]string{"huisnummer", "nummer", "nr.", "nr", "no."}

// postcode looks at four digits with two letters behind them, and a number of a house
// behind that or before it. Small letters count only where they are glued to the
// digits: "2026 en 12" is no address.
func postcode(text string, g []group) Finding {
	if len(g) == 0 || g[0].size() != 4 || text[g[0].start] == '0' || goesOn(text, g[0].start, ".,:-/") {
		return Finding{}
	}
	start, end := g[0].start, g[0].end
	sign, size := gap(text, end)
	if sign != 0 && sign != ' ' {
		return Finding{}
	}
	end += size
	if !letter(at(text, end)) || !letter(at(text, end+1)) {
		return Finding{}
	}
	big := upper(text[end]) && upper(text[end+1])
	small := size == 0 && !upper(text[end]) && !upper(text[end+1])
	if name := strings.ToUpper(text[end : end+2]); !big && !small || name == "SA" || name == "SD" || name == "SS" {
		return Finding{}
	}
	end += 2
	if wordAfter(text, end) {
		return Finding{}
	}
	if to := houseAfter(text, end); to > 0 {
		return Finding{Postcode, start, to}
	}
	if from := houseBefore(text, start); from >= 0 {
		return Finding{Postcode, from, end}
	}
	return Finding{}
}

// blanks gives the place behind a few blanks and at most one comma.
func blanks(text string, i int) int {
	for range 3 {
		if sign, size := gap(text, i); sign == ' ' {
			i += size
		} else if at(text, i) == ',' {
			i++
		}
	}
	return i
}

// houseAfter gives the end of the number of a house behind a postcode, 0 for none.
func houseAfter(text string, i int) int {
	from := blanks(text, i)
	if at(text, i) == '-' {
		from++ // 1234AB-12
	}
	for _, word := range houseWords {
		if len(text)-from > len(word) && strings.EqualFold(text[from:from+len(word)], word) {
			from = blanks(text, from+len(word))
			break
		}
	}
	end := from
	for digit(at(text, end)) && end-from <= mostHouse {
		end++
	}
	if from == i || end == from || end-from > mostHouse || text[from] == '0' {
		return 0
	}
	if letter(at(text, end)) {
		end++ // 12a
	}
	if !ends(text, end, ":.,") || at(text, end) == '%' {
		return 0
	}
	return end
}

// mostHouse is the most digits that the number of a house has.
const mostHouse = 5

// houseBefore gives the start of the number of a house before a postcode, -1 for none.
func houseBefore(text string, i int) int {
	end := len(strings.TrimRight(text[max(0, i-4):i], " ,\u00a0")) + max(0, i-4)
	if end == i {
		return -1
	}
	last := end
	if letter(at(text, last-1)) && digit(at(text, last-2)) {
		last-- // 12a
	}
	start := last
	for digit(at(text, start-1)) && last-start <= mostHouse {
		start--
	}
	if start == last || last-start > mostHouse || text[start] == '0' || at(text, start-1) != ' ' || !letter(at(text, start-2)) {
		return -1
	}
	return start
}
