package notes

import (
	"errors"
	"io/fs"
	"path/filepath"

	"werkboek/internal/sheet"
)

// Shelter gives the folder where an emergency copy is tried first, "" for none.
func (d *Desk) Shelter() string {
	for _, dir := range d.folder.rescue {
		if dir != "" {
			return dir
		}
	}
	return ""
}

// Emergency writes what could not be saved, one file for each note, to the first
// folder that takes it: of those given, which are made, or else of the folder's own
// for such copies. It gives the paths. What is there already is not touched.
func (d *Desk) Emergency(dirs ...string) ([]string, error) {
	for _, dir := range dirs {
		if _, err := d.folder.disk.Stat(filepath.Dir(dir)); dir != "" && err == nil {
			_ = d.folder.disk.Make(dir) // a folder in one that is there; else writing tells that it is not
		}
	}
	if len(dirs) == 0 {
		dirs = d.folder.rescue
	}
	var paths []string
	var errs []error
	for _, job := range d.stranded() {
		path, err := d.rescue(job, dirs)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		paths = append(paths, path)
	}
	return paths, errors.Join(errs...)
}

// stranded lists the notes that are not saved, and what lay in their place before. Of
// one that was begun anew and holds nothing yet there is only that.
func (d *Desk) stranded() []note {
	d.mu.Lock()
	defer d.mu.Unlock()
	var jobs []note
	for _, n := range d.notes {
		if n.edit == n.saved {
			continue
		}
		for _, was := range n.former {
			old := *n
			if old.sheet = was.sheet; was.data != nil {
				old.sheet, _ = sheet.Parse(was.data) // what is no text was never in hand
			}
			jobs = append(jobs, old)
		}
		if !n.empty {
			jobs = append(jobs, *n)
		}
	}
	return jobs
}

// rescue writes one emergency copy.
func (d *Desk) rescue(job note, dirs []string) (string, error) {
	now := d.now()
	var errs []error
	for _, dir := range dirs {
		if dir == "" {
			continue
		}
		name, err := d.folder.claim(dir, rescuePrefix+stem(job.ref)+"."+now.Format(copyTime))
		path := filepath.Join(dir, name)
		if err == nil {
			err = d.folder.disk.Write(path, dir, d.stamped(&job, now).Bytes())
			if err == nil {
				return path, nil
			}
			_ = d.folder.disk.Remove(path) // empty
		}
		errs = append(errs, err)
	}
	return "", errors.Join(append(errs, fs.ErrNotExist)...)
}
