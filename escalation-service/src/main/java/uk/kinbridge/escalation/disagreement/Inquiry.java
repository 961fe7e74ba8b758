package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Guidance or a formal review that was asked for.
 *
 * @param kind the pack's rule that offers it, such as {@code link-person} or {@code formal-review}
 */
public record Inquiry(
        int number,
        String kind,
        Actor by,
        Instant at,
        String question,
        @Nullable Reply reply) {

    /** What the safeguarding partnership said. */
    public record Reply(Actor by, Instant at, String words) {}
}
