// Package notes keeps what people write. The Desk holds it in memory, outside any
// screen, and one writer saves it; the Folder is where it lies. All reading and
// writing of files goes through Disk. It imports sheet and plain.
//
// # What is promised
//
// Saving begins at most 300 ms after the first unsaved edit, while typing goes on,
// and at once when it is hurried. A save is a temporary file in .werkboek/, synced,
// closed, renamed over the note, and the folder synced: the note is whole, old or
// new, at every moment. Before each save the file is compared with what was last
// read or written; when another program changed it, its version is copied aside to
// .werkboek/conflicten/ first.
//
// A note is open for writing in one window at a time; elsewhere it is read only,
// until that window leaves it. What is shown follows the files: once a second the
// folder is looked at, and only what changed is read. A file that goes while its note is
// open leaves its words in hand and in a copy; one that goes while nobody has it open was
// put away or wiped, and is gone here too. When the whole folder goes, the words of this
// session and those of open notes are unsaved again. What a killed program left of a save is swept
// at the next start, under the lock of its note; of an emergency copy it is shown as one.
//
// # Copies
//
// Beside the notes lie copies of them, and Copies knows them all:
//
//	.werkboek/versies/06-dialoog.20261125-101500.md     earlier versions
//	.werkboek/conflicten/06-dialoog.20261125-101500.md  the other side of a conflict
//	prullenbak/06-dialoog.20261125-101500.md            what somebody put away
//	06-dialoog-LAPTOP.md, 06-dialoog (1).md, …          of programs that synchronise
//	werkboek-noodkopie.06-dialoog.….md, elsewhere       emergency copies
//	.06-dialoog.md.swp, 06-dialoog.md~, tijdelijk-…     what was left over
//
// A version is set aside at the first save of a session and then every ten minutes of
// writing. Versions thin out with age: all of the last hour stay, one an hour of the
// last day, one a day of the last 31 days, one in four weeks of what is older; at most
// 60 and 32 MiB of one note, and the newest always.
//
// What is wiped is in none of these any more, and nothing of before brings it back.
package notes
