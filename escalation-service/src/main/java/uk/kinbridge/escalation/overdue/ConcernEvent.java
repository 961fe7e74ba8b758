package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must be told of a concern.
 *
 * @param protocol the pack under which what is overdue is owed
 */
public record ConcernEvent(
        String id,
        String reference,
        String purpose,
        String agency,
        String role,
        String words,
        @Nullable String action,
        String obligation,
        String protocol,
        Instant at) {}
