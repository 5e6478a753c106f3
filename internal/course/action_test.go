package course_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"werkboek/internal/course"
	"werkboek/internal/kind"
)

func TestAnActionIsALinkAloneInItsParagraph(t *testing.T) {
	t.Parallel()
	blocks := course.ParseBlocks("Kies [wissen](werkboek:wissen).\n\n[Sluit af](werkboek:wissen)\n")
	if len(blocks) != 2 || blocks[0].Kind != course.Paragraph || blocks[1].Kind != course.Action {
		t.Fatalf("parsed %+v", blocks)
	}
	if b := blocks[1]; b.Target != course.ActionWipe || b.Text.Plain() != "Sluit af" || len(b.Links()) != 0 {
		t.Errorf("the action is %+v", b)
	}
}

func TestActionsAreChecked(t *testing.T) {
	t.Parallel()
	head := "---\nid: een\nnummer: 0\ntitel: Een\nwerkwoord: doen\nkort: Kort.\nleerdoelen: [iets]\n---\n"
	for body, want := range map[string]string{
		"[Wis](werkboek:wissen)":                   "",
		"[Neem mee](werkboek:meenemen)":            "",
		"[Wis](werkboek:wisen)":                    `9: het werkboek kent "wisen" niet; bedoel je "wissen"?`,
		"[Dans](werkboek:dansen)":                  `9: het werkboek kent "dansen" niet; kies uit wissen, meenemen`,
		"Kies [wis](werkboek:wissen) of niet.":     `9: "werkboek:wissen" kan hier niet worden gekozen; zet de verwijzing alleen`,
		"> [!VRAAG]\n> Kies [x](werkboek:wissen).": `"werkboek:wissen" kan hier niet`,
	} {
		pack := course.Pack{Reader: fstest.MapFS{
			"module.yaml": {Data: []byte("id: m\ntitel: M\ntaal: nl\nversie: '1'\n")},
			"00-een.md":   {Data: []byte(head + body + "\n")},
		}, Exercises: fstest.MapFS{}}
		c, problems := course.Open(pack, kind.Registry{})
		said := ""
		for _, p := range append(problems, c.Check()...) {
			if strings.Contains(p.String(), "werkboek") {
				said += p.String() + "\n"
			}
		}
		if !strings.Contains(said, want) || want == "" && said != "" {
			t.Errorf("%s: said %q, want %q", body, said, want)
		}
	}
}
