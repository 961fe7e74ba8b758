package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;

/**
 * Something that a person has to be told, and what became of it. Delivered, seen, acknowledged and acted on are
 * different facts, each with its time and person; each happens once and stays (HAC-17).
 *
 * @param purpose the notice rule that it serves
 * @param words what the person is told; no personal data of a client
 * @param action what they have to do
 * @param acknowledgeBy when it counts as not received; null where no time runs
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
        @Nullable Acknowledgement acknowledged,
        Dispatch dispatch,
        Course course) {

    /** A document from before anybody chased has neither. */
    @SuppressWarnings("NullAway") // the database, and nobody else, hands null over
    public Notice {
        dispatch = dispatch == null ? Dispatch.PLAIN : dispatch;
        course = course == null ? Course.NONE : course;
    }

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
            Instant requestedAt,
            Dispatch dispatch) {

        /** The same, lying in that bundle. */
        Request within(String bundle) {
            return new Request(
                    about,
                    purpose,
                    recipient,
                    words,
                    action,
                    obligation,
                    urgency,
                    acknowledgeBy,
                    requestedAt,
                    dispatch.within(bundle));
        }
    }

    /** What others must hear. */
    public sealed interface Event {
        /** A person has acknowledged it in the inbox (HAC-17). */
        record Acknowledged(Notice notice, Acknowledgement acknowledgement) implements Event {}

        /** Somebody else has to be told that nobody has acknowledged it: a notice of its own, which comes back here. */
        record Unreceived(Notice notice, Recipient to, Chase.Turn turn, Instant at) implements Event {}

        /** Those who were told so have nothing more to see to. */
        record Received(Notice notice, Actor by, Instant at) implements Event {}
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

    /** Puts a notice into its recipient's inbox, and those of the people who answer for that recipient now. */
    public static Change<Notice, Event> delivered(String id, Request request, Duty.Answer answer, Instant now) {
        var notice = new Notice(
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
                null,
                request.dispatch(),
                Course.NONE);
        return Change.silent(notice.on(Chasing.delivered(notice, answer, now)));
    }

    public State state() {
        return acknowledged == null ? State.WAITING : State.ACKNOWLEDGED;
    }

    /** Whether it should have been acknowledged by now; computed, so that nothing has to run for it to show. */
    public boolean overdueAt(Instant now) {
        return acknowledged == null && acknowledgeBy != null && !now.isBefore(acknowledgeBy);
    }

    /** The inboxes that it lies in: its recipient's, and those of the people who stood in for that one. */
    public List<String> addresses() {
        return Stream.concat(
                        Stream.of(recipient.address()),
                        course.tellings().stream()
                                .filter(telling -> telling.to().equals(recipient))
                                .flatMap(telling -> telling.people().stream())
                                .filter(Answerer::standsIn)
                                .map(Answerer::address))
                .distinct()
                .toList();
    }

    /** A person who opens it to say that it is theirs to know asks no more of anybody: it can be settled in passing. */
    boolean onlyInforms() {
        return action == null && acknowledgeBy == null && urgency != Urgency.IMMEDIATE;
    }

    /**
     * Grows with everything that concerns those who read it. Asking the directory in vain does not, and is no news for
     * anybody's inbox.
     */
    public long revision() {
        return Stream.of(seen, acknowledged, course.acted())
                        .filter(Objects::nonNull)
                        .count()
                + (dispatch.bundle() == null ? 1 : 0)
                + course.tellings().size();
    }

    /** When time itself next matters to it. */
    public Optional<Instant> wakeAt() {
        return Chasing.wakeAt(this);
    }

    /** Lets time go on to {@code now}: who answers for it becomes known, who has not acknowledged it is chased. */
    public Change<Notice, Event> elapse(Instant now, Duty duty) {
        return new Chasing(this, now, duty).elapse();
    }

    /** A recipient opens it. */
    public Outcome see(Actor by, Instant now) {
        return seen != null
                ? new Outcome.Stands()
                : new Outcome.Changed(Change.silent(with(new Sighting(now, by), acknowledged, course)));
    }

    /** A recipient confirms that it has been received (HAC-17); who confirms has seen it. */
    public Outcome acknowledge(Actor by, Instant now) {
        if (acknowledged != null) {
            return new Outcome.Stands();
        }
        var receipt = new Acknowledgement(now, by, Acknowledgement.Place.INBOX);
        var next = with(seen == null ? new Sighting(now, by) : seen, receipt, course);
        var events = new ArrayList<Event>(List.of(new Event.Acknowledged(next, receipt)));
        events.addAll(next.received(by, now));
        return new Outcome.Changed(new Change<>(next, events));
    }

    /** What it asked for was done at its source, which is a receipt as well. Whoever tells us knows it already. */
    public Outcome fulfil(Fulfilment act) {
        if (course.acted() != null || !act.covers(this)) {
            return new Outcome.Stands();
        }
        var receipt = acknowledged == null
                ? new Acknowledgement(act.at(), act.by(), Acknowledgement.Place.SOURCE)
                : acknowledged;
        var next = with(seen, receipt, course.acted(new Deed(act.at(), act.by())));
        return new Outcome.Changed(
                new Change<>(next, acknowledged == null ? next.received(act.by(), act.at()) : List.of()));
    }

    /** Takes it out of its bundle, into the inbox by itself. */
    public Outcome release() {
        if (dispatch.bundle() == null) {
            return new Outcome.Stands();
        }
        return new Outcome.Changed(Change.silent(sent(dispatch.alone())));
    }

    private List<Event> received(Actor by, Instant at) {
        var others = course.tellings().stream()
                .anyMatch(telling ->
                        telling.kind() == Telling.Kind.NEXT_TOLD || telling.kind() == Telling.Kind.SENDER_TOLD);
        return others ? List.of(new Event.Received(this, by, at)) : List.of();
    }

    Notice on(Course next) {
        return with(seen, acknowledged, next);
    }

    private Notice with(@Nullable Sighting seen, @Nullable Acknowledgement acknowledged, Course course) {
        return copy(seen, acknowledged, dispatch, course);
    }

    private Notice sent(Dispatch other) {
        return copy(seen, acknowledged, other, course);
    }

    private Notice copy(
            @Nullable Sighting seen, @Nullable Acknowledgement acknowledged, Dispatch dispatch, Course course) {
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
                acknowledged,
                dispatch,
                course);
    }
}
