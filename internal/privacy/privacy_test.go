package privacy_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"werkboek/internal/privacy"
)

var names = map[privacy.Sort]string{
	privacy.Email: "e-mail", privacy.IBAN: "iban", privacy.Birth: "geboren", privacy.Phone: "telefoon", privacy.BSN: "bsn", privacy.Postcode: "postcode",
}

// told gives what was found in a text: "sort:part" for each.
func told(text string) string {
	var list []string
	for _, f := range privacy.Find(text) {
		list = append(list, names[f.Sort]+":"+text[f.Start:f.End])
	}
	return strings.Join(list, " | ")
}

func TestWhatLooksLikeAWayToSomebodyIsFound(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"mail naar jan.de-vries+werk@voorbeeld.nl.": "e-mail:jan.de-vries+werk@voorbeeld.nl",
		"(a@b.nl)":                           "e-mail:a@b.nl",
		"<Amina_2@zorg.amsterdam.nl>,":       "e-mail:Amina_2@zorg.amsterdam.nl",
		"0612345678@voorbeeld.nl":            "e-mail:0612345678@voorbeeld.nl",
		"renée@voorbeeld.nl":                 "e-mail:e@voorbeeld.nl",
		"a@b.nl;c@d.org":                     "e-mail:a@b.nl | e-mail:c@d.org",
		"bel 06-12345678 even":               "telefoon:06-12345678",
		"bel 0612345678.":                    "telefoon:0612345678",
		"06 12 34 56 78":                     "telefoon:06 12 34 56 78",
		"06 1234 5678":                       "telefoon:06 1234 5678",
		"06.12.34.56.78":                     "telefoon:06.12.34.56.78",
		"06\u00a012\u00a034\u00a056\u00a078": "telefoon:06\u00a012\u00a034\u00a056\u00a078",
		"06\u201112345678":                   "telefoon:06\u201112345678",
		"(06) 12345678":                      "telefoon:(06) 12345678",
		"tel:0201234567":                     "telefoon:0201234567",
		"020-123 45 67":                      "telefoon:020-123 45 67",
		"020/1234567":                        "telefoon:020/1234567",
		"(020) 123 45 67":                    "telefoon:(020) 123 45 67",
		"0343-123456":                        "telefoon:0343-123456",
		"088 123 45 67":                      "telefoon:088 123 45 67",
		"+31612345678":                       "telefoon:+31612345678",
		"+31 6 12345678":                     "telefoon:+31 6 12345678",
		"+31 6 12 34 56 78":                  "telefoon:+31 6 12 34 56 78",
		"+31 (0)6 1234 5678":                 "telefoon:+31 (0)6 1234 5678",
		"+31(0)612345678":                    "telefoon:+31(0)612345678",
		"(+31) 20 1234567":                   "telefoon:(+31) 20 1234567",
		"+31 20-1234567":                     "telefoon:+31 20-1234567",
		"+310612345678":                      "telefoon:+310612345678",
		"0031 6 12345678":                    "telefoon:0031 6 12345678",
		"0031612345678":                      "telefoon:0031612345678",
		"0031(0)6-12345678":                  "telefoon:0031(0)6-12345678",
		"+212 612 345678":                    "telefoon:+212 612 345678",
		"+32 475 12 34 56":                   "telefoon:+32 475 12 34 56",
		"kamer 12 06-12345678 en 0687654321": "telefoon:06-12345678 | telefoon:0687654321",
		"0612345678/0687654321":              "telefoon:0612345678 | telefoon:0687654321",
		"BSN 123456782":                      "bsn:123456782",
		"BSN:123456782":                      "bsn:123456782",
		"123.456.782":                        "bsn:123.456.782",
		"1234.56.782 is van hem":             "bsn:1234.56.782",
		"123 456 782":                        "bsn:123 456 782",
		"123-456-782":                        "bsn:123-456-782",
		"nummer 10000008 hoort erbij":        "bsn:10000008",
		"bsn 10.000.008":                     "bsn:10.000.008",
		"123456782 12 jaar":                  "bsn:123456782",
		"123.456.782 12 jaar":                "bsn:123.456.782",
		"1234 AB 12":                         "postcode:1234 AB 12",
		"1234AB 12":                          "postcode:1234AB 12",
		"1234ab 12":                          "postcode:1234ab 12",
		"1234AB-12":                          "postcode:1234AB-12",
		"1234 AB, 12a.":                      "postcode:1234 AB, 12a",
		"1234 AB nr. 12":                     "postcode:1234 AB nr. 12",
		"1234 AB huisnummer 7":               "postcode:1234 AB huisnummer 7",
		"Kerkstraat 12, 1234 AB Utrecht":     "postcode:12, 1234 AB",
		"Kerkstraat 12a 1234 AB":             "postcode:12a 1234 AB",
		"geboren op 12-3-1980":               "geboren:12-3-1980",
		"12/03/1980":                         "geboren:12/03/1980",
		"12.3.1980":                          "geboren:12.3.1980",
		"1980-03-12":                         "geboren:1980-03-12",
		"hij is van 12 maart 1980":           "geboren:12 maart 1980",
		"12 mrt. 1980":                       "geboren:12 mrt. 1980",
		"3 sept 1999":                        "geboren:3 sept 1999",
		"(geb. 12-3-80)":                     "geboren:12-3-80",
		"geb 12 mei 80":                      "geboren:12 mei 80",
		"geboortedatum: 1-11-2021":           "geboren:1-11-2021",
		"Geboren in Rabat op 4 april 2019":   "geboren:4 april 2019",
		"geboren 12 03 1980":                 "geboren:12 03 1980",
		"NL91ABNA0417164300":                 "iban:NL91ABNA0417164300",
		"NL91 ABNA 0417 1643 00":             "iban:NL91 ABNA 0417 1643 00",
		"nl91 abna 0417 1643 00, van hem":    "iban:nl91 abna 0417 1643 00",
		"NL91.ABNA.0417.1643.00":             "iban:NL91.ABNA.0417.1643.00",
		"DE89 3704 0044 0532 0130 00":        "iban:DE89 3704 0044 0532 0130 00",
		"BE68 5390 0754 7034":                "iban:BE68 5390 0754 7034",
		"GB29 NWBK 6016 1331 9268 19":        "iban:GB29 NWBK 6016 1331 9268 19",
		"TR33 0006 1005 1978 6457 8413 26":   "iban:TR33 0006 1005 1978 6457 8413 26",
		"a@b.nl 0612345678 1234 AB 12":       "e-mail:a@b.nl | telefoon:0612345678 | postcode:1234 AB 12",
		"één 0612345678 é":                   "telefoon:0612345678",
	} {
		if got := told(text); got != want {
			t.Errorf("in %q: %s; want %s", text, got, want)
		}
	}
}

