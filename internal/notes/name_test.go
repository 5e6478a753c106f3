package notes_test

import (
	"path/filepath"
	"strings"
	"testing"

	"werkboek/internal/notes"
)

func TestNoIDNamesADeviceOrLeavesTheFolder(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, id := range []string{
		"", ".", "..", "../weg", "a/b", `a\b`, `..\..\weg`, "/etc/passwd", `C:\Windows`, "C:", "a:b", "a\x00b", "a\nb", "a b", "a.", "a ", ".verborgen", "-", "--",
		"CON", "con", "Nul", "PRN", "aux", "COM1", "lpt9", "com0", "con.txt", "a?b", "a*b", "<a>", "a|b", `"a"`, "\xff\xfe", "\ufffd",
		strings.Repeat("lang", 75), strings.Repeat("lang", 75) + "er", strings.Repeat("é", 150), "leervraag", "wat-neem-ik-mee", "één_twee",
	} {
		name := notes.SafeName(id)
		if other, twice := seen[name]; twice {
			t.Errorf("%q and %q are both called %q", id, other, name)
		}
		seen[name] = id
		base, _, _ := strings.Cut(strings.ToUpper(name), ".")
		for _, bad := range []string{"CON", "PRN", "AUX", "NUL", "COM0", "COM1", "LPT9"} {
			if base == bad {
				t.Errorf("%q is called %q, which is a device", id, name)
			}
		}
		if name == "" || len(name) > 100 || strings.ContainsAny(name, "/\\:<>|?*\"\x00\n\r\t .") || !filepath.IsLocal(name) {
			t.Errorf("%q is called %q", id, name)
		}
		if file := (notes.Ref{Name: id, Chapter: 6}).File(); file != "06-"+name+".md" || filepath.Base(file) != file {
			t.Errorf("the note of %q is %q", id, file)
		}
	}
	for _, id := range []string{"leervraag", "wat-neem-ik-mee", "drie-stappen", notes.Margin, "één_twee"} {
		if got := notes.SafeName(id); got != id {
			t.Errorf("%q is called %q", id, got)
		}
	}
}

func TestANoteOfAnyIDIsKeptAndFoundAgain(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"../../weg", "a/b", "con", strings.Repeat("lang", 75), `C:\weg`} {
		root := t.TempDir()
		dir, ref := filepath.Join(root, "een", "twee"), notes.Ref{Name: id}
		d := desk(t, dir, notes.OS())
		open(t, d, ref)
		d.Put(ref, 1, with("woorden"))
		flush(t, d)
		o, err := desk(t, dir, notes.OS()).Read(ref)
		if err != nil || say(notes.Event{Sheet: o.Sheet}) != "woorden" {
			t.Errorf("%q: found %q, %v", id, o.Sheet.Bytes(), err)
		}
		if files := holds(t, root, "woorden"); len(files) != 1 || filepath.Dir(files[0]) != dir {
			t.Errorf("%q: words stand in %q", id, files)
		}
	}
}

func TestANoteDeepInAFolderIsKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for len(dir) < 700 { // far beyond the 260 of old Windows programs
		dir = filepath.Join(dir, strings.Repeat("lange-map-", 10))
	}
	d := desk(t, dir, notes.OS())
	open(t, d, leervraag)
	d.Put(leervraag, 1, with("diep"))
	flush(t, d)
	if got := written(t, filepath.Join(dir, file)); got != "diep" {
		t.Errorf("it says %q", got)
	}
}
