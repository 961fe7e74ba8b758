package uk.kinbridge.platform.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due time that a person moved, or that a new calendar re-computed: both times stay readable.
 *
 * @param calendarBefore version of the calendar that {@code dueBefore} was computed with; null when a person moved it
 * @param calendarAfter the version that {@code dueAfter} was computed with; null when a person moved it
 * @param person who moved it; null when a newly published calendar did
 */
public record Variation(
        Instant at,
        Instant dueBefore,
        Instant dueAfter,
        @Nullable String calendarBefore,
        @Nullable String calendarAfter,
        String reason,
        @Nullable String person) {

    /** Moved by a person. */
    public static Variation byPerson(Instant at, Instant dueBefore, Instant dueAfter, String reason, String person) {
        return new Variation(at, dueBefore, dueAfter, null, null, reason, person);
    }

    /** Re-computed with a newly published calendar. */
    public static Variation byCalendar(
            Instant at,
            Instant dueBefore,
            Instant dueAfter,
            String calendarBefore,
            String calendarAfter,
            String reason) {
        return new Variation(at, dueBefore, dueAfter, calendarBefore, calendarAfter, reason, null);
    }
}
