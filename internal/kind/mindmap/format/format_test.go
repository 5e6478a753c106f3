package format_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"werkboek/internal/kind/mindmap/format"
	"werkboek/internal/kind/mindmap/tree"
)

// show writes a map in a form of the test's own, with all that a format keeps.
func show(m tree.Map, f format.Format) string {
	var b strings.Builder
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		fmt.Fprintf(&b, "%d %q", len(p), n.Label)
		if f != format.TXT {
			fmt.Fprintf(&b, " %q %q %q %v", n.Gives, n.Way, n.Remark, n.Folded)
		}
		if f == format.MM || f == format.OPML {
			fmt.Fprintf(&b, " %d", n.Side)
		}
		b.WriteByte('\n')
		return true
	})
	return b.String()
}

// nasty are texts that are something else to one of the formats.
var nasty = []string{
	"", " ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", " a", "a ", "a  b", "a\tb", "a\nb", "\u00a0", "\u00a0a\u00a0", "\ufeff", "\ufeffa", "\x00", "\x01\x1b[31m", "\x7f", "\u0085", "\u2028", "\ufffe", "\uffff", "\ufffd", "a\xff\xfe", "\xe2\x82",
	"- a", "-", "---", "- -", "-- -", "* a", "+ a", "1. a", "12) a", "# a", "#", "a #", "a ##", "C#", "==a==", "===", "```", "~~~", "`x`", "`[GE]`", "a `[=]`", "[x]", "[ ] a", "![a](b)", "**a**", "_a_", "<br>", "a<br/>", "<!-- a -->", "a <!-- markmap: fold -->", "-->", "--", "]]>", "<![CDATA[a]]>", "&", "&amp;", "&#10;", "&nbsp;", "&lt;",
	`\`, `\\`, `\u{1}`, `\u{}`, `\x{ff}`, `\u{`, `C:\nieuw`, `\u{5C}u{1}`, "\\\x01", "<html>", " <HTML><b>x", "=1+1", "=", "$x$", "a|b", "<node>", "\"'", "e\u0301", "\u0301", "\u0645\u0631\u062d\u0628\u0627", "\u202eabc", "\u5b57\u5b57", "\U0001F469\u200d\U0001F469\u200d\U0001F467", "\U0001F1F3\U0001F1F1", "\u200d", "---\na: b\n---", "opmerking: x", "markmap: fold",
}

func text() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom(nasty),
		rapid.String(),
		rapid.StringOf(rapid.RuneFrom([]rune("ab \t\n\r\\`*_[]<>&~$|^=+#-.)1(\"'{}u;!:%\u00a0\x01\x85\ufeff"))),
		rapid.StringOf(rapid.RuneFrom(nil, unicode.Arabic, unicode.Mn, unicode.Han, unicode.So)),
		rapid.Custom(func(t *rapid.T) string {
			return rapid.SampledFrom(nasty).Draw(t, "a") + rapid.SampledFrom(nasty).Draw(t, "b")
		}),
	)
}

func anyMap() *rapid.Generator[tree.Map] {
	return rapid.Custom(func(t *rapid.T) tree.Map {
		m := tree.New(text().Draw(t, "core"))
		paths := []tree.Path{{}}
		for range rapid.IntRange(0, 199).Draw(t, "nodes") {
			n := tree.Node{
				Label: text().Draw(t, "label"), Gives: rapid.StringMatching(`[PGAE]{0,3}`).Draw(t, "gives"),
				Way: rapid.SampledFrom([]string{"", "", ">", "<", "=", "~", "w"}).Draw(t, "way"),
			}
			if rapid.IntRange(0, 3).Draw(t, "remarked") == 0 {
				n.Remark = text().Draw(t, "remark")
			}
			at := rapid.SampledFrom(paths).Draw(t, "at")
			var p tree.Path
			m, p = m.Below(at, tree.Of(n))
			paths = append(paths, p)
		}
		for _, p := range paths {
			if rapid.IntRange(0, 5).Draw(t, "fold") == 0 {
				m = m.Fold(p, true)
			}
		}
		return m
	})
}

func TestAMapComesBackFromEveryFormatAsItWas(t *testing.T) {
	t.Parallel()
	for i := range 5 { // times the 100 trees of a check
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				m := anyMap().Draw(t, "map")
				for _, f := range []format.Format{format.MD, format.MM, format.OPML, format.TXT} {
					comesBack(t, f, m)
				}
			})
		})
	}
}

