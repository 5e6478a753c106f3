// Package place reads a folder as people type it. It imports nothing of ours.
package place

import (
	"os"
	"path/filepath"
	"strings"
)

// Folder gives the whole path of a folder that somebody typed or pasted: quotes around
// it are none of it, "~" is the home folder, and what begins nowhere begins there too.
// It gives "" for nothing.
func Folder(typed string) string {
	dir := strings.Trim(strings.TrimSpace(typed), `"'`)
	if dir == "" {
		return ""
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	if rest, ok := strings.CutPrefix(dir, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		dir = home + rest
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(home, dir)
	}
	return filepath.Clean(dir)
}
