package sheet_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"werkboek/internal/sheet"
)

// typed makes of bytes what may be typed: text without NUL.
func typed(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "?"), "\x00", "")
}

// usable makes of bytes the id of a field.
func usable(id string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, typed(id))
}

// others lists the fields but one.
func others(s sheet.Sheet, id string) []sheet.Field {
	return slices.DeleteFunc(s.Fields(), func(f sheet.Field) bool { return f.ID == id })
}

// FuzzEveryEditKeepsAllElse sets a field, takes one away and sets a line of the head in a
// note that may hold anything: what is set comes back to the byte, and all else is as it was.
func FuzzEveryEditKeepsAllElse(f *testing.F) {
	for _, seed := range [][4]string{
		{"---\nformaat: 1\n---\n# T\n\n## A · b\n\nc\n\n", "A", "Wat?", "een\n## twee\n\\## drie\n"},
		{"---\nnooit gesloten", "A", "", "x\n---\n## B\n\ny"},
		{"---\r\nx: y\r\n---\r\n## A\r\n\r\nb\r\n", "B", " · ", "\r\n\r"},
		{"## A\n## B\n## A\n\n\n", "B", "", "\n"},
		{"tekst\n\\## A\n## A", "A", "\u2028vraag", "\\\\## "},
		{"\ufeff---\n---", "Z", "q", "\ufeff"},
		{"", "A", "", ""},
	} {
		f.Add([]byte(seed[0]), seed[1], seed[2], seed[3])
	}
	f.Fuzz(func(t *testing.T, data []byte, id, question, value string) {
		s, err := sheet.Parse(data)
		id, question, value = usable(id), typed(question), typed(value)
		if err != nil || id == "" {
			return
		}
		again := func(s sheet.Sheet) sheet.Sheet {
			back, err := sheet.Parse(s.Bytes())
			if err != nil || !slices.Equal(back.Fields(), s.Fields()) || back.Title() != s.Title() || back.Head("oefening") != s.Head("oefening") {
				t.Fatalf("%q reads as something else than it says: %v, want %v, %v", s.Bytes(), back.Fields(), s.Fields(), err)
			}
			return back
		}
		set := again(s.With(id, question, value))
		if got, ok := set.Value(id); !ok || got != value || !slices.Equal(others(set, id), others(s, id)) || set.Title() != s.Title() {
			t.Fatalf("%q: after setting %q to %q it is %q", data, id, value, set.Bytes())
		}
		for _, from := range []sheet.Sheet{s, set} {
			without := again(from.Without(id))
			if _, there := without.Value(id); there || !slices.Equal(without.Fields(), others(from, id)) {
				t.Fatalf("%q: without %q it is %q", from.Bytes(), id, without.Bytes())
			}
		}
		headed := again(set.WithHead("gewijzigd", question).WithFirstHead("oefening", value))
		want := strings.Trim(strings.Join(strings.Fields(value), " "), `"'`)
		if got := headed.Head("oefening"); want != "" && got != want || !slices.Equal(headed.Fields(), set.Fields()) {
			t.Fatalf("%q: with %q in its head it is %q", set.Bytes(), value, headed.Bytes())
		}
	})
}
