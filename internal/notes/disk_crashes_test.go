package notes

import (
	"bytes"
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// What a power cut may leave (the model, after ALICE and the crash tests of SQLite):
//
//   - Bytes of a file that was synced after they were written are there. Of bytes that
//     were not, nothing is sure: the file is as it was before them, or it ends at any
//     block, and of the blocks that it has any may hold zeros or other bytes instead.
//   - A change of names (a file or folder made, replaced, renamed, removed) that was
//     followed by a sync of its folder has happened. Of those that were not, any
//     subset may have, in no order between different names: a later one without an
//     earlier one, a name without its bytes, bytes without their name.
//   - Changes of the same name keep their order: the last that happened counts.
//   - What lies in a folder is there only when the folder is.
//   - A rename within a file system is one step: the old name goes and the new one
//     comes, also when only one of two folders is synced (so do ext4, XFS, btrfs, APFS
//     and NTFS). Where torn is set not even that holds: the new name may be there with
//     the old one still there or with it gone, and a sync makes last only what stands in
//     its own folder (a stick with FAT, some network shares).
//   - A cut comes between any two steps, and so after the last one.
//
// Not in the model: disks that say synced and did not, and bits that rot.

// cut is a state that a power cut may leave.
type cut struct {
	files  map[string]string
	passed int // marks before it
	at     int // steps before it
}

// blocks is in how many blocks the bytes of a file are cut up.
const blocks = 4

// crashes calls see with every state that differs, at every moment of what m wrote
// down, until it says that it has seen enough.
func (m *memory) crashes(torn bool, see func(cut) (enough bool)) {
	log := m.log
	if torn {
		log = tear(log)
	}
	seen := map[string]bool{}
	for at := range len(log) + 1 {
		passed := 0
		for _, o := range log[:at] {
			if o.step == "mark" {
				passed++
			}
		}
		if at < len(log) && log[at].step == "mark" {
			continue // nothing happens between the last step and its promise
		}
		for _, names := range entries(m.start, log[:at]) {
			for _, files := range fillings(names, log[:at]) {
				k := keyOf(files, passed)
				if !seen[k] && see(cut{files, passed, at}) {
					return
				}
				seen[k] = true
			}
		}
	}
}

// tear makes of every rename two steps that have nothing to do with each other.
func tear(log []op) []op {
	var all []op
	for _, o := range log {
		for path, n := range o.sets {
			all = append(all, op{step: "entry", sets: map[string]*inode{path: n}})
		}
		if o.step != "entry" {
			all = append(all, o)
		}
	}
	return all
}

// entries gives all that the names may stand for after some steps.
func entries(start map[string]*inode, log []op) []map[string]*inode {
	lasts := make([]bool, len(log)) // is sure to have happened
	for i, o := range log {
		if o.step == "sync folder" {
			for j, earlier := range log[:i] {
				lasts[j] = lasts[j] || touches(earlier, o.dir)
			}
		}
	}
	var open []int // may have happened, and would show
	for i, o := range log {
		if o.step == "entry" && !lasts[i] && shows(log, lasts, i) {
			open = append(open, i)
		}
	}
	var all []map[string]*inode
	for subset := range 1 << len(open) {
		names := maps.Clone(start)
		for i, o := range log {
			bit := slices.Index(open, i)
			if lasts[i] || bit >= 0 && subset>>bit&1 == 1 {
				maps.Copy(names, o.sets)
			}
		}
		all = append(all, reachable(names))
	}
	return all
}

func touches(o op, dir string) bool {
	for path := range o.sets {
		if filepath.Dir(path) == dir {
			return true
		}
	}
	return false
}

// shows tells whether a change makes a difference: not when later ones that are sure
// change the same names.
func shows(log []op, lasts []bool, at int) bool {
	for path := range log[at].sets {
		covered := false
		for i := at + 1; i < len(log); i++ {
			_, again := log[i].sets[path]
			covered = covered || again && lasts[i]
		}
		if !covered {
			return true
		}
	}
	return false
}

// reachable leaves out what is nothing, and what lies in a folder that is not there.
func reachable(names map[string]*inode) map[string]*inode {
	there := map[string]*inode{}
	for _, path := range slices.SortedFunc(maps.Keys(names), func(a, b string) int { return cmp.Compare(len(a), len(b)) }) {
		if above := filepath.Dir(path); names[path] != nil && (there[above] != nil || above == path) {
			there[path] = names[path]
		}
	}
	return there
}

// fillings gives all that may be in the files.
func fillings(names map[string]*inode, log []op) []map[string]string {
	all := []map[string]string{{}}
	for path, n := range names {
		if n.folder {
			continue
		}
		var next []map[string]string
		for _, data := range bytesOf(n, log) {
			for _, files := range all {
				files = maps.Clone(files)
				files[path] = data
				next = append(next, files)
			}
		}
		all = next
	}
	return all
}

// bytesOf gives all that may be in a file after some steps.
func bytesOf(n *inode, log []op) []string {
	sure := n.born
	var loose []string
	for _, o := range log {
		switch {
		case o.node != n:
		case o.step == "write":
			loose = append(loose, string(o.data))
		case len(loose) > 0:
			sure, loose = loose[len(loose)-1], nil
		}
	}
	all := []string{sure}
	for _, data := range loose {
		all = append(all, damaged(data)...)
	}
	return all
}

// damaged gives what may be of bytes that were written and not synced.
func damaged(data string) []string {
	size := max(1, (len(data)+blocks-1)/blocks)
	parts := slices.Collect(slices.Chunk([]byte(data), size))
	var all []string
	for length := range len(parts) + 1 {
		for lost := range 1 << length {
			for _, junk := range []byte{0, 'x'} {
				var b strings.Builder
				for i, p := range parts[:length] {
					if lost>>i&1 == 1 {
						p = bytes.Repeat([]byte{junk}, len(p))
					}
					b.Write(p)
				}
				all = append(all, b.String())
			}
		}
	}
	return all
}

func keyOf(files map[string]string, passed int) string {
	var b strings.Builder
	for _, path := range slices.Sorted(maps.Keys(files)) {
		b.WriteString(path + "\x01" + files[path] + "\x02")
	}
	return b.String() + string(rune('0'+passed))
}
