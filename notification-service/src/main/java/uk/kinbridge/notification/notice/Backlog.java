package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How much waits, so that nobody has to guess whether it does. */
public interface Backlog {

    /**
     * How many notices.
     *
     * @param waiting nobody has acknowledged them
     * @param overdue of those, so many should have been by now
     * @param unresolved of those, for so many it is not known who answers for them
     * @param unfed so many changes are not in the streams yet
     */
    record Numbers(long waiting, long overdue, long unresolved, long unfed) {}

    /** @param agency only notices to this one; null for all, and so is {@code unfed} in any case */
    Numbers at(Instant now, @Nullable String agency);

    /** The queue that notices come through. */
    interface Queue {

        /** How many events wait in it; empty while the broker does not say. */
        OptionalLong depth();

        /** How many events could not be handled and lie apart; empty while the broker does not say. */
        OptionalLong deadLetters();
    }
}
