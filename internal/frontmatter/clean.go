package frontmatter

import (
	"reflect"

	"werkboek/internal/plain"
)

// clean makes every text in a decoded value safe for a terminal, an export and a
// log: a course pack may come from anybody.
func clean(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			clean(v.Elem())
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString(plain.Safe(v.String()))
		}
	case reflect.Slice:
		for i := range v.Len() {
			clean(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				clean(v.Field(i))
			}
		}
	case reflect.Map:
		cleanMap(v)
	}
}

// cleanMap puts cleaned copies in the place of a map's keys and values.
func cleanMap(v reflect.Value) {
	if v.IsNil() || !v.CanSet() || v.Type() == linesType {
		return
	}
	fresh := reflect.MakeMapWithSize(v.Type(), v.Len())
	for _, k := range v.MapKeys() {
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		key.Set(k)
		value.Set(v.MapIndex(k))
		clean(key)
		clean(value)
		fresh.SetMapIndex(key, value)
	}
	v.Set(fresh)
}
