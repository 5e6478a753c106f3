package typeset

// Set is a block that has been set: lines of at most the width asked for, with
// SGR styles and OSC 8 links only.
type Set struct {
	Lines []string
	Links []Link
}

// Link is a piece of text that can be opened. A link that wraps is several
// pieces with the same Ordinal.
type Link struct {
	Line     int // index in Set.Lines
	From, To int // cells, To exclusive
	Ordinal  int // of the link in its block, from 0
	Target   string
	Text     string
}
