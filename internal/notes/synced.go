package notes

import (
	"regexp"
	"strings"
)

// This file knows the names under which programs put a second file beside a note:
// those that synchronise folders when two sides changed it, and editors.

// pattern is how one program names its copy of "06-dialoog.md".
type pattern struct {
	maker string
	name  *regexp.Regexp // the first group is the name without suffix
}

// patterns are the names of conflict copies, the most telling first. Sources: the
// help pages of Dropbox ("conflicted copy"), Nextcloud ("conflicted copy", before
// that "_conflict-"), Syncthing (".sync-conflict-<date>-<time>-<device>"), OneDrive
// (the name of the computer behind the name), Google Drive ("(1)") and iCloud (" 2").
var patterns = []pattern{
	{"Syncthing", regexp.MustCompile(`^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?\.md$`)},
	{"Nextcloud", regexp.MustCompile(`(?i)^(.+?) ?\(conflicted copy \d{4}-\d{2}-\d{2} \d{6}\)\.md$`)},
	{"Nextcloud", regexp.MustCompile(`^(.+)_conflict-\d{8}-\d{6}\.md$`)},
	{"Dropbox", regexp.MustCompile(`(?i)^(.+?) \([^()]*(?:conflicted copy|conflicterende kopie|case conflict|hoofdlettergebruikconflict)[^()]*\)\.md$`)},
	{"Google Drive", regexp.MustCompile(`^(.+?) ?\(\d{1,3}\)\.md$`)},
	{"iCloud", regexp.MustCompile(`^(.+) \d{1,3}\.md$`)},
	{"OneDrive", regexp.MustCompile(`^(\d\d-[a-z0-9-]+?)-[^ ()a-z]*[A-Z][^ ()a-z]*\.md$`)},
}

// syncedName reads a name as that of a conflict copy: of which note, and by which
// program.
func syncedName(name string) (note, maker string, ok bool) {
	for _, p := range patterns {
		if m := p.name.FindStringSubmatch(name); m != nil {
			return m[1] + noteSuffix, p.maker, true
		}
	}
	return "", "", false
}

// decorations are what editors and half-done transfers put around the name of a file.
var decorations = []struct{ before, after string }{
	{".", ".swp"}, {".", ".swo"}, {".", ".swn"}, {".", ".swx"}, {".", ".un~"}, // vim
	{"#", "#"}, {".#", ""}, // Emacs
	{"", "~"}, {"", ".bak"}, {"", ".orig"}, {"", ".save"}, {"", ".tmp"},
	{"~syncthing~", ".tmp"}, {".syncthing.", ".tmp"}, {".~lock.", "#"},
}

// leftBeside reads a name as that of something which an editor left of a note.
func leftBeside(name string) (of Ref, ok bool) {
	for _, d := range decorations {
		bare, ok := strings.CutPrefix(name, d.before)
		if !ok {
			continue
		}
		if bare, ok = strings.CutSuffix(bare, d.after); !ok || !strings.HasSuffix(bare, noteSuffix) {
			continue
		}
		if ref, ok := stemRef(bare); ok {
			return ref, true
		}
	}
	return Ref{}, false
}
