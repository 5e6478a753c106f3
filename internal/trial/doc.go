// Package trial holds the program to its promises under faults: the real binary in
// a real terminal, killed, stopped, shut out, fed with hostile files and watched. It
// holds tests only, and nothing imports it. The long run of the kills, with its
// figures, is: go test ./internal/trial -run Kill -v -timeout 1h -args -kills 1000
package trial
