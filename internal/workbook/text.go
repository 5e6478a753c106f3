package workbook

// marginTitle is the title of a chapter's margin notes, in their file.
func marginTitle(chapter string) string { return "Kantlijn bij " + chapter }
