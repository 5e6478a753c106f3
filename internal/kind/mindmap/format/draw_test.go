package format_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"werkboek/internal/kind/mindmap/format"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

// grown makes a map of lines: a tab a level, "label|gives|way".
func grown(text string) tree.Map {
	all := strings.Split(strings.Trim(text, "\n"), "\n")
	m := tree.New(all[0])
	var at tree.Path
	for _, line := range all[1:] {
		bare := strings.TrimLeft(line, "\t")
		part := append(strings.Split(bare, "|"), "", "")
		m, at = m.Below(at[:len(line)-len(bare)-1], tree.Of(tree.Node{Label: part[0], Gives: part[1], Way: part[2]}))
	}
	return m
}

func TestASmallMapIsDrawn(t *testing.T) {
	t.Parallel()
	m := grown(`
Persoon X
	relaties
		buurvrouw|GE|=
		de moeder van een vriendje van de jongste|P|=
			haar broer & <zus>
	werk
		rooster||~
	gezondheid
`)
	golden.RequireEqual(t, format.Encode(format.Drawing, m.Balanced().Fold(tree.Path{0, 1}, true)))
}

// drawnTexts gives the words of the nodes in a drawing, without blanks.
func drawnTexts(t rapid.TB, data []byte) string {
	t.Helper()
	var b strings.Builder
	dec := xml.NewDecoder(bytes.NewReader(data))
	label := false
	for {
		switch token, err := dec.Token(); token := token.(type) {
		case xml.StartElement:
			label = token.Name.Local == "text" && token.Attr[0].Value != string(format.Mark)
		case xml.EndElement:
			label = false
		case xml.CharData:
			if label {
				b.Write(token)
			}
		default:
			if errors.Is(err, io.EOF) {
				return bare(b.String())
			}
			if err != nil {
				t.Fatalf("%v\n%s", err, data)
			}
		}
	}
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func labels(m tree.Map) string {
	var b strings.Builder
	m.Walk(func(_ tree.Path, n *tree.Node) bool {
		label := bare(plain.Line(n.Label))
		if label == "" {
			label = "·"
		}
		b.WriteString(label)
		return true
	})
	return b.String()
}

func TestEveryLabelIsDrawn(t *testing.T) {
	t.Parallel()
	word := rapid.OneOf(rapid.StringMatching(`[a-zé ]{0,60}`), rapid.SampledFrom([]string{"zus", "字字字 字字", "a<b & c", strings.Repeat("lang", 20), strings.Repeat("een heel verhaal ", 60), "👩‍👩‍👧 thuis"}))
	rapid.Check(t, func(t *rapid.T) {
		m, paths := tree.New(word.Draw(t, "core")), []tree.Path{{}}
		for range rapid.IntRange(0, 70).Draw(t, "nodes") {
			at := paths[len(paths)-1]
			if rapid.IntRange(0, 2).Draw(t, "elsewhere") > 0 {
				at = rapid.SampledFrom(paths).Draw(t, "at")
			}
			n := tree.Node{Label: word.Draw(t, "label"), Gives: rapid.SampledFrom([]string{"", "PA", strings.Repeat("G", 90)}).Draw(t, "gives")}
			var p tree.Path
			m, p = m.Below(at, tree.Of(n))
			paths = append(paths, p)
			m = m.Fold(at, rapid.IntRange(0, 9).Draw(t, "fold") == 0)
		}
		if got, want := drawnTexts(t, format.Encode(format.Drawing, m)), labels(m); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
	})
}

func TestALargeMapIsDrawnWhole(t *testing.T) {
	t.Parallel()
	m := tree.New("K")
	at := tree.Path{}
	for i := range 10_000 {
		if i%100 == 0 {
			m, at = m.Below(nil, tree.Of(tree.Node{Label: fmt.Sprint("tak ", i)}))
		}
		m, _ = m.Below(at, tree.Of(tree.Node{Label: fmt.Sprint("knoop ", i), Way: "="}))
	}
	deep := at
	for i := range 300 {
		m, deep = m.Below(deep, tree.Of(tree.Node{Label: fmt.Sprint("diep ", i)}))
	}
	if got, want := drawnTexts(t, format.Encode(format.Drawing, m)), labels(m); got != want {
		t.Errorf("%d bytes of labels, want %d", len(got), len(want))
	}
}

func TestNothingInADrawingOverlaps(t *testing.T) {
	t.Parallel()
	place := regexp.MustCompile(`x="([0-9.]+)" y="([0-9.]+)" xml:space="preserve">([^<]*)<`)
	rapid.Check(t, func(t *rapid.T) {
		m, paths := tree.New("ik"), []tree.Path{{}}
		for range rapid.IntRange(0, 60).Draw(t, "nodes") {
			n := tree.Node{Label: rapid.StringMatching(`[a-z]{1,9}( [a-z]{1,9}){0,8}`).Draw(t, "label"), Gives: rapid.StringMatching("[PGAE]{0,4}").Draw(t, "gives")}
			var p tree.Path
			m, p = m.Below(rapid.SampledFrom(paths).Draw(t, "at"), tree.Of(n))
			paths = append(paths, p)
		}
		taken := map[[2]int]string{}
		for _, at := range place.FindAllStringSubmatch(string(format.Encode(format.Drawing, m.Balanced())), -1) {
			x, _ := strconv.ParseFloat(at[1], 64)
			y, _ := strconv.ParseFloat(at[2], 64)
			for i := range len(at[3]) {
				cell := [2]int{int(x/9) + i, int(y)}
				if taken[cell] != "" {
					t.Fatalf("%q stands on %q", at[3], taken[cell])
				}
				taken[cell] = at[3]
			}
		}
	})
}
