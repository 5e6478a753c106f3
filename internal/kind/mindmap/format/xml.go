package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// xmlBad tells the characters that XML 1.0 cannot hold (section 2.2).
func xmlBad(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
}

// xmlText gives a text as XML holds it.
func xmlText(s string) string { return escape(s, xmlBad) }

// trueIf gives an attribute that says yes, or is left out.
func trueIf(yes bool) string {
	if yes {
		return isTrue
	}
	return ""
}

const isTrue = "true"

// xmlWriter writes elements. It writes to memory, and names and nesting are ours: its
// errors cannot come.
type xmlWriter struct {
	bytes.Buffer
	enc *xml.Encoder
}

func newXMLWriter() *xmlWriter {
	w := &xmlWriter{}
	w.enc = xml.NewEncoder(w)
	w.enc.Indent("", " ")
	return w
}

func (w *xmlWriter) token(t xml.Token) {
	if err := w.enc.EncodeToken(t); err != nil {
		panic(fmt.Errorf("write XML: %w", err))
	}
}

// open begins an element; of the attributes, name and value by turns, those without a
// value are left out.
func (w *xmlWriter) open(name string, attrs ...string) { w.begin(name, nil, attrs) }

// labelled begins an element that always has a label, which xmlText or the like has
// escaped.
func (w *xmlWriter) labelled(name, key, label string, attrs ...string) {
	w.begin(name, []xml.Attr{{Name: xml.Name{Local: key}, Value: label}}, attrs)
}

func (w *xmlWriter) begin(name string, all []xml.Attr, attrs []string) {
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			all = append(all, xml.Attr{Name: xml.Name{Local: attrs[i]}, Value: xmlText(attrs[i+1])})
		}
	}
	w.token(xml.StartElement{Name: xml.Name{Local: name}, Attr: all})
}

func (w *xmlWriter) close(name string) { w.token(xml.EndElement{Name: xml.Name{Local: name}}) }

// leaf writes an element that holds a text, which xmlText or the like has escaped.
func (w *xmlWriter) leaf(name, text string) {
	w.open(name)
	w.token(xml.CharData(text))
	w.close(name)
}

func (w *xmlWriter) done() []byte {
	if err := w.enc.Flush(); err != nil {
		panic(fmt.Errorf("write XML: %w", err))
	}
	return append(w.Bytes(), '\n')
}

// xmlReader gets what stands in a file, in order.
type xmlReader interface {
	start(e xml.StartElement) error
	end(name string)
	text(s string)
}

// readXML reads a file. Entities that a file defines are not known, so they cannot
// grow; those of HTML are.
func readXML(data []byte, root string, r xmlReader) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Entity = xml.HTMLEntity
	dec.CharsetReader = charset
	for depth := 0; ; {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			line, _ := dec.InputPos()
			return &BrokenError{line, err}
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth == 0 && t.Name.Local != root {
				return ErrNoMap
			}
			if depth++; depth > 2*MaxDepth {
				return ErrTooDeep
			}
			if err := r.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
			r.end(t.Name.Local)
		case xml.CharData:
			r.text(string(t))
		}
	}
}

// charset reads what the declaration of a file names. What was in UTF-16 has been
// turned round already.
func charset(name string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(name) {
	case "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "utf8":
		return in, nil
	case "iso-8859-1", "latin1", "windows-1252":
		data, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		runes := make([]rune, len(data))
		for i, c := range data {
			runes[i] = rune(c)
		}
		return strings.NewReader(string(runes)), nil
	}
	return nil, ErrNoText
}

func attr(e xml.StartElement, name string) (value string, ok bool) {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}