func TestTheWorstTextsComeBackFromEveryFormat(t *testing.T) {
	t.Parallel()
	for _, s := range nasty {
		for _, f := range []format.Format{format.MD, format.MM, format.OPML, format.TXT} {
			m, _ := tree.New(s).Below(nil, tree.Of(tree.Node{Label: s, Remark: s, Gives: "PE", Way: "="}))
			m, _ = m.Below(tree.Path{0}, tree.Of(tree.Node{Label: s + s, Remark: s + "\n" + s, Way: "w"}))
			comesBack(t, f, m)
			comesBack(t, f, tree.New(s))
		}
	}
}

func comesBack(t rapid.TB, f format.Format, m tree.Map) {
	t.Helper()
	data := format.Encode(f, m)
	if !utf8.Valid(data) {
		t.Fatalf("%s is no text: %q", f, data)
	}
	back, err := format.Decode(f, data)
	if err != nil {
		t.Fatalf("%s: %v\n%s", f, err, data)
	}
	if got, want := show(back, f), show(m, f); got != want {
		t.Fatalf("%s\n%s\ngot\n%s\nwant\n%s", f, data, got, want)
	}
	if f == format.MM || f == format.OPML {
		wellFormed(t, data)
	}
}

func wellFormed(t rapid.TB, data []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
	}
}

// outlined gives labels by their depth: "a\n b".
func outlined(m tree.Map) string {
	var b strings.Builder
	m.Walk(func(p tree.Path, n *tree.Node) bool {
		line := strings.Repeat(" ", len(p)) + n.Label
		if n.Remark != "" {
			line += " {" + n.Remark + "}"
		}
		b.WriteString(line + "|")
		return true
	})
	return b.String()
}

func TestFilesOfOthersAreRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		f        format.Format
		in, want string
	}{
		"two blanks":           {format.MD, "# K\n- a\n  - b\n- c\n", "K| a|  b| c|"},
		"four blanks":          {format.MD, "# K\n- a\n    - b\n        - c\n- d", "K| a|  b|   c| d|"},
		"tabs":                 {format.MD, "# K\n- a\n\t- b\n\t\t- c\n- d", "K| a|  b|   c| d|"},
		"one blank is beside":  {format.MD, "# K\n- a\n - b\n", "K| a| b|"},
		"stars and plusses":    {format.MD, "K\n\n* a\n  + b\n", "| K| a|  b|"},
		"numbers":              {format.MD, "# K\n1. a\n   1) b\n10. c\n", "K| a|  b| c|"},
		"headings":             {format.MD, "# K\n## a\n### b ###\n- c\n## d\n", "K| a|  b|   c| d|"},
		"a skipped heading":    {format.MD, "# K\n### a\n## b\n", "K| a| b|"},
		"front matter":         {format.MD, "---\ntitle: x\n---\n# K\n- a\n", "K| a|"},
		"a list alone":         {format.MD, "- K\n  - a\n", "K| a|"},
		"two headings":         {format.MD, "# A\n# B\n", "| A| B|"},
		"a line that goes on":  {format.MD, "# K\n- a\n  goes on\nlazily\n- b\n", "K| a goes on lazily| b|"},
		"text":                 {format.MD, "# K\nintro\ngoes on\n\n- a\n", "K| intro goes on| a|"},
		"code":                 {format.MD, "# K\n```go\n- x\n# y\n```\n- a\n", "K| - x| # y| a|"},
		"a rule":               {format.MD, "# K\n- a\n\n---\n\n- b\n", "K| a| b|"},
		"emphasis stays":       {format.MD, "# K\n- **a** [b](c)\n", "K| **a** [b](c)|"},
		"entities":             {format.MD, "# K\n- a &amp; b &eacute; 1\\. &onzin;\n", "K| a & b é 1. &onzin;|"},
		"comments":             {format.MD, "# K\n- a <!-- zeg ik --> <!-- markmap: foldAll -->\n", "K| a {zeg ik}|"},
		"Windows line ends":    {format.MD, "# K\r\n- a\r\n", "K| a|"},
		"byte order mark":      {format.MD, "\ufeff# K\n- a\n", "K| a|"},
		"text by tabs":         {format.TXT, "K\n\ta\n\t\tb\n\n\tc\n", "K| a|  b| c|"},
		"text by blanks":       {format.TXT, "K\n  a\n      b\n  c\n", "K| a|  b| c|"},
		"text by one blank":    {format.TXT, "K\n a\n  b\n", "K| a|  b|"},
		"text without core":    {format.TXT, "a\n\tb\nc\n", "| a|  b| c|"},
		"a path stays":         {format.TXT, "K\n\tC:\\nieuw\\tekst\n", "K| C:\\nieuw\\tekst|"},
		"UTF-16":               {format.TXT, "\xff\xfeK\x00\n\x00\t\x00\xe9\x00", "K| é|"},
		"a page in FreeMind":   {format.MM, `<map version="0.9.0"><node><richcontent TYPE="NODE"><html><head><style>p{}</style></head><body><p>een <b>vet</b></p><p>woord</p></body></html></richcontent><node TEXT="a"/></node></map>`, "een vet\nwoord| a|"},
		"notes in Freeplane":   {format.MM, "<map version=\"freeplane 1.11.5\"><node TEXT=\"K\"><node TEXT=\"a\"><icon BUILTIN=\"idea\"/>\n<richcontent CONTENT-TYPE=\"xml/\" TYPE=\"NOTE\">\n<html>\n <head>\n </head>\n <body>\n  <p>\n   een\n   regel\n  </p>\n  <ul><li>punt</li></ul>\n </body>\n</html></richcontent></node></node></map>", "K| a {een regel\npunt}|"},
		"plain notes":          {format.MM, `<map><node TEXT="K"><richcontent CONTENT-TYPE="plain/" TYPE="NOTE"><text>a  b</text></richcontent></node></map>`, "K {a  b}|"},
		"attributes of others": {format.MM, `<map><node TEXT="K"><attribute NAME="prijs" VALUE="3"/></node></map>`, "K {prijs: 3}|"},
		"entities of HTML":     {format.MM, `<map><node TEXT="caf&eacute;&nbsp;x"/></map>`, "café\u00a0x|"},
		"OPML without core":    {format.OPML, `<opml version="1.0"><head><title>t</title></head><body><outline text="a"><outline text="b" _note="n&#10;m"/></outline><outline title="c"/></body></opml>`, "| a|  b {n\nm}| c|"},
		"OPML in Latin 1":      {format.OPML, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><opml><body><outline text=\"caf\xe9\"/></body></opml>", "café|"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m, err := format.Decode(c.f, []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := outlined(m); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWhatIsNoMapIsToldApart(t *testing.T) {
	t.Parallel()
	deep := func(open, end string) string {
		return strings.Repeat(open, format.MaxDepth+2) + strings.Repeat(end, format.MaxDepth+2)
	}
	steps := func(sign string) string {
		var b strings.Builder
		for i := range format.MaxDepth + 2 {
			b.WriteString(strings.Repeat("  ", i) + sign + "a\n")
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		f    format.Format
		in   string
		want error
	}{
		"empty text":       {format.TXT, " \n\t\n", format.ErrNoMap},
		"empty md":         {format.MD, "", format.ErrNoMap},
		"empty mm":         {format.MM, "", format.ErrNoMap},
		"empty opml":       {format.OPML, "<opml/>", format.ErrNoMap},
		"another root":     {format.MM, "<html><node TEXT='a'/></html>", format.ErrNoMap},
		"bytes":            {format.TXT, "PK\x03\x04\x00\x00", format.ErrNoText},
		"too large":        {format.MD, strings.Repeat("x", format.MaxBytes+1), format.ErrTooLarge},
		"too many":         {format.TXT, strings.Repeat("a\n", format.MaxNodes+1), format.ErrTooMany},
		"too many md":      {format.MD, strings.Repeat("- a\n", format.MaxNodes+1), format.ErrTooMany},
		"too deep txt":     {format.TXT, steps(""), format.ErrTooDeep},
		"too deep md":      {format.MD, steps("- "), format.ErrTooDeep},
		"too deep mm":      {format.MM, "<map>" + deep("<node TEXT='a'>", "</node>") + "</map>", format.ErrTooDeep},
		"too deep opml":    {format.OPML, "<opml><body>" + deep("<outline text='a'>", "</outline>") + "</body></opml>", format.ErrTooDeep},
		"deep in a note":   {format.MM, "<map><node TEXT='a'><richcontent TYPE='NOTE'>" + deep("<b><b>", "</b></b>") + "</richcontent></node></map>", format.ErrTooDeep},
		"only written":     {format.Mermaid, "mindmap\n  a", format.ErrUnread},
		"unknown encoding": {format.MM, "<?xml version='1.0' encoding='x-onzin'?><map><node TEXT='a'/></map>", format.ErrNoText},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if m, err := format.Decode(c.f, []byte(c.in)); !errors.Is(err, c.want) {
				t.Errorf("got %v and %q, want %v", err, outlined(m), c.want)
			}
		})
	}
}

func TestBrokenXMLIsToldWithItsLineAndNoEntityGrows(t *testing.T) {
	t.Parallel()
	var broken *format.BrokenError
	if _, err := format.Decode(format.MM, []byte("<map>\n<node TEXT='a'>\n</map>")); !errors.As(err, &broken) || broken.Line != 3 {
		t.Errorf("got %v", err)
	}
	bomb := `<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;"/></body></opml>`
	if m, err := format.Decode(format.OPML, []byte(bomb)); !errors.As(err, &broken) {
		t.Errorf("got %v and %q", err, outlined(m))
	}
	for _, err := range []error{format.ErrTooLarge, format.ErrTooMany, format.ErrTooDeep, format.ErrNoMap, format.ErrNoText, format.ErrUnread, broken} {
		if r := format.Reason(err); r == "" || r == format.Reason(errors.ErrUnsupported) {
			t.Errorf("%v is not told: %q", err, r)
		}
	}
}

func TestWhatAFormatDropsIsWhatDoesNotComeBack(t *testing.T) {
	t.Parallel()
	m := tree.New("K")
	m, _ = m.Below(nil, tree.Of(tree.Node{Label: "a", Gives: "GE", Way: ">", Remark: "r"}))
	m, _ = m.Below(tree.Path{0}, tree.Of(tree.Node{Label: "b", Gives: "g"}))
	m = m.Fold(tree.Path{0}, true)
	for f, want := range map[format.Format]string{
		format.MD:      "tekens 1, links",
		format.MM:      "",
		format.OPML:    "",
		format.Mermaid: "opmerking 1, links, dicht",
		format.TXT:     "tekens 2, opmerking 1, links, dicht",
		format.Drawing: "opmerking 1, dicht",
	} {
		got := strings.Join(format.Drops(f, m), "; ")
		for _, part := range strings.Split(want, ", ") {
			for _, word := range strings.Fields(part) {
				if !strings.Contains(got, word) {
					t.Errorf("%s: %q lacks %q", f, got, word)
				}
			}
		}
		if n := len(format.Drops(f, m)); want == "" && n > 0 || want != "" && n != len(strings.Split(want, ", ")) {
			t.Errorf("%s drops %q", f, got)
		}
	}
	if d := format.Drops(format.TXT, tree.New("K")); len(d) > 0 {
		t.Errorf("a core alone loses %q", d)
	}
}

func TestTheFormatOfAFileIsSeen(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, data string
		want       format.Format
	}{
		{"a.md", "x", format.MD}, {"a.MM", "x", format.MM}, {"a.opml", "x", format.OPML}, {"a.txt", "- x", format.TXT},
		{"a.xml", "<?xml version='1.0'?>\n<opml>", format.OPML}, {"a.xml", "<map>", format.MM}, {"a", "x\n\ty", format.TXT}, {"a.xml", "<html>", format.TXT},
		{"a.svg", "", format.Drawing}, {"a", "<?xml version='1.0'?>\n<svg>", format.Drawing}, {"a.mermaid", "mindmap\n  a", format.Mermaid},
	} {
		if got := format.Of(c.name, []byte(c.data)); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.name, c.data, got, c.want)
		}
	}
}

