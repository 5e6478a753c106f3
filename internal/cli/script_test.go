package cli_test

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"werkboek/internal/cli"
)

// runsInTerminal makes the test binary the program itself, in a terminal that a
// test made for it.
const runsInTerminal = "WERKBOEK_TEST_PROGRAMMA"

func TestMain(m *testing.M) {
	program := func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
	if os.Getenv(runsInTerminal) != "" {
		program()
	}
	testscript.Main(m, map[string]func(){"werkboek": program})
}

func TestCommands(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Setup: home})
}

// home gives a script a home of its own.
func home(env *testscript.Env) error {
	for _, name := range []string{"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"} {
		env.Setenv(name, env.WorkDir+"/"+name)
	}
	env.Setenv("HOME", env.WorkDir)
	return nil
}
