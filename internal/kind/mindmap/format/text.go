package format

import (
	"errors"
	"fmt"
	"strings"

	"werkboek/internal/kind/mindmap/tree"
)

// Words in the files that are made, for people who open them in another program.
const (
	wordGives  = "geeft"
	wordWay    = "kant"
	wordSide   = "zijde"
	wordRemark = "opmerking:"
	wordLeft   = "links"
	wordRight  = "rechts"
)

// ways gives the sign of which way it goes, and its word.
func ways() [][2]string {
	return [][2]string{{">", "geven"}, {"<", "krijgen"}, {"=", "over en weer"}, {"~", "spanning"}, {"w", "wens"}}
}

// Reason tells in Dutch why a file could not be read as a map, in a few words.
func Reason(err error) string {
	var broken *BrokenError
	switch {
	case err == nil:
		return ""
	case errors.Is(err, ErrTooLarge):
		return fmt.Sprintf("het is groter dan %d MB", MaxBytes>>20)
	case errors.Is(err, ErrTooMany):
		return fmt.Sprintf("het heeft meer dan %d knopen", MaxNodes)
	case errors.Is(err, ErrTooDeep):
		return fmt.Sprintf("het gaat meer dan %d niveaus diep", MaxDepth)
	case errors.Is(err, ErrNoMap):
		return "er staat geen mindmap in"
	case errors.Is(err, ErrNoText):
		return "het is geen tekst"
	case errors.Is(err, ErrUnread):
		return "dit formaat kan ik alleen maken, niet lezen"
	case errors.As(err, &broken):
		return fmt.Sprintf("het is beschadigd bij regel %d", broken.Line)
	}
	return "het is niet te lezen"
}

// Drops tells in Dutch what of a map a format cannot carry, a line each; none where
// all goes along.
func Drops(f Format, m tree.Map) []string {
	c := codecs()[f]
	marks, remarks, sides, folds := 0, 0, false, false
	m.Walk(func(_ tree.Path, n *tree.Node) bool {
		if (n.Gives != "" || n.Way != "") && (!c.marks || f == MD && marksOf(n) == "") {
			marks++
		}
		if n.Remark != "" && !c.remarks {
			remarks++
		}
		sides = sides || n.Side != tree.NoSide && !c.sides
		folds = folds || n.Folded && !c.folds
		return true
	})
	var list []string
	if marks > 0 {
		list = append(list, fmt.Sprintf("de tekens (wat het geeft, welke kant op) bij %s", nodes(marks)))
	}
	if remarks > 0 {
		list = append(list, fmt.Sprintf("de opmerking bij %s", nodes(remarks)))
	}
	if sides {
		list = append(list, "welke tak links staat en welke rechts")
	}
	if folds {
		list = append(list, "welke takken dicht waren; alles staat open")
	}
	return list
}

// Dropped tells of all that in whole sentences, "" where all goes along.
func Dropped(f Format, m tree.Map) string {
	list := Drops(f, m)
	if len(list) == 0 {
		return ""
	}
	return "Niet mee in " + string(f) + ":\n  " + strings.Join(list, "\n  ") + "\nIn je werkboek staat het nog."
}

// Refusal tells that a file is no map, why, and what is.
func Refusal(file string, err error) string {
	return "Uit " + file + " kan ik geen mindmap halen: " + Reason(err) + ". Er is niets veranderd.\nWat ik lees: md, mm, opml, en tekst met tabs of spaties voor de regels."
}

func nodes(n int) string {
	if n == 1 {
		return "1 knoop"
	}
	return fmt.Sprintf("%d knopen", n)
}

func filled(name string, n int) string {
	return fmt.Sprintf("Je mindmap was nog leeg. Die is nu gevuld uit %s, met %s.", name, nodes(n))
}

func branchAdded(name, label string, n int) string {
	return fmt.Sprintf("Uit %s kwam er één tak bij: %q, samen %s. Wat er al stond, is gebleven.", name, label, nodes(n))
}
