// Package frontmatter splits a content file into its YAML head and its Markdown
// body, and decodes the head strictly, with line numbers for every mistake. It
// imports problem and plain.
//
// A head stands between two lines of three dashes at the very top:
//
//	---
//	id: leervraag
//	titel: Leervraag
//	---
//	De tekst begint hier.
//
// Several readers may each take their own keys from one head; what nobody took is
// a mistake. Booleans are `ja` and `nee`. Aliases are refused, and a file of more
// than 8 MiB is.
package frontmatter
