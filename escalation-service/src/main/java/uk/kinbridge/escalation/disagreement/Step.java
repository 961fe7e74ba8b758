package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rung that was reached.
 *
 * @param by who decided it; null when time did
 */
public record Step(
        int level,
        int round,
        Instant at,
        How how,
        @Nullable Actor by,
        @Nullable String reason,
        Seat raising,
        Seat answering) {

    /** How it came there. */
    public enum How {
        RAISED,
        TIME,
        DECISION
    }

    Seat seatOf(String agency) {
        return raising.agency().equals(agency) ? raising : answering;
    }
}
