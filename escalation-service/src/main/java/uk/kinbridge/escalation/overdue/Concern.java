package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.disagreement.Happening;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Clocks.Elapsed;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.RunningClock;

/**
 * Something is overdue, and a manager of the agency that owes it must see it done (JWP-14). It ends by itself when it
 * is done; until then it has a clock, and goes to the senior managers when the manager's time has passed.
 *
 * @param at whose concern it is now
 * @param disagreement id of the disagreement that the other side has raised on it
 */
public record Concern(
        String id,
        String reference,
        Overdue overdue,
        PersonRole at,
        int round,
        @Nullable Instant doneAt,
        @Nullable String disagreement,
        List<Clock> clocks,
        List<Happening> history)
        implements Clocked {

    public Concern {
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    /** When time next matters. */
    public Optional<Instant> wakeAt() {
        return isOpen() ? new Clocks(clocks).wakeAt() : Optional.empty();
    }

    /** The agencies that it concerns. */
    public List<String> parties() {
        var parties = new ArrayList<>(overdue.others());
        parties.add(overdue.owner().agency());
        return List.copyOf(parties);
    }

    private String clock() {
        return "see-done-" + round;
    }

    /**
     * News of a breach: the concern of the owner's manager, and the other side knows that one step is enough. Whoever has
     * heard of the breach already is not told the same a second time; reminders of it come from here.
     *
     * @param told by the service whose clock it is
     */
    static Change<Concern, ConcernEvent> of(
            Overdue overdue, String reference, ManagersTime time, Set<Owner> told, Instant now) {
        var events = new ArrayList<ConcernEvent>();
        var born = new Concern(
                        overdue.concernId(),
                        reference,
                        overdue,
                        PersonRole.MANAGER,
                        1,
                        null,
                        null,
                        List.of(),
                        List.of())
                .handedTo(PersonRole.MANAGER, 1, time, now, events);
        for (var other : overdue.others()) {
            events.add(born.notice(
                    "overdue-other-side",
                    other,
                    PersonRole.MANAGER,
                    "Overdue at the other agency: " + overdue.words()
                            + ". Its manager has been told; your side can raise a disagreement on it in one step",
                    null,
                    time.until(overdue, PersonRole.MANAGER, now).obligation(),
                    now));
        }
        events.removeIf(event -> told.contains(new Owner(event.agency(), event.role())));
        return new Change<>(born, events);
    }

    /** The news that it was done has overtaken that of the breach. */
    static Change<Concern, ConcernEvent> doneBefore(Overdue overdue, String reference, Instant doneAt) {
        return Change.silent(new Concern(
                overdue.concernId(),
                reference,
                overdue,
                PersonRole.MANAGER,
                1,
                doneAt,
                null,
                List.of(),
                List.of(new Happening(doneAt, "overdue.done", overdue.words(), null, overdue.obligations()))));
    }

    /** It has been done: the concern ends by itself. */
    Optional<Change<Concern, ConcernEvent>> done(Instant at) {
        if (!isOpen()) {
            return Optional.empty();
        }
        var running = new Clocks(clocks).met(clock(), at).all();
        return Optional.of(Change.silent(with(
                this.at,
                round,
                at,
                disagreement,
                running,
                told(at, "overdue.done", "Done: " + overdue.words(), null))));
    }

    /** The manager says what they do about it; the clock goes on, since saying is not doing. */
    Change<Concern, ConcernEvent> answered(Actor by, String words, Instant now) {
        return Change.silent(with(at, round, doneAt, disagreement, clocks, told(now, "manager.answered", words, by)));
    }

    /** The other side has raised a disagreement on it. */
    Change<Concern, ConcernEvent> raisedAs(String disagreementId, Actor by, Instant now) {
        return Change.silent(with(
                at,
                round,
                doneAt,
                disagreementId,
                clocks,
                told(now, "disagreement.raised", "A disagreement was raised on it", by)));
    }

    /** Still overdue when the manager's time has passed: the senior managers, again and again until it is done. */
    public Change<Concern, ConcernEvent> elapse(Instant now, ManagersTime time) {
        var tick = new Clocks(clocks).elapse(now);
        var ticked = with(at, round, doneAt, disagreement, tick.clocks().all(), history);
        var events = new ArrayList<ConcernEvent>();
        for (var elapsed : tick.elapsed()) {
            switch (elapsed) {
                case Elapsed.Warned(Clock clock) ->
                    events.add(notice(
                            clock.kind() + "-reminder" + RunningClock.again(clock),
                            overdue.owner().agency(),
                            at,
                            "Still overdue: " + overdue.words(),
                            "See it done",
                            clock.obligations().getFirst(),
                            now));
                case Elapsed.Breached _ ->
                    ticked = ticked.handedTo(PersonRole.SENIOR_MANAGER, round + 1, time, now, events);
            }
        }
        return new Change<>(ticked, events);
    }

    /** The running time, computed again with the newest bank holidays, in sight of the one who has it. */
    public Optional<Change<Concern, ConcernEvent>> brought(ManagersTime time, Instant now) {
        return Brought.of(clocks, _ -> time.calendar(overdue), now).map(brought -> {
            var lines = new ArrayList<>(history);
            var events = new ArrayList<ConcernEvent>();
            for (var move : brought.moved()) {
                lines.add(new Happening(now, "clock.moved", move.words(), null, overdue.obligations()));
                events.add(notice(
                        move.purpose(),
                        overdue.owner().agency(),
                        at,
                        move.told("the time to see it done ends") + ": " + overdue.words(),
                        "See it done",
                        move.clock().obligations().getFirst(),
                        now));
            }
            return new Change<>(with(at, round, doneAt, disagreement, brought.clocks(), lines), events);
        });
    }

    private Concern handedTo(
            PersonRole role, int nextRound, ManagersTime time, Instant now, List<ConcernEvent> events) {
        var until = time.until(overdue, role, now);
        var next = with(role, nextRound, doneAt, disagreement, clocks, history);
        var words = "Overdue since %s: %s. It is the concern of the %s of %s"
                .formatted(
                        ManagersTime.spoken(overdue.dueAt()),
                        overdue.words(),
                        role.word(),
                        overdue.owner().agency());
        events.add(next.notice(
                next.clock(), overdue.owner().agency(), role, words, "See it done", until.obligation(), now));
        var running = new Clocks(clocks)
                .with(RunningClock.started(
                        next.clock(),
                        List.of(until.obligation()),
                        new Owner(overdue.owner().agency(), role.word()),
                        until.deadline(),
                        ManagersTime.REMIND_BEFORE));
        return next.with(
                role, nextRound, doneAt, disagreement, running.all(), told(now, "concern.handed", words, null));
    }

    private ConcernEvent notice(
            String purpose,
            String agency,
            PersonRole role,
            String words,
            @Nullable String action,
            String obligation,
            Instant now) {
        return new ConcernEvent(
                id,
                reference,
                purpose,
                agency,
                role.word(),
                words + " (" + overdue.source().reference() + ").",
                action,
                obligation,
                overdue.protocol().pack(),
                now);
    }

    private List<Happening> told(Instant at, String what, String words, @Nullable Actor by) {
        var lines = new ArrayList<>(history);
        lines.add(new Happening(at, what, words, by, overdue.obligations()));
        return lines;
    }

    private Concern with(
            PersonRole nextAt,
            int nextRound,
            @Nullable Instant nextDone,
            @Nullable String nextDisagreement,
            List<Clock> nextClocks,
            List<Happening> nextHistory) {
        return new Concern(
                id, reference, overdue, nextAt, nextRound, nextDone, nextDisagreement, nextClocks, nextHistory);
    }
}
