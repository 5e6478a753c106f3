package trial

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

func init() { roles["schijf"] = ownDisk }

// ownDisk gives the program a small disk of its own under the folder of the notes,
// in a namespace that nobody else sees. Arguments: the folder, and the command.
func ownDisk() {
	dir := os.Args[1]
	err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
	if err == nil {
		err = unix.Mount("tmpfs", dir, "tmpfs", 0, "size=256k,mode=0700")
	}
	if err == nil {
		_ = os.Unsetenv(asRole)
		err = unix.Exec(os.Args[2], os.Args[2:], os.Environ())
	}
	fmt.Fprintln(os.Stderr, "geen eigen schijf:", err)
	os.Exit(1)
}

// onOwnDisk starts the program with a disk of its own, and gives the home as seen from
// inside; it skips the test where the system does not allow that.
func onOwnDisk(t *testing.T, errs *bytes.Buffer) (home, *window) {
	t.Helper()
	h := newHome(t)
	if err := os.Mkdir(h.notes, 0o700); err != nil {
		t.Fatal(err)
	}
	argv, env := play("schijf", h.notes, program, "--notities", h.notes, "oefening", "leervraag")
	w, err := h.started(call{argv: argv, env: env, errs: errs, attr: &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getuid(), HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getgid(), HostID: os.Getgid(), Size: 1}},
		AmbientCaps: []uintptr{unix.CAP_SYS_ADMIN},
	}})
	if err != nil {
		t.Skipf("no namespace of one's own: %v", err)
	}
	w.until("the exercise", func() bool { return w.over() || w.has("vanavond kunnen") && w.has("woord") })
	if w.over() {
		t.Skipf("no disk of one's own: %s", w.text())
	}
	inside, err := os.Open(fmt.Sprintf("/proc/%d/root%s", w.cmd.Process.Pid, h.notes))
	if err != nil {
		t.Skipf("no way into its disk: %v", err)
	}
	t.Cleanup(func() { _ = inside.Close() }) // until then the disk stays, also when the program has ended
	h.pid, h.disk, h.notes = w.cmd.Process.Pid, h.notes, fmt.Sprintf("/proc/self/fd/%d", inside.Fd())
	return h, w
}

// remount changes the disk of a program.
func remount(t *testing.T, h home, how string) {
	t.Helper()
	out, err := exec.Command("nsenter", "-t", strconv.Itoa(h.pid), "-U", "-m", "--preserve-credentials", "mount", "-o", "remount,"+how, "tmpfs", h.disk).CombinedOutput()
	if err != nil {
		t.Skipf("the disk cannot be changed: %v, %s", err, out)
	}
}

var ownDisks = map[string]trouble{
	"full disk": {
		begin: func(t *testing.T, h home) {
			f, err := os.Create(h.path("vol"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			for err == nil {
				_, err = f.Write(make([]byte, 4096))
			}
		},
		over: func(t *testing.T, h home) { remove(t, h.path("vol")) },
	},
	"read-only disk": {
		begin: func(t *testing.T, h home) { remount(t, h, "ro") },
		over:  func(t *testing.T, h home) { remount(t, h, "rw") },
	},
}

func TestADiskOfOnesOwnThatTakesNothing(t *testing.T) {
	t.Parallel()
	for name, tr := range ownDisks {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h, w := onOwnDisk(t, nil)
			tr.overcome(t, h, w)
		})
		t.Run(name+", and quitting", func(t *testing.T) {
			t.Parallel()
			var errs bytes.Buffer
			h, w := onOwnDisk(t, &errs)
			trouble{begin: tr.begin, over: func(*testing.T, home) {}}.endure(t, h, w, &errs) // it goes with the program
		})
	}
}

func TestAFileThatMayNotGrowStaysWhole(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	var free unix.Rlimit
	if err := unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_FSIZE, nil, &free); err != nil {
		t.Skipf("no limits: %v", err)
	}
	limit := func(size uint64) func(*testing.T, home) {
		return func(t *testing.T, _ home) {
			if err := unix.Prlimit(w.cmd.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: size, Max: free.Max}, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	trouble{begin: limit(64), over: limit(free.Cur)}.overcome(t, h, w)
}
