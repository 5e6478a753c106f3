package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
)

var ways = map[string]string{">": "geven", "<": "krijgen", "=": "over en weer", "~": "spanning", "w": "wens"}

func marks(n *tree.Node) (words, letters string) {
	gives := strings.Join(strings.Split(n.Gives, ""), " ")
	return strings.TrimSpace(gives + " " + ways[n.Way]), n.Gives + n.Way
}

// nodes reads a map from lines: two blanks a level, "label|gives|way|folded".
func nodes(text string) tree.Map {
	lines := strings.Split(strings.Trim(text, "\n"), "\n")
	m := tree.New(strings.TrimSpace(lines[0]))
	var at tree.Path
	for _, line := range lines[1:] {
		depth := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		part := append(strings.Split(strings.TrimSpace(line), "|"), "", "", "")
		m, at = m.Below(at[:depth-1], tree.Of(tree.Node{Label: part[0], Gives: part[1], Way: part[2]}))
		at = slices.Clone(at)
	}
	return m
}

// dossier is the map of the dossier, filled to six branches of four.
var dossier = nodes(`
Persoon X
  relaties
    buurvrouw|GE|=
    vriend van vroeger|E|w
    de moeder van een vriendje van de jongste|P|=
    collega's van het eerste werk|G
  gezinsleven
    zus|PA|>
    zoon|G|=
    dochter|EG|=
    ouders ver weg|E|=
  gezondheid
    huisarts|A|<
    wandelen|E
    slechte nachten||~
    fysiotherapeut|P|<
  werk
    collega ploeg B|P|=
    rooster||~
    kantine|G|=
    cursus Nederlands op de werkvloer||w
  wat verder telt
    koor op dinsdag|G|=
    volkstuin|GE|<
    geloof|E|<
    muziek van thuis|E
  wie ik ben
    trots op mijn vak
    drie talen
    vader
    eigen woorden
`)

// The map of the first drawing that was made of the screen.
var drawn = nodes(`
Persoon X
  werk
    rooster||~
    kantine|G|=
    cursus||w
  relaties
    buurvrouw|P|=
    collega ploeg B|G|<
    oudste zus|E|>
  vrije tijd
    koor op dinsdag|E|<
    volkstuin|G|=
  gezondheid
    huisarts|A|<
    wandelen|E
  wonen
    trap
    balkon
  geld
    schuldhulp|A|<
`)

var deep = nodes(`
Werk
  ploeg B|G|=
    Samir, die alles van de machines weet en het graag uitlegt|A|<
      machines
        de oude pers
        de nieuwe lijn
      pauze
    Marloes|GE|=
      carpool|P|>
  de baas
    gesprek in maart||~
      wat ik wil vragen
        vaste uren
        minder nachten
      wat ik niet wil vragen
  thuis
    |
    een heel lange tak die over meer dan een rij loopt|E|=
      en daaronder nog een die ook lang is en verder gaat
        kind
`)

// text gives a drawing as it stands in the window.
func text(t failer, d Drawing, r plain.Ruler, width int) string {
	var b strings.Builder
	for row, runs := range d.Rows {
		at := 0
		var line strings.Builder
		for _, run := range runs {
			if run.Cell < at || run.Cell+run.Width > width || r.Width(run.Text) != run.Width {
				t.Fatalf("row %d: run %+v does not stand after cell %d and within %d", row, run, at, width)
			}
			line.WriteString(strings.Repeat(" ", run.Cell-at) + run.Text)
			at = run.Cell + run.Width
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

var sizes = []struct{ width, height int }{{80, 24}, {120, 36}, {128, 26}}

func TestMapsAreDrawnAsByHand(t *testing.T) {
	t.Parallel()
	maps := []struct {
		name   string
		m      tree.Map
		chosen []tree.Path
		o      Options
	}{
		{"dossier", dossier, []tree.Path{{}, {0, 2}, {4, 1}}, Options{}},
		{"getekend", drawn.Fold(tree.Path{4}, true).Fold(tree.Path{1}, true), []tree.Path{{2}}, Options{}},
		{"diep", deep, []tree.Path{{}, {0, 0, 0, 1}, {2, 1, 0, 0}}, Options{}},
		{"diep-vouwt", deep, []tree.Path{{}, {1, 0, 0, 1}}, Options{Auto: true}},
		{"tak", dossier, []tree.Path{{3, 3}}, Options{Focus: tree.Path{3}}},
	}
	for _, m := range maps {
		for _, s := range sizes {
			for _, chosen := range m.chosen {
				o := m.o
				o.Width, o.Height = s.width, s.height
				name := fmt.Sprintf("%s-%dx%d-%s", m.name, s.width, s.height, strings.Trim(strings.ReplaceAll(fmt.Sprint([]int(chosen)), " ", "."), "[]"))
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					golden.RequireEqual(t, text(t, New(marks).Arrange(m.m, chosen, o), o.Ruler, s.width))
				})
			}
		}
	}
}

func TestTheListIsDrawnAsOneWouldTypeIt(t *testing.T) {
	t.Parallel()
	folded := dossier.Fold(tree.Path{1}, true)
	for _, c := range []struct {
		name          string
		m             tree.Map
		chosen        tree.Path
		width, height int
		focus         tree.Path
	}{
		{"begin", folded, nil, 60, 18, nil},
		{"verderop", folded, tree.Path{3, 3}, 60, 18, nil},
		{"smal", deep, tree.Path{1, 0, 0, 1}, 30, 24, nil},
		{"tak", dossier, tree.Path{3, 3}, 60, 18, tree.Path{3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := Options{Width: c.width, Height: c.height, Focus: c.focus}
			golden.RequireEqual(t, text(t, New(marks).List(c.m, c.chosen, o), o.Ruler, c.width))
		})
	}
}
