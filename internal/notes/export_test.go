package notes

import (
	"io/fs"
	"path/filepath"
)

// Steps is the real disk, which tells every step that keeping a file takes.
func Steps(tell func(step, path string)) Disk {
	real := OS().(disk).sys
	sys := real
	sys.create = func(path string) (handle, error) {
		tell("create", path)
		f, err := real.create(path)
		return told{f, func(step string) { tell(step, path) }}, err
	}
	sys.rename = func(from, to string) error {
		tell("rename", to)
		return real.rename(from, to)
	}
	sys.syncFolder = func(dir string) error {
		tell("sync folder", filepath.Clean(dir))
		return real.syncFolder(dir)
	}
	return disk{sys}
}

type told struct {
	handle
	tell func(step string)
}

func (t told) Write(data []byte) (int, error) {
	t.tell("write")
	return t.handle.Write(data)
}

func (t told) Chmod(mode fs.FileMode) error {
	t.tell("protect")
	return t.handle.Chmod(mode)
}

func (t told) Sync() error {
	t.tell("sync")
	return t.handle.Sync()
}

func (t told) Close() error {
	t.tell("close")
	return t.handle.Close()
}
