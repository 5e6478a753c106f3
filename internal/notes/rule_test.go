package notes

import (
	"fmt"
	"testing"
	"time"
)

func TestTheRuleForPeopleIsTheTable(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	ages := map[time.Duration]string{time.Hour: "het laatste uur", day: "de laatste dag", 31 * day: "de laatste maand", 1 << 62: "daarvoor"}
	stretches := map[time.Duration]string{0: "alle versies", time.Hour: "één per uur", day: "één per dag", 28 * day: "één per vier weken"}
	said := ""
	for i, rule := range thinning {
		age, stretch := ages[rule.upTo], stretches[rule.stretch]
		if age == "" || stretch == "" {
			t.Fatalf("the sentence has no words for %+v", rule)
		}
		switch i {
		case 0:
			said = "Van " + age + " blijven " + stretch
		case len(thinning) - 1:
			said += ", en van " + age + " " + stretch + ". "
		default:
			said += ", van " + age + " " + stretch
		}
	}
	said += fmt.Sprintf("Per notitie blijven er hoogstens %d, samen tot %d MB; de nieuwste blijft altijd.", versionsMost, versionBytes>>20)
	if said != ThinningRule {
		t.Errorf("the table says %q, people read %q", said, ThinningRule)
	}
}
