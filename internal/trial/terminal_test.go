//go:build unix

package trial

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestOddTerminalsLoseNothing(t *testing.T) {
	t.Parallel()
	garbage := []byte("\x1b]11;rgb:zz/\x07\x1b[?62;c\x1b[?2027;9$y\x1bP>|\xff\xfe\x1b\\\x1b[999999;999999R\x1b[?1u\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
	late := func(after int) func([]byte) []byte {
		n := 0
		return func([]byte) []byte {
			if n++; n == after {
				return []byte("\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?2027;2$y\x1b[?2026;2$y\x1b[?62;22c")
			}
			return nil
		}
	}
	first := true
	calls := map[string]call{
		"never answers":   {},
		"answers garbage": {reply: func([]byte) []byte { was := first; first = false; return map[bool][]byte{true: garbage}[was] }},
		"answers late":    {reply: late(12)},
		"empty TERM":      {env: []string{"TERM="}},
		"unknown TERM":    {env: []string{"TERM=wie-weet-wat-dit-is"}},
		"linux console":   {env: []string{"TERM=linux"}},
		"no colours":      {env: []string{"NO_COLOR=1", "TERM=vt100"}},
		"500x200":         {width: 500, height: 200},
		"50x14":           {width: 50, height: 14},
	}
	for name, c := range calls {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			w := h.writing(c)
			w.press("woorden die er moeten zijn")
			w.holds(h, "woorden die er moeten zijn")
			w.shows("moeten zijn")
			w.quit()
			w.restored()
			if got := h.saved(); got != "woorden die er moeten zijn" {
				t.Errorf("the note holds %q", got)
			}
		})
	}
}

func TestATinyTerminalIsNoEnd(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{0, 0}, {1, 1}, {2, 1}, {3, 200}} {
		h := newHome(t)
		w := h.open(call{args: []string{"oefening", "leervraag"}, width: size[0] + 1, height: size[1] + 1})
		w.size(size[0], size[1])
		w.until("anything", func() bool { return w.stream() != "" })
		w.size(80, 24)
		w.shows("jij")
		w.press("gewoon verder")
		w.holds(h, "gewoon verder")
		w.size(size[0], size[1])
		w.quit()
		if got := h.saved(); got != "gewoon verder" {
			t.Errorf("%v: the note holds %q", size, got)
		}
	}
}

func TestATerminalWithoutASizeCanBeLeft(t *testing.T) {
	t.Parallel()
	for _, height := range []int{0, 1} {
		h := newHome(t)
		w := h.open(call{args: []string{"oefening", "leervraag"}, width: -1, height: height})
		w.until("anything", func() bool { return w.stream() != "" })
		w.quit()
	}
}

func TestAStormOfSizesLosesNoWordAndLeavesTheScreenRight(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	var text strings.Builder
	for i := range 400 {
		w.size(50+i*37%150, 14+i*13%50)
		letter := aWord(i / 8)[i%8 : i%8+1]
		if i%8 == 7 {
			letter += " "
		}
		w.press(letter)
		text.WriteString(letter)
	}
	w.size(80, 24)
	w.holds(h, aWord(49))
	if got := h.saved(); got != text.String() {
		t.Errorf("the note holds %q", got)
	}
	w.shows(aWord(49))
	w.shows("opgeslagen")
	w.settled()
	drawn := w.text()
	w.press("\x0c") // ctrl+l: everything anew
	w.settled()
	if anew := w.text(); anew != drawn {
		t.Errorf("after the storm:\n%s\ndrawn anew:\n%s", drawn, anew)
	}
	w.quit()
}

func TestAMegabyteIsPastedOrRefusedInWords(t *testing.T) {
	t.Parallel()
	for _, lines := range []string{"\n", " "} {
		h := newHome(t)
		w := h.writing(call{})
		var b strings.Builder
		for i := 0; b.Len() < 1<<20; i++ {
			fmt.Fprintf(&b, "Stuk %d: doorvragen zonder in te vullen, en wachten.%s", i, lines)
		}
		b.WriteString("EINDEPLAK")
		begun := time.Now()
		w.press(paste(b.String()))
		refused := func() bool { return w.has("er is niet") || w.has("is vol") }
		w.within(5*time.Second-time.Since(begun), "the paste", func() bool { return w.has("EINDEPLAK") || refused() })
		if !refused() {
			w.within(5*time.Second-time.Since(begun), "saving the paste", func() bool { return h.saved() == b.String() })
			w.press("x")
			w.shows("EINDEPLAKx")
		}
		w.quit()
	}
}

func TestFastKeysLagAtMostASecond(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.writing(call{})
	tick := time.NewTicker(4 * time.Second / 750)
	defer tick.Stop()
	words := 0
	for range 250 { // 3 letters and a blank at a time
		<-tick.C
		w.press(letters(words)[4:] + " ")
		words++
	}
	w.press("klaar")
	w.showsWithin(time.Second, "klaar")
	w.quit()
	if got := h.saved(); len(strings.Fields(got)) != words+1 {
		t.Errorf("%d words were typed, %d are kept", words+1, len(strings.Fields(got)))
	}
}

func TestAMutePipeIsNoWindow(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.open(call{env: []string{"TERM=dumb"}})
	if code := w.exits(opening); code != 2 {
		t.Errorf("exit code %d", code)
	}
	w.shows("heeft een venster nodig")
}
