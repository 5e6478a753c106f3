package notes

import (
	"errors"
	"io/fs"

	"werkboek/internal/sheet"
)

// Reason tells in Dutch why something with a note failed, in a few words.
func Reason(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, ErrForeign):
		return "het bestand is van een andere module"
	case errors.Is(err, ErrLocked):
		return "de notitie staat open in een ander venster"
	case errors.Is(err, ErrNoFile):
		return "op die plek staat geen gewoon bestand"
	case errors.Is(err, ErrTooLarge):
		return "het bestand is te groot"
	case errors.Is(err, errNoFolder):
		return "op de plek van de map staat een bestand"
	case errors.Is(err, errEmpty):
		return "het bestand is leeg"
	case errors.Is(err, errNoNote):
		return "er staat niet in bij welke oefening het hoort"
	case errors.Is(err, errSlow):
		return "de schijf antwoordt niet"
	case errors.Is(err, sheet.ErrNoText):
		return "het bestand is geen tekst"
	case full(err):
		return "de schijf is vol"
	case readOnly(err):
		return "de map is alleen-lezen"
	case errors.Is(err, fs.ErrPermission):
		return "geen toegang tot de map"
	case errors.Is(err, fs.ErrNotExist):
		return "de map is er niet"
	}
	return "de schijf meldt een fout"
}

func brokenNotice(file string) string {
	return file + " was geen leesbare tekst. Het blijft bewaard in .werkboek/versies; je begint hier leeg."
}
