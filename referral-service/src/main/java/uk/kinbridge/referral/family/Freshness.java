package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.referral.family.Questions.Check;

/**
 * The running clock of what is known of the children: it is due when the first fact becomes stale, and starts again with
 * every word that is said again (SAL-17). A record that nobody touches points itself out.
 */
public class Freshness {

    /** The clock's word. */
    static final String CHECK = "check-information";

    /** What the clock asks for. */
    public static final String OWED = "What is known of the children is checked with the family";

    /** So many ended clocks are kept; each said word may end one, and the history tells the rest. */
    private static final int ENDED_KEPT = 5;

    private final Protocols protocols;
    private final Calendars calendars;

    public Freshness(Protocols protocols, Calendars calendars) {
        this.protocols = protocols;
        this.calendars = calendars;
    }

    /**
     * The record with the clock that its protocols ask for now, with the newest bank holidays. A check that was overdue
     * and has been made is announced as made (JWP-14).
     */
    public Change<Family, FamilyEvent> clocked(Family family, Instant now) {
        return clocked(family, questions(family, now), now);
    }

    /** What newly published bank holidays make of its clock; empty when it was not computed with an older list. */
    public Optional<Change<Family, FamilyEvent>> brought(Family family, Instant now) {
        var change = clocked(family, now);
        return change.next().equals(family) ? Optional.empty() : Optional.of(change);
    }

    /** Nobody has checked in time what is known of the children. */
    public Change<Family, FamilyEvent> elapse(Family family, Instant now) {
        return family.elapse(now, questions(family, now).asking().orElse(null));
    }

    private Questions questions(Family family, Instant now) {
        return new Questions(family, protocols.of(family.agency(), Checks.today(now)), calendars.newest(), now);
    }

    static Change<Family, FamilyEvent> clocked(Family family, Questions questions, Instant now) {
        if (family.mergedInto() != null) {
            return withoutClock(family, questions, now);
        }
        var wanted = questions.nextCheck();
        if (wanted.isEmpty()) {
            return withoutClock(family, questions, now);
        }
        var check = wanted.get();
        var moved = Brought.of(family.clocks(), _ -> check.due().calendar(), now)
                .map(brought -> moved(family, brought, questions, now))
                .orElseGet(() -> Change.silent(family));
        var checked = checked(moved.next(), check, questions, now);
        return new Change<>(
                checked.next(),
                Stream.concat(moved.events().stream(), checked.events().stream())
                        .toList());
    }

    /** A list of bank holidays moves the clock in sight of the worker; only another word starts a new one. */
    private static Change<Family, FamilyEvent> moved(Family family, Brought brought, Questions questions, Instant now) {
        var next = family.withClocks(brought.clocks());
        var told = new ArrayList<FamilyEvent>();
        for (var move : brought.moved()) {
            next = next.and(Line.byItself(now, "clock.moved", OWED + ": " + move.words()));
            told.add(next.toWorker(
                    move.purpose(),
                    move.told("what is known of the children is to be checked again"),
                    move.clock().obligations(),
                    questions.asking().orElse(null),
                    now));
        }
        return new Change<>(next, told);
    }

    private static Change<Family, FamilyEvent> checked(Family family, Check check, Questions questions, Instant now) {
        var clocks = new Clocks(family.clocks());
        var running = clocks.running(CHECK);
        boolean unchanged =
                running.filter(clock -> clock.dueAt().equals(check.due().due())).isPresent();
        // One fact of several was said again: the others are as stale as before, and people have been told.
        boolean staleStill = running.filter(clock -> clock.breachedAt() != null)
                .filter(_ -> check.due().isBreachedAt(now))
                .isPresent();
        if (unchanged || staleStill) {
            return Change.silent(family);
        }
        var next = RunningClock.started(
                CHECK, check.obligations(), new Owner(family.agency(), Role.PRACTITIONER.kebab()), check.due(), null);
        return new Change<>(
                family.withClocks(kept(clocks.met(CHECK, now).with(next))), over(family, running, questions, now));
    }

    private static Change<Family, FamilyEvent> withoutClock(Family family, Questions questions, Instant now) {
        var clocks = new Clocks(family.clocks());
        var running = clocks.running(CHECK);
        return running.isEmpty()
                ? Change.silent(family)
                : new Change<>(
                        family.withClocks(kept(clocks.cancelledAll(now))), over(family, running, questions, now));
    }

    /** What had been told as overdue is told as over. */
    private static List<FamilyEvent> over(Family family, Optional<Clock> running, Questions questions, Instant now) {
        return running.filter(clock -> clock.breachedAt() != null).stream()
                .flatMap(clock -> questions.asking().stream()
                        .<FamilyEvent>map(protocol -> new FamilyEvent.ClockMet(
                                family.id(), family.reference(), clock, family.others(), protocol, now)))
                .toList();
    }

    private static List<Clock> kept(Clocks clocks) {
        var ended = clocks.all().stream().filter(clock -> !clock.isOpen()).toList();
        var kept = new ArrayList<>(ended.subList(Math.max(0, ended.size() - ENDED_KEPT), ended.size()));
        clocks.all().stream().filter(Clock::isOpen).forEach(kept::add);
        return kept;
    }
}