func TestOrdinaryNumbersAreNotFound(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "geen getal", "14.02", "om 14.02 uur begonnen", "van 09:30 tot 16:45", "13.42-14.12", "06:30",
		"2026-11-25", "over 4 weken", "21-12", "21-12-2026", "25 november 2026", "06-12-2026 10 uur", "23/11/2026", "25112026", "20261125", "20260106", "12012026", "sinds 1 januari 2007", "per 01-01-2005", "vanaf 3 mei 1998",
		"30-2-1980", "2026-11-23", "2026.11.23", "2026 11 23", "https://docslib.org/doc/12532149/x", "wie hier geboren zijn. Stand op 1 januari 2025", "12-13-1980", "1980", "in 1980 en 2005", "12 maart", "1900-1980", "12-3-1880", "12 03 1980", "12-3-80",
		"12 van de 24", "24 kaarten, 10 in de zaal", "RF-4", "DI-5@2", "DI-13@2.", "FI-14 tot FI-18", "a@b", "@naam", "x@", "@", "jan@localhost", "jan@.nl", "jan.@x.nl", "3-0 of 2-1",
		"1.234.567", "€ 123.456.782", "€ 123456782", "12.345.678", "12.345.678,90", "123.456.782,00", "0,123456782", "0.123.456.789", "3.14159265358979", "100 000 000", "1 2 3 4 5 6 7 8 9 10", "10 20 30 40 50",
		"0900 1234567", "0800-1234", "112", "0900-8844", "05 12 34 56 79 01", "061234567", "06123456789", "06-1234567", "x0612345678", "0612345678x", "1234-0612345678", "+1.000.000.000", "2 + 0", "05 12 2026 10",
		"123456789", "123 456 789", "12 123 456 782", "5-123-456-782", "1234567", "1234567890", "000000000", "A1234567820", "v1.2.2005.4",
		"1234 AB", "1234 AB Utrecht", "2026 en 12", "2026 en 12 mensen", "1234 SS 12", "0123 AB 12", "1234 AB 12:30", "1234 ABC 12", "1234 Ab 12", "12345 AB 12", "AB 1234", "in 2026 we 12",
		"NL91ABNA0417164301", "NL91 ABNA", "XX91ABNA0417164300", "NL91ABNA04171643000", "xNL91ABNA0417164300",
		"hoofdstuk 5, paragraaf 3.2", "420 minuten", "blz. 118-124", "ISBN 978-90-313-4715-0", "artikel 1:2", "50% of 1/3",
		strings.Repeat("9", 30), strings.Repeat("a", 65) + "@b.nl", "a@" + strings.Repeat("b.", 130) + "nl", "https://voorbeeld.nl/2026/11/25", "127.0.0.1",
		"06\n12345678", "geb.\n12-3-80", "geb, \n12-3-80", "12\nmaart\n1980", "1234\nAB 12", "1234 AB\n12", "a@b\n.nl", "123\n456\n782", "NL91\nABNA0417164300",
	} {
		if got := told(text); got != "" {
			t.Errorf("in %q: %s", text, got)
		}
	}
}

