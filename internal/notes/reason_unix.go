//go:build unix

package notes

import (
	"errors"
	"slices"

	"golang.org/x/sys/unix"
)

// anyOf tells whether an error is one of these.
func anyOf(err error, list ...unix.Errno) bool {
	return slices.ContainsFunc(list, func(e unix.Errno) bool { return errors.Is(err, e) })
}

func full(err error) bool { return anyOf(err, unix.ENOSPC, unix.EDQUOT) }

func readOnly(err error) bool { return anyOf(err, unix.EROFS) }

// held tells that another program holds a file, for as long as it likes.
func held(err error) bool { return anyOf(err, unix.EBUSY, unix.ETXTBSY) }

// denied tells of a refusal that may stand for held.
func denied(error) bool { return false }

// noFolder tells that a file stands where a folder should be.
func noFolder(err error) bool { return anyOf(err, unix.ENOTDIR) }

func tooLong(err error) bool { return anyOf(err, unix.ENAMETOOLONG) }

func tooLarge(err error) bool { return anyOf(err, unix.EFBIG) }

func tooMany(err error) bool { return anyOf(err, unix.EMFILE, unix.ENFILE) }

// away tells that a network share or a disk that can be unplugged does not answer.
func away(err error) bool {
	return anyOf(err, unix.ESTALE, unix.ENOTCONN, unix.ETIMEDOUT, unix.EHOSTDOWN, unix.EHOSTUNREACH,
		unix.ENETDOWN, unix.ENETUNREACH, unix.ECONNRESET, unix.ECONNABORTED, unix.ENODEV, unix.ENXIO)
}
