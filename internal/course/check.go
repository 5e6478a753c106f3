package course

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/problem"
)

// Check looks at everything in the course that Open leaves for later, and tells
// all mistakes at once.
func (c *Course) Check() []problem.Problem {
	c.readLists()
	k := checker{Course: c, linked: map[string]bool{}, stands: map[string][]int{}}
	k.problems = append(k.problems, c.listsBad...)
	k.module()
	k.lists()
	for _, ch := range c.chapters {
		k.chapter(ch)
	}
	for _, e := range c.exercises {
		k.exercise(e)
	}
	k.minutes()
	k.unused()
	problem.Sort(k.problems)
	return k.problems
}

// checker gathers what is wrong.
type checker struct {
	*Course
	problems []problem.Problem
	linked   map[string]bool  // targets that something links to
	stands   map[string][]int // exercise → chapters that link it
}

func (k *checker) say(file string, line int, what, remedy string) {
	k.problems = append(k.problems, problem.Problem{File: file, Line: line, What: what, Remedy: remedy})
}

func (k *checker) advise(file string, line int, what, remedy string) {
	k.problems = append(k.problems, problem.Problem{File: file, Line: line, Advice: true, What: what, Remedy: remedy})
}

// module checks module.yaml: what must be there, and the programme.
func (k *checker) module() {
	m := k.Course.module
	for _, must := range []struct{ key, value string }{{"id", m.ID}, {"titel", m.Title}, {"taal", m.Language}, {"versie", m.Version}} {
		if must.value == "" {
			k.say(moduleFile, m.Lines.Of(must.key), missing(must.key), addKey(must.key))
		}
	}
	if m.ID != "" && !nameable(m.ID) {
		k.say(moduleFile, m.Lines.Of("id"), textBadModuleID, textBadModuleIDRemedy)
	}
	end := Clock(-1)
	for _, s := range m.Programme {
		if end >= 0 && s.Begin != end {
			k.say(moduleFile, s.Lines.Of("begin"), gap(s.Begin, end), textGapRemedy)
		}
		end = s.Begin + Clock(s.Minutes)
		switch {
		case s.Chapter == nil && s.Break == "":
			k.say(moduleFile, s.Lines.Of(""), emptySlot(s.Begin), textSlotRemedy)
		case s.Chapter != nil && k.Chapter(*s.Chapter) == nil:
			k.say(moduleFile, s.Lines.Of("hoofdstuk"), noSuchChapter(*s.Chapter), textSlotRemedy)
		}
	}
	k.place(moduleFile, m.Lines.Of("vandaag"), m.Today, "")
	for _, p := range m.LookBack {
		k.place(moduleFile, m.Lines.Of("terugkijken"), p, "")
	}
}

// lists checks terms and sources.
func (k *checker) lists() {
	seen := map[string]bool{}
	for _, t := range k.terms {
		if t.ID == "" || t.Name == "" || t.Text == "" {
			k.say(termsFile, t.Lines.Of(""), incomplete(t.ID+t.Name), textTermRemedy)
		}
		if seen[t.ID] {
			k.say(termsFile, t.Lines.Of("id"), doubleID(t.ID), textDoubleRemedy)
		}
		seen[t.ID] = true
		if t.Source != "" {
			k.target(termsFile, t.Lines.Of("bron"), SchemeSource+":"+t.Source)
		}
	}
	seen = map[string]bool{}
	for _, s := range k.sources {
		if s.ID == "" || s.Title == "" {
			k.say(sourcesFile, s.Lines.Of(""), incomplete(s.ID+s.Title), textSourceRemedy)
		}
		if seen[s.ID] {
			k.say(sourcesFile, s.Lines.Of("id"), doubleID(s.ID), textDoubleRemedy)
		}
		seen[s.ID] = true
	}
}

// unused advises on terms and sources that nothing links to.
func (k *checker) unused() {
	for _, t := range k.terms {
		if !k.linked[SchemeTerm+":"+t.ID] {
			k.advise(termsFile, t.Lines.Of("id"), notUsed(t.ID), textUnusedRemedy)
		}
	}
	for _, s := range k.sources {
		if !k.linked[SchemeSource+":"+s.ID] {
			k.advise(sourcesFile, s.Lines.Of("id"), notUsed(s.ID), textUnusedRemedy)
		}
	}
}

func (k *checker) chapter(ch *Chapter) {
	if want := fmt.Sprintf("%02d-", ch.Number); !strings.HasPrefix(path.Base(ch.File), want) {
		k.say(ch.File, 1, wrongNumber(ch.Number), renameTo(want))
	}
	for _, must := range []struct{ key, value string }{
		{"id", ch.ID}, {"kort", ch.Short}, {"werkwoord", ch.Verb}, {"leerdoelen", strings.Join(ch.Goals, "")},
	} {
		if must.value == "" {
			k.say(ch.File, 1, missing(must.key), addKey(must.key))
		}
	}
	k.heading(ch.File, 1, ch.Title)
	ids := map[string]bool{}
	for _, s := range ch.Sections() {
		if s.Number > 0 && ids[s.ID] {
			k.say(ch.File, s.line, doubleID(s.ID), textHeadingRemedy)
		}
		ids[s.ID] = true
		for _, b := range s.Blocks() {
			b.Walk(func(b *Block) { k.block(ch, b) })
		}
		for _, slip := range s.slips {
			k.say(ch.File, slip.line, slip.what, slip.remedy)
		}
	}
	k.markup(ch)
	k.reading(ch)
	k.lacks(ch)
}

