package notes

import (
	"slices"
	"time"
)

// The rule by which versions thin out with age: of each stretch of time the newest
// stays. ThinningRule is the same for people; a test holds one against the other.
var thinning = [...]struct {
	upTo    time.Duration // age
	stretch time.Duration // of which one stays; 0: all stay
}{
	{time.Hour, 0},
	{24 * time.Hour, time.Hour},
	{31 * 24 * time.Hour, 24 * time.Hour},
	{1 << 62, 28 * 24 * time.Hour},
}

// The most that is kept of one note. The newest version stays whatever its size.
const (
	versionsMost = 60
	versionBytes = 32 << 20
)

// thin takes away the versions of a note that the rule does not keep. That is no
// reason for a save to fail: what cannot be taken away now goes the next time.
func (f *Folder) thin(ref Ref, now time.Time) {
	infos, err := f.disk.List(f.own(versions))
	if err != nil {
		return
	}
	var list []Copy
	for _, info := range infos {
		of, named := stemRef(info.Name())
		at, dated := copyMoment(info.Name(), stem(of))
		if info.Mode().IsRegular() && named && dated && same(of, ref) {
			list = append(list, Copy{Ref: of, When: at, Size: info.Size(), path: f.own(versions, info.Name())})
		}
	}
	for _, c := range surplus(list, now) {
		_ = f.disk.Remove(c.path)
	}
}

// copyMoment reads when a copy was made from its name.
func copyMoment(name, stem string) (time.Time, bool) {
	if len(name) < len(stem)+1+len(copyTime) {
		return time.Time{}, false
	}
	at, err := time.ParseInLocation(copyTime, name[len(stem)+1:][:len(copyTime)], time.Local)
	return at, err == nil
}

// surplus gives the versions of one note that go. Those of a clock that was ahead come
// after all others: the newest is the one that was made last.
func surplus(list []Copy, now time.Time) []Copy {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Copy) int {
		if ahead := a.When.After(now); ahead != b.When.After(now) {
			if ahead {
				return 1
			}
			return -1
		}
		return b.When.Compare(a.When)
	})
	var gone []Copy
	kept, bytes, last := 0, int64(0), int64(-1)
	for i, c := range list {
		key := stretchOf(c.When, now)
		bytes += c.Size
		switch {
		case i > 0 && (key >= 0 && key == last || kept >= versionsMost || bytes > versionBytes):
			gone = append(gone, c)
			bytes -= c.Size
		default:
			kept, last = kept+1, key
		}
	}
	return gone
}

// stretchOf gives the stretch of time of a moment, the same number for all of which
// one stays; -1 where all stay. Stretches are counted on the calendar and not from
// now, so that what was kept once is not thinned away step by step.
func stretchOf(at, now time.Time) int64 {
	age := now.Sub(at)
	for i, rule := range thinning {
		if age > rule.upTo {
			continue
		}
		if rule.stretch == 0 {
			return -1
		}
		const apart = 1 << 40 // of the rules' numbers
		return int64(i)*apart + at.Unix()/int64(rule.stretch/time.Second)
	}
	return -1
}
