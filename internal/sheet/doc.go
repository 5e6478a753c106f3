// Package sheet is the exact form of a note file: Markdown that reads well in any
// editor, and gives every byte back. It imports nothing of ours.
//
// A note has a head between two lines of three dashes, a lead (its title), and
// fields:
//
//	---
//	formaat: 1
//	oefening: leervraag
//	---
//	# Leervraag
//
//	## RF-4 · Wat wil ik vanavond kunnen?
//
//	Ik wil doorvragen zonder in te vullen.
//
// A field is a line `## ID · question`, an empty line, what was typed and a line
// end, and an empty line. Only the id is read; the question is for people. A
// typed line that begins with "## ", or with backslashes before it, gets one more
// backslash in the file and loses it on reading. A field that is absent was never
// answered, one that is empty was emptied. What repeats carries its number:
// `DI-5@2`.
//
// Everything else keeps its place and its bytes: unknown head lines, text before
// the first field, ids that nobody knows, a second field of the same id (the first
// counts), CR LF line ends, a byte order mark before everything. So Parse(data).Bytes() is data, always.
package sheet
