package sheet_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/sheet"
)

// orderMark is what some editors put before everything.
var orderMark = []byte("\ufeff")

func Example() {
	s := sheet.New("Leervraag").
		WithHead("formaat", "1").
		WithHead("oefening", "leervraag").
		With("RF-4", "Wat wil ik vanavond kunnen?", "Ik wil doorvragen zonder in te vullen.")
	fmt.Printf("%s", s.Bytes())
	// Output:
	// ---
	// formaat: 1
	// oefening: leervraag
	// ---
	// # Leervraag
	//
	// ## RF-4 · Wat wil ik vanavond kunnen?
	//
	// Ik wil doorvragen zonder in te vullen.
}

func ExampleSheet_With_lineThatLooksLikeAField() {
	s := sheet.New("Brief").With("BR-1", "Aan mezelf", "## niet een veld\n\\## ook niet")
	fmt.Printf("%s", s.Bytes())
	// Output:
	// # Brief
	//
	// ## BR-1 · Aan mezelf
	//
	// \## niet een veld
	// \\## ook niet
}

// values draws what people type, and what would break a careless form.
func values() *rapid.Generator[string] {
	pieces := []string{"", "woord", "\n", "\n\n", "## ", "\n## X · y\n", `\## `, `\\## a`, "---", "\n---\n", "\t", "  ", "\r\n", "# ", " · ", "é", "👩\u200d👧", "- [ ] x"}
	return rapid.Custom(func(t *rapid.T) string {
		text := ""
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces") {
			text += p
		}
		return text
	})
}

func TestEveryValueComesBackToTheByte(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := map[string]string{}
		s := sheet.New("Titel").WithHead("formaat", "1")
		for range rapid.IntRange(0, 8).Draw(t, "edits") {
			id := rapid.SampledFrom([]string{"RF-1", "DI-5@2", "drie-stappen/1a2b3c4d/1"}).Draw(t, "id")
			want[id] = values().Draw(t, "value")
			s = s.With(id, "Vraag · met punt?", want[id])
			back, err := sheet.Parse(s.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			s = back
		}
		for id, w := range want {
			if got, ok := s.Value(id); !ok || got != w {
				t.Fatalf("%s: got %q, want %q", id, got, w)
			}
		}
	})
}

func FuzzParseGivesEveryByteBack(f *testing.F) {
	for _, seed := range []string{
		"", "---\nformaat: 1\n---\n# T\n\n## A · b\n\nc\n\n", "---\r\nx: y\r\n---\r\n## A\r\n\r\nb\r\n", "---\nopen", "tekst\n## A\n## A\n\nx", "## \n", `\## x`,
		"\ufeff---\nformaat: 1\n---\n# T\n\n## A · b\n\nc\n\n", "\ufeff---\r\nx: y\r\n---\r\n## A\r\n\r\nb\r\n", "\ufeff", "\ufeff\ufeff---\n---\n", "\ufeff## A\n\nb", "\ufeff---\n---",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := sheet.Parse(data)
		if err != nil {
			return
		}
		if got := s.Bytes(); !slices.Equal(got, data) {
			t.Fatalf("%q came back as %q", data, got)
		}
		headed, err := sheet.Parse(s.WithHead("gewijzigd", "nu").Bytes())
		if err != nil || headed.Head("gewijzigd") != "nu" || !slices.Equal(headed.Fields(), s.Fields()) || bytes.HasPrefix(data, orderMark) != bytes.HasPrefix(headed.Bytes(), orderMark) {
			t.Fatalf("%q became %q with a line in its head", data, headed.Bytes())
		}
		for _, field := range s.Fields() {
			back, _ := sheet.Parse(s.With(field.ID, "", field.Value+"!").Bytes())
			if got, _ := back.Value(field.ID); got != field.Value+"!" {
				t.Fatalf("%q: field %q holds %q after setting %q", data, field.ID, got, field.Value+"!")
			}
		}
		back, _ := sheet.Parse(s.With("nieuw-1", "Q", "v").Bytes())
		if got, _ := back.Value("nieuw-1"); got != "v" && !slices.ContainsFunc(s.Fields(), func(f sheet.Field) bool { return f.ID == "nieuw-1" }) {
			t.Fatalf("%q: a new field is lost", data)
		}
	})
}

func TestAMarkBeforeTheHeadStaysThereAndHidesNothing(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]string{"LF": "\n", "CR LF": "\r\n"} {
		in := strings.ReplaceAll("\ufeff---\noefening: leervraag\ngewijzigd: toen\n---\n# Leervraag\n\n## RF-4 · Wat?\n\nmijn vraag\n\n", "\n", end)
		s, err := sheet.Parse([]byte(in))
		if err != nil || s.Head("oefening") != "leervraag" || s.Title() != "Leervraag" {
			t.Errorf("%s: exercise %q, title %q, %v", name, s.Head("oefening"), s.Title(), err)
		}
		want := strings.Replace(in, "toen", "nu", 1)
		if got := string(s.WithHead("gewijzigd", "nu").Bytes()); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestWhatIsUnknownKeepsItsPlace(t *testing.T) {
	t.Parallel()
	in := "---\nvreemd: [1, 2]\nsoort: \"reflectie\"\n---\nEigen regel.\n\n## OUD-1 · Vroeger?\n\nwas er\n\n## RF-1 · Nu?\n\nnu\n\n"
	s, err := sheet.Parse([]byte(in))
	if err != nil || s.Head("soort") != "reflectie" {
		t.Fatal(err, s.Head("soort"))
	}
	want := "---\nvreemd: [1, 2]\nsoort: \"reflectie\"\ngewijzigd: nu\n---\nEigen regel.\n\n## OUD-1 · Vroeger?\n\nwas er\n\n## RF-1 · Nu?\n\nlater\n\n"
	if got := string(s.WithHead("gewijzigd", "nu").With("RF-1", "", "later").Bytes()); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestAnOlderSheetKeepsItsText(t *testing.T) {
	t.Parallel()
	a := sheet.New("T").With("A", "?", "een")
	b := a.With("A", "", "twee").With("B", "", "drie")
	if v, _ := a.Value("A"); v != "een" || len(a.Fields()) != 1 {
		t.Errorf("changing a copy changed the original: %q", v)
	}
	if v, _ := b.Without("A").Value("A"); v != "" {
		t.Errorf("A is still there: %q", v)
	}
}

func TestBytesThatAreNoTextAreRefused(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"a\x00b", "a\xffb"} {
		if _, err := sheet.Parse([]byte(data)); err == nil {
			t.Errorf("%q was read as a note", data)
		}
	}
}
