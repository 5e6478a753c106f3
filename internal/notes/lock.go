package notes

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// Lock takes the lock of a slot file, which is made when it is not there. The
// system lets go of it when the program ends, however that happens.
func (disk) Lock(path string) (free func(), taken bool, err error) {
	f, err := os.OpenFile(path, os.O_RDONLY|os.O_CREATE|noFollow, fileMode)
	if err != nil {
		// On a read-only file system the folder itself serves as the slot.
		path = filepath.Dir(path)
	} else {
		_ = f.Close()
	}
	slot := flock.New(path, flock.SetFlag(os.O_RDONLY))
	ok, err := slot.TryLock()
	if err != nil {
		return nil, false, fmt.Errorf("lock %s: %w", path, err)
	}
	if !ok {
		return nil, true, nil
	}
	return func() { _ = slot.Unlock() }, false, nil
}
