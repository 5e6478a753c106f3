package course_test

import (
	"io/fs"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/plain"
	"werkboek/internal/privacy"
	"werkboek/reader"
)

// What is true of the built-in course, and of no other, is held here: the checker
// knows nothing of it.

func builtIn(t testing.TB) *course.Course {
	t.Helper()
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	return c
}

func TestTheBuiltInCourseIsRightAndNeedsNoAdvice(t *testing.T) {
	t.Parallel()
	c, problems := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	for _, p := range append(problems, c.Check()...) {
		t.Error(p)
	}
}

// The titles of the eight topics, exactly as the brochure has them.
var topics = []string{
	"Wie is de burger met een migratieachtergrond", "Fantasy Island", "Ons soort mensen", "Barrières",
	"Basishouding en theorie van Pinto", "Oefening dialoog",
	"Mentaal model en theorie van Edward en Mildred Hall", "Mindmap",
}

func TestTheBuiltInCourseIsWhatTheBrochureSays(t *testing.T) {
	t.Parallel()
	c := builtIn(t)
	for i, want := range topics {
		if ch := c.Chapter(i + 1); ch == nil || ch.Title != want {
			t.Errorf("topic %d is %v, want %q", i+1, ch, want)
		}
	}
	if len(c.Chapters()) != len(topics)+2 {
		t.Errorf("%d chapters, want the eight and one before and after", len(c.Chapters()))
	}
	if m := c.Module(); m.GroupSize != (course.GroupSize{Min: 8, Max: 14}) || len(m.Contact) != 2 {
		t.Errorf("group %v, contact %v", m.GroupSize, m.Contact)
	}
	total := 0
	for _, s := range c.Module().Programme {
		total += s.Minutes
	}
	if total != 420 {
		t.Errorf("the day lasts %d minutes, want 420", total)
	}
}

// topic lists the chapters of the eight topics.
func topic(t *testing.T) []*course.Chapter {
	t.Helper()
	var list []*course.Chapter
	for n := range topics {
		if ch := builtIn(t).Chapter(n + 1); ch != nil {
			list = append(list, ch)
		}
	}
	return list
}

// runningWords counts what a trainee reads on: no slide, no table, nothing for the
// trainer, and of a case one version.
func runningWords(b *course.Block) int {
	if b.Hidden() || b.Kind == course.Table {
		return 0
	}
	n := plain.Words(b.Text.Plain())
	for _, item := range b.Items {
		for _, child := range item.Children {
			n += runningWords(child)
		}
	}
	for _, child := range b.Children {
		n += runningWords(child)
	}
	return n
}

func TestEveryTopicIsAsLongAsOneReadsInADay(t *testing.T) {
	t.Parallel()
	for _, ch := range topic(t) {
		words := 0
		for _, s := range ch.Sections() {
			for _, b := range s.Blocks() {
				words += runningWords(b)
			}
		}
		t.Logf("chapter %d has %d words", ch.Number, words)
		if words < 1000 || words > 1800 {
			t.Errorf("chapter %d has %d words, want 1000 to 1800", ch.Number, words)
		}
	}
}

// callouts lists the callouts of a label in a chapter; versions of a case are one.
func callouts(ch *course.Chapter, label course.Label) []*course.Block {
	var list []*course.Block
	for _, s := range ch.Sections() {
		for _, b := range s.Blocks() {
			if b.Kind == course.Callout && b.Label == label {
				list = append(list, b)
			}
		}
	}
	return list
}

func TestEveryTopicHasCasesAndAQuestion(t *testing.T) {
	t.Parallel()
	for _, ch := range topic(t) {
		if n := len(callouts(ch, course.Practice)); n < 2 {
			t.Errorf("chapter %d has %d cases, want 2", ch.Number, n)
		}
		if len(callouts(ch, course.Question)) == 0 {
			t.Errorf("chapter %d asks nothing", ch.Number)
		}
	}
}

func TestEveryTopicSaysWhatItMeansInEachStepOfSNV(t *testing.T) {
	t.Parallel()
	for _, ch := range topic(t) {
		links := map[string]bool{}
		for _, s := range ch.Sections() {
			for _, b := range s.Blocks() {
				b.Walk(func(b *course.Block) {
					for _, target := range b.Links() {
						links[target] = true
					}
				})
			}
		}
		for _, step := range []string{"netwerkverkenning", "netwerkberaad", "actieteam"} {
			if !links[course.SchemeTerm+":"+step] {
				t.Errorf("chapter %d says nothing of the %s", ch.Number, step)
			}
		}
	}
}

func TestEverySectionHasATextForItsSlide(t *testing.T) {
	t.Parallel()
	for _, ch := range builtIn(t).Chapters() {
		for _, s := range ch.Sections() {
			has := slices.ContainsFunc(s.Blocks(), func(b *course.Block) bool { return b.Kind == course.Callout && b.Label == course.SlideTip })
			if s.Number > 0 && !has {
				t.Errorf("%s: section %q has no DIA", ch.File, s.Title)
			}
		}
	}
}

