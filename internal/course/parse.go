package course

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"werkboek/internal/plain"
	"werkboek/internal/problem"
)

// The schemes of the links that have a meaning.
const (
	SchemeTerm     = "begrip"
	SchemeSource   = "bron"
	SchemeExercise = "oefening"
	SchemeAction   = "werkboek"
)

// The actions: what the program does for a chapter that offers it.
const (
	ActionWipe = "wissen"   // stops the program, and wipes what was written
	ActionTake = "meenemen" // takes along what was written
)

// Actions lists them.
func Actions() []string { return []string{ActionWipe, ActionTake} }

// ParseBlocks gives the blocks of a piece of Markdown that belongs to no section,
// with their keys. What is for the slides or for the trainer only is not among
// them: such a text has no other reader than the trainee.
func ParseBlocks(markdown string) []*Block {
	blocks, _ := parse(markdown, 1)
	blocks = shown(blocks)
	giveKeys("", blocks)
	return blocks
}

// slip is something in Markdown that the reader cannot show, and what to do about it.
type slip struct {
	line         int
	what, remedy string
}

// parse reads Markdown whose first line has the given number in its file.
func parse(markdown string, line int) ([]*Block, []slip) {
	p := &parser{source: []byte(markdown), line: line}
	doc := goldmark.New(goldmark.WithExtensions(extension.Table, extension.TaskList)).
		Parser().Parse(text.NewReader(p.source))
	var out pruner
	blocks := slices.DeleteFunc(p.blocks(doc), out.empties)
	for _, b := range out.nested {
		p.slips = append(p.slips, slip{b.Line, nestedCallout(b.Label), textNestedRemedy})
	}
	return blocks, p.slips
}

// parser turns a syntax tree into blocks.
type parser struct {
	source []byte
	line   int
	slips  []slip
}

func (p *parser) blocks(parent ast.Node) []*Block {
	var list []*Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		b := p.block(n)
		if b == nil {
			continue
		}
		b.Line = p.lineOf(n)
		if last := len(list) - 1; last >= 0 && versionOf(list[last], b) {
			list[last].Variants = append(list[last].Variants, b)
			continue
		}
		list = append(list, b)
	}
	return list
}

// versionOf tells whether a case directly after another is the same one for
// another work field.
func versionOf(first, b *Block) bool {
	return b.Kind == Callout && b.Label == Practice && len(b.Fields) > 0 &&
		first.Kind == Callout && first.Label == Practice && len(first.Fields) > 0
}

// lineOf gives the line on which a node begins.
func (p *parser) lineOf(n ast.Node) int {
	for n != nil {
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return p.line + bytes.Count(p.source[:n.Lines().At(0).Start], []byte("\n"))
		}
		n = n.FirstChild()
		if n != nil && n.Type() == ast.TypeInline {
			break
		}
	}
	return p.line
}

func (p *parser) block(n ast.Node) *Block {
	switch n := n.(type) {
	case *ast.Heading:
		return p.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		return p.paragraph(n)
	case *ast.List:
		return p.list(n)
	case *ast.Blockquote:
		return p.quote(n)
	case *xast.Table:
		return p.table(n)
	case *ast.ThematicBreak:
		return &Block{Kind: NewSlide}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return &Block{Kind: Code, Literal: plain.Safe(string(n.Lines().Value(p.source)))}
	}
	return nil // raw HTML: its tags mean nothing here
}

func (p *parser) heading(n *ast.Heading) *Block {
	in := p.inline(n)
	if last := len(in) - 1; last >= 0 {
		in[last].Text = ownID.ReplaceAllString(in[last].Text, "")
	}
	return &Block{Kind: Heading, Level: n.Level, Text: in}
}

func (p *parser) paragraph(n ast.Node) *Block {
	in := p.inline(n)
	if len(in) == 0 {
		return nil
	}
	if target, ok := strings.CutPrefix(in[0].Link, SchemeExercise+":"); ok && len(in) == 1 {
		return &Block{Kind: Exercise, Target: target}
	}
	if target, ok := strings.CutPrefix(in[0].Link, SchemeAction+":"); ok && len(in) == 1 {
		return &Block{Kind: Action, Target: target, Text: Inline{{Text: in[0].Text}}}
	}
	return &Block{Kind: Paragraph, Text: in}
}

func (p *parser) list(n *ast.List) *Block {
	b := &Block{Kind: List, Ordered: n.IsOrdered(), Start: n.Start}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item := Item{Children: p.blocks(c)}
		if first := c.FirstChild(); first != nil {
			if box, ok := first.FirstChild().(*xast.TaskCheckBox); ok {
				item.Task = &box.IsChecked
			}
		}
		b.Items = append(b.Items, item)
	}
	return b
}

