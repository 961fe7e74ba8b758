package uk.kinbridge.platform.clock;

import java.time.Instant;

/** A due time that a person moved, or that a new calendar re-computed: both times stay readable. */
public record Variation(Instant at, Instant dueBefore, Instant dueAfter, String reason, String person) {}
