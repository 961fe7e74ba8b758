package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody must be told of a concern. */
public record ConcernEvent(
        String id,
        String reference,
        String purpose,
        String agency,
        String role,
        String words,
        @Nullable String action,
        String obligation,
        Instant at) {}
