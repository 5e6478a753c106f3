// Package presenter is the projector's view of a chapter: one thing per slide, in
// a calm and large page. It shows nothing of anybody's notes and has no way to
// reach them. It imports screen, keys, slides, course and the banner.
package presenter

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/course"
	"werkboek/internal/slides"
	"werkboek/internal/tui/keys"
	"werkboek/internal/tui/screen"
)

// Deps is what the projector needs of the world: the course, and no more.
type Deps struct {
	Course  *course.Course
	Chapter int // number of the chapter to begin with
}

// Presenter is the screen.
type Presenter struct {
	deps    Deps
	env     screen.Env
	keys    keys.Presenter
	letter  keys.Letters
	every   keys.Everywhere
	chapter int // index in Course.Chapters
	slides  []slides.Slide
	at      int
	black   bool
	typed   int  // the number of a slide that is being typed, 0 for none
	hinted  bool // the larger letter was spoken of
	said    string
}

// New makes the projector's view.
func New(deps Deps, env screen.Env) *Presenter {
	p := &Presenter{
		deps: deps, keys: keys.NewPresenter(), letter: keys.NewLetters(), every: keys.NewEverywhere(),
	}
	for i, ch := range deps.Course.Chapters() {
		if ch.Number == deps.Chapter {
			p.chapter = i
		}
	}
	p.Adopt(env)
	return p
}

// Init needs nothing.
func (p *Presenter) Init() tea.Cmd { return nil }

// Adopt takes size and theme; the slide stays the same one.
func (p *Presenter) Adopt(env screen.Env) {
	env.Styles = env.Styles.Projector()
	p.env = env
	source := slides.Source{Block: -1}
	if p.at < len(p.slides) {
		source = p.slides[p.at].Source
	}
	p.set()
	p.at = 0
	for i, s := range p.slides {
		if !source.Before(s.Source) {
			p.at = i
		}
	}
}

// set makes the slides of the chapter for the window.
func (p *Presenter) set() {
	chapters := p.deps.Course.Chapters()
	if len(chapters) == 0 {
		p.slides = nil
		return
	}
	p.slides = slides.Of(chapters[p.chapter], p.deps.Course.Exercise, p.room(), p.env.Ruler)
}

// Update takes a message.
func (p *Presenter) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.said = ""
		return p.pressed(msg)
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			p.step(-1)
		case tea.MouseWheelDown:
			p.step(1)
		}
	}
	return nil
}

func (p *Presenter) pressed(msg tea.KeyPressMsg) tea.Cmd {
	p.hinted = true
	switch {
	case key.Matches(msg, p.keys.Black):
		p.black = !p.black
	case p.black:
		p.black = false
	case key.Matches(msg, p.keys.Next):
		p.step(1)
	case key.Matches(msg, p.keys.Previous):
		p.step(-1)
	case key.Matches(msg, p.keys.First):
		p.at = 0
	case key.Matches(msg, p.keys.Last):
		p.at = max(0, len(p.slides)-1)
	case key.Matches(msg, p.keys.Digit):
		p.typed = min(p.typed*10+keys.Digit(msg), mostSlides)
		return nil
	case key.Matches(msg, p.keys.Jump):
		p.jump()
	case key.Matches(msg, p.every.Back):
		return screen.Ask(screen.EndShow{})
	case key.Matches(msg, p.every.Save):
	default:
		p.said = textDeadKey
	}
	p.typed = 0
	return nil
}

// mostSlides bounds the number that can be typed.
const mostSlides = 9999

// step goes to the next or previous slide, and over the edge of a chapter to the
// next or previous chapter.
func (p *Presenter) step(by int) {
	at := p.at + by
	switch {
	case at >= 0 && at < len(p.slides):
		p.at = at
	case at < 0 && p.chapter > 0:
		p.chapter--
		p.set()
		p.at = max(0, len(p.slides)-1)
	case at >= len(p.slides) && p.chapter+1 < len(p.deps.Course.Chapters()):
		p.chapter++
		p.set()
		p.at = 0
	case by > 0:
		p.said = textEnd
	}
}

// jump goes to the slide whose number was typed; enter alone goes on.
func (p *Presenter) jump() {
	switch {
	case p.typed == 0:
		p.step(1)
	case p.typed <= len(p.slides):
		p.at = p.typed - 1
	default:
		p.said = noSuchSlide(p.typed, len(p.slides))
	}
}

// Line is not shown: the projector's bottom line is its own.
func (p *Presenter) Line() []key.Binding { return nil }

// Places says which keys count here.
func (p *Presenter) Places() []keys.Place {
	return []keys.Place{keys.OnSlides, keys.Unwritten, keys.InAllPlaces}
}

// Showing says that others look on.
func (p *Presenter) Showing() {}

// Typing is false: nothing is written here.
func (p *Presenter) Typing() bool { return false }
