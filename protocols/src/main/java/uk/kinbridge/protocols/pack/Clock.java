package uk.kinbridge.protocols.pack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * A time limit: what starts and stops it, how long, who owes it, whom it warns, and whom its breach is told.
 *
 * @param opensAfter for what may not be done too early either: how long after the start its window opens
 */
public record Clock(
        ClockId id,
        String words,
        CaseEvent startsOn,
        List<CaseEvent> stopsOn,
        @Nullable Within opensAfter,
        Within within,
        Basis basis,
        @Nullable Within warnBefore,
        Party owner,
        Breach onBreach,
        List<ObligationId> obligations)
        implements Entry {

    /** When it is due if it starts at that moment, in the working time of the agency that owes it. */
    public Deadline deadline(Instant start, WorkingCalendar calendar) {
        return Deadlines.compute(within, start, calendar);
    }

    /** When its window opens; null for a clock that may be met at once. */
    public @Nullable Instant opening(Instant start, WorkingCalendar calendar) {
        return opensAfter == null
                ? null
                : Deadlines.compute(opensAfter, start, calendar).due();
    }

    /** When its owner is warned; null for a clock that does not warn. */
    public @Nullable Instant warning(Deadline deadline) {
        return warnBefore == null ? null : Deadlines.warning(warnBefore, deadline);
    }
}
