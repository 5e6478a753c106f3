package theme

import (
	"fmt"
	"strings"
)

func noSuchTheme(name string, names []string) string {
	return fmt.Sprintf("Het thema %q is er niet. Kies uit: %s", name, strings.Join(names, ", "))
}
