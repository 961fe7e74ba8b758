package uk.kinbridge.protocols.lint;

import java.util.List;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Pathway;

/** A local protocol may ask for more than the law, never for less. */
final class NoLaxerThanNational implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        if (subject.own().national()) {
            return;
        }
        List<Pack> national =
                subject.ancestors().filter(Pack::national).distinct().toList();
        for (Pathway pathway : subject.own().pathways()) {
            national.stream()
                    .flatMap(pack -> pack.everyPathway().stream())
                    .filter(every -> every.holdsOn(pathway))
                    .flatMap(every -> every.clocks().stream())
                    .forEach(limit -> compare(pathway.clocks(), limit, subject, findings));
        }
        national.stream()
                .flatMap(pack -> pack.clocks().stream())
                .forEach(limit -> compare(subject.own().clocks(), limit, subject, findings));
    }

    private static void compare(List<Clock> local, Clock limit, Subject subject, Findings findings) {
        local.stream()
                .filter(clock -> clock.id().equals(limit.id()) || asksTheSame(clock, limit))
                .filter(clock -> SampleTimes.canBeLonger(clock.within(), limit.within(), subject.whole()))
                .forEach(clock -> findings.add(
                        clock,
                        "The clock '%s' allows %s; the national limit %s is %s."
                                .formatted(
                                        clock.id(),
                                        clock.within(),
                                        limit.obligations().isEmpty()
                                                ? limit.id()
                                                : limit.obligations().getFirst(),
                                        limit.within())));
    }

    private static boolean asksTheSame(Clock clock, Clock limit) {
        return clock.startsOn() == limit.startsOn()
                && !clock.stopsOn().isEmpty()
                && clock.stopsOn().getFirst() == limit.stopsOn().getFirst();
    }
}
