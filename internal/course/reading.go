package course

import (
	"slices"
	"strings"

	"werkboek/internal/readability"
)

// What reads well: the index of Flesch and Douma of a section, which calls 45 to 60
// rather hard, and the words of a sentence.
const (
	leastReadable = 60
	longestRead   = 25
)

// sampleWords is how many words an index needs to mean anything.
const sampleWords = 100

// reading advises on what is hard to read: a section as a whole, and sentences that
// are too long. What only a trainer reads, and a slide, does not count.
func (k *checker) reading(ch *Chapter) {
	for _, s := range ch.Sections() {
		var all readability.Count
		for _, b := range s.Blocks() {
			if b.Kind == Heading || b.Hidden() {
				continue
			}
			all = all.Plus(countOf(b))
			for _, version := range append([]*Block{b}, b.Variants...) {
				if n := countOf(version).Longest; n > longestRead {
					k.advise(ch.File, version.Line, longSentence(n, longestRead), textLongSentenceRemedy)
				}
			}
		}
		if index := all.FleschDouma(); all.Words >= sampleWords && index < leastReadable {
			k.advise(ch.File, s.line, hardSection(int(index), leastReadable), textHardSectionRemedy)
		}
	}
}

// countOf counts a block, its items and what stands in it, but no names of sources.
func countOf(b *Block) readability.Count {
	c := readability.Of(b.Text.read())
	for _, item := range b.Items {
		for _, child := range item.Children {
			c = c.Plus(countOf(child))
		}
	}
	for _, child := range b.Children {
		c = c.Plus(countOf(child))
	}
	return c
}

// read gives running text as it is read: a link to a source is passed over.
func (in Inline) read() string {
	kept := slices.DeleteFunc(slices.Clone(in), func(s Span) bool { return strings.HasPrefix(s.Link, SchemeSource+":") })
	return kept.Plain()
}

// lacks advises on a chapter without a case, an exercise or a source.
func (k *checker) lacks(ch *Chapter) {
	has := map[string]bool{}
	for _, s := range ch.Sections() {
		for _, b := range s.Blocks() {
			b.Walk(func(b *Block) {
				has[textCase] = has[textCase] || b.Kind == Callout && b.Label == Practice
				has[textExercise] = has[textExercise] || b.Kind == Exercise
				for _, target := range b.Links() {
					has[textSource] = has[textSource] || strings.HasPrefix(target, SchemeSource+":")
				}
			})
		}
	}
	for _, what := range []string{textCase, textExercise, textSource} {
		if !has[what] {
			k.advise(ch.File, 1, without(what), textWithoutRemedy)
		}
	}
}
