package uk.kinbridge.protocols.lint;

import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Ladder;
import uk.kinbridge.protocols.pack.Ladder.Rung;

/** Every rung has a time limit and somebody at both ends; the levels follow one another. */
final class LaddersClimb implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Ladder ladder = subject.own().ladder();
        told(subject, findings);
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

    /** Also for an inherited ladder: the national one names roles that a local pack has to fill. */
    private static void told(Subject subject, Findings findings) {
        Ladder ladder = subject.whole().ladder();
        if (ladder == null) {
            return;
        }
        Ladder own = subject.own().ladder();
        Object part = own == null ? subject.own() : own;
        for (AreaId area : subject.own().areas()) {
            ladder.rungs().stream()
                    .flatMap(rung -> rung.tell().stream())
                    .distinct()
                    .filter(role -> subject.whole().agencies(role).stream()
                            .noneMatch(agency -> agency.areas().contains(area)))
                    .forEach(role -> findings.add(
                            part,
                            "The ladder tells '%s', which no agency of the pack is in the area '%s'."
                                    .formatted(role.word(), area)));
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
