package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was told, or told again, and who that was.
 *
 * @param number its place in the life of the notice, from 1; with the notice's id it names the telling for good
 * @param to whom it was meant for
 * @param people who answers for that at this moment, the first to ask first; empty while the directory does not say,
 *     or while nobody is at work: the notice waits in the inbox of the role then
 * @param outOfHours whether the agency was closed at that moment
 * @param by the deadline that told them, where it was not this notice
 */
public record Telling(
        int number,
        Kind kind,
        Recipient to,
        List<Answerer> people,
        boolean outOfHours,
        @Nullable String by,
        Instant at) {

    public Telling {
        people = List.copyOf(people);
    }

    /** What happened. */
    public enum Kind {
        /** It lies in the inbox, and these people answer for it. */
        DELIVERED,
        /** It lay in the inbox of the role; now it is known who answers for it. */
        RESOLVED,
        /** Not acknowledged in time, so the recipient is told again. */
        CHASED,
        /** Somebody else was told that nobody has acknowledged it, by a notice of their own. */
        NEXT_TOLD,
        /** The sender was told that nobody has acknowledged it, by a notice of their own. */
        SENDER_TOLD,
        /** Somebody else knows already, since a deadline that has passed told them. */
        KNOWN
    }

    /** Whether somebody is to be reached now, through whatever reaches them outside the inbox. */
    public boolean reachesOut() {
        return !people.isEmpty()
                && switch (kind) {
                    case DELIVERED, RESOLVED, CHASED -> true;
                    case NEXT_TOLD, SENDER_TOLD, KNOWN -> false;
                };
    }
}
