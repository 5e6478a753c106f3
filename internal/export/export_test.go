package export_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gtext "github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/export"
	"werkboek/internal/kind"
	"werkboek/internal/kind/all"
	"werkboek/internal/kind/cards"
	"werkboek/internal/kind/circle"
	"werkboek/internal/kind/dialogue"
	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/kind/scale"
	"werkboek/internal/margin"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
	"werkboek/internal/workbook"
	"werkboek/reader"
)

var day = time.Date(2026, 11, 23, 20, 14, 0, 0, time.UTC)

// desk keeps nothing: a book in these tests holds what it was given.
type desk struct{ workbook.Desk }

func (desk) Put(notes.Ref, int, sheet.Sheet) {}

func ours(t testing.TB) *course.Course {
	t.Helper()
	c, problems := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// open opens an empty note of every exercise and margin.
func open(c *course.Course) *workbook.Book {
	b := workbook.New(c, desk{})
	for _, ref := range b.Refs() {
		b.Accept(notes.Opened{Ref: ref}, true)
	}
	return b
}

func ref(b *workbook.Book, name string, chapter int) notes.Ref {
	return b.Ref(b.Course().Exercise(name), chapter)
}

func part(t testing.TB, parts []export.Part, name string) export.Part {
	t.Helper()
	i := slices.IndexFunc(parts, func(p export.Part) bool { return p.Name == name })
	if i < 0 {
		t.Fatalf("there is no part %s among %v", name, names(parts))
	}
	return parts[i]
}

func names(parts []export.Part) []string {
	var list []string
	for _, p := range parts {
		list = append(list, p.Name)
	}
	return list
}

func everything(parts []export.Part) []export.Part {
	parts = slices.Clone(parts)
	for i := range parts {
		parts[i].On = true
	}
	return parts
}

func TestOnlyWhatIsPrivateInOurCourseIsOffAtFirst(t *testing.T) {
	t.Parallel()
	c := ours(t)
	b := open(c)
	for _, r := range b.Refs() {
		if ex := c.Exercise(r.Name); ex != nil {
			for _, f := range ex.Fields() {
				b.Set(r, f.ID, "iets")
			}
		}
	}
	fields := map[string][]string{}
	for _, ex := range c.Exercises() {
		for _, f := range ex.Fields() {
			if bool(f.Private) {
				base, _, _ := strings.Cut(f.ID, "@")
				if list := fields[ex.Head().ID]; !slices.Contains(list, base) {
					fields[ex.Head().ID] = append(list, base)
				}
			}
		}
	}
	want := map[string][]string{"eiland": {"FI-14", "FI-15", "FI-16", "FI-17", "FI-18"}, "dialoog": {"DI-7", "DI-8", "DI-9", "DI-10"}, "mindmap": {"MM-6"}}
	if fmt.Sprint(fields) != fmt.Sprint(want) {
		t.Errorf("private fields are %v, want %v", fields, want)
	}
	var off []string
	for _, p := range export.Parts(b) {
		if p.On == p.Private {
			t.Errorf("%s is on %v and private %v", p.Name, p.On, p.Private)
		}
		if !p.On {
			off = append(off, p.Name)
		}
	}
	slices.Sort(off)
	if w := []string{"dialoog/prive", "eiland/prive", "hall-profiel", "kring", "mindmap/prive", "wie-ben-ik"}; !slices.Equal(off, w) {
		t.Errorf("off are %v, want %v", off, w)
	}
}

func TestOnesWordsStandUnderTheirQuestionsInTheOrderOfTheCourse(t *testing.T) {
	t.Parallel()
	c := ours(t)
	b := open(c)
	b.Set(ref(b, "einde-dag", 9), "RF-5", "ver genoeg")
	b.Set(ref(b, "wat-neem-ik-mee", 5), "RF-1", "ik vulde in")
	b.Set(ref(b, "leervraag", 0), "RF-4", "Ik wil doorvragen\nzonder in te vullen.")
	b.Set(ref(b, "dialoog", 6), "DI-5@2", "Hoe was dat?")
	doc := export.Document(c, export.Parts(b), day)
	at := 0
	for _, want := range []string{
		"# Mijn werkboek: Burgers met een migratieachtergrond\n\nGemaakt op 23-11-2026.\n", "geen bewijs van aanwezigheid",
		"\n## 0 · Inleiding\n\n### Leervraag\n\n#### Wat wil ik vanavond kunnen?\n\nIk wil doorvragen  \nzonder in te vullen.\n",
		"\n## 5 · Basishouding en theorie van Pinto\n\n### Wat neem ik mee\n\n#### Wat gebeurde er bij dit onderwerp, en wat deed jij?\n\nik vulde in\n",
		"\n#### Ronde 2: Na welke vraag vertelde de spreker meer? Schrijf hem letterlijk op.\n\nHoe was dat?\n", "\n## 9 · Na de dag\n", "ver genoeg\n",
	} {
		i := strings.Index(doc[at:], want)
		if i < 0 {
			t.Fatalf("%q does not come behind the rest in\n%s", want, doc)
		}
		at += i + len(want)
	}
}

func TestTheFirstJudgementStandsBelowTheLast(t *testing.T) {
	t.Parallel()
	b := open(ours(t))
	r := ref(b, "stellingen-herkomst", 1)
	b.Set(r, "ST-5", "eens")
	b.Set(r, "ST-5", "oneens")
	want := "#### 5. Een indeling van mensen is nooit neutraal.\n\noneens\n\n*Eerst koos je: eens.*\n"
	if got := part(t, export.Parts(b), "stellingen-herkomst").Markdown(); !strings.HasSuffix(got, want) || strings.Contains(got, "Eerste keuze") {
		t.Errorf("it reads\n%s", got)
	}
}

func TestWhatInstrumentsKeepReadsAsAPersonWouldWriteIt(t *testing.T) {
	t.Parallel()
	b := open(ours(t))
	set := func(name string, chapter int, mark func(kind.Answer) kind.Answer) string {
		r := ref(b, name, chapter)
		b.Replace(r, mark(b.Answer(r)))
		return part(t, export.Parts(b), name).Markdown()
	}
	for got, want := range map[string]string{
		set("kring", 3, func(a kind.Answer) kind.Answer { return a.(circle.Answer).Mark(0, 1, circle.Different) }): "| leeftijd |",
		set("barrieres", 4, func(a kind.Answer) kind.Answer {
			x := a.(cards.Answer)
			return x.Lay(x.Cards(true)[0], "b")
		}): "| burger |",
		set("dialoog", 6, func(a kind.Answer) kind.Answer { return a.(dialogue.Answer).Tally("DI-4a", 1) }):                 "open vraag",
		set("voor-en-na", 0, func(a kind.Answer) kind.Answer { return a.(scale.Answer).Place(0, 0, scale.Mark{Place: 4}) }): "helemaal | 4",
	} {
		ids := regexp.MustCompile(`[A-Z]{2}-\d|b ·|vooraf ·`)
		if !strings.Contains(strings.Join(strings.Fields(got), " "), want) || ids.MatchString(got) {
			t.Errorf("%q is not in, or an id is\n%s", want, got)
		}
	}
}

func TestWhatHasNoQuestionAnyMoreGoesAlongUnderItsOldHeading(t *testing.T) {
	t.Parallel()
	c := ours(t)
	b := workbook.New(c, desk{})
	give := func(r notes.Ref, text string) {
		s, err := sheet.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		b.Accept(notes.Opened{Ref: r, Sheet: s, Exists: true}, false)
	}
	give(ref(b, "leervraag", 0), "## RF-99 · Een oude vraag\n\noude woorden\n\n")
	give(ref(b, "eiland", 2), "## FI-99 · Misschien iets van mij alleen\n\ngeheim\n\n")
	give(notes.MarginOf(2), "## los · Bij een oud stuk\n\nlos woord\n\n")
	parts := export.Parts(b)
	doc := export.Document(c, parts, day)
	for _, want := range []string{"#### Een oude vraag\n\noude woorden", "#### Bij een oud stuk\n\nlos woord"} {
		if !strings.Contains(doc, want) {
			t.Errorf("%q is not in\n%s", want, doc)
		}
	}
	if strings.Contains(doc, "geheim") || !strings.Contains(part(t, parts, "eiland/prive").Markdown(), "geheim") {
		t.Error("where something is private, what lost its question goes along by itself")
	}
}

func TestMarginNotesCarryTheirQuoteAndDayInTheOrderOfTheText(t *testing.T) {
	t.Parallel()
	c := ours(t)
	b := workbook.New(c, desk{})
	blocks := slices.DeleteFunc(slices.Clone(c.Chapter(5).Sections()[1].Blocks()), (*course.Block).Hidden)
	m := margin.Margin{}.With(blocks[2].Key, "later in de tekst", day).With(blocks[1].Key, "eerder in de tekst", day)
	b.Accept(notes.Opened{Ref: notes.MarginOf(5), Sheet: m.Sheet(), Exists: true}, false)
	p := part(t, export.Parts(b), "5/kantlijn")
	quote := "#### Bij 'Een model helpt wie al wil luisteren.…', 23-11-2026\n\neerder in de tekst\n"
	if got := p.Markdown(); !strings.Contains(got, quote) || strings.Index(got, "eerder") > strings.Index(got, "later") {
		t.Errorf("want %q first in\n%s", quote, got)
	}
}

func TestWordsForNowOnlyAreInNoPart(t *testing.T) {
	t.Parallel()
	c := ours(t)
	b := open(c)
	r := ref(b, "wie-ben-ik", 1)
	b.Choose(r, workbook.ForNow)
	b.Set(r, "WB-1", "- geheimwoord")
	h := ref(b, "hall-profiel", 7)
	b.Replace(h, b.Answer(h).(scale.Answer).Place(0, 2, scale.Mark{Place: 3}))
	m := ref(b, "mindmap", 8)
	b.Choose(m, workbook.ForNow)
	b.Replace(m, grown(b.Answer(m).(mindmap.Answer), "open", "geheimtak"))
	if doc := export.Document(c, everything(export.Parts(b)), day); strings.Contains(doc, "geheim") || strings.Contains(doc, "Plaatsen") || !strings.Contains(doc, "open") {
		t.Errorf("what is for now only is in\n%s", doc)
	}
}

// grown gives a map with a word on its first branch, and one on that of the identity.
func grown(a mindmap.Answer, word, own string) mindmap.Answer {
	m, _ := a.Map().Below(tree.Path{0}, tree.Of(tree.Node{Label: word, Remark: "bij " + word, Gives: "P", Way: ">"}))
	a, p := a.WithMap(m).WithIdentity()
	m, _ = a.Map().Below(p, tree.Of(tree.Node{Label: own, Nodes: []*tree.Node{tree.Of(tree.Node{Label: own + "diep"})}}))
	return a.WithMap(m)
}

func TestTheMapIsAListAndItsPrivateBranchIsApart(t *testing.T) {
	t.Parallel()
	b := open(ours(t))
	m := ref(b, "mindmap", 8)
	b.Replace(m, grown(b.Answer(m).(mindmap.Answer), "collega", "trots"))
	parts := export.Parts(b)
	want := "#### Mindmap\n\n- ik\n  - relaties\n    - collega (praktische steun, geven)  \n      bij collega\n  - gezinsleven\n"
	if got := part(t, parts, "mindmap").Markdown(); !strings.Contains(got, want) || strings.Contains(got, "wie ik ben") {
		t.Errorf("the map is\n%s", got)
	}
	own := part(t, parts, "mindmap/prive")
	if got := own.Markdown(); own.On || own.Title != "Mindmap: Wie ik ben (MM-6)" || !strings.Contains(got, "#### Wie ik ben\n\n- wie ik ben\n  - trots\n    - trotsdiep\n") {
		t.Errorf("%q, on %v:\n%s", own.Title, own.On, got)
	}
}

// marked gives the answer with something in its instrument.
func marked(a kind.Answer, word func() string) kind.Answer {
	switch a := a.(type) {
	case cards.Answer:
		own := word()
		a = a.Add(own)
		return a.Lay(a.Cards(true)[len(a.Cards(true))-1], a.Definition().Places[0].ID)
	case circle.Answer:
		own := word()
		return a.WithTrait(circle.Trait{Name: own}).Mark(0, 0, circle.Alike)
	case dialogue.Answer:
		return a.Tally(a.Definition().Tallies[0].ID, 1)
	case scale.Answer:
		return a.Place(0, 0, scale.Mark{Unknown: true})
	case mindmap.Answer:
		open, own := word(), word()
		return grown(a, open, own)
	}
	return a
}

// hostile are the beginnings of what would be more than words.
var hostile = []string{"", "# ", "## ", "- # ", "> ## ", "```", "~~~ ", "<!-- ", "<div> ", "---\n", "***\n", "titel\n===\n", "> [!TRAINER]\n> ", "[x]: /", "1. - ## ", "| a | b |\n|---|---|\n| ", "\x1b[2J", "\u202e", "    # ", "\t"}

func TestEveryWordGoesAlongAndNoneOfWhatIsOff(t *testing.T) {
	t.Parallel()
	c := ours(t)
	rapid.Check(t, func(t *rapid.T) {
		b := open(c)
		var typed []string
		word := func() string { return fmt.Sprintf("zq%dqz", len(typed)) }
		for _, r := range b.Refs() {
			if r.Name == notes.Margin || rapid.Bool().Draw(t, "skip "+r.String()) {
				continue
			}
			a := marked(b.Answer(r), func() string { typed = append(typed, word()); return typed[len(typed)-1] })
			for _, f := range c.Exercise(r.Name).Fields() {
				if _, isMap := a.(mindmap.Answer); isMap && bool(f.Private) || rapid.IntRange(0, 2).Draw(t, "skip") > 0 {
					continue
				}
				typed = append(typed, word())
				a = a.Set(f.ID, rapid.SampledFrom(hostile).Draw(t, "before")+typed[len(typed)-1]+rapid.SampledFrom([]string{"", "\n", "\n\n# x", "\n---", "\n```"}).Draw(t, "after"))
			}
			b.Replace(r, a)
		}
		parts := export.Parts(b)
		doc := export.Document(c, everything(parts), day)
		for _, w := range typed {
			if !strings.Contains(doc, w) {
				t.Fatalf("%q is not in\n%s", w, doc)
			}
		}
		chosen := slices.Clone(parts)
		for i := range chosen {
			chosen[i].On = rapid.Bool().Draw(t, "on")
		}
		some := export.Document(c, chosen, day)
		for i, p := range chosen {
			for _, w := range typed {
				if !p.On && strings.Contains(parts[i].Markdown(), w) && strings.Contains(some, w) {
					t.Fatalf("%q of %s, which is off, is in\n%s", w, p.Name, some)
				}
			}
		}
		checkOutline(t, doc, typed)
	})
}

// checkOutline looks whether every heading of the document is one of ours, whatever was
// typed, and whether nothing that was typed hides what follows.
func checkOutline(t *rapid.T, doc string, typed []string) {
	source := []byte(doc)
	tree := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(gtext.NewReader(source))
	found := 0
	_ = ast.Walk(tree, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Heading:
			if !in {
				break
			}
			found++
			text := string(n.Lines().Value(source))
			if n.Parent() != tree || text == "x" || slices.ContainsFunc(typed, func(w string) bool { return strings.Contains(text, w) }) {
				t.Fatalf("%q is a heading in\n%s", text, doc)
			}
		case *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.RawHTML, *ast.ThematicBreak:
			t.Fatalf("%T in\n%s", n, doc)
		}
		return ast.WalkContinue, nil
	})
	ours := 0
	for line := range strings.SplitSeq(doc, "\n") {
		if strings.HasPrefix(line, "#") {
			ours++
		}
	}
	if found != ours || strings.ContainsAny(doc, "\x1b\u202e") {
		t.Fatalf("%d headings, of which %d are ours, in\n%s", found, ours, doc)
	}
}

