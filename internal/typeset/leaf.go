package typeset

import (
	"bytes"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	xansi "github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"werkboek/internal/course"
	"werkboek/internal/plain"
	"werkboek/internal/theme"
)

// leaf renders running text with Glamour: once without a width, and from then on
// it is only wrapped.
type leaf struct {
	st       *theme.Styles
	ruler    plain.Ruler
	renderer renderer.Renderer
}

func newLeaf(st *theme.Styles, r plain.Ruler) *leaf {
	nodes := ansi.NewRenderer(ansi.Options{Styles: glamourStyle()})
	return &leaf{st, r, renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(nodes, 1000)))}
}

// glamourStyle is what Glamour may do: bold and italics. Colours and the look of
// links are the theme's, and put in afterwards.
func glamourStyle() ansi.StyleConfig {
	yes := true
	return ansi.StyleConfig{
		Strong: ansi.StylePrimitive{Bold: &yes},
		Emph:   ansi.StylePrimitive{Italic: &yes},
	}
}

// linkMark stands around a link while Glamour renders: it takes no cell and
// survives. A text that holds one has lost it before (plain.Safe).
const linkMark = "\u2063"

// set renders running text and wraps it. A hard break begins a new line.
func (l *leaf) set(in course.Inline, width int) Set {
	var set Set
	targets := targetsOf(in)
	rest := linked{targets: targets}
	for _, part := range parts(in) {
		for line := range strings.SplitSeq(l.wrap(l.render(part), width), "\n") {
			rest.line(&set, strings.TrimRight(line, " "), l)
		}
	}
	return set
}

// parts cuts running text at its hard breaks.
func parts(in course.Inline) []course.Inline {
	list := []course.Inline{nil}
	for _, span := range in {
		if span.Break {
			list = append(list, nil)
			continue
		}
		list[len(list)-1] = append(list[len(list)-1], span)
	}
	return list
}

func (l *leaf) render(in course.Inline) string {
	var source bytes.Buffer
	paragraph := ast.NewParagraph()
	for i, span := range in {
		opens := span.Link != "" && (i == 0 || in[i-1].Link != span.Link)
		closes := span.Link != "" && (i+1 == len(in) || in[i+1].Link != span.Link)
		word := span.Text
		if opens {
			word = linkMark + word
		}
		if closes {
			word += linkMark
		}
		paragraph.AppendChild(paragraph, node(span, word, &source))
	}
	doc := ast.NewDocument()
	doc.AppendChild(doc, paragraph)
	var out strings.Builder
	if err := l.renderer.Render(&out, source.Bytes(), doc); err != nil {
		return in.Plain() // a writer in memory does not fail; if ever, the words are still there
	}
	return strings.Trim(out.String(), "\n ")
}

// node makes the syntax node of a span. Glamour decodes entities once more, so
// what looks like one is written as one.
func node(span course.Span, word string, source *bytes.Buffer) ast.Node {
	start := source.Len()
	source.WriteString(strings.ReplaceAll(word, "&", "&amp;"))
	var n ast.Node = ast.NewTextSegment(text.NewSegment(start, source.Len()))
	if span.Emph {
		n = wrapped(1, n)
	}
	if span.Strong {
		n = wrapped(2, n)
	}
	return n
}

func wrapped(level int, inner ast.Node) ast.Node {
	e := ast.NewEmphasis(level)
	e.AppendChild(e, inner)
	return e
}

// wrap breaks rendered text, and lets styles end and begin again with each line.
func (l *leaf) wrap(rendered string, width int) string {
	var out strings.Builder
	w := lipgloss.NewWrapWriter(&out)
	_, _ = w.Write([]byte(l.ruler.WrapStyled(rendered, width)))
	_ = w.Close()
	return out.String()
}

// targetsOf lists the links of a text in order.
func targetsOf(in course.Inline) []Link {
	var list []Link
	for i, span := range in {
		if span.Link == "" {
			continue
		}
		if i > 0 && in[i-1].Link == span.Link {
			list[len(list)-1].Text += span.Text
			continue
		}
		list = append(list, Link{Ordinal: len(list), Target: span.Link, Text: span.Text})
	}
	return list
}

// linked finds the marks of links in lines, one after the other.
type linked struct {
	targets []Link
	next    int
	open    bool
}

// line adds a line to a set: marks become places, and the look of a link.
func (k *linked) line(set *Set, line string, l *leaf) {
	pieces := strings.Split(line, linkMark)
	var out strings.Builder
	cell := 0
	for i, piece := range pieces {
		if i > 0 {
			k.open = !k.open
			if !k.open {
				k.next++
			}
		}
		wide := l.ruler.Width(piece)
		if k.open && k.next < len(k.targets) && wide > 0 {
			link := k.targets[k.next]
			link.Line, link.From, link.To = len(set.Lines), cell, cell+wide
			set.Links = append(set.Links, link)
			piece = l.look(link, piece)
		}
		out.WriteString(piece)
		cell += wide
	}
	set.Lines = append(set.Lines, out.String())
}

// look gives a link its looks; an address of the web is a link for the terminal
// too.
func (l *leaf) look(link Link, piece string) string {
	shown := l.st.Link.Render(xansi.Strip(piece))
	for _, scheme := range []string{"https:", "http:", "mailto:"} {
		if strings.HasPrefix(link.Target, scheme) {
			return xansi.SetHyperlink(link.Target) + shown + xansi.ResetHyperlink()
		}
	}
	return shown
}
