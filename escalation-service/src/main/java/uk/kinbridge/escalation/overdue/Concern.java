package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param disagreement id of the one disagreement on it, as older documents have it; it is among {@code raised} now
 * @param raised what the other sides have raised on it, each for itself, the first one first
 */
public record Concern(
        String id,
        String reference,
        Overdue overdue,
        PersonRole at,
        int round,
        @Nullable Instant doneAt,
        @Nullable String disagreement,
        List<Raised> raised,
        List<Clock> clocks,
        List<Happening> history)
        implements Clocked {

    private static final String RAISED = "disagreement.raised";

    public Concern {
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
        raised = raised(disagreement, Objects.requireNonNullElse(raised, List.of()), history);
        disagreement = null;
    }

    /** A disagreement that an agency on the other side has raised on it. */
    public record Raised(String agency, String disagreement) {}

    /** When there could be one only, its agency stood in the history alone. */
    private static List<Raised> raised(@Nullable String one, List<Raised> raised, List<Happening> history) {
        if (one == null) {
            return List.copyOf(raised);
        }
        return history.stream()
                .filter(line -> line.what().equals(RAISED))
                .flatMap(line -> Stream.ofNullable(line.by()))
                .map(by -> new Raised(by.agency(), one))
                .limit(1)
                .toList();
    }

    /** The disagreements that an agency has raised on it, the latest last. */
    public List<String> raisedBy(String agency) {
        return raised.stream()
                .filter(one -> one.agency().equals(agency))
                .map(Raised::disagreement)
                .toList();
    }

    /** Those that an agency is a party of: its own, or all for the one that owes it. */
    public List<String> disagreementsOf(String agency) {
        return overdue.owner().agency().equals(agency)
                ? raised.stream().map(Raised::disagreement).toList()
                : raisedBy(agency);
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
                List.of(),
                List.of(new Happening(doneAt, "overdue.done", overdue.words(), null, overdue.obligations()))));
    }

    /** It has been done: the concern ends by itself. */
    Optional<Change<Concern, ConcernEvent>> done(Instant at) {
        if (!isOpen()) {
            return Optional.empty();
        }
        var running = new Clocks(clocks).met(clock(), at).all();
        return Optional.of(Change.silent(
                with(this.at, round, at, raised, running, told(at, "overdue.done", "Done: " + overdue.words(), null))));
    }

    /** The manager says what they do about it; the clock goes on, since saying is not doing. */
    Change<Concern, ConcernEvent> answered(Actor by, String words, Instant now) {
        return Change.silent(with(at, round, doneAt, raised, clocks, told(now, "manager.answered", words, by)));
    }

    /** An agency on the other side has raised a disagreement on it. */
    Change<Concern, ConcernEvent> raisedAs(String disagreementId, Actor by, Instant now) {
        var more = new ArrayList<>(raised);
        more.add(new Raised(by.agency(), disagreementId));
        return Change.silent(
                with(at, round, doneAt, more, clocks, told(now, RAISED, "A disagreement was raised on it", by)));
    }

    /** Still overdue when the manager's time has passed: the senior managers, again and again until it is done. */
    public Change<Concern, ConcernEvent> elapse(Instant now, ManagersTime time) {
        var tick = new Clocks(clocks).elapse(now);
        var ticked = with(at, round, doneAt, raised, tick.clocks().all(), history);
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
            return new Change<>(with(at, round, doneAt, raised, brought.clocks(), lines), events);
        });
    }

    private Concern handedTo(
            PersonRole role, int nextRound, ManagersTime time, Instant now, List<ConcernEvent> events) {
        var until = time.until(overdue, role, now);
        var next = with(role, nextRound, doneAt, raised, clocks, history);
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
        return next.with(role, nextRound, doneAt, raised, running.all(), told(now, "concern.handed", words, null));
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
            List<Raised> nextRaised,
            List<Clock> nextClocks,
            List<Happening> nextHistory) {
        return new Concern(
                id, reference, overdue, nextAt, nextRound, nextDone, null, nextRaised, nextClocks, nextHistory);
    }
}
