package notes

import (
	"bytes"
	"cmp"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// memory is a file system in memory that writes down what was asked of it, so that
// every state can be made in which a power cut may leave the disk (crashes).
type memory struct {
	mu     sync.Mutex
	start  map[string]*inode // all paths, folders too, as they were
	names  map[string]*inode // and as they are
	locked map[string]bool
	log    []op
	// turn is asked before every step. Its error fails the step; with done, only after
	// it had its effect. Of bytes that are written, a failing turn lets half through.
	turn func(step, path string) (err error, done bool)
}

// inode is a file or a folder, whatever its name is.
type inode struct {
	folder bool
	born   string // what was in it before anything was written down
	data   []byte
}

// op is something that was asked, or a mark that the test set.
type op struct {
	step string            // "entry", "write", "sync", "sync folder", "mark"
	sets map[string]*inode // of entry: what the names stand for from then on, nil for nothing
	node *inode            // of write and sync
	data []byte            // of write: all that is in the file then
	dir  string            // of sync folder
}

// remember makes a memory of files that are safe on the disk.
func remember(files map[string]string) *memory {
	m := &memory{names: map[string]*inode{filepath.FromSlash("/"): {folder: true}}, locked: map[string]bool{}}
	for path, data := range files {
		m.place(path, data)
	}
	m.start = maps.Clone(m.names)
	return m
}

func (m *memory) place(path, data string) {
	for dir := filepath.Dir(path); m.names[dir] == nil; dir = filepath.Dir(dir) {
		m.names[dir] = &inode{folder: true}
	}
	m.names[path] = &inode{born: data, data: []byte(data)}
}

// other puts a file there as another program does, safe on the disk at once.
func (m *memory) other(path, data string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.place(path, data)
	n := m.names[path]
	m.log = append(m.log,
		op{step: "entry", sets: map[string]*inode{path: n}}, op{step: "sync folder", dir: filepath.Dir(path)})
}

// mark says that what was asked until now was promised to be on the disk.
func (m *memory) mark() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.log = append(m.log, op{step: "mark"})
}

// do takes one step.
func (m *memory) do(step, path string, work func() error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.turn != nil {
		err, done := m.turn(step, path)
		if err != nil && done {
			_ = work()
		}
		if err != nil {
			return &fs.PathError{Op: step, Path: path, Err: err}
		}
	}
	if err := work(); err != nil {
		return &fs.PathError{Op: step, Path: path, Err: err}
	}
	return nil
}

// enter changes what names stand for, and writes it down.
func (m *memory) enter(sets map[string]*inode) {
	for path, n := range sets {
		if n == nil {
			delete(m.names, path)
		} else {
			m.names[path] = n
		}
	}
	m.log = append(m.log, op{step: "entry", sets: sets})
}

// anew enters a name that nothing has yet.
func (m *memory) anew(path string, n *inode) error {
	if above := m.names[filepath.Dir(path)]; above == nil || !above.folder {
		return fs.ErrNotExist
	}
	if m.names[path] != nil {
		return fs.ErrExist
	}
	m.enter(map[string]*inode{path: n})
	return nil
}

// system gives the seam of Disk over the memory.
func (m *memory) system() system {
	return system{
		open: m.open, list: m.list, stat: m.stat,
		create: func(path string) (handle, error) {
			f := &file{memory: m, path: path, node: &inode{}}
			return f, m.do("create", path, func() error { return m.anew(path, f.node) })
		},
		rename: func(from, to string) error {
			return m.do("rename", to, func() error {
				if m.names[from] == nil {
					return fs.ErrNotExist
				}
				m.enter(map[string]*inode{from: nil, to: m.names[from]})
				return nil
			})
		},
		remove: func(path string) error {
			return m.do("remove", path, func() error {
				if m.names[path] == nil {
					return fs.ErrNotExist
				}
				m.enter(map[string]*inode{path: nil})
				return nil
			})
		},
		mkdir: func(dir string) error {
			return m.do("mkdir", dir, func() error { return m.anew(dir, &inode{folder: true}) })
		},
		syncFolder: func(dir string) error {
			return m.do("sync folder", dir, func() error {
				m.log = append(m.log, op{step: "sync folder", dir: dir})
				return nil
			})
		},
		lock: m.lock,
	}
}

