// Package trial holds the program to its promises under faults: the real binary in
// a real terminal, killed, stopped, shut out, fed with hostile files and watched. It
// holds tests only, and nothing imports it.
package trial
