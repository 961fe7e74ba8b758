package uk.kinbridge.protocols.lint;

import java.util.EnumSet;
import java.util.Set;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayState;

/** A clock or notice of a pathway that waits for something that never happens on it would be silent for ever. */
final class EventsCanHappen implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        for (Pathway pathway : subject.own().pathways()) {
            Set<CaseEvent> happening = happening(pathway);
            pathway.clocks().forEach(clock -> clock(clock, happening, findings));
            for (Notice notice : pathway.notices()) {
                if (!happening.contains(notice.on())) {
                    findings.add(
                            notice,
                            "On this pathway '%s' never happens, so nobody would ever get this notice."
                                    .formatted(notice.on().word()));
                }
                if (notice.to().isEmpty() && notice.outside() == null) {
                    findings.add(notice, "The notice names nobody who is told.");
                }
            }
        }
    }

    private static void clock(Clock clock, Set<CaseEvent> happening, Findings findings) {
        if (!happening.contains(clock.startsOn())) {
            findings.add(
                    clock,
                    "On this pathway '%s' never happens, so the clock '%s' would never start."
                            .formatted(clock.startsOn().word(), clock.id()));
        }
        if (clock.stopsOn().stream().noneMatch(happening::contains)) {
            findings.add(
                    clock, "On this pathway nothing happens that would stop the clock '%s'.".formatted(clock.id()));
        }
    }

    private static Set<CaseEvent> happening(Pathway pathway) {
        Set<CaseEvent> events = EnumSet.of(pathway.firstEvent());
        for (PathwayState state : pathway.states()) {
            events.addAll(state.on().keySet());
        }
        return events;
    }
}
