package uk.kinbridge.protocols.lint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.pack.Condition;
import uk.kinbridge.protocols.pack.Entries;
import uk.kinbridge.protocols.pack.Entry;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.reading.Component;

/** A condition can become true, and can become false: else its rule would never, or always, apply. */
final class ConditionsMakeSense implements Check {

    private static final int MOST_FACTS = 12;

    @Override
    public void look(Subject subject, Findings findings) {
        for (Entries.Placed placed : Entries.of(subject.own())) {
            Entry entry = placed.entry();
            Component.of(entry.getClass()).stream()
                    .filter(component -> component.type() == Condition.class)
                    .forEach(component -> {
                        if (component.valueIn(entry) instanceof Condition condition) {
                            judge(condition, entry, findings);
                        }
                    });
        }
    }

    private static void judge(Condition condition, Entry entry, Findings findings) {
        List<Fact> facts = List.copyOf(condition.facts());
        if (facts.size() > MOST_FACTS) {
            findings.add(entry, "The condition asks about more than %d facts; split the rule.".formatted(MOST_FACTS));
            return;
        }
        boolean ever = false;
        boolean always = true;
        for (int choice = 0; choice < 1 << facts.size(); choice++) {
            boolean holds = condition.holds(chosen(facts, choice));
            ever |= holds;
            always &= holds;
        }
        if (!ever) {
            findings.add(entry, "The condition can never be true, so this would never apply.");
        } else if (always) {
            findings.add(entry, "The condition is always true; leave it out.");
        }
    }

    private static Set<Fact> chosen(List<Fact> facts, int choice) {
        Set<Fact> chosen = EnumSet.noneOf(Fact.class);
        for (int i = 0; i < facts.size(); i++) {
            if ((choice & 1 << i) != 0) {
                chosen.add(facts.get(i));
            }
        }
        return chosen;
    }
}
