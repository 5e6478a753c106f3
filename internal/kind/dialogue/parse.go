package dialogue

import (
	"slices"

	"werkboek/internal/frontmatter"
	"werkboek/internal/kind"
	"werkboek/internal/problem"
)

// parser gathers a definition and what is wrong with it.
type parser struct {
	Definition
	doc      *frontmatter.Doc
	problems []problem.Problem
	roles    []string // of all schemes, also of those that were left out
}

func (p *parser) say(line int, what, remedy string) {
	p.problems = append(p.problems, problem.Problem{File: p.doc.File, Line: line, What: what, Remedy: remedy})
}

// Parse takes the keys of a dialogue. A scheme, a behaviour or a field that it
// complains about is left out; a scheme that only lacks a phase stays.
func (Kind) Parse(head kind.Head, doc *frontmatter.Doc) (kind.Definition, []problem.Problem) {
	var own own
	var counted struct {
		Tallies []Tally `yaml:"turven"`
	}
	p := &parser{Definition: Definition{head: head}, doc: doc}
	p.problems = append(doc.Take(&own), doc.Take(&counted)...)
	broken := len(p.problems) > 0
	p.own = own
	p.own.Schemes, p.own.Fields = nil, nil
	p.field("letter", &p.own.Letter, !broken)
	p.field("groep", &p.own.Group, !broken)
	p.field("vraag", &p.own.Ask, false)
	if len(own.Schemes) == 0 && !broken {
		p.say(doc.Line("schemas"), textNoSchemes, textNoSchemesRemedy)
	}
	for _, s := range own.Schemes {
		p.scheme(s)
	}
	for _, t := range counted.Tallies {
		p.tally(t)
	}
	for _, f := range own.Fields {
		if len(p.roles) > 0 && !slices.ContainsFunc(p.roles, func(role string) bool { return plays(role, f.Role) }) {
			p.say(f.Lines.Of("rol"), noRole(f.ID, f.Role), textRoleRemedy)
			continue
		}
		p.own.Fields = append(p.own.Fields, f)
	}
	return p.Definition, p.problems
}

// field checks that a key names a field of the exercise.
func (p *parser) field(key string, id *string, must bool) {
	fields := slices.Concat(p.head.Before, p.head.After)
	if *id == "" && !must || slices.ContainsFunc(fields, func(f kind.Field) bool { return f.ID == *id }) {
		return
	}
	p.say(p.doc.Line(key), noField(key, *id), fieldRemedy(key))
	*id = ""
}

// mostGroup is the largest group that letters can be given to.
const mostGroup = 26

func (p *parser) scheme(s Scheme) {
	p.roles = append(p.roles, s.Roles...)
	timeless := slices.ContainsFunc(s.Phases, func(ph Phase) bool { return ph.Seconds <= 0 })
	if len(s.Roles) != s.Group || s.Group < 2 || s.Group > mostGroup || len(s.Phases) == 0 || timeless {
		p.say(s.Lines.Of("groep"), badScheme(s.Group), textSchemeRemedy)
		return
	}
	for _, id := range []string{Talk, Quiet} {
		if !slices.ContainsFunc(s.Phases, func(ph Phase) bool { return ph.ID == id }) {
			p.say(s.Lines.Of("fasen"), noPhase(s.Group, id), phaseRemedy(id))
		}
	}
	p.own.Schemes = append(p.own.Schemes, s)
}

func (p *parser) tally(t Tally) {
	line := t.Lines.Of("id")
	twice := slices.ContainsFunc(p.Tallies, func(o Tally) bool { return o.ID == t.ID })
	switch {
	case len(t.Key) != 1 || t.Key[0] < '0' || t.Key[0] > '9' || t.Name == "" || twice || !kind.ValidID(t.ID):
		p.say(line, badTally(t.ID), textTallyRemedy)
	case slices.ContainsFunc(p.Tallies, func(o Tally) bool { return o.Key == t.Key }):
		p.say(t.Lines.Of("toets"), doubleKey(t.Key, t.ID), textTallyRemedy)
	case t.Side != helps && t.Side != stops:
		p.say(t.Lines.Of("kant"), badSide(t.ID, t.Side), textSideRemedy)
	default:
		p.Tallies = append(p.Tallies, t)
	}
}
