package tui

import (
	"errors"
	"os"
	"testing"
	"testing/synctest"
	"time"
)

func TestNoDiskHoldsUpTheWayOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		free := make(chan struct{})
		_, err := inTime(time.Second, func(...string) ([]string, error) { <-free; return nil, nil })
		if !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Errorf("a share that is gone gives %v", err)
		}
		close(free)
		paths, err := inTime(time.Second, func(...string) ([]string, error) { return []string{"hier"}, nil })
		if err != nil || len(paths) != 1 {
			t.Errorf("a disk that answers gives %v, %v", paths, err)
		}
		if _, err = inTime(time.Second, func(...string) ([]string, error) { panic("x") }); err == nil {
			t.Error("a failure goes untold")
		}
	})
}
