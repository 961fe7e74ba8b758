package uk.kinbridge.protocols.published;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record whose running clocks follow newly published bank holidays. What is left to do is read off the
 * records themselves, so a round may be interrupted, repeated, and made by several instances at once.
 *
 * @param <R> one record as it was read, with its version
 */
public interface FollowsCalendars<R> {

    /** What it holds, in the plural: referrals. */
    String what();

    /**
     * Records with a clock that runs under an older list, those under the oldest first and then by id.
     *
     * @param calendar the version of the newer list
     * @param after the place of the last one of the batch before; null for the first batch
     */
    List<R> behind(String calendar, @Nullable Place after, int limit);

    /** Where a record stands among those that are behind. */
    Place placeOf(R read);

    /**
     * Brings the clocks of one record up to the newest list, and saves it.
     *
     * @return how many due times have moved; empty when nothing was saved, because nothing had to be or because somebody
     *     else has changed the record meanwhile, under rules of their own: the next round looks at it again
     * @throws IllegalStateException when its clocks cannot be computed; the next round meets it again
     */
    OptionalInt bring(R read, Instant now);

    /**
     * A place among those that are behind.
     *
     * @param calendar the oldest list that one of its clocks runs under
     */
    record Place(String calendar, String id) {}
}
