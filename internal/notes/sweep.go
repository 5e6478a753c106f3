package notes

import (
	"strings"
	"time"
)

// sweep removes what killed programs left of a save. While another window has the
// note such a file may be of a save that goes on; no save of ours goes on meanwhile.
func (d *Desk) sweep(now time.Time) {
	d.saves.Lock()
	defer d.saves.Unlock()
	f := d.folder
	infos, err := f.disk.List(f.own())
	if err != nil {
		return
	}
	for _, info := range infos {
		if bare, ok := strings.CutPrefix(info.Name(), tempPrefix); ok && d.abandoned(bare, now.Sub(info.ModTime())) {
			_ = f.disk.Remove(f.own(info.Name()))
		}
	}
}

// abandoned tells whether nobody goes on with a temporary file: no other window has
// its note, or, where that cannot be known, it is older than any save.
func (d *Desk) abandoned(bare string, age time.Duration) bool {
	if age > time.Minute {
		return true
	}
	ref, ok := stemRef(bare)
	if !ok {
		return false
	}
	if d.has(ref) {
		return true
	}
	free, taken, err := d.folder.disk.Lock(d.folder.slot(ref))
	if err != nil || taken {
		return false
	}
	free()
	return true
}

// has tells whether this desk has the lock of a note.
func (d *Desk) has(ref Ref) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, n := range d.notes {
		if n.writes() && n.ref.File() == ref.File() {
			return true
		}
	}
	return false
}
