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

// Called says in Dutch what a copy is.
func (c Copy) Called() string {
	switch c.Origin {
	case Earlier:
		return "eerdere versie"
	case Discarded:
		return "uit de prullenbak"
	case Other:
		return "de andere versie"
	case Synced:
		if c.Maker == "" {
			return "kopie ernaast"
		}
		return "kopie van " + c.Maker
	case Rescued:
		return "noodkopie"
	}
	return "rest van een afgebroken keer bewaren"
}

// ThinningRule says in Dutch which earlier versions stay; it tells the table thinning
// and the bounds below it.
const ThinningRule = "Van het laatste uur blijven alle versies, van de laatste dag één per uur, " +
	"van de laatste maand één per dag, en van daarvoor één per vier weken. " +
	"Per notitie blijven er hoogstens 60, samen tot 32 MB; de nieuwste blijft altijd."

func brokenNotice(file string) string {
	return file + " was geen leesbare tekst. Het blijft bewaard in .werkboek/versies; je begint hier leeg."
}
