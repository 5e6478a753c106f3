//go:build unix

package trial

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// screen is what a terminal makes of what it is sent: just enough of one to read
// the program's words off it.
type screen struct {
	parser        *ansi.Parser
	width, height int
	cells         [][]string // "" is the right half of a wide cell
	x, y          int
	top, bottom   int // the scrolling region
	last          string
	modes         map[int]bool // private modes that are set
}

func newScreen(width, height int) *screen {
	s := &screen{parser: ansi.NewParser(), modes: map[int]bool{25: true, 7: true}}
	s.parser.SetDataSize(1 << 16)
	s.resize(width, height)
	s.parser.SetHandler(ansi.Handler{Print: s.print, Execute: s.execute, HandleCsi: s.csi, HandleEsc: s.esc})
	return s
}

func (s *screen) write(p []byte) { s.parser.Parse(p) }

// resize gives the screen another size; what fits stays.
func (s *screen) resize(width, height int) {
	width, height = max(1, width), max(1, height)
	cells := make([][]string, height)
	for y := range cells {
		cells[y] = blank(width)
		if y < len(s.cells) {
			copy(cells[y], s.cells[y])
		}
	}
	s.cells, s.width, s.height, s.top, s.bottom = cells, width, height, 0, height-1
	s.to(s.x, s.y)
}

func blank(width int) []string {
	row := make([]string, width)
	for x := range row {
		row[x] = " "
	}
	return row
}

func (s *screen) to(x, y int) {
	s.x, s.y = max(0, min(x, s.width-1)), max(0, min(y, s.height-1))
}

func (s *screen) print(r rune) {
	text := string(r)
	wide := ansi.StringWidthWc(text)
	if wide == 0 {
		if s.x > 0 {
			s.cells[s.y][s.x-1] += text
		}
		return
	}
	if s.x+wide > s.width {
		if !s.modes[7] {
			s.x = s.width - wide
		} else {
			s.x = 0
			s.down()
		}
	}
	if s.x < 0 {
		s.x = 0
		return
	}
	s.last = text
	s.cells[s.y][s.x] = text
	for i := 1; i < wide; i++ {
		s.cells[s.y][s.x+i] = ""
	}
	s.x += wide
}

func (s *screen) down() {
	if s.y == s.bottom {
		s.scroll(s.top, 1)
		return
	}
	s.y = min(s.y+1, s.height-1)
}

// scroll moves the lines of the region from a line on: up by n, or down by -n.
func (s *screen) scroll(from, n int) {
	for ; n > 0; n-- {
		copy(s.cells[from:s.bottom+1], s.cells[from+1:s.bottom+1])
		s.cells[s.bottom] = blank(s.width)
	}
	for ; n < 0; n++ {
		copy(s.cells[from+1:s.bottom+1], s.cells[from:s.bottom])
		s.cells[from] = blank(s.width)
	}
}

func (s *screen) execute(b byte) {
	switch b {
	case '\r':
		s.x = 0
	case '\n':
		s.down()
	case '\b':
		s.to(min(s.x, s.width)-1, s.y)
	case '\t':
		s.to((s.x/8+1)*8, s.y)
	}
}

func (s *screen) esc(cmd ansi.Cmd) {
	if cmd.Final() == 'M' {
		if s.y == s.top {
			s.scroll(s.top, -1)
		} else {
			s.to(s.x, s.y-1)
		}
	}
}

func (s *screen) csi(cmd ansi.Cmd, params ansi.Params) {
	if cmd.Prefix() == '?' {
		s.mode(cmd, params)
		return
	}
	if cmd.Prefix() != 0 || cmd.Intermediate() != 0 {
		return
	}
	n, _, _ := params.Param(0, 1)
	n = max(n, 1)
	if s.moved(cmd.Final(), n, params) {
		return
	}
	row := s.cells[s.y]
	x := min(s.x, s.width-1)
	switch cmd.Final() {
	case 'J':
		s.eraseScreen(params)
	case 'K':
		how, _, _ := params.Param(0, 0)
		from, until := x, s.width
		if how > 0 {
			from = 0
		}
		if how == 1 {
			until = x + 1
		}
		copy(row[from:until], blank(until-from))
	case 'X':
		until := min(x+n, s.width)
		copy(row[x:until], blank(until-x))
	case 'P':
		n = min(n, s.width-x)
		copy(row[x:], row[x+n:])
		copy(row[s.width-n:], blank(n))
	case '@':
		n = min(n, s.width-x)
		copy(row[x+n:], row[x:])
		copy(row[x:x+n], blank(n))
	case 'b':
		for _, r := range strings.Repeat(s.last, n) {
			s.print(r)
		}
	case 'L':
		s.scroll(s.y, -n)
	case 'M':
		s.scroll(s.y, n)
	case 'S':
		s.scroll(s.top, n)
	case 'T':
		s.scroll(s.top, -n)
	case 'r':
		bottom, _, _ := params.Param(1, s.height)
		s.top, s.bottom = n-1, min(max(bottom, 1), s.height)-1
		s.to(0, 0)
	}
}

// moved moves the cursor where a sequence does nothing else.
func (s *screen) moved(final byte, n int, params ansi.Params) bool {
	switch final {
	case 'A':
		s.to(s.x, s.y-n)
	case 'B', 'e':
		s.to(s.x, s.y+n)
	case 'C', 'a':
		s.to(s.x+n, s.y)
	case 'D':
		s.to(min(s.x, s.width)-n, s.y)
	case 'G', '`':
		s.to(n-1, s.y)
	case 'd':
		s.to(s.x, n-1)
	case 'H', 'f':
		column, _, _ := params.Param(1, 1)
		s.to(max(column, 1)-1, n-1)
	case 'I':
		s.to((s.x/8+n)*8, s.y)
	case 'Z':
		s.to(((s.x+7)/8-n)*8, s.y)
	default:
		return false
	}
	return true
}

func (s *screen) eraseScreen(params ansi.Params) {
	how, _, _ := params.Param(0, 0)
	from, until := s.y+1, s.height
	switch how {
	case 0:
		x := min(s.x, s.width-1)
		copy(s.cells[s.y][x:], blank(s.width-x))
	case 1:
		from, until = 0, s.y
	default:
		from = 0
	}
	for y := from; y < until; y++ {
		s.cells[y] = blank(s.width)
	}
}

func (s *screen) mode(cmd ansi.Cmd, params ansi.Params) {
	if cmd.Intermediate() != 0 || cmd.Final() != 'h' && cmd.Final() != 'l' {
		return
	}
	set := cmd.Final() == 'h'
	for i := range len(params) {
		n, _, _ := params.Param(i, 0)
		s.modes[n] = set
		if n == 1049 { // the alternate screen, or back: what was under it does not matter here
			for y := range s.cells {
				s.cells[y] = blank(s.width)
			}
		}
	}
}

// String gives the lines of the screen without the blanks at their ends.
func (s *screen) String() string {
	var b strings.Builder
	for _, row := range s.cells {
		b.WriteString(strings.TrimRight(strings.Join(row, ""), " ") + "\n")
	}
	return b.String()
}
