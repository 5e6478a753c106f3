package cards_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"werkboek/internal/kind"
	"werkboek/internal/kind/cards"
	"werkboek/internal/sheet"
)

var def = cards.Definition{
	Places: []cards.Place{{ID: "b", Name: "bij de burger"}, {ID: "p", Name: "bij mij"}, {ID: "s", Name: "in het systeem"}},
	Cards: []cards.Card{
		{ID: "BA-1", Title: "De brief is te moeilijk", Also: map[string]string{"s": "Wie schreef hem?", "p": "En jij?"}, Room: true},
		{ID: "BA-2", Title: "Geen tijd", Also: map[string]string{"s": "Wie plant?"}},
	},
}

func fresh() cards.Answer { return def.Read(sheet.New("Barrières")).(cards.Answer) }

func card(i int) cards.Card { return def.Cards[i] }

func TestACardLiesInTwoPlacesAndTheSecondLookTakesNoneAway(t *testing.T) {
	t.Parallel()
	a := fresh().Lay(card(0), "s").Lay(card(0), "b")
	if l := a.Laid(card(0)); !reflect.DeepEqual(l.First, []string{"b", "s"}) {
		t.Errorf("it lies at %v", l.First)
	}
	if qs := a.Ask(card(0)); len(qs) != 1 || qs[0].Place.ID != "p" {
		t.Errorf("the second look asks %+v", qs)
	}
	a = a.Look(card(0), "p").Look(card(0), "b")
	if l := a.Laid(card(0)); !reflect.DeepEqual(l, cards.Laid{First: []string{"b", "s"}, Added: []string{"p"}, Looked: true}) {
		t.Errorf("after the second look: %+v", l)
	}
}

func TestLookingTwiceWithoutAddingIsKept(t *testing.T) {
	t.Parallel()
	a := fresh().Lay(card(0), "b").Look(card(0), "")
	b := def.Read(a.Sheet()).(cards.Answer)
	if l := b.Laid(card(0)); !l.Looked || len(l.Added) > 0 || !strings.Contains(string(a.Sheet().Bytes()), "niets erbij") {
		t.Errorf("read %+v of\n%s", l, a.Sheet().Bytes())
	}
	if a.State(kind.Env{}) != kind.Done || fresh().Lay(card(0), "b").State(kind.Env{}) != kind.Begun {
		t.Error("the state is wrong")
	}
}

func TestOnlyTheCardsForTheRoomAreDealtAndLaidOnesStay(t *testing.T) {
	t.Parallel()
	a := fresh()
	if len(a.Cards(false)) != 1 || len(a.Cards(true)) != 2 {
		t.Errorf("dealt %d and %d", len(a.Cards(false)), len(a.Cards(true)))
	}
	if a = a.Lay(card(1), "p"); len(a.Cards(false)) != 2 {
		t.Error("a laid card is not shown")
	}
}

func TestAFieldChoosesAmongTheLaidCards(t *testing.T) {
	t.Parallel()
	a := fresh().Lay(card(1), "p").Add("Niemand neemt op")
	value, _ := a.Value(cards.Section)
	if got := kind.Items(value); !reflect.DeepEqual(got, []string{"Geen tijd"}) {
		t.Errorf("it can choose among %q", got)
	}
}

