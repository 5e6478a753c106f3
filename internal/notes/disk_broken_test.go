package notes

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// broken are ways to keep files that look right until the power is cut.
var broken = map[string]struct {
	disk func(*memory) Disk
	seen []string // the stories that tell of it
}{
	"no sync of the file": {
		func(m *memory) Disk {
			sys := m.system()
			create := sys.create
			sys.create = func(path string) (handle, error) {
				f, err := create(path)
				return careless{f}, err
			}
			return disk{sys}
		},
		[]string{"a first save"},
	},
	"no sync of the folder": {
		func(m *memory) Disk {
			sys := m.system()
			sys.syncFolder = func(string) error { return nil }
			return disk{sys}
		},
		[]string{"a first save"},
	},
	"renamed before it is synced": {
		func(m *memory) Disk { return hasty{disk{m.system()}, m} },
		[]string{"a first save"},
	},
	"written in place": {
		func(m *memory) Disk { return inPlace{disk{m.system()}, m} },
		[]string{"a first save", "a save over an earlier session's"},
	},
	"copies after the note": {
		func(m *memory) Disk { return &late{Disk: disk{m.system()}} },
		[]string{"a save over an earlier session's", "a save over another's version", "beginning anew"},
	},
	"wiped before its copies": {
		func(m *memory) Disk { return &noteFirst{Disk: disk{m.system()}} },
		[]string{"wiping"},
	},
}

func TestTheModelSeesEveryBrokenOrder(t *testing.T) {
	t.Parallel()
	for name, b := range broken {
		for _, s := range stories() {
			if !slices.Contains(b.seen, s.name) {
				continue // it would, after very many states, or it has no such step
			}
			wrong, states := s.tried(t, false, b.disk)
			if wrong == "" {
				t.Errorf("%s: nothing is wrong with %s", name, s.name)
			}
			t.Logf("%s: %d states: %.300s", name, states, wrong)
		}
	}
}

type careless struct{ handle }

func (careless) Sync() error { return nil }

// hasty renames before it syncs.
type hasty struct {
	Disk
	m *memory
}

func (h hasty) Write(path, temp string, data []byte) error {
	sys, name := h.m.system(), filepath.Join(temp, tempPrefix+"haast")
	f, err := sys.create(name)
	if err != nil {
		return err
	}
	_, _ = f.Write(data)
	_ = sys.rename(name, path)
	_ = f.Sync()
	return sys.syncFolder(filepath.Dir(path))
}

// inPlace empties a file and writes it again.
type inPlace struct {
	Disk
	m *memory
}

func (p inPlace) Write(path, _ string, data []byte) error {
	sys := p.m.system()
	f := &file{memory: p.m, path: path, node: p.m.names[path]}
	if f.node == nil {
		made, err := sys.create(path)
		if err != nil {
			return err
		}
		f = made.(*file)
	}
	f.node.data = nil
	_, _ = f.Write(nil)
	_, _ = f.Write(data)
	_ = f.Sync()
	return sys.syncFolder(filepath.Dir(path))
}

// late writes copies after the note that they come before.
type late struct {
	Disk
	queue []func()
}

func (l *late) Write(path, temp string, data []byte) error {
	if path != cutNote {
		l.queue = append(l.queue, func() { _ = l.Disk.Write(path, temp, data) })
		return nil
	}
	err := l.Disk.Write(path, temp, data)
	for _, write := range l.queue {
		write()
	}
	l.queue = nil
	return err
}

// noteFirst takes the note away before its copies.
type noteFirst struct {
	Disk
	queue []string
}

func (n *noteFirst) Remove(path string) error {
	if strings.Contains(path, ours) {
		n.queue = append(n.queue, path)
		return nil
	}
	err := n.Disk.Remove(path)
	for _, copied := range n.queue {
		_ = n.Disk.Remove(copied)
	}
	return err
}
