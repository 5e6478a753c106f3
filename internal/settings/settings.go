// Package settings keeps what somebody chose, in a small file that people can read
// and change. It imports nothing of ours.
package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Settings are the choices.
type Settings struct {
	Theme     string // "" is auto
	WorkField string // "" while not chosen
	Unheeding bool   // what leads to somebody is not marked
}

// Keys in the file.
const (
	keyTheme     = "thema"
	keyWorkField = "werkveld"
	keyHeeding   = "privacytekens"
)

// Load reads the choices. An absent file gives none, and no error.
func Load(path string) (Settings, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Settings{}, nil
	}
	if err != nil {
		return Settings{}, fmt.Errorf("read the settings: %w", err)
	}
	var s Settings
	for line := range strings.SplitSeq(string(data), "\n") {
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		switch strings.TrimSpace(key) {
		case keyTheme:
			s.Theme = strings.TrimSpace(value)
		case keyWorkField:
			s.WorkField = strings.TrimSpace(value)
		case keyHeeding:
			s.Unheeding = strings.EqualFold(strings.TrimSpace(value), valueOff)
		}
	}
	return s, nil
}

// Save writes the choices; comments and lines that it does not know stay.
func Save(path string, s Settings) error {
	old, err := os.ReadFile(path)
	text := string(old)
	if err != nil {
		text = textHeader
	}
	text = set(set(text, keyTheme, s.Theme), keyWorkField, s.WorkField)
	if now, _ := Load(path); now.Unheeding != s.Unheeding {
		text = set(text, keyHeeding, onOrOff(!s.Unheeding))
	}
	if text == string(old) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make the settings folder: %w", err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return fmt.Errorf("write the settings: %w", err)
	}
	return nil
}

func onOrOff(on bool) string {
	if on {
		return valueOn
	}
	return valueOff
}

// set gives the file's text with one choice in it.
func set(text, key, value string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	fresh := key + ": " + value
	for i, line := range lines {
		if k, _, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(k) == key {
			lines[i] = fresh
			return strings.Join(lines, "\n") + "\n"
		}
	}
	if value == "" {
		return text
	}
	return strings.Join(append(lines, fresh), "\n") + "\n"
}
