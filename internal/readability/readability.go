// Package readability says how hard a Dutch text is to read, by counting. It imports
// nothing of ours.
//
// The index is that of Flesch as W.H. Douma adapted it to Dutch (1960): 206.84 − 0.77
// times the syllables per hundred words − 0.93 times the words per sentence. Douma's
// table calls 60 to 70 normal and 45 to 60 rather hard. Formula and table as Onze Taal
// gave them in 1977 (https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php).
// An index knows nothing of what a text says: it is advice, and no verdict.
package readability

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Count is what was counted in a text.
type Count struct {
	Words, Sentences, Syllables int
	Longest                     int // words of the longest sentence
}

// Of counts the words, sentences and syllables of plain text. What holds no letter is
// no word. A sentence ends at a full stop, question mark, exclamation mark or ellipsis
// before a blank, and at a line end.
func Of(text string) Count {
	var c Count
	words := 0
	end := func() {
		if words > 0 {
			c.Sentences++
			c.Longest = max(c.Longest, words)
		}
		words = 0
	}
	for line := range strings.SplitSeq(text, "\n") {
		for _, token := range strings.Fields(line) {
			if n := syllables(token); n > 0 {
				words++
				c.Words++
				c.Syllables += n
			}
			if ends(token) {
				end()
			}
		}
		end()
	}
	return c
}

// Plus adds another count, as of a text that stands beside it.
func (c Count) Plus(o Count) Count {
	return Count{c.Words + o.Words, c.Sentences + o.Sentences, c.Syllables + o.Syllables, max(c.Longest, o.Longest)}
}

// FleschDouma gives the index, about 0 to 100; higher is easier. Without words it is
// 100.
func (c Count) FleschDouma() float64 {
	if c.Words == 0 {
		return 100
	}
	return 206.84 - 77*float64(c.Syllables)/float64(c.Words) - 0.93*float64(c.Words)/float64(c.Sentences)
}

// ends tells whether a sentence ends with a word. One letter and a full stop is an
// initial.
func ends(token string) bool {
	token = strings.TrimRight(token, `'"’”)»`)
	bare := strings.TrimRight(token, ".?!…")
	return bare != token && (len([]rune(bare)) > 1 || !strings.HasSuffix(token, "."))
}

// nuclei are what a Dutch syllable is built around, the longest first.
var nuclei = []string{
	"aai", "ooi", "oei", "eeu", "ieu",
	"aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "ou", "au", "éé", "óó", "áá",
}

const vowels = "aeiouyáàâäéèêëíìîïóòôöúùûü"

// syllables counts those of a word; 0 for what holds no letter.
func syllables(token string) int {
	n, letters := 0, false
	word := []rune(strings.ToLower(token))
	for i := 0; i < len(word); i++ {
		letters = letters || unicode.IsLetter(word[i])
		if !strings.ContainsRune(vowels, word[i]) || consonant(word, i) {
			continue
		}
		n++
		i += nucleus(word[i:]) - 1
	}
	if n == 0 && letters {
		return 1 // "d'r", "hm"
	}
	return n
}

// consonant tells whether a vowel letter is none here: y before a vowel, u after q.
func consonant(word []rune, i int) bool {
	switch word[i] {
	case 'y':
		return i+1 < len(word) && strings.ContainsRune(vowels, word[i+1])
	case 'u':
		return i > 0 && word[i-1] == 'q'
	}
	return false
}

// nucleus gives the length in runes of the nucleus that a text begins with.
func nucleus(rest []rune) int {
	for _, n := range nuclei {
		if size := utf8.RuneCountInString(n); len(rest) >= size && string(rest[:size]) == n {
			return size
		}
	}
	return 1
}
