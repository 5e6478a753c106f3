//go:build unix

package notes

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"
)

func TestEveryFailureHasItsReasonInDutch(t *testing.T) {
	t.Parallel()
	for err, want := range map[error]string{
		errHeld:                     "een ander programma houdt het bestand vast",
		syscall.EBUSY:               "een ander programma houdt het bestand vast",
		syscall.ENOSPC:              "de schijf is vol",
		syscall.EDQUOT:              "de schijf is vol",
		syscall.ENOTDIR:             "op de plek van de map staat een bestand",
		syscall.EROFS:               "de map is alleen-lezen",
		syscall.EACCES:              "geen toegang tot de map",
		syscall.EPERM:               "geen toegang tot de map",
		syscall.ENAMETOOLONG:        "de naam van de map of het bestand is te lang",
		syscall.EFBIG:               "het bestand is te groot",
		syscall.EMFILE:              "er zijn te veel bestanden tegelijk open",
		syscall.ENFILE:              "er zijn te veel bestanden tegelijk open",
		syscall.ESTALE:              "de schijf of de netwerkmap is niet bereikbaar",
		syscall.ENOTCONN:            "de schijf of de netwerkmap is niet bereikbaar",
		syscall.ETIMEDOUT:           "de schijf of de netwerkmap is niet bereikbaar",
		syscall.EHOSTDOWN:           "de schijf of de netwerkmap is niet bereikbaar",
		syscall.EHOSTUNREACH:        "de schijf of de netwerkmap is niet bereikbaar",
		syscall.ENETUNREACH:         "de schijf of de netwerkmap is niet bereikbaar",
		syscall.EIO:                 "de schijf meldt een fout",
		syscall.ENOENT:              "de map is er niet",
		errSlow:                     "de schijf antwoordt niet",
		ErrLocked:                   "de notitie staat open in een ander venster",
		errors.New("wat dan ook"):   "de schijf meldt een fout",
		errors.Join(nil, errNoNote): "er staat niet in bij welke oefening het hoort",
	} {
		if got := Reason(&fs.PathError{Op: "write", Path: "x", Err: err}); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
	if Reason(nil) != "" {
		t.Error("there is a reason where nothing failed")
	}
}
