package readability_test

import (
	"fmt"
	"math"
	"testing"

	"werkboek/internal/readability"
)

func TestSyllablesAreCountedAsPeopleDo(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]int{
		"huis": 1, "keukentafel": 4, "mooi": 1, "leeuw": 1, "nieuw": 1, "groeien": 2, "theater": 3, "station": 3,
		"coördinatie": 5, "reünie": 3, "ijzer": 2, "bijvoorbeeld": 3, "yoga": 2, "systeem": 2, "quiz": 1, "migratieachtergrond": 6,
		"vraag": 1, "eeuwigheid": 3, "hm": 1, "één": 1, "barrière": 4, "2016": 0, "—": 0,
	} {
		if got := readability.Of(word).Syllables; got != want {
			t.Errorf("%q has %d, want %d", word, got, want)
		}
	}
}

func TestSentencesEndWhereTheyDo(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]readability.Count{
		"":                                    {},
		"Een zin.":                            {Words: 2, Sentences: 1, Syllables: 2, Longest: 2},
		"Kom je? 'Ja.' Goed!":                 {Words: 4, Sentences: 3, Syllables: 4, Longest: 2},
		"D. Pinto zegt iets":                  {Words: 4, Sentences: 1, Syllables: 5, Longest: 4},
		"een kop\nen een regel":               {Words: 5, Sentences: 2, Syllables: 6, Longest: 3},
		"in 2016 bijna 3.025.656 van hen ...": {Words: 4, Sentences: 1, Syllables: 5, Longest: 4},
	} {
		if got := readability.Of(text); got != want {
			t.Errorf("%q counts %+v, want %+v", text, got, want)
		}
	}
}

func ExampleCount_FleschDouma() {
	easy := readability.Of("Je belt aan. Een man doet open. Hij lacht. Wat zie je?")
	hard := readability.Of("Interculturele communicatiecompetenties veronderstellen wederzijdse perspectiefwisseling en organisatiegebonden verantwoordelijkheidsbesef.")
	fmt.Println(easy.FleschDouma() > 90, hard.FleschDouma() < 0)
	// Output: true true
}

func TestTheIndexIsThatOfDouma(t *testing.T) {
	t.Parallel()
	c := readability.Count{Words: 100, Sentences: 5, Syllables: 160}
	if got, want := c.FleschDouma(), 206.84-0.77*160-0.93*20; math.Abs(got-want) > 1e-9 {
		t.Errorf("it is %v, want %v", got, want)
	}
}

func FuzzCountingNeverFails(f *testing.F) {
	f.Add("Een zin. Nog een?\n")
	f.Fuzz(func(t *testing.T, text string) {
		c := readability.Of(text)
		if c.Words > 0 && (c.Sentences == 0 || c.Syllables < c.Words || c.Longest > c.Words || math.IsNaN(c.FleschDouma())) {
			t.Errorf("%q counts %+v", text, c)
		}
	})
}
