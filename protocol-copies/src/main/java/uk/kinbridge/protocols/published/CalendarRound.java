package uk.kinbridge.protocols.published;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;

/**
 * Brings every running clock of a kind of record up to the newest bank holidays, batch by batch: each clock moves once.
 *
 * @param <R> one record as it was read
 */
public final class CalendarRound<R> {

    /** Hears how far it has come. */
    public interface Progress {
        void reached(Done done);

        /** One that cannot be looked at must not stop the others; the next round meets it again. */
        void failed(Place place, RuntimeException why);
    }

    /**
     * How far it has come.
     *
     * @param what the kind of record, in the plural
     * @param looked records that were looked at
     * @param changed records that were saved with the new list
     * @param moved clocks whose due time has moved
     */
    public record Done(String calendar, String what, int looked, int changed, int moved) {

        private Done and(OptionalInt brought) {
            return new Done(
                    calendar, what, looked + 1, changed + (brought.isPresent() ? 1 : 0), moved + brought.orElse(0));
        }
    }

    private static final int BATCH = 200;

    private final FollowsCalendars<R> records;
    private final Calendars calendars;

    public CalendarRound(FollowsCalendars<R> records, Calendars calendars) {
        this.records = records;
        this.calendars = calendars;
    }

    /** Goes through all that are behind; costs one look into an index when none is. */
    public Done go(Instant now, Progress progress) {
        var calendar = calendars.newest().version();
        var done = new Done(calendar, records.what(), 0, 0, 0);
        @Nullable Place after = null;
        while (true) {
            var batch = records.behind(calendar, after, BATCH);
            if (batch.isEmpty()) {
                return done;
            }
            for (var read : batch) {
                done = done.and(brought(read, now, progress));
            }
            after = records.placeOf(batch.getLast());
            progress.reached(done);
        }
    }

    private OptionalInt brought(R read, Instant now, Progress progress) {
        try {
            return records.bring(read, now);
        } catch (IllegalStateException | IllegalArgumentException bug) {
            progress.failed(records.placeOf(read), bug);
            return OptionalInt.empty();
        }
    }
}
