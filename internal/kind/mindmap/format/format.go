// Package format carries a mind map to other programs and back. It knows the tree, how
// it is laid out, and text made safe; no exercise, no screen and no file.
//
// What each format drops; all else comes back as it was, whatever a text holds:
//
//	md       the sides
//	mm       nothing
//	opml     nothing
//	mermaid  remarks, sides, folds; it is not read
//	txt      marks, remarks, sides, folds
//	svg      remarks, folds; it is drawn as the window lays it out, and not read
//
// In md a mark whose letters are no capitals, or whose way is none of the five signs,
// cannot be told from text and is dropped too. Reading what other programs wrote takes
// text, notes, folds, sides and attributes; their colours, icons, links between nodes
// and pictures stay behind.
package format

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
)

// Format is a way to write a mind map down, by the word that the command uses.
type Format string

// The formats.
const (
	Drawing Format = "svg"
	MD      Format = "md"
	MM      Format = "mm"
	OPML    Format = "opml"
	Mermaid Format = "mermaid"
	TXT     Format = "txt"
)

// What Decode takes at most: an answer to hostile files, far above any map by hand.
const (
	MaxBytes = 8 << 20
	MaxNodes = 20_000
	MaxDepth = 1_000
)

// Why a file is no map. Reason tells it in Dutch.
var (
	ErrTooLarge = errors.New("more than MaxBytes bytes")
	ErrTooMany  = errors.New("more than MaxNodes nodes")
	ErrTooDeep  = errors.New("deeper than MaxDepth levels")
	ErrNoMap    = errors.New("nothing of a map in it")
	ErrNoText   = errors.New("the bytes are no text")
	ErrUnread   = errors.New("a format that is only written")
)

// BrokenError is XML that is not well formed, and the line where that shows.
type BrokenError struct {
	Line int
	Err  error
}

// Error tells it in English, for a log.
func (e *BrokenError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap gives what the parser said.
func (e *BrokenError) Unwrap() error { return e.Err }

// codec is what a format can do; nil for what it cannot.
type codec struct {
	encode func(tree.Map) []byte
	decode func([]byte) (tree.Map, error)

	marks, remarks, sides, folds bool // what it carries beside the text
}

func codecs() map[Format]codec {
	return map[Format]codec{
		Drawing: {encode: encodeSVG, marks: true, sides: true},
		MD:      {encode: encodeMD, decode: decodeMD, marks: true, remarks: true, folds: true},
		MM:      {encode: encodeMM, decode: decodeMM, marks: true, remarks: true, sides: true, folds: true},
		OPML:    {encode: encodeOPML, decode: decodeOPML, marks: true, remarks: true, sides: true, folds: true},
		Mermaid: {encode: encodeMermaid, marks: true},
		TXT:     {encode: encodeTXT, decode: decodeTXT},
	}
}

// Formats lists the formats, in the order in which people are told of them.
func Formats() []Format { return []Format{Drawing, MD, MM, OPML, Mermaid, TXT} }

// Encode writes a map; the core is part of it.
func Encode(f Format, m tree.Map) []byte {
	if c := codecs()[f]; c.encode != nil && m.Core != nil {
		return c.encode(m)
	}
	return nil
}

// Decode reads a map. Where a file has several nodes at its highest level, they hang
// below a core without a label.
func Decode(f Format, data []byte) (tree.Map, error) {
	c := codecs()[f]
	if c.decode == nil {
		return tree.Map{}, ErrUnread
	}
	if len(data) > MaxBytes {
		return tree.Map{}, ErrTooLarge
	}
	text, err := textOf(data)
	if err != nil {
		return tree.Map{}, err
	}
	return c.decode(text)
}

// Of tells which format a file is in, also one that is not read: by what it holds where
// that is plain, else by its name. What looks like nothing else is text.
func Of(name string, data []byte) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		return MD
	case ".mm":
		return MM
	case ".opml":
		return OPML
	case ".svg":
		return Drawing
	case ".mermaid", ".mmd":
		return Mermaid
	}
	head := data
	if text, err := textOf(data[:min(len(data), 4096)&^1]); err == nil {
		head = text
	}
	head = bytes.TrimSpace(head)
	switch {
	case !bytes.HasPrefix(head, []byte("<")):
		return TXT
	case bytes.Contains(head, []byte("<opml")):
		return OPML
	case bytes.Contains(head, []byte("<map")):
		return MM
	case bytes.Contains(head, []byte("<svg")):
		return Drawing
	}
	return TXT
}

// Branches reads what was pasted as branches: a Markdown list, or indented lines.
func Branches(text string) ([]*tree.Node, error) {
	if len(text) > MaxBytes {
		return nil, ErrTooLarge
	}
	o, err := readTXT(text)
	if looksMarked(text) {
		o, err = readMD(text)
	}
	if err != nil {
		return nil, err
	}
	return o.branches(), nil
}

// looksMarked tells whether every line of a text carries the sign of a list or a
// heading.
func looksMarked(text string) bool {
	some := false
	for _, l := range lines(text) {
		_, rest := indent(l)
		if rest == "" {
			continue
		}
		if _, _, ok := heading(rest); !ok {
			if _, ok := item(rest); !ok {
				return false
			}
		}
		some = true
	}
	return some
}
