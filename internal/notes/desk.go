package notes

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"time"

	"werkboek/internal/sheet"
)

// Options set the pace of a desk; the zero value is the product's.
type Options struct {
	Delay time.Duration // from the first unsaved edit to the save; 0 is 300 ms
}

const saveDelay = 300 * time.Millisecond

// Desk holds what is being written, outside of any screen. Its methods may be
// called from any goroutine; only Open, Read, Flush and Close touch the disk.
type Desk struct {
	folder *Folder
	delay  time.Duration
	wake   chan struct{}

	mu    sync.Mutex // held for memory only, never while the disk or a screen is asked
	notes map[Ref]*note
	news  []Event       // not told yet
	told  chan struct{} // wakes who tells

	saves  sync.Mutex // one save at a time, from wherever it is asked
	shared bool       // the lock of the folder is ours, where slots cannot be made
}

// note is one note on the desk.
type note struct {
	ref    Ref
	sheet  sheet.Sheet // the newest
	edit   int         // of sheet
	saved  int         // the edit that is on the disk
	since  time.Time   // when the first unsaved edit came
	due    time.Time   // when it is to be saved
	err    error       // of the last save
	tries  int         // failed saves in a row
	closed bool        // its screen is gone: it leaves the desk once saved

	disk    found  // as it was last read or written
	mine    bool   // disk holds what this session wrote
	before  []byte // what disk held before another program's words were taken over
	untaken bool   // those words are not on the screen yet
	aside   []byte // another's version that was last set aside
	tried   []byte // what the last save tried to write; it may be there though it failed
	kept    bool   // the version before this session was set aside
	free    func() // lets go of the lock
	locked  bool   // another window has it
	watched stamp
}

// NewDesk makes a desk over a folder.
func NewDesk(f *Folder, opt Options) *Desk {
	if opt.Delay == 0 {
		opt.Delay = saveDelay
	}
	return &Desk{folder: f, delay: opt.Delay, wake: make(chan struct{}, 1), told: make(chan struct{}, 1), notes: map[Ref]*note{}}
}

// Read reads a note for showing it.
func (d *Desk) Read(ref Ref) (Opened, error) {
	d.mu.Lock()
	if n := d.notes[ref]; n != nil && n.edit > 0 {
		defer d.mu.Unlock()
		return Opened{Ref: ref, Sheet: n.sheet, Exists: true}, nil
	}
	d.mu.Unlock()
	return d.folder.Read(ref)
}

// Open reads a note and takes its lock, so that it can be written in.
func (d *Desk) Open(ref Ref) (Opened, error) {
	d.saves.Lock()
	defer d.saves.Unlock()
	if o, ok := d.here(ref); ok {
		return o, nil
	}
	free, taken := d.lock(ref)
	found, err := d.folder.find(ref)
	if err != nil {
		if free != nil {
			free()
		}
		return Opened{Ref: ref}, err
	}
	o := opened(ref, found)
	o.Locked = taken
	watched := d.stampOf(found.file)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.notes[ref] = &note{ref: ref, sheet: found.sheet, disk: found, free: free, locked: taken, watched: watched}
	return o, nil
}

// here gives a note that is on the desk already.
func (d *Desk) here(ref Ref) (Opened, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	if n == nil {
		return Opened{}, false
	}
	n.closed = false
	return Opened{Ref: ref, Sheet: n.sheet, Exists: n.disk.data != nil || n.edit > 0, Locked: n.locked}, true
}

// lock takes the lock of a note. Where there can be no locks, the comparison
// before each save still keeps both versions.
func (d *Desk) lock(ref Ref) (free func(), taken bool) {
	if d.folder.prepare() != nil || d.folder.disk.Make(d.folder.own(locks)) != nil {
		return nil, false
	}
	free, taken, err := d.folder.disk.Lock(d.folder.own(locks, ref.File()+".slot"))
	if err != nil {
		return nil, d.lockFolder()
	}
	if !taken {
		d.folder.sweep(time.Now())
	}
	return free, taken
}