// check holds what is true of every answer.
func check(t rapid.TB, text string) {
	last, valid := 0, utf8.ValidString(text)
	for _, f := range privacy.Find(text) {
		if f.Start < last || f.End <= f.Start || f.End > len(text) {
			t.Fatalf("%+v of %d bytes, after %d", f, len(text), last)
		}
		if !utf8.RuneStart(text[f.Start]) || f.End < len(text) && valid && !utf8.RuneStart(text[f.End]) {
			t.Fatalf("%+v does not begin and end at a rune", f)
		}
		if strings.Contains(text[f.Start:f.End], "\n") {
			t.Fatalf("%+v reaches over a line end", f)
		}
		last = f.End
	}
}

func TestALineIsJudgedByItself(t *testing.T) {
	t.Parallel()
	part := rapid.SampledFrom([]string{"0612345678", "06", "12", "1234 AB", " ", "geb.", "12-3-80", "a@b.nl", "NL91", "ABNA", "0417164300", "-", ".", "(", ")", "+31", "123456782", "é", "1980", "maart"})
	rapid.Check(t, func(t *rapid.T) {
		lines := make([]string, 2)
		for i := range lines {
			lines[i] = strings.Join(rapid.SliceOfN(part, 0, 8).Draw(t, "parts"), "")
		}
		whole := lines[0] + "\n" + lines[1]
		check(t, whole)
		want := append(privacy.Find(lines[0]), moved(privacy.Find(lines[1]), len(lines[0])+1)...)
		got := privacy.Find(whole)
		if len(got) != len(want) {
			t.Fatalf("%q: %v, line by line %v", whole, got, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("%q: %v, line by line %v", whole, got, want)
			}
		}
	})
}

func moved(list []privacy.Finding, by int) []privacy.Finding {
	for i := range list {
		list[i].Start, list[i].End = list[i].Start+by, list[i].End+by
	}
	return list
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"+31 (0)6 1234 5678", "geb. 12 mrt. 80", "Kerkstraat 12a, 1234 AB-7", "a.b@c.d-e.nl", "NL91 ABNA 0417 1643 00", "BSN 123.456.782", "0031(", "+31(0)", "(0", "0)", "\xff0612345678\xc3", "€ 06\u00a012"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

// hostile are texts that tempt a search to look at the same bytes again and again.
var hostile = []string{"1", "12 ", "06", "06 ", "0612345678", "0031", "+31 (0)", "1234 AB ", "a@", "a.b@c.", "NL91ABNA", "1-1-", "geb. 1-1-", "(020)", "123.456.", "1 maart ", "@", "a"}

func TestAMillionBytesAreLookedAtInATimeThatGrowsWithTheirNumber(t *testing.T) {
	t.Parallel()
	size := 1 << 20
	for _, part := range hostile {
		text := strings.Repeat(part, size/len(part))
		size = 1 << 18 // one of full size is enough
		check(t, text) // a search that is quadratic takes hours here
	}
}
