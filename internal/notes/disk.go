package notes

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Errors on which somebody decides. Reason tells them in Dutch.
var (
	// ErrForeign is a file with our name that belongs to another module.
	ErrForeign = errors.New("note of another module")
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
	// Write puts bytes in place of a file, whole or not at all; temp is a folder
	// on the same file system.
	Write(path, temp string, data []byte) error
	// List names the files of a folder.
	List(dir string) ([]fs.FileInfo, error)
	// Stat tells about a file without following a link.
	Stat(path string) (fs.FileInfo, error)
	// Make makes a folder and those above it.
	Make(dir string) error
	// Remove takes a file away.
	Remove(path string) error
	// Lock takes the lock of a slot file, which is made when it is not there, or
	// of a folder; free lets go. Taken tells that another holds it.
	Lock(path string) (free func(), taken bool, err error)
}

// OS is the real disk.
func OS() Disk { return disk{} }

type disk struct{}

func (disk) Read(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, fmt.Errorf("look at %s: %w", path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("read %s: %w", path, ErrNoFile)
	}
	f, err := os.OpenFile(path, os.O_RDONLY|noFollow, 0)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, fmt.Errorf("read %s: %w", path, ErrNoFile)
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("read %s: %w", path, ErrTooLarge)
	}
	return data, nil
}

func (d disk) Write(path, temp string, data []byte) (err error) {
	name := filepath.Join(temp, fmt.Sprintf("%s%d-%d", tempPrefix, os.Getpid(), time.Now().UnixNano()))
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL|noFollow, fileMode)
	if err != nil {
		return fmt.Errorf("make %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(name)
		}
	}()
	if err := fill(f, data); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := rename(name, path); err != nil {
		return fmt.Errorf("replace %s: %w", path, err)
	}
	return syncFolder(filepath.Dir(path))
}

// fill writes, syncs and closes a file; each of them can tell of a full disk.
func fill(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Chmod(fileMode)
		if runtime.GOOS == "windows" {
			err = nil // it knows no such modes; the folder's own rights hold
		}
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func (disk) List(dir string) ([]fs.FileInfo, error) {
	entries, err := os.ReadDir(dir)
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

func (disk) Stat(path string) (fs.FileInfo, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, fmt.Errorf("look at %s: %w", path, err)
	}
	return info, nil
}

func (disk) Make(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return fmt.Errorf("make folder %s: %w", dir, err)
	}
	if err := os.Chmod(dir, folderMode); err != nil && runtime.GOOS != "windows" {
		return fmt.Errorf("protect folder %s: %w", dir, err)
	}
	return nil
}

func (disk) Remove(path string) error {
	if err := os.Remove(path); err != nil {
		return fmt.Errorf("remove %s: %w", path, err)
	}
	return nil
}
