package margin_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"werkboek/internal/course"
	"werkboek/internal/margin"
	"werkboek/internal/sheet"
)

var evening = time.Date(2026, 11, 22, 20, 14, 0, 0, time.Local)

func key(n int) course.Key {
	return course.Key{Section: "drie-stappen", Hash: "1a2b3c4d", Ordinal: n, Quote: "De methode begint"}
}

func TestAMarginNoteComesBackFromItsFile(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[^\r\x00]{1,80}`).Draw(t, "text")
		m := margin.Read(sheet.New("Kantlijn")).With(key(1), text, evening).With(key(2), "tweede", evening)
		s, err := sheet.Parse(m.Sheet().Bytes())
		if err != nil {
			t.Fatal(err)
		}
		list := margin.Read(s).Notes()
		if strings.TrimSpace(text) == "" {
			list = append([]margin.Note{{Key: key(1), Text: text, When: evening}}, list...)
		}
		if len(list) != 2 || list[0].Text != text || list[0].Key != key(1) || !list[0].When.Equal(evening) {
			t.Fatalf("wrote %q, read %+v", text, list)
		}
	})
}

func TestWhatIsNoMarginNoteStaysInTheFile(t *testing.T) {
	t.Parallel()
	text := "# Kantlijn\n\nMet de hand.\n\n## geen sleutel\n\nook van mij\n\n"
	s, err := sheet.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	m := margin.Read(s)
	if n := len(m.Notes()); n != 0 {
		t.Errorf("%d notes are listed", n)
	}
	m = m.With(key(1), "x", evening).With(key(1), " ", evening)
	if got := string(m.Sheet().Bytes()); got != text {
		t.Errorf("after writing and taking away it holds\n%s", got)
	}
}

func TestAQuoteThatGoesOnSaysSo(t *testing.T) {
	t.Parallel()
	long := course.Key{Section: "s", Hash: "1a2b3c4d", Ordinal: 1, Quote: "Het verschil hoeft niet groot te zijn. I"}
	m := margin.Read(sheet.New("Kantlijn")).With(key(1), "kort", evening).With(long, "lang", evening).With(key(2), "ook kort", evening)
	m = margin.Read(m.Sheet().With("los", "zonder dag", "x"))
	var got []string
	for _, f := range m.Readable().Fields() {
		got = append(got, f.ID+" "+f.Question+": "+f.Value)
	}
	want := []string{
		"drie-stappen/1a2b3c4d/1 22-11-2026 20.14 · De methode begint: kort",
		"s/1a2b3c4d/1 22-11-2026 20.14 · Het verschil hoeft niet groot te zijn.…: lang",
		"drie-stappen/1a2b3c4d/2 22-11-2026 20.14 · De methode begint: ook kort",
		"los zonder dag: x",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("reads\n%s", strings.Join(got, "\n"))
	}
}
