//go:build unix

package notes_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"werkboek/internal/notes"
	"werkboek/internal/sheet"
)

// typingFolder makes the test binary type into a folder until it is killed.
const typingFolder = "WERKBOEK_TEST_TYPT_IN"

func TestMain(m *testing.M) {
	if dir := os.Getenv(typingFolder); dir != "" {
		typeUntilKilled(dir)
		return
	}
	os.Exit(m.Run())
}

// typeUntilKilled types a word every few milliseconds and says on stdout which.
func typeUntilKilled(dir string) {
	f, _ := notes.OpenFolder(dir, "module", notes.OS())
	d := notes.NewDesk(f, notes.Options{})
	go d.Work(context.Background(), func(notes.Event) {})
	_, _ = d.Open(leervraag)
	text := ""
	for i := 1; ; i++ {
		text += fmt.Sprintf("woord%d ", i)
		d.Put(leervraag, i, with(text))
		fmt.Printf("%d %d\n", i, time.Now().UnixMilli())
		<-time.After(8 * time.Millisecond)
	}
}

func TestAKilledProgramLosesNoWordOlderThanASecond(t *testing.T) {
	t.Parallel()
	for run := range 5 {
		dir := t.TempDir()
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), typingFolder+"="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		typed := map[int]int64{}
		lines := bufio.NewScanner(out)
		for lines.Scan() && len(typed) < 90+25*run {
			var n int
			var at int64
			if _, err := fmt.Sscan(lines.Text(), &n, &at); err == nil {
				typed[n] = at
			}
		}
		_ = cmd.Process.Kill()
		killed := time.Now().UnixMilli()
		_ = cmd.Wait()
		checkKept(t, dir, typed, killed)
	}
}

func checkKept(t *testing.T, dir string, typed map[int]int64, killed int64) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	s, err := sheet.Parse(data)
	if err != nil {
		t.Fatalf("the note is torn: %v", err)
	}
	value, _ := s.Value("RF-4")
	kept := len(strings.Fields(value))
	if want := fmt.Sprintf("woord%d ", kept); !strings.HasSuffix(value, want) {
		t.Errorf("the note has a hole: %q", value)
	}
	for n, at := range typed {
		if n > kept && killed-at > 1000 {
			t.Errorf("word %d was %d ms old and is lost", n, killed-at)
		}
	}
}
