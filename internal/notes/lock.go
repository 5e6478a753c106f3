package notes

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/gofrs/flock"
)

// Lock takes the lock of a slot file or a folder. The system lets go of it when
// the program ends, however that happens.
func (d disk) Lock(path string) (free func(), taken bool, err error) {
	if _, err := d.sys.stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := d.Claim(path); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, false, err
		}
	}
	free, taken, err = d.sys.lock(path)
	if err != nil {
		return nil, false, fmt.Errorf("lock %s: %w", path, err)
	}
	return free, taken, nil
}

func lock(path string) (free func(), taken bool, err error) {
	slot := flock.New(path, flock.SetFlag(os.O_RDONLY|noFollow))
	ok, err := slot.TryLock()
	if err != nil || !ok {
		return nil, err == nil, err
	}
	return func() { _ = slot.Unlock() }, false, nil
}
