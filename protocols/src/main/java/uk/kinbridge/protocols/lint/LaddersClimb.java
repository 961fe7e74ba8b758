package uk.kinbridge.protocols.lint;

import uk.kinbridge.protocols.pack.Ladder;
import uk.kinbridge.protocols.pack.Ladder.Rung;

/** Every rung has a time limit and somebody at both ends; the levels follow one another. */
final class LaddersClimb implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Ladder ladder = subject.own().ladder();
        if (ladder == null) {
            if (subject.whole().ladder() == null && !subject.own().national()) {
                findings.add(subject.own(), "The pack has no ladder, so a disagreement would have no way up.");
            }
            return;
        }
        if (ladder.rungs().size() < 2) {
            findings.add(ladder, "A ladder needs at least two rungs.");
        }
        int expected = 1;
        for (Rung rung : ladder.rungs()) {
            if (rung.level() != expected++) {
                findings.add(rung, "The rungs have to be levels 1, 2, 3 and so on, in that order.");
            }
            rung(rung, findings);
        }
    }

    private static void rung(Rung rung, Findings findings) {
        if (rung.within() == null) {
            findings.add(
                    rung,
                    "Level %d has no clock, so a disagreement could stay there for ever.".formatted(rung.level()));
        }
        if (rung.who().isEmpty()) {
            findings.add(rung, "Level %d does not say who takes it up.".formatted(rung.level()));
        }
        if (rung.counterpart().isEmpty()) {
            findings.add(
                    rung, "Level %d does not say who the counterpart in the other agency is.".formatted(rung.level()));
        }
    }
}
