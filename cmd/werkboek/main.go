// Command werkboek is the terminal workbook for a training day.
package main

import (
	"os"

	"werkboek/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
