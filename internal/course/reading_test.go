package course_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/problem"
)

// adviceOn gives what is advised on the text of a chapter, as "line: what".
func adviceOn(text string) []string {
	data := "---\nid: x\nnummer: 1\ntitel: X\nwerkwoord: x\nkort: x\nleerdoelen: [x]\n---\n" + text
	c, _ := course.Open(course.Pack{Reader: fstest.MapFS{"01-x.md": {Data: []byte(data)}}, Exercises: fstest.MapFS{}}, all.Kinds())
	var list []string
	for _, p := range c.Check() {
		if p.Advice && p.File == "reader/01-x.md" {
			list = append(list, fmt.Sprintf("%d: %s", p.Line, p.What))
		}
	}
	return list
}

func words(n int) string { return strings.Repeat("woord ", n-1) + "slot." }

func TestASentenceOfMoreThan25WordsIsAdvisedOn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"25 words":               {words(25), false},
		"26 words":               {words(26), true},
		"26 in two sentences":    {words(13) + " " + words(13), false},
		"26 in a list":           {"- kort\n- " + words(26), true},
		"26 in a case":           {"> [!PRAKTIJK]\n> " + words(26), true},
		"26 on a slide":          {"> [!DIA]\n> " + words(26), false},
		"26 for a trainer":       {"> [!TRAINER]\n> " + words(26), false},
		"26 with a source":       {words(25)[:len(words(25))-1] + " ([een boek](bron:boek)).", false},
		"26 with another link":   {words(25)[:len(words(25))-1] + " [woord](begrip:x).", true},
		"26 in another version":  {"> [!PRAKTIJK a]\n> Kort.\n\n> [!PRAKTIJK b]\n> " + words(26), true},
		"26 in a heading":        {"## " + words(26) + "\n\nKort.", false},
		"26 over a hard newline": {strings.Replace(words(26), " ", "  \n", 1), true},
	} {
		got := slices.ContainsFunc(adviceOn("## Kop\n\n"+c.text+"\n"), func(s string) bool { return strings.Contains(s, "een zin telt") })
		if got != c.want {
			t.Errorf("%s: advised is %t, want %t", name, got, c.want)
		}
	}
}

func TestAHardSectionIsAdvisedOnWhereItBegins(t *testing.T) {
	t.Parallel()
	const hard = "Onderhavige kwaliteitsbepalingen veronderstellen gestandaardiseerde registratieprocedures. "
	hardOne := func(n int) string {
		return "## Makkelijk\n\nHet huis is rood.\n\n## Zwaar\n\n" + strings.Repeat(hard, n) + "\n"
	}
	about := func(text string) []string {
		return slices.DeleteFunc(adviceOn(text), func(s string) bool { return !strings.Contains(s, "Flesch-Douma") })
	}
	if got := about(hardOne(20)); len(got) != 1 || !strings.HasPrefix(got[0], "13: ") {
		t.Errorf("100 hard words: %v", got)
	}
	if got := about(hardOne(19)); len(got) > 0 {
		t.Errorf("95 words are too few to say anything: %v", got)
	}
	if got := about("## Kop\n\n" + strings.Repeat("Het huis is rood. ", 40)); len(got) > 0 {
		t.Errorf("an easy section: %v", got)
	}
}

func TestAChapterThatLacksSomethingIsAdvisedOn(t *testing.T) {
	t.Parallel()
	const (
		practice = "> [!PRAKTIJK]\n> Iemand belt ([boek](bron:boek)).\n\n"
		exercise = "[Oefening: X](oefening:x)\n\n"
	)
	for text, want := range map[string]int{"Tekst.\n": 3, exercise: 2, practice: 1, practice + exercise: 0} {
		got := slices.DeleteFunc(adviceOn(text), func(s string) bool { return !strings.Contains(s, "staat nergens") })
		if len(got) != want {
			t.Errorf("%q lacks %v, want %d", text, got, want)
		}
	}
}

func TestAdviceIsNoMistake(t *testing.T) {
	t.Parallel()
	c, problems := open(t, "testdata/stuk")
	for _, p := range append(problems, c.Check()...) {
		if p.File == "reader/04-zwaar.md" && (!p.Advice || problem.Mistakes([]problem.Problem{p}) > 0) {
			t.Errorf("%v counts as a mistake", p)
		}
	}
}

func TestASlideThatTakesMoreThanSevenLinesIsAdvisedOn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		lines []string
		want  bool
	}{
		"seven items of 36 cells":              {slices.Repeat([]string{"- " + strings.Repeat("m", 36)}, 7), false},
		"and one that its mark makes too long": {slices.Concat(slices.Repeat([]string{"- kort"}, 6), []string{"- " + strings.Repeat("m", 20) + " " + strings.Repeat("m", 16)}), true},
		"seven paragraphs of 40 cells":         {slices.Repeat([]string{strings.Repeat("m", 40), ""}, 7), false},
		"and one of 41":                        {slices.Concat(slices.Repeat([]string{"kort", ""}, 6), []string{strings.Repeat("m", 20) + " " + strings.Repeat("m", 20)}), true},
		"a list in a list":                     {slices.Concat(slices.Repeat([]string{"- kort"}, 5), []string{"- kort", "  - " + strings.Repeat("m", 16) + " " + strings.Repeat("m", 16)}), true},
	} {
		text := "## Kop\n\n> [!DIA]\n> " + strings.Join(c.lines, "\n> ") + "\n"
		got := slices.ContainsFunc(adviceOn(text), func(s string) bool { return strings.Contains(s, "de DIA-tekst neemt") })
		if got != c.want {
			t.Errorf("%s: advised is %t, want %t", name, got, c.want)
		}
	}
}
