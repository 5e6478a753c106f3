package notes

import (
	"errors"
	"fmt"
	"io/fs"
	"time"
)

// holdTries is how often a file that another program holds is tried; the pauses are
// 450 ms together.
const holdTries = 10

// errHeld is a file that another program does not let go.
var errHeld = errors.New("held by another program")

// patience tells which errors may pass by themselves, and waits.
type patience struct {
	held   func(error) bool // another program holds the file
	denied func(error) bool // a refusal that may mean the same
	pause  func(time.Duration)
}

// patient tries again for a moment what fails because another program holds the
// file: a virus scanner or a cloud client does so right after a save, and then
// Windows refuses to open, to replace and to remove it. What may not be read at all
// is not tried again: a folder may hold many of those.
func (s system) patient(p patience) system {
	open, rename, remove := s.open, s.rename, s.remove
	s.open = func(path string) (f fs.File, err error) {
		err = p.again(func() error { f, err = open(path); return err }, p.held)
		return f, err
	}
	s.rename = func(from, to string) error {
		return s.blame(p, to, p.again(func() error { return rename(from, to) }, p.passes))
	}
	s.remove = func(path string) error {
		return s.blame(p, path, p.again(func() error { return remove(path) }, p.passes))
	}
	return s
}

func (p patience) passes(err error) bool { return p.held(err) || p.denied(err) }

func (p patience) again(do func() error, passes func(error) bool) error {
	for i := range holdTries - 1 {
		if err := do(); err == nil || !passes(err) {
			return err
		}
		p.pause(time.Duration(i+1) * 10 * time.Millisecond)
	}
	return do()
}

// blame tells a refusal of a file that may be written from one that is held.
func (s system) blame(p patience, path string, err error) error {
	if err == nil || !p.denied(err) {
		return err
	}
	if info, e := s.stat(path); e == nil && info.Mode().Perm()&0o200 != 0 {
		return fmt.Errorf("%w: %w", errHeld, err)
	}
	return err
}
