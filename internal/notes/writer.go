package notes

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"time"

	"werkboek/internal/sheet"
)

// watchEvery is how often open notes are looked at for changes by others.
const watchEvery = time.Second

// retries are the pauses after a failed save; the last one goes on.
var retries = [...]time.Duration{time.Second, 2 * time.Second}

// Work saves what is due, watches open notes, and tells what happened, until ctx
// ends. A failure in it does not stop it, and tell may take its time: saving does
// not wait for it.
func (d *Desk) Work(ctx context.Context, tell func(Event)) {
	go d.safely(func() { d.tell(ctx, tell) })
	watch := time.NewTicker(watchEvery)
	defer watch.Stop()
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for {
		timer.Reset(d.wait())
		select {
		case <-ctx.Done():
			return
		case <-d.wake:
		case <-timer.C:
		case <-watch.C:
			d.safely(d.watch)
		}
		d.safely(func() {
			for _, ref := range d.unsaved(time.Now()) {
				_ = d.save(ref) // State and Failed tell of it; it is tried again
			}
			d.letGo()
		})
	}
}

// safely keeps a failure from ending the writer: what lies on the desk is saved
// the next time.
func (d *Desk) safely(work func()) {
	defer func() { _ = recover() }()
	work()
}

// tell passes news on, in order, until ctx ends.
func (d *Desk) tell(ctx context.Context, tell func(Event)) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-d.told:
		}
		d.mu.Lock()
		news := d.news
		d.news = nil
		d.mu.Unlock()
		for _, ev := range news {
			tell(ev)
		}
	}
}

// post lays news down to be told.
func (d *Desk) post(ev Event) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.news = append(d.news, ev)
	select {
	case d.told <- struct{}{}:
	default:
	}
}

// wait gives the time until the next save is due.
func (d *Desk) wait() time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	next := time.Hour
	for _, n := range d.notes {
		if n.edit > n.saved {
			next = min(next, time.Until(n.due))
		}
	}
	return max(next, 0)
}

// save puts the newest edit of a note on the disk.
func (d *Desk) save(ref Ref) error {
	d.saves.Lock()
	defer d.saves.Unlock()
	d.mu.Lock()
	n := d.notes[ref]
	if n == nil || n.edit == n.saved {
		d.mu.Unlock()
		return nil
	}
	job := *n
	d.mu.Unlock()

	copied, err := d.write(&job)
	watched := d.stampOf(job.disk.file)

	d.mu.Lock()
	d.after(n, job, watched, err)
	d.mu.Unlock()
	if copied != "" {
		d.post(Event{Ref: ref, What: Conflict, Edit: job.edit, Copy: copied})
	}
	if err != nil {
		d.post(Event{Ref: ref, What: Failed, Edit: job.edit, Err: err})
		return err
	}
	d.post(Event{Ref: ref, What: Saved, Edit: job.edit})
	return nil
}

// after notes how a save ended.
func (d *Desk) after(n *note, job note, watched stamp, err error) {
	now := time.Now()
	n.kept, n.aside, n.tried, n.err = job.kept, job.aside, job.tried, err
	if err != nil {
		n.due = now.Add(retries[min(n.tries, len(retries)-1)])
		n.tries++
		return
	}
	n.tries, n.saved, n.watched = 0, job.edit, watched
	n.disk, n.mine = job.disk, true
	if n.edit > n.saved { // typed on while we saved
		n.since = now
		n.due = now.Add(d.delay)
	}
}

// write saves a note as it is in job: what another program wrote meanwhile, and
// the version before this session, are set aside first, and once.
func (d *Desk) write(job *note) (copied string, err error) {
	f := d.folder
	now := time.Now()
	data := d.stamped(job, now).Bytes()
	if len(data) > MaxBytes {
		return "", ErrTooLarge
	}
	if err := f.prepare(); err != nil {
		return "", err
	}
	path := f.path(job.disk.file)
	there, err := f.disk.Read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if there != nil && !job.knows(there) {
		if f.foreign(there) {
			return "", ErrForeign
		}
		if copied, err = f.aside(conflicts, job.disk.file, there, now); err != nil {
			return "", err
		}
		job.aside = there
	}
	if !job.kept && job.disk.data != nil {
		if _, err := f.aside(versions, job.disk.file, job.disk.data, now); err != nil {
			return copied, err
		}
	}
	job.kept, job.tried = true, data
	if err := f.disk.Write(path, f.own(), data); err != nil {
		return copied, err
	}
	job.disk.data = data
	return copied, nil
}

