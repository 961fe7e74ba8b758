package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.NoticeFulfilled;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.NoticeRequested;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;

/** A disagreement while one command changes it; it never leaves the command. */
final class Draft {

    private final Disagreement before;
    private final List<DisagreementEvent> events = new ArrayList<>();
    final List<Step> steps;
    final List<Discussion> discussions;
    final List<Inquiry> inquiries;
    final List<Note> notes;
    final List<String> readers;
    private final List<Happening> history;

    Matter matter;
    Sides sides;
    Stage stage;

    @Nullable
    Proposal proposal;

    @Nullable
    Resolution resolution;

    Clocks clocks;

    Draft(Disagreement before) {
        this.before = before;
        this.matter = before.matter();
        this.sides = before.sides();
        this.stage = before.stage();
        this.steps = new ArrayList<>(before.steps());
        this.discussions = new ArrayList<>(before.discussions());
        this.proposal = before.proposal();
        this.resolution = before.resolution();
        this.inquiries = new ArrayList<>(before.inquiries());
        this.notes = new ArrayList<>(before.notes());
        this.readers = new ArrayList<>(before.readers());
        this.clocks = new Clocks(before.clocks());
        this.history = new ArrayList<>(before.history());
    }

    /** How it was resolved; only after it was. */
    Resolution resolution() {
        return Objects.requireNonNull(resolution, "not resolved yet");
    }

    Disagreement before() {
        return before;
    }

    void write(Instant at, String what, String words, @Nullable Actor by, List<String> obligations) {
        history.add(new Happening(at, what, words, by, obligations));
    }

    /** Asks that somebody be told; what they need not confirm has no {@code acknowledgeBy}. */
    void tell(Telling telling, Addressee to, Instant at) {
        events.add(new NoticeRequested(
                before.id(),
                before.reference(),
                telling.purpose(),
                to,
                telling.words() + " (" + before.reference() + ").",
                telling.action(),
                telling.obligation(),
                matter.isUrgent(),
                telling.acknowledgeBy(),
                sides.speaker(),
                before.protocol().pack(),
                at));
    }

    private boolean mayReadNames(String agency) {
        return sides.agencies().contains(agency) || readers.contains(agency);
    }

    void tellSeat(Telling telling, Seat seat, Instant at) {
        seat.roles().forEach(role -> tell(telling, new Addressee(seat.agency(), role, null), at));
    }

    /** Whoever raised it, or speaks for them. */
    void tellRaiser(Telling telling, Instant at) {
        tellPerson(telling, sides.speaker(), at);
    }

    void tellPerson(Telling telling, Actor person, Instant at) {
        tell(telling, new Addressee(person.agency(), "practitioner", person.person()), at);
    }

    void fulfilled(String purpose, Actor by, Instant at) {
        events.add(new NoticeFulfilled(before.id(), purpose, by, at));
    }

    void announce(DisagreementEvent event) {
        events.add(event);
    }

    /** The agency may read it by name from now on. */
    void admit(String agency) {
        if (!readers.contains(agency)) {
            readers.add(agency);
        }
    }

    /** What has been breached stays so; what still runs ends without being met. */
    void cancelRunning(Instant at) {
        var kept = new ArrayList<Clock>();
        for (var clock : clocks.all()) {
            kept.add(
                    clock.breachedAt() == null
                            ? new Clocks(List.of(clock)).cancelledAll(at).all().getFirst()
                            : clock);
        }
        clocks = new Clocks(kept);
    }

    Change<Disagreement, DisagreementEvent> change() {
        return new Change<>(
                new Disagreement(
                        before.id(),
                        before.reference(),
                        before.protocol(),
                        before.area(),
                        matter,
                        sides,
                        stage,
                        steps,
                        discussions,
                        proposal,
                        resolution,
                        inquiries,
                        notes,
                        readers,
                        before.raisedAt(),
                        clocks.all(),
                        history),
                events.stream().map(this::sent).toList());
    }

    /**
     * What a person has caused is told on their behalf, whatever else was written down with it; but to nobody by name who
     * may not read who disagrees.
     */
    private DisagreementEvent sent(DisagreementEvent event) {
        if (!(event instanceof NoticeRequested notice)) {
            return event;
        }
        if (!mayReadNames(notice.to().agency())) {
            return notice.sentBy(null);
        }
        return history.stream()
                .skip(before.history().size())
                .map(Happening::by)
                .filter(Objects::nonNull)
                .findFirst()
                .map(notice::sentBy)
                .orElse(notice);
    }

    /** What is told, to whomever. */
    record Telling(
            String purpose,
            String words,
            @Nullable String action,
            String obligation,
            @Nullable Instant acknowledgeBy) {

        static Telling of(String purpose, String words, String obligation) {
            return new Telling(purpose, words, null, obligation, null);
        }

        Telling asking(String toDo) {
            return new Telling(purpose, words, toDo, obligation, acknowledgeBy);
        }

        Telling acknowledgedBy(Instant time) {
            return new Telling(purpose, words, action, obligation, time);
        }
    }
}
