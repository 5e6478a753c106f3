package privacy

import "strings"

// ibanLengths is how long the number of an account is in each country that has them.
const ibanLengths = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 " +
	"FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 " +
	"LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 " +
	"SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"

// iban looks at digits behind the two letters of a country.
func iban(text string, from int) Finding {
	start := from - 2
	if start < 0 || !letter(text[start]) || !letter(text[start+1]) || wordBefore(text, start) {
		return Finding{}
	}
	length := ibanLength(strings.ToUpper(text[start:from]))
	signs := make([]byte, 0, 34)
	end := start
	for len(signs) < length && end < len(text) {
		c := text[end]
		if letter(c) || digit(c) {
			signs = append(signs, c)
			end++
			continue
		}
		sign, size := gap(text, end)
		if sign == 0 || sign == '/' {
			return Finding{}
		}
		end += size
		if end < len(text) && !letter(text[end]) && !digit(text[end]) {
			return Finding{} // one separator at a time
		}
	}
	if length == 0 || len(signs) < length || wordAfter(text, end) || !checks97(signs) {
		return Finding{}
	}
	return Finding{IBAN, start, end}
}

// ibanLength gives the length of the numbers of a country, 0 where it has none.
func ibanLength(country string) int {
	i := strings.Index(ibanLengths, country)
	if i < 0 {
		return 0
	}
	return int(ibanLengths[i+2]-'0')*10 + int(ibanLengths[i+3]-'0')
}

// checks97 tells whether the check digits are right: the number with its first four
// signs at the end, a letter counting for two digits from A = 10 on, leaves 1 by 97.
func checks97(signs []byte) bool {
	rest := 0
	for i := range signs {
		c := signs[(i+4)%len(signs)]
		if digit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c|0x20-'a') + 10) % 97
		}
	}
	return rest == 1
}
