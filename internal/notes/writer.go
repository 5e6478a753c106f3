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
// ends. A failure in it does not stop it.
func (d *Desk) Work(ctx context.Context, tell func(Event)) {
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
			d.safely(func() { d.watch(tell) })
		}
		d.safely(func() {
			for _, ref := range d.unsaved(time.Now()) {
				_ = d.save(ref, tell) // State and Failed tell of it; it is tried again
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
func (d *Desk) save(ref Ref, tell func(Event)) error {
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

	written, copied, err := d.write(&job)
	now := time.Now()

	d.mu.Lock()
	n.disk, n.kept = job.disk, job.kept
	n.err = err
	switch {
	case err != nil:
		n.due = now.Add(retries[min(n.tries, len(retries)-1)])
		n.tries++
	default:
		n.tries = 0
		n.saved = job.edit
		n.disk.data = written
		n.watched = d.stampOf(n.disk.file)
		if n.edit > n.saved { // typed on while we saved
			n.since = now
			n.due = now.Add(d.delay)
		}
	}
	d.mu.Unlock()
	report(tell, ref, job.edit, copied, err)
	return err
}

func report(tell func(Event), ref Ref, edit int, copied string, err error) {
	if tell == nil {
		return
	}
	if copied != "" {
		tell(Event{Ref: ref, What: Conflict, Edit: edit, Copy: copied})
	}
	if err != nil {
		tell(Event{Ref: ref, What: Failed, Edit: edit, Err: err})
		return
	}
	tell(Event{Ref: ref, What: Saved, Edit: edit})
}

// write saves a note as it is in job: what another program wrote meanwhile, and
// the version before this session, are set aside first.
func (d *Desk) write(job *note) (data []byte, copied string, err error) {
	f := d.folder
	if err := f.prepare(); err != nil {
		return nil, "", err
	}
	now := time.Now()
	path := f.path(job.disk.file)
	there, err := f.disk.Read(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		there = nil
	case err != nil:
		return nil, "", err
	}
	if there != nil && !bytes.Equal(there, job.disk.data) {
		if s, err := sheet.Parse(there); err == nil && s.Head(headModule) != "" && s.Head(headModule) != f.module {
			return nil, "", ErrForeign
		}
		if copied, err = f.aside(conflicts, job.disk.file, there, now); err != nil {
			return nil, "", err
		}
	}
	if !job.kept && job.disk.data != nil {
		if _, err := f.aside(versions, job.disk.file, job.disk.data, now); err != nil {
			return nil, copied, err
		}
	}
	job.kept = true
	data = d.stamped(job, now).Bytes()
	if err := f.disk.Write(path, f.own(), data); err != nil {
		return nil, copied, err
	}
	return data, copied, nil
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
func (d *Desk) watch(tell func(Event)) {
	d.saves.Lock()
	defer d.saves.Unlock()
	for _, ref := range d.open() {
		if ev, ok := d.look(ref); ok {
			tell(ev)
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
	file, was, locked, known := n.disk.file, n.watched, n.locked, n.disk.data
	d.mu.Unlock()
	if locked {
		return d.unlock(ref)
	}
	now := d.stampOf(file)
	if now == was {
		return Event{}, false
	}
	found, err := d.folder.look(file, ref)
	if err != nil || found.broken {
		return Event{}, false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	n.watched = now
	if n.edit != n.saved || bytes.Equal(found.data, known) || found.data == nil {
		return Event{}, false
	}
	n.disk, n.sheet = found, found.sheet
	return Event{Ref: ref, What: Changed, Sheet: found.sheet}, true
}

// unlock tries again to take the lock of a note that another window had.
func (d *Desk) unlock(ref Ref) (Event, bool) {
	free, taken := d.lock(ref)
	if taken {
		return Event{}, false
	}
	found, err := d.folder.find(ref)
	if err != nil {
		return Event{}, false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.notes[ref]
	n.locked, n.free, n.disk, n.sheet = false, free, found, found.sheet
	n.watched = d.stampOf(found.file)
	return Event{Ref: ref, What: Unlocked, Sheet: found.sheet}, true
}

func joined(dir, name string) string { return filepath.Join(dir, name) }