// FuzzTyped has anything typed in one field: the document keeps its headings and no
// others, and what stands behind it is a text of its own.
func FuzzTyped(f *testing.F) {
	for _, before := range hostile {
		f.Add(before + "woord\n" + before)
	}
	for _, mark := range []string{"- ", "> ", "- x - ", " ", "=", "-", "`", "1. "} {
		f.Add(strings.Repeat(mark, 3000) + "x")
	}
	f.Add("a\n\tb\n  - # c\n\n\n> ```\n<script>\n&lt;!--\n[a\nb]: /c 'd")
	c := ours(f)
	f.Fuzz(func(t *testing.T, text string) {
		b := open(c)
		b.Set(ref(b, "leervraag", 0), "RF-4", text)
		b.Set(ref(b, "einde-dag", 9), "RF-5", "achteraan")
		parts := export.Parts(b)
		source := []byte(export.Document(c, parts, day))
		want := []string{"Mijn werkboek: Burgers met een migratieachtergrond", "0 · Inleiding", "Leervraag", "Wat wil ik vanavond kunnen?"}
		if len(parts) == 1 {
			want = want[:1]
		}
		want = append(want, "9 · Na de dag", "Einde van de dag", c.Question(kind.ParsePlace("einde-dag/RF-5")))
		doc := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(gtext.NewReader(source))
		var got []string
		_ = ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
			if _, ok := n.(*ast.Heading); ok && in {
				got = append(got, string(n.Lines().Value(source)))
			}
			return ast.WalkContinue, nil
		})
		if last := doc.LastChild(); !slices.Equal(got, want) || last.Kind() != ast.KindParagraph || !strings.HasPrefix(string(last.Lines().Value(source)), "achteraan") {
			t.Fatalf("headings %q in\n%s", got, source)
		}
	})
}

