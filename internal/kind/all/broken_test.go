package all_test

import (
	"strings"
	"testing"
	"time"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/kind/all"
	"werkboek/internal/kind/dialogue"
	"werkboek/internal/problem"
	"werkboek/internal/sheet"
)

// parse reads a definition without its head's keys.
func parse(t *testing.T, name, text string) (kind.Definition, []problem.Problem) {
	t.Helper()
	doc, problems := frontmatter.Parse("x.md", []byte("---\n"+text+"---\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	k, _ := all.Kinds().Find(name)
	head := kind.Head{ID: "x", Before: []kind.Field{{ID: "L", Ask: "?", Sort: kind.Choice}, {ID: "G", Ask: "?", Sort: kind.Choice}}}
	return k.Parse(head, doc)
}

const (
	scheme  = "letter: L\ngroep: G\nschemas:\n  - {groep: 2, rollen: [spreker, waarnemer], fasen: [{id: gesprek, naam: g, seconden: 9}, {id: stil, naam: s, seconden: 9}]}\n"
	columns = "punten: 5\nkolommen: [{id: ik, naam: ik}, {id: org, naam: o}]\n"
	places  = "plekken: [{id: b, naam: b}, {id: s, naam: s}]\n"
	item    = "uitspraken:\n  - {id: A, links: l, rechts: r}\n"
)

// broken are definitions with one mistake each: by what is wrong, the kind, the text,
// the line of the mistake and a word of it, and whether there is an instrument still.
var broken = map[string]struct {
	kind, text string
	line       int
	says       string
	plays      bool
}{
	"no items":                 {"schaal", columns, 1, "geen uitspraken", false},
	"no columns":               {"schaal", "punten: 5\n" + item, 1, "geen kolommen", false},
	"an item twice":            {"schaal", columns + item + "  - {id: A, links: l, rechts: r}\n", 6, "twee keer", true},
	"a blank in an item":       {"schaal", columns + item + "  - {id: A b, links: l, rechts: r}\n", 6, `"A b"`, true},
	"a column twice":           {"schaal", "punten: 5\nkolommen:\n  - {id: ik, naam: ik}\n  - {id: ik, naam: o}\n" + item, 5, "twee keer", true},
	"a column without id":      {"schaal", "punten: 5\nkolommen:\n  - {naam: ik}\n" + item, 4, "kolom", false},
	"one moment":               {"schaal", "punten: 5\nmomenten: ja\nkolommen: [{id: ik, naam: ik}]\n" + item, 3, "twee kolommen", true},
	"words of no column":       {"schaal", columns + "uitspraken:\n  - {id: A, links: l, rechts: r, woorden: {zij: {links: l, rechts: r}}}\n", 5, `"zij"`, true},
	"roles for another group":  {"dialoog", strings.Replace(scheme, "groep: 2", "groep: 4", 1), 5, "groep van 4", false},
	"no seconds":               {"dialoog", strings.Replace(scheme, "seconden: 9", "seconden: 0", 1), 5, "klopt niet", false},
	"no phases":                {"dialoog", "letter: L\ngroep: G\nschemas:\n  - {groep: 2, rollen: [a, b]}\n", 5, "klopt niet", false},
	"no phase to talk":         {"dialoog", strings.Replace(scheme, "gesprek", "praten", 1), 5, `fase "gesprek"`, true},
	"no phase to write":        {"dialoog", strings.Replace(scheme, "stil", "schrijf", 1), 5, `fase "stil"`, true},
	"a key twice":              {"dialoog", scheme + "turven:\n  - {toets: '1', id: T, naam: t, kant: helpt}\n  - {toets: '1', id: U, naam: u, kant: stopt}\n", 8, `toets "1"`, true},
	"a behaviour twice":        {"dialoog", scheme + "turven:\n  - {toets: '1', id: T, naam: t, kant: helpt}\n  - {toets: '2', id: T, naam: u, kant: stopt}\n", 8, "twee keer", true},
	"an unknown side":          {"dialoog", scheme + "turven:\n  - {toets: '1', id: T, naam: t, kant: remt}\n", 7, `"remt"`, true},
	"a letter of no field":     {"dialoog", strings.Replace(scheme, "letter: L", "letter: X", 1), 2, "`letter`", true},
	"a group of no field":      {"dialoog", strings.Replace(scheme, "groep: G", "groep: X", 1), 3, "`groep`", true},
	"a question of no field":   {"dialoog", scheme + "vraag: X\n", 6, "`vraag`", true},
	"a field of no role":       {"dialoog", scheme + "rondevelden:\n  - {id: F, rol: zanger, vraag: v, soort: regel}\n", 7, `"zanger"`, true},
	"no places":                {"kaarten", "kaarten:\n  - {id: A, titel: t, ook: {b: v, s: v}}\n  - {id: B, titel: t, ook: {b: v}}\n", 1, "geen plekken", false},
	"no cards":                 {"kaarten", places, 1, "geen kaarten", false},
	"a place with a capital":   {"kaarten", "plekken:\n  - {id: b, naam: b}\n  - {id: s, naam: s}\n  - {id: B, naam: c}\nkaarten: [{id: A, titel: t, ook: {B: v}}]\n", 5, `"B"`, true},
	"a place with a digit":     {"kaarten", "plekken:\n  - {id: b, naam: b}\n  - {id: s, naam: s}\n  - {id: '1', naam: c}\nkaarten: [{id: A, titel: t}]\n", 5, `"1"`, true},
	"a place with a key":       {"kaarten", "plekken:\n  - {id: b, naam: b}\n  - {id: s, naam: s}\n  - {id: q, naam: c}\nkaarten: [{id: A, titel: t}]\n", 5, `"q"`, true},
	"a place twice":            {"kaarten", "plekken:\n  - {id: b, naam: b}\n  - {id: s, naam: s}\n  - {id: s, naam: c}\nkaarten: [{id: A, titel: t}]\n", 5, "twee keer", true},
	"a question of no place":   {"kaarten", places + "kaarten:\n  - {id: A, titel: t, ook: {z: v}}\n", 4, `"z"`, true},
	"a card twice":             {"kaarten", places + "kaarten:\n  - {id: A, titel: t}\n  - {id: A, titel: u}\n", 5, "twee keer", true},
	"a blank in a trait":       {"kring", "kenmerken:\n  - {id: K 1, naam: n}\n  - {id: K, naam: n}\n", 3, `"K 1"`, true},
	"no traits":                {"kring", "vragen: [v]\n", 1, "geen kenmerken", false},
	"a statement twice":        {"stellingen", "stellingen:\n  - {id: S, zin: z, opties: [a, b], uitleg: u}\n  - {id: S, zin: z, opties: [a, b], uitleg: u}\n", 4, "twee keer", false},
	"a blank in a step":        {"stappen", "stappen:\n  - {id: s 1, titel: t}\n", 3, `"s 1"`, false},
	"a statement without text": {"stellingen", "stellingen:\n  - {id: S, zin: z, opties: [a, b]}\n", 3, "niet compleet", false},
}

func TestABrokenDefinitionIsToldOnceAndTheRestWorks(t *testing.T) {
	t.Parallel()
	for name, c := range broken {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, problems := parse(t, c.kind, c.text)
			if len(problems) != 1 || problems[0].Line != c.line || !strings.Contains(problems[0].What, c.says) || problems[0].Remedy == "" || problems[0].Advice {
				t.Errorf("told %v, want one on line %d that says %q", problems, c.line, c.says)
			}
			tables := "## plaatsen · x\n\n| | ik | o |\n|-|-|-|\n| A | 1 | 2 |\n\n## turven · x\n\n| | ronde 1 |\n|-|-|\n| T | 1 |\n\n## kaarten · x\n\n| | b |\n|-|-|\n| A | b |\n\n## kring · x\n\n| | A |\n|-|-|\n| K | = |\n\n"
			for _, note := range []string{"", "---\nklok: 2026-11-23 14.02.00\n---\n" + tables} {
				s, err := sheet.Parse([]byte(note))
				if err != nil {
					t.Fatal(err)
				}
				for _, group := range []string{"", "2", "3", "4"} {
					a := d.Read(s).Set("L", "B").Set("G", group)
					if got := plays(a); got != c.plays {
						t.Errorf("an instrument: %v, want %v", got, c.plays)
					}
					_, _ = a.State(kind.Env{}), a.Words()
					walk(a)
				}
			}
		})
	}
}

func plays(a kind.Answer) bool {
	for _, p := range a.Parts(kind.Env{}) {
		if _, ok := p.(kind.Instrument); ok {
			return true
		}
	}
	return false
}

// walk goes through the rounds of a dialogue.
func walk(a kind.Answer) {
	x, ok := a.(dialogue.Answer)
	if !ok {
		return
	}
	if s, ok := x.Scheme(); ok {
		for at := -time.Minute; at < time.Hour; at += 5 * time.Second {
			m := x.Clock().At(s, x.Clock().Start.Add(at))
			_ = x.RoundAsks(m.Round, kind.Env{})
			_ = s.Phases[m.Phase]
		}
	}
}
