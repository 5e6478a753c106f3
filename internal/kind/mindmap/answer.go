package mindmap

import (
	"slices"
	"strings"

	"werkboek/internal/kind"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/sheet"
)

// Answer is the mind map of one person, an immutable value. Its sections are written
// when the note is asked for, so that changing the map costs what the change costs.
type Answer struct {
	form    kind.Form
	def     Definition
	m       tree.Map
	changed bool // the sections in the form are older than the map
	texts   *texts
}

// read takes the map from the note; without one it is the map that one starts with.
func (a Answer) read() Answer {
	list, _ := a.form.Value(Section)
	own := ""
	if a.def.Identity.ID != "" {
		own, _ = a.form.Value(a.def.Identity.ID)
	}
	typed := false
	switch {
	case strings.TrimSpace(list) != "":
		a.m, typed = a.def.parse(list, own)
	case strings.TrimSpace(own) != "":
		start, _ := a.def.write(a.def.start())
		a.m, _ = a.def.parse(start, own)
	default:
		a.m = a.def.start()
	}
	if !typed {
		a.m = a.m.With(nil, func(core *tree.Node) { core.Label = "" })
	}
	return a.follow()
}

// follow gives the core the label that goes with the choice, unless somebody typed
// another one.
func (a Answer) follow() Answer {
	choice, _ := a.form.Value(a.def.Core.Field)
	label := a.def.coreOf(choice)
	if a.m.Core.Label != label && a.def.follows(a.m.Core.Label) {
		a.m = a.m.With(nil, func(core *tree.Node) { core.Label = label })
	}
	return a
}

// follows tells whether a label of the core goes with the choice: an empty one does.
func (d Definition) follows(label string) bool {
	if label == "" {
		return true
	}
	for _, word := range d.Core.Words {
		if word == label {
			return true
		}
	}
	return false
}

// Definition gives what was asked for.
func (a Answer) Definition() Definition { return a.def }

// Map gives the map. Every main branch has a side.
func (a Answer) Map() tree.Map { return a.m }

// WithMap gives the answer with another map. A core that is empty, or holds one of the
// exercise's own words, follows the choice of who stands in the middle. Marks that the
// exercise does not have become words of the label, for the note cannot keep them.
func (a Answer) WithMap(m tree.Map) Answer {
	if m.Core == nil {
		return a
	}
	m = m.Balanced()
	a.m, a.changed = tree.Map{Core: a.def.worded(m.Core, a.m.Core)}, true
	return a.follow()
}

// WithCore gives the answer with a label in the middle, if nobody chose or typed what
// stands there. A word of the exercise's own is chosen.
func (a Answer) WithCore(label string) Answer {
	choice, _ := a.form.Value(a.def.Core.Field)
	free := strings.TrimSpace(choice) == "" && a.def.follows(a.m.Core.Label)
	if !free || strings.TrimSpace(label) == "" || label == a.m.Core.Label {
		return a
	}
	field, _ := a.def.coreField()
	for _, option := range field.Options {
		if a.def.Core.Words[option] == label {
			return a.Set(field.ID, option).(Answer)
		}
	}
	return a.WithMap(a.m.With(nil, func(core *tree.Node) { core.Label = label }))
}

// Personal gives the label of the sensitive branch; ok is false where that says nothing
// beyond the word of the exercise.
func (a Answer) Personal() (label string, ok bool) {
	p, ok := a.Identity()
	if !ok {
		return "", false
	}
	n := a.m.At(p)
	return n.Label, !a.def.bare(n)
}

// Identity gives the place of the sensitive branch; ok is false while it is off.
func (a Answer) Identity() (p tree.Path, ok bool) {
	if a.def.Identity.ID == "" {
		return nil, false
	}
	a.m.Walk(func(at tree.Path, n *tree.Node) bool {
		if ok = a.def.sensitive(n); ok {
			p = slices.Clone(at)
		}
		return !ok
	})
	return p, ok
}

// WithIdentity gives the answer with the sensitive branch, and its place.
func (a Answer) WithIdentity() (Answer, tree.Path) {
	if p, ok := a.Identity(); ok || a.def.Identity.ID == "" {
		return a, p
	}
	m, p := a.m.Below(nil, tree.Of(tree.Node{ID: a.def.Identity.ID, Label: a.def.Identity.Word}))
	return a.WithMap(m), p
}

// written gives the form with the sections as the map is now.
func (a Answer) written() kind.Form {
	if !a.changed {
		return a.form
	}
	list, own := "", ""
	if !a.def.isStart(a.m) {
		list, own = a.texts.write(a.def, a.m)
	}
	form := a.form.WithSection(Section, sectionTitle(a.def.Gives, a.def.Ways), list)
	if i := a.def.Identity; i.ID != "" {
		form = form.WithSection(i.ID, i.Ask, own)
	}
	return form
}

