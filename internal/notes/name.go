package notes

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName is the longest id that stands in a file's name as it is, in bytes.
const longestName = 80

// SafeName gives what an id is called in the name of a file or a folder, on every
// system. An ordinary id keeps its name. Another one (a path, a device of Windows, one
// that is empty or very long) gets a name of its own that looks like it.
func SafeName(id string) string {
	safe := strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return '-'
	}, id)
	if safe == id && id != "" && len(id) <= longestName && !device(id) {
		return id
	}
	const kept = longestName / 2
	if len(safe) > kept {
		safe = strings.ToValidUTF8(safe[:kept], "")
	}
	sum := sha256.Sum256([]byte(id))
	return safe + "-" + hex.EncodeToString(sum[:4])
}

// device tells whether a name, with anything behind a dot, is a device on Windows.
func device(name string) bool {
	name = strings.ToUpper(name)
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL"}, name) {
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "COM") || strings.HasPrefix(name, "LPT")) && name[3] >= '0' && name[3] <= '9'
}