func (p *parser) table(n *xast.Table) *Block {
	b := &Block{Kind: Table}
	for _, a := range n.Alignments {
		align := Left
		switch a {
		case xast.AlignRight:
			align = Right
		case xast.AlignCenter:
			align = Center
		}
		b.Align = append(b.Align, align)
	}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var row []Inline
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			row = append(row, p.inline(c))
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

// quote reads a quotation, or a callout when it begins with [!NAME].
func (p *parser) quote(n *ast.Blockquote) *Block {
	children := p.blocks(n)
	if len(children) == 0 || children[0].Kind != Paragraph {
		return &Block{Kind: Quote, Children: children}
	}
	label, fields, rest, ok := mark(children[0].Text)
	if !ok {
		return &Block{Kind: Quote, Children: children}
	}
	if len(rest) == 0 {
		children = children[1:]
	} else {
		children[0].Text = rest
	}
	return &Block{Kind: Callout, Label: label, Fields: fields, Children: children}
}

// Labels lists the callouts.
func Labels() []Label { return []Label{Practice, Question, Caution, SlideTip, Trainer} }

// mark reads the mark of a callout off the beginning of a text.
func mark(in Inline) (label Label, fields []string, rest Inline, ok bool) {
	whole := in.Plain()
	end := strings.IndexByte(whole, ']')
	if !strings.HasPrefix(whole, "[!") || end < 0 {
		return "", nil, nil, false
	}
	name := strings.ToUpper(whole[2:end])
	for _, l := range Labels() {
		if after, found := strings.CutPrefix(name, string(l)); found && (after == "" || after[0] == ' ') {
			label = l
			for f := range strings.SplitSeq(whole[2+len(l):end], ",") {
				if f = strings.TrimSpace(f); f != "" {
					fields = append(fields, f)
				}
			}
			return label, fields, drop(in, end+1), true
		}
	}
	return "", nil, nil, false
}

// drop takes bytes and the blanks after them off the beginning of a text.
func drop(in Inline, n int) Inline {
	var rest Inline
	for _, span := range in {
		if n >= len(span.Text) && (n > 0 || span.Break) {
			n -= len(span.Text)
			continue
		}
		span.Text = span.Text[n:]
		n = 0
		if len(rest) == 0 {
			span.Text = strings.TrimLeft(span.Text, " ")
		}
		if span.Text != "" || span.Break {
			rest = append(rest, span)
		}
	}
	return rest
}

// inline gives the running text of a node.
func (p *parser) inline(n ast.Node) Inline {
	var in Inline
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in = p.spans(in, c, Span{})
	}
	if last := len(in) - 1; last >= 0 && !in[last].Code {
		in[last].Text = strings.TrimRight(in[last].Text, " ")
	}
	return in
}

// spans adds a node to running text in a style.
func (p *parser) spans(in Inline, n ast.Node, style Span) Inline {
	switch n := n.(type) {
	case *ast.Text:
		value := string(n.Value(p.source))
		if !style.Code {
			value = html.UnescapeString(string(util.UnescapePunctuations([]byte(value))))
		}
		style.Text = flat(value)
		if n.SoftLineBreak() {
			style.Text += " "
		}
		in = join(in, style)
		if n.HardLineBreak() {
			in = append(in, Span{Break: true})
		}
		return in
	case *ast.String:
		style.Text = flat(string(n.Value))
		return join(in, style)
	case *ast.AutoLink:
		style.Text, style.Link = flat(string(n.Label(p.source))), p.link(n, string(n.URL(p.source)))
		return join(in, style)
	case *ast.RawHTML, *xast.TaskCheckBox:
		return in
	case *ast.Emphasis:
		style.Strong = style.Strong || n.Level > 1
		style.Emph = style.Emph || n.Level == 1
	case *ast.CodeSpan:
		style.Code = true
	case *ast.Link:
		style.Link = p.link(n, string(n.Destination))
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in = p.spans(in, c, style)
	}
	return in
}

// flat makes a text safe, on one line, with the blanks at its ends kept.
func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, plain.Safe(s))
}

// join adds a span, to the one before it where the style is the same.
func join(in Inline, s Span) Inline {
	if s.Text == "" {
		return in
	}
	if last := len(in) - 1; last >= 0 {
		same := in[last]
		same.Text = s.Text
		if same == s {
			in[last].Text += s.Text
			return in
		}
	}
	return append(in, s)
}

// The schemes of a link: those that mean something here, and those that are safe to
// open.
var (
	ourSchemes = []string{SchemeTerm, SchemeSource, SchemeExercise, SchemeAction}
	webSchemes = []string{"https", "http", "mailto"}
)

// link gives where a link leads; "" and a slip for what nobody can follow.
func (p *parser) link(n ast.Node, target string) string {
	scheme, rest, _ := strings.Cut(target, ":")
	scheme = strings.ToLower(scheme)
	known := slices.Contains(ourSchemes, scheme) || slices.Contains(webSchemes, scheme)
	if known && rest != "" {
		return plain.Line(target)
	}
	remedy := textLinkRemedy
	if !known {
		remedy = problem.Nearest(scheme, ourSchemes, remedy)
	}
	for n.Type() == ast.TypeInline {
		n = n.Parent()
	}
	p.slips = append(p.slips, slip{p.lineOf(n), nowhere(target), remedy})
	return ""
}
