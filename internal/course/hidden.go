package course

// Hidden tells whether a trainee's page leaves the block out: what is for the
// slides or for the trainer. Such blocks stand only directly in a section: a
// pruner takes all others away.
func (b *Block) Hidden() bool {
	return b.Kind == NewSlide || b.Kind == Callout && (b.Label == SlideTip || b.Label == Trainer)
}

// shown gives those of some blocks that a page shows.
func shown(blocks []*Block) []*Block {
	var list []*Block
	for _, b := range blocks {
		if !b.Hidden() {
			list = append(list, b)
		}
	}
	return list
}

// pruner takes what is hidden out of lists, quotations and callouts, so that who
// sets a block need not look for it. Nested are the callouts that stood in another
// block, hidden or not.
type pruner struct{ nested []*Block }

// inside gives those of the blocks in another one that stay.
func (p *pruner) inside(blocks []*Block) []*Block {
	var list []*Block
	for _, b := range blocks {
		if b.Kind == Callout {
			p.nested = append(append(p.nested, b), b.Variants...)
		}
		if !b.Hidden() && !p.empties(b) {
			list = append(list, b)
		}
	}
	return list
}

// empties prunes a block, and tells whether nothing is left of what was in it.
func (p *pruner) empties(b *Block) bool {
	had := len(b.Items) + len(b.Children)
	var items []Item
	for _, item := range b.Items {
		children := p.inside(item.Children)
		if len(children) > 0 || len(item.Children) == 0 {
			items = append(items, Item{item.Task, children})
		}
	}
	b.Items, b.Children = items, p.inside(b.Children)
	for _, v := range b.Variants {
		p.empties(v)
	}
	return had > 0 && len(b.Items)+len(b.Children) == 0
}
