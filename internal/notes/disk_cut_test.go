package notes

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"werkboek/internal/sheet"
)

var (
	cutRef   = Ref{Name: "leervraag"}
	cutDir   = filepath.FromSlash("/mappen/notities")
	cutNote  = filepath.Join(cutDir, "00-leervraag.md")
	cutOther = filepath.FromSlash("/mappen/documenten")
)

// words gives a sheet that holds words, long enough to be cut in pieces.
func words(text string) sheet.Sheet {
	return sheet.New("Leervraag").With("RF-4", "Wat?", text+strings.Repeat(" en verder", 8))
}

// lying gives the bytes of a note, as another program or an earlier session wrote it.
func lying(text string) string {
	return string(words(text).WithHead(headModule, "module").WithHead(headExercise, cutRef.Name).Bytes())
}

// saidIn reads the words of a note again: "" when they are not whole.
func saidIn(s sheet.Sheet) string {
	value, _ := s.Value("RF-4")
	text, whole := strings.CutSuffix(value, strings.Repeat(" en verder", 8))
	if !whole || s.Head(headExercise) != cutRef.Name || s.Head(headModule) != "module" {
		return ""
	}
	return text
}

// story is what somebody does, and what must be true wherever the power is cut in it.
type story struct {
	name   string
	before map[string]string
	run    func(t *testing.T, d *Desk, m *memory)
	// wrong tells what is wrong with what lies there after a cut: now are the words of
	// the note, "" when there is none; passed is how many promises were made.
	wrong func(now string, passed int, c cut) string
}

func stories() []story {
	old := map[string]string{cutNote: lying("oud")}
	return []story{
		{"a first save", nil, savesTwice, func(now string, passed int, _ cut) string {
			return oneOf(now, [][]string{{"", "een"}, {"een", "twee"}, {"twee"}}[passed])
		}},
		{"a save over an earlier session's", old, savesTwice, func(now string, passed int, c cut) string {
			wrong := oneOf(now, [][]string{{"oud", "een"}, {"een", "twee"}, {"twee"}}[passed])
			return cmp.Or(wrong, keeps(c, now != "oud", versions, "oud"))
		}},
		{"a save over another's version", old, meetsAnother, func(now string, passed int, c cut) string {
			wrong := oneOf(now, [][]string{{"oud", "een", "ander"}, {"ander", "twee"}, {"twee"}}[passed])
			return cmp.Or(wrong, keeps(c, now == "twee", conflicts, "ander"))
		}},
		{"beginning anew", old, beginsAnew, func(now string, passed int, c cut) string {
			wrong := oneOf(now, [][]string{{"oud", "twee"}, {"twee", "drie"}, {"drie"}}[passed])
			return cmp.Or(wrong, keeps(c, now == "twee" || now == "drie", versions, "oud", "een"), keeps(c, now == "drie", versions, "twee"))
		}},
		{"wiping", old, wipes, func(now string, passed int, c cut) string {
			switch left := holding(c.files, "geheim"); {
			case passed == 0:
				return ""
			case passed == 1 && now == "geheim twee":
				return ""
			case len(left) > 0:
				return fmt.Sprintf("words stand in %q", left)
			}
			return oneOf(now, []string{""})
		}},
		{"an emergency copy", map[string]string{cutNote: lying("oud"), filepath.Join(cutOther, "iets"): ""}, rescues, func(now string, passed int, c cut) string {
			left := holding(c.files, string(words("nood").Bytes()))
			if passed == 1 && !strings.Contains(strings.Join(left, " "), "noodkopie") {
				return fmt.Sprintf("it stands in %q", left)
			}
			return oneOf(now, []string{"oud"})
		}},
	}
}

func savesTwice(t *testing.T, d *Desk, m *memory) {
	_, _ = d.Open(cutRef)
	for i, text := range []string{"een", "twee"} {
		d.Put(cutRef, i+1, words(text))
		saved(t, d, m)
	}
}

func meetsAnother(t *testing.T, d *Desk, m *memory) {
	_, _ = d.Open(cutRef)
	d.Put(cutRef, 1, words("een"))
	if err := d.Flush(time.Minute); err != nil {
		t.Error(err)
	}
	m.other(cutNote, lying("ander"))
	m.mark()
	d.Put(cutRef, 2, words("twee"))
	saved(t, d, m)
}

func beginsAnew(t *testing.T, d *Desk, m *memory) {
	_, _ = d.Open(cutRef)
	d.Put(cutRef, 1, words("een"))
	d.Renew(cutRef, 2, words("twee"), Earlier) // before edit 1 was saved
	saved(t, d, m)
	d.Renew(cutRef, 3, words("drie"), Earlier)
	saved(t, d, m)
}

