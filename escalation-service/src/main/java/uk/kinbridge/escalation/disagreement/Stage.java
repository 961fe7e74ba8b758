package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a disagreement stands.
 *
 * @param round counts how often the last rung has begun anew
 * @param advisedAt when the other agency was advised that it is about to go up (SAL-27); null until then
 */
public record Stage(
        Status status,
        int level,
        int round,
        Instant since,
        @Nullable Instant advisedAt) {

    /** Open until the one who raised it says that it is resolved. */
    public enum Status {
        OPEN,
        RESOLVED
    }

    /** Names the clock of this rung. */
    public String clock() {
        return clockOf(level, round);
    }

    static String clockOf(int level, int round) {
        return "level-" + level + (round == 1 ? "" : "-round-" + round);
    }

    Stage advised(Instant at) {
        return new Stage(status, level, round, since, at);
    }

    Stage resolved(Instant at) {
        return new Stage(Status.RESOLVED, level, round, at, advisedAt);
    }
}
