package format

import (
	"bytes"
	_ "embed"
	"encoding/xml"
	"fmt"
	"strings"

	"werkboek/internal/plain"
)

// Picture is a drawn map, in the rows and cells of the window that it was laid out for.
type Picture struct {
	Title         string // for who has it read aloud
	Width, Height int    // in cells and rows
	Texts         []Text
	Lines         []Line
}

// Class says what a text or a line is of the map.
type Class string

// The classes.
const (
	Core   Class = "core"
	Branch Class = "branch" // a main branch
	Leaf   Class = "leaf"   // all that hangs below one
	Mark   Class = "mark"
)

// Text is a text on one row, and the cell where it begins.
type Text struct {
	Row, Cell int
	Text      string
	Class     Class
}

// Line joins two spots; where they are on different rows it bends.
type Line struct {
	From, To Spot
	Class    Class
}

// Spot is a place between cells: Row 2.5 is the middle of the third row, Cell 4 the left
// edge of the fifth cell.
type Spot struct{ Row, Cell float64 }

// The size of a cell in the picture, and the room around it.
const (
	cellWide = 9
	cellHigh = 20
	room     = 20
	baseline = 0.72 // of a row, from its top
)

// svgStyle is for paper and for a page with a light ground: it is no theme of a window.
//
//go:embed picture.css
var svgStyle string

// SVG writes a picture: text as text, lines as paths, on a light ground.
func SVG(p Picture) []byte {
	wide, high := p.Width*cellWide+2*room, p.Height*cellHigh+2*room
	var b bytes.Buffer
	b.WriteString(xml.Header)
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">\n", wide, high, wide, high)
	fmt.Fprintf(&b, "<title>%s</title>\n<style>\n%s</style>\n", svgText(plain.Line(p.Title)), svgStyle)
	b.WriteString("<rect width=\"100%\" height=\"100%\"/>\n")
	for _, l := range p.Lines {
		fmt.Fprintf(&b, "<path class=\"%s\" d=\"%s\"/>\n", svgText(string(l.Class)), l.path())
	}
	for _, t := range p.Texts {
		at := Spot{float64(t.Row) + baseline, float64(t.Cell)}
		fmt.Fprintf(&b, "<text class=\"%s\" x=\"%s\" y=\"%s\" xml:space=\"preserve\">%s</text>\n",
			svgText(string(t.Class)), number(at.x()), number(at.y()), svgText(oneRow(t.Text)))
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func (l Line) path() string {
	from, to := l.From, l.To
	start := "M" + number(from.x()) + " " + number(from.y())
	if from.Row == to.Row || from.Cell == to.Cell {
		return start + " L" + number(to.x()) + " " + number(to.y())
	}
	middle := number((from.x() + to.x()) / 2)
	return start + " C" + strings.Join([]string{middle, number(from.y()), middle, number(to.y()), number(to.x()), number(to.y())}, " ")
}

func (s Spot) x() float64 { return s.Cell*cellWide + room }
func (s Spot) y() float64 { return s.Row*cellHigh + room }

func number(f float64) string { return fmt.Sprintf("%g", float64(int(f*100+0.5))/100) }

// oneRow makes a text safe without taking its blanks.
func oneRow(s string) string {
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(plain.Safe(s))
}

func svgText(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(xmlText(s))) // a buffer takes all
	return b.String()
}
