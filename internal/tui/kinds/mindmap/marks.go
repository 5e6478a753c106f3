package mindmap

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"werkboek/internal/kind/mindmap"
	"werkboek/internal/kind/mindmap/format"
	"werkboek/internal/kind/mindmap/tree"
	"werkboek/internal/plain"
	"werkboek/internal/tui/screen"
)

// withRemark is the mark of a node with a remark.
const withRemark = "+"

// marksOf gives the marks of a node, in words and in letters.
func (s *Mindmap) marksOf(n *tree.Node) (words, letters string) {
	gives := strings.Join(strings.Split(n.Gives, ""), " ")
	word := ""
	for _, w := range s.Now().Definition().Ways {
		if w.Sign == n.Way {
			word = w.Word
		}
	}
	note := ""
	if n.Remark != "" {
		note = withRemark
	}
	return strings.Join(strings.Fields(gives+" "+word+" "+note), " "), n.Gives + n.Way + note
}

// mark sets or takes away a mark by its letter or sign.
func (s *Mindmap) mark(letter string) tea.Cmd {
	d := s.Now().Definition()
	fits := func(m mindmap.Mark) bool { return letter != "" && strings.EqualFold(m.Sign, letter) }
	gives, ways := slices.IndexFunc(d.Gives, fits), slices.IndexFunc(d.Ways, fits)
	switch {
	case gives < 0 && ways < 0:
		return screen.Tell(deadKey)
	case len(s.chosen) == 0:
		return screen.Tell(textNoMarkOnCore)
	}
	s.put(s.tree().With(s.chosen, func(n *tree.Node) {
		switch {
		case gives >= 0:
			n.Gives = toggled(d.Gives, n.Gives, d.Gives[gives].Sign)
		case n.Way == d.Ways[ways].Sign:
			n.Way = ""
		default:
			n.Way = d.Ways[ways].Sign
		}
	}), s.chosen)
	return nil
}

// toggled gives letters with one put in or taken out, in the definition's order.
func toggled(marks []mindmap.Mark, letters, letter string) string {
	var b strings.Builder
	for _, m := range marks {
		if strings.Contains(letters, m.Sign) != (m.Sign == letter) {
			b.WriteString(m.Sign)
		}
	}
	return b.String()
}

// findNext goes to the next node that holds what was looked for, from the chosen one
// on and around.
func (s *Mindmap) findNext() tea.Cmd {
	wanted := strings.ToLower(strings.TrimSpace(s.sought))
	if wanted == "" {
		return screen.Tell(textNothingSought)
	}
	var first, next tree.Path
	passed := false
	s.tree().Walk(func(p tree.Path, n *tree.Node) bool {
		if strings.Contains(strings.ToLower(n.Label+"\n"+n.Remark), wanted) {
			here := append(tree.Path{}, p...)
			if first == nil {
				first = here
			}
			if passed {
				next = here
			}
		}
		passed = passed || slices.Equal(p, s.chosen)
		return next == nil
	})
	if next == nil {
		next = first
	}
	if next == nil {
		return screen.Tell(notFound(plain.Line(s.sought)))
	}
	s.show(next)
	return nil
}

// show chooses a node and unfolds the way to it.
func (s *Mindmap) show(p tree.Path) {
	s.put(open(s.tree(), p[:max(0, len(p)-1)]), p)
}

// clip takes the keys of the clipboard: whole branches, as indented lines for other
// programs.
func (s *Mindmap) clip(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.Paste):
		return s.paste(s.env.Clip.Text)
	case len(s.chosen) == 0:
		return screen.Tell(textCoreStays)
	case s.sensitive():
		return screen.Tell(textStaysHere)
	}
	text := string(format.Encode(format.TXT, tree.Map{Core: s.node()}))
	s.held = held{text, s.node()}
	s.env.Clip.Text = text
	if key.Matches(msg, s.keys.Cut) {
		s.unfocus()
		s.put(s.tree().Delete(s.chosen))
	}
	return tea.Batch(tea.SetClipboard(text), screen.Tell(textCopied))
}

// sensitive tells whether what is chosen holds the sensitive branch, or is on it: that
// goes to no clipboard.
func (s *Mindmap) sensitive() bool {
	p, ok := s.Now().Identity()
	n := min(len(p), len(s.chosen))
	return ok && slices.Equal(p[:n], s.chosen[:n])
}

// paste hangs branches below the chosen node: what was cut or copied here, or what a
// text says as an indented list.
func (s *Mindmap) paste(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		return screen.Tell(textNothingToPaste)
	}
	branches := []*tree.Node{s.held.node}
	if text != s.held.text {
		typed, _ := plain.Typed(text)
		var err error
		if branches, err = format.Branches(typed); err != nil {
			return screen.Tell(notPasted(format.Reason(err)))
		}
	}
	size := s.tree().Core.Size()
	for _, b := range branches {
		size += b.Size()
	}
	if size > format.MaxNodes {
		return screen.Tell(notPasted(format.Reason(format.ErrTooMany)))
	}
	s.put(s.tree().Below(s.chosen, branches...))
	return screen.Tell(pasted(len(branches)))
}