func TestTheNoteGivesTheSameTableBack(t *testing.T) {
	t.Parallel()
	places := []string{"b", "p", "s"}
	rapid.Check(t, func(t *rapid.T) {
		a := fresh()
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			all := a.Cards(true)
			c := all[rapid.IntRange(0, len(all)-1).Draw(t, "card")]
			switch p := rapid.SampledFrom(places).Draw(t, "place"); rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				a = a.Add(rapid.StringMatching(`[a-zë|]{1,9}( [a-z\\]{1,9})?`).Draw(t, "title"))
			case 1:
				a = a.Look(c, p)
			default:
				a = a.Lay(c, p)
			}
		}
		s, err := sheet.Parse(a.Sheet().Bytes())
		if err != nil {
			t.Fatal(err)
		}
		b := def.Read(s).(cards.Answer)
		if len(a.Cards(true)) != len(b.Cards(true)) {
			t.Fatalf("wrote %d cards, read %d:\n%s", len(a.Cards(true)), len(b.Cards(true)), a.Sheet().Bytes())
		}
		for _, c := range a.Cards(true) {
			wrote, read := a.Laid(c), b.Laid(c)
			if strings.Join(wrote.First, "") != strings.Join(read.First, "") || strings.Join(wrote.Added, "") != strings.Join(read.Added, "") || wrote.Looked != read.Looked {
				t.Fatalf("%s: wrote %+v, read %+v\n%s", c.Title, wrote, read, a.Sheet().Bytes())
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("| kaart | eerste |\n|-|-|\n| BA-1 x | bij de burger, weg |\n| eigen | s | niets erbij |")
	f.Fuzz(func(t *testing.T, text string) {
		a := def.Read(sheet.New("K").With(cards.Section, "", text)).(cards.Answer)
		_ = a.Parts(kind.Env{})
		_ = a.Lay(card(0), "b").Sheet().Bytes()
	})
}

func read(t *testing.T, section string) cards.Answer {
	t.Helper()
	return def.Read(sheet.New("K").With(cards.Section, "", section)).(cards.Answer)
}

func TestPlacesAreFoundByTheirIDWhenTheirNameChanges(t *testing.T) {
	t.Parallel()
	a := fresh().Lay(card(0), "b").Lay(card(0), "s")
	renamed := cards.Definition{Places: []cards.Place{{ID: "b", Name: "bij wie het betreft"}, {ID: "p", Name: "bij mij"}, {ID: "s", Name: "bij mij"}}, Cards: def.Cards}
	b := renamed.Read(a.Sheet()).(cards.Answer)
	if l := b.Laid(card(0)); !reflect.DeepEqual(l.First, []string{"b", "s"}) {
		t.Errorf("read %+v of\n%s", l, a.Sheet().Bytes())
	}
	old := read(t, "| kaart | eerste blik | tweede blik erbij |\n|-|-|-|\n| BA-1 De brief | bij de burger, In het systeem | niets erbij |")
	if l := old.Laid(card(0)); !reflect.DeepEqual(l.First, []string{"b", "s"}) || !l.Looked {
		t.Errorf("of an older note: %+v", l)
	}
}

func TestTwoRowsOfOneCardLieTogether(t *testing.T) {
	t.Parallel()
	a := read(t, "| kaart | eerste blik |\n|-|-|\n| BA-1 | b |\n| BA-1 | s, weg |")
	if l := a.Laid(card(0)); !reflect.DeepEqual(l.First, []string{"b", "s"}) {
		t.Errorf("read %+v", l)
	}
	if out := string(a.Lay(card(1), "b").Sheet().Bytes()); !strings.Contains(out, "weg") {
		t.Errorf("lost a word:\n%s", out)
	}
}

func TestACardOfOnesOwnIsNeverTakenForAnother(t *testing.T) {
	t.Parallel()
	a := fresh().Add("BA-1 maar dan anders").Lay(cards.Card{Title: "BA-1 maar dan anders"}, "p")
	b := def.Read(a.Sheet()).(cards.Answer)
	if list := b.Cards(false); len(list) != 2 || list[1].ID != "" || list[1].Title != "BA-1 maar dan anders" || !b.At(list[1], "p") || b.At(card(0), "p") {
		t.Errorf("read %+v of\n%s", list, a.Sheet().Bytes())
	}
	if k := (cards.Card{Title: "BA-1"}).Key(); k == card(0).Key() {
		t.Errorf("the keys are both %q", k)
	}
	old := read(t, "| kaart | eerste blik |\n|-|-|\n| BA-9 Weg | b |").Lay(card(0), "b")
	if again := (cards.Definition{Places: def.Places, Cards: []cards.Card{{ID: "BA-9", Title: "Terug"}}}).Read(old.Sheet()).(cards.Answer); !again.At(cards.Card{ID: "BA-9"}, "b") {
		t.Errorf("a card that comes back is not found:\n%s", old.Sheet().Bytes())
	}
}

func TestOnlyACardOfOnesOwnGoes(t *testing.T) {
	t.Parallel()
	own := cards.Card{Title: "eigen"}
	a := fresh().Add("eigen").Lay(own, "b").Lay(card(0), "b").Remove(own).Remove(card(0)).Remove(cards.Card{Title: "nooit"})
	b := def.Read(a.Sheet()).(cards.Answer)
	if same := (cards.Card{Title: card(0).Title}); len(fresh().Add(same.Title).Remove(card(0)).Cards(true)) != 3 {
		t.Error("a card of one's own went in the place of another with that title")
	}
	if len(b.Cards(true)) != 2 || b.At(own, "b") || !b.At(card(0), "b") {
		t.Errorf("it holds\n%s", a.Sheet().Bytes())
	}
}

func TestOnlyLaidCardsAreLookedAtAndAnUnlaidOwnOneHoldsNobodyUp(t *testing.T) {
	t.Parallel()
	a := fresh().Look(card(0), "")
	if _, looked, _ := a.Counts(false); looked != 0 {
		t.Error("a card that lies nowhere counts as looked at")
	}
	a = a.Lay(card(0), "b").Add("later")
	if s := a.State(kind.Env{}); s != kind.Done {
		t.Errorf("with a card of one's own that lies nowhere: %v", s)
	}
	if s := a.Lay(cards.Card{Title: "later"}, "b").State(kind.Env{}); s != kind.Begun {
		t.Errorf("when it was laid and not looked at: %v", s)
	}
	if s := fresh().Add("later").State(kind.Env{}); s != kind.Begun {
		t.Errorf("with only a card of one's own: %v", s)
	}
}

func TestOnPaperTheCardsForTheRoomComeFirstAndApart(t *testing.T) {
	t.Parallel()
	d := cards.Definition{Places: []cards.Place{{ID: "b", Name: "hier"}}, Cards: []cards.Card{{ID: "1", Title: "Een"}, {ID: "2", Title: "Twee", Room: true}, {ID: "3", Title: "Drie"}}}
	var got []string
	for _, p := range d.Blank() {
		switch p := p.(type) {
		case kind.Grid:
			got = append(got, strings.TrimSpace(strings.Join(p.Rows, " ")))
		case kind.Text:
			got = append(got, strings.TrimSpace(p.Markdown))
		}
	}
	want := []string{"Waar ligt het? Kies per kaart uit: hier. Meer dan één plek mag. De onderste rijen zijn voor eigen kaarten.", "**In de zaal**\n\n- **Twee.**", "Twee", "**Thuis erbij**\n\n- **Een.** \n- **Drie.**", "Een Drie"}
	if len(got) != len(want)+1 || !slices.Equal(got[:len(want)], want) {
		t.Errorf("got %q", got)
	}
	for i := range d.Cards {
		d.Cards[i].Room = false
	}
	if got := d.Blank(); len(got) != 4 || strings.Contains(got[1].(kind.Text).Markdown, "thuis") {
		t.Errorf("without a room: %q", got)
	}
}
