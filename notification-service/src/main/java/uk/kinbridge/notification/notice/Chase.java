package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens while nobody acknowledges a notice, as the protocol says it (HAC-17). Whoever asks for the notice knows
 * the pinned protocol and the calendar of the agency, so the times arrive here as moments (ADR 0012).
 *
 * @param every how often, in the protocol's words
 * @param steps in the order of their times
 */
public record Chase(String every, List<Step> steps) {

    public Chase {
        steps = List.copyOf(steps);
    }

    /** Whose turn it is. */
    public enum Turn {
        /** The recipient is told again, and whoever stands in for them by then. */
        RECIPIENT,
        /** Somebody else hears that the notice has not been received. */
        NEXT,
        /** The sender hears it: nothing more happens by itself. */
        SENDER
    }

    /**
     * One step.
     *
     * @param to who is told where it is the next person's turn
     * @param toldBy the deadline that tells them the same by itself; then nobody is told a second time
     */
    public record Step(
            Instant at,
            Turn turn,
            @Nullable Recipient to,
            @Nullable String toldBy) {}
}