// knows tells whether bytes in the file are what this session read or wrote, or
// set aside before.
func (n *note) knows(there []byte) bool {
	for _, known := range [][]byte{n.disk.data, n.tried, n.aside} {
		if known != nil && bytes.Equal(there, known) {
			return true
		}
	}
	return false
}

// stamped gives the sheet with the head lines of a note.
func (d *Desk) stamped(job *note, now time.Time) sheet.Sheet {
	kind := job.sheet.Head(headKind)
	s := job.sheet
	if s.Head(headFormat) == "" { // a new note: the kind comes after the exercise
		s = s.WithHead(headKind, "")
	}
	s = s.WithHead(headFormat, formatNow).WithHead(headModule, d.folder.module).WithHead(headExercise, job.ref.Name)
	if job.ref.PerChapter {
		s = s.WithHead(headChapter, strconv.Itoa(job.ref.Chapter))
	}
	return s.WithHead(headKind, kind).WithHead(headChanged, now.Format(time.RFC3339))
}

// letGo takes closed notes off the desk once they are saved.
func (d *Desk) letGo() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for ref, n := range d.notes {
		if n.closed && n.edit == n.saved {
			if n.free != nil {
				n.free()
			}
			delete(d.notes, ref)
		}
	}
}

// stamp tells a file from what it was, without reading it.
type stamp struct {
	exists bool
	size   int64
	at     time.Time
}

func (d *Desk) stampOf(file string) stamp {
	info, err := d.folder.disk.Stat(d.folder.path(file))
	if err != nil {
		return stamp{}
	}
	return stamp{true, info.Size(), info.ModTime()}
}

// watch looks at the open notes: one that another program changed is read again,
// unless something of ours is unsaved; then the next save keeps both.
func (d *Desk) watch() {
	d.saves.Lock()
	defer d.saves.Unlock()
	for _, ref := range d.open() {
		if ev, ok := d.look(ref); ok {
			d.post(ev)
		}
	}
}

func (d *Desk) open() []Ref {
	d.mu.Lock()
	defer d.mu.Unlock()
	var refs []Ref
	for ref, n := range d.notes {
		if n.edit == n.saved {
			refs = append(refs, ref)
		}
	}
	return refs
}

// look gives the news of one note.
func (d *Desk) look(ref Ref) (Event, bool) {
	d.mu.Lock()
	n := d.notes[ref]
	was := *n
	d.mu.Unlock()
	if was.locked {
		return d.unlock(ref)
	}
	now := d.stampOf(was.disk.file)
	if now == was.watched {
		return Event{}, false
	}
	found, err := d.folder.look(was.disk.file, ref)
	if err != nil || found.broken {
		return Event{}, false
	}
	if found.data == nil || bytes.Equal(found.data, was.disk.data) {
		d.mu.Lock()
		defer d.mu.Unlock()
		n.watched = now
		return Event{}, false
	}
	return d.adopt(n, was, found, now)
}

// adopt takes over what another program wrote. Words of this session that stood
// in the file are set aside first: they may not be in the other's.
func (d *Desk) adopt(n *note, was note, found found, now stamp) (Event, bool) {
	copied := ""
	if was.mine {
		var err error
		if copied, err = d.folder.aside(conflicts, was.disk.file, was.disk.data, time.Now()); err != nil {
			return Event{}, false
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if n.edit != n.saved { // typed meanwhile: the next save keeps both
		return Event{}, false
	}
	n.before, n.untaken, n.mine = n.disk.data, true, false
	n.disk, n.sheet, n.watched = found, found.sheet, now
	return Event{Ref: n.ref, What: Changed, Edit: n.edit, Sheet: found.sheet, Copy: copied}, true
}

// unlock tries again to take the lock of a note that another window had.
func (d *Desk) unlock(ref Ref) (Event, bool) {
	free, taken := d.lock(ref)
	if taken {
		return Event{}, false
	}
	found, err := d.folder.find(ref)
	if err != nil {
		if free != nil {
			free()
		}
		return Event{}, false
	}
	watched := d.stampOf(found.file)
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	n.locked, n.free, n.disk, n.sheet, n.watched = false, free, found, found.sheet, watched
	return Event{Ref: ref, What: Unlocked, Sheet: found.sheet, Exists: found.data != nil && !found.broken}, true
}

func joined(dir, name string) string { return filepath.Join(dir, name) }
