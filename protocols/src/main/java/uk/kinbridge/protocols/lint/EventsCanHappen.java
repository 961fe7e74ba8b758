package uk.kinbridge.protocols.lint;

import java.util.Set;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.EveryPathway;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Pathway;

/** A clock or notice of a pathway that waits for something that never happens on it would be silent for ever. */
final class EventsCanHappen implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        for (Pathway pathway : subject.own().pathways()) {
            pathway.clocks().forEach(clock -> clock(clock, pathway.happening(), findings));
            for (Notice notice : pathway.notices()) {
                if (!pathway.told().contains(notice.on())) {
                    findings.add(
                            notice,
                            "On this pathway '%s' never happens, so nobody would ever get this notice."
                                    .formatted(notice.on().word()));
                }
                toNobody(notice, findings);
            }
        }
        subject.own()
                .everyPathway()
                .forEach(every -> every.notices().forEach(notice -> every(notice, every, subject, findings)));
    }

    /** A national pack has no pathways itself, and speaks for those that others will write. */
    private static void every(Notice notice, EveryPathway every, Subject subject, Findings findings) {
        boolean happens = subject.own().national()
                || subject.whole().pathways().stream()
                        .anyMatch(pathway ->
                                every.holdsOn(pathway) && pathway.told().contains(notice.on()));
        if (!happens) {
            findings.add(
                    notice,
                    "On no pathway that this is for does '%s' happen, so nobody would ever get this notice."
                            .formatted(notice.on().word()));
        }
        toNobody(notice, findings);
    }

    private static void toNobody(Notice notice, Findings findings) {
        if (notice.to().isEmpty() && notice.outside() == null) {
            findings.add(notice, "The notice names nobody who is told.");
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
}
