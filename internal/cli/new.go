package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"werkboek/internal/notes"
	"werkboek/internal/starter"
)

// newCommand copies the built-in course as a start for one's own.
func (a *app) newCommand() *cobra.Command {
	return &cobra.Command{
		Use: textNewUse, Short: textNewShort, Long: textNewLong,
		Args: exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if a.course != "" {
				return usageError{textNewOther}
			}
			return a.newCourse(args[0])
		},
	}
}

func (a *app) newCourse(dir string) error {
	full, err := filepath.Abs(dir)
	if err != nil {
		return failure{newFailed(dir, notes.Reason(err))}
	}
	files, err := starter.Course(embedded(), filepath.Base(full))
	if err != nil {
		return failure{newFailed(dir, notes.Reason(err))}
	}
	switch free, err := vacant(dir); {
	case err != nil:
		return failure{newFailed(dir, notes.Reason(err))}
	case !free:
		return failure{newOccupied(dir)}
	}
	if left, err := plant(dir, files); err != nil {
		return failure{newFailed(dir, notes.Reason(err)) + newLeft(left)}
	}
	fmt.Fprintln(a.out, newDone(dir))
	return nil
}

// vacant tells whether a course can come to stand in a folder: it is not there, or
// nothing is in it. What an author never sees, a name with a dot before it, does not
// count; a file is no folder.
func vacant(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if info, bad := os.Stat(dir); bad == nil && !info.IsDir() {
		return false, nil
	}
	seen := func(e os.DirEntry) bool { return !strings.HasPrefix(e.Name(), ".") }
	return !slices.ContainsFunc(entries, seen), err
}

// plant writes the files, and never over another. When one fails it takes away what
// it made, and gives what could not be taken away.
func plant(dir string, files []starter.File) (left []string, err error) {
	var made []string
	defer func() {
		if err == nil {
			return
		}
		for _, path := range slices.Backward(made) {
			if os.Remove(path) != nil { // a folder with somebody else's file in it stays
				left = append(left, path)
			}
		}
	}()
	made, err = makeFolders(dir, made)
	for _, f := range files {
		if err != nil {
			return left, err
		}
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if made, err = makeFolders(filepath.Dir(path), made); err == nil {
			made, err = makeFile(path, f.Data, made)
		}
	}
	return left, err
}

// makeFolders makes a folder and those that it stands in, where they are not there
// yet, and adds them to what was made.
func makeFolders(dir string, made []string) ([]string, error) {
	var missing []string
	for path := dir; ; path = filepath.Dir(path) {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) || path == filepath.Dir(path) {
			break
		}
		missing = append(missing, path)
	}
	for _, path := range slices.Backward(missing) {
		if err := os.Mkdir(path, 0o755); err != nil {
			return made, err
		}
		made = append(made, path)
	}
	return made, nil
}

func makeFile(path string, data []byte, made []string) ([]string, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return made, err
	}
	_, err = f.Write(data)
	return append(made, path), errors.Join(err, f.Close())
}
