package uk.kinbridge.notification.delivery;

import java.time.Duration;
import java.util.List;

/**
 * How a channel tries again.
 *
 * @param waits after the first failed try, the second and so on; after the last one it is given up
 * @param lease so long a hand-over may take before it counts as broken off
 */
public record Patience(List<Duration> waits, Duration lease) {

    /** A fifth earlier or later, so that what failed together does not come again together. */
    private static final double SPREAD = 0.2;

    public Patience {
        waits = List.copyOf(waits);
    }

    /** Whether that many tries are all. */
    boolean endsAfter(int tries) {
        return tries > waits.size();
    }

    /** @param chance from 0 to 1 */
    Duration waitAfter(int tries, double chance) {
        var wait = waits.get(Math.clamp(tries - 1L, 0, waits.size() - 1));
        return Duration.ofMillis(Math.round(wait.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
    }
}
