package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;

/**
 * The running clock of what is known of the children: it is due when the first fact becomes stale, and starts again with
 * every word that is said again (SAL-17). A record that nobody touches points itself out.
 */
public class Freshness {

    /** The clock's word. */
    static final String CHECK = "check-information";

    /** So many ended clocks are kept; each said word may end one, and the history tells the rest. */
    private static final int ENDED_KEPT = 5;

    private final Protocols protocols;
    private final Calendars calendars;

    public Freshness(Protocols protocols, Calendars calendars) {
        this.protocols = protocols;
        this.calendars = calendars;
    }

    /** The record with the clock that its protocols ask for now. */
    public Family clocked(Family family, Instant now) {
        var packs = protocols.of(family.agency(), Checks.today(now));
        return clocked(family, new Questions(family, packs, calendars.newest(), now), now);
    }

    static Family clocked(Family family, Questions questions, Instant now) {
        var clocks = new Clocks(family.clocks());
        var running = clocks.running(CHECK);
        var wanted = family.mergedInto() == null ? questions.nextCheck() : java.util.Optional.<Questions.Check>empty();
        if (wanted.isEmpty()) {
            return running.isEmpty() ? family : family.withClocks(kept(clocks.cancelledAll(now)));
        }
        var check = wanted.get();
        boolean unchanged =
                running.filter(clock -> clock.dueAt().equals(check.due().due())).isPresent();
        // One fact of several was said again: the others are as stale as before, and people have been told.
        boolean staleStill = running.filter(clock -> clock.breachedAt() != null)
                .filter(_ -> check.due().isBreachedAt(now))
                .isPresent();
        if (unchanged || staleStill) {
            return family;
        }
        var next = Clock.started(
                CHECK,
                check.obligations(),
                new Owner(family.agency(), Role.PRACTITIONER.kebab()),
                check.since(),
                check.due().due(),
                null,
                check.due().calendarVersion(),
                check.due().explanation());
        return family.withClocks(kept(clocks.met(CHECK, now).with(next)));
    }

    private static List<Clock> kept(Clocks clocks) {
        var ended = clocks.all().stream().filter(clock -> !clock.isOpen()).toList();
        var kept = new ArrayList<>(ended.subList(Math.max(0, ended.size() - ENDED_KEPT), ended.size()));
        clocks.all().stream().filter(Clock::isOpen).forEach(kept::add);
        return kept;
    }
}