// trainerHeads are what a trainer looks for, and stereotypeHead what each topic has
// ready for when somebody voices one.
var trainerHeads = []string{"Doel", "Vorm", "Materiaal", "Tip", "Valkuil", "Veiligheid"}

const stereotypeHead = "Als iemand een stereotype uitspreekt"

// heads lists the bold beginnings of the paragraphs in a callout.
func heads(b *course.Block) []string {
	var list []string
	for _, child := range b.Children {
		if len(child.Text) > 0 && child.Text[0].Strong {
			list = append(list, strings.TrimRight(child.Text[0].Text, ".:"))
		}
	}
	return list
}

func TestATrainerFindsTheSameHeadsEverywhere(t *testing.T) {
	t.Parallel()
	for _, ch := range builtIn(t).Chapters() {
		ready := false
		for _, b := range callouts(ch, course.Trainer) {
			has := heads(b)
			ready = ready || slices.Contains(has, stereotypeHead)
			for _, want := range trainerHeads {
				if !slices.Contains(has, want) {
					t.Errorf("%s:%d: TRAINER has no head %q", ch.File, b.Line, want)
				}
			}
		}
		if _, counts := builtIn(t).Slot(ch.Number); counts && !ready {
			t.Errorf("%s: no TRAINER says what to do %q", ch.File, stereotypeHead)
		}
	}
}

func TestEveryGoalCanBeSeen(t *testing.T) {
	t.Parallel()
	for _, ch := range builtIn(t).Chapters() {
		if len(ch.Goals) == 0 {
			t.Errorf("%s has no goals", ch.File)
		}
		for _, goal := range ch.Goals {
			if !strings.HasPrefix(goal, "Je kunt ") {
				t.Errorf("%s: the goal %q does not begin with \"Je kunt\"", ch.File, goal)
			}
		}
	}
}

// sentenceEnd matches the end of a sentence; the stop of an abbreviation stands
// before a small letter or a digit.
var sentenceEnd = regexp.MustCompile(`[.!?]['’]?(\s+['‘]?\p{Lu}|\s*$)`)

// listOf reads a list of the reader.
func listOf[T any](t *testing.T, file string) []T {
	t.Helper()
	data, err := reader.Files.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []T
	if err := yaml.Unmarshal(data, &list); err != nil || len(list) < 10 {
		t.Fatalf("%s holds %d entries: %v", file, len(list), err)
	}
	return list
}

func TestATermIsExplainedInTwoSentences(t *testing.T) {
	t.Parallel()
	for _, term := range listOf[course.Term](t, "begrippen.yaml") {
		if n := len(sentenceEnd.FindAllString(term.Text, -1)); n < 1 || n > 2 {
			t.Errorf("%s is explained in %d sentences, want 1 or 2", term.ID, n)
		}
	}
}

func TestEverySourceSaysItsYearAndWhatItWasUsedFor(t *testing.T) {
	t.Parallel()
	var undated, unused []string
	for _, s := range listOf[course.Source](t, "bronnen.yaml") {
		if s.Year == "" && s.Remark == "" {
			undated = append(undated, s.ID)
		}
		if s.UsedFor == "" {
			unused = append(unused, s.ID)
		}
	}
	if len(undated) > 0 {
		t.Errorf("without a year, and without a remark why: %v", undated)
	}
	if len(unused) > 0 {
		t.Errorf("without `gebruikt`: %v", unused)
	}
}

func TestNobodyCanBeCalledAndOnlyTheProviderWrittenTo(t *testing.T) {
	t.Parallel()
	var known []string
	for _, contact := range builtIn(t).Module().Contact {
		if _, err := mail.ParseAddress(contact.Email); err != nil {
			t.Errorf("%q is no address: %v", contact.Email, err)
		}
		known = append(known, contact.Email)
	}
	for name, text := range contentFiles(t) {
		for n, line := range strings.Split(webAddress.ReplaceAllString(text, ""), "\n") {
			for _, f := range privacy.Find(line) {
				found := line[f.Start:f.End]
				if f.Sort == privacy.Email && slices.Contains(known, found) || f.Sort == privacy.Birth {
					continue // dates are dates of figures here
				}
				t.Errorf("%s:%d: %q is a way to somebody", name, n+1, found)
			}
		}
	}
}

// webAddress matches an address on the web: the digits in it are no telephone number.
var webAddress = regexp.MustCompile(`https?://\S+`)

// contentFiles gives the text of every file of the course, by its path.
func contentFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	for dir, from := range map[string]fs.FS{"reader/": reader.Files, "exercises/": exercises.Files} {
		err := fs.WalkDir(from, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(from, path)
			files[dir+path] = string(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}
