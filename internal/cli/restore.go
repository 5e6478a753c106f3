package cli

import (
	"fmt"
	"slices"
	"strconv"

	"werkboek/internal/compare"
	"werkboek/internal/notes"
	"werkboek/internal/plain"
	"werkboek/internal/workbook"
)

// history is a note with its copies, newest first.
type history struct {
	book   *workbook.Book
	desk   *notes.Desk
	name   string
	ref    notes.Ref
	copies []notes.Copy
}

// restore lists the copies of a note, or brings one back.
func (a *app) restore(args []string) error {
	h, err := a.history(args[0])
	switch {
	case err != nil:
		return err
	case len(args) == 1:
		return a.listCopies(h)
	}
	n, err := strconv.Atoi(args[1])
	if err != nil || n < 1 || n > len(h.copies) {
		return usageError{noNumber(args[1], h.name, len(h.copies))}
	}
	return a.bringBack(h, h.copies[n-1])
}

// history finds a note by its name or that of its file, and what lies beside it.
func (a *app) history(name string) (history, error) {
	c, err := a.load()
	if err != nil {
		return history{}, err
	}
	f, dir, err := a.folderOf(c)
	if err != nil {
		return history{}, err
	}
	desk := notes.NewDesk(f, notes.Options{})
	h := history{book: workbook.New(c, desk), desk: desk, name: name}
	found := h.book.Scanner()()
	if found.Err != nil {
		a.say(plain.Line(notAllSeen(notes.Reason(found.Err))))
	}
	h.book.Scan(found)
	known := h.book.Refs()
	for _, c := range found.Copies {
		known = append(known, c.Ref)
	}
	at := slices.IndexFunc(known, func(r notes.Ref) bool { return r.String() == name || r.File() == name })
	if at < 0 {
		return history{}, usageError{noNote(name, dir)}
	}
	h.ref = known[at]
	h.copies = h.book.Copies(h.ref)
	return h, nil
}

// listCopies prints a line per copy: when it was made, what it is, and the first words
// that are in it and not in the note.
func (a *app) listCopies(h history) error {
	if len(h.copies) == 0 {
		a.say(noCopies(h.name))
		return nil
	}
	now, err := h.desk.Read(h.ref)
	if err != nil {
		return fmt.Errorf("read the note: %w", err)
	}
	for i, c := range h.copies {
		s, err := h.desk.Text(c)
		if err != nil {
			fmt.Fprintln(a.out, brokenCopy(i+1, c, err))
			continue
		}
		fmt.Fprintln(a.out, plain.Safe(copyLine(i+1, c, h.book.Words(h.ref, s), compare.Of(h.book.Readable(h.ref, s), h.book.Readable(h.ref, now.Sheet)))))
	}
	a.say(howToRestore(h.name))
	return nil
}

// bringBack puts a copy in its note; what is there is kept.
func (a *app) bringBack(h history, c notes.Copy) error {
	if h.book.Course().Exercise(h.ref.Name) == nil && h.ref.Name != notes.Margin {
		return failure{textNoteGone}
	}
	s, err := h.desk.Text(c)
	if err != nil {
		return failure{copyUnread(c, err)}
	}
	found := h.book.Opener(h.ref)()
	switch {
	case found.Err != nil:
		return fmt.Errorf("open the note: %w", found.Err)
	case found.Opened.Locked:
		return failure{textNoteLocked}
	case found.Opened.Notice != "": // the broken file stays as a version
		a.say(plain.Line(found.Opened.Notice))
	}
	h.book.Accept(found.Opened, true)
	existed := h.book.Exists(h.ref)
	h.book.BringBack(h.ref, s)
	if err := h.desk.Flush(saveLimit); err != nil {
		return failure{notRestored(h.name, notes.Reason(err))}
	}
	if c.Origin != notes.Earlier {
		if err := h.desk.Settle(c); err != nil {
			a.say(plain.Line(notSettled(c, notes.Reason(err))))
		}
	}
	fmt.Fprintln(a.out, plain.Line(restored(c, existed)))
	return nil
}
