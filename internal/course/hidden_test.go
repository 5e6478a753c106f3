package course_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"werkboek/internal/course"
	"werkboek/internal/kind/all"
)

// chapterOf opens a course of one chapter, with one exercise beside it.
func chapterOf(t testing.TB, body, exercise string) (*course.Chapter, *course.Assignment) {
	t.Helper()
	pack := course.Pack{
		Reader:    fstest.MapFS{"01-x.md": {Data: []byte("---\nid: x\nnummer: 1\ntitel: X\n---\n" + body)}},
		Exercises: fstest.MapFS{"y.md": {Data: []byte(exercise)}},
	}
	c, _ := course.Open(pack, all.Kinds())
	return c.Chapter(1), c.Exercise("y")
}

func everything(blocks []*course.Block) string {
	var words []string
	for _, b := range blocks {
		b.Walk(func(b *course.Block) { words = append(words, b.Text.Plain()) })
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// secret is a text for the trainer in every place where Markdown can hold one.
const secret = `- Een punt.

  > [!TRAINER]
  > geheim

- > [!trainer]
  > geheim

> Een citaat.
>
> > [!TRAINER onderwijs]
> > geheim

> [!VRAAG]
> Een vraag.
>
> > [!DIA]
> > geheim

> [!PRAKTIJK a]
> Een.

> [!PRAKTIJK b]
> Twee.
>
> - Drie.
>
>   > [!TRAINER]
>   > geheim
`

const opened = "Een punt. Een citaat. Een vraag. Een. Twee. Drie."

func TestWhatIsForTheTrainerStandsInNoOtherBlock(t *testing.T) {
	t.Parallel()
	ch, _ := chapterOf(t, "## Kop\n\n"+secret, "")
	if got := everything(ch.Sections()[0].Blocks()); got != "Kop "+opened {
		t.Errorf("the section holds %q", got)
	}
	if list := ch.Sections()[0].Blocks()[1]; len(list.Items) != 1 {
		t.Errorf("an item of which nothing is left stays: %v", list.Items)
	}
}

func TestATextOutsideASectionHoldsNothingForTheTrainer(t *testing.T) {
	t.Parallel()
	text := secret + "\n> [!TRAINER]\n> geheim\n\n---\n\n> [!DIA]\n> geheim\n"
	_, e := chapterOf(t, "", "---\nid: y\nsoort: stappen\nstappen:\n  - {id: a, titel: A, uitleg: x}\n---\n"+text)
	if got := everything(e.Intro()); got != opened {
		t.Errorf("the instruction holds %q", got)
	}
	if got := everything(course.ParseBlocks(text)); got != opened {
		t.Errorf("a text of a kind holds %q", got)
	}
}

func TestTheTrainersOwnTextStaysInItsSection(t *testing.T) {
	t.Parallel()
	ch, _ := chapterOf(t, "## Kop\n\n> [!TRAINER]\n> Voor mij.\n\n---\n\n> [!DIA]\n> Voor de dia.\n", "")
	var got []string
	for _, b := range ch.Sections()[0].Blocks() {
		got = append(got, string(b.Label)+b.Plain())
	}
	if want := "Kop|TRAINERVoor mij.||DIAVoor de dia."; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAKeyIsNeverFoundAtAHiddenBlock(t *testing.T) {
	t.Parallel()
	const quote = "De trainer vertelt hier een verhaal"
	for name, c := range map[string]struct{ body, want string }{
		"the same text is for the trainer": {"## Een\n\nEen alinea.\n\n> [!TRAINER]\n> " + quote + ".\n", "Een alinea."},
		"the closest is for the trainer":   {"## Een\n\nDe trainer vertelt hier wel iets.\n\n> [!TRAINER]\n> " + quote + " voor.\n", "De trainer vertelt hier wel iets."},
		"the section ends with a slide":    {"## Een\n\nEen alinea.\n\n---\n\n> [!DIA]\n> Iets.\n", "Een alinea."},
		"the section shows nothing":        {"> [!TRAINER]\n> Iets.\n\n## Twee\n\nEen alinea.\n", "Twee"},
		"moved, and there for the trainer": {"## Een\n\nEen alinea.\n\n## Twee\n\n> [!TRAINER]\n> " + quote + ".\n", "Een alinea."},
	} {
		old, _ := chapterOf(t, "## Een\n\n"+quote+".\n", "")
		key := old.Sections()[0].Blocks()[1].Key
		ch, _ := chapterOf(t, c.body, "")
		if name == "the section shows nothing" {
			key.Section = ""
		}
		s, i, ok := ch.Find(key)
		if b := ch.Sections()[s].Blocks()[i]; !ok || b.Plain() != c.want {
			t.Errorf("%s: found %q, want %q", name, b.Plain(), c.want)
		}
	}
	nothing, _ := chapterOf(t, "> [!TRAINER]\n> Iets.\n", "")
	if _, _, ok := nothing.Find(course.Key{}); ok {
		t.Error("a place is found in a chapter that shows nothing")
	}
}
