package format

import (
	"encoding/xml"
	"regexp"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
)

const (
	mmVersion = "freeplane 1.3.0" // at another dialect Freeplane warns (its MapVersionInterpreter)
	mmLeft    = "left"
	mmRight   = "right"
	mmAsIs    = "NO_FORMAT" // to Freeplane: this text is no formula
	mmNote    = "NOTE"
	mmNode    = "NODE"
)

// encodeMM writes a map of Freeplane. Marks are attributes, a remark is a note.
func encodeMM(m tree.Map) []byte {
	w := newXMLWriter()
	w.open("map", "version", mmVersion)
	writeMM(w, m.Core)
	w.close("map")
	return w.done()
}

// htmlLike matches a text that FreeMind and Freeplane take for HTML.
var htmlLike = regexp.MustCompile(`(?i)^\s*<\s*html`)

func writeMM(w *xmlWriter, n *tree.Node) {
	text, asIs := xmlText(n.Label), ""
	if htmlLike.MatchString(text) {
		text = strings.Replace(text, "<", runeEscape('<'), 1)
	}
	if strings.HasPrefix(text, "=") {
		asIs = mmAsIs
	}
	w.labelled("node", "TEXT", text, "POSITION", sideWord(n.Side, mmLeft, mmRight), "FOLDED", trueIf(n.Folded), "FORMAT", asIs)
	writeNote(w, n.Remark)
	for _, a := range [][2]string{{wordGives, n.Gives}, {wordWay, wayWord(n.Way)}} {
		if a[1] != "" {
			w.open("attribute", "NAME", a[0], "VALUE", a[1])
			w.close("attribute")
		}
	}
	for _, c := range n.Nodes {
		writeMM(w, c)
	}
	w.close("node")
}

// writeNote writes a remark as a note, a paragraph for every line.
func writeNote(w *xmlWriter, remark string) {
	if remark == "" {
		return
	}
	w.open("richcontent", "TYPE", mmNote)
	w.open("html")
	w.open("head")
	w.close("head")
	w.open("body")
	for _, l := range strings.Split(remark, "\n") {
		w.leaf("p", htmlBlanks(l))
	}
	w.close("body")
	w.close("html")
	w.close("richcontent")
}

// mmReader gathers nodes, and the texts with a form that belong to them.
type mmReader struct {
	outline
	path []*draft // from the core to the node that is being read
	rich *richText
	kind string // what rich is of the node
	plus map[*draft][]string
}

func decodeMM(data []byte) (tree.Map, error) {
	r := &mmReader{plus: map[*draft][]string{}}
	if err := readXML(data, "map", r); err != nil {
		return tree.Map{}, err
	}
	for d, remarks := range r.plus {
		d.Remark = strings.Join(remarks, "\n")
	}
	return r.result()
}

func (r *mmReader) start(e xml.StartElement) error {
	switch {
	case r.rich != nil:
		r.rich.start(e.Name.Local)
	case e.Name.Local == "node":
		return r.node(e)
	case len(r.path) == 0:
	case e.Name.Local == "richcontent":
		r.kind, _ = attr(e, "TYPE")
		r.rich = &richText{}
	case e.Name.Local == "attribute":
		name, _ := attr(e, "NAME")
		value, _ := attr(e, "VALUE")
		r.attribute(unescape(name), unescape(value))
	}
	return nil
}

func (r *mmReader) node(e xml.StartElement) error {
	text, _ := attr(e, "TEXT")
	side, _ := attr(e, "POSITION")
	folded, _ := attr(e, "FOLDED")
	d, err := r.add(len(r.path), 0, tree.Node{Label: unescape(text), Side: sideOf(side, mmLeft, mmRight), Folded: folded == isTrue})
	r.path = append(r.path, d)
	return err
}

// attribute takes an attribute; one that is not ours goes to the remark.
func (r *mmReader) attribute(name, value string) {
	d := r.path[len(r.path)-1]
	switch name {
	case wordGives:
		d.Gives = value
	case wordWay:
		d.Way = wayOf(value)
	default:
		r.plus[d] = append(r.plus[d], name+": "+value)
	}
}

func (r *mmReader) end(name string) {
	switch {
	case r.rich != nil && name == "richcontent":
		d, text := r.path[len(r.path)-1], r.rich.result()
		if r.kind == mmNode {
			d.Label = text
		} else if text != "" {
			r.plus[d] = append(r.plus[d], text)
		}
		r.rich = nil
	case r.rich != nil:
		r.rich.end(name)
	case name == "node":
		r.path = r.path[:len(r.path)-1]
	}
}

func (r *mmReader) text(s string) {
	if r.rich != nil {
		r.rich.text(s)
	}
}
