package notes

import "time"

// Read reads a note for showing it. From then on the desk watches its file.
func (d *Desk) Read(ref Ref) (Opened, error) {
	d.saves.Lock()
	defer d.saves.Unlock()
	if err := d.meet(ref); err != nil {
		return Opened{Ref: ref}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.notes[ref].opened(), nil
}

// Open reads a note and takes its lock, so that it can be written in.
func (d *Desk) Open(ref Ref) (Opened, error) {
	d.saves.Lock()
	defer d.saves.Unlock()
	if o, ok := d.reopened(ref); ok {
		return o, nil
	}
	free, taken := d.lock(ref)
	slot := d.folder.slotted(ref)
	if err := d.meet(ref); err != nil {
		free()
		return Opened{Ref: ref}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	n.open, n.hands, n.locked, n.free, n.slot = true, 1, taken, free, slot
	n.untaken = false // they go to the screen now
	return n.opened(), nil
}

// reopened gives a note that is open already, or still.
func (d *Desk) reopened(ref Ref) (Opened, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	if n == nil || !n.open {
		return Opened{}, false
	}
	n.hands++
	return n.opened(), true
}

// meet puts a note on the desk as it is on the disk now. Words that are not saved
// yet are newer than those.
func (d *Desk) meet(ref Ref) error {
	if n, known := d.seen(ref); known {
		if n.edit > n.saved {
			return nil
		}
		return d.look(n, d.folder.stamp(n.disk.file))
	}
	found, err := d.folder.find(ref)
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.notes[ref] == nil {
		d.notes[ref] = &note{ref: ref, sheet: found.sheet, disk: found, watched: found.stamp}
	}
	return nil
}

// seen gives a note as it is on the desk now.
func (d *Desk) seen(ref Ref) (note, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	if n == nil {
		return note{}, false
	}
	return *n, true
}

// Close ends what Open began, once for each time. Last is false where somebody else of
// this program still has the note open. After the last, once all of it is saved, its
// lock is free for another window; it is watched on.
func (d *Desk) Close(ref Ref) (last bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	if n == nil || !n.open {
		return true
	}
	n.hands = max(0, n.hands-1)
	if n.hands > 0 {
		return false
	}
	n.due = time.Now()
	d.nudge()
	return true
}

// leaves tells whether nobody has an open note in hand any more, and all is saved.
func (n *note) leaves() bool { return n.open && n.hands == 0 && n.edit == n.saved }

// letGo frees the locks of closed notes that are saved.
func (d *Desk) letGo() {
	if len(d.left()) == 0 {
		return
	}
	d.saves.Lock()
	defer d.saves.Unlock()
	for _, n := range d.left() {
		// While the lock is ours no window of the workbook takes the file away: if it is
		// gone, that was another program, and its words are kept.
		_ = d.look(n, d.folder.stamp(n.disk.file))
	}
	for _, free := range d.closed() {
		free()
	}
}

// left lists the closed notes that are saved.
func (d *Desk) left() []note {
	d.mu.Lock()
	defer d.mu.Unlock()
	var list []note
	for _, n := range d.notes {
		if n.leaves() {
			list = append(list, *n)
		}
	}
	return list
}

// closed makes the closed notes that are saved notes which are only shown, and
// gives what frees their locks.
func (d *Desk) closed() []func() {
	d.mu.Lock()
	defer d.mu.Unlock()
	var frees []func()
	for _, n := range d.notes {
		if n.leaves() {
			frees = append(frees, n.free)
			n.open, n.locked, n.free = false, false, nil
			n.watched = unseen // what was left alone under open hands counts now
		}
	}
	return frees
}

// lock takes the lock of a note. Where there can be no locks, the comparison
// before each save still keeps both versions. Free is never nil.
func (d *Desk) lock(ref Ref) (free func(), taken bool) {
	if d.folder.prepare() != nil || d.folder.disk.Make(d.folder.own(locks)) != nil {
		return func() {}, false
	}
	free, taken, err := d.folder.disk.Lock(d.folder.slot(ref))
	switch {
	case err != nil:
		return d.lockFolder()
	case taken:
		return func() {}, true
	}
	return free, false
}

// relock takes the lock of an open note anew where its slot is gone, with the folder: that
// of a file without a name keeps nobody out. Where another window was first both write,
// and what is compared before each save keeps both.
func (d *Desk) relock(was note) {
	if !was.writes() || !was.slot || d.folder.slotted(was.ref) {
		return
	}
	was.free()
	free, _ := d.lock(was.ref)
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := d.notes[was.ref]; n != nil {
		n.free = free
	}
}

// lockFolder takes the lock of the whole folder, once for all open notes of the
// desk, where a note cannot have a slot of its own.
func (d *Desk) lockFolder() (free func(), taken bool) {
	if d.shares == 0 {
		shared, taken, err := d.folder.disk.Lock(d.folder.own(locks))
		if err != nil || taken {
			return func() {}, taken
		}
		d.shared = shared
	}
	d.shares++
	return func() {
		if d.shares--; d.shares == 0 {
			d.shared()
		}
	}, false
}
