package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/progress"
	"werkboek/internal/tui/leaflet"
	"werkboek/internal/tui/more"
	"werkboek/internal/tui/page"
	"werkboek/internal/tui/presenter"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/start"
	"werkboek/internal/tui/taking"
	"werkboek/internal/tui/wiping"
	"werkboek/internal/typeset"
)

// openFirst opens the screens that the program begins with.
func (r *root) openFirst() tea.Cmd {
	o := r.deps.Open
	if o.Slides {
		n := 0
		if o.Chapter != nil {
			n = *o.Chapter
		}
		return r.push(r.slides(n))
	}
	first := r.push(start.New(start.Deps{
		Book:    r.book,
		Setter:  r.set,
		Place:   r.placeIn,
		Last:    r.deps.State.Chapter,
		Welcome: !r.deps.State.Welcome,
		Folder:  r.deps.Folder,
	}, r.env))
	if o.Chapter == nil {
		return first
	}
	return tea.Batch(first, r.toChapter(screen.ToChapter{Number: *o.Chapter, Exercise: o.Exercise}))
}

func (r *root) set() *typeset.Setter { return r.setter }

func (r *root) push(s screen.Screen) tea.Cmd {
	r.stack = append(r.stack, s)
	return s.Init()
}

// back leaves the screen on top; on the first one it does nothing.
func (r *root) back() tea.Cmd {
	if len(r.stack) < 2 {
		return nil
	}
	left := r.top()
	cmd := r.leave(left)
	r.stack = r.stack[:len(r.stack)-1]
	if c, ok := left.(screen.Closer); ok {
		c.Close()
	}
	r.adopt()
	return cmd
}

// showing tells whether there is a show, be it under help: an audience sees the screen.
func (r *root) showing() bool { return slices.ContainsFunc(r.stack, isShow) }

func isShow(s screen.Screen) bool {
	_, is := s.(screen.Show)
	return is
}

// endShow stops presenting: back to the screen before, or out of the program where
// presenting is all that it was started for.
func (r *root) endShow() tea.Cmd {
	if !r.showing() {
		return nil // it was asked for twice
	}
	var cmds []tea.Cmd
	for !isShow(r.top()) {
		cmds = append(cmds, r.back())
	}
	if len(r.stack) > 1 {
		cmds = append(cmds, r.back())
	} else {
		cmds = append(cmds, r.quit())
	}
	return tea.Batch(cmds...)
}

// leave saves what a screen holds and where the reader was in it.
func (r *root) leave(s screen.Screen) tea.Cmd {
	if p, ok := s.(screen.Placed); ok {
		r.keepPlace(p.Place())
	}
	if l, ok := s.(screen.Leaver); ok {
		return l.Leave()
	}
	return nil
}

func (r *root) keepPlace(p screen.Place) {
	r.deps.State.Chapter = p.Chapter
	_, known := r.deps.State.Places[p.Chapter]
	if p.Block.Hash != "" && (known || !p.First) { // who only opened a chapter began nothing
		r.deps.State = r.deps.State.With(p.Chapter, progress.Place{Block: p.Block.String(), Quote: p.Block.Quote, Row: p.Row})
	}
}

// placeIn gives where the reader left a chapter.
func (r *root) placeIn(chapter int) (screen.Place, bool) {
	p, ok := r.deps.State.Places[chapter]
	if !ok {
		return screen.Place{}, false
	}
	k, err := course.ParseKey(p.Block)
	k.Quote = p.Quote
	return screen.Place{Chapter: chapter, Block: k, Row: p.Row}, err == nil
}

// toChapter opens a chapter where the reader left it, in place of the one that
// is open.
func (r *root) toChapter(to screen.ToChapter) tea.Cmd {
	ch := r.deps.Course.Chapter(to.Number)
	if ch == nil {
		return nil
	}
	var cmds []tea.Cmd
	for len(r.stack) > 1 {
		cmds = append(cmds, r.back())
	}
	p := page.New(page.Deps{
		Book:      r.book,
		Setter:    r.set,
		WorkField: func() string { return r.deps.Settings.WorkField },
		SetField:  func(f string) { r.deps.Settings.WorkField = f },
	}, r.env, ch)
	if at, ok := r.placeIn(to.Number); ok {
		p.GoTo(at)
	}
	if to.Block.Hash != "" {
		p.GoTo(screen.Place{Chapter: to.Number, Block: to.Block})
	}
	if d, ok := r.stack[0].(screen.Day); ok {
		d.Visited(to.Number)
	}
	cmds = append(cmds, r.push(p))
	if to.Exercise != "" {
		cmds = append(cmds, p.Unfold(to.Exercise))
	}
	return tea.Batch(cmds...)
}

// actions says what is asked for by what a chapter offers by name (course.Actions).
func actions() map[string]tea.Msg {
	return map[string]tea.Msg{
		course.ActionWipe: screen.ToWiping{Leaving: true},
		course.ActionTake: screen.ToTaking{},
	}
}

func (r *root) act(to screen.ToAction) tea.Cmd {
	if request, ok := actions()[to.Name]; ok {
		return screen.Ask(request)
	}
	return screen.Tell(textNoAction)
}

func (r *root) wiping(to screen.ToWiping) screen.Screen {
	return wiping.New(wiping.Deps{Book: r.book, Forget: r.deps.Forget, Leaving: to.Leaving}, r.env)
}

func (r *root) slides(chapter int) screen.Screen {
	return presenter.New(presenter.Deps{Course: r.deps.Course, Chapter: chapter}, r.env)
}

func (r *root) text(to screen.ToText) screen.Screen {
	return leaflet.New(r.env, to.Title, func(env screen.Env) []screen.Row {
		return leaflet.Blocks(course.ParseBlocks(to.Markdown), r.setter)(env)
	})
}

// help opens the help for the screen on top, or closes it.
func (r *root) help() tea.Cmd {
	if _, open := r.top().(*leaflet.Leaflet); open {
		return r.back()
	}
	return r.push(leaflet.New(r.env, textHelp, leaflet.Help(r.top().Places(), r.set)))
}

// more lists what else there is.
func (r *root) more(chapter int) screen.Screen {
	return more.New(r.env, func() []more.Item {
		return []more.Item{
			{Title: textPresent, Text: textPresentHelp, Request: screen.ToSlides{Chapter: chapter}},
			{Title: textTaking, Text: textTakingHelp, Request: screen.ToTaking{}},
			{Title: textNotes, Text: textNotesHelp, Request: screen.ToNotebook{}},
			{Title: textWiping, Text: textWipingHelp, Request: screen.ToWiping{}},
			{Title: textTheme, Text: themeHelp(r.deps.Settings.Theme), Request: screen.NextTheme{}},
			{Title: textHeeding, Text: heedingHelp(r.env.Heeding), Request: screen.SwitchHeeding{}},
			{Title: textAbout, Text: textAboutHelp, Request: screen.ToText{
				Title: r.deps.Course.Module().Title, Markdown: aboutModule(r.deps.Course.Module()),
			}},
			{Title: textQuit, Text: quitHelp(r.book.Fleeting()), Request: screen.Quit{}},
		}
	})
}

// taking opens what one can take along. It carries the real day, whatever the clock on
// the screen shows.
func (r *root) taking() screen.Screen {
	return taking.New(taking.Deps{
		Book: r.book, Write: r.deps.Write, Folder: r.deps.Documents, Now: r.deps.Desk.Now, Chosen: r.chosen,
	}, r.env)
}

func (r *root) aboutNotes() tea.Msg {
	return screen.ToText{Title: textNotes, Markdown: aboutNotes(r.deps.Folder)}
}
