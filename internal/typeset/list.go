package typeset

import (
	"strconv"

	"werkboek/internal/course"
)

// Marks before an item.
const (
	bullet   = "•"
	taskOpen = "[ ]"
	taskDone = "[x]"
)

func marker(b *course.Block, i int, item course.Item) string {
	switch {
	case item.Task != nil && *item.Task:
		return taskDone
	case item.Task != nil:
		return taskOpen
	case b.Ordered:
		number := strconv.Itoa(b.Start+i) + "."
		return blanks(markerWidth(b)-1-len(number)) + number
	}
	return bullet
}

// markerWidth is the room that the markers of a list take, with the blank after
// them, cells.
func markerWidth(b *course.Block) int {
	widest := 1
	for i, item := range b.Items {
		switch {
		case item.Task != nil:
			widest = max(widest, len(taskOpen))
		case b.Ordered:
			widest = max(widest, len(strconv.Itoa(b.Start+i))+1)
		}
	}
	return widest + 1
}

// padded gives a marker in its room. A bullet is one cell, and three bytes.
func padded(marker string, width int) string {
	return marker + blanks(width-len([]rune(marker)))
}
