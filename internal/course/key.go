package course

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoteRunes is how much of a block's text is kept with its key.
const quoteRunes = 40

// errKey is the answer to a text that is no key.
var errKey = errors.New("not a block key")

// giveKeys gives the blocks of a section their keys.
func giveKeys(section string, blocks []*Block) {
	seen := map[string]int{}
	for _, b := range blocks {
		text := strings.Join(strings.Fields(b.Plain()), " ")
		sum := sha256.Sum256([]byte(text))
		hash := hex.EncodeToString(sum[:4])
		seen[hash]++
		runes := []rune(text)
		b.Key = Key{section, hash, seen[hash], string(runes[:min(quoteRunes, len(runes))])}
	}
}

// String gives the key as it stands in a file: section/hash/number.
func (k Key) String() string { return fmt.Sprintf("%s/%s/%d", k.Section, k.Hash, k.Ordinal) }

// Said gives the quote for people: where the text goes on it ends after a word, with an
// ellipsis.
func (k Key) Said() string {
	goesOn := utf8.RuneCountInString(k.Quote) >= quoteRunes-1 // a blank at its end may be gone
	if i := strings.LastIndexByte(k.Quote, ' '); i > 0 && goesOn {
		return k.Quote[:i] + "…"
	}
	return k.Quote
}

// ParseKey reads a key without its quote.
func ParseKey(s string) (Key, error) {
	rest, number, ok := cutLast(s)
	section, hash, ok2 := cutLast(rest)
	n, err := strconv.Atoi(number)
	if !ok || !ok2 || err != nil || len(hash) != 8 {
		return Key{}, fmt.Errorf("read %q: %w", s, errKey)
	}
	return Key{Section: section, Hash: hash, Ordinal: n}, nil
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '/')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// Find finds the block of a key among those that a page shows: the same key; the
// same text elsewhere; the closest beginning in the same section; the end of the
// section. Ok is false only for a chapter that shows nothing. It gives the indexes
// of section and block.
func (ch *Chapter) Find(k Key) (section, block int, ok bool) {
	home := ch.home(k)
	if home < 0 {
		return 0, 0, false
	}
	blocks := ch.sections[home].Blocks()
	if i := slices.IndexFunc(blocks, func(b *Block) bool {
		return !b.Hidden() && b.Key.Section == k.Section && b.Key.Hash == k.Hash && b.Key.Ordinal == k.Ordinal
	}); i >= 0 {
		return home, i, true
	}
	for s, sec := range ch.sections {
		if i := slices.IndexFunc(sec.Blocks(), func(b *Block) bool { return !b.Hidden() && b.Key.Hash == k.Hash }); i >= 0 {
			return s, i, true
		}
	}
	if i := closest(blocks, k.Quote); i >= 0 {
		return home, i, true
	}
	return ch.end(home)
}

// end gives the last block that is shown up to the end of a section, or the first
// one after it.
func (ch *Chapter) end(home int) (section, block int, ok bool) {
	for s := home; s >= 0; s-- {
		blocks := ch.sections[s].Blocks()
		for i := len(blocks) - 1; i >= 0; i-- {
			if !blocks[i].Hidden() {
				return s, i, true
			}
		}
	}
	for s := home + 1; s < len(ch.sections); s++ {
		if i := slices.IndexFunc(ch.sections[s].Blocks(), func(b *Block) bool { return !b.Hidden() }); i >= 0 {
			return s, i, true
		}
	}
	return 0, 0, false
}

// home gives the section that a key names, or the first one.
func (ch *Chapter) home(k Key) int {
	sections := ch.Sections()
	for i, s := range sections {
		if s.ID == k.Section {
			return i
		}
	}
	return min(0, len(sections)-1)
}

// closest gives the shown block whose beginning shares the most words with a quote; -1
// where fewer than half are shared.
func closest(blocks []*Block, quote string) int {
	wanted := strings.Fields(strings.ToLower(quote))
	best, most := -1, (len(wanted)+1)/2
	for i, b := range blocks {
		if b.Hidden() {
			continue
		}
		has := map[string]bool{}
		for _, w := range strings.Fields(strings.ToLower(b.Key.Quote)) {
			has[w] = true
		}
		shared := 0
		for _, w := range wanted {
			if has[w] {
				shared++
			}
		}
		if shared > 0 && shared >= most && (best < 0 || shared > most) {
			best, most = i, shared
		}
	}
	return best
}
