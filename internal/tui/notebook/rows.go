package notebook

import (
	"strings"

	"werkboek/internal/notes"
	"werkboek/internal/plain"
)

// row is a note, or a file in the folder that is none.
type row struct {
	ref     notes.Ref
	chapter int
	title   string
	about   string // the title of the chapter, on its first row
	words   int    // -1 until it is drawn: to count them takes time where there are many
	done    string // in the instrument, where there is one
	facts   []string
	alarm   string
	exists  bool
	trashed *notes.Copy   // the last one that was put in the trash
	file    *notes.Listed // of what is no note
	gone    bool          // no exercise of the course
}

// gather makes the rows: the notes in the order of the chapters, then those whose
// exercise is gone, then what cannot be read as a note.
func (n *Notebook) gather() {
	was, first := n.at(), len(n.rows) == 0
	n.rows = nil
	files := n.byName()
	chapter := -1
	for _, ref := range n.deps.Book.Refs() {
		file := files[ref.String()]
		delete(files, ref.String())
		r, is := n.note(ref, file)
		if !is {
			continue
		}
		if ref.Chapter != chapter {
			chapter = ref.Chapter
			r.about = n.chapterTitle(chapter)
		}
		n.rows = append(n.rows, r)
	}
	n.rest(files)
	if first {
		return
	}
	for i, r := range n.rows {
		if r.ref == was.ref && (r.file == nil) == (was.file == nil) && (r.file == nil || r.file.File == was.file.File) {
			n.list.Chosen = i
		}
	}
	n.fit()
}

// byName lists the files that are notes, by the note; of several the one with its own
// name.
func (n *Notebook) byName() map[string]*notes.Listed {
	files := map[string]*notes.Listed{}
	for i := range n.files {
		l := &n.files[i]
		name := l.Ref.String()
		if l.Err == nil && !l.Foreign && (files[name] == nil || l.File == l.Ref.File()) {
			files[name] = l
		}
	}
	return files
}

// rest adds what has no place in the book.
func (n *Notebook) rest(files map[string]*notes.Listed) {
	for i := range n.files {
		l := &n.files[i]
		switch {
		case l.Err != nil || l.Foreign:
			n.rows = append(n.rows, row{ref: l.Ref, file: l})
		case files[l.Ref.String()] == l:
			r, _ := n.note(l.Ref, l)
			r.gone, r.exists = true, true
			r.title, r.words = plain.Line(l.Title), l.Words
			r.facts = append([]string{textGone}, r.facts...)
			n.rows = append(n.rows, r)
		}
	}
}

// note makes the row of a note; is is false where there is nothing of it.
func (n *Notebook) note(ref notes.Ref, file *notes.Listed) (r row, is bool) {
	book := n.deps.Book
	r = row{ref: ref, chapter: ref.Chapter, title: book.Name(ref), exists: book.Exists(ref), words: -1}
	copies, apart := book.Copies(ref), len(book.Apart(ref))
	for i, c := range copies {
		if c.Origin == notes.Discarded && (r.trashed == nil || c.When.After(r.trashed.When)) {
			r.trashed = &copies[i]
		}
	}
	if r.exists {
		if file != nil {
			r.facts = append(r.facts, n.moment(file.Changed))
		}
	} else if r.trashed != nil || n.kept[ref] {
		r.facts = append(r.facts, textDiscarded)
	} else if file == nil {
		r.facts = append(r.facts, textNoLonger)
	}
	if apart > 0 {
		r.alarm = beside(1 + apart)
	}
	old := len(copies) - apart
	if !r.exists && r.trashed != nil {
		old-- // that one is named already
	}
	if old > 0 {
		r.facts = append(r.facts, earlier(old))
	}
	if book.Locked(ref) {
		r.facts = append(r.facts, textLocked)
	}
	return r, r.exists || len(copies) > 0 || n.kept[ref]
}

// count counts the words of a note that is drawn, once.
func (n *Notebook) count(r *row) {
	if r.exists && r.words < 0 {
		r.words = n.deps.Book.Words(r.ref, n.deps.Book.Sheet(r.ref))
		r.done = n.deps.Book.Summary(r.ref)
	}
}

func (n *Notebook) chapterTitle(number int) string {
	if ch := n.deps.Book.Course().Chapter(number); ch != nil {
		return ch.Title
	}
	return ""
}

// said gives the second row of a note.
func (r row) said() string {
	if r.file != nil {
		return leftOut(*r.file)
	}
	if !r.exists {
		return strings.Join(r.facts, " · ")
	}
	var said []string
	if r.done != "" {
		said = append(said, r.done)
	}
	if r.words > 0 || r.done == "" {
		said = append(said, words(r.words))
	}
	return strings.Join(append(said, r.facts...), " · ")
}
