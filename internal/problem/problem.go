// Package problem holds one mistake in a course's content: where it is, what is
// wrong and how to mend it. Loaders return problems as values and never stop at
// the first. It imports nothing of ours.
package problem

import (
	"cmp"
	"fmt"
	"slices"
)

// Problem is one mistake, or one piece of advice, about a content file.
// What and Remedy are Dutch, for the author of the course.
type Problem struct {
	File   string // path inside the pack, with forward slashes
	Line   int    // 1-based; 0 when the whole file is meant
	Advice bool   // advice ("raad") does not count as a mistake ("fout")
	What   string // what is wrong: "onbekende soort \"krign\""
	Remedy string // what to do: "bedoel je \"kring\"?"
}

// String gives the problem as one line: `bestand:regel: wat; wat te doen`.
// Advice carries the word raad before what it says.
func (p Problem) String() string {
	what := p.What
	if p.Advice {
		what = "raad: " + what
	}
	return fmt.Sprintf("%s:%d: %s; %s", p.File, max(p.Line, 1), what, p.Remedy)
}

// Sort orders problems by file and line, and keeps the order of equals.
func Sort(list []Problem) {
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}

// Mistakes counts the problems that are no advice.
func Mistakes(list []Problem) int {
	n := 0
	for _, p := range list {
		if !p.Advice {
			n++
		}
	}
	return n
}

// Nearest gives the remedy "bedoel je …?" with the known word closest to a wrong
// one, or otherwise where none is close.
func Nearest(wrong string, known []string, otherwise string) string {
	best, least := "", max(2, len([]rune(wrong))/3)+1
	for _, k := range known {
		if d := distance([]rune(wrong), []rune(k)); d < least {
			best, least = k, d
		}
	}
	if best == "" {
		return otherwise
	}
	return fmt.Sprintf("bedoel je %q?", best)
}

// distance counts the letters to change, add or drop between two words
// (Levenshtein 1966).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
