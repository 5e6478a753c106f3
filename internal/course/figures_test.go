package course_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"werkboek/internal/course"
	"werkboek/internal/kind"
)

// figure matches what tells how many or how much of something there is, as research
// or a count found it.
var figure = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`\d+(?:[.,]\d+)?\s?%`,
	`(?:\d+(?:[.,]\d+)?|\pL+)\s(?:procent|promille)\b`,
	`\b\d{1,3}(?:\.\d{3})+\b`,
	`\b(?:\d+(?:,\d+)?|een|twee|drie|vier|vijf|ruim|bijna|zo'n|meer dan|enkele)\s(?:duizend|miljoen|miljard)\b`,
	`\b(?:duizenden|miljoenen|tienduizenden|(?:\d+|zo'n|ruim|bijna|meer dan)\shonderd)\b`,
	`(?:\d+|\b(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen))\sop\sde\s(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend)\b`,
	`\b(?:een|één|twee)\s(?:derde|kwart|vijfde|tiende)\b`,
	`\b(?:de helft|een meerderheid|een minderheid|de meerderheid|driekwart|tweederde)\svan\b`,
	`\b[1-9]\d{2,}\s\pL[\pL-]*`,
	`\b\d+\s(?:\pL+\s)?(?:artikelen|interviews|landen|onderzoeken|studies|steekproeven|huisartsen|artsen|studenten|eerstejaars|patiënten|cliënten|respondenten|gemeenten|gezinnen|leerlingen|docenten|professionals|inwoners|burgers)\b`,
}, "|"))

// figures gives the figures in a text; a year with a word behind it is none, nor are
// the minutes of the day.
func figures(text string) []string {
	return slices.DeleteFunc(figure.FindAllString(text, -1), noFinding.MatchString)
}

var noFinding = regexp.MustCompile(`^(?:(?:1[5-9]|20)\d\d|420|345)\s`)

var yearNamed = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// claim is the least that somebody may quote: a paragraph, an item of a list, a table
// with the paragraph before and the one behind it.
type claim struct {
	where string
	text  string
	links []string
}

// claims cuts blocks into what may be quoted from them.
func claims(where string, blocks []*course.Block) []claim {
	var list []claim
	for i, b := range blocks {
		at := fmt.Sprintf("%s:%d", where, b.Line)
		if b.Kind == course.Table {
			list = append(list, joined(at, blocks[max(0, i-1):min(len(blocks), i+2)]))
			continue
		}
		list = append(list, claim{at, b.Text.Plain(), b.Links()})
		for _, item := range b.Items {
			list = append(list, joined(at, item.Children))
		}
		list = append(list, claims(where, slices.Concat(b.Children, b.Variants))...)
	}
	return list
}

// joined gives blocks with all in them as one claim.
func joined(where string, blocks []*course.Block) claim {
	c := claim{where: where}
	for _, b := range blocks {
		c.text += b.Plain() + " "
		b.Walk(func(b *course.Block) { c.links = append(c.links, b.Links()...) })
	}
	return c
}

// hold holds the figures of a claim against what stands beside them.
func (c claim) hold(t *testing.T) {
	t.Helper()
	found := figures(c.text)
	if len(found) == 0 {
		return
	}
	if !slices.ContainsFunc(c.links, func(l string) bool { return strings.HasPrefix(l, course.SchemeSource+":") }) {
		t.Errorf("%s: %q stands beside no source: %.120s", c.where, found, c.text)
	}
	if !yearNamed.MatchString(c.text) {
		t.Errorf("%s: %q names no date: %.120s", c.where, found, c.text)
	}
}

func TestEveryFigureStandsBesideItsSourceAndNamesItsDate(t *testing.T) {
	t.Parallel()
	c, seen := builtIn(t), 0
	for _, ch := range c.Chapters() {
		for _, s := range ch.Sections() {
			slide := func(b *course.Block) bool { return b.Kind == course.Callout && b.Label == course.SlideTip }
			var told strings.Builder
			for _, part := range claims(ch.File, slices.DeleteFunc(slices.Clone(s.Blocks()), slide)) {
				seen += len(figures(part.text))
				part.hold(t)
				told.WriteString(part.text + "\n")
			}
			onSlides := slices.DeleteFunc(slices.Clone(s.Blocks()), func(b *course.Block) bool { return !slide(b) })
			for _, slide := range claims(ch.File, onSlides) { // no room for a source: its section has it
				for _, f := range figures(slide.text) {
					if !strings.Contains(told.String(), f) {
						t.Errorf("%s: the slide has %q, and its section has not", slide.where, f)
					}
				}
			}
		}
	}
	if seen < 5 {
		t.Errorf("only %d figures were found in the chapters", seen)
	}
}

func TestEveryFigureOfAnExerciseOrATermHasItsSource(t *testing.T) {
	t.Parallel()
	for _, e := range builtIn(t).Exercises() {
		file := e.Head().File
		for _, c := range claims(file, e.Intro()) {
			c.hold(t)
		}
		texter, ok := e.Definition.(kind.Texter)
		if !ok {
			continue
		}
		for _, text := range texter.Texts() {
			for _, c := range claims(file, course.ParseBlocks(text.Markdown)) {
				c.where = fmt.Sprintf("%s:%d", file, text.Line)
				c.hold(t)
			}
		}
	}
	for _, term := range listOf[course.Term](t, "begrippen.yaml") {
		claim{where: "begrip " + term.ID, text: term.Text, links: []string{course.SchemeSource + ":" + term.Source}}.hold(t)
	}
}