func (k *checker) block(ch *Chapter, b *Block) {
	for _, target := range b.Links() {
		k.target(ch.File, b.Line, target)
	}
	switch {
	case b.Kind == Exercise:
		k.target(ch.File, b.Line, SchemeExercise+":"+b.Target)
		k.stands[b.Target] = append(k.stands[b.Target], ch.Number)
	case b.Kind == Action:
		k.action(ch.File, b)
	case b.Kind == Heading:
		if b.Level < 2 || b.Level > 3 {
			k.say(ch.File, b.Line, textDeepHeading, textDeepHeadingRemedy)
		}
		k.heading(ch.File, b.Line, b.Text.Plain())
	case b.Kind == Callout && b.Label == SlideTip:
		k.slideText(ch.File, b)
	case b.Kind == Table:
		k.table(ch.File, b.Line, b)
	}
	k.callout(ch.File, b.Line, b)
}

// callout checks the name of a callout and the work fields that it names.
func (k *checker) callout(file string, line int, b *Block) {
	if b.Kind == Quote && len(b.Children) > 0 && strings.HasPrefix(b.Children[0].Text.Plain(), "[!") {
		name, _, _ := strings.Cut(b.Children[0].Text.Plain()[2:], "]")
		k.say(file, line, unknownCallout(name), problem.Nearest(strings.ToUpper(name), labelNames(), textCalloutRemedy))
	}
	fields := k.Course.module.WorkFields
	for _, f := range b.Fields {
		if !slices.Contains(fields, f) {
			k.say(file, line, unknownWorkField(f), problem.Nearest(f, fields, textWorkFieldRemedy))
		}
	}
}

func labelNames() []string {
	var names []string
	for _, l := range Labels() {
		names = append(names, string(l))
	}
	return names
}

// target checks that a link leads somewhere.
func (k *checker) target(file string, line int, target string) {
	k.linked[target] = true
	scheme, id, _ := strings.Cut(target, ":")
	var known []string
	switch scheme {
	case SchemeTerm:
		for _, t := range k.terms {
			known = append(known, t.ID)
		}
	case SchemeSource:
		for _, s := range k.sources {
			known = append(known, s.ID)
		}
	case SchemeExercise:
		for _, e := range k.exercises {
			known = append(known, e.Head().ID)
		}
	case SchemeAction:
		k.say(file, line, strayAction(target), textStrayActionRemedy)
		return
	default:
		return
	}
	if !slices.Contains(known, id) {
		k.say(file, line, deadLink(target), problem.Nearest(id, known, deadLinkRemedy(scheme)))
	}
}

// action checks what a chapter offers by name.
func (k *checker) action(file string, b *Block) {
	if !slices.Contains(Actions(), b.Target) {
		k.say(file, b.Line, unknownAction(b.Target), problem.Nearest(b.Target, Actions(), choose(Actions())))
	}
}

// markup finds in the source what the reader cannot show.
func (k *checker) markup(ch *Chapter) {
	fence := ""
	for i, line := range strings.Split(ch.body, "\n") {
		if fence = fenced(line, fence); fence != "" {
			continue
		}
		trimmed := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(trimmed, "[") && strings.Contains(trimmed, "]: "):
			k.say(ch.File, ch.bodyLine+i, textReference, textReferenceRemedy)
		case strings.Contains(trimmed, "!["):
			k.advise(ch.File, ch.bodyLine+i, textImage, textImageRemedy)
		case strings.HasPrefix(trimmed, "<") && strings.HasSuffix(trimmed, ">") && !strings.Contains(trimmed, "://"):
			k.say(ch.File, ch.bodyLine+i, textHTML, textHTMLRemedy)
		}
	}
}

func (k *checker) exercise(e *Assignment) {
	h := e.Head()
	if want := h.ID + ".md"; path.Base(h.File) != want {
		k.say(h.File, h.Lines.Of("id"), wrongName(h.ID), renameTo(want))
	}
	if h.Title == "" {
		k.say(h.File, 1, missing("titel"), addKey("titel"))
	}
	if len(k.stands[h.ID]) == 0 {
		k.advise(h.File, 1, textNowhere, linkRemedy(h.Title, h.ID))
	}
	for _, n := range h.Chapters {
		switch {
		case k.Chapter(n) == nil:
			k.say(h.File, h.Lines.Of("hoofdstuk"), noSuchChapter(n), textChapterRemedy)
		case !slices.Contains(k.stands[h.ID], n):
			k.say(h.File, h.Lines.Of("hoofdstuk"), notLinked(n), linkRemedy(h.Title, h.ID))
		}
	}
	for _, n := range k.stands[h.ID] {
		if !slices.Contains(h.Chapters, n) {
			k.say(h.File, h.Lines.Of("hoofdstuk"), linkedFrom(n), textChapterRemedy)
		}
	}
	k.manner(h)
	k.exerciseTexts(e)
	k.fields(e)
}

// minutes adds up what is done in the room, per chapter.
func (k *checker) minutes() {
	for _, ch := range k.chapters {
		slot, ok := k.Slot(ch.Number)
		if !ok {
			continue
		}
		sum := 0
		for _, e := range k.exercises {
			if h := e.Head(); h.When == kind.InRoom && slices.Contains(h.Chapters, ch.Number) {
				sum += h.Minutes
			}
		}
		if sum > slot.Minutes {
			k.say(ch.File, 1, tooLong(sum, slot.Minutes), textMinutesRemedy)
		}
	}
}