// lockFolder takes the lock of the whole folder, once for all notes of the desk,
// where a note cannot have a slot of its own; it is kept until the program ends.
func (d *Desk) lockFolder() (taken bool) {
	if d.shared {
		return false
	}
	_, taken, err := d.folder.disk.Lock(d.folder.own(locks))
	d.shared = err == nil && !taken
	return taken
}

// Put takes an edit: in memory, without waiting for anything. An edit that is
// older than what lies there is dropped. One that was made before the words of
// another program came on the screen is saved beside those, as a conflict.
func (d *Desk) Put(ref Ref, edit int, s sheet.Sheet) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	if n == nil {
		n = &note{ref: ref, disk: found{file: ref.File()}}
		d.notes[ref] = n
	}
	if edit <= n.edit {
		return
	}
	if n.untaken {
		n.untaken, n.disk.data = false, n.before
	}
	if n.edit == n.saved {
		n.since = time.Now()
		n.due = n.since.Add(d.delay)
	}
	n.sheet, n.edit = s, edit
	d.nudge()
}

// Took says that what Changed told is on the screen: edits from now on are made
// from it.
func (d *Desk) Took(ref Ref) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := d.notes[ref]; n != nil {
		n.untaken = false
	}
}

// Hurry asks to save a note now.
func (d *Desk) Hurry(ref Ref) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := d.notes[ref]; n != nil && n.edit > n.saved {
		n.due = time.Now()
		d.nudge()
	}
}

// nudge wakes the writer.
func (d *Desk) nudge() {
	select {
	case d.wake <- struct{}{}:
	default:
	}
}

// Peek gives what lies on the desk, saved or not.
func (d *Desk) Peek(ref Ref) (sheet.Sheet, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := d.notes[ref]; n != nil {
		return n.sheet, true
	}
	return sheet.Sheet{}, false
}

// State says how saving stands.
func (d *Desk) State() State {
	d.mu.Lock()
	defer d.mu.Unlock()
	var s State
	for _, n := range d.notes {
		if n.edit == n.saved {
			continue
		}
		s.Unsaved = true
		s.Since = max(s.Since, time.Since(n.since))
		if n.err != nil {
			s.Err, s.File = n.err, d.folder.path(n.disk.file)
		}
	}
	return s
}

// Flush saves everything now; it waits no longer than the limit. Its error tells
// what could not be saved.
func (d *Desk) Flush(limit time.Duration) error {
	done := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- fmt.Errorf("save: %v", r)
			}
		}()
		done <- d.saveAll()
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		return errSlow
	}
}

var errSlow = errors.New("the disk does not answer")

func (d *Desk) saveAll() error {
	var errs []error
	for _, ref := range d.unsaved(time.Time{}) {
		errs = append(errs, d.save(ref))
	}
	return errors.Join(errs...)
}

// unsaved lists the notes that are due at a moment; all that are unsaved for the
// zero moment.
func (d *Desk) unsaved(now time.Time) []Ref {
	d.mu.Lock()
	defer d.mu.Unlock()
	var refs []Ref
	for ref, n := range d.notes {
		if n.edit > n.saved && (now.IsZero() || !n.due.After(now)) {
			refs = append(refs, ref)
		}
	}
	return refs
}

// Close saves a note and lets go of it once that is done.
func (d *Desk) Close(ref Ref) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := d.notes[ref]; n != nil {
		n.closed = true
		n.due = time.Now()
		d.nudge()
	}
}

// Emergency writes what could not be saved to the first folder that takes it, and
// gives the path of that file. What is there already is not touched.
func (d *Desk) Emergency(dirs ...string) (string, error) {
	var all bytes.Buffer
	d.mu.Lock()
	for _, n := range d.notes {
		if n.edit > n.saved {
			all.Write(n.sheet.Bytes())
			all.WriteString("\n")
		}
	}
	d.mu.Unlock()
	name := "werkboek-noodkopie." + time.Now().Format("20060102-150405.000") + noteSuffix
	var errs []error
	for _, dir := range dirs {
		if dir == "" {
			continue
		}
		path := joined(dir, name)
		err := d.folder.disk.Write(path, dir, all.Bytes())
		if err == nil {
			return path, nil
		}
		errs = append(errs, err)
	}
	return "", errors.Join(errs...)
}
