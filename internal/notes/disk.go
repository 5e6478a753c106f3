package notes

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Errors on which somebody decides. Reason tells them in Dutch.
var (
	// ErrForeign is a file with our name that belongs to another module.
	ErrForeign = errors.New("note of another module")
	// ErrLocked is a note that another window has open.
	ErrLocked = errors.New("note open in another window")
	// ErrNoFile is something that is no ordinary file: a folder, a pipe, a link.
	ErrNoFile = errors.New("not a regular file")
	// ErrTooLarge is a file larger than MaxBytes.
	ErrTooLarge = errors.New("file too large")
)

// MaxBytes is the largest note that is read.
const MaxBytes = 16 << 20

// Modes of what we make, whatever the umask.
const (
	fileMode   = 0o600
	folderMode = 0o700
)

// Disk is all that notes do with files. Paths are absolute.
type Disk interface {
	// Read gives the bytes of an ordinary file; it follows no link and waits for
	// no pipe.
	Read(path string) ([]byte, error)
	// Head gives no more than the first bytes of such a file.
	Head(path string, most int64) ([]byte, error)
	// Write puts bytes in place of a file, whole or not at all; temp is a folder
	// on the same file system.
	Write(path, temp string, data []byte) error
	// Claim makes an empty file under a name that nothing has yet; its error is
	// fs.ErrExist where something has.
	Claim(path string) error
	// List names the files of a folder.
	List(dir string) ([]fs.FileInfo, error)
	// Stat tells about a file without following a link.
	Stat(path string) (fs.FileInfo, error)
	// Make makes a folder and those above it.
	Make(dir string) error
	// Remove takes a file away for good; one that is gone already is no error.
	Remove(path string) error
	// Sync makes last, through a power cut, what happened to the names in a folder; one
	// that is not there is no error.
	Sync(dir string) error
	// Lock takes the lock of a slot file, which is made when it is not there, or
	// of a folder; free lets go. Taken tells that another holds it.
	Lock(path string) (free func(), taken bool, err error)
}

// OS is the real disk.
func OS() Disk {
	return disk{system{
		open: func(path string) (fs.File, error) { return os.OpenFile(path, os.O_RDONLY|noFollow, 0) },
		list: os.ReadDir,
		stat: os.Lstat,
		create: func(path string) (handle, error) {
			return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL|noFollow, fileMode)
		},
		rename:     os.Rename,
		remove:     os.Remove,
		mkdir:      makeFolder,
		syncFolder: syncFolder,
		lock:       lock,
	}.patient(patience{held, denied, time.Sleep})}
}

type disk struct{ sys system }

// system is what keeping files asks of the operating system, step by step: the
// order of the steps is what makes a save last.
type system struct {
	open       func(path string) (fs.File, error)
	list       func(dir string) ([]fs.DirEntry, error)
	stat       func(path string) (fs.FileInfo, error) // without following a link
	create     func(path string) (handle, error)      // of a file that is not there yet
	rename     func(from, to string) error
	remove     func(path string) error
	mkdir      func(dir string) error
	syncFolder func(dir string) error
	lock       func(path string) (free func(), taken bool, err error) // of what is there
}

// handle is a file that is being written.
type handle interface {
	io.Writer
	Chmod(mode fs.FileMode) error
	Sync() error
	Close() error
}

func (d disk) Read(path string) ([]byte, error) {
	data, err := d.Head(path, MaxBytes+1)
	if len(data) > MaxBytes {
		return nil, &fs.PathError{Op: "read", Path: path, Err: ErrTooLarge}
	}
	return data, err
}

func (d disk) Head(path string, most int64) ([]byte, error) {
	info, err := d.sys.stat(path)
	if err != nil {
		return nil, fmt.Errorf("look at %s: %w", path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: ErrNoFile}
	}
	f, err := d.sys.open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: ErrNoFile}
	}
	data, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return data, nil
}

func (d disk) Write(path, temp string, data []byte) (err error) {
	of := strings.TrimSuffix(filepath.Base(path), noteSuffix) // so that it can be told whose it is
	name := filepath.Join(temp, fmt.Sprintf("%s%s.%d-%d", tempPrefix, of, os.Getpid(), time.Now().UnixNano()))
	defer func() {
		if err != nil {
			_ = d.sys.remove(name) // also where making it failed: a share may have lost the answer only
		}
	}()
	f, err := d.sys.create(name)
	if err != nil {
		return fmt.Errorf("make %s: %w", name, err)
	}
	if err := fill(f, data); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := d.sys.rename(name, path); err != nil {
		return fmt.Errorf("replace %s: %w", path, err)
	}
	return d.sys.syncFolder(filepath.Dir(path))
}

func (d disk) Claim(path string) error {
	f, err := d.sys.create(path)
	if err != nil {
		return fmt.Errorf("claim %s: %w", path, err)
	}
	if err := errors.Join(protect(f), f.Close()); err != nil {
		_ = d.sys.remove(path) // empty
		return fmt.Errorf("claim %s: %w", path, err)
	}
	return nil
}

// fill writes, syncs and closes a file; each of them can tell of a full disk.
func fill(f handle, data []byte) error {
	n, err := f.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	if err == nil {
		err = protect(f)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// protect gives a file the mode of ours, whatever the umask.
func protect(f handle) error {
	if runtime.GOOS == "windows" {
		return nil // it knows no such modes; the folder's own rights hold
	}
	return f.Chmod(fileMode)
}

func (d disk) List(dir string) ([]fs.FileInfo, error) {
	entries, err := d.sys.list(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", dir, err)
	}
	var list []fs.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			list = append(list, info)
		}
	}
	return list, nil
}

func (d disk) Stat(path string) (fs.FileInfo, error) {
	info, err := d.sys.stat(path)
	if err != nil {
		return nil, fmt.Errorf("look at %s: %w", path, err)
	}
	return info, nil
}

func (d disk) Make(dir string) error {
	if info, err := d.sys.stat(dir); err == nil && info.IsDir() {
		return nil
	}
	above := filepath.Dir(dir)
	if above != dir {
		if err := d.Make(above); err != nil {
			return err
		}
	}
	switch err := d.sys.mkdir(dir); {
	case errors.Is(err, fs.ErrExist): // a link to a folder, or another window was first
		return nil
	case err != nil:
		return fmt.Errorf("make folder %s: %w", dir, err)
	}
	return d.sys.syncFolder(above)
}

// makeFolder makes one folder, with the mode of ours, whatever the umask.
func makeFolder(dir string) error {
	if err := os.Mkdir(dir, folderMode); err != nil {
		return err
	}
	if err := os.Chmod(dir, folderMode); err != nil && runtime.GOOS != "windows" {
		return err
	}
	return nil
}

func (d disk) Sync(dir string) error {
	if _, err := d.sys.stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return d.sys.syncFolder(dir)
}

func (d disk) Remove(path string) error {
	err := d.sys.remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("remove %s: %w", path, err)
	}
	return d.sys.syncFolder(filepath.Dir(path))
}
