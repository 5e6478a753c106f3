// Package banner writes a word in block letters, for a back row. It uses only
// characters that every console font has. It imports nothing of ours.
package banner

import (
	"slices"
	"strings"
	"unicode"
)

// Height is the height of a banner, in rows.
const Height = 5

// Width gives the width of a word in block letters, in cells, and whether every
// letter of it can be written so.
func Width(word string) (cells int, ok bool) {
	for _, r := range word {
		g, known := glyph(r)
		if !known {
			return 0, false
		}
		if cells > 0 {
			cells += gap
		}
		cells += len(g[0])
	}
	return cells, word != ""
}

// gap is the space between two letters, cells.
const gap = 2

// Rows gives the rows of a word in block letters; nil where it has a letter that
// cannot be written so.
func Rows(word string) []string {
	if _, ok := Width(word); !ok {
		return nil
	}
	rows := make([]string, Height)
	for i := range rows {
		var parts []string
		for _, r := range word {
			g, _ := glyph(r)
			parts = append(parts, strings.ReplaceAll(g[i], "#", "█"))
		}
		rows[i] = strings.Join(parts, strings.Repeat(" ", gap))
	}
	return rows
}

// blank is the space between two words.
var blank = slices.Repeat([]string{"  "}, Height)

func glyph(r rune) ([]string, bool) {
	if r == ' ' {
		return blank, true
	}
	at := strings.IndexRune(order, unicode.ToUpper(r))
	if at < 0 {
		return nil, false
	}
	rows := make([]string, Height)
	for i, line := range strings.Split(strings.Trim(shapes, "\n"), "\n") {
		rows[i] = strings.Split(line, "|")[at]
	}
	return rows, true
}

// order lists the letters in the order of their shapes.
const order = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:-'"

// shapes holds five rows of all letters, each column of it the shape of one.
const shapes = `
 ## |### | ###|### |####|####| ###|#  #|#|  ##|#  #|#   |#   #|#   #| ## |### | ## |### | ###|#####|#  #|#   #|#   #|#   #|#   #|#####| ## | # |### |### |#  #|####| ## |####| ## | ## | | |    |#
#  #|#  #|#   |#  #|#   |#   |#   |#  #|#|   #|# # |#   |## ##|##  #|#  #|#  #|#  #|#  #|#   |  #  |#  #|#   #|#   #| # # | # # |   # |#  #|## |   #|   #|#  #|#   |#   |   #|#  #|#  #| |#|    |#
####|### |#   |#  #|### |### |# ##|####|#|   #|##  |#   |# # #|# # #|#  #|### |#  #|### | ## |  #  |#  #| # # |# # #|  #  |  #  |  #  |#  #| # | ## | ## |####|### |### |  # | ## | ###| | |####| 
#  #|#  #|#   |#  #|#   |#   |#  #|#  #|#|#  #|# # |#   |#   #|#  ##|#  #|#   |# ##|# # |   #|  #  |#  #| # # |## ##| # # |  #  | #   |#  #| # |#   |   #|   #|   #|#  #| #  |#  #|   #| |#|    | 
#  #|### | ###|### |####|#   | ###|#  #|#| ## |#  #|####|#   #|#   #| ## |#   | ###|#  #|### |  #  | ## |  #  |#   #|#   #|  #  |#####| ## |###|####|### |   #|### | ## | #  | ## | ## |#| |    | 
`
