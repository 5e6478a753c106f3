package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/adrg/xdg"

	"werkboek/internal/notes"
)

// appName is the name of our folders.
const appName = "werkboek"

// notesDir gives the folder of the notes: the one that was asked for, or one per
// course under the user's local data, which no cloud client copies by itself.
func (a *app) notesDir(module string) string {
	dir := a.notes
	if dir == "" {
		dir = os.Getenv("WERKBOEK_NOTITIES")
	}
	if dir == "" {
		dir = filepath.Join(xdg.DataHome, appName, fileName(module))
	}
	if full, err := filepath.Abs(dir); err == nil {
		return full
	}
	return dir
}

// fileName keeps what is safe in the name of a folder.
func fileName(id string) string {
	safe := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '-'
	}, strings.ToLower(id))
	if strings.Trim(safe, "-") == "" {
		return "cursus"
	}
	return notes.SafeName(safe)
}

// statePath gives the file with the reading position, per course and folder of
// notes.
func statePath(module, notes string) string {
	sum := sha256.Sum256([]byte(module + "\x00" + notes))
	return filepath.Join(xdg.StateHome, appName, fileName(module)+"-"+hex.EncodeToString(sum[:4])+".json")
}

func settingsPath() string { return filepath.Join(xdg.ConfigHome, appName, "instellingen.txt") }

// rescueDirs lists places for an emergency copy, best first.
func rescueDirs() []string {
	return []string{xdg.UserDirs.Documents, xdg.Home, os.TempDir()}
}

// cutNumber splits "5/wat-neem-ik-mee".
func cutNumber(arg string) (n int, rest string, ok bool) {
	number, rest, ok := strings.Cut(arg, "/")
	if !ok {
		return 0, arg, false
	}
	n, err := strconv.Atoi(number)
	return n, rest, err == nil
}
