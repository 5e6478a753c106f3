// Package progress keeps where the reader was. It may be lost: it holds no words
// of theirs. It imports nothing of ours.
package progress

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
)

// Place is a block of a chapter: its key, the beginning of its text, and the row of
// the window on which it stood.
type Place struct {
	Block string `json:"block"`
	Quote string `json:"quote"`
	Row   int    `json:"row"`
}

// State is what the program remembers from one time to the next.
type State struct {
	Chapter int           `json:"chapter"` // that was open last
	Places  map[int]Place `json:"places"`  // per chapter, where it was left
	Welcome bool          `json:"welcome"` // the welcome was seen
	Dark    *bool         `json:"dark"`    // the terminal's background, nil while unknown
}

// With gives the state with the place in a chapter set.
func (s State) With(chapter int, p Place) State {
	s.Places = maps.Clone(s.Places)
	if s.Places == nil {
		s.Places = map[int]Place{}
	}
	s.Places[chapter] = p
	return s
}

// Load reads the state; a file that is absent or broken is an empty one.
func Load(path string) State {
	data, err := os.ReadFile(path)
	if err != nil {
		return State{}
	}
	var s State
	if json.Unmarshal(data, &s) != nil {
		return State{}
	}
	return s
}

// Save writes the state, for the owner only.
func Save(path string, s State) error {
	data, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("encode the state: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make the state folder: %w", err)
	}
	temp := path + tempSuffix
	if err := os.WriteFile(temp, data, 0o600); err != nil {
		return fmt.Errorf("write the state: %w", err)
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("replace the state: %w", err)
	}
	return nil
}

// tempSuffix makes the name of the file that is written before it replaces the state.
const tempSuffix = ".nieuw"

// Remove takes the state away, and what a program that was killed left of it.
func Remove(path string) error {
	for _, p := range []string{path, path + tempSuffix} {
		if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove the state: %w", err)
		}
	}
	return nil
}
