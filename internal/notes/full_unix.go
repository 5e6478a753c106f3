//go:build unix

package notes

import (
	"errors"

	"golang.org/x/sys/unix"
)

func full(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }

func readOnly(err error) bool { return errors.Is(err, unix.EROFS) }
