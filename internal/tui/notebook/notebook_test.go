package notebook_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/notes"
	"werkboek/internal/theme"
	"werkboek/internal/tui/notebook"
	"werkboek/internal/tui/screen"
	"werkboek/internal/workbook"
	"werkboek/reader"
)

// opened is the list over a folder with some files.
func opened(files []notes.Listed, err error) *notebook.Notebook {
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	now := time.Date(2026, 11, 23, 13, 42, 0, 0, time.UTC)
	n := notebook.New(notebook.Deps{
		Book: workbook.New(c, nil), Folder: "/notities",
		List: func() ([]notes.Listed, error) { return files, err },
	}, screen.Env{Width: 80, Height: 24, Styles: theme.New(theme.Plain()), Now: func() time.Time { return now }})
	n.Update(n.Init()())
	return n
}

func TestOfTenThousandFilesOnlyThoseInSightAreDrawn(t *testing.T) {
	t.Parallel()
	var files []notes.Listed
	for i := range 10_000 {
		files = append(files, notes.Listed{File: fmt.Sprintf("bestand-%05d.md", i), Err: errors.New("no note")})
	}
	n := opened(files, nil)
	for key, want := range map[rune]string{tea.KeyEnd: "bestand-09999.md", tea.KeyHome: "bestand-00000.md"} {
		n.Update(tea.KeyPressMsg{Code: key})
		lines := n.View().Lines
		if text := ansi.Strip(strings.Join(lines, "\n")); len(lines) > 22 || !strings.Contains(text, want) {
			t.Errorf("%d lines:\n%s", len(lines), text)
		}
	}
}

func TestFilesThatAreNoNotesStandLastWithTheReason(t *testing.T) {
	t.Parallel()
	n := opened([]notes.Listed{
		{File: "a\x1b[31m.md", Err: errors.New("x")},
		{File: "ander.md", Foreign: true, Module: "iets-anders", Ref: notes.Ref{Name: "dagboek"}},
		{File: "07-oud.md", Title: "Oud", Words: 3, Ref: notes.Ref{Name: "oud", Chapter: 7}},
	}, nil)
	text := strings.Join(n.View().Lines, "\n")
	for _, want := range []string{"niet te lezen: de schijf meldt een fout", "van een andere module (iets-anders)", "3 woorden · deze oefening is er niet meer"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "\x1b[31m") {
		t.Error("the name of a file speaks to the terminal")
	}
	cmd := n.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if said, ok := cmd().(screen.Say); !ok || !strings.Contains(said.Text, "blijft zoals het is") {
		t.Errorf("enter asks for %v", cmd())
	}
}

func TestAFolderThatCannotBeReadIsTold(t *testing.T) {
	t.Parallel()
	if text := strings.Join(opened(nil, errors.New("x")).View().Lines, "\n"); !strings.Contains(text, "De map was niet te lezen") {
		t.Error(text)
	}
}
