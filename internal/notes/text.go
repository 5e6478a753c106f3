package notes

import (
	"errors"
	"io/fs"
	"os"

	"werkboek/internal/sheet"
)

// Reason tells in Dutch why something with a note failed, in a few words.
func Reason(err error) string {
	if err == nil {
		return ""
	}
	for _, r := range reasons {
		if r.is(err) {
			return r.why
		}
	}
	return "de schijf meldt een fout"
}

// reasons are looked through in order: what we found ourselves comes before what the
// system says.
var reasons = []struct {
	is  func(error) bool
	why string
}{
	{saying(ErrForeign), "het bestand is van een andere module"},
	{saying(ErrLocked), "de notitie staat open in een ander venster"},
	{saying(ErrNoFile), "op die plek staat geen gewoon bestand"},
	{saying(ErrTooLarge), "het bestand is te groot"},
	{saying(errNoFolder), "op de plek van de map staat een bestand"},
	{noFolder, "op de plek van de map staat een bestand"},
	{saying(errEmpty), "het bestand is leeg"},
	{saying(errNoNote), "er staat niet in bij welke oefening het hoort"},
	{saying(errSlow), "de schijf antwoordt niet"},
	{saying(errHeld), "een ander programma houdt het bestand vast"},
	{saying(sheet.ErrNoText), "het bestand is geen tekst"},
	{full, "de schijf is vol"},
	{readOnly, "de map is alleen-lezen"},
	{held, "een ander programma houdt het bestand vast"},
	{tooLong, "de naam van de map of het bestand is te lang"},
	{tooLarge, "het bestand is te groot"},
	{tooMany, "er zijn te veel bestanden tegelijk open"},
	{away, "de schijf of de netwerkmap is niet bereikbaar"},
	{saying(os.ErrDeadlineExceeded), "de schijf antwoordt niet"},
	{saying(fs.ErrPermission), "geen toegang tot de map"},
	{saying(fs.ErrNotExist), "de map is er niet"},
}

func saying(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
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
		return "kopie, lijkt van " + c.Maker
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