func TestWhatIsPastedIsAListOrIndentedLines(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"- a\n  - b\n- c":   "| a|  b| c|",
		"a\n\tb\nc":         "| a|  b| c|",
		"a\n  - b":          "| a|  - b|",
		"# a\n- b":          "| a|  b|",
		"  a\n  b":          "| a| b|",
		"een\n\n\ntwee\n":   "| een| twee|",
		" \n":               "|",
		"1. a\n2. b\n\t* c": "| a| b|  c|",
	} {
		nodes, err := format.Branches(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := outlined(tree.Map{Core: tree.Of(tree.Node{Nodes: nodes})}); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestMermaidHoldsNoSignThatMermaidReads(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := anyMap().Draw(t, "map")
		all := strings.Split(strings.TrimSuffix(string(format.Encode(format.Mermaid, m)), "\n"), "\n")
		if all[0] != "mindmap" || len(all) != m.Core.Size()+1 {
			t.Fatalf("%d lines for %d nodes", len(all), m.Core.Size())
		}
		for i, l := range all[1:] {
			depth := len(l) - len(strings.TrimLeft(l, " "))
			open, end, ends := fmt.Sprintf(`n%d["`, i), `"]`, 0
			if i == 0 {
				open, end = `n0(("`, `"))`
			}
			text, ok := strings.CutPrefix(strings.TrimLeft(l, " "), open)
			text, closed := strings.CutSuffix(text, end)
			text = strings.ReplaceAll(text, "<br/>", "")
			ends = strings.Count(text, "#") - strings.Count(text, ";")
			if depth < 2 || !ok || !closed || text == "" || ends != 0 || strings.ContainsAny(text, "\"<>`%:\\{}[]|\x1b\t") {
				t.Fatalf("line %d: %q", i, l)
			}
		}
	})
}

