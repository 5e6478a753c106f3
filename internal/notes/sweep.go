package notes

import (
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// sweep removes what killed programs left of a save: temporary files, and names that
// were claimed for a copy which never came.
func (d *Desk) sweep() {
	d.saves.Lock() // none of these is of a save that goes on here
	defer d.saves.Unlock()
	f, now := d.folder, time.Now()
	d.sweepIn(f.own(), func(info fs.FileInfo) bool {
		bare, ok := strings.CutPrefix(info.Name(), tempPrefix)
		return ok && d.abandoned(bare, now.Sub(info.ModTime()))
	})
	for _, dir := range []string{f.own(versions), f.own(conflicts), f.path(trash)} {
		d.sweepIn(dir, func(info fs.FileInfo) bool {
			return claimed(info) && d.abandoned(info.Name(), now.Sub(info.ModTime()))
		})
	}
}

func (d *Desk) sweepIn(dir string, goes func(fs.FileInfo) bool) {
	infos, err := d.folder.disk.List(dir)
	if err != nil {
		return
	}
	for _, info := range infos {
		if goes(info) {
			_ = d.folder.disk.Remove(filepath.Join(dir, info.Name()))
		}
	}
}

// claimed tells whether a file is a name for a copy of a note, and nothing in it.
func claimed(info fs.FileInfo) bool {
	ref, named := stemRef(info.Name())
	_, dated := copyMoment(info.Name(), stem(ref))
	return info.Mode().IsRegular() && info.Size() == 0 && named && dated
}

// abandoned tells whether nobody goes on with a file of a save: no other window has its
// note, or, where that cannot be known, it is older than any save.
func (d *Desk) abandoned(bare string, age time.Duration) bool {
	if age > time.Minute {
		return true
	}
	ref, ok := stemRef(bare)
	if !ok {
		return false
	}
	if d.has(ref.File()) {
		return true
	}
	free, taken, err := d.folder.disk.Lock(d.folder.slot(ref))
	if err != nil || taken {
		return false
	}
	free()
	return true
}

// has tells whether the note with a file of that name is open here.
func (d *Desk) has(file string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for ref, n := range d.notes {
		if n.writes() && ref.File() == file {
			return true
		}
	}
	return false
}
