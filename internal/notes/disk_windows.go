package notes

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

const noFollow = 0

func rename(from, to string) error {
	return patiently(func() error { return os.Rename(from, to) })
}

func remove(path string) error {
	return patiently(func() error { return os.Remove(path) })
}

// patiently tries again for a moment: a virus scanner or another reader may hold the
// file open, and then Windows refuses.
func patiently(do func() error) error {
	const tries = 10
	var err error
	for i := range tries {
		if err = do(); err == nil || !held(err) {
			return err
		}
		time.Sleep(time.Duration(i+1) * 10 * time.Millisecond)
	}
	return err
}

func held(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// syncFolder has no counterpart on Windows: a rename there is as lasting as it gets.
func syncFolder(string) error { return nil }