func TestSVGHoldsTextAsTextAndLinesAsPaths(t *testing.T) {
	t.Parallel()
	p := format.Picture{
		Title: "Ik & <wij>", Width: 40, Height: 5,
		Texts: []format.Text{{Row: 2, Cell: 10, Text: "ik <b>\x1b[31m & 字", Class: format.Core}, {Row: 0, Cell: 20, Text: "zus\x01", Class: format.Leaf}},
		Lines: []format.Line{
			{From: format.Spot{Row: 2.5, Cell: 14}, To: format.Spot{Row: 0.5, Cell: 19}, Class: format.Leaf},
			{From: format.Spot{Row: 2.5, Cell: 14}, To: format.Spot{Row: 2.5, Cell: 19}, Class: format.Branch},
		},
	}
	out := format.SVG(p)
	wellFormed(t, out)
	for _, want := range []string{
		`width="400" height="140"`, `>ik &lt;b&gt; &amp; 字</text>`, `>zus</text>`, `<title>Ik &amp; &lt;wij&gt;</title>`, `.core{font-weight:bold}`,
		`<text class="core" x="110" y="74.4"`, `d="M146 70 C168.5 70 168.5 30 191 30"`, `d="M146 70 L191 70"`, `rect{fill:#fffdf8}`,
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}

func TestFormatsAreWrittenAsTheirReadersExpect(t *testing.T) {
	t.Parallel()
	m := tree.New("Persoon X")
	m, _ = m.Below(nil, tree.Of(tree.Node{Label: "relaties", Side: tree.Left}))
	m, _ = m.Below(tree.Path{0}, tree.Of(tree.Node{Label: "=buurvrouw", Gives: "GE", Way: "=", Remark: "één\n\ntwee  x"}))
	m = m.Fold(tree.Path{0}, true)
	for f, want := range map[format.Format][]string{
		format.MD:      {"# Persoon X\n\n- relaties <!-- markmap: fold -->\n  - \\=buurvrouw `[GE=]` <!-- opmerking: één&#10;&#10;twee  x -->\n"},
		format.TXT:     {"Persoon X\n\trelaties\n\t\t=buurvrouw\n"},
		format.Mermaid: {"mindmap\n  n0((\"Persoon X\"))\n    n1[\"relaties\"]\n      n2[\"#61;buurvrouw (GE over en weer)\"]\n"},
		format.MM: {
			`<map version="freeplane 1.3.0">` + "\n" + ` <node TEXT="Persoon X">` + "\n" + `  <node TEXT="relaties" POSITION="left" FOLDED="true">`,
			`<node TEXT="=buurvrouw" FORMAT="NO_FORMAT">`, `<richcontent TYPE="NOTE">`, "<p>twee \u00a0x</p>", `<attribute NAME="kant" VALUE="over en weer"></attribute>`,
		},
		format.OPML: {
			`<?xml version="1.0" encoding="UTF-8"?>`, `<opml version="2.0">`, `<title>Persoon X</title>`, `<outline text="Persoon X">`,
			`<outline text="=buurvrouw" _note="één&#xA;&#xA;twee  x" _geeft="GE" _kant="over en weer">`,
		},
	} {
		got := string(format.Encode(f, m))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s lacks\n%s\nin\n%s", f, w, got)
			}
		}
	}
}
