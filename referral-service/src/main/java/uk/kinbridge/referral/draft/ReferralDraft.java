package uk.kinbridge.referral.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.referral.referral.Actor;

/**
 * A referral that is being written. It is kept for {@link #KEPT} after the last word typed, its author is told before it
 * ends, and nothing of it is deleted then: what was discarded or has expired can be taken up again.
 *
 * @param author who began it; of the same agency others who answer for its work may go on with it
 * @param origin what it was prepared from; null for one that a person began
 * @param keptUntil when it expires unless somebody goes on with it
 * @param remindAt when its author is told next; null when there is nothing more to tell
 * @param referralId the referral that it became; null until it is sent
 */
public record ReferralDraft(
        String id,
        String reference,
        Actor author,
        @Nullable Origin origin,
        Typed typed,
        State state,
        Instant begunAt,
        Instant changedAt,
        Instant keptUntil,
        @Nullable Instant remindAt,
        @Nullable String referralId,
        List<Line> history) {

    /** So long is a draft kept after the last word typed. */
    public static final Duration KEPT = Duration.ofDays(28);

    /** So long before it expires its author is told. */
    static final Duration TOLD_BEFORE = Duration.ofDays(7);

    /** So long may a draft lie that speaks of a child in danger, before its author and their lead are reminded. */
    static final Duration URGENT_REMINDER = Duration.ofHours(4);

    public ReferralDraft {
        history = List.copyOf(history);
    }

    /** Where a draft stands. */
    public enum State {
        OPEN,
        /** Its author does not want it; it can be taken up again. */
        DISCARDED,
        /** Nobody went on with it; it can be taken up again. */
        EXPIRED,
        /** It became a referral. */
        SUBMITTED
    }

    /**
     * What a draft was prepared from, such as an assessment that indicates significant harm (SAL-08).
     *
     * @param type such as {@code assessment}
     * @param words why it was prepared, for the person who finishes it
     */
    public record Origin(
            String type,
            String id,
            @Nullable String reference,
            @Nullable String words) {}

    /** What became of it, in words, and by whom; null when time did it. */
    public record Line(
            Instant at, String what, String words, @Nullable Actor by) {}

    /** @param urgent whether what has been typed allows no waiting, by all that the protocol says about it */
    static Change<ReferralDraft, DraftEvent> begun(
            String id,
            String reference,
            Actor author,
            @Nullable Origin origin,
            Typed typed,
            Predicate<Typed> urgent,
            Instant at) {
        var until = at.plus(KEPT);
        var words = origin == null ? "Begun" : "Prepared from " + origin.type();
        return Change.silent(new ReferralDraft(
                id,
                reference,
                author,
                origin,
                typed,
                State.OPEN,
                at,
                at,
                until,
                urgent.test(typed) ? at.plus(URGENT_REMINDER) : until.minus(TOLD_BEFORE),
                null,
                List.of(new Line(at, "draft.begun", words, author))));
    }

    /** What has been typed by now; every save keeps it for another {@link #KEPT}. */
    ReferralDraft typed(Typed next, Predicate<Typed> urgent, Instant at) {
        var until = at.plus(KEPT);
        boolean newlyUrgent = urgent.test(next) && !urgent.test(typed);
        boolean stillUrgent = urgent.test(next) && isRemindedSoon();
        var remind = newlyUrgent ? at.plus(URGENT_REMINDER) : stillUrgent ? remindAt : until.minus(TOLD_BEFORE);
        return with(next, state, at, until, remind, referralId, history);
    }

    private boolean isRemindedSoon() {
        return remindAt != null && remindAt.isBefore(keptUntil.minus(TOLD_BEFORE));
    }

    ReferralDraft discarded(String reason, Actor by, Instant at) {
        return with(
                typed,
                State.DISCARDED,
                at,
                keptUntil,
                null,
                null,
                plus(new Line(at, "draft.discarded", "Discarded: " + reason, by)));
    }

    ReferralDraft takenUpAgain(Actor by, Predicate<Typed> urgent, Instant at) {
        var until = at.plus(KEPT);
        return with(
                typed,
                State.OPEN,
                at,
                until,
                // A danger waits no longer for having been put away.
                urgent.test(typed) ? at.plus(URGENT_REMINDER) : until.minus(TOLD_BEFORE),
                null,
                plus(new Line(at, "draft.taken-up-again", "Taken up again", by)));
    }

    /** Whoever types on after it has expired has taken it up again: no word typed is refused for coming late. */
    ReferralDraft typedOn(Typed next, Actor by, Predicate<Typed> urgent, Instant at) {
        return state == State.EXPIRED ? takenUpAgain(by, urgent, at).typed(next, urgent, at) : typed(next, urgent, at);
    }

    ReferralDraft submitted(String referral, Actor by, Instant at) {
        return with(
                typed,
                State.SUBMITTED,
                at,
                keptUntil,
                null,
                referral,
                plus(new Line(at, "draft.submitted", "Sent as a referral", by)));
    }

    /** When time next matters. */
    public Optional<Instant> wakeAt() {
        return state != State.OPEN ? Optional.empty() : Optional.of(remindAt == null ? keptUntil : remindAt);
    }

    /** Its author is told in good time, and once more when it expires. */
    public Change<ReferralDraft, DraftEvent> elapse(Instant now) {
        if (state != State.OPEN) {
            return Change.silent(this);
        }
        if (!now.isBefore(keptUntil)) {
            var next = with(
                    typed,
                    State.EXPIRED,
                    changedAt,
                    keptUntil,
                    null,
                    null,
                    plus(new Line(now, "draft.expired", "Expired: nobody went on with it", null)));
            return new Change<>(next, DraftEvent.NoticeRequested.expired(next, now));
        }
        if (remindAt == null || now.isBefore(remindAt)) {
            return Change.silent(this);
        }
        var last = keptUntil.minus(TOLD_BEFORE);
        boolean urgent = remindAt.isBefore(last);
        var next = with(typed, state, changedAt, keptUntil, urgent ? last : null, null, history);
        return new Change<>(
                next,
                urgent
                        ? DraftEvent.NoticeRequested.notSentYet(next, now)
                        : DraftEvent.NoticeRequested.expiring(next, now));
    }

    private List<Line> plus(Line line) {
        var lines = new ArrayList<>(history);
        lines.add(line);
        return lines;
    }

    private ReferralDraft with(
            Typed nextTyped,
            State nextState,
            Instant changed,
            Instant until,
            @Nullable Instant remind,
            @Nullable String referral,
            List<Line> lines) {
        return new ReferralDraft(
                id, reference, author, origin, nextTyped, nextState, begunAt, changed, until, remind, referral, lines);
    }
}
