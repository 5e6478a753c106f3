package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"werkboek/internal/cli"
	"werkboek/internal/kind/mindmap"
	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// aPack makes a course with one mind map, and gives the flags that open it.
func aPack(t *testing.T) (flags []string, folder string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"reader/module.yaml":   "id: klein\ntitel: Klein\n",
		"reader/08-map.md":     "---\nid: map\nnummer: 8\ntitel: Map\n---\nTekst.\n\n[Oefening: Mindmap](oefening:mindmap)\n",
		"exercises/mindmap.md": "---\nid: mindmap\ntitel: Mindmap\nhoofdstuk: 8\nsoort: mindmap\nduur: 5\nvorm: alleen\nwanneer: zaal\nvooraf:\n  - {id: M-1, vraag: Wie?, soort: keuze, opties: [ik, Persoon X]}\nkern: {veld: M-1, woorden: {ik: ik, Persoon X: Persoon X}}\ntakken: [relaties, werk]\ngeeft: [{teken: P, woord: praktisch}, {teken: A, woord: advies}]\nkant: [{teken: \">\", woord: geven}]\n---\nTeken.\n",
		"in.txt":               "K\n\tzus\n\t\thuis\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return []string{"--cursus", dir, "--notities", filepath.Join(dir, "notities")}, dir
}

func mindmapCall(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = cli.Main(args, strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

func TestAMapThatIsOpenElsewhereIsReadAndNotWritten(t *testing.T) {
	t.Parallel()
	flags, dir := aPack(t)
	f, err := notes.OpenFolder(filepath.Join(dir, "notities"), "klein", notes.OS())
	if err != nil {
		t.Fatal(err)
	}
	desk := notes.NewDesk(f, notes.Options{})
	ref := notes.Ref{Name: "mindmap", Chapter: 8}
	defer desk.Close(ref) // who is collected lets go of the lock
	if _, err := desk.Open(ref); err != nil {
		t.Fatal(err)
	}
	desk.Put(ref, 1, sheet.New("Mindmap").With(mindmap.Section, "", "mijn woorden\n\n- zus\n"))
	if err := desk.Flush(5 * time.Second); err != nil {
		t.Fatal(err)
	}
	note := filepath.Join(dir, "notities", ref.File())
	before, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	code, out, errs := mindmapCall(append(flags, "mindmap", "importeer", filepath.Join(dir, "in.txt"))...)
	if code != 1 || out != "" || !strings.Contains(errs, "open in een ander venster; er is niets veranderd.\nSluit") {
		t.Errorf("%d %q %q", code, out, errs)
	}
	if after, _ := os.ReadFile(note); !bytes.Equal(before, after) {
		t.Errorf("the note changed: %s", after)
	}
	if code, out, _ := mindmapCall(append(flags, "mindmap", "exporteer", "--formaat", "txt")...); code != 0 || !strings.Contains(out, "\tzus\n") {
		t.Errorf("%d %q", code, out)
	}
	for _, to := range []string{filepath.Join(filepath.Dir(note), "kaart.md"), filepath.Join(filepath.Dir(note), "onder", "kaart.opml")} {
		if code, _, complaint := mindmapCall(append(flags, "mindmap", "exporteer", "--naar", to)...); code != 1 || !strings.Contains(complaint, "notities") {
			t.Errorf("to %s: %d %q", to, code, complaint)
		}
		if _, err := os.Stat(to); err == nil {
			t.Errorf("%s lies among the notes", to)
		}
	}
}
