package notes

import (
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"werkboek/internal/sheet"
)

// index knows of every file in the folder which note it is, and reads none twice
// while it stays the same: a folder may hold thousands of other files.
type index struct {
	mu    sync.Mutex
	files map[string]card // by name
}

// card is what the head of a file says.
type card struct {
	stamp  stamp
	note   bool // it says of which exercise it is
	module string
	ref    Ref
	at     time.Time // of its words, where it says so
}

// card gives what the head of a file in the folder says.
func (f *Folder) card(info fs.FileInfo) card {
	f.index.mu.Lock()
	defer f.index.mu.Unlock()
	now := stampOf(info)
	if c, known := f.index.files[info.Name()]; known && c.stamp == now {
		return c
	}
	c := card{stamp: now}
	if info.Mode().IsRegular() && info.Size() <= MaxBytes {
		data, err := f.disk.Read(f.path(info.Name()))
		if err != nil {
			return c // it is tried again
		}
		c.read(data, info.Name())
	}
	if f.index.files == nil {
		f.index.files = map[string]card{}
	}
	f.index.files[info.Name()] = c
	return c
}

func (c *card) read(data []byte, name string) {
	s, err := sheet.Parse(data)
	if err != nil || s.Head(headExercise) == "" {
		return
	}
	c.note, c.module, c.ref = true, s.Head(headModule), refOf(s, name)
	c.at, _ = time.Parse(time.RFC3339, s.Head(headChanged))
}

// ours tells whether the file is a note, and of this module or of none.
func (c card) ours(module string) bool {
	return c.note && (c.module == "" || c.module == module)
}

// isNote tells whether a file has the name of notes.
func isNote(info fs.FileInfo) bool { return filepath.Ext(info.Name()) == noteSuffix }
