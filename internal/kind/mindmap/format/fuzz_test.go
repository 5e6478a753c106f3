package format_test

import (
	"testing"

	"werkboek/internal/kind/mindmap/format"
)

func FuzzMD(f *testing.F)   { fuzz(f, format.MD) }
func FuzzMM(f *testing.F)   { fuzz(f, format.MM) }
func FuzzOPML(f *testing.F) { fuzz(f, format.OPML) }
func FuzzTXT(f *testing.F)  { fuzz(f, format.TXT) }

// fuzz reads anything. What could be read is within the limits, and what is written of
// it reads the same again.
func fuzz(f *testing.F, as format.Format) {
	for _, seed := range []string{
		"", "# K\n- a `[GE=]` <!-- opmerking: x -->\n  - b\n", "K\n\ta\n", "\ufeff- a\n\n```\nx\n```\n\\u{1}\n---",
		`<map version="1.0.1"><node TEXT="K"><richcontent TYPE="NOTE"><html><body><p>a<br/>b</p></body></html></richcontent><attribute NAME="x" VALUE="y"/><node TEXT="a" POSITION="left" FOLDED="true"><node/></node></node></map>`,
		`<opml version="2.0"><head/><body><outline text="K"><outline text="a" _note="n" _kant="geven" collapsed="true"><outline/></outline></outline></body></opml>`,
		`<!DOCTYPE x [<!ENTITY a "b">]><map><node TEXT="&a;">`, "<map></node></map>", "<map><richcontent></richcontent></map>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		format.Of("x", data)
		_, _ = format.Branches(string(data))
		m, err := format.Decode(as, data)
		if err != nil {
			if format.Reason(err) == "" {
				t.Fatal("no reason")
			}
			return
		}
		if n := m.Core.Size(); n > format.MaxNodes+1 {
			t.Fatalf("%d nodes", n)
		}
		if len(data) < 1<<16 {
			comesBack(t, as, m)
		}
	})
}
