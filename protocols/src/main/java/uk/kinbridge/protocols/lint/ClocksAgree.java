package uk.kinbridge.protocols.lint;

import java.util.Collections;
import java.util.List;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Pack;

/** Clocks neither contradict one another nor themselves. */
final class ClocksAgree implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack own = subject.own();
        subject.ownClocks().forEach(clock -> itself(clock, subject.whole(), findings));
        own.pathways().forEach(pathway -> oneAnother(pathway.clocks(), findings));
        oneAnother(own.clocks(), findings);
    }

    private static void itself(Clock clock, Pack pack, Findings findings) {
        if (clock.stopsOn().isEmpty()) {
            findings.add(clock, "Nothing stops the clock '%s'.".formatted(clock.id()));
        }
        if (clock.warnBefore() != null && !SampleTimes.fitsInto(clock.warnBefore(), clock.within(), pack)) {
            findings.add(
                    clock,
                    "The clock '%s' warns %s before it is due, but allows %s: the warning could come before the start."
                            .formatted(clock.id(), clock.warnBefore(), clock.within()));
        }
        if (clock.opensAfter() != null && !SampleTimes.canBeLonger(clock.within(), clock.opensAfter(), pack)) {
            findings.add(clock, "The window of '%s' opens after it has closed.".formatted(clock.id()));
        }
    }

    private static void oneAnother(List<Clock> clocks, Findings findings) {
        for (int i = 0; i < clocks.size(); i++) {
            for (Clock later : clocks.subList(i + 1, clocks.size())) {
                if (contradict(clocks.get(i), later)) {
                    findings.add(
                            later,
                            "The clocks '%s' and '%s' ask the same of the same people, but within %s and %s."
                                    .formatted(
                                            clocks.get(i).id(),
                                            later.id(),
                                            clocks.get(i).within(),
                                            later.within()));
                }
            }
        }
    }

    private static boolean contradict(Clock one, Clock other) {
        return one.startsOn() == other.startsOn()
                && one.owner().equals(other.owner())
                && one.stopsOn().getFirst() == other.stopsOn().getFirst()
                && !Collections.disjoint(one.stopsOn(), other.stopsOn())
                && !one.within().equals(other.within());
    }
}
