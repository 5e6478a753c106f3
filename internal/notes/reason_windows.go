package notes

import (
	"errors"
	"slices"

	"golang.org/x/sys/windows"
)

// anyOf tells whether an error is one of these.
func anyOf(err error, list ...windows.Errno) bool {
	return slices.ContainsFunc(list, func(e windows.Errno) bool { return errors.Is(err, e) })
}

func full(err error) bool {
	return anyOf(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

func readOnly(err error) bool { return anyOf(err, windows.ERROR_WRITE_PROTECT) }

// held tells that another program holds a file, for as long as it likes.
func held(err error) bool {
	return anyOf(err, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE)
}

// denied tells of a refusal that may stand for held: so Windows calls it when what is
// to be replaced or removed is open elsewhere.
func denied(err error) bool { return anyOf(err, windows.ERROR_ACCESS_DENIED) }

// noFolder tells that a file stands where a folder should be.
func noFolder(err error) bool { return anyOf(err, windows.ERROR_DIRECTORY) }

func tooLong(err error) bool {
	return anyOf(err, windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BUFFER_OVERFLOW)
}

func tooLarge(err error) bool { return anyOf(err, windows.ERROR_FILE_TOO_LARGE) }

func tooMany(err error) bool { return anyOf(err, windows.ERROR_TOO_MANY_OPEN_FILES) }

// away tells that a network share or a disk that can be unplugged does not answer.
func away(err error) bool {
	return anyOf(err, windows.ERROR_BAD_NETPATH, windows.ERROR_BAD_NET_NAME, windows.ERROR_NETNAME_DELETED,
		windows.ERROR_UNEXP_NET_ERR, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_NETWORK_UNREACHABLE,
		windows.ERROR_HOST_UNREACHABLE, windows.ERROR_NETWORK_BUSY, windows.ERROR_SEM_TIMEOUT, windows.ERROR_NOT_READY)
}
