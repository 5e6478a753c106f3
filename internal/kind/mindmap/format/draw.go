package format

import (
	"slices"
	"strconv"

	"werkboek/internal/kind/mindmap/layout"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

// The window through which a map is looked at, part by part, when it is drawn: a map of
// any size takes the memory of that window.
const (
	windowWide = 120
	windowHigh = 200
	ofLabel    = 64 // more cells than a line of a label takes
)

// ruler measures as a browser shows text.
var ruler = plain.Graphemes()

// encodeSVG draws all of a map, with nothing folded.
func encodeSVG(m tree.Map) []byte { return SVG(draw(m.FoldFrom(0))) }

// draw lays a map out as the window does, and joins its labels.
func draw(m tree.Map) Picture {
	p := painter{spots: map[string]*spot{}}
	o := p.window(m)
	l := layout.New(drawnMarks)
	d := l.Arrange(m, nil, o)
	core, _ := d.Where(nil)
	m.Walk(func(at tree.Path, n *tree.Node) bool {
		p.order = append(p.order, &spot{path: slices.Clone(at), node: n, stems: map[bool]bool{}})
		p.spots[keyOf(at)] = p.order[len(p.order)-1]
		return true
	})
	for _, s := range p.order {
		if s.drawn {
			continue // seen beside another
		}
		o.Offset = d.Offset
		d = l.Arrange(m, s.path, o)
		if box, ok := d.Where(s.path); ok { // look from there downwards
			o.Offset = layout.Offset{Rows: d.Offset.Rows - box.Row, Cells: d.Offset.Cells}
			d = l.Arrange(m, s.path, o)
		}
		p.look(d, o, core.Width)
	}
	return p.picture()
}

// drawnMarks gives the marks of a node, in letters wherever they stand.
func drawnMarks(n *tree.Node) (words, letters string) {
	return n.Gives + n.Way, n.Gives + n.Way
}

func keyOf(p tree.Path) string {
	var b []byte
	for _, i := range p {
		b = append(strconv.AppendInt(b, int64(i), 36), ' ')
	}
	return string(b)
}

// spot is where a node stands, in rows and cells that count from the core's line.
type spot struct {
	path  tree.Path
	node  *tree.Node
	drawn bool
	box   layout.Box
	line  int // the row at which lines meet it
	texts []Text
	stems map[bool]bool // whether a line goes to its edge already, on the right or the left
}

// painter gathers the spots of a map.
type painter struct {
	order []*spot // as the map is walked
	spots map[string]*spot
}

// window gives a window in which each node of a map fits by itself.
func (p *painter) window(m tree.Map) layout.Options {
	o := layout.Options{Width: windowWide, Height: windowHigh, Ruler: ruler}
	m.Walk(func(_ tree.Path, n *tree.Node) bool {
		_, letters := drawnMarks(n)
		o.Width = max(o.Width, ofLabel+ruler.Width(plain.Line(letters)))
		o.Height = max(o.Height, ruler.Width(plain.Line(n.Label))/4)
		return true
	})
	return o
}

// look notes what of the map stands whole in the window.
func (p *painter) look(d layout.Drawing, o layout.Options, core int) {
	row, cell := (o.Height-1)/2+d.Offset.Rows, (o.Width-core)/2+d.Offset.Cells
	fresh := map[string]*spot{}
	for y, runs := range d.Rows {
		for _, r := range runs {
			if r.Kind == layout.Line || r.Kind == layout.Edge {
				continue
			}
			key := keyOf(r.Path)
			s := fresh[key]
			if s == nil {
				s = p.spots[key]
				box, ok := d.Where(r.Path)
				if s.drawn || !ok || box.Row+box.Height > o.Height {
					continue
				}
				box.Row, box.Cell = box.Row-row, box.Cell-cell
				s.box, s.line = box, box.Row
				if len(s.path) == 0 {
					s.line += (box.Height - 1) / 2
				}
				fresh[key] = s
			}
			s.texts = append(s.texts, Text{Row: y - row, Cell: r.Cell - cell, Text: r.Text, Class: s.class(r.Kind)})
		}
	}
	for _, s := range fresh {
		s.drawn = true
	}
}

func (s *spot) class(k layout.Kind) Class {
	switch {
	case k == layout.Mark:
		return Mark
	case len(s.path) == 0:
		return Core
	case len(s.path) == 1:
		return Branch
	}
	return Leaf
}

// picture gives all that was seen, without empty margins.
func (p *painter) picture() Picture {
	core := p.spots[""]
	out := Picture{Title: core.node.Label}
	for _, s := range p.order {
		if len(s.path) > 0 {
			above := p.spots[keyOf(s.path[:len(s.path)-1])]
			right := s.box.Cell > above.box.Cell
			s.markBeside(right)
			out.Lines = append(out.Lines, s.lines(above, right)...)
		}
		out.Texts = append(out.Texts, s.texts...)
	}
	return out.cropped()
}

// markBeside puts the marks of a node behind its label. In the window they may stand in
// a column at the edge; a picture has no cursor to tell which row is which.
func (s *spot) markBeside(right bool) {
	at := slices.IndexFunc(s.texts, func(t Text) bool { return t.Class == Mark })
	if at < 0 || len(s.texts) < 2 {
		return
	}
	mark := s.texts[at]
	s.texts = slices.Delete(s.texts, at, at+1)
	last := s.texts[len(s.texts)-1]
	mark.Row, mark.Cell = last.Row, last.Cell-1-ruler.Width(mark.Text)
	if right {
		mark.Cell = last.Cell + ruler.Width(last.Text) + 1
	}
	s.texts = append(s.texts, mark)
}

// lines gives those from a parent to the node: straight as far as the parent's label
// goes, then bent.
func (s *spot) lines(above *spot, right bool) []Line {
	class := Leaf
	if len(s.path) == 1 {
		class = Branch
	}
	edge, from := above.edge(right), above.end(right)
	to := s.edge(!right)
	away := air
	if !right {
		away = -air
	}
	bend := Line{Spot{float64(above.line) + middle, edge + away}, Spot{float64(s.line) + middle, to - away}, class}
	if from == edge || above.stems[right] {
		return []Line{bend}
	}
	above.stems[right] = true
	return []Line{{Spot{bend.From.Row, from + away}, bend.From, class}, bend}
}

const (
	air    = 0.5 // cells between a line and a label
	middle = 0.5 // of a row
)

// edge gives a side of all that a node takes.
func (s *spot) edge(right bool) float64 {
	if right {
		return float64(s.box.Cell + s.box.Width)
	}
	return float64(s.box.Cell)
}

// end gives where its text ends in the row of its lines.
func (s *spot) end(right bool) float64 {
	end := s.edge(!right)
	for _, t := range s.texts {
		switch {
		case t.Row != s.line:
		case right:
			end = max(end, float64(t.Cell+ruler.Width(t.Text)))
		default:
			end = min(end, float64(t.Cell))
		}
	}
	return end
}

// cropped gives a picture of which the first row and cell are those of its texts.
func (p Picture) cropped() Picture {
	top, left, bottom, right := 0, 0, 0, 0
	for i, t := range p.Texts {
		end := t.Cell + ruler.Width(t.Text)
		if i == 0 {
			top, left, bottom, right = t.Row, t.Cell, t.Row+1, end
		}
		top, left = min(top, t.Row), min(left, t.Cell)
		bottom, right = max(bottom, t.Row+1), max(right, end)
	}
	for i := range p.Texts {
		p.Texts[i].Row -= top
		p.Texts[i].Cell -= left
	}
	by := Spot{float64(top), float64(left)}
	for i, l := range p.Lines {
		p.Lines[i].From = Spot{l.From.Row - by.Row, l.From.Cell - by.Cell}
		p.Lines[i].To = Spot{l.To.Row - by.Row, l.To.Cell - by.Cell}
	}
	p.Width, p.Height = right-left, bottom-top
	return p
}
