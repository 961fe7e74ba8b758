package uk.kinbridge.platform.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which a clock did not count, with the reason and the person who answers for it.
 *
 * @param until null while the pause lasts
 */
public record Pause(Instant from, @Nullable Instant until, String reason, String person) {}
