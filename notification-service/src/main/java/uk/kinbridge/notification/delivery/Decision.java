package uk.kinbridge.notification.delivery;

import java.time.Instant;
import uk.kinbridge.notification.notice.Actor;

/** What a person decided about a delivery that could not go on by itself. */
public record Decision(Kind kind, Instant at, Actor by) {

    /** Send it again, or leave it as it is. */
    public enum Kind {
        SENT_AGAIN,
        LEFT
    }
}
