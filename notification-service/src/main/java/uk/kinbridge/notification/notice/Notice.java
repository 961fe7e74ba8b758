package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;

/**
 * Something that a person has to be told, and what became of it. Delivered, seen and acknowledged are different facts,
 * each with its time and person; each happens once and stays.
 *
 * @param purpose the notice rule that it serves
 * @param words what the person is told; no personal data of a client
 * @param action what they have to do
 * @param acknowledgeBy when its sender will count it as not received; null where no time runs
 */
public record Notice(
        String id,
        About about,
        String purpose,
        Recipient recipient,
        String words,
        @Nullable String action,
        String obligation,
        Urgency urgency,
        @Nullable Instant acknowledgeBy,
        Instant requestedAt,
        Instant deliveredAt,
        @Nullable Sighting seen,
        @Nullable Acknowledgement acknowledged) {

    /** What a service asks for. */
    public record Request(
            About about,
            String purpose,
            Recipient recipient,
            String words,
            @Nullable String action,
            String obligation,
            Urgency urgency,
            @Nullable Instant acknowledgeBy,
            Instant requestedAt) {}

    /** What others must hear. */
    public sealed interface Event {
        /** A person has acknowledged it in the inbox (HAC-17). */
        record Acknowledged(Notice notice, Acknowledgement acknowledgement) implements Event {}
    }

    /** How a command ends. */
    public sealed interface Outcome {
        /** It is a fact now. */
        record Changed(Change<Notice, Event> change) implements Outcome {}

        /** It has been a fact before, and the first one stands. */
        record Stands() implements Outcome {}
    }

    /** Where a notice stands. */
    public enum State {
        WAITING,
        ACKNOWLEDGED
    }

    /** Puts a notice into its recipient's inbox. */
    public static Change<Notice, Event> delivered(String id, Request request, Instant now) {
        return Change.silent(new Notice(
                id,
                request.about(),
                request.purpose(),
                request.recipient(),
                request.words(),
                request.action(),
                request.obligation(),
                request.urgency(),
                request.acknowledgeBy(),
                request.requestedAt(),
                now,
                null,
                null));
    }

    public State state() {
        return acknowledged == null ? State.WAITING : State.ACKNOWLEDGED;
    }

    /** Whether it should have been acknowledged by now; computed, so that nothing has to run for it to show. */
    public boolean overdueAt(Instant now) {
        return acknowledged == null && acknowledgeBy != null && !now.isBefore(acknowledgeBy);
    }

    /** A recipient opens it. */
    public Outcome see(Actor by, Instant now) {
        return seen != null
                ? new Outcome.Stands()
                : new Outcome.Changed(Change.silent(with(new Sighting(now, by), acknowledged)));
    }

    /** A recipient confirms that it has been received (HAC-17); who confirms has seen it. */
    public Outcome acknowledge(Actor by, Instant now) {
        if (acknowledged != null) {
            return new Outcome.Stands();
        }
        var receipt = new Acknowledgement(now, by, Acknowledgement.Place.INBOX);
        var next = with(seen == null ? new Sighting(now, by) : seen, receipt);
        return new Outcome.Changed(new Change<>(next, List.of(new Event.Acknowledged(next, receipt))));
    }

    /** What it asked for was done at its source. Whoever tells us knows already, so nobody needs to hear of it. */
    public Outcome fulfil(Fulfilment act) {
        if (acknowledged != null || !act.covers(this)) {
            return new Outcome.Stands();
        }
        var receipt = new Acknowledgement(act.at(), act.by(), Acknowledgement.Place.SOURCE);
        return new Outcome.Changed(Change.silent(with(seen, receipt)));
    }

    private Notice with(@Nullable Sighting seen, @Nullable Acknowledgement acknowledged) {
        return new Notice(
                id,
                about,
                purpose,
                recipient,
                words,
                action,
                obligation,
                urgency,
                acknowledgeBy,
                requestedAt,
                deliveredAt,
                seen,
                acknowledged);
    }
}
