package course

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"werkboek/internal/frontmatter"
	"werkboek/internal/plain"
)

// minutesPerHour and hoursPerDay bound a clock.
const (
	minutesPerHour = 60
	hoursPerDay    = 24
)

// UnmarshalYAML reads "9.30".
func (c *Clock) UnmarshalYAML(node *yaml.Node) error {
	h, m, ok := strings.Cut(strings.ReplaceAll(node.Value, ":", "."), ".")
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	if !ok || err1 != nil || err2 != nil || hour < 0 || hour >= hoursPerDay || minute < 0 || minute >= minutesPerHour {
		return frontmatter.Misfit(notClock(node.Value))
	}
	*c = Clock(hour*minutesPerHour + minute)
	return nil
}

// String gives the time as "9.30".
func (c Clock) String() string {
	return fmt.Sprintf("%d.%02d", int(c)/minutesPerHour, int(c)%minutesPerHour)
}

// clean makes every text of the module safe for a screen.
func (m *Module) clean() {
	for _, s := range []*string{
		&m.ID, &m.Title, &m.Subtitle, &m.Provider, &m.Introduction, &m.Goal, &m.Audience, &m.StudyLoad,
		&m.Material, &m.Accreditation, &m.Registration, &m.Language, &m.Version,
	} {
		*s = plain.Line(*s)
	}
	for i := range m.Method {
		m.Method[i] = plain.Line(m.Method[i])
	}
	for i := range m.Contact {
		m.Contact[i] = Contact{plain.Line(m.Contact[i].Name), plain.Line(m.Contact[i].Email)}
	}
	for i := range m.Programme {
		m.Programme[i].Break = plain.Line(m.Programme[i].Break)
	}
}

func (t *Term) clean() {
	t.Name, t.Text = plain.Line(t.Name), plain.Line(t.Text)
}

func (s *Source) clean() {
	for _, f := range []*string{&s.Author, &s.Year, &s.Title, &s.Publisher, &s.URL, &s.Remark} {
		*f = plain.Line(*f)
	}
}
