package notes

import (
	"bytes"
	"errors"
	"io/fs"
	"syscall"
	"time"
)

// watchEvery is how often the folder is looked at for changes by others.
const watchEvery = time.Second

// watch looks at all notes on the desk, those that are written in and those that
// are only shown, with one look at the folder. One with unsaved words is left: its
// next save keeps both.
func (d *Desk) watch() {
	d.saves.Lock()
	defer d.saves.Unlock()
	files, err := d.folder.files()
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		d.unsave()
	}
	if err != nil {
		return
	}
	d.newcomers(files)
	for _, n := range d.settled() {
		if n.locked {
			d.unlock(n)
			continue
		}
		d.relock(n)
		var now stamp
		if info, there := files[n.disk.file]; there {
			now = stampOf(info)
		}
		_ = d.look(n, now) // it is tried again
	}
}

// unsave makes the words unsaved that were in a folder which is gone: they are written
// again where that can be done, and else somebody hears why not.
func (d *Desk) unsave() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, n := range d.notes {
		if n.edit == n.saved && n.disk.there() && (n.mine || n.writes()) {
			n.saved = n.edit - 1
			n.since = time.Now()
			n.due = n.since
			d.nudge()
		}
	}
}

// settled lists the notes of which all words are on the disk.
func (d *Desk) settled() []note {
	d.mu.Lock()
	defer d.mu.Unlock()
	var list []note
	for _, n := range d.notes {
		if n.edit == n.saved {
			list = append(list, *n)
		}
	}
	return list
}

// newcomers looks into files that were not there before: a note that has no file may
// lie there under a name of its own, and one that has may have got a copy beside it.
func (d *Desk) newcomers(files map[string]fs.FileInfo) {
	known, first := d.known(), d.files == nil
	now := map[string]stamp{}
	for name, info := range files {
		now[name] = stampOf(info)
		if d.files[name] == now[name] || known[name] {
			continue
		}
		c := d.folder.card(info)
		for _, ref := range d.concerned(name, c) {
			if !first {
				d.post(Event{Ref: ref, What: Beside, Copy: name})
			}
		}
	}
	d.files = now
}

// concerned makes the notes look anew that a file with another name may be, and lists
// those of which it is a copy.
func (d *Desk) concerned(name string, c card) []Ref {
	d.mu.Lock()
	defer d.mu.Unlock()
	var beside []Ref
	for _, n := range d.notes {
		is := c.ours(d.folder.module) && same(c.ref, n.ref)
		switch {
		case name == n.ref.File() || is && !n.disk.there() && !copyNamed(name):
			n.watched = unseen
		case is:
			beside = append(beside, n.ref)
		}
	}
	return beside
}

// known gives the files of the notes on the desk.
func (d *Desk) known() map[string]bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	files := map[string]bool{}
	for _, n := range d.notes {
		files[n.disk.file] = n.disk.data != nil
	}
	return files
}

// look brings a note up to date with its file, and tells what changed.
func (d *Desk) look(was note, now stamp) error {
	if now == was.watched {
		return nil
	}
	found, err := d.again(was)
	if err != nil {
		return err
	}
	if was.writes() && !found.there() {
		return d.outlive(was, found)
	}
	if found.there() == was.disk.there() && bytes.Equal(found.data, was.disk.data) {
		d.mu.Lock()
		defer d.mu.Unlock()
		n := d.notes[was.ref]
		n.watched, n.disk.file = found.stamp, found.file
		return nil
	}
	return d.adopt(was, found)
}

// again reads a note. One that is only shown may have moved to another file.
func (d *Desk) again(was note) (found, error) {
	if was.writes() {
		return d.folder.look(was.disk.file, was.ref)
	}
	return d.folder.find(was.ref)
}

// outlive keeps the words of an open note whose file is gone, or is no text any
// more, as they are: the next edit writes them again. Until then a copy has them.
func (d *Desk) outlive(was note, found found) error {
	copied, err := "", error(nil)
	if was.disk.data != nil && !d.folder.copied(was.ref, was.disk.data) {
		if copied, err = d.folder.aside(Earlier, was.ref, was.disk.data, d.now()); err != nil {
			return err
		}
	}
	d.mu.Lock()
	n := d.notes[was.ref]
	n.watched, n.mine = found.stamp, false
	d.mu.Unlock()
	if copied != "" {
		d.post(Event{Ref: was.ref, What: Gone, Edit: was.edit, Copy: copied})
	}
	return nil
}

// adopt takes over what another program wrote. Words that stood in the file and were
// written in this session, or are open to be written in, are set aside first, unless the
// other did: they may not be in the other's. A file that is gone while nobody had it open was put away or wiped, maybe in
// another window: its words are not written again.
func (d *Desk) adopt(was note, found found) error {
	copied, err := "", error(nil)
	if found.data != nil && was.disk.data != nil && !d.folder.copied(was.ref, was.disk.data) {
		if copied, err = d.keepOver(was); err != nil {
			return err
		}
	}
	d.mu.Lock()
	n := d.notes[was.ref]
	if n.edit != n.saved { // typed meanwhile: the next save keeps both
		d.mu.Unlock()
		return nil
	}
	n.before, n.untaken, n.mine, n.theirs = n.disk.data, true, false, true
	n.turn++
	n.kept = time.Time{} // the other's words are in no version yet
	n.disk, n.sheet, n.watched = found, found.sheet, found.stamp
	ev := Event{
		Ref: n.ref, What: Changed, Edit: n.edit, Sheet: n.sheet,
		Copy: copied, Exists: found.there(), Shown: !n.writes(), turn: n.turn,
	}
	d.mu.Unlock()
	d.post(ev)
	return nil
}

// keepOver keeps words of a note that another program wrote over: as the other side of a
// choice where they are of somebody here, and as a version where they are that program's
// own.
func (d *Desk) keepOver(was note) (copied string, err error) {
	now := d.now()
	switch {
	case was.mine || was.writes() && !was.theirs:
		return d.folder.aside(Other, was.ref, was.disk.data, now)
	case was.writes():
		_, err = d.folder.aside(Earlier, was.ref, was.disk.data, now)
		d.folder.thin(was.ref, now)
	}
	return "", err
}

// unlock tries again to take the lock of a note that another window had; until
// then it shows what that one writes.
func (d *Desk) unlock(was note) {
	free, taken := d.lock(was.ref)
	if err := d.look(was, d.folder.stamp(was.disk.file)); err != nil || taken {
		free()
		return
	}
	slot := d.folder.slotted(was.ref)
	d.mu.Lock()
	n := d.notes[was.ref]
	n.locked, n.free, n.untaken, n.slot = false, free, false, slot
	o := n.opened()
	d.mu.Unlock()
	d.post(Event{Ref: o.Ref, What: Unlocked, Edit: o.Edit, Sheet: o.Sheet, Exists: o.Exists})
}
