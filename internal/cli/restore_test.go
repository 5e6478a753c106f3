package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"werkboek/internal/cli"
)

func TestAVersionThatHoldsNoTextIsNamedAndLeftAlone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, ".werkboek", "versies", "00-leervraag.20200101-000000.md")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("kapot\x00bestand"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	call := func(args ...string) int {
		out.Reset()
		errs.Reset()
		return cli.Main(append([]string{"--notities", dir, "notities", "herstel"}, args...), strings.NewReader(""), &out, &errs)
	}
	if code := call("leervraag"); code != 0 || !strings.Contains(out.String(), "niet te lezen: het bestand is geen tekst") || !strings.Contains(out.String(), filepath.Base(file)) {
		t.Errorf("%d\n%s%s", code, out.String(), errs.String())
	}
	if code := call("leervraag", "1"); code != 1 || !strings.Contains(errs.String(), "blijft zoals het is") {
		t.Errorf("%d\n%s%s", code, out.String(), errs.String())
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "kapot\x00bestand" {
		t.Errorf("the file holds %q, %v", data, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "00-leervraag.md")); err == nil {
		t.Error("there is a note")
	}
}