func TestNothingHostileOfACourseOrANoteReachesTheDocument(t *testing.T) {
	t.Parallel()
	c, _ := course.Open(course.Pack{
		Reader:    fstest.MapFS{"module.yaml": {Data: []byte("id: m\ntitel: \"M\\e[2J<b>\"\n")}, "01-een.md": {Data: []byte("---\nid: een\nnummer: 1\ntitel: \"Een\\u202e\"\n---\n## Kop\n")}},
		Exercises: fstest.MapFS{"p.md": {Data: []byte("---\nid: \"p\\e[31m\"\ntitel: \"P\\e[31m <!--\"\nhoofdstuk: 1\nsoort: reflectie\nvelden:\n  - {id: \"F\\u200b\", vraag: \"Wat\\e[2J <i>\", soort: tekst, meenemen: nee}\n  - {id: G, vraag: En?, soort: tekst}\n---\nx\n")}},
	}, all.Kinds())
	b := open(c)
	for _, r := range b.Refs() {
		if ex := c.Exercise(r.Name); ex != nil {
			b.Set(r, ex.Fields()[0].ID, "a\x1b]0;x\x07")
			b.Set(r, "G", "b\u202e")
		}
	}
	parts := everything(export.Parts(b))
	if len(parts) != 2 {
		t.Fatalf("parts are %v", names(parts))
	}
	said := export.Document(c, parts, day) + export.Blank(c)
	html := strings.Contains(strings.ReplaceAll(said, `\<`, ""), "<")
	for _, p := range parts {
		said += p.Name + p.Title
	}
	if strings.ContainsAny(said, "\x1b\x07\u202e\u200b") || html {
		t.Errorf("%q", said)
	}
}
