package course

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/problem"
)

// manner checks with whom and where an exercise is done.
func (k *checker) manner(h kind.Head) {
	if h.Form != "" && !slices.Contains(kind.Forms(), h.Form) {
		k.say(h.File, h.Lines.Of("vorm"), unknownValue("vorm", h.Form), problem.Nearest(h.Form, kind.Forms(), choose(kind.Forms())))
	}
	k.when(h.File, h.Lines.Of("wanneer"), h.When)
}

// when checks the place of an exercise or a field; none is both.
func (k *checker) when(file string, line int, value string) {
	if value != "" && !slices.Contains(kind.Whens(), value) {
		k.say(file, line, unknownValue("wanneer", value), problem.Nearest(value, kind.Whens(), choose(kind.Whens())))
	}
}

// fields checks the fields of an exercise. One that repeats is written once, and
// checked once.
func (k *checker) fields(e *Assignment) {
	h := e.Head()
	seen, written := map[string]bool{}, map[string]bool{}
	for _, f := range e.Fields() {
		if seen[f.ID] {
			k.say(h.File, f.Lines.Of("id"), doubleID(f.ID), textDoubleRemedy)
		}
		seen[f.ID] = true
		if base, _, repeats := strings.Cut(f.ID, "@"); repeats && f.Lines != nil {
			f.ID = base
			if written[base] {
				continue
			}
			written[base] = true
		}
		k.field(e, f)
	}
	if c, ok := e.Definition.(kind.Conditional); ok {
		for _, on := range c.Conditions() {
			k.conditions(e, on.Lines.Of("als"), on.If)
		}
	}
}

func (k *checker) field(e *Assignment, f kind.Field) {
	h := e.Head()
	say := func(key, what, remedy string) { k.say(h.File, f.Lines.Of(key), what, remedy) }
	if f.ID == "" || !kind.ValidID(f.ID) || f.Ask == "" {
		say("id", incomplete(f.ID+" "+f.Ask), textFieldRemedy)
	}
	switch {
	case !slices.Contains(kind.Sorts(), f.Sort):
		say("soort", unknownSort(f.ID, string(f.Sort)), problem.Nearest(string(f.Sort), sortNames(), choose(sortNames())))
	case f.Sort == kind.Number && f.From >= f.To:
		say("van", badRange(f.ID), textRangeRemedy)
	case f.Max > 0 && f.Min > f.Max:
		say("min", badRange(f.ID), textRangeRemedy)
	}
	for _, text := range []struct{ key, value string }{{"vraag", f.Ask}, {"hulp", f.Help}, {"voorbeeld", f.Example}} {
		if linkMark.MatchString(text.value) {
			say(text.key, linkInField(f.ID, text.key), textFieldLinkRemedy)
		}
	}
	if f.Length < 0 {
		say("lengte", negative(f.ID, f.Length), textLengthRemedy)
	}
	if n := len(f.Ends); n != 0 && n != 2 {
		say("uitersten", badEnds(f.ID, n), textEndsRemedy)
	}
	k.options(h.File, f)
	k.when(h.File, f.Lines.Of("wanneer"), f.When)
	k.place(h.File, f.Lines.Of("uit"), f.OptionsOf, h.ID)
	for _, s := range f.Shows {
		k.place(h.File, f.Lines.Of("toont"), s.Place, h.ID)
	}
	k.conditions(e, f.Lines.Of("als"), f.If)
}

// linkMark matches a link, where a text is shown as it was typed.
var linkMark = regexp.MustCompile(`\[[^\]]+\]\(\S+\)`)

// options checks what a field can be chosen from.
func (k *checker) options(file string, f kind.Field) {
	say := func(key, what, remedy string) { k.say(file, f.Lines.Of(key), what, remedy) }
	known := slices.Contains(kind.Sorts(), f.Sort)
	some := len(f.Options) > 0 || !f.OptionsOf.IsZero()
	switch {
	case chosen(f) && !some:
		say("soort", noOptions(f.ID), textOptionsRemedy)
	case known && !chosen(f) && some:
		say("opties", needless(f.ID, "opties"), textOptionsNeedless)
	}
	if known && bool(f.Own) && f.Sort != kind.Choice {
		say("eigen", needless(f.ID, "eigen"), textOwnRemedy)
	}
	told := map[string]bool{}
	for i, option := range f.Options {
		if slices.Contains(f.Options[:i], option) && !told[option] {
			told[option] = true
			say("opties", doubleOption(f.ID, option), textDoubleOptionRemedy)
		}
	}
}

// chosen tells whether a field is answered by choosing.
func chosen(f kind.Field) bool { return f.Sort == kind.Choice || f.Sort == kind.Ticks }

// conditions checks that the choices that something hangs on can be made.
func (k *checker) conditions(e *Assignment, line int, choices map[string][]string) {
	h := e.Head()
	for _, id := range slices.Sorted(maps.Keys(choices)) {
		k.place(h.File, line, kind.Place{Field: id}, h.ID)
		i := slices.IndexFunc(e.Fields(), func(f kind.Field) bool { return f.ID == id })
		if i < 0 {
			continue
		}
		for _, value := range choices[id] {
			if what, remedy, ok := impossible(e.Fields()[i], value); ok {
				k.say(h.File, line, what, remedy)
			}
		}
	}
}

// impossible tells whether a field can never hold a value, and says why.
func impossible(f kind.Field, value string) (what, remedy string, ok bool) {
	switch {
	case chosen(f) && f.OptionsOf.IsZero() && !bool(f.Own) && !slices.Contains(f.Options, value):
		return noSuchOption(f.ID, value), problem.Nearest(value, f.Options, choose(f.Options)), true
	case f.Sort == kind.Number && f.From < f.To:
		if n, err := strconv.Atoi(value); err != nil || n < f.From || n > f.To {
			return outOfRange(f.ID, value), chooseRange(f.From, f.To), true
		}
	}
	return "", "", false
}

func sortNames() []string {
	var names []string
	for _, s := range kind.Sorts() {
		names = append(names, string(s))
	}
	return names
}

// place checks that a field that is named exists; the zero place names none.
func (k *checker) place(file string, line int, p kind.Place, home string) {
	if p.IsZero() {
		return
	}
	name := p.Exercise
	if _, rest, ok := strings.Cut(name, "/"); ok {
		name = rest
	}
	if name == "" {
		name = home
	}
	e := k.Exercise(name)
	if e == nil {
		k.say(file, line, noSuchPlace(p.String()), textPlaceRemedy)
		return
	}
	var known []string
	for _, f := range e.Fields() {
		known = append(known, f.ID)
	}
	if l, ok := e.Definition.(kind.Lister); ok {
		known = append(known, l.Lists()...)
	}
	if !slices.Contains(known, p.Field) {
		k.say(file, line, noSuchPlace(strings.TrimPrefix(p.String(), "/")), problem.Nearest(p.Field, known, textPlaceRemedy))
	}
}