func wipes(t *testing.T, d *Desk, m *memory) {
	_, _ = d.Open(cutRef)
	d.Put(cutRef, 1, words("geheim een"))
	d.Renew(cutRef, 2, words("geheim twee"), Earlier)
	saved(t, d, m)
	if err := d.WipeEach(3, cutRef); err != nil {
		t.Error(err)
	}
	m.mark()
}

func rescues(t *testing.T, d *Desk, m *memory) {
	_, _ = d.Open(cutRef)
	d.Put(cutRef, 1, words("nood"))
	if _, err := d.Emergency(cutOther); err != nil {
		t.Error(err)
	}
	m.mark()
}

func saved(t *testing.T, d *Desk, m *memory) {
	t.Helper()
	if err := d.Flush(time.Minute); err != nil {
		t.Error(err)
	}
	m.mark()
}

func oneOf(now string, allowed []string) string {
	for _, a := range allowed {
		if now == a {
			return ""
		}
	}
	return fmt.Sprintf("the note says %q, not one of %q", now, allowed)
}

// keeps tells what is wrong when words should be in a folder of ours, whole.
func keeps(c cut, promised bool, kind string, texts ...string) string {
	for _, text := range texts {
		kept := false
		for path, data := range c.files {
			s, err := sheet.Parse([]byte(data))
			kept = kept || err == nil && filepath.Dir(path) == filepath.Join(cutDir, ours, kind) && saidIn(s) == text
		}
		if promised && !kept {
			return fmt.Sprintf("%q is not in %s", text, kind)
		}
	}
	return ""
}

// tried runs a story and gives the first that is wrong after a cut, "" when nothing
// ever is; and how many states there were.
func (s story) tried(t *testing.T, torn bool, disk func(*memory) Disk) (wrong string, states int) {
	t.Helper()
	m := remember(s.before)
	s.run(t, deskOn(t, disk(m)), m)
	m.crashes(torn, func(c cut) bool {
		states++
		now, bad := again(t, c)
		if bad = cmp.Or(bad, s.wrong(now, c.passed, c)); bad != "" {
			wrong = fmt.Sprintf("%s, cut after %d steps: %s", s.name, c.at, bad)
		}
		return wrong != ""
	})
	return wrong, states
}

func deskOn(t *testing.T, d Disk) *Desk {
	t.Helper()
	f, err := OpenFolder(cutDir, "module", d)
	if err != nil {
		t.Fatal(err)
	}
	return NewDesk(f, Options{Now: func() time.Time { return time.Unix(1800000000, 0).UTC() }})
}

// again opens the note after a cut, and writes on in it. It gives the words found, and
// what is wrong.
func again(t *testing.T, c cut) (now, wrong string) {
	m := remember(c.files)
	d := deskOn(t, disk{m.system()})
	d.sweep()
	found, err := d.Open(cutRef)
	now = saidIn(found.Sheet)
	switch {
	case err != nil:
		return now, "it does not open: " + err.Error()
	case found.Notice != "" || found.Exists && now == "":
		return now, fmt.Sprintf("the note is torn: %q", found.Sheet.Bytes())
	case found.Locked:
		return now, "it is locked"
	}
	d.Put(cutRef, 1, words("daarna"))
	if err := d.Flush(time.Minute); err != nil {
		return now, "it cannot be written: " + err.Error()
	}
	left := m.contents()
	if next, err := sheet.Parse([]byte(left[cutNote])); err != nil || saidIn(next) != "daarna" {
		return now, fmt.Sprintf("what is written next is torn: %q", left[cutNote])
	}
	for _, path := range temporary(left) {
		if strings.HasPrefix(path, cutDir) {
			return now, "left over: " + path
		}
	}
	return now, keeps(cut{files: left}, found.Exists, versions, now)
}

func TestWhereverThePowerIsCutTheNoteIsOldOrNewAndWhole(t *testing.T) {
	t.Parallel()
	for _, s := range stories() {
		for _, torn := range []bool{false, true} {
			wrong, states := s.tried(t, torn, func(m *memory) Disk { return disk{m.system()} })
			if wrong != "" {
				t.Errorf("torn renames %v: %s", torn, wrong)
			}
			t.Logf("%s, torn renames %v: %d states", s.name, torn, states)
		}
	}
}

// temporary names the temporary files that are there.
func temporary(files map[string]string) []string {
	var paths []string
	for path := range files {
		if strings.HasPrefix(filepath.Base(path), tempPrefix) {
			paths = append(paths, path)
		}
	}
	return paths
}
