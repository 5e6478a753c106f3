package notes

import (
	"fmt"
	"os"

	"github.com/gofrs/flock"
)

// Lock takes the lock of a slot file or a folder. The system lets go of it when
// the program ends, however that happens.
func (disk) Lock(path string) (free func(), taken bool, err error) {
	flags := os.O_RDONLY | noFollow
	if info, err := os.Lstat(path); err != nil || !info.IsDir() {
		flags |= os.O_CREATE
	}
	slot := flock.New(path, flock.SetFlag(flags), flock.SetPermissions(fileMode))
	ok, err := slot.TryLock()
	if err != nil {
		return nil, false, fmt.Errorf("lock %s: %w", path, err)
	}
	if !ok {
		return nil, true, nil
	}
	return func() { _ = slot.Unlock() }, false, nil
}
