package notes

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"werkboek/internal/sheet"
)

// Options set the pace of a desk; the zero value is the product's.
type Options struct {
	Delay time.Duration    // from the first unsaved edit to the save; 0 is 300 ms
	Now   func() time.Time // the real time, for what is written down; nil is time.Now
}

const saveDelay = 300 * time.Millisecond

// Desk holds the notes that are written in or shown, outside of any screen. Its
// methods may be called from any goroutine. Put, Renew, Took, Hurry, Close and State
// never wait for the disk; the others may.
type Desk struct {
	folder *Folder
	delay  time.Duration
	now    func() time.Time
	wake   chan struct{}

	mu    sync.Mutex // held for memory only, never while the disk or a screen is asked
	notes map[Ref]*note
	news  []Event       // not told yet
	told  chan struct{} // wakes who tells

	saves  turn             // held by whoever reads or writes notes: one at a time
	files  map[string]stamp // of the folder, when it was last looked at
	shared func()           // lets go of the folder's lock, where slots cannot be made
	shares int              // notes that are open under it
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
	open   bool        // for writing; else it is only shown
	hands  int         // how many opened it and did not close it; at 0 it is only shown, once saved
	locked bool        // another window has it
	free   func()      // lets go of the lock
	slot   bool        // which is that of a slot file

	disk    found     // as it was last read or written
	watched stamp     // of the file, when it was last read or written
	mine    bool      // disk holds what this session wrote
	theirs  bool      // disk holds what another program wrote in this session
	before  []byte    // what disk held before another program's words were taken over
	untaken bool      // those words are not on the screen yet
	turn    int       // how often that happened
	aside   []byte    // another's version that was last set aside
	tried   []byte    // what the last save tried to write; it may be there though it failed
	kept    time.Time // when a version was set aside last in this session, or the note was made
	former  []former  // what lay here before it was renewed: to be set aside before the next save
	empty   bool      // renewed with nothing: the file goes
}

// former is what lay on the desk before a note was renewed. Words that are on the disk
// are kept to the byte.
type former struct {
	origin Origin
	data   []byte      // as it is on the disk, or nil
	sheet  sheet.Sheet // where it is not on the disk
}

// writes tells whether a note takes text here.
func (n *note) writes() bool { return n.open && !n.locked }

// opened gives what lies on the desk.
func (n *note) opened() Opened {
	o := opened(n.ref, n.disk)
	o.Sheet, o.Edit, o.Locked = n.sheet, n.edit, n.locked
	o.Exists = o.Exists || n.edit > n.saved // one is on its way
	return o
}

// NewDesk makes a desk over a folder.
func NewDesk(f *Folder, opt Options) *Desk {
	if opt.Delay == 0 {
		opt.Delay = saveDelay
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	return &Desk{
		folder: f, delay: opt.Delay, now: opt.Now,
		wake: make(chan struct{}, 1), told: make(chan struct{}, 1), notes: map[Ref]*note{},
		saves: make(turn, 1),
	}
}

// turn lets one in at a time. Who waits for it may wait for a slow disk, so it is a
// channel: the clock of a test goes on meanwhile, as it does not at a mutex.
type turn chan struct{}

// Lock waits for the turn.
func (t turn) Lock() { t <- struct{}{} }

// Unlock gives it to the next.
func (t turn) Unlock() { <-t }

// Now gives the real time, for what is written down. A displayed clock may differ.
func (d *Desk) Now() time.Time { return d.now() }

// Put takes an edit: in memory, without waiting for anything. An edit that is
// older than what lies there is dropped. One that was made before the words of
// another program came on the screen is saved beside those, as a conflict.
func (d *Desk) Put(ref Ref, edit int, s sheet.Sheet) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.put(ref, edit, s)
}

// Renew takes an edit that does not go on from the words which lie on the desk: they
// are kept as a copy of that origin before it is saved. One that holds nothing takes
// the file away, until something is written again.
func (d *Desk) Renew(ref Ref, edit int, s sheet.Sheet, keep Origin) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	if n != nil && edit > n.edit {
		switch {
		case n.edit > n.saved:
			n.former = append(n.former, former{origin: keep, sheet: n.sheet})
		case n.disk.data != nil:
			n.former = append(n.former, former{origin: keep, data: n.disk.data})
		}
	}
	d.put(ref, edit, s)
	if n = d.notes[ref]; n.edit == edit {
		n.empty = s.Empty()
	}
}

func (d *Desk) put(ref Ref, edit int, s sheet.Sheet) {
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
	n.sheet, n.edit, n.empty = s, edit, false
	d.nudge()
}

// Took says that what Changed told is on the screen: edits from now on are made
// from it, unless newer words are on their way.
func (d *Desk) Took(ev Event) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := d.notes[ev.Ref]; n != nil && n.turn == ev.turn {
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

// saveAll saves what is unsaved, and then what turns out to have gone since.
func (d *Desk) saveAll() error {
	var errs []error
	tried := d.unsaved(time.Time{})
	for _, ref := range tried {
		errs = append(errs, d.save(ref))
	}
	d.lastLook()
	for _, ref := range d.unsaved(time.Time{}) {
		if !slices.Contains(tried, ref) {
			errs = append(errs, d.save(ref))
		}
	}
	return errors.Join(errs...)
}

// lookLimit is how long the last look at the folder may take: words that were saved on
// a share which does not answer any more are no reason to stay.
const lookLimit = 500 * time.Millisecond

func (d *Desk) lastLook() {
	looked := make(chan struct{})
	go func() {
		defer close(looked)
		d.safely(d.watch)
	}()
	select {
	case <-looked:
	case <-time.After(lookLimit):
	}
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