func (m *memory) open(path string) (f fs.File, err error) {
	err = m.do("open", path, func() error {
		if m.names[path] == nil {
			return fs.ErrNotExist
		}
		f = opening{bytes.NewReader(bytes.Clone(m.names[path].data)), info{path, m.names[path]}}
		return nil
	})
	return f, err
}

func (m *memory) stat(path string) (i fs.FileInfo, err error) {
	err = m.do("stat", path, func() error {
		if m.names[path] == nil {
			return fs.ErrNotExist
		}
		i = info{path, m.names[path]}
		return nil
	})
	return i, err
}

func (m *memory) list(dir string) (list []fs.DirEntry, err error) {
	err = m.do("list", dir, func() error {
		if m.names[dir] == nil {
			return fs.ErrNotExist
		}
		for path, n := range m.names {
			if filepath.Dir(path) == dir && path != dir {
				list = append(list, fs.FileInfoToDirEntry(info{path, n}))
			}
		}
		slices.SortFunc(list, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
		return nil
	})
	return list, err
}

func (m *memory) lock(path string) (free func(), taken bool, err error) {
	err = m.do("lock", path, func() error {
		taken = m.locked[path]
		m.locked[path] = true
		return nil
	})
	if taken || err != nil {
		return nil, taken, err
	}
	return func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		delete(m.locked, path)
	}, false, nil
}

// contents gives the files, without folders.
func (m *memory) contents() map[string]string {
	m.mu.Lock()
	defer m.mu.Unlock()
	files := map[string]string{}
	for path, n := range m.names {
		if !n.folder {
			files[path] = string(n.data)
		}
	}
	return files
}

// holding names the files in which a piece of text stands.
func holding(files map[string]string, text string) []string {
	var paths []string
	for path, data := range files {
		if strings.Contains(data, text) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// file is one that is being written.
type file struct {
	*memory
	path string
	node *inode
}

func (f *file) Write(data []byte) (n int, err error) {
	write := func(part []byte) {
		f.node.data = append(bytes.Clone(f.node.data), part...)
		f.log = append(f.log, op{step: "write", node: f.node, data: f.node.data})
		n = len(part)
	}
	err = f.do("write", f.path, func() error { write(data); return nil })
	if err != nil && n == 0 {
		f.mu.Lock()
		defer f.mu.Unlock()
		write(data[:len(data)/2])
	}
	return n, err
}

func (f *file) Chmod(fs.FileMode) error {
	return f.do("protect", f.path, func() error { return nil })
}

func (f *file) Sync() error {
	return f.do("sync", f.path, func() error {
		f.log = append(f.log, op{step: "sync", node: f.node})
		return nil
	})
}

func (f *file) Close() error { return f.do("close", f.path, func() error { return nil }) }

// opening is a file that is being read.
type opening struct {
	io.Reader
	info fs.FileInfo
}

func (o opening) Stat() (fs.FileInfo, error) { return o.info, nil }
func (opening) Close() error                 { return nil }

// info tells of a name; all is old enough to be swept.
type info struct {
	path string
	node *inode
}

func (i info) Name() string     { return filepath.Base(i.path) }
func (i info) Size() int64      { return int64(len(i.node.data)) }
func (info) ModTime() time.Time { return time.Unix(0, 0) }
func (i info) IsDir() bool      { return i.node.folder }
func (info) Sys() any           { return nil }
func (i info) Mode() fs.FileMode {
	if i.node.folder {
		return fs.ModeDir | folderMode
	}
	return fileMode
}
