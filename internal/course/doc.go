// Package course is a course as values: its module, chapters as blocks, terms,
// sources and exercises, and the check of all that. Nothing in it knows our own
// course. It imports kind and what lies below it; no Markdown syntax tree and no
// screen leaves or enters it.
//
// # The pack
//
// A course is two folders. reader/ holds module.yaml, a Markdown file per chapter,
// begrippen.yaml and bronnen.yaml; exercises/ holds a Markdown file per exercise.
// Keys are Dutch, because authors are trainers. Open reads module.yaml and the
// heads of the other files; a section is parsed when it is first asked for.
//
// # A chapter
//
//	---
//	id: inleiding
//	nummer: 0
//	titel: Inleiding
//	werkwoord: aankomen
//	kort: Wat je vandaag leert.
//	leerdoelen: [Je kunt vertellen waarvoor je komt.]
//	---
//	## Waarvoor kom je {#waarvoor}
//
//	Een alinea met een [begrip](begrip:fijnmazig) en een [bron](bron:pinto-2009).
//
//	> [!PRAKTIJK onderwijs]
//	> Een kort verhaal.
//
//	[Oefening: Leervraag](oefening:leervraag)
//
//	[Sluit af en wis mijn werkboek](werkboek:wissen)
//
// `##` starts a section, `###` a run-in heading, `---` a new slide. Callouts are
// PRAKTIJK (which may name work fields; versions in a row are one case), VRAAG,
// LET OP, DIA (what a slide shows) and TRAINER (never shown to a trainee). They
// stand directly in a section: what is hidden in another block, or in a text of an
// exercise, is dropped when it is parsed, and the check tells it. An exercise is a
// link alone in its paragraph. So is an action, which the program does when somebody
// chooses it: wissen (stop, and wipe what was written) and meenemen (take it along).
//
// # An exercise
//
//	---
//	id: leervraag
//	titel: Leervraag
//	hoofdstuk: 0
//	soort: reflectie
//	duur: 3
//	vorm: alleen
//	wanneer: zaal
//	velden:
//	  - id: RF-4
//	    vraag: Wat wil ik vanavond kunnen?
//	    soort: tekst
//	---
//	De uitleg, in Markdown.
//
// soort is reflectie, stappen, stellingen, dialoog, mindmap, kaarten, kring or
// schaal; the package of each kind says which keys it takes beside these, with an example.
//
// A field's sort is regel, tekst, lijst, keuze, vinken, getal or datum; kind.Field
// names its other keys.
//
// Two keys say what is private, of a field or, in the head, of all fields of an
// exercise. `gevoelig: ja` asks first whether the words are kept at all. `meenemen: nee`
// keeps them out of what one takes along, until one asks for them:
//
//	velden:
//	  - id: FI-17
//	    vraag: Wat was je eerste gedachte daarover?
//	    soort: tekst
//	    gevoelig: ja
//	    meenemen: nee
//
// # Terms and sources
//
// A term is explained in a sentence or two. A source says what it was used for, and
// its year, or why it has none:
//
//	# bronnen.yaml
//	- id: pinto-2009
//	  auteur: D. Pinto en H. van Doremalen
//	  jaar: "2009"
//	  titel: Conflicthantering en diversiteit
//	  gebruikt: de drie stappen (hoofdstuk 5)
//	  opmerking: Alleen een samenvatting gezien.
//
// # Mistakes and advice
//
// Check tells mistakes, and advice, which does not count: what nothing links to, what
// does not fit on a line or a slide, a chapter without a case, an exercise or a source,
// sentences of more than 25 words, and sections that read hard by the index of Flesch
// and Douma (package readability). What only a trainer reads is not advised on.
//
// # Keys
//
// A block's key is the id of its heading, the first 8 hex digits of SHA-256 of its
// plain text with blanks folded, and its number among equals; it is kept with its
// first 40 characters. Chapter.Find finds it again: the same key; the same text
// elsewhere; the closest beginning in the same section; the section's end.
package course
