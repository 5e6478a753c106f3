package notes

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// copyTime is how the time of a copy stands in its name.
const copyTime = "20060102-150405"

// dirOf gives the folder for copies that we make.
func (f *Folder) dirOf(o Origin) string {
	switch o {
	case Other:
		return f.own(conflicts)
	case Discarded:
		return f.path(trash)
	}
	return f.own(versions)
}

// aside copies bytes of a note to the folder for copies of that origin, under a name
// of their own, and gives that name, from the folder of the notes on.
func (f *Folder) aside(o Origin, ref Ref, data []byte, now time.Time) (string, error) {
	dir := f.dirOf(o)
	if err := f.disk.Make(dir); err != nil {
		return "", err
	}
	name, err := f.claim(dir, stem(ref)+"."+now.Format(copyTime))
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, name)
	if err := f.disk.Write(path, f.own(), data); err != nil {
		_ = f.disk.Remove(path) // empty
		return "", err
	}
	return f.shown(path), nil
}

// claim takes a name that no other copy has, in no window.
func (f *Folder) claim(dir, base string) (string, error) {
	name := base + noteSuffix
	for i := 2; ; i++ {
		err := f.disk.Claim(filepath.Join(dir, name))
		if !errors.Is(err, fs.ErrExist) {
			return name, err
		}
		name = fmt.Sprintf("%s_%d%s", base, i, noteSuffix)
	}
}

// copied tells whether there is a version with the same bytes: another window makes
// one before it writes over them.
func (f *Folder) copied(ref Ref, data []byte) bool {
	infos, err := f.disk.List(f.own(versions))
	if err != nil {
		return false
	}
	for _, info := range infos {
		of, named := stemRef(info.Name())
		if info.Size() != int64(len(data)) || !info.Mode().IsRegular() || !named || !same(of, ref) {
			continue
		}
		if there, err := f.disk.Read(f.own(versions, info.Name())); err == nil && bytes.Equal(there, data) {
			return true
		}
	}
	return false
}

// stem is what the names of a note's file and of its copies begin with.
func stem(ref Ref) string { return strings.TrimSuffix(ref.File(), noteSuffix) }
