package presenter

import (
	"strings"

	"werkboek/internal/course"
	"werkboek/internal/slides"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/banner"
)

// The projector's grid, in cells and rows.
const (
	axisWide   = 10 // where text starts
	axisNarrow = 4
	wideFrom   = 80
	edge       = 4  // left and right of the bottom line
	headRows   = 2  // number and verb, and the blank row below
	footRows   = 2  // a blank row and the bottom line
	airRows    = 3  // blank rows above, where there is room
	tallFrom   = 22 // rows from which there is air above
	hintFrom   = 101
)

func (p *Presenter) axis() int {
	if p.env.Width < wideFrom {
		return axisNarrow
	}
	return axisWide
}

func (p *Presenter) air() int {
	if p.env.Height < tallFrom {
		return 1
	}
	return airRows
}

// room is what the window has for the words of a slide. A blank row stands
// between title and text.
func (p *Presenter) room() slides.Room {
	return slides.Room{
		Lines: max(1, p.env.Height-p.air()-headRows-footRows-1),
		Cells: max(1, p.env.Width-p.axis()-edge),
	}
}

// View draws the slide.
func (p *Presenter) View() screen.Frame {
	lines := make([]string, max(1, p.env.Height))
	if p.black || len(p.slides) == 0 {
		return screen.Frame{Lines: lines, Whole: true}
	}
	ch := p.deps.Course.Chapters()[p.chapter]
	row := p.air()
	for _, text := range p.words(p.slides[p.at], ch) {
		if row >= len(lines)-1 {
			break
		}
		if text != "" {
			lines[row] = strings.Repeat(" ", p.axis()) + text
		}
		row++
	}
	lines[len(lines)-1] = p.foot(ch)
	return screen.Frame{Lines: lines, Whole: true, Title: ch.Title}
}

// words gives the rows of a slide.
func (p *Presenter) words(s slides.Slide, ch *course.Chapter) []string {
	st := p.env.Styles
	rows := []string{st.Soft.Render(p.env.Ruler.Cut(headline(ch, s.Label), p.room().Cells)), ""}
	if s.Opening {
		rows = append(rows, p.verb(s)...)
	}
	for _, t := range s.Title {
		rows = append(rows, st.Title.Render(t))
	}
	if len(s.Title) > 0 {
		rows = append(rows, "")
	}
	airy := p.airy(s, len(rows))
	for i, l := range s.Lines {
		if airy && i > 0 && l.First {
			rows = append(rows, "")
		}
		rows = append(rows, p.line(l))
	}
	return rows
}

// verb is the chapter's verb in block letters, where there is room for it
// together with the rest.
func (p *Presenter) verb(s slides.Slide) []string {
	cells, ok := banner.Width(s.Verb)
	room := p.room()
	if !ok || cells > room.Cells || banner.Height+1+len(s.Title)+len(s.Lines) > room.Lines {
		return nil
	}
	var rows []string
	for _, r := range banner.Rows(s.Verb) {
		rows = append(rows, p.env.Styles.Banner.Render(strings.TrimRight(r, " ")))
	}
	return append(rows, "")
}

// airy tells whether there is room for a blank row between the points.
func (p *Presenter) airy(s slides.Slide, used int) bool {
	points := 0
	for _, l := range s.Lines {
		if l.First {
			points++
		}
	}
	return p.air()+used+len(s.Lines)+points-1 <= p.env.Height-footRows
}

// line gives a line with its marker hanging before it.
func (p *Presenter) line(l slides.Line) string {
	if l.Marker == "" {
		return strings.Repeat(" ", l.Indent) + l.Text
	}
	gap := strings.Repeat(" ", max(1, slides.MarkerWidth-p.env.Ruler.Width(l.Marker)))
	return strings.Repeat(" ", max(0, l.Indent-slides.MarkerWidth)) + p.env.Styles.Banner.Render(l.Marker) + gap + l.Text
}

// foot is the bottom line: the time, and which slide this is. A number that is
// being typed, or a word about a key, stands there for as long as it lasts.
func (p *Presenter) foot(ch *course.Chapter) string {
	right := slideOf(p.at+1, len(p.slides))
	if p.env.Width >= hintFrom && !p.hinted {
		right = textLarger + "   " + right
	}
	if p.typed > 0 {
		right = toSlide(p.typed)
	}
	left := p.said
	if left == "" {
		slot, ok := p.deps.Course.Slot(ch.Number)
		left = clock(p.env.Now(), slot, ok)
	}
	gap := p.env.Width - 2*edge - p.env.Ruler.Width(left) - p.env.Ruler.Width(right)
	if room := p.env.Width - 2*edge - p.env.Ruler.Width(right) - 1; gap < 1 && p.said != "" {
		left, gap = p.env.Ruler.Cut(left, room), 1 // what is said comes before the rest
	} else if gap < 1 {
		left, gap = "", max(0, p.env.Width-2*edge-p.env.Ruler.Width(right))
	}
	return strings.Repeat(" ", edge) + p.env.Styles.Soft.Render(left+strings.Repeat(" ", gap)+right)
}
