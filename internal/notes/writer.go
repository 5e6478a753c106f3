package notes

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strconv"
	"time"

	"werkboek/internal/sheet"
)

// retries are the pauses after a failed save; the last one goes on.
var retries = [...]time.Duration{time.Second, 2 * time.Second}

// Work saves what is due, watches the notes on the desk, and tells what happened, until ctx
// ends. A failure in it does not stop it, and tell may take its time: saving does
// not wait for it.
func (d *Desk) Work(ctx context.Context, tell func(Event)) {
	go d.safely(func() { d.tell(ctx, tell) })
	d.safely(d.sweep)
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

	copied, err := "", d.setAside(n, &job)
	if err == nil {
		copied, err = d.write(&job)
	}

	d.mu.Lock()
	d.after(n, job, err)
	d.mu.Unlock()
	if copied != "" {
		d.post(Event{Ref: ref, What: Conflict, Edit: job.edit, Copy: copied})
	}
	if err != nil {
		d.post(Event{Ref: ref, What: Failed, Edit: job.edit, Err: err})
		return err
	}
	d.relock(job) // the folder may have been made anew for it
	d.post(Event{Ref: ref, What: Saved, Edit: job.edit})
	return nil
}

// setAside keeps what was on the desk before a note was renewed. What was kept leaves
// the list at once, so that a save that fails halfway keeps nothing twice.
func (d *Desk) setAside(n *note, job *note) error {
	for {
		d.mu.Lock()
		if len(n.former) == 0 {
			d.mu.Unlock()
			return nil
		}
		was := n.former[0]
		d.mu.Unlock()
		now := d.now()
		data := was.data
		if data == nil {
			old := *job
			old.sheet = was.sheet
			data = d.stamped(&old, now).Bytes()
		}
		if _, err := d.folder.aside(was.origin, job.ref, data, now); err != nil {
			return err
		}
		if was.data != nil {
			job.kept = now // what the file holds is in a copy
		}
		d.mu.Lock()
		n.former = n.former[1:]
		d.mu.Unlock()
	}
}

// after notes how a save ended.
func (d *Desk) after(n *note, job note, err error) {
	now := time.Now()
	n.kept, n.aside, n.tried, n.err = job.kept, job.aside, job.tried, err
	if err != nil {
		n.due = now.Add(retries[min(n.tries, len(retries)-1)])
		n.tries++
		return
	}
	n.tries, n.saved = 0, job.edit
	n.watched = unseen // another program may have written since: the next look reads it
	n.disk, n.mine, n.theirs = job.disk, job.disk.data != nil, false
	if n.edit > n.saved { // typed on while we saved
		n.since = now
		n.due = now.Add(d.delay)
	}
}

// write saves a note as it is in job: what another program wrote meanwhile, and
// the version before this session, are set aside first, and once.
func (d *Desk) write(job *note) (copied string, err error) {
	f := d.folder
	now := d.now()
	data := d.stamped(job, now).Bytes()
	if len(data) > MaxBytes {
		return "", ErrTooLarge
	}
	if err := f.prepare(); err != nil {
		return "", err
	}
	if copied, err = d.heed(job, now); err != nil {
		return copied, err
	}
	if err := d.keepVersion(job, now); err != nil {
		return copied, err
	}
	path := f.path(job.disk.file)
	if job.empty {
		if err := f.disk.Remove(path); err != nil {
			return copied, err
		}
		job.disk = found{file: job.disk.file}
		return copied, nil
	}
	job.tried = data
	if err := f.disk.Write(path, f.own(), data); err != nil {
		return copied, err
	}
	job.disk = found{file: job.disk.file, data: data, sheet: job.sheet}
	return copied, nil
}

// heed sets aside what another program wrote in the file meanwhile.
func (d *Desk) heed(job *note, now time.Time) (copied string, err error) {
	f := d.folder
	there, err := f.disk.Read(f.path(job.disk.file))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if there == nil || job.knows(there) {
		return "", nil
	}
	if f.foreign(there) {
		return "", ErrForeign
	}
	if copied, err = f.aside(Other, job.ref, there, now); err != nil {
		return "", err
	}
	job.aside = there
	return copied, nil
}

// versionEvery is how far two versions of a note that is written in lie apart.
const versionEvery = 10 * time.Minute

// keepVersion sets aside what the file holds: the first time in a session, and then
// once in a while. A new note has nothing to keep at first.
func (d *Desk) keepVersion(job *note, now time.Time) error {
	if job.disk.data == nil || now.Sub(job.kept).Abs() < versionEvery {
		if job.kept.IsZero() {
			job.kept = now
		}
		return nil
	}
	if _, err := d.folder.aside(Earlier, job.ref, job.disk.data, now); err != nil {
		return err
	}
	job.kept = now
	d.folder.thin(job.ref, now)
	return nil
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

// stamped gives the sheet with the head lines of a note. Those that a new note lacks
// come before what its kind keeps in the head.
func (d *Desk) stamped(job *note, now time.Time) sheet.Sheet {
	s, kind := job.sheet, job.sheet.Head(headKind)
	if s.Head(headFormat) == "" {
		s = s.WithHead(headKind, "")
	}
	s = s.WithFirstHead(headChanged, now.Format(time.RFC3339)).WithFirstHead(headKind, kind)
	if job.ref.PerChapter {
		s = s.WithFirstHead(headChapter, strconv.Itoa(job.ref.Chapter))
	}
	return s.WithFirstHead(headExercise, job.ref.Name).WithFirstHead(headModule, d.folder.module).WithFirstHead(headFormat, formatNow)
}
