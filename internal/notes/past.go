package notes

import (
	"fmt"
	"slices"

	"werkboek/internal/sheet"
)

// This file is how the screens look at what lies beside the notes.

// Copies lists the copies of all notes, newest first; see Folder.Copies. A note on the
// desk is none, whatever its name.
func (d *Desk) Copies() ([]Copy, error) {
	known := d.known()
	all, err := d.folder.Copies()
	return slices.DeleteFunc(all, func(c Copy) bool { return c.Origin == Synced && known[c.Name] }), err
}

// Text reads a copy. Its error is sheet.ErrNoText where it holds no text.
func (d *Desk) Text(c Copy) (sheet.Sheet, error) { return d.folder.Text(c) }

// Notes lists the notes in the folder; see Folder.List.
func (d *Desk) Notes() ([]Listed, error) { return d.folder.List() }

// Settle says that somebody chose between a note and a copy of it: the copy is an
// earlier version from now on.
func (d *Desk) Settle(c Copy) error {
	d.saves.Lock()
	defer d.saves.Unlock()
	data, err := d.folder.disk.Read(c.path)
	if err != nil {
		return fmt.Errorf("settle %s: %w", c.Name, err)
	}
	if !d.folder.copied(c.Ref, data) {
		if _, err := d.folder.aside(Earlier, c.Ref, data, d.now()); err != nil {
			return fmt.Errorf("settle %s: %w", c.Name, err)
		}
	}
	return d.folder.disk.Remove(c.path)
}
