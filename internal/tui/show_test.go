package tui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"werkboek/exercises"
	"werkboek/internal/course"
	"werkboek/internal/kind/all"
	"werkboek/internal/progress"
	"werkboek/internal/settings"
	"werkboek/internal/tui/presenter"
	"werkboek/internal/tui/screen"
	"werkboek/reader"
)

func shows(r *root) bool { _, ok := r.top().(*presenter.Presenter); return ok }

func TestQAndEscEndTheShowBeforeTheProgram(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"q", "esc"} {
		p := begin(t, t.TempDir(), Open{}, 80, 24)
		p.send(screen.ToSlides{Chapter: 5})
		p.keys("right")
		if !shows(p.root) {
			t.Fatal("there is no show")
		}
		if p.keys(key); shows(p.root) {
			t.Errorf("%s does not go back to the screen before", key)
		}
	}
}

func TestQAndEscEndAProgramThatOnlyPresents(t *testing.T) {
	t.Parallel()
	c, _ := course.Open(course.Pack{Reader: reader.Files, Exercises: exercises.Files}, all.Kinds())
	for name, msg := range map[string]tea.KeyPressMsg{"q": {Code: 'q', Text: "q"}, "esc": {Code: tea.KeyEscape}} {
		r := newRoot(Deps{Course: c, Now: func() time.Time { return noon }, Keep: func(progress.State, settings.Settings) {}, Open: Open{Slides: true}})
		r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		if !ends(r, msg) {
			t.Errorf("%s does not end the program", name)
		}
	}
}

// ends tells whether a message, and what follows from it, ends the program.
func ends(r *root, msg tea.Msg) bool {
	_, cmd := r.Update(msg)
	return quits(r, cmd)
}

func quits(r *root, cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	msg := cmd()
	if list, ok := msg.(tea.BatchMsg); ok {
		for _, c := range list {
			if quits(r, c) {
				return true
			}
		}
		return false
	}
	if _, ok := msg.(tea.QuitMsg); ok {
		return true
	}
	if _, ok := msg.(screen.EndShow); ok {
		return ends(r, msg)
	}
	return false
}
