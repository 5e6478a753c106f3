package keys

import (
	"reflect"

	"charm.land/bubbles/v2/key"
)

// Place is where a group of keys counts.
type Place int

// The places of the table, in the order in which help shows them.
const (
	InAllPlaces Place = iota
	Unwritten         // where one does not type
	OnStart
	OnPage
	InField
	InChoice
	InNumber
	InList
	InTaking
	InNotebook
	InPast
	InBeside
	OnSlides
	InInstrument
	InScale
	InCircle
	InCards
	InDialogue
	InMindmap
)

// Name gives the Dutch heading of the place in help.
func (p Place) Name() string { return placeNames[p] }

// Group is the keys of one place.
type Group struct {
	Place    Place
	Bindings []key.Binding
}

// Table lists every key of the program by place.
func Table() []Group {
	return []Group{
		{InAllPlaces, of(NewEverywhere())},
		{Unwritten, of(NewLetters())},
		{OnStart, of(NewStart())},
		{OnPage, of(NewPage())},
		{InField, of(NewField())},
		{InChoice, of(NewChoice())},
		{InNumber, of(NewNumber())},
		{InList, of(NewList())},
		{InTaking, of(NewTaking())},
		{InNotebook, of(NewNotebook())},
		{InPast, of(NewPast())},
		{InBeside, of(NewBeside())},
		{OnSlides, of(NewPresenter())},
		{InInstrument, of(NewInstrument())},
		{InScale, of(NewScale())},
		{InCircle, of(NewCircle())},
		{InCards, of(NewCards())},
		{InDialogue, of(NewDialogue())},
		{InMindmap, of(NewMindmap())},
	}
}

// At gives the groups that count in a place: its own, and those of everywhere.
func At(places ...Place) []Group {
	var groups []Group
	for _, place := range places {
		for _, g := range Table() {
			if g.Place == place {
				groups = append(groups, g)
			}
		}
	}
	return groups
}

// of lists the bindings of a key struct in the order of its fields.
func of(group any) []key.Binding {
	v := reflect.ValueOf(group)
	list := make([]key.Binding, v.NumField())
	for i := range list {
		list[i] = v.Field(i).Interface().(key.Binding)
	}
	return list
}