// isStart tells whether a map is what one starts with, so that nothing was done.
func (d Definition) isStart(m tree.Map) bool {
	start := d.start().Core
	bare := func(n *tree.Node) bool {
		return n.Remark == "" && n.Gives == "" && n.Way == ""
	}
	return d.follows(m.Core.Label) && bare(m.Core) && slices.EqualFunc(m.Core.Nodes, start.Nodes, func(a, b *tree.Node) bool {
		return a.ID == "" && a.Label == b.Label && a.Side == b.Side && len(a.Nodes) == 0 && bare(a)
	})
}

// Set gives the answer with one field's text changed; also that of the sensitive
// branch.
func (a Answer) Set(field, value string) kind.Answer {
	a.form, a.changed = a.written().With(field, value), false
	switch field {
	case a.def.Core.Field:
		was := a.m.Core
		a = a.follow()
		_, kept := a.form.Value(Section)
		a.changed = kept && a.m.Core != was
	case a.def.Identity.ID, Section:
		a = a.read()
	}
	return a
}

// Value gives a field, or the labels of the main branches as a list.
func (a Answer) Value(id string) (string, bool) {
	if id == Branches {
		return kind.ListOf(a.branches()), true
	}
	return a.written().Value(id)
}

// branches lists the labels of the main branches on one line each, without the
// sensitive one.
func (a Answer) branches() []string {
	var list []string
	for _, n := range a.m.Core.Nodes {
		if label := strings.Join(strings.Fields(n.Label), " "); label != "" && !a.def.sensitive(n) {
			list = append(list, label)
		}
	}
	return list
}

// Sheet gives the note to save.
func (a Answer) Sheet() sheet.Sheet { return a.written().Sheet() }

// enough is how many main branches have to hold something.
const enough = 4

// Own says how far the map is: begun when something is there beyond the branches that
// it starts with, done when four main branches hold something.
func (a Answer) Own() kind.State {
	_, branches := a.counts()
	switch {
	case branches >= min(enough, max(1, len(a.def.Branches))):
		return kind.Done
	case branches > 0 || !a.def.follows(a.m.Core.Label) || slices.ContainsFunc(a.m.Core.Nodes, a.added):
		return kind.Begun
	}
	return kind.Untouched
}

// given tells whether the name of a main branch is the exercise's own.
func (a Answer) given(n *tree.Node) bool {
	return slices.Contains(a.def.Branches, n.Label) || a.def.sensitive(n) && n.Label == a.def.Identity.Word
}

// added tells whether a main branch says more than the exercise itself did.
func (a Answer) added(n *tree.Node) bool {
	return strings.TrimSpace(n.Label) != "" && !a.given(n) || n.Remark != "" || n.Gives != "" || n.Way != ""
}

// counts gives how many nodes that hold something hang on how many main branches, with
// those branches that somebody named.
func (a Answer) counts() (nodes, branches int) {
	for _, n := range a.m.Core.Nodes {
		on := filled(n)
		if a.given(n) { // its name counts in filled
			on--
		}
		nodes += on
		branches += min(on, 1)
	}
	return nodes, branches
}

// filled counts the nodes of a branch that hold something.
func filled(n *tree.Node) int {
	count := 0
	if strings.TrimSpace(n.Label) != "" {
		count = 1
	}
	for _, c := range n.Nodes {
		count += filled(c)
	}
	return count
}

// Summary says what is on the map, "" when nothing was done.
func (a Answer) Summary() string {
	if a.Own() == kind.Untouched {
		return ""
	}
	nodes, branches := a.counts()
	return summaryText(nodes, branches)
}

// State says how far the exercise is.
func (a Answer) State(env kind.Env) kind.State { return a.written().StateWith(a.Own(), env) }

// Parts gives the map among the fields.
func (a Answer) Parts(env kind.Env) []kind.Part {
	return a.written().Around(env, kind.Words{}, kind.Instrument{Title: textInstrument, Summary: a.Summary(), State: a.Own()})
}

// Words lists the fields, and in the place of the map every label and remark with the
// labels above it; not what the exercise itself put in the middle.
func (a Answer) Words() []kind.Words {
	var words []kind.Words
	listed := false
	for _, w := range a.written().Words() {
		if w.Field != Section && w.Field != a.def.Identity.ID {
			words = append(words, w)
		} else if !listed {
			listed = true
			words = a.ofNode(words, a.m.Core, Section, textMap)
		}
	}
	return words
}

// ofNode adds the words of a branch. Field is the section in which they stand, place
// the labels above it.
func (a Answer) ofNode(words []kind.Words, n *tree.Node, field, place string) []kind.Words {
	here, ours := place+textPlaceJoint+strings.Join(strings.Fields(n.Label), " "), false
	if a.def.sensitive(n) {
		field, ours = a.def.Identity.ID, n.Label == a.def.Identity.Word
	}
	if n == a.m.Core {
		here, ours = place, a.def.follows(n.Label)
	}
	if strings.TrimSpace(n.Label) != "" && !ours {
		words = append(words, kind.Words{Field: field, Ask: place, Text: n.Label})
	}
	if strings.TrimSpace(n.Remark) != "" {
		words = append(words, kind.Words{Field: field, Ask: here, Text: n.Remark})
	}
	for _, c := range n.Nodes {
		words = a.ofNode(words, c, field, here)
	}
	return words
}
