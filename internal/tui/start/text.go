package start

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"werkboek/internal/course"
)

const (
	textNow     = "nu"
	textToday   = "jouw vraag voor vandaag"
	textWrote   = "je schreef hier"
	textGoOn    = "verder"
	textBegin   = "begint"
	textDeadKey = "Kies met ↑ en ↓ en druk op enter, of typ het nummer."

	textHowToQuit = "ctrl+q of q stopt. Alles wat je schreef, is bewaard."
	textNoChapter = "Dat hoofdstuk is er niet. Kies met ↑ en ↓ en druk op enter."
)

// wordsPerMinute is a calm pace for reading a textbook.
const wordsPerMinute = 200

// welcomeLines is what stands above the day the very first time, a paragraph each.
func welcomeLines(folder string) []string {
	return []string{
		"Welkom. Hier lees je, en hier schrijf je op wat je ontdekt.",
		"Wat je schrijft blijft op deze computer. Je werkgever of beheerder kan er technisch bij. Gebruik geen namen van cliënten.",
		"Het staat in " + shortened(folder, pathCells),
	}
}

// pathCells is the room for the path of the notes on a line of the welcome.
const pathCells = 48

// shortened gives a path without some folders in its middle, where it is longer than
// some cells; how it begins and ends says most.
func shortened(path string, cells int) string {
	parts := strings.Split(path, string(filepath.Separator))
	for len(parts) > 3 && utf8.RuneCountInString(strings.Join(parts, "/"))+len("/…") > cells {
		at := len(parts) / 2
		parts = append(parts[:at:at], parts[at+1:]...)
	}
	short := strings.Join(parts, string(filepath.Separator))
	if short == path {
		return path
	}
	at := (len(parts) + 1) / 2
	return strings.Join(append(parts[:at:at], append([]string{"…"}, parts[at:]...)...), string(filepath.Separator))
}

func number(n int) string { return strconv.Itoa(n) }

var (
	weekdays = [...]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}
	months   = [...]string{"jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec"}
)

func date(t time.Time) string {
	return fmt.Sprintf("%s %d %s", weekdays[t.Weekday()], t.Day(), months[t.Month()-1])
}

func until(c course.Clock) string { return "tot " + c.String() }

func minutes(words int) int { return max(1, (words+wordsPerMinute-1)/wordsPerMinute) }

func goOnAt(section string, left int) string {
	where := "verder"
	if section != "" {
		where += " bij '" + section + "'"
	}
	return fmt.Sprintf("%s, nog %d min", where, left)
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + " · " + b
}

// exerciseCount says how many exercises a chapter has, and how many are done.
func exerciseCount(all, done int) string {
	switch {
	case all == 0:
		return ""
	case all == 1 && done == 1:
		return "1 oefening, af"
	case all == 1:
		return "1 oefening"
	case done == 0:
		return fmt.Sprintf("%d oefeningen", all)
	}
	return fmt.Sprintf("%d oefeningen, %d af", all, done)
}

func chapterVerb(n int, verb string) string {
	if verb == "" {
		return number(n)
	}
	return number(n) + " · " + verb
}

// wroteHere says where one wrote in a chapter; nil when nowhere.
func wroteHere(margin, begun, exercises int) []string {
	var lines []string
	if margin > 0 {
		lines = append(lines, fmt.Sprintf("%d keer in de kantlijn", margin))
	}
	switch {
	case begun > 0 && exercises == 1:
		lines = append(lines, "in de oefening")
	case begun > 0:
		lines = append(lines, fmt.Sprintf("in %d van de %d oefeningen", begun, exercises))
	}
	return lines
}

func textUnread(name, reason string) string {
	return "De notitie " + name + " kon niet worden gelezen: " + reason
}
