package field

import (
	"slices"

	"werkboek/internal/edit"
	"werkboek/internal/privacy"
)

// watch remembers what was found in the lines of a text that leads to somebody. A line
// is looked at when that is asked for, and again only once it is another one: what a
// key costs hangs on its line, and not on the text around it.
type watch struct {
	found [][]privacy.Finding // by line; nil: not looked at yet
	bare  int                 // so many lines at the beginning hold nothing
}

// replaced says that lines from one up to another became n lines.
func (w *watch) replaced(from, to, n int) {
	w.found = slices.Replace(w.found, from, to, make([][]privacy.Finding, n)...)
	w.bare = min(w.bare, from)
}

// in gives what stands in a line of a text.
func (w *watch) in(buf *edit.Buffer, line int) []privacy.Finding {
	if w.found[line] == nil {
		w.found[line] = append([]privacy.Finding{}, privacy.Find(buf.Line(line))...)
	}
	return w.found[line]
}

// first gives what stands first in a text.
func (w *watch) first(buf *edit.Buffer) (privacy.Finding, bool) {
	for ; w.bare < len(w.found); w.bare++ {
		if found := w.in(buf, w.bare); len(found) > 0 {
			return found[0], true
		}
	}
	return privacy.Finding{}, false
}

// foundIn lists what stands in a displayed row, wholly or in part.
func (w *written) foundIn(row int) []privacy.Finding {
	if w.watch == nil || row < 0 || row >= w.buf.Rows() {
		return nil
	}
	line, from, to := w.buf.Span(row)
	var here []privacy.Finding
	for _, f := range w.watch.in(w.buf, line) {
		if f.Start < to && f.End > from {
			here = append(here, f)
		}
	}
	return here
}

// Leads tells whether in a row stands what leads to somebody.
func (m *Model) Leads(row int) bool {
	w, from := m.answer.prose()
	return w != nil && len(w.foundIn(row-from)) > 0
}

// Remark says what in the field leads to somebody, while one writes there: in the row
// of the cursor, or else the first. It is "" where nothing does; of no field too.
func (m *Model) Remark() string {
	if m == nil || !m.Focused() {
		return ""
	}
	w, _ := m.answer.prose()
	if w == nil || w.watch == nil {
		return ""
	}
	row, _ := w.buf.Cursor()
	if here := w.foundIn(row); len(here) > 0 {
		return leadsText(here[0].Sort)
	}
	if f, ok := w.watch.first(w.buf); ok {
		return leadsText(f.Sort)
	}
	return ""
}
