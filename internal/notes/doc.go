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
// .werkboek/conflicten/ first. The first save of a session keeps the version before
// it in .werkboek/versies/. Copies are named after the note and the second.
//
// A note is open for writing in one window at a time; elsewhere it is read only,
// until that window leaves it. What is shown follows the files: once a second the
// folder is looked at, and only what changed is read.
//
// What is wiped is in no file of the folder any more, and nothing of before brings
// it back.
package notes
