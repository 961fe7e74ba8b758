package uk.kinbridge.protocols.lint;

import java.util.List;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Outside;
import uk.kinbridge.protocols.pack.Party;

/** What is late is told to somebody other than the one who is late. */
final class BreachesEndWithPeople implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        for (Clock clock : subject.ownClocks()) {
            List<Party> told = clock.onBreach().tell();
            if (told.isEmpty()) {
                findings.add(clock, "When '%s' is breached nobody is told.".formatted(clock.id()));
            } else if (told.stream().allMatch(clock.owner()::equals)) {
                findings.add(
                        clock,
                        "When '%s' is breached only the one who is late is told; name somebody else as well."
                                .formatted(clock.id()));
            }
        }
        Stream.concat(subject.own().notices().stream(), subject.ownNoticesOfReferrals().stream())
                .forEach(notice -> {
                    acknowledgement(notice, findings);
                    outside(notice, findings);
                });
    }

    private static void outside(Notice notice, Findings findings) {
        Outside outside = notice.outside();
        if (outside == null) {
            return;
        }
        if (outside.agencies().isEmpty()) {
            findings.add(notice, "Somebody tells those outside, but no agency is named.");
        }
        if (outside.onBreach().tell().stream().allMatch(outside.toldBy()::equals)) {
            findings.add(
                    notice,
                    "When those outside are not told in time, nobody but the one who is late hears of it;"
                            + " name somebody else as well.");
        }
    }

    private static void acknowledgement(Notice notice, Findings findings) {
        Acknowledgement acknowledgement = notice.acknowledge();
        if (acknowledgement != null && acknowledgement.thenTell().isEmpty()) {
            findings.add(
                    notice,
                    "When nobody acknowledges '%s' nobody is told; name who hears of it.".formatted(notice.id()));
        }
    }
}
