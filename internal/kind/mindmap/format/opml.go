package format

import (
	"encoding/xml"

	"werkboek/internal/kind/mindmap/tree"
)

// Attributes of an outline beside its text. OPML 2.0 lets an outline have any; _note
// and collapsed are those that outliners share, the others are ours.
const (
	opmlNote   = "_note"
	opmlFolded = "collapsed"
	opmlGives  = "_" + wordGives
	opmlWay    = "_" + wordWay
	opmlSide   = "_" + wordSide
)

// encodeOPML writes OPML 2.0; the core is its one outline at the highest level.
func encodeOPML(m tree.Map) []byte {
	w := newXMLWriter()
	w.token(xml.ProcInst{Target: "xml", Inst: []byte(`version="1.0" encoding="UTF-8"`)})
	w.open("opml", "version", "2.0")
	w.open("head")
	w.leaf("title", xmlText(m.Core.Label))
	w.close("head")
	w.open("body")
	writeOPML(w, m.Core)
	w.close("body")
	w.close("opml")
	return w.done()
}

func writeOPML(w *xmlWriter, n *tree.Node) {
	w.labelled("outline", "text", xmlText(n.Label), opmlNote, n.Remark, opmlGives, n.Gives, opmlWay, wayWord(n.Way),
		opmlSide, sideWord(n.Side, wordLeft, wordRight), opmlFolded, trueIf(n.Folded))
	for _, c := range n.Nodes {
		writeOPML(w, c)
	}
	w.close("outline")
}

// opmlReader gathers outlines.
type opmlReader struct {
	outline
	depth int
}

func decodeOPML(data []byte) (tree.Map, error) {
	r := &opmlReader{}
	if err := readXML(data, "opml", r); err != nil {
		return tree.Map{}, err
	}
	return r.result()
}

func (r *opmlReader) start(e xml.StartElement) error {
	if e.Name.Local != "outline" {
		return nil
	}
	label, ok := attr(e, "text")
	if !ok {
		label, _ = attr(e, "title")
	}
	value := func(name string) string { v, _ := attr(e, name); return unescape(v) }
	n := tree.Node{
		Label: unescape(label), Remark: value(opmlNote), Gives: value(opmlGives), Way: wayOf(value(opmlWay)),
		Side: sideOf(value(opmlSide), wordLeft, wordRight), Folded: value(opmlFolded) == isTrue,
	}
	r.depth++
	_, err := r.add(r.depth, 0, n)
	return err
}

func (r *opmlReader) end(name string) {
	if name == "outline" {
		r.depth--
	}
}

func (r *opmlReader) text(string) {}
