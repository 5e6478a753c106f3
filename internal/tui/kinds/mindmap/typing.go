package mindmap

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/tui/screen"
	"werkboek/internal/tui/widget/field"
	"werkboek/internal/workbook"
)

// typing is what is written now: the name of a node, its remark, what is looked for, or
// whether sensitive words are kept.
type typing struct {
	what  what
	model *field.Model
	fresh bool // the node was made for it: without a name it goes again
	was   step // before it
	next  []step
}

// what says what is written.
type what int

const (
	aName what = iota
	aRemark
	aSearch
	aKeeping
)

// label gives the word before the line that one writes on.
func (t *typing) label() string { return [...]string{labelName, labelRemark, labelSearch, ""}[t.what] }

// begin goes to a node that was made just now, and types its name.
func (s *Mindmap) begin(m tree.Map, chosen tree.Path) tea.Cmd {
	if m == s.tree() {
		return screen.Tell(textCoreStays)
	}
	said, next := s.suggestion(m, chosen), s.next
	s.put(m, chosen)
	s.name(true)
	s.typing.next = next
	if said != "" {
		return screen.Tell(said)
	}
	return nil
}

// suggestion says softly that more branches or nodes than this read less well.
func (s *Mindmap) suggestion(m tree.Map, at tree.Path) string {
	most := s.Now().Definition().Most
	switch {
	case len(at) == 1 && most.Branches > 0 && len(m.Core.Nodes) > most.Branches:
		return manyBranches(most.Branches)
	case len(at) == 2 && most.Nodes > 0 && len(m.At(at[:1]).Nodes) > most.Nodes:
		return manyNodes(most.Nodes)
	}
	return ""
}

// name types the name of the chosen node.
func (s *Mindmap) name(fresh bool) {
	s.write(aName, ofSort(kind.Line), strings.ReplaceAll(s.node().Label, "\n", " "), fresh)
}

// remark types the remark of the chosen node.
func (s *Mindmap) remark() { s.write(aRemark, ofSort(kind.Prose), s.node().Remark, false) }

// find types what is looked for.
func (s *Mindmap) find() { s.write(aSearch, ofSort(kind.Line), "", false) }

func ofSort(sort kind.Sort) kind.Ask { return kind.Ask{Field: kind.Field{ID: "tekst", Sort: sort}} }

func (s *Mindmap) write(w what, ask kind.Ask, value string, fresh bool) {
	m := field.New(ask, value, s.env.Styles, s.env.Ruler, s.field)
	m.SetWidth(s.env.Layout().Measure)
	m.Focus(true)
	s.typing = &typing{what: w, model: m, fresh: fresh, was: s.now()}
}

// typed takes a key while something is written. Tab goes on to a node below, and enter
// to one beside what was made just now.
func (s *Mindmap) typed(msg tea.KeyPressMsg) tea.Cmd {
	named := s.typing.what == aName
	switch {
	case key.Matches(msg, s.every.Back):
		s.finish()
	case key.Matches(msg, s.every.Save):
		s.Book.Hurry(s.Ref)
	case s.typing.what == aSearch && key.Matches(msg, s.field.NewLine, s.field.Next):
		s.sought = s.typing.model.Value()
		s.typing = nil
		return s.findNext()
	case named && key.Matches(msg, s.field.NewLine):
		if fresh := s.typing.fresh; s.finish() && fresh {
			return s.begin(s.tree().Beside(s.chosen, tree.Of(tree.Node{})))
		}
	case named && key.Matches(msg, s.field.Next):
		if s.finish() {
			return s.begin(s.tree().Below(s.chosen, tree.Of(tree.Node{})))
		}
	case named && key.Matches(msg, s.field.Previous):
		s.finish()
		return s.toNextBranch()
	case s.typing.what == aRemark && key.Matches(msg, s.field.Next):
		s.finish()
	default:
		return s.wrote(s.typing.model.UpdateWith(&s.env.Clip.Text, msg))
	}
	return nil
}

// toNextBranch goes on with the node after the parent: below it where it is there, or
// else with a new one.
func (s *Mindmap) toNextBranch() tea.Cmd {
	if len(s.chosen) < 2 {
		return nil
	}
	parent := s.chosen[:len(s.chosen)-1]
	after := append(tree.Path{}, parent...)
	after[len(after)-1]++
	if s.tree().At(after) != nil {
		return s.begin(s.tree().Below(after, tree.Of(tree.Node{})))
	}
	return s.begin(s.tree().Beside(parent, tree.Of(tree.Node{})))
}

// finish ends writing. It tells whether a name stands there: a node that was made and
// got none goes again.
func (s *Mindmap) finish() bool {
	t := s.typing
	if t == nil {
		return false
	}
	s.typing = nil
	named := strings.TrimSpace(t.model.Value()) != ""
	switch {
	case t.fresh && !named:
		was := s.past[len(s.past)-1]
		s.past, s.next = s.past[:len(s.past)-1], t.next
		s.keep(was.m, was.chosen)
	case !t.fresh && s.rewritten(t.was): // all that was typed is one step; a node that was made is one already
		s.past, s.next = append(s.past, t.was), nil
	}
	return named
}

// rewritten tells whether the words of the chosen node are not what they were.
func (s *Mindmap) rewritten(was step) bool {
	n, old := s.node(), was.m.At(was.chosen)
	return n.Label != old.Label || n.Remark != old.Remark
}

// wrote puts what is typed on the map, letter by letter, so that it is saved.
func (s *Mindmap) wrote(res field.Result) tea.Cmd {
	t := s.typing
	value := t.model.Value()
	switch {
	case !res.Changed || t.what == aSearch:
	case t.what == aKeeping:
		s.typing = nil
		s.Book.Choose(s.Ref, workbook.KeepingOf(value))
		return s.identity()
	case t.what == aName:
		s.keep(s.tree().With(s.chosen, func(n *tree.Node) { n.Label = value }), s.chosen)
	case t.what == aRemark:
		s.keep(s.tree().With(s.chosen, func(n *tree.Node) { n.Remark = value }), s.chosen)
	}
	return screen.Said(res.Cmd, res.Say)
}

// follow goes along with the node that is written on when the map was read anew: to where
// its words stand now, or else to the words that stand in its place.
func (t *typing) follow(s *Mindmap) {
	if t.what != aName && t.what != aRemark {
		return
	}
	words := func(n *tree.Node) string {
		if t.what == aName {
			return n.Label
		}
		return n.Remark
	}
	mine := t.model.Value()
	if mine != "" && words(s.node()) != mine {
		s.tree().Walk(func(p tree.Path, n *tree.Node) bool {
			found := words(n) == mine
			if found {
				s.show(slices.Clone(p))
			}
			return !found
		})
		s.past = nil // the way there is no step
	}
	t.model.SetValue(words(s.node()))
}

// line gives the keys of the bottom line while something is written.
func (t *typing) line(s *Mindmap) []key.Binding {
	ready := screen.Named(s.every.Back, textReady)
	switch t.what {
	case aName:
		after := textNextBeside
		if !t.fresh {
			after = textReady
		}
		return []key.Binding{
			screen.Named(s.field.NewLine, after), screen.Named(s.field.Next, textNextBelow),
			ready, screen.Named(s.field.Previous, textNextBranch),
		}
	case aSearch:
		return []key.Binding{screen.Named(s.field.NewLine, textSearch), ready}
	}
	return append(t.model.Line(), ready)
}
