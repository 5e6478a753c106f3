package table

import (
	"slices"
	"strings"
)

// labelMark stands between an id and the name behind it.
const labelMark = "·"

// Own stands before what the writer of the note added: such a row can then never be
// taken for one of the definition.
const Own = "eigen " + labelMark + " "

// Name is something that a note names: by an id, by which it is found again, and a
// name for people.
type Name struct{ ID, Name string }

// Label gives how a note names it: "b · bij de burger".
func (n Name) Label() string {
	if n.ID == n.Name || n.Name == "" {
		return n.ID
	}
	return n.ID + " " + labelMark + " " + blanks(n.Name)
}

// Found is what a text names.
type Found struct {
	At    int    // which of the names, -1 for none
	Label string // how to write it: another name behind an id stays as it was
	More  string // what the text says beyond the label
}

// Find finds which of the names a text means: by the id that it begins with, or by
// the name alone.
func Find(text string, names []Name) Found {
	if i := slices.IndexFunc(names, func(n Name) bool { return text == n.Label() }); i >= 0 {
		return Found{i, text, ""}
	}
	id, words, _ := strings.Cut(text, labelMark)
	id, words = strings.TrimSpace(id), strings.TrimSpace(words)
	if i := slices.IndexFunc(names, func(n Name) bool { return n.ID == id }); i >= 0 {
		more, present := strings.CutPrefix(words, blanks(names[i].Name))
		switch {
		case words == "" || names[i].ID == names[i].Name:
			return Found{i, names[i].Label(), words}
		case present:
			return Found{i, names[i].Label(), strings.TrimSpace(more)}
		}
		return Found{i, Name{id, words}.Label(), ""}
	}
	for _, same := range []func(Name) bool{
		func(n Name) bool { return blanks(n.Name) == text },
		func(n Name) bool { return strings.EqualFold(n.ID, text) },
		func(n Name) bool { return strings.EqualFold(blanks(n.Name), text) },
	} {
		if i := slices.IndexFunc(names, same); text != "" && i >= 0 {
			return Found{i, names[i].Label(), ""}
		}
	}
	return Found{-1, "", text}
}

// Title gives the first cell of a row: an id and its title. What the note had there
// stays as it was: only the id is read, and people may have written behind it.
func Title(n Name, had string) string {
	if had != "" && had != n.ID {
		return had
	}
	return strings.TrimSpace(n.ID + " " + blanks(n.Name))
}

// Lead gives the word that a cell begins with: the id, in the first cell of a row.
func Lead(cell string) string {
	id, _, _ := strings.Cut(cell, " ")
	return id
}
